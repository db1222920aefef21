/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.model;

/**
 * Where the logits behind an output are: the model ends in an activation whose input is a value of its own.
 *
 * @param layer id of the layer that holds the logits
 * @param activation the final operator, as {@code Softmax} or {@code Sigmoid}
 */
public record LogitSource(String layer, String activation) {
}
