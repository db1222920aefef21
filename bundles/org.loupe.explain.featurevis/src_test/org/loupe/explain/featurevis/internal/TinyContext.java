/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.featurevis.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.explain.ExplainContext;
import org.loupe.api.explain.ExplainRequest;
import org.loupe.api.explain.GradientQuery;
import org.loupe.api.explain.Gradients;
import org.loupe.api.modality.PlayerRequest;
import org.loupe.api.modality.Players;
import org.loupe.api.model.ForwardRequest;
import org.loupe.api.model.ForwardResult;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.ValueSpec;
import org.loupe.api.model.facet.GradientResult;
import org.loupe.api.result.Result;
import org.loupe.api.settings.SettingsSchema;
import org.loupe.api.subject.DecodedInput;
import org.loupe.api.subject.PictureEncoding;
import org.loupe.api.subject.PictureEncoding.Channel;
import org.loupe.api.subject.PictureEncoding.Light;
import org.loupe.api.subject.SpatialAxes;
import org.loupe.api.subject.Subject;
import org.loupe.api.target.ResolvedTarget;
import org.loupe.api.target.ScoreScale;
import org.loupe.api.target.Target;
import org.loupe.math.random.RandomStreams;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/**
 * A run on a model of doubles whose layer "map" has three channels over the picture: red less green, blue squared,
 * and a rectified one that no valid picture wakes. The class score is the mean of the first.
 */
final class TinyContext implements ExplainContext {
  static final int SIDE = 8;
  private static final double FAR = 1000;
  final List<Result> published = new ArrayList<>();
  final List<String> notes = new ArrayList<>();
  final List<Integer> batches = new ArrayList<>();
  final DecodedInput input;
  /** Forward passes that were asked for. */
  int passes;
  int cancelAfter = Integer.MAX_VALUE;
  long seed = 1;
  /** Whether the map is rectified, and its first channel 4 less. */
  boolean rectified;

  /** @param lights of the channels; black is 10 and white 20 but of blue, of which they are 8 and -8 */
  TinyContext(boolean nchw, ElementType type, Light... lights) {
    List<Channel> channels = Arrays.stream(lights)
        .map(l -> l == Light.BLUE ? new Channel(l, 8, -8) : new Channel(l, 10, 20)).toList();
    Shape shape = nchw ? Shape.of(1, lights.length, SIDE, SIDE) : Shape.of(1, SIDE, SIDE, lights.length);
    input = new DecodedInput("x", ArrayTensor.convert(type, shape, new double[(int) shape.size()]), "image",
        Optional.of(nchw ? SpatialAxes.NCHW : SpatialAxes.NHWC), Optional.empty(),
        Optional.of(new PictureEncoding(channels)), List.of());
  }

  static TinyContext rgb() {
    return new TinyContext(true, ElementType.FLOAT64, Light.RED, Light.GREEN, Light.BLUE);
  }

  Result explain(Target target, String... settings) throws LoupeException {
    Map<String, String> map = new LinkedHashMap<>();
    for (String s : settings) {
      map.put(s.substring(0, s.indexOf('=')), s.substring(s.indexOf('=') + 1));
    }
    return new FeatureVisualization().explain(new ExplainRequest<>(subject(),
        new ResolvedTarget(target, "map", ScoreScale.LOGIT, "target"),
        SettingsSchema.of(VisualizationSettings.class).read(map)), this);
  }

  private Subject.Single subject() {
    return new Subject.Single("blank", Map.of("x", input), Map.of(), List.of("x"));
  }

  /** Element of a light at a pixel, in a tensor of the input's shape. */
  private int at(Light light, int pixel) {
    List<Channel> channels = input.encoding().orElseThrow().channels();
    for (int c = 0; c < channels.size(); c++) {
      if (channels.get(c).light() == light) {
        return input.axes().orElseThrow().equals(SpatialAxes.NCHW) ? c * SIDE * SIDE + pixel
            : pixel * channels.size() + c;
      }
    }
    return -1;
  }

  double[] map(double[] x) {
    double[] out = raw(x);
    for (int i = 0; i < out.length && rectified; i++) {
      out[i] = Math.max(0, out[i]);
    }
    return out;
  }

  private double[] raw(double[] x) {
    int plane = SIDE * SIDE;
    double[] out = new double[3 * plane];
    for (int i = 0; i < plane; i++) {
      out[i] = x[at(Light.RED, i)] - x[at(Light.GREEN, i)] - (rectified ? 4 : 0);
      out[plane + i] = x[at(Light.BLUE, i)] * x[at(Light.BLUE, i)];
      out[2 * plane + i] = Math.max(0, x[at(Light.RED, i)] - FAR);
    }
    return out;
  }

  private double[] back(double[] x, double[] cotangent) {
    int plane = SIDE * SIDE;
    double[] out = new double[x.length];
    for (int i = 0; i < plane; i++) {
      out[at(Light.RED, i)] += cotangent[i] + (x[at(Light.RED, i)] > FAR ? cotangent[2 * plane + i] : 0);
      out[at(Light.GREEN, i)] -= cotangent[i];
      out[at(Light.BLUE, i)] += 2 * x[at(Light.BLUE, i)] * cotangent[plane + i];
    }
    return out;
  }

  @Override
  public <T> Optional<T> facet(Class<T> type) {
    return Optional.empty();
  }

  @Override
  public ForwardResult forward(ForwardRequest request) {
    passes++;
    Tensor x = request.inputs().get("x");
    return new ForwardResult(Map.of("map", ArrayTensor.convert(x.type(), Shape.of(1, 3, SIDE, SIDE),
        map(x.toDoubles()))), Map.of());
  }

  @Override
  public double score() {
    throw new UnsupportedOperationException();
  }

  @Override
  public double[] scores(int count, IntFunction<Map<String, Tensor>> variant) {
    double[] out = new double[count];
    Arrays.setAll(out, i -> Arrays.stream(map(variant.apply(i).get("x").toDoubles())).limit(SIDE * SIDE).average()
        .orElseThrow());
    return out;
  }

  @Override
  public Gradients gradients(GradientQuery query) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void gradients(int count, IntFunction<Map<String, Tensor>> variant, GradientQuery query,
      Consumer<Gradients> each) {
    double[] weights = new double[3 * SIDE * SIDE];
    Arrays.fill(weights, 0, SIDE * SIDE, 1.0 / (SIDE * SIDE));
    gradients("map", count, variant, i -> ArrayTensor.of(Shape.of(1, 3, SIDE, SIDE), weights), query, each);
  }

  @Override
  public void gradients(String value, int count, IntFunction<Map<String, Tensor>> variant,
      IntFunction<Tensor> weights, GradientQuery query, Consumer<Gradients> each) {
    batches.add(count);
    for (int i = 0; i < count; i++) {
      Tensor x = variant.apply(i).get("x");
      double[] cotangent = weights.apply(i).toDoubles();
      double[] map = map(x.toDoubles());
      for (int k = 0; k < map.length && rectified && value.equals("map"); k++) {
        cotangent[k] = map[k] > 0 ? cotangent[k] : 0;
      }
      double[] gradient = back(x.toDoubles(), cotangent);
      double score = 0;
      for (int k = 0; k < map.length; k++) {
        score += cotangent[k] * map[k];
      }
      each.accept(new Gradients(score, new GradientResult(
          Map.of("x", ArrayTensor.convert(x.type(), x.shape(), gradient)), Map.of())));
    }
  }

  @Override
  public int batchSize() {
    return 4;
  }

  @Override
  public ModelDescription model() {
    return new ModelDescription("tiny", "Java", List.of(), List.of(), List.of(),
        rectified ? List.of(layer("raw", "Conv", "x"), layer("map", "Relu", "raw")) : List.of(), 0, Set.of(), Map.of(),
        List.of());
  }

  private static LayerInfo layer(String id, String operator, String from) {
    return new LayerInfo(id, id, operator, List.of(from), ValueSpec.tensor(id, ElementType.FLOAT64), 0, "");
  }

  @Override
  public Players players(DecodedInput decoded, PlayerRequest request) {
    throw new UnsupportedOperationException();
  }

  @Override
  public RandomGenerator random(String stream) {
    return RandomStreams.of(seed, stream);
  }

  @Override
  public void publish(Result partial) {
    published.add(partial);
  }

  @Override
  public void note(String sentence) {
    notes.add(sentence);
  }

  @Override
  public Progress progress() {
    return new Progress() {
      @Override
      public void begin(String task, long units) {
        // not looked at
      }

      @Override
      public void worked(long units) {
        // not looked at
      }

      @Override
      public boolean cancelled() {
        return batches.size() >= cancelAfter;
      }

      @Override
      public void check() {
        if (cancelled()) {
          throw new CancellationException();
        }
      }
    };
  }
}
