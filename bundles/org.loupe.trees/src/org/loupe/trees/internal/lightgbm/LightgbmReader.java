/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.lightgbm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.loupe.api.Progress;
import org.loupe.api.model.tree.Link;
import org.loupe.api.model.tree.Tree;
import org.loupe.api.model.tree.TreeColumn;
import org.loupe.api.model.tree.TreeEnsemble;
import org.loupe.math.tensor.ElementType;
import org.loupe.trees.internal.content.CodeSets;
import org.loupe.trees.internal.content.FormatException;
import org.loupe.trees.internal.content.Limits;
import org.loupe.trees.internal.content.Texts;
import org.loupe.trees.internal.model.Content;
import org.loupe.trees.internal.model.Scorer;
import org.loupe.trees.internal.model.TreeScorer;

/** Reads the text format of LightGBM, of version 2 on. */
public final class LightgbmReader {
  private final Sections file;
  private final int columns;
  private final int outputs;
  private final List<String> warnings = new ArrayList<>();

  private LightgbmReader(Sections file) throws FormatException {
    this.file = file;
    columns = Limits.count("the number of features",
        Texts.integer("max_feature_idx", file.need("max_feature_idx")) + 1L, 1, Limits.COLUMNS);
    outputs = Limits.count("num_tree_per_iteration",
        Texts.integer("num_tree_per_iteration", file.header().getOrDefault("num_tree_per_iteration", "1")), 1,
        Limits.OUTPUTS);
  }

  /** Whether a file that begins so looks like this format. */
  public static boolean recognises(byte[] beginning) {
    String text = new String(beginning, StandardCharsets.ISO_8859_1);
    List<String> lines = text.lines().limit(2).toList();
    return lines.size() == 2 && lines.get(0).equals("tree") && lines.get(1).matches("(version|num_class)=.*");
  }

  /**
   * @throws FormatException if it is another format, cut short, or contradicts itself
   * @throws org.loupe.trees.internal.content.UnsupportedModelException if it cannot be computed here
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  public static Content read(byte[] content, Progress progress) throws IOException {
    if (!recognises(content)) {
      throw new FormatException("it is no text model of LightGBM: its first lines are not \"tree\" and a version");
    }
    Sections file = Sections.read(new String(content, StandardCharsets.UTF_8), progress);
    return new LightgbmReader(file).read(progress);
  }

  private Content read(Progress progress) throws IOException {
    Goal goal = Goal.of(file.header().getOrDefault("objective", ""), outputs);
    if (!goal.known()) {
      warnings.add("the objective " + Texts.shortened(goal.text()) + " is not known: its answers are shown as raw"
          + " scores");
    }
    if (averaged() && goal.link().kind() != Link.Kind.IDENTITY && "v2".equals(file.header().get("version"))) {
      warnings.add("LightGBM before 2.2.3 answered with the plain average of the trees of a random forest; here, as in"
          + " newer versions, the average is a raw score that the objective turns into the answer");
    }
    List<TreeColumn> names = columns();
    List<Tree> trees = new ArrayList<>();
    List<LinearLeaves.Functions> functions = new ArrayList<>();
    CodeSets sets = new CodeSets();
    double scale = scale();
    for (int t = 0; t < file.trees().size(); t++) {
      progress.check();
      TreeBlock block = new TreeBlock(file.trees().get(t), t, sets);
      trees.add(block.build(t % outputs, columns, scale));
      functions.add(block.isLinear() ? LinearLeaves.Functions.read(block, columns, scale) : null);
    }
    boolean linear = functions.stream().anyMatch(Objects::nonNull);
    TreeEnsemble ensemble = ensemble(goal, names, trees);
    Scorer scorer = linear ? new LinearLeaves(trees, functions, outputs) : new TreeScorer(ensemble);
    long parameters = trees.stream().mapToLong(Tree::size).sum();
    return new Content("LightGBM", ElementType.FLOAT64, names, ensemble.outputs(), goal.link(), scorer,
        linear ? Optional.empty() : Optional.of(ensemble), parameters, properties(goal, linear), warnings);
  }

  private TreeEnsemble ensemble(Goal goal, List<TreeColumn> names, List<Tree> trees) {
    List<String> scores = new ArrayList<>();
    for (int k = 0; k < outputs; k++) {
      scores.add(outputs == 1 ? "score" : (goal.classes() ? "class " : "score ") + k);
    }
    return new TreeEnsemble("features", names, scores, Collections.nCopies(outputs, 0.0), trees, goal.link(), false,
        "margin");
  }

  /** Answers are the average over iterations where the header says so, as of random forests; else the sum. */
  private double scale() throws FormatException {
    int trees = file.trees().size();
    if (trees % outputs != 0) {
      throw new FormatException("it has " + trees + " trees, which are no whole iterations of " + outputs);
    }
    return averaged() && trees > 0 ? (double) outputs / trees : 1;
  }

  private boolean averaged() {
    return file.header().containsKey("average_output");
  }

  private Map<String, String> properties(Goal goal, boolean linear) {
    Map<String, String> out = new LinkedHashMap<>();
    out.put("written as", "text of version " + file.header().getOrDefault("version", "2 or before"));
    out.put("objective", goal.text().isEmpty() ? "not told" : goal.text());
    out.put("booster", file.parameters().getOrDefault("boosting", averaged() ? "rf" : "gbdt"));
    if (linear) {
      out.put("leaves", "linear functions of the features, which attributions of trees do not cover");
    }
    return out;
  }

  private List<TreeColumn> columns() throws IOException {
    String[] names = split("feature_names");
    String[] infos = split("feature_infos");
    if (names.length != columns && names.length != 0) {
      throw new FormatException("it names " + names.length + " features and has " + columns);
    }
    Map<Integer, List<String>> words = Words.read(file, infos);
    List<TreeColumn> out = new ArrayList<>(columns);
    for (int c = 0; c < columns; c++) {
      out.add(new TreeColumn(names.length == 0 ? "f" + c : names[c], "features", c, 1, 0, "",
          words.getOrDefault(c, List.of())));
    }
    return out;
  }

  private String[] split(String key) {
    String text = file.header().getOrDefault(key, "");
    return text.isEmpty() ? new String[0] : text.split(" +");
  }
}
