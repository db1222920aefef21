/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.LoadOptions;
import org.loupe.api.model.Model;
import org.loupe.api.model.ModelLoader;
import org.loupe.api.model.ModelSource;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;

/** Files that are cut, changed or lie about their sizes are refused in a line, or are other models. */
class HostileTreesTest {
  private static final List<String> FILES = List.of("xgboost/1.0.0/binary-hinge-given.json",
      "xgboost/2.1.4/sets.json", "xgboost/3.4.0/words.ubj", "xgboost/3.4.0/vectors.json", "xgboost/3.0.4/vectors.ubj",
      "xgboost/1.0.0/trees.buffer", "xgboost/3.4.0/trees.buffer", "xgboost/0.90/pruned.model",
      "xgboost/2.1.4/dart.model", "xgboost/1.7.6/linear.model", "xgboost/3.4.0/vectors-sums.stats.txt",
      "xgboost/0.90/trees-sums.stats.txt", "xgboost/3.4.0/mixed-sums.names.json",
      "lightgbm/categories.model", "lightgbm/linear.model", "lightgbm/gamma.model", "lightgbm/words.model");

  @TempDir
  Path folder;

  private static ModelLoader loader(String name) {
    return name.startsWith("lightgbm") ? new LightgbmLoader() : new XgboostLoader();
  }

  /** Opens what is written, and runs it if it opens. @return what was said against it; empty if it opened */
  private String attempt(ModelLoader loader, byte[] content, String what) throws Exception {
    Path file = Files.write(folder.resolve("hostile"), content);
    try (Model model = loader.load(new ModelSource(file), LoadOptions.DEFAULT, Progress.NONE)) {
      var input = model.description().inputs().get(0);
      int columns = (int) input.dims().orElseThrow().get(1).size();
      ElementType type = input.type().orElseThrow();
      Goldens.values(model, ArrayTensor.convert(type, Shape.of(2, columns), new double[2 * columns]), "margin",
          "prediction");
      return "";
    } catch (LoupeException e) {
      assertTrue(e.kind() == LoupeException.Kind.BAD_INPUT || e.kind() == LoupeException.Kind.NOT_APPLICABLE, what);
      Goldens.assertOneLine(e, what);
      assertTrue(e.getMessage().length() < 500, what + ": " + e.getMessage());
      return e.getMessage();
    } catch (RuntimeException | Error e) {
      return fail(what + " was not contained", e);
    }
  }

  @TestFactory
  Stream<DynamicTest> filesCutShortAreRefused() {
    return FILES.stream().map(name -> DynamicTest.dynamicTest(name, () -> {
      byte[] whole = Files.readAllBytes(Goldens.folder(name));
      assertEquals("", attempt(loader(name), whole, name));
      int opened = 0;
      for (int length = 0; length < whole.length; length += length < 400 ? 1 : 1 + whole.length / 250) {
        boolean refused = !attempt(loader(name), Arrays.copyOf(whole, length), name + " cut at " + length).isEmpty();
        opened += refused ? 0 : 1;
      }
      // A text dump that ends after a whole tree is a whole dump; what follows the trees of LightGBM is not needed, nor
      // are the attributes after the trees of the binary format.
      boolean open = name.endsWith(".stats.txt") || name.startsWith("lightgbm") || name.endsWith(".model")
          || name.equals("xgboost/1.0.0/trees.buffer");
      assertTrue(open || opened == 0, opened + " cut files were opened");
    }));
  }

  @TestFactory
  Stream<DynamicTest> changedBytesAreContained() {
    return FILES.stream().map(name -> DynamicTest.dynamicTest(name, () -> {
      byte[] whole = Files.readAllBytes(Goldens.folder(name));
      Random random = new Random(name.hashCode());
      int refused = 0;
      for (int i = 0; i < 250; i++) {
        byte[] changed = whole.clone();
        for (int n = 0; n <= i % 3; n++) {
          int at = random.nextInt(i % 2 == 0 ? Math.min(whole.length, 400) : whole.length);
          changed[at] = switch (i % 4) {
            case 0 -> (byte) random.nextInt();
            case 1 -> (byte) (changed[at] ^ 1 << random.nextInt(8));
            case 2 -> (byte) 0xff;
            default -> (byte) "0919-[]{}=:,eN"
                .charAt(random.nextInt(14));
          };
        }
        refused += attempt(loader(name), changed, name + ", change " + i).isEmpty() ? 0 : 1;
      }
      assertTrue(refused > 20, refused + " of 250 changed files were refused");
    }));
  }

  private void assertRefused(ModelLoader loader, String content, String... parts) throws Exception {
    String said = attempt(loader, content.getBytes(StandardCharsets.UTF_8), parts[0]);
    for (String part : parts) {
      assertTrue(said.contains(part), "\"" + said + "\" lacks \"" + part + "\"");
    }
  }

  private static String text(String name) throws Exception {
    return Files.readString(Goldens.folder(name));
  }

  @Test
  void whatContradictsItselfInJsonIsNamed() throws Exception {
    ModelLoader loader = new XgboostLoader();
    String model = text("xgboost/2.1.4/reg-squarederror-given.json");
    String first = "learner.gradient_booster.model.trees[0]";
    assertRefused(loader, model.replaceFirst("\"left_children\":\\[1", "\"left_children\":[0"), first, "reached twice");
    assertRefused(loader, model.replaceFirst("\"left_children\":\\[1", "\"left_children\":[1000000000"), first,
        "leads to node 1000000000");
    assertRefused(loader, model.replaceFirst("\"left_children\":\\[1,", "\"left_children\":["), first, "entries");
    assertRefused(loader, model.replaceFirst("\"left_children\":\\[1", "\"left_children\":[\"one\""), first,
        "left_children[0]", "not a number");
    assertRefused(loader, model.replaceFirst("\"left_children\":\\[[^\\]]*\\]", "\"left_children\":{}"), first,
        "not an array");
    assertRefused(loader, model.replaceFirst("\"split_conditions\":\\[[^,]*", "\"split_conditions\":[NaN"), first,
        "node 0", "threshold NaN");
    assertRefused(loader, model.replaceFirst("\"split_indices\":\\[\\d", "\"split_indices\":[7"), "column 7 of 7");
    assertRefused(loader, model.replaceFirst("\"split_indices\":\\[\\d", "\"split_indices\":[-1"), "feature -1");
    assertRefused(loader, model.replaceFirst("\"tree_info\":\\[0", "\"tree_info\":[7"), "output 7 of 1");
    assertRefused(loader, model.replace("\"base_score\":\"3E-1\"", "\"base_score\":\"x\""), "base_score", "\"x\"");
    assertRefused(loader, model.replaceAll("\"num_feature\":\"7\"", "\"num_feature\":\"2000000000\""),
        "the number of features is 2000000000");
    assertRefused(loader, model.replaceAll("\"num_class\":\"0\"", "\"num_class\":\"999999999\""), "999999999");
    assertRefused(loader, text("xgboost/2.1.4/binary-logistic-given.json").replace("\"base_score\":\"3E-1\"",
        "\"base_score\":\"1.5\""), "base_score is 1.5");
    assertRefused(loader, model.replace("\"learner\"", "\"teacher\""), "has no learner");
    assertEquals("", attempt(loader, model.replace("\"learner\"", "\"news\":[{\"a\":[1]},null,true],\"learner\"")
        .getBytes(StandardCharsets.UTF_8), "unknown fields"));
  }

  @Test
  void depthIsBounded() throws Exception {
    ModelLoader loader = new XgboostLoader();
    assertRefused(loader, "{\"learner\":" + "[".repeat(200_000), "nested more than 1000 levels deep");
    byte[] deep = new byte[200_000];
    Arrays.fill(deep, (byte) '[');
    deep[0] = '{';
    System.arraycopy(new byte[] {'i', 1, 'a'}, 0, deep, 1, 3);
    assertTrue(attempt(loader, deep, "UBJSON").contains("nested more than 1000 levels"));
  }

  @Test
  void sizesThatUbjsonClaimsAreCheckedFirst() throws Exception {
    byte[] model = Files.readAllBytes(Goldens.folder("xgboost/3.4.0/named.ubj"));
    List<byte[]> marks = List.of("[$d#L".getBytes(), "[$l#L".getBytes(), "[#L".getBytes(), "SL".getBytes());
    for (byte[] mark : marks) {
      for (long claimed : new long[] {Long.MAX_VALUE, Integer.MAX_VALUE, 1_000_000_000, -1, Long.MIN_VALUE}) {
        int at = find(model, mark) + mark.length;
        byte[] changed = model.clone();
        ByteBuffer.wrap(changed).putLong(at, claimed);
        String said = attempt(new XgboostLoader(), changed, claimed + "");
        assertTrue(said.contains("claims " + claimed), said);
      }
    }
  }

  private static int find(byte[] content, byte[] mark) {
    for (int at = 0; at < content.length - mark.length; at++) {
      if (Arrays.equals(content, at, at + mark.length, mark, 0, mark.length)) {
        return at;
      }
    }
    throw new AssertionError("no " + new String(mark));
  }

  @Test
  void sizesThatTheBinaryFormatClaimsAreCheckedFirst() throws Exception {
    byte[] model = Files.readAllBytes(Goldens.folder("xgboost/0.90/pruned.model"));
    int booster = find(model, "gbtree".getBytes()) + "gbtree".length();
    for (int claimed : new int[] {1_000_000_000, Integer.MAX_VALUE, -1}) {
      assertTrue(changed(model, 4, claimed).contains("number of features"));
      assertTrue(changed(model, booster, claimed).contains("the trees at byte"));
      assertTrue(changed(model, booster + 164, claimed).contains("the nodes of tree 0"));
    }
    assertTrue(changed(model, 8, 1_000_000_000).contains("number of outputs"));
    assertTrue(changed(model, booster + 164, 0).contains("number of nodes of tree 0 is 0"));
  }

  private String changed(byte[] model, int at, int value) throws Exception {
    byte[] changed = model.clone();
    ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);
    return attempt(new XgboostLoader(), changed, at + " = " + value);
  }

  @Test
  void setsOfCategoriesAreBounded() throws Exception {
    StringBuilder dump = new StringBuilder("booster[0]:\n");
    int nodes = 200_000;
    for (int i = 0; i < nodes; i++) {
      dump.append(2 * i).append(":[f0:{16777215}] yes=").append(2 * i + 1).append(",no=").append(2 * i + 2)
          .append(",missing=").append(2 * i + 1).append('\n').append(2 * i + 1).append(":leaf=1\n");
    }
    dump.append(2 * nodes).append(":leaf=0\n");
    assertRefused(new XgboostLoader(), dump.toString(), "sets of categories need more than");
    assertRefused(new XgboostLoader(), dump.toString().replace("16777215", "16777216"), "line 2", "category");
  }

  @Test
  void whatContradictsItselfInTextIsNamed() throws Exception {
    ModelLoader loader = new LightgbmLoader();
    String model = text("lightgbm/categories.model");
    assertRefused(loader, model.replaceFirst("left_child=-?\\d+", "left_child=0"), "tree 0", "reached twice");
    assertRefused(loader, model.replaceFirst("left_child=-?\\d+", "left_child=99"), "tree 0", "leads to node");
    assertRefused(loader, model.replaceFirst("left_child=-?\\d+", "left_child=-2147483648"), "tree 0", "leads to node");
    assertRefused(loader, model.replaceFirst("num_leaves=\\d+", "num_leaves=1000000000"), "tree 0", "leaf_value");
    assertRefused(loader, model.replaceFirst("num_leaves=\\d+", "num_leaves=0"), "tree 0 has 0 leaves");
    assertRefused(loader, model.replaceFirst("split_feature=\\d+", "split_feature=5"), "asks feature 5 of 5");
    assertRefused(loader, model.replaceFirst("leaf_value=\\S+", "leaf_value=nan"), "leaf 0 has the value NaN");
    assertRefused(loader, model.replaceFirst("cat_boundaries=0 \\d+", "cat_boundaries=0 1000000"), "tree 0, set 0",
        "1000000");
    assertRefused(loader, model.replaceFirst("max_feature_idx=\\d+", "max_feature_idx=2147483647"), "2147483648");
    assertRefused(loader, model.replaceFirst("num_tree_per_iteration=1", "num_tree_per_iteration=3"), "8 trees");
    assertRefused(loader, model.replaceFirst("Tree=3", "Tree=4"), "where tree 3 should begin");
    assertRefused(loader, model.replace("end of trees", "").replace("feature_importances:", ""), "end of trees");
    String numbers = text("lightgbm/gamma.model");
    assertRefused(loader, numbers.replaceFirst("threshold=\\S+", "threshold=nan"), "tree 0, node 0", "threshold NaN");
    assertRefused(loader, numbers.replaceFirst("decision_type=\\d+", "decision_type=14"), "decision type 14");
    String linear = text("lightgbm/linear.model");
    assertRefused(loader, linear.replaceFirst("num_features=\\d+", "num_features=2000000000"), "claims 2000000000");
  }

  @Test
  void whatContradictsItselfInADumpIsNamed() throws Exception {
    ModelLoader loader = new XgboostLoader();
    List<List<String>> wrong = new ArrayList<>();
    wrong.add(List.of("0:[f0<1] yes=1,no=2,missing=1\n1:leaf=1", "leads to node 2"));
    wrong.add(List.of("0:[f0<1] yes=0,no=1,missing=1\n1:leaf=1", "reached twice"));
    wrong.add(List.of("0:[f0<1] yes=1,no=2,missing=3\n1:leaf=1\n2:leaf=2\n3:leaf=3", "missing values to node 3"));
    wrong.add(List.of("0:[f0<1] yes=1,no=2\n1:leaf=1\n2:leaf=2", "line 1 has no missing"));
    wrong.add(List.of("0:[f0<a] yes=1,no=2,missing=1\n1:leaf=1\n2:leaf=2", "line 1: threshold is \"a\""));
    wrong.add(List.of("0:[f0<nan] yes=1,no=2,missing=1\n1:leaf=1\n2:leaf=2", "threshold is nan"));
    wrong.add(List.of("0:leaf=1\n0:leaf=2", "node 0 twice"));
    wrong.add(List.of("0:leaf=1\n1:leaf=2", "not reached"));
    wrong.add(List.of("0:leaf=1\nleaf", "line 2 is \"leaf\""));
    wrong.add(List.of("0:[f999999999<1] yes=1,no=2,missing=1\n1:leaf=1\n2:leaf=2",
        "the number of features is 1000000000"));
    wrong.add(List.of("0:[f0<1] yes=1,no=2,missing=1\n1:leaf=[1,2]\n2:leaf=2", "leaf of 1 values, not 2"));
    wrong.add(List.of("booster[0]:\nbooster[1]:\n0:leaf=1", "tree 0 has no node 0"));
    for (List<String> pair : wrong) {
      assertRefused(loader, pair.get(0), pair.get(1));
    }
    assertThrows(AssertionError.class, () -> assertRefused(loader, "0:leaf=1", "anything"), "the check can fail");
  }
}
