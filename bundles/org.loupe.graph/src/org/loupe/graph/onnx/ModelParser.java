/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.onnx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loupe.graph.GraphFunction;
import org.loupe.graph.ModelFormatException;
import org.loupe.graph.OnnxModel;

/** Reads the outermost message of a model file. */
final class ModelParser {
  private final WireInput in;
  private final ExternalData external;
  private final GraphParser graphs;
  private final Map<String, Long> opsets = new LinkedHashMap<>();
  private final Map<String, String> metadata = new LinkedHashMap<>();
  private final List<GraphFunction> functions = new ArrayList<>();
  private GraphParser.Parts graph;
  private long irVersion;
  private long modelVersion;
  private String producerName = "";
  private String producerVersion = "";
  private String domain = "";
  private String description = "";

  ModelParser(WireInput in) {
    this.in = in;
    this.external = new ExternalData(in.file());
    this.graphs = new GraphParser(in, new TensorParser(in, external));
  }

  OnnxModel parse() throws IOException {
    in.fields(this::field);
    if (graph == null) {
      throw new ModelFormatException(in.file().getFileName() + " holds no graph: it is no ONNX model or was cut short");
    }
    external.requireAll();
    return new OnnxModel(Optional.of(in.file()), new OnnxModel.Header(irVersion, producerName, producerVersion, domain,
        modelVersion, description, metadata), opsets, graph.build(), functions);
  }

  private void field(int field) throws IOException {
    switch (field) {
      case OnnxFields.Model.IR_VERSION -> irVersion = in.integer();
      case OnnxFields.Model.PRODUCER_NAME -> producerName = in.string();
      case OnnxFields.Model.PRODUCER_VERSION -> producerVersion = in.string();
      case OnnxFields.Model.DOMAIN -> domain = in.string();
      case OnnxFields.Model.MODEL_VERSION -> modelVersion = in.integer();
      case OnnxFields.Model.DOC_STRING -> description = in.string();
      case OnnxFields.Model.GRAPH -> {
        // Protocol Buffers merge a message that comes twice; ModelExtension makes use of that.
        if (graph == null) {
          graph = new GraphParser.Parts();
        }
        graphs.parse(graph);
      }
      case OnnxFields.Model.OPSET_IMPORT -> graphs.opset(opsets);
      case OnnxFields.Model.METADATA_PROPS -> new EntryParser(in).parse(metadata);
      case OnnxFields.Model.FUNCTIONS -> functions.add(new FunctionParser(in, graphs).parse());
      default -> in.skip();
    }
  }
}
