/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.loupe.graph.DataType;
import org.loupe.graph.Dim;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.build.GraphBuilder;
import org.loupe.graph.build.ModelBuilder;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.math.tensor.Shape;

class ShapesOfInputsTest {
  @Test
  void putsNumbersForNamesAlsoWhereNoRuleTells() throws IOException {
    OnnxModel model = new ModelBuilder(new GraphBuilder("g").input("x", DataType.FLOAT, "batch, 4, ?")
        .node(NodeBuilder.of("Relu").inputs("x").outputs("r"))
        .node(NodeBuilder.of("Strange").domain("example").inputs("r").outputs("s"))
        .output("r", DataType.FLOAT, "batch, 4, ?").output("s", DataType.FLOAT, "batch, other, 2").build(), 17).build();
    Map<String, List<Dim>> shapes = ShapesOfInputs.infer(model, Map.of("x", Shape.of(3, 4, 5)));
    assertEquals(Dim.list("3, 4, 5"), shapes.get("r"));
    assertEquals(Dim.list("3, other, 2"), shapes.get("s"));
    assertEquals(Dim.list("batch, 4, ?"), ShapesOfInputs.infer(model, Map.of()).get("r"));
  }
}
