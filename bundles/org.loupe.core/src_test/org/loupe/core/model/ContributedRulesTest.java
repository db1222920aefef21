/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.LoadOptions;
import org.loupe.api.model.Model;
import org.loupe.api.model.ModelLoader;
import org.loupe.api.model.ModelSource;
import org.loupe.api.model.facet.BackwardRules;
import org.loupe.api.model.facet.Differentiable;
import org.loupe.core.catalogue.Catalogues;
import org.loupe.core.testing.DifferentiableModel;
import org.loupe.core.testing.FakeSource;
import org.loupe.core.testing.Fakes;
import org.loupe.core.testing.LinearModel;

/** Rules go from those who contribute them to the engine, and facets from the engine to those who ask. */
class ContributedRulesTest {
  @TempDir
  Path folder;
  private BackwardRules given;

  private ModelLease open(FakeSource source, Model model) throws Exception {
    source.loader("fake", 0, new ModelLoader() {
      @Override
      public Model load(ModelSource file, LoadOptions options, Progress progress) {
        throw new AssertionError("without rules");
      }

      @Override
      public Model load(ModelSource file, LoadOptions options, BackwardRules rules, Progress progress) {
        given = rules;
        return model;
      }
    });
    Path file = folder.resolve("model.fake");
    Files.writeString(file, "abc");
    return new ModelSessions(new Catalogues(source)).open(file, LoadOptions.DEFAULT, Progress.NONE);
  }

  @Test
  void loadersGetThemAndTheirCodeIsLoadedWhenItIsUsed() throws Exception {
    Object rule = "a rule";
    FakeSource source = new FakeSource().add("backwardRules", "vendor.rules", Map.of("id", "gelu", "class", "C",
        "operator", "Gelu", "domain", "com.microsoft", "ruleSet", "guided", "since", "7"), () -> rule)
        .add("backwardRules", "vendor.rules", Map.of("id", "relu", "class", "C", "operator", "Relu", "domain",
            "ai.onnx"), () -> rule);
    open(source, new LinearModel(true)).close();
    // The loader itself was made, and nothing else.
    assertEquals(1, source.created.get());
    List<BackwardRules.Entry> entries = given.entries();
    assertEquals(List.of("com.microsoft", ""), entries.stream().map(BackwardRules.Entry::domain).toList());
    assertEquals(List.of("Gelu", "Relu"), entries.stream().map(BackwardRules.Entry::operator).toList());
    assertEquals(List.of("guided", "plain"), entries.stream().map(BackwardRules.Entry::ruleSet).toList());
    assertEquals(List.of(7L, 1L), entries.stream().map(BackwardRules.Entry::since).toList());
    assertSame(rule, entries.get(0).create(String.class));
    LoupeException e = Fakes.refused(LoupeException.Kind.FAILED, () -> entries.get(1).create(Integer.class));
    assertTrue(e.getMessage().contains("vendor.rules"), e.getMessage());
  }

  @Test
  void facetsAreGivenUntilTheLeaseIsClosed() throws Exception {
    ModelLease lease = open(new FakeSource(), new DifferentiableModel());
    assertEquals(List.of("plain"), lease.facet(Differentiable.class).orElseThrow().ruleSets());
    assertTrue(lease.facet(Runnable.class).isEmpty());
    lease.close();
    assertThrows(IllegalStateException.class,
        () -> lease.facet(Differentiable.class));
  }
}
