/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.trees.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.loupe.api.LoupeException;
import org.loupe.api.model.tree.Link;
import org.loupe.api.model.tree.TreeEnsemble;
import org.loupe.api.result.CustomResult;
import org.loupe.api.subject.Subject;
import org.loupe.api.subject.TableColumn;
import org.loupe.api.target.Target;
import org.loupe.api.visualize.ViewRequest;
import org.loupe.scene.TextItem;
import org.loupe.scene.build.Styles;

class TreeMethodTest {
  private static final TreeEnsemble ENSEMBLE = Trees.ensemble(2, Link.IDENTITY, 0, Trees.stump(0, 0.5, -1, 1),
      Trees.and(true));

  private static CustomResult draw(Subject.Single rows, Subject.Single background, Map<String, String> settings)
      throws LoupeException {
    return new FakeContext(ENSEMBLE, 1).explain(new TreeMethod(), CustomResult.class, rows, background,
        new Target.ClassIndex(0), settings);
  }

  @Test
  void aTreeIsGivenAsItsNodesWithTheRowsThatComeThere() throws LoupeException {
    List<TableColumn> columns = List.of(new TableColumn("Age", "years", List.of(), "", 0.01, 0),
        TableColumn.plain("b"));
    CustomResult found = draw(FakeContext.rows(columns, List.of(), new double[] {1, 0}),
        FakeContext.rows(2, new double[] {0, 0}, new double[] {1, 0}, new double[] {1, 1}, new double[] {0.75, 4}),
        Map.of("tree", "1", "bins", "4"));
    assertEquals(List.of(
        List.of("0", "", "", "Age < 50", "yes", "4", "4", "0", "100", "1 0 0 3", ""),
        List.of("1", "0", "yes", "", "", "2", "1", "", "", "", "0"),
        List.of("2", "0", "no", "b < 0.5", "yes", "2", "3", "0", "4", "1 1 0 1", ""),
        List.of("3", "2", "yes", "", "yes", "1", "1", "", "", "", "0"),
        List.of("4", "2", "no", "", "", "1", "2", "", "", "", "80")), found.rows());
    assertEquals("Tree 1 of 2. Row row 1 goes Age < 50: no (100 years); b < 0.5: yes (0). It adds 0.", found.text());
    assertEquals(4.0, found.figures().get("rows counted"));
  }

  @Test
  void aBorderBesideZeroIsShownAsZero() throws LoupeException {
    TreeEnsemble ensemble = Trees.ensemble(1, Link.IDENTITY, 0, Trees.stump(0, 1.0000000180025095e-35, -1, 1));
    CustomResult found = new FakeContext(ensemble, 1).explain(new TreeMethod(), CustomResult.class,
        FakeContext.rows(1, new double[] {0}), null, new Target.ClassIndex(0), Map.of());
    assertEquals("column 0 < 0", found.rows().get(0).get(3));
    assertEquals("yes", found.rows().get(1).get(4));
  }

  @Test
  void theWayOfTheRowIsDrawnWithAllOfASmallTreeAndAloneInALargeOne() throws LoupeException {
    CustomResult found = draw(FakeContext.rows(2, new double[] {0, 1}), null, Map.of("tree", "1"));
    assertEquals(List.of("column 0 < 0.5", "0", "column 1 < 0.5", "0", "80"), texts(found, 24));
    assertEquals(List.of("column 0 < 0.5", "0", "column 1 < 0.5 \u2026"), texts(found, 2));
  }

  /** What is written at nodes, by their numbers; the first text is the subtitle. */
  private static List<String> texts(CustomResult result, int leaves) throws LoupeException {
    return new TreePicture().prepare(result, new ViewRequest<>(new TreePictureOptions(leaves), "tree", 900, 500))
        .items().stream().filter(TextItem.class::isInstance).map(TextItem.class::cast)
        .filter(t -> t.style().equals(Styles.BODY)).map(TextItem::text).skip(1).toList();
  }

  @Test
  void aTreeThatIsNotThereIsSaidSo() {
    LoupeException thrown = assertThrows(LoupeException.class,
        () -> draw(FakeContext.rows(2, new double[2]), null, Map.of("tree", "2")));
    assertEquals("there is no tree 2; the model has 2 trees, 0 to 1", thrown.getMessage());
  }
}
