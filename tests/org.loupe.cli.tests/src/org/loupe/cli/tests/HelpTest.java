/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.loupe.cli.internal.app.InProcess.loupe;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.loupe.cli.internal.app.Finished;

class HelpTest {
  @Test
  void theListNamesEveryInstalledCommand() {
    String overview = loupe("--help").expect(0).out();
    for (String id : List.of("inspect", "card", "predict", "activations", "explain", "list", "settings", "devices",
        "rerun", "bench")) {
      assertTrue(overview.contains("\n  " + id + " "), id + " is missing in\n" + overview);
    }
  }

  @Test
  void everyCommandHasAPageInWhichEveryOptionIsExplained() {
    for (JsonElement e : loupe("list", "commands", "--json").expect(0).json().getAsJsonArray("commands")) {
      JsonObject command = e.getAsJsonObject();
      String id = command.get("id").getAsString();
      String page = loupe("help", id).expect(0).out();
      assertEquals(page, loupe(id, "--help").expect(0).out());
      assertTrue(page.startsWith("Usage: loupe " + id), page);
      assertTrue(page.lines().allMatch(l -> l.length() <= 110), page);
      assertFalse(page.contains("  \n"), page);
    }
  }

  @Test
  void aMistypedWordIsRecognised() {
    loupe("expalin").expectError(2, "explain");
    loupe("predict", "m.onnx", "--inptu", "x").expectError(2, "did you mean --input?");
    loupe("settings", "oclusion").expectError(2, "occlusion");
    loupe("list", "explainer").expectError(2, "explainers");
  }

  @Test
  void settingsTellKeysDefaultsAndProfiles() {
    String text = loupe("settings", "occlusion").expect(0).out();
    assertTrue(text.contains("  baseline=zero    (zero, mean, blur, constant)\n"), text);
    assertTrue(text.contains("  captum    stride=1 "), text);
    JsonObject json = loupe("settings", "occlusion", "--json").expect(0).json();
    JsonArray settings = json.getAsJsonArray("settings");
    assertEquals(List.of("input", "window", "stride", "border", "baseline", "value", "blur-sigma"),
        settings.asList().stream().map(s -> s.getAsJsonObject().get("key").getAsString()).toList());
    assertEquals("1", json.getAsJsonArray("profiles").get(1).getAsJsonObject().getAsJsonObject("settings").get("stride")
        .getAsString());
  }

  @Test
  void settingsOfACardAndOfAViewAreToldToo() {
    assertTrue(loupe("settings", "image").expect(0).out().contains("  mean=0    (numbers by commas)\n"));
    assertTrue(loupe("settings", "heatmap").expect(0).out().contains("  opacity="));
  }

  @Test
  void listsNameBundles() {
    for (String kind : List.of("loaders", "modalities", "explainers", "visualizers", "commands")) {
      Finished text = loupe("list", kind).expect(0);
      assertTrue(text.out().contains("org.loupe."), text.out());
      JsonObject json = loupe("list", kind, "--json").expect(0).json();
      assertFalse(json.getAsJsonArray(kind).isEmpty(), kind);
      assertTrue(json.has("problems"));
    }
  }
}
