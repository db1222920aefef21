/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.xgboost;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.loupe.api.Progress;
import org.loupe.api.model.tree.Tree;
import org.loupe.trees.internal.content.ByteCursor;
import org.loupe.trees.internal.content.FormatException;
import org.loupe.trees.internal.content.Limits;
import org.loupe.trees.internal.content.Texts;
import org.loupe.trees.internal.content.UnsupportedModelException;
import org.loupe.trees.internal.model.Content;

/**
 * The binary format of XGBoost up to version 2: structures as they lie in memory, least byte first, with or without the
 * word {@code binf} before them.
 */
final class BinaryModel {
  private static final String HEADER = "binf";
  private static final String SNAPSHOT = "CONFIG-offset:";
  private static final int PARAMETERS = 136;
  private static final int LONGEST_NAME = 64;
  private static final int NODE = 20;
  private static final int STATISTICS = 16;
  private static final int LEAST_TREE = 37 * Integer.BYTES + NODE + STATISTICS;

  private final ByteCursor cursor;

  private BinaryModel(byte[] content) throws FormatException {
    cursor = new ByteCursor(content, ByteOrder.LITTLE_ENDIAN);
    cursor.skip("the header", start(content));
  }

  /** Whether the beginning of a file looks like this format. */
  static boolean recognises(byte[] beginning) {
    int at = start(beginning) + PARAMETERS;
    if (beginning.length < at + Long.BYTES) {
      return false;
    }
    long length = ByteBuffer.wrap(beginning).order(ByteOrder.LITTLE_ENDIAN).getLong(at);
    if (length < 1 || length > LONGEST_NAME || beginning.length < at + Long.BYTES + length) {
      return false;
    }
    return new String(beginning, at + Long.BYTES, (int) length, StandardCharsets.ISO_8859_1).matches("[\\w:]+");
  }

  private static int start(byte[] content) {
    int at = startsWith(content, 0, SNAPSHOT) ? SNAPSHOT.length() + Long.BYTES : 0;
    return startsWith(content, at, HEADER) ? at + HEADER.length() : at;
  }

  private static boolean startsWith(byte[] content, int at, String text) {
    return content.length >= at + text.length()
        && new String(content, at, text.length(), StandardCharsets.ISO_8859_1).equals(text);
  }

  static Content read(byte[] content, Progress progress) throws IOException {
    return new BinaryModel(content).read(progress);
  }

  private Content read(Progress progress) throws IOException {
    String what = "the parameters";
    float base = cursor.float32(what);
    long features = cursor.int32(what) & 0xffffffffL;
    int classes = cursor.int32(what);
    cursor.skip(what, 2 * Integer.BYTES);
    int major = cursor.int32(what);
    int minor = cursor.int32(what);
    int targets = cursor.int32(what);
    cursor.skip(what, PARAMETERS - 8 * Integer.BYTES);
    String objectiveName = text("the name of the objective");
    String booster = text("the name of the booster");
    Learner out = new Learner(features, Math.max(1, Math.max(classes, major < 1 ? 1 : targets)));
    Objective objective = Objective.of(objectiveName, out.outputs(), new Version(major, minor));
    out.objective(objective, major < 1 ? out.each(finite(base)) : objective.margins(out.each(base)));
    out.property("written as", "binary" + (major < 1 ? " of a version before 1.0"
        : " of version " + major + "." + minor));
    out.property("booster", booster);
    return switch (booster) {
      case "gbtree", "dart" -> out.trees(trees(out, booster.equals("dart"), progress));
      case "gblinear" -> out.linear(weights());
      default -> throw new UnsupportedModelException("its booster " + Texts.shortened(booster)
          + " is none of gbtree, dart and gblinear");
    };
  }

  /** Before version 1.0 the base score was kept as a raw score. */
  private static double finite(float base) throws FormatException {
    if (!Float.isFinite(base)) {
      throw new FormatException("base_score is " + base);
    }
    return base;
  }

  private String text(String what) throws FormatException {
    long length = cursor.int64(what);
    if (length < 1 || length > LONGEST_NAME) {
      throw new FormatException(what + " at byte " + cursor.position() + " is " + length + " bytes long");
    }
    return cursor.text(what, (int) length);
  }

  private double[] weights() throws FormatException {
    cursor.skip("the parameters of the booster", 34 * Integer.BYTES);
    double[] out = new double[cursor.count("the weights", cursor.int64("the weights"), Float.BYTES)];
    for (int i = 0; i < out.length; i++) {
      out[i] = cursor.float32("the weights");
    }
    return out;
  }

  private List<Tree> trees(Learner learner, boolean dart, Progress progress) throws FormatException {
    String what = "the parameters of the booster";
    long claimed = cursor.int32(what);
    cursor.skip(what, 39 * Integer.BYTES);
    List<FlatNodes> read = new ArrayList<>();
    int count = cursor.count("the trees", claimed, LEAST_TREE);
    for (int t = 0; t < count; t++) {
      progress.check();
      read.add(new FlatNodes(t));
    }
    int[] groups = new int[count];
    for (int t = 0; t < count; t++) {
      groups[t] = cursor.int32("the outputs of the trees");
    }
    double[] weights = new double[count];
    java.util.Arrays.fill(weights, 1);
    if (dart && count > 0) {
      int given = cursor.count("the weights of the trees", cursor.int64("the weights of the trees"), Float.BYTES);
      for (int t = 0; t < given; t++) {
        weights[Limits.count("a weighted tree", t, 0, count - 1)] = cursor.float32("the weights of the trees");
      }
    }
    List<Tree> out = new ArrayList<>();
    for (int t = 0; t < count; t++) {
      out.add(read.get(t).build(groups[t], weights[t]));
    }
    return out;
  }

  /** The nodes of one tree, five words each, and the statistics of each, four words. */
  private final class FlatNodes {
    private final String where;
    private final int[] left;
    private final int[] right;
    private final int[] asked;
    private final float[] number;
    private final float[] cover;

    private FlatNodes(int t) throws FormatException {
      where = "tree " + t;
      cursor.skip(where, Integer.BYTES);
      int claimed = cursor.int32(where);
      cursor.skip(where, 3 * Integer.BYTES);
      int vector = cursor.int32(where);
      cursor.skip(where, 31 * Integer.BYTES);
      if (vector > 1) {
        throw new FormatException(where + " has leaves of " + vector + " values, which its format does not hold");
      }
      int nodes = cursor.count("the nodes of " + where, claimed, NODE + STATISTICS);
      Limits.count("the number of nodes of " + where, nodes, 1, Integer.MAX_VALUE);
      left = new int[nodes];
      right = new int[nodes];
      asked = new int[nodes];
      number = new float[nodes];
      cover = new float[nodes];
      for (int i = 0; i < nodes; i++) {
        cursor.skip(where, Integer.BYTES);
        left[i] = cursor.int32(where);
        right[i] = cursor.int32(where);
        asked[i] = cursor.int32(where);
        number[i] = cursor.float32(where);
      }
      for (int i = 0; i < nodes; i++) {
        cursor.skip(where, Float.BYTES);
        cover[i] = cursor.float32(where);
        cursor.skip(where, 2 * Integer.BYTES);
      }
    }

    private Tree build(int group, double weight) throws FormatException {
      Reach reach = new Reach(where, left, right);
      Tree.Builder builder = Tree.builder(reach.count(), group);
      for (int i = 0; i < left.length; i++) {
        int is = reach.of(i);
        if (is < 0) {
          continue;
        }
        if (left[i] < 0) {
          builder.leaf(is, Nodes.leaf(weight * number[i], where, i));
        } else {
          int column = Nodes.column(asked[i] & Integer.MAX_VALUE, where, i);
          builder.split(is, column, Tree.Test.LESS, Nodes.threshold(number[i], where, i), reach.of(left[i]),
              reach.of(right[i])).missing(is, Tree.Missing.NAN, asked[i] < 0);
        }
        Nodes.cover(builder, is, cover[i]);
      }
      return Nodes.build(builder, where);
    }
  }
}
