/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.gradient;

import java.util.Map;

/**
 * For which inputs what a probe has shown holds.
 *
 * @param inputs what must be the same, a text for each input
 */
record ProbeKey(Map<String, String> inputs) {
  ProbeKey {
    inputs = Map.copyOf(inputs);
  }
}
