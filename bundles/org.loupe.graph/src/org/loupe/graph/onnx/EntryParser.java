/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.onnx;

import java.io.IOException;
import java.util.Map;

/** Reads a pair of texts: a property of a model, or a part of the address of external data. */
record EntryParser(WireInput in) {
  void parse(Map<String, String> entries) throws IOException {
    in.limits().charge(in.file(), 100);
    String[] pair = {"", ""};
    in.message(field -> {
      switch (field) {
        case OnnxFields.Entry.KEY -> pair[0] = in.string();
        case OnnxFields.Entry.VALUE -> pair[1] = in.string();
        default -> in.skip();
      }
    });
    entries.put(pair[0], pair[1]);
  }
}
