/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.result;

import java.util.Map;

/** What a method found. Plain data: it is saved and opened without the bundle that made it. */
public sealed interface Result permits SaliencyMap, FeatureAttribution, AttributionTable, FeatureMaps,
    GeneratedInput, Table, Curves, Composite, CustomResult {
  /** Figures about the result, as the score that it explains, by name; in the order to show them. */
  Map<String, Double> figures();
}
