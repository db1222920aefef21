/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Shapes of values as far as they can be told without running the model. What is not certain is left unknown: a wrong
 * shape is worse than none.
 */
package org.loupe.graph.shape;
