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

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.cli.internal.app.Finished;
import org.loupe.graph.DataType;
import org.loupe.graph.build.GraphBuilder;
import org.loupe.graph.build.ModelBuilder;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.graph.onnx.OnnxWriter;
import org.loupe.math.npy.NpyWriter;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;

/** Names in a model that try to move the cursor, forge a line or leave the folder. */
class HostileNamesTest {
  private static final String LAYER = "../../escape\u001b[2J\nloupe: all is well";

  @TempDir
  Path folder;

  private Path model;
  private Path input;

  @BeforeEach
  void write() throws IOException {
    model = folder.resolve("names.onnx");
    OnnxWriter.write(new ModelBuilder(new GraphBuilder("g")
        .input("x", DataType.FLOAT, "1, 2")
        .node(NodeBuilder.of("Relu").name("r\u009b\u202e").inputs("x").outputs(LAYER))
        .node(NodeBuilder.of("Neg").name("n").inputs(LAYER).outputs("y"))
        .output("y", DataType.FLOAT, "1, 2").build(), 13).producer("\u001b]0;title\u0007").build(), model);
    input = folder.resolve("x.npy");
    NpyWriter.write(ArrayTensor.of(Shape.of(1, 2), 1f, -2f), input);
  }

  @Test
  void theyAreShownAsEscapesOnATerminal() {
    for (List<Object> words : List.<List<Object>>of(List.of("inspect", model, "--layers"),
        List.of("activations", model, "--input", input, "--all", "--out", folder.resolve("a")))) {
      Finished done = loupe(words.toArray()).expect(0);
      assertFalse(done.out().matches("(?s).*[\u001b\u009b\u202e\u0007].*"), done.out());
      assertFalse(done.out().lines().anyMatch(l -> l.startsWith("loupe:")), done.out());
      assertTrue(done.out().contains("escape\\u001b[2J\\nloupe: all is well"), done.out());
    }
  }

  @Test
  void theyStayExactInJsonAndOutOfPaths() throws IOException {
    Path out = folder.resolve("deep/in/out");
    JsonObject done = loupe("activations", model, "--input", input, "--all", "--out", out, "--json").expect(0).json();
    assertEquals(LAYER, done.getAsJsonArray("layers").get(0).getAsJsonObject().get("layer").getAsString());
    try (Stream<Path> all = Files.walk(folder)) {
      assertEquals(List.of("001-escape_2J_loupe_all_is_well.csv", "001-escape_2J_loupe_all_is_well.npy",
          "001-escape_2J_loupe_all_is_well.png", "002-y.csv",
          "002-y.npy", "002-y.png", "index.json", "names.onnx", "x.npy"),
          all.filter(Files::isRegularFile).map(p -> p.getFileName().toString()).sorted().toList());
    }
  }
}
