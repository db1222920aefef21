/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.weights;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.LayerNames;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.facet.WeightInfo;
import org.loupe.api.model.facet.Weights;
import org.loupe.graph.DataType;
import org.loupe.graph.Graph;
import org.loupe.graph.Initializer;
import org.loupe.graph.Node;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.analysis.GraphIndex;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Tensor;
import org.loupe.onnx.internal.engine.SessionMaker;

/** The weights of a model file, read from it when they are asked for. */
public final class FileWeights implements Weights {
  private static final long IN_MEMORY = 64L << 20;

  private final OnnxModel model;
  private final ModelDescription description;
  private final SessionMaker maker;
  private final long inMemory;
  private final Set<String> layers = new HashSet<>();
  private ConstantValues values;

  /** @param maker knows whether the file is still the one that was opened */
  public FileWeights(OnnxModel model, ModelDescription description, SessionMaker maker) {
    this(model, description, maker, IN_MEMORY);
  }

  /** @param inMemory how many bytes of a weight are read at once; what is larger stays in the file */
  FileWeights(OnnxModel model, ModelDescription description, SessionMaker maker, long inMemory) {
    this.inMemory = inMemory;
    this.model = model;
    this.description = description;
    this.maker = maker;
    description.layers().forEach(l -> layers.add(l.id()));
  }

  @Override
  public List<WeightInfo> weights(String layer) throws LoupeException {
    String value = layers.contains(layer) ? layer : LayerNames.find(description, layer).id();
    ConstantValues constants = values();
    List<WeightInfo> found = new ArrayList<>();
    Node node = constants.index().producer(value).orElseThrow();
    for (int i = 0; i < node.inputs().size(); i++) {
      String role = InputRoles.of(model, node, i);
      if (!node.input(i).isEmpty()) {
        constants.find(node.input(i)).filter(c -> isWeight(c, role)).ifPresent(c -> found.add(info(c, role)));
      }
    }
    Set<String> known = new HashSet<>();
    found.forEach(w -> known.add(w.name()));
    node.subgraphs().forEach(g -> body(g, constants, known, found));
    return found;
  }

  /** What branches and loop bodies keep, each once. */
  private void body(Graph body, ConstantValues constants, Set<String> known, List<WeightInfo> found) {
    GraphIndex within = GraphIndex.of(body);
    for (Node node : body.nodes()) {
      for (int i = 0; i < node.inputs().size(); i++) {
        String role = InputRoles.of(model, node, i);
        Optional<Initializer> kept = within.constant(node.input(i));
        Optional<Constant> constant = kept.isPresent() ? constants.find(kept.get().name())
            : constants.find(node.input(i));
        constant.filter(c -> isWeight(c, role) && known.add(c.name())).ifPresent(c -> found.add(info(c, role)));
      }
      node.subgraphs().forEach(g -> body(g, constants, known, found));
    }
  }

  /**
   * Floating-point numbers with an axis, and what is quantised to few bits with its scales; other whole numbers are
   * shapes and indices, single numbers those of a formula.
   */
  private static boolean isWeight(Constant constant, String role) {
    DataType type = constant.type();
    boolean quantised = type.bits() > 0 && type.bits() <= Byte.SIZE && type != DataType.BOOL;
    boolean scale = role.contains("scale") || role.contains("zero_point");
    boolean summed = type == DataType.INT32 && role.equals("B");
    return (type.isFloating() || quantised || summed) && (scale || constant.shape().rank() > 0);
  }

  private static WeightInfo info(Constant constant, String role) {
    List<Long> dims = Arrays.stream(constant.shape().dims()).boxed().toList();
    return new WeightInfo(constant.name(), role, type(constant), dims, constant.fileBytes());
  }

  /** As it is read: numbers of four bits and less come in bytes. */
  private static ElementType type(Constant constant) {
    boolean unsigned = constant.type() == DataType.UINT4 || constant.type() == DataType.UINT2;
    return constant.type().elementType().orElse(constant.type().isFloating() ? ElementType.FLOAT32
        : unsigned ? ElementType.UINT8 : ElementType.INT8);
  }

  @Override
  public Tensor read(String name, Progress progress) throws LoupeException {
    ConstantValues constants = values();
    Constant constant = constants.find(name).orElseThrow(() -> LoupeException.usage("there are no weights '" + name
        + "' in " + description.name() + "; those of a layer are listed by its name"));
    try {
      maker.requireUnchanged();
      return new ConstantTensors(model, constants, inMemory).read(constant, progress);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Memory of the weights of a node, those of bodies included. */
  public long bytes(String layer) throws LoupeException {
    return weights(layer).stream().mapToLong(WeightInfo::bytes).sum();
  }

  private synchronized ConstantValues values() throws LoupeException {
    try {
      values = values == null ? new ConstantValues(model) : values;
      return values;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private LoupeException unreadable(IOException e) {
    return LoupeException.badInput(description.name() + " could not be read again: " + e.getMessage(), e);
  }
}
