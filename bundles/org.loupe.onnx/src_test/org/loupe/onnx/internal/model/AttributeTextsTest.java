/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.loupe.graph.Attribute;
import org.loupe.graph.Initializer;
import org.loupe.graph.Node;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;

/** Attributes are read by people, in the order of the file, and never at length. */
class AttributeTextsTest {
  private static Map<String, String> texts(Map<String, Attribute> attributes) {
    return AttributeTexts.of(new Node(0, "n", "Op", "", "", List.of(), List.of("y"), attributes));
  }

  @Test
  void keepsOrderAndKinds() {
    Map<String, Attribute> given = new LinkedHashMap<>();
    given.put("strides", new Attribute.IntList(2, 3));
    given.put("alpha", new Attribute.FloatValue(0.25f));
    given.put("auto_pad", new Attribute.StringValue("SAME_UPPER"));
    given.put("axis", new Attribute.IntValue(-1));
    given.put("value", new Attribute.TensorValue(Initializer.of("", ArrayTensor.of(Shape.of(2), 1f, 2f))));
    Map<String, String> texts = texts(given);
    assertEquals(List.of("strides", "alpha", "auto_pad", "axis", "value"), List.copyOf(texts.keySet()));
    assertEquals(List.of("2, 3", "0.25", "SAME_UPPER", "-1"), List.copyOf(texts.values()).subList(0, 4));
    assertTrue(texts.get("value").startsWith("tensor float"), texts.get("value"));
  }

  @Test
  void cutsWhatIsLong() {
    String many = texts(Map.of("nodes", new Attribute.IntList(new long[100_000]))).get("nodes");
    assertTrue(many.length() < 150 && many.endsWith("(100000 in all)"), many);
    String text = texts(Map.of("doc", new Attribute.StringValue("a\nb" + "x".repeat(10_000)))).get("doc");
    assertTrue(text.length() < 250 && text.startsWith("a b"), text);
  }
}
