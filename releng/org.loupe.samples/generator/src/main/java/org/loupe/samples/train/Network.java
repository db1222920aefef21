/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.samples.train;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.initializer.Initializer;
import ai.djl.training.initializer.XavierInitializer;
import java.util.List;
import org.loupe.samples.model.Architecture;

/** The network as a block of DJL: pictures [N, 3, H, W] to the last feature maps and the logits. */
final class Network {
  private Network() {
  }

  static Block create() {
    SequentialBlock features = new SequentialBlock();
    for (Architecture.Stage stage : Architecture.STAGES) {
      long padding = stage.kernel() / 2;
      features.add(Conv2d.builder().setKernelShape(new Shape(stage.kernel(), stage.kernel()))
          .setFilters(stage.channels()).optStride(new Shape(stage.stride(), stage.stride()))
          .optPadding(new Shape(padding, padding)).build());
      features.add(Activation.reluBlock());
      if (stage.pool()) {
        features.add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)));
      }
    }
    features.setInitializer(new XavierInitializer(XavierInitializer.RandomType.GAUSSIAN,
        XavierInitializer.FactorType.IN, 2), Parameter.Type.WEIGHT);
    Block dense = Linear.builder().setUnits(Architecture.CLASSES.size()).build();
    // From zero both rows of the dense layer stay opposite, so that what speaks for one class speaks against the other.
    dense.setInitializer(Initializer.ZEROS, Parameter.Type.WEIGHT);
    Block head = new SequentialBlock().add(Pool.globalAvgPool2dBlock()).add(dense);
    Block both = new ParallelBlock(outputs -> new NDList(outputs.get(0).get(0), outputs.get(1).get(0)),
        List.of(Blocks.identityBlock(), head));
    return new SequentialBlock().add(features).add(both);
  }
}
