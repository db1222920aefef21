/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.filters;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.facet.WeightInfo;
import org.loupe.api.model.facet.Weights;
import org.loupe.api.subject.PictureEncoding;
import org.loupe.api.subject.PictureEncoding.Light;
import org.loupe.core.kernel.KernelPictures;
import org.loupe.core.model.ModelLease;
import org.loupe.math.tensor.Tensor;
import org.loupe.ui.api.context.InspectedModel;
import org.loupe.ui.api.context.Inspector;

/**
 * The kernels that make a layer's channels.
 *
 * @param layer the convolution that they belong to
 * @param weights [O, I/g, kh, kw] or [O, I/g, k]
 * @param colours which input channels are red, green and blue
 */
record Kernels(LayerInfo layer, Tensor weights, List<Integer> colours) {
  private static final String KERNEL = "W";
  private static final Set<String> CONVOLUTIONS = Set.of("Conv", "FusedConv", "NhwcConv");
  /** Operators after which a channel still is the one that the convolution made. */
  private static final Set<String> KEEPING = Set.of("Relu", "LeakyRelu", "PRelu", "Elu", "Selu", "Celu", "Gelu", "Clip",
      "Sigmoid", "HardSigmoid", "HardSwish", "Tanh", "Softplus", "Softsign", "Mish", "ThresholdedRelu",
      "BatchNormalization", "InstanceNormalization", "Identity", "Dropout", "Cast", "Add", "Mul", "Sub", "Div",
      "MaxPool", "AveragePool", "GlobalAveragePool", "GlobalMaxPool", "Pad", "LRN");

  /** The convolution whose channels a layer's channels are: itself, or what it follows; empty if there is none. */
  static Optional<LayerInfo> convolution(ModelDescription model, LayerInfo layer) {
    Set<String> seen = new HashSet<>();
    Optional<LayerInfo> at = Optional.of(layer);
    while (at.isPresent() && seen.add(at.get().id())) {
      LayerInfo here = at.get();
      String operator = here.operator().substring(here.operator().lastIndexOf('.') + 1);
      if (CONVOLUTIONS.contains(operator)) {
        return at;
      }
      // With two computed operands there is no one convolution that it follows.
      at = KEEPING.contains(operator) && here.inputs().size() == 1 ? model.layer(here.inputs().get(0))
          : Optional.empty();
    }
    return Optional.empty();
  }

  /** Reads them. Not for the UI thread. */
  static Kernels read(Inspector inspector, InspectedModel model, LayerInfo layer, Progress progress)
      throws LoupeException {
    try (ModelLease lease = inspector.open(model.file(), progress)) {
      Weights facet = lease.facet(Weights.class).orElseThrow(() -> LoupeException.notApplicable(
          Texts.bind(Messages.Kernels_noWeights, lease.description().format())));
      WeightInfo info = facet.weights(layer.id()).stream().filter(w -> w.role().equals(KERNEL)).findFirst()
          .orElseThrow(() -> LoupeException.notApplicable(Texts.bind(Messages.Kernels_computed, layer.id())));
      return new Kernels(layer, facet.read(info.name(), progress), colours(inspector, model));
    }
  }

  /** In which order the model's picture has its colours; red, green, blue if it cannot be told. */
  private static List<Integer> colours(Inspector inspector, InspectedModel model) {
    try {
      Optional<PictureEncoding> encoding =
          inspector.loupe().inputs().blank(model.description(), model.card()).first().encoding();
      List<Light> lights = encoding.map(e -> e.channels().stream().map(PictureEncoding.Channel::light).toList())
          .orElse(List.of());
      List<Integer> out = new ArrayList<>();
      for (Light light : List.of(Light.RED, Light.GREEN, Light.BLUE)) {
        out.add(lights.indexOf(light));
      }
      return out.stream().sorted().toList().equals(KernelPictures.RGB) ? out : KernelPictures.RGB;
    } catch (LoupeException e) {
      // The model takes no picture, so that nothing says what its channels are.
      return KernelPictures.RGB;
    }
  }
}
