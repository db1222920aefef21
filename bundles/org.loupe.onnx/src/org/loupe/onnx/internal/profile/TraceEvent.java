/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.profile;

import java.util.OptionalLong;

/**
 * One execution of a node.
 *
 * @param startMicros since the profiler was started
 * @param provider what executed it, as {@code CPUExecutionProvider}
 */
record TraceEvent(String name, String operator, String provider, long startMicros, long micros,
    OptionalLong outputBytes, OptionalLong parameterBytes) {
  long endMicros() {
    return startMicros + micros;
  }
}
