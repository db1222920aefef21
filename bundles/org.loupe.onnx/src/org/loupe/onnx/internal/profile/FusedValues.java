/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.profile;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.loupe.graph.Node;
import org.loupe.graph.analysis.GraphIndex;

/**
 * What the nodes of the blocked layout (NCHWc) give. The runtime calls such a node by the value that it first gave, and
 * may put an addition and an activation into it later.
 */
final class FusedValues {
  private static final Pattern BLOCKED = Pattern.compile("(.+)_nchwc(_token_\\d+)?");
  private final GraphIndex original;

  FusedValues(GraphIndex original) {
    this.original = original;
  }

  /** The value of the original graph that a node gives; empty if this is no such node. */
  Optional<String> of(Node node) {
    Matcher name = BLOCKED.matcher(node.name());
    if (!node.domain().equals("com.microsoft.nchwc") || !name.matches()
        || original.producer(name.group(1)).isEmpty()) {
      return Optional.empty();
    }
    String value = name.group(1);
    if (node.opType().equals("Conv") && !node.input(3).isEmpty()) {
      value = after(value, "Add", "Sum");
    }
    String activation = node.string("activation", "");
    return Optional.of(activation.isEmpty() ? value : after(value, activation));
  }

  /** The value itself if such a node gives it, else what such a node makes of it. */
  private String after(String value, String... operators) {
    for (String operator : operators) {
      if (original.producer(value).orElseThrow().is(operator)) {
        return value;
      }
    }
    for (Node consumer : original.consumers(value)) {
      for (String operator : operators) {
        if (consumer.is(operator)) {
          return consumer.output(0);
        }
      }
    }
    return value;
  }
}
