/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.model;

/**
 * The engine that runs a model, for the record of a result.
 *
 * @param engine its name, as {@code ONNX Runtime}
 * @param version its version
 * @param device where it runs, as {@code cpu}
 * @param threads threads of one forward pass
 */
public record RuntimeInfo(String engine, String version, String device, int threads) {
}
