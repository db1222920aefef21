/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The command line of the product as a user runs it: its start script, in processes. */
@EnabledOnOs(OS.LINUX)
class CommandLineTest {
  private static final int AT_ONCE = 16;

  @TempDir
  Path home;

  private Finished loupe(String... words) throws Exception {
    return Installation.product().loupe(home, words).run();
  }

  @Test
  void listsWhatIsInstalled() throws Exception {
    Finished ended = loupe("list", "explainers", "--json").expect(0);
    assertTrue(Installation.hasId(JsonParser.parseString(ended.out()), "occlusion"), ended.out());
    assertEquals("", ended.err());
  }

  @Test
  void helpsWithACommand() throws Exception {
    Finished ended = loupe("explain", "--help").expect(0);
    for (String word : List.of("--method", "--input", "--out", "--target")) {
      assertTrue(ended.out().contains(word), ended.out());
    }
  }

  @Test
  void refusesAnUnknownCommandInOneLine() throws Exception {
    Finished ended = loupe("explian").expect(2);
    assertEquals("", ended.out());
    assertEquals(1, ended.err().lines().count(), ended.err());
    assertTrue(ended.err().contains("explain"), "names the nearest: " + ended.err());
  }

  @Test
  void takesNoArgumentForItself() throws Exception {
    // Equinox would take all of these; as a file's name none of them exists.
    for (String word : List.of("-data", "-debug", "-clean", "-console", "-vmargs")) {
      Finished ended = loupe("inspect", "./" + word).expect(3);
      assertTrue(ended.err().contains(word), ended.err());
      loupe("inspect", word).expect(2);
    }
  }

  @Test
  void runsAModel() throws Exception {
    Path model = LinearModel.writeModel(home.resolve("linear.onnx"));
    Path input = LinearModel.writeInput(home.resolve("x.npy"), 1, 2, 3);
    Finished inspected = loupe("inspect", model.toString(), "--json").expect(0);
    assertTrue(JsonParser.parseString(inspected.out()).isJsonObject(), inspected.out());
    Finished predicted = loupe("predict", model.toString(), "--input", input.toString(), "--json").expect(0);
    // y = (1 + 1 - 24, -2 + 8 + 0.75)
    assertTrue(predicted.out().contains("-22") && predicted.out().contains("6.75"), predicted.out());
  }

  @Test
  void refusesWhatIsNoModelWithCodeThree() throws Exception {
    Path file = Files.writeString(home.resolve("no.onnx"), "this is no model");
    Finished ended = loupe("predict", file.toString(), "--input", file.toString()).expect(3);
    assertEquals(1, ended.err().lines().count(), ended.err());
  }

  @Test
  void manyProcessesStartAtOnce() throws Exception {
    Installation fresh = Installation.product().copyTo(home.resolve("fresh"));
    List<Finished.Command> started = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      started.add(fresh.loupe(home, "list", "explainers").start());
    }
    Set<String> outputs = new HashSet<>();
    for (Finished.Command command : started) {
      outputs.add(command.end().expect(0).out());
    }
    assertEquals(1, outputs.size(), "all say the same");
    assertFalse(outputs.contains(""));
  }
}
