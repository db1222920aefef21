/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.xgboost;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loupe.api.Progress;
import org.loupe.api.model.tree.Tree;
import org.loupe.trees.internal.content.CodeSets;
import org.loupe.trees.internal.content.FormatException;
import org.loupe.trees.internal.content.Limits;
import org.loupe.trees.internal.content.Texts;
import org.loupe.trees.internal.content.UnsupportedModelException;
import org.loupe.trees.internal.content.Value;
import org.loupe.trees.internal.model.Content;

/** A model as XGBoost saves it from version 1.0 on, in JSON or UBJSON. */
final class ModelDocument {
  private final Value learner;
  private final Version version;

  private ModelDocument(Value document) throws FormatException {
    learner = document.get("learner");
    var said = document.find("version");
    version = new Version(said.isPresent() ? said.get().integers() : new int[0]);
  }

  static Content read(Value document, String format, Progress progress) throws IOException {
    var model = document.find("Model");
    return new ModelDocument(model.isPresent() ? model.get() : document).read(format, progress);
  }

  private Content read(String format, Progress progress) throws IOException {
    Value param = learner.get("learner_model_param");
    long classes = optional(param, "num_class", 0);
    long targets = optional(param, "num_target", 1);
    Learner out = new Learner(param.get("num_feature").integer(), Math.max(1, Math.max(classes, targets)));
    Objective objective = Objective.of(learner.get("objective").get("name").text(), out.outputs(), version);
    Value booster = learner.get("gradient_booster");
    String name = booster.get("name").text();
    double[] base = base(param, out);
    double[] margins = isPlaceholder(param, booster, name) ? base : objective.margins(base);
    // XGBoost adds the base score of the first output to all where it has no trees.
    out.objective(objective, name.equals("gblinear") ? out.each(margins[0]) : margins);
    out.property("written as", format + (version.parts().length == 0 ? "" : " of version " + version));
    var attributes = learner.find("attributes");
    var best = attributes.isPresent() ? attributes.get().find("best_iteration") : attributes;
    if (best.isPresent() && best.get().raw() instanceof String iteration) {
      out.property("best iteration", Texts.shortened(iteration) + ", counted from 0; all trees answer here, as"
          + " Booster.predict of XGBoost has it, and not its scikit-learn classes");
    }
    out.names(texts("feature_names"));
    out.property("booster", name);
    if (name.equals("gblinear")) {
      return out.linear(booster.get("model").get("weights").numbers());
    }
    if (!name.equals("gbtree") && !name.equals("dart")) {
      throw new UnsupportedModelException("its booster " + Texts.shortened(name)
          + " is none of gbtree, dart and gblinear");
    }
    Value model = (name.equals("dart") ? booster.get("gbtree") : booster).get("model");
    out.words(words(model, out.features()));
    return out.trees(trees(model, weights(booster, model), out, progress));
  }

  /** The base score of each output; a file may tell one for all. */
  private static double[] base(Value param, Learner model) throws FormatException {
    Value said = param.get("base_score");
    double[] base;
    if (said.raw() instanceof String text) {
      String[] parts = text.replaceAll("[\\[\\]\\s]", "").split(",");
      base = new double[parts.length];
      for (int i = 0; i < base.length; i++) {
        base[i] = Texts.number("base_score", parts[i]);
      }
    } else {
      base = said.isArray() ? said.numbers() : new double[] {said.number()};
    }
    for (int i = 0; i < base.length; i++) {
      base[i] = (float) base[i];
    }
    if (base.length != 1 && base.length != model.outputs()) {
      throw new FormatException("base_score has " + base.length + " values for " + model.outputs() + " outputs");
    }
    return base.length == 1 ? model.each(base[0]) : base;
  }

  /** Whether the base score was still to be found when the model was saved; newer versions answer it as it is. */
  private boolean isPlaceholder(Value param, Value booster, String name) throws FormatException {
    if (version.isBefore(3, 1) || optional(param, "boost_from_average", 0) == 0) {
      return false;
    }
    Value model = (name.equals("dart") ? booster.get("gbtree") : booster).get("model");
    return name.equals("gblinear") ? optional(model, "boosted_rounds", 1) == 0 : model.get("trees").items().isEmpty();
  }

  private static long optional(Value object, String key, long otherwise) throws FormatException {
    var member = object.find(key);
    return member.isPresent() ? member.get().integer() : otherwise;
  }

  private List<String> texts(String key) throws FormatException {
    List<String> out = new ArrayList<>();
    var said = learner.find(key);
    if (said.isPresent()) {
      for (Value item : said.get().items()) {
        out.add(item.text());
      }
    }
    return out;
  }

  /** What leaves of each tree are multiplied with; the place of it has changed with the versions. */
  private static Optional<double[]> weights(Value booster, Value model) throws FormatException {
    for (Value holder : List.of(booster, model)) {
      var weights = holder.find("weight_drop");
      if (weights.isPresent()) {
        return Optional.of(weights.get().numbers());
      }
    }
    return Optional.empty();
  }

  private static List<Tree> trees(Value model, Optional<double[]> weights, Learner learner, Progress progress)
      throws FormatException {
    List<Value> items = model.get("trees").items();
    int[] groups = model.get("tree_info").integers(items.size());
    CodeSets sets = new CodeSets();
    Tree[] out = new Tree[items.size()];
    for (int i = 0; i < out.length; i++) {
      progress.check();
      long id = optional(items.get(i), "id", i);
      if (id < 0 || id >= out.length || out[(int) id] != null) {
        throw new FormatException(items.get(i).at() + "has the id " + id + " of " + out.length);
      }
      int t = (int) id;
      double weight = weights.isPresent() && t < weights.get().length ? (float) weights.get()[t] : 1;
      out[t] = TreeDocument.read(items.get(i), groups[t], learner.outputs(), weight, sets);
    }
    return List.of(out);
  }

  /** The categories of features, which files of version 3.1 on tell. */
  private static Map<Integer, List<String>> words(Value model, int features) throws FormatException {
    Map<Integer, List<String>> out = new HashMap<>();
    var cats = model.find("cats");
    if (cats.isEmpty() || cats.get().find("enc").isEmpty()) {
      return out;
    }
    List<Value> columns = cats.get().get("enc").items();
    for (int f = 0; f < Math.min(columns.size(), features); f++) {
      Value column = columns.get(f);
      if (column.isObject() && column.find("values").isPresent()) {
        List<String> words = column.find("offsets").isPresent() ? names(column) : numbers(column);
        if (!words.isEmpty()) {
          out.put(f, words);
        }
      }
    }
    return out;
  }

  private static List<String> names(Value column) throws FormatException {
    int[] offsets = column.get("offsets").integers();
    double[] values = column.get("values").numbers();
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) values[i];
    }
    List<String> out = new ArrayList<>();
    for (int i = 0; i + 1 < offsets.length; i++) {
      if (offsets[i] < 0 || offsets[i] > offsets[i + 1] || offsets[i + 1] > bytes.length) {
        throw new FormatException(column.at() + "has a category from " + offsets[i] + " to " + offsets[i + 1] + " of "
            + bytes.length + " bytes");
      }
      out.add(new String(bytes, offsets[i], offsets[i + 1] - offsets[i], StandardCharsets.UTF_8));
    }
    return out;
  }

  private static List<String> numbers(Value column) throws FormatException {
    List<String> out = new ArrayList<>();
    for (double number : column.get("values").numbers()) {
      out.add(number == Math.rint(number) && Math.abs(number) < Limits.CODES ? Long.toString((long) number)
          : Double.toString(number));
    }
    return out;
  }
}
