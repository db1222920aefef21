/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.loupe.api.model.Dimension;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.model.LogitSource;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.OutputInfo;
import org.loupe.api.model.ValueKind;
import org.loupe.api.model.ValueSpec;
import org.loupe.graph.DataType;
import org.loupe.graph.Dim;
import org.loupe.graph.Graph;
import org.loupe.graph.Node;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.ValueInfo;
import org.loupe.graph.ValueType;
import org.loupe.graph.analysis.FinalActivation;
import org.loupe.graph.analysis.GraphIndex;
import org.loupe.graph.analysis.Parameters;
import org.loupe.graph.analysis.Scope;
import org.loupe.graph.analysis.TopologicalOrder;
import org.loupe.graph.gradient.ShapeFacts;
import org.loupe.graph.shape.ShapeInference;
import org.loupe.onnx.internal.gradient.GradientCapabilities;
import org.loupe.onnx.internal.gradient.RuleSets;

/** Says of an operator graph what the contracts want to know of a model. */
public final class Describer {
  /** A convolution's maps: batch, channels, and at least two axes of space. */
  private static final int SPATIAL_RANK = 4;

  private final OnnxModel model;
  private final RuleSets rules;
  private final Graph graph;
  private final GraphIndex index;
  private final Map<String, DataType> types;
  private final Map<String, List<Dim>> shapes;
  private final List<Node> sorted;
  private final Set<String> constant;
  private final Parameters parameters;

  private Describer(OnnxModel model, RuleSets rules) throws IOException {
    this.model = model;
    this.rules = rules;
    this.graph = model.graph();
    this.index = GraphIndex.of(graph);
    this.sorted = TopologicalOrder.of(graph).sorted();
    this.types = ElementTypes.of(graph, sorted);
    this.shapes = ShapeInference.infer(model, index);
    this.constant = Constants.of(graph, sorted);
    this.parameters = new Parameters(index);
  }

  /**
   * @param rules by which it may be differentiated
   * @throws IOException if a constant that a shape depends on cannot be read
   */
  public static ModelDescription describe(OnnxModel model, Path file, RuleSets rules) throws IOException {
    return new Describer(model, rules).describe(file);
  }

  private ModelDescription describe(Path file) throws IOException {
    List<Path> files = new ArrayList<>(List.of(file));
    files.addAll(ExternalFiles.of(model, file));
    List<OutputInfo> outputs = graph.outputs().stream().map(this::output).toList();
    List<LayerInfo> layers = layers();
    Set<String> capabilities = new TreeSet<>();
    Set<String> returned = outputs.stream().map(OutputInfo::name).collect(Collectors.toSet());
    if (layers.stream().anyMatch(l -> isSpatial(l) && !returned.contains(l.id()))) {
      capabilities.add("layers:spatial");
    }
    capabilities.addAll(GradientCapabilities.of(model, ShapeFacts.of(shapes), rules));
    return new ModelDescription(String.valueOf(file.getFileName()), "ONNX", files,
        graph.requiredInputs().stream().map(v -> ValueSpecs.of(v.name(), v.type())).toList(), outputs, layers,
        parameters.total(), capabilities, ModelFacts.properties(model), ModelFacts.warnings(model));
  }

  private OutputInfo output(ValueInfo value) {
    ValueSpec spec = spec(value.name());
    List<String> labels = ClassLabels.of(model, index, value.name());
    if (spec.kind() == ValueKind.SEQUENCE && !labels.isEmpty()) {
      // Maps from label to score come back as rows of scores.
      spec = new ValueSpec(spec.name(), spec.kind(), spec.type(),
          Optional.of(List.of(Dimension.open(""), Dimension.of(labels.size()))));
    }
    return new OutputInfo(spec, logits(value.name()));
  }

  private Optional<LogitSource> logits(String output) {
    return FinalActivation.of(model, index, output)
        .flatMap(f -> f.logits().filter(l -> index.producer(l).isPresent())
            .map(l -> new LogitSource(l, f.node().opType())));
  }

  private List<LayerInfo> layers() {
    List<LayerInfo> layers = new ArrayList<>();
    for (Node node : sorted) {
      long weights = parameters.of(node);
      List<String> inputs =
          node.inputs().stream().filter(i -> !i.isEmpty() && !constant.contains(i)).distinct().toList();
      Map<String, String> attributes = AttributeTexts.of(node);
      for (String output : node.outputs()) {
        if (!output.isEmpty() && !constant.contains(output)) {
          layers.add(new LayerInfo(output, node.name(), node.qualifiedType(), inputs, spec(output),
              weights, String.join("/", Scope.of(node)), attributes));
        }
      }
    }
    return layers;
  }

  /** The type as declared, with what was inferred of it where it is a tensor or not declared at all. */
  private ValueSpec spec(String value) {
    ValueType declared = index.declared(value).map(ValueInfo::type).orElse(ValueType.UNKNOWN);
    DataType type = types.get(value);
    List<Dim> shape = shapes.get(value);
    boolean tensor = declared instanceof ValueType.TensorType
        || declared instanceof ValueType.UnknownType && type != null;
    return ValueSpecs.of(value, tensor ? new ValueType.TensorType(type == null ? DataType.UNDEFINED : type,
        Optional.ofNullable(shape)) : declared);
  }

  private static boolean isSpatial(LayerInfo layer) {
    ValueSpec value = layer.output();
    boolean floating = value.type().filter(t -> t.isFloating()).isPresent();
    if (!floating || value.dims().isEmpty() || value.dims().get().size() < SPATIAL_RANK) {
      return false;
    }
    return value.dims().get().stream().skip(1).filter(d -> !d.known() || d.size() > 1).count() >= 2;
  }
}
