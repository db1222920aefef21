/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.loupe.api.model.facet.ModelProfile;

class TraceReaderTest {
  @TempDir
  Path folder;

  private List<TraceRun> read(String... events) throws IOException {
    Path file = Files.writeString(folder.resolve("trace.json"), Stream.of(events).collect(Collectors.joining(",",
        "[", "]")));
    return TraceReader.read(file);
  }

  private static String node(String name, String operator, long start, long micros) {
    return """
        {"cat":"Node","pid":1,"tid":2,"dur":%d,"ts":%d,"ph":"X","name":"%s_kernel_time","args":{"op_name":"%s",
        "provider":"CPUExecutionProvider","output_size":"16","parameter_size":"8","node_index":"3",
        "thread_scheduling_stats":{"main_thread":{"core":1}},"output_type_shape":[{"float":[1,4]}]}}
        """.formatted(micros, start, name, operator);
  }

  private static String run(long micros) {
    return "{\"cat\":\"Session\",\"dur\":%d,\"ts\":0,\"name\":\"model_run\",\"args\":{}}".formatted(micros);
  }

  @Test
  void keepsTheNodesOfEachRun() throws IOException {
    List<TraceRun> runs = read("{\"cat\":\"Session\",\"dur\":9,\"ts\":0,\"name\":\"session_initialization\"}",
        node("a", "Conv", 10, 5), node("b", "Relu", 15, 2), run(9), node("a", "Conv", 30, 4), run(6));
    assertEquals(List.of(9L, 6L), runs.stream().map(TraceRun::micros).toList());
    assertEquals(List.of("a", "b"), runs.get(0).events().stream().map(TraceEvent::name).toList());
    assertEquals(new TraceEvent("a", "Conv", "CPUExecutionProvider", 30, 4, OptionalLong.of(16), OptionalLong.of(8)),
        runs.get(1).events().get(0));
  }

  @Test
  void countsBodiesWithinTheirNode() throws IOException {
    List<TraceRun> runs = read(node("before", "Relu", 0, 10), node("step", "Add", 12, 3), node("step", "Add", 15, 3),
        node("loop", "Loop", 11, 9), node("after", "Relu", 20, 4), run(30));
    assertEquals(List.of("before", "loop", "after"), runs.get(0).events().stream().map(TraceEvent::name).toList());
  }

  @Test
  void takesTheMeanOfTheFasterHalf() throws IOException {
    List<TraceRun> runs = read(node("a", "Conv", 0, 50), run(90), node("a", "Conv", 0, 4), node("b", "If", 4, 1),
        run(6), node("a", "Conv", 0, 6), run(8));
    ModelProfile profile = FasterHalf.of(runs, Map.of("a", List.of("x", "y")));
    OptionalLong out = OptionalLong.of(16);
    OptionalLong weights = OptionalLong.of(8);
    assertEquals(new ModelProfile(3, 7, List.of(
        new ModelProfile.Node("a", "Conv", List.of("x", "y"), "CPU", 5, out, weights),
        new ModelProfile.Node("b", "If", List.of(), "CPU", 0.5, out, weights))), profile);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[", "{}", "[1]", "[{\"cat\":\"Node\",\"name\":\"a_kernel_time\"}]",
      "[{\"cat\":\"Session\",\"name\":\"model_run\",\"dur\":-4}]", "[{'cat':'Node'}]",
      "[{\"cat\":\"Session\",\"name\":\"model_run\",\"dur\":\"soon\"}]"})
  void refusesWhatIsNoTrace(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("trace.json"), text);
    IOException e = assertThrows(IOException.class, () -> TraceReader.read(file));
    assertTrue(e.getMessage() == null || !e.getMessage().contains("\n"), e.getMessage());
  }
}
