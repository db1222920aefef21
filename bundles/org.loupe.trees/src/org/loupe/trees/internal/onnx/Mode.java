/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.onnx;

import org.loupe.graph.ModelFormatException;

/** What a node of an ensemble asks; in the order of the numbers that version 5 of the operators gives them. */
enum Mode {
  LEQ, LT, GTE, GT, EQ, NEQ, MEMBER, LEAF;

  /** @param name as versions 1 and 3 write it */
  static Mode named(String name) throws ModelFormatException {
    return switch (name) {
      case "BRANCH_LEQ" -> LEQ;
      case "BRANCH_LT" -> LT;
      case "BRANCH_GTE" -> GTE;
      case "BRANCH_GT" -> GT;
      case "BRANCH_EQ" -> EQ;
      case "BRANCH_NEQ" -> NEQ;
      case "LEAF" -> LEAF;
      default -> throw new ModelFormatException("a node asks " + name + ", which is no mode of tree ensembles");
    };
  }

  static Mode numbered(double number) throws ModelFormatException {
    for (Mode mode : values()) {
      if (mode != LEAF && mode.ordinal() == number) {
        return mode;
      }
    }
    throw new ModelFormatException("nodes_modes has " + (long) number + ", but modes are 0 to " + MEMBER.ordinal());
  }
}
