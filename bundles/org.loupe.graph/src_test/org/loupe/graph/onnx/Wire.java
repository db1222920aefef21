/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Encodes messages for tests, valid or not, independently of the writer. */
final class Wire {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  Wire varint(long value) {
    long rest = value;
    do {
      int low = (int) (rest & 0x7f);
      rest >>>= 7;
      out.write(rest == 0 ? low : low | 0x80);
    } while (rest != 0);
    return this;
  }

  Wire number(int field, long value) {
    return varint(field * 8L).varint(value);
  }

  Wire bytes(int field, byte... content) {
    varint(field * 8L + 2).varint(content.length);
    out.writeBytes(content);
    return this;
  }

  Wire text(int field, String content) {
    return bytes(field, content.getBytes(StandardCharsets.UTF_8));
  }

  Wire message(int field, Wire content) {
    return bytes(field, content.toBytes());
  }

  Wire raw(int... content) {
    for (int b : content) {
      out.write(b);
    }
    return this;
  }

  byte[] toBytes() {
    return out.toByteArray();
  }

  /** A model with these fields in its graph. */
  static Wire model(Wire graph) {
    return new Wire().number(1, 8).message(8, new Wire().text(1, "").number(2, 17)).message(7, graph);
  }

  /** A model with one initializer. */
  static Wire withTensor(Wire tensor) {
    return model(new Wire().message(5, tensor));
  }

  /** A tensor: single precision with these dimensions, and nothing else yet. */
  static Wire tensor(long... dims) {
    Wire tensor = new Wire().text(8, "w").number(2, 1);
    for (long d : dims) {
      tensor.number(1, d);
    }
    return tensor;
  }
}
