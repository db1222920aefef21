/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.profile;

import java.util.List;
import java.util.Set;

/** One run of a model: how long it took, and which nodes of the main graph were executed, in order. */
record TraceRun(long micros, List<TraceEvent> events) {
  private static final Set<String> WITH_BODIES = Set.of("If", "Loop", "Scan", "SequenceMap");
  /** Starts and durations are cut to whole microseconds. */
  private static final long CUT = 2;

  TraceRun {
    events = List.copyOf(events);
  }

  /** Without the events inside of branches and loop bodies, whose time is part of their node's. */
  static TraceRun of(long micros, List<TraceEvent> events) {
    List<TraceEvent> holders = events.stream().filter(e -> WITH_BODIES.contains(e.operator())).toList();
    return new TraceRun(micros,
        events.stream().filter(e -> holders.stream().noneMatch(h -> h != e && isWithin(e, h))).toList());
  }

  private static boolean isWithin(TraceEvent inner, TraceEvent outer) {
    return inner.startMicros() >= outer.startMicros() && inner.endMicros() <= outer.endMicros() + CUT;
  }
}
