/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.xgboost;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.loupe.api.Progress;
import org.loupe.trees.internal.content.CodeSets;
import org.loupe.trees.internal.content.FormatException;
import org.loupe.trees.internal.content.Value;
import org.loupe.trees.internal.model.Content;

/** A dump as JSON: an array of trees, each an object whose {@code children} are objects of the same kind. */
final class JsonDump {
  private final Dump dump = new Dump();
  private final CodeSets sets = new CodeSets();

  static Content read(Value document, Progress progress) throws IOException {
    var reader = new JsonDump();
    for (Value tree : document.items()) {
      progress.check();
      reader.tree(tree);
    }
    return reader.dump.content("JSON dump");
  }

  private void tree(Value root) throws FormatException {
    dump.tree();
    Deque<Value> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      Value node = open.pop();
      int id = (int) Math.max(-1, Math.min(Integer.MAX_VALUE, node.get("nodeid").integer()));
      if (node.find("leaf").isPresent()) {
        dump.add(id, leaf(node));
      } else {
        dump.add(id, split(node));
        List<Value> children = node.get("children").items();
        for (int i = children.size() - 1; i >= 0; i--) {
          open.push(new Value(children.get(i).raw(), dump.where() + ", node below " + id + ":"));
        }
      }
    }
  }

  private static Dump.Node leaf(Value node) throws FormatException {
    Value leaf = node.get("leaf");
    double[] values = leaf.isArray() ? leaf.numbers().clone() : new double[] {leaf.number()};
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) values[i];
    }
    return new Dump.Node("", Double.NaN, null, -1, -1, -1, values, amount(node, "cover"));
  }

  private Dump.Node split(Value node) throws FormatException {
    Value split = node.get("split");
    // Old versions write the number of a feature that has no name.
    String feature = split.raw() instanceof Double ? "f" + split.integer() : split.text();
    int yes = child(node, "yes");
    int no = child(node, "no");
    double cover = amount(node, "cover");
    var condition = node.find("split_condition");
    if (condition.isEmpty()) {
      return new Dump.Node(feature, Double.NaN, null, yes, no, no, null, cover);
    }
    int missing = child(node, "missing");
    if (condition.get().isArray()) {
      return new Dump.Node(feature, Double.NaN, codes(condition.get()), yes, no, missing, null, cover);
    }
    double threshold = condition.get().number();
    if (Double.isNaN(threshold)) {
      throw new FormatException(condition.get().at() + "is NaN");
    }
    return new Dump.Node(feature, (float) threshold, null, yes, no, missing, null, cover);
  }

  private static int child(Value node, String key) throws FormatException {
    return (int) Math.max(-1, Math.min(Integer.MAX_VALUE, node.get(key).integer()));
  }

  private static double amount(Value node, String key) throws FormatException {
    var member = node.find(key);
    return member.isPresent() ? member.get().number() : Double.NaN;
  }

  private BitSet codes(Value condition) throws FormatException {
    double[] numbers = condition.numbers();
    int highest = 0;
    for (double number : numbers) {
      highest = Math.max(highest, Dump.code(condition.path(), number));
    }
    BitSet out = sets.empty(highest + 1);
    for (double number : numbers) {
      out.set((int) number);
    }
    return out;
  }
}
