/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.samples.train;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.loupe.math.random.RandomStreams;
import org.loupe.samples.data.Example;
import org.loupe.samples.model.Architecture;
import org.loupe.samples.model.Weights;
import org.loupe.samples.picture.PicturePainter;

/** A network in training; it sees pictures and labels, never masks. To be closed. */
public final class Training implements AutoCloseable {
  private static final int SIZE = PicturePainter.SIZE;
  private static final int PIXELS = 3 * SIZE * SIZE;

  /**
   * How a network is trained.
   *
   * @param epochs rounds over all pictures
   * @param batch pictures in a step
   * @param rate highest learning rate; it rises over the first epoch and falls to nothing along a cosine
   * @param decay weight decay
   * @param sparsity weight of the mean of the last feature maps in the loss in the second half of the epochs: places
   *     that say nothing fall silent. From the start it would silence all before anything is learnt
   */
  public record Plan(int epochs, int batch, float rate, float decay, float sparsity) {
  }

  private final long seed;
  private final Model model;

  public Training(long seed) {
    this.seed = seed;
    Engine engine = Engine.getEngine("PyTorch");
    engine.setRandomSeed((int) seed);
    model = Model.newInstance("sample", "PyTorch");
    model.setBlock(Network.create());
  }

  /** Trains from scratch. */
  public void run(List<Example> examples, Plan plan) {
    int steps = examples.size() / plan.batch();
    Tracker cosine = Tracker.cosine().setBaseValue(plan.rate()).optFinalValue(plan.rate() / 100)
        .setMaxUpdates(steps * plan.epochs()).build();
    Tracker warm = Tracker.warmUp().setMainTracker(cosine).optWarmUpSteps(steps)
        .optWarmUpBeginValue(plan.rate() / 20).build();
    Optimizer adam = Optimizer.adam().optLearningRateTracker(warm).optWeightDecays(plan.decay()).build();
    DefaultTrainingConfig config = new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss()).optOptimizer(adam);
    try (Trainer trainer = model.newTrainer(config)) {
      trainer.initialize(new Shape(1, 3, SIZE, SIZE));
      List<Example> order = new ArrayList<>(examples);
      for (int epoch = 0; epoch < plan.epochs(); epoch++) {
        Collections.shuffle(order, new Random(seed * 1000 + epoch));
        Augmentation augmentation = new Augmentation(RandomStreams.of(seed, "augmentation", Integer.toString(epoch)));
        float sparsity = 2 * epoch >= plan.epochs() ? plan.sparsity() : 0;
        double loss = 0;
        int batches = 0;
        for (int from = 0; from + plan.batch() <= order.size(); from += plan.batch()) {
          loss += step(trainer, order.subList(from, from + plan.batch()), augmentation, sparsity);
          batches++;
        }
        System.out.printf("  epoch %2d: loss %.4f%n", epoch + 1, loss / batches);
      }
    }
  }

  private double step(Trainer trainer, List<Example> batch, Augmentation augmentation, float sparsity) {
    float[] pixels = new float[batch.size() * PIXELS];
    int[] classes = new int[batch.size()];
    for (int i = 0; i < classes.length; i++) {
      augmentation.write(batch.get(i), pixels, i * PIXELS);
      classes[i] = batch.get(i).animal().ordinal();
    }
    double value;
    try (NDManager manager = trainer.getManager().newSubManager()) {
      NDArray input = manager.create(pixels, new Shape(classes.length, 3, SIZE, SIZE));
      NDArray labels = manager.create(classes);
      try (GradientCollector collector = trainer.newGradientCollector()) {
        NDList out = trainer.forward(new NDList(input));
        NDArray entropy = trainer.getLoss().evaluate(new NDList(labels), new NDList(out.get(1)));
        NDArray loss = entropy.add(out.get(0).mean().mul(sparsity));
        collector.backward(loss);
        value = loss.getFloat();
        out.close();
      }
      trainer.step();
    }
    return value;
  }

  /**
   * The network's own answers.
   *
   * @param input [N, 3, SIZE, SIZE]
   * @return [N, classes] logits
   */
  public float[] logits(float[] input) {
    try (NDManager manager = model.getNDManager().newSubManager()) {
      NDArray x = manager.create(input, new Shape(input.length / PIXELS, 3, SIZE, SIZE));
      NDList out = model.getBlock().forward(new ParameterStore(manager, false), new NDList(x), false);
      return out.get(1).toFloatArray();
    }
  }

  public Weights weights() {
    List<float[]> kernels = new ArrayList<>();
    List<float[]> biases = new ArrayList<>();
    for (Parameter parameter : model.getBlock().getParameters().values()) {
      (parameter.getType() == Parameter.Type.BIAS ? biases : kernels).add(parameter.getArray().toFloatArray());
    }
    int dense = Architecture.STAGES.size();
    return new Weights(List.copyOf(kernels.subList(0, dense)), List.copyOf(biases.subList(0, dense)),
        kernels.get(dense), biases.get(dense));
  }

  @Override
  public void close() {
    model.close();
  }
}
