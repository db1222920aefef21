/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Several results that belong together.
 *
 * @param parts by name, in the order to show them; none is a composite itself
 * @param figures see {@link Result#figures}
 */
public record Composite(Map<String, Result> parts, Map<String, Double> figures) implements Result {
  public Composite {
    parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
  }
}
