/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.subject.Subject;
import org.loupe.math.stats.Summary;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Tensor;

/** Finds values that are not a number or infinite. */
public final class NonFinite {
  private static final String TREES = "trees";
  private static final String IMPUTER = "ai.onnx.ml.Imputer";
  private static final String NAN = " not a number";

  private NonFinite() {
  }

  /** A line for each tensor that has such values, as {@code input x holds 3 values that are not a number}. */
  public static List<String> warnings(String what, Map<String, Tensor> tensors) {
    List<String> out = new ArrayList<>();
    tensors.forEach((name, tensor) -> {
      if (tensor.type() != ElementType.STRING && tensor.type().isFloating()) {
        Summary s = Summary.of(tensor);
        if (s.nan() > 0) {
          out.add(what + " " + name + " holds " + count(s.nan()) + NAN);
        }
        if (s.infinite() > 0) {
          out.add(what + " " + name + " holds " + count(s.infinite()) + " infinite");
        }
      }
    });
    return out;
  }

  /**
   * The same of an input; to trees, and to a pipeline that fills what is missing, NaN in a column of a table says that
   * a value is missing, and is no such value.
   */
  public static List<String> warnings(Subject.Single subject, ModelDescription model) {
    boolean missing = model.capabilities().contains(TREES)
        || model.layers().stream().anyMatch(l -> l.operator().equals(IMPUTER));
    List<String> out = new ArrayList<>();
    subject.inputs().forEach((name, input) -> warnings("input", Map.of(name, input.tensor())).stream()
        .filter(w -> !missing || input.table().isEmpty() || !w.endsWith(NAN)).forEach(out::add));
    return out;
  }

  private static String count(long n) {
    return n == 1 ? "a value that is" : n + " values that are";
  }
}
