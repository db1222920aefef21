/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Differentiates a model by appending its backward pass as nodes of the same graph: one vector-Jacobian rule for each
 * operator, in standard operators of the model's own operator set. {@link org.loupe.graph.gradient.BackwardGraph}
 * builds it, {@link org.loupe.graph.gradient.RuleSet} says by which rules, and
 * {@link org.loupe.graph.gradient.Coverage} tells beforehand which nodes can be differentiated.
 */
package org.loupe.graph.gradient;
