/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of terms of a sum. Values that were put among zeros along an axis: where all parts of a tensor come
 * together, as the queries, keys and values of attention do, joining them is cheaper than adding them up. And values
 * that were repeated along axes, which an addition does by itself.
 */
final class Parts {
  /** A value of extent {@code length} that takes the place from {@code start} on of an axis of extent {@code size}. */
  record Part(String value, int axis, long start, long length, long size) {
  }

  private final Map<String, Part> known = new HashMap<>();
  private final Map<String, String> narrow = new HashMap<>();

  void remember(String padded, Part part) {
    known.put(padded, part);
  }

  void rememberNarrow(String repeated, String value) {
    narrow.put(repeated, value);
  }

  /** What was repeated to give a value; empty if it was not made so. */
  Optional<String> narrow(String value) {
    return Optional.ofNullable(narrow.get(value));
  }

  /** The parts that the values are, in order, if together they fill their axis. */
  Optional<List<Part>> filling(List<String> values) {
    List<Part> parts = new ArrayList<>();
    for (String value : values) {
      Part part = known.get(value);
      if (part == null || !parts.isEmpty() && part.axis() != parts.get(0).axis()) {
        return Optional.empty();
      }
      parts.add(part);
    }
    parts.sort(Comparator.comparingLong(Part::start));
    long end = 0;
    for (Part part : parts) {
      if (part.start() != end) {
        return Optional.empty();
      }
      end += part.length();
    }
    return end == parts.get(0).size() ? Optional.of(parts) : Optional.empty();
  }
}
