/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.architecture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The layers of the house: a bundle uses only bundles of lower layers. */
class LayersTest {
  /** Layers times ten, so that the two bundles of layer 0 that build on the tensors come after these. */
  private static final Map<String, Integer> LAYERS = Map.ofEntries(
      Map.entry("org.loupe.math", 0),
      Map.entry("org.loupe.scene", 5),
      Map.entry("org.loupe.graph", 5),
      Map.entry("org.loupe.api", 10),
      Map.entry("org.loupe.toolkit", 20),
      Map.entry("org.loupe.onnx", 30),
      Map.entry("org.loupe.trees", 30),
      Map.entry("org.loupe.visualize", 30),
      Map.entry("org.loupe.core", 40),
      Map.entry("org.loupe.cli", 60),
      Map.entry("org.loupe.samples", 60),
      Map.entry("org.loupe.ui.api", 60),
      Map.entry("org.loupe.ui.activations", 65),
      Map.entry("org.loupe.ui", 65),
      Map.entry("org.loupe.ui.filters", 65),
      Map.entry("org.loupe.ui.graph", 65),
      Map.entry("org.loupe.ui.tables", 65),
      Map.entry("org.loupe.product", 70));
  /** Families of independent bundles, all of layer 3. */
  private static final List<String> LAYER_3_FAMILIES = List.of("org.loupe.modality.", "org.loupe.explain.");
  /** What layer 1 may use of layer 0: the operator graph stays below the contracts. */
  private static final Set<String> UNDER_THE_API = Set.of("org.loupe.math", "org.loupe.scene");
  /** What makes a bundle need a display. */
  private static final List<String> WORKBENCH =
      List.of("org.eclipse.swt", "org.eclipse.jface", "org.eclipse.ui", "org.eclipse.e4", "org.eclipse.text");

  @Test
  void everyBundleHasALayer() throws IOException {
    for (String name : Bundle.all().keySet()) {
      assertTrue(layer(name) >= 0, name + " has no layer: add it to the table in DESIGN.md and here");
    }
  }

  @Test
  void usesOnlyLowerLayers() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Bundle bundle : Bundle.all().values()) {
      for (String used : used(bundle)) {
        if (layer(used) >= layer(bundle.name())) {
          wrong.add(bundle.name() + " uses " + used);
        }
      }
    }
    assertEquals(List.of(), wrong, "a bundle uses only bundles of lower layers");
  }

  @Test
  void layerThreeIsIndependentOfItselfAndOfCore() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Bundle bundle : Bundle.all().values()) {
      if (layer(bundle.name()) == 30) {
        for (String used : used(bundle)) {
          if (layer(used) == 30 || used.equals("org.loupe.core")) {
            wrong.add(bundle.name() + " uses " + used);
          }
        }
      }
    }
    assertEquals(List.of(), wrong, "loaders, modalities, explainers and visualizers know neither each other nor core");
  }

  @Test
  void contractsDoNotKnowTheOperatorGraph() throws IOException {
    Bundle api = Bundle.all().get("org.loupe.api");
    for (String used : used(api)) {
      assertTrue(UNDER_THE_API.contains(used), "org.loupe.api uses " + used);
    }
  }

  @Test
  void onlyTheUserInterfaceNeedsADisplay() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Bundle bundle : Bundle.all().values()) {
      if (bundle.name().startsWith("org.loupe.ui") || bundle.name().equals("org.loupe.product")) {
        continue;
      }
      for (String key : List.of("Require-Bundle", "Import-Package")) {
        for (Bundle.Clause clause : bundle.clauses(key)) {
          if (WORKBENCH.stream().anyMatch(clause.name()::startsWith)) {
            wrong.add(bundle.name() + " needs " + clause.name());
          }
        }
      }
    }
    assertEquals(List.of(), wrong, "headless bundles stay free of SWT and the workbench");
  }

  @Test
  void nothingOfLoupeIsOptional() throws IOException {
    for (Bundle bundle : Bundle.all().values()) {
      for (Bundle.Clause clause : bundle.clauses("Require-Bundle")) {
        assertFalse(clause.name().startsWith("org.loupe.") && "optional".equals(clause.options().get("resolution:")),
            bundle.name() + " requires " + clause.name() + " optionally");
      }
    }
  }

  /** The layer times ten, -1 if the name is in no layer. */
  private static int layer(String name) {
    if (LAYER_3_FAMILIES.stream().anyMatch(name::startsWith)) {
      return 30;
    }
    return LAYERS.getOrDefault(name, -1);
  }

  /** The bundles of Loupe that a bundle uses, by name or by a package that it imports. */
  private static Set<String> used(Bundle bundle) throws IOException {
    Map<String, String> exporters = new HashMap<>();
    for (Bundle other : Bundle.all().values()) {
      other.clauses("Export-Package").forEach(c -> exporters.put(c.name(), other.name()));
    }
    Set<String> used = new TreeSet<>();
    for (Bundle.Clause clause : bundle.clauses("Require-Bundle")) {
      if (clause.name().startsWith("org.loupe.")) {
        used.add(clause.name());
      }
    }
    for (Bundle.Clause clause : bundle.clauses("Import-Package")) {
      if (exporters.containsKey(clause.name())) {
        used.add(exporters.get(clause.name()));
      }
    }
    used.remove(bundle.name());
    return used;
  }
}
