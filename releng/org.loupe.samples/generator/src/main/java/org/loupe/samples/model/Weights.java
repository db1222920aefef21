/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.samples.model;

import java.util.List;

/**
 * What training found.
 *
 * @param kernels for each stage [channels, channels before, kernel, kernel], row-major
 * @param biases for each stage [channels]
 * @param dense [classes, channels of the last stage]
 * @param denseBias [classes]
 */
public record Weights(List<float[]> kernels, List<float[]> biases, float[] dense, float[] denseBias) {
}
