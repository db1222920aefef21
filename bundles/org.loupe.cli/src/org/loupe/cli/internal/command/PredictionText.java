/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.command;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.loupe.cli.internal.text.Printable;
import org.loupe.cli.internal.text.TextTable;
import org.loupe.core.predict.ClassScore;
import org.loupe.core.predict.OutputPrediction;
import org.loupe.math.scale.Numbers;
import org.loupe.math.stats.Summary;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Tensor;
import org.loupe.math.tensor.TextTensor;

/** An output of a model as text and as plain data for JSON. */
final class PredictionText {
  /** Outputs of up to this many elements are given in full in JSON, larger ones by their statistics. */
  private static final int MAX_VALUES = 10_000;
  private static final int SHOWN_VALUES = 8;

  private PredictionText() {
  }

  static void print(OutputPrediction prediction, PrintStream out) {
    Tensor value = prediction.value();
    out.println(Printable.of(prediction.output().name()) + "  " + value.type() + " " + value.shape());
    if (!prediction.top().isEmpty()) {
      classes(prediction).print(out, "  ");
      return;
    }
    if (value.type() != ElementType.STRING && value.size() > 1) {
      Summary summary = Summary.of(value);
      out.println("  min " + Numbers.format(summary.min()) + ", mean " + Numbers.format(summary.mean()) + ", max "
          + Numbers.format(summary.max()) + (summary.nan() + summary.infinite() == 0 ? ""
              : ", " + summary.nan() + " NaN, " + summary.infinite() + " infinite"));
    }
    out.println("  " + firstValues(value));
  }

  private static TextTable classes(OutputPrediction prediction) {
    boolean logits = prediction.top().stream().anyMatch(c -> c.logit().isPresent());
    boolean probability = prediction.output().logits().isPresent();
    TextTable table = new TextTable().right("class").left("label").right(probability ? "probability" : "score")
        .right(logits ? "logit" : "");
    for (ClassScore c : prediction.top()) {
      table.row(String.valueOf(c.index()), c.label(), Numbers.format(c.score()),
          c.logit().isPresent() ? Numbers.format(c.logit().getAsDouble()) : "");
    }
    return table;
  }

  /** The first elements in a line. */
  static String firstValues(Tensor value) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < Math.min(value.size(), SHOWN_VALUES); i++) {
      texts.add(value instanceof TextTensor t ? '"' + Printable.of(t.values().get(i)) + '"'
          : Numbers.format(value.get(i)));
    }
    return String.join(" ", texts) + (value.size() > SHOWN_VALUES ? " ..." : "");
  }

  static Map<String, Object> json(OutputPrediction prediction) {
    Tensor value = prediction.value();
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", prediction.output().name());
    out.put("type", value.type().name());
    out.put("shape", value.shape().dims());
    if (!prediction.top().isEmpty()) {
      out.put("top", prediction.top().stream().map(PredictionText::json).toList());
    }
    if (value.size() <= MAX_VALUES) {
      out.put("values", values(value));
    } else if (value.type() != ElementType.STRING) {
      out.put("statistics", statistics(Summary.of(value)));
    }
    return out;
  }

  private static Map<String, Object> json(ClassScore score) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("index", score.index());
    out.put("label", score.label());
    out.put("score", score.score());
    if (score.logit().isPresent()) {
      out.put("logit", score.logit().getAsDouble());
    }
    return out;
  }

  /** All elements in flat order, each with the digits that its type has. */
  private static List<Object> values(Tensor value) {
    List<Object> out = new ArrayList<>();
    for (int i = 0; i < value.size(); i++) {
      out.add(value instanceof TextTensor t ? t.values().get(i)
          : value.type() == ElementType.FLOAT32 ? (Object) (float) value.get(i) : (Object) value.get(i));
    }
    return out;
  }

  static Map<String, Object> statistics(Summary summary) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("min", summary.min());
    out.put("max", summary.max());
    out.put("mean", summary.mean());
    out.put("std", summary.std());
    out.put("nan", summary.nan());
    out.put("infinite", summary.infinite());
    return out;
  }
}
