/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.gradient;

import java.util.List;

/**
 * What a session that differentiates is for.
 *
 * @param sources values whose cotangent is fed
 * @param sinks values whose gradient is returned
 * @param ruleSet id of the rule set
 * @param values values of the forward pass that are returned
 * @param shapes for which inputs it holds
 */
record GradientKey(List<String> sources, List<String> sinks, String ruleSet, List<String> values,
    ProbeKey shapes) {
}
