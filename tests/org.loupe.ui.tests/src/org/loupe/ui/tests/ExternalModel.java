/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tests;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A model {@code y = -(x w)} with x [n, 2] and the weights w [2, 2] in another file, in the wire format by hand: our
 * writer keeps all weights in one file. Field numbers are those of onnx.proto.
 */
final class ExternalModel {
  private ExternalModel() {
  }

  static byte[] bytes(String location, long length) throws IOException {
    byte[] weight = join(integer(1, 2), integer(1, 2), integer(2, 1), text(8, "w"), entry("location", location),
        entry("offset", "0"), entry("length", Long.toString(length)), integer(14, 1));
    byte[] graph = join(node("MatMul", "product", "x", "w"), node("Neg", "y", "product"), text(2, "external"),
        message(5, weight), value(11, "x"), value(12, "y"));
    return join(integer(1, 8), message(7, graph), message(8, integer(2, 17)));
  }

  private static byte[] node(String operator, String output, String... inputs) throws IOException {
    byte[] node = new byte[0];
    for (String input : inputs) {
      node = join(node, text(1, input));
    }
    return message(1, join(node, text(2, output), text(4, operator)));
  }

  private static byte[] value(int field, String name) throws IOException {
    byte[] shape = join(message(1, text(2, "n")), message(1, integer(1, 2)));
    byte[] type = message(1, join(integer(1, 1), message(2, shape)));
    return message(field, join(text(1, name), message(2, type)));
  }

  private static byte[] entry(String key, String value) throws IOException {
    return message(13, join(text(1, key), text(2, value)));
  }

  private static byte[] text(int field, String text) throws IOException {
    return message(field, text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] message(int field, byte[] content) throws IOException {
    return join(varint(field << 3 | 2), varint(content.length), content);
  }

  private static byte[] integer(int field, long value) throws IOException {
    return join(varint(field << 3), varint(value));
  }

  private static byte[] varint(long value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long rest = value;
    while (rest >= 0x80) {
      out.write((int) (rest & 0x7f | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
    return out.toByteArray();
  }

  private static byte[] join(byte[]... parts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.write(part);
    }
    return out.toByteArray();
  }
}
