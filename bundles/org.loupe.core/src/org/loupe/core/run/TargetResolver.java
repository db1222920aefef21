/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.run;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.loupe.api.LoupeException;
import org.loupe.api.model.LayerNames;
import org.loupe.api.model.LogitSource;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.OutputInfo;
import org.loupe.api.target.ResolvedTarget;
import org.loupe.api.target.ScoreRequest;
import org.loupe.api.target.ScoreScale;
import org.loupe.api.target.Target;
import org.loupe.core.internal.score.ClassAxis;
import org.loupe.math.stats.Ranking;
import org.loupe.math.tensor.Tensor;

/** Makes a target concrete for a model and an input. */
public final class TargetResolver {
  private final ScoreRequest request;
  private final ModelDescription model;
  private final Map<String, List<String>> cardLabels;
  private final ForwardFunction forward;
  private final int items;

  private TargetResolver(ScoreRequest request, ModelDescription model, Map<String, List<String>> labels,
      ForwardFunction forward, int items) {
    this.items = items;
    this.request = request;
    this.model = model;
    this.cardLabels = labels;
    this.forward = forward;
  }

  /**
   * Resolves. Class targets speak of the named output, else of the first one that can be a class vector.
   *
   * @param labels class labels by output name, as the input card gives them
   * @param forward runs the model on the input at hand
   * @throws LoupeException USAGE if an index is out of range, or a label, output or layer does not exist;
   *     NOT_APPLICABLE if the output is no class vector or the layer has no such element
   */
  public static ResolvedTarget resolve(ScoreRequest request, ModelDescription model, Map<String, List<String>> labels,
      ForwardFunction forward) throws LoupeException {
    return resolve(request, model, labels, forward, 1);
  }

  /**
   * The same for several items that were fed at once, as rows of a table: their top class is the one with the highest
   * mean score.
   *
   * @param items how many
   */
  public static ResolvedTarget resolve(ScoreRequest request, ModelDescription model, Map<String, List<String>> labels,
      ForwardFunction forward, int items) throws LoupeException {
    TargetResolver r = new TargetResolver(request, model, labels, forward, items);
    return switch (request.target()) {
      case Target.Neuron n -> r.neuron(n);
      case Target.Channel c -> r.channel(c);
      case Target.Layer l -> r.whole(l);
      case Target.Direction d -> r.direction(d);
      case Target.None n -> throw LoupeException.usage("a score is needed: name a target other than none");
      default -> r.classes();
    };
  }

  private ResolvedTarget classes() throws LoupeException {
    OutputInfo output = output();
    Optional<LogitSource> logits = output.logits();
    boolean asLogit = request.scale() == ScoreScale.LOGIT;
    String value = asLogit && logits.isPresent() ? logits.get().layer() : output.name();
    ScoreScale scale = asLogit || logits.isEmpty() ? ScoreScale.LOGIT : ScoreScale.PROBABILITY;
    var result = forward.forward(List.of(value));
    Tensor scores = result.value(value);
    int classes = ClassAxis.of(scores, items).orElseThrow(() -> noClasses(output, scores)).classes();
    List<String> byCard = cardLabels.getOrDefault(output.name(), List.of());
    // Labels that the model itself returns come with its output, not with the logits.
    List<String> labels = !byCard.isEmpty() ? byCard : value.equals(output.name())
        ? result.labels().getOrDefault(output.name(), List.of())
        : forward.forward(List.of(output.name())).labels().getOrDefault(output.name(), List.of());
    Target target = switch (request.target()) {
      case Target.TopClass t -> new Target.ClassIndex(top(means(scores, classes), value));
      case Target.ClassLabel l -> new Target.ClassIndex(ranged(labelled(l.label(), labels, output), classes, output));
      case Target.ClassDifference d -> new Target.ClassDifference(ranged(d.index(), classes, output),
          ranged(d.other(), classes, output));
      case Target.ClassIndex c -> new Target.ClassIndex(ranged(c.index(), classes, output));
      case Target.Neuron n -> throw new IllegalStateException("a neuron is no class");
      case Target.Channel c -> throw new IllegalStateException("a channel is no class");
      case Target.Layer l -> throw new IllegalStateException("a layer is no class");
      case Target.Direction d -> throw new IllegalStateException("a direction is no class");
      case Target.None n -> throw new IllegalStateException("nothing is no class");
    };
    return new ResolvedTarget(target, value, scale, classes == 1 ? text(labels, output, scale)
        : text(target, labels, output, scale));
  }

  private OutputInfo output() throws LoupeException {
    if (request.output().isPresent()) {
      String name = request.output().get();
      return model.output(name).orElseThrow(() -> LoupeException.usage("the model has no output " + name
          + "; it has " + model.outputs().stream().map(OutputInfo::name).toList()));
    }
    return ClassAxis.firstOf(model.outputs())
        .orElseThrow(() -> LoupeException.notApplicable(model.name() + " has no output"));
  }

  private LoupeException noClasses(OutputInfo output, Tensor scores) {
    String layer = model.layers().isEmpty() ? output.name() : model.layers().get(model.layers().size() - 1).id();
    return LoupeException.notApplicable("output " + output.name() + " of " + model.name() + ", " + scores.type() + " "
        + scores.shape() + ", is no vector of class scores; explain one element instead, as neuron:" + layer + "[...]"
        + (model.outputs().size() > 1 ? ", or name another output" : ""));
  }

  private double[] means(Tensor scores, int classes) {
    double[] all = scores.toDoubles();
    double[] out = new double[classes];
    for (int i = 0; i < all.length; i++) {
      out[i % classes] += all[i] / items;
    }
    return out;
  }

  private static int top(double[] all, String value) throws LoupeException {
    for (double v : all) {
      if (!Double.isNaN(v)) {
        return Ranking.argMax(all);
      }
    }
    throw LoupeException.notApplicable("there is no top class: no score in " + value + " is a number");
  }

  private static int ranged(int index, int classes, OutputInfo output) throws LoupeException {
    if (index < 0 || index >= classes) {
      throw LoupeException.usage(classes == 1
          ? "output " + output.name() + " is a single number and has no class " + index
              + "; name 0 as target, or none, to explain that number"
          : "class " + index + " is out of range: output " + output.name() + " has classes 0 to " + (classes - 1));
    }
    return index;
  }

  private static int labelled(String label, List<String> labels, OutputInfo output) throws LoupeException {
    if (labels.isEmpty()) {
      throw LoupeException.usage("no labels are known for output " + output.name()
          + "; give them in the input card, or name the class by its index");
    }
    String wanted = label.strip().toLowerCase(Locale.ROOT);
    List<Predicate<String>> ways = List.of(l -> l.equals(label), l -> l.strip().toLowerCase(Locale.ROOT).equals(wanted),
        // Labels often list synonyms, as in "tabby, tabby cat".
        l -> List.of(l.toLowerCase(Locale.ROOT).split("\\s*,\\s*")).contains(wanted));
    for (Predicate<String> way : ways) {
      List<Integer> found = matching(labels, way);
      if (found.size() > 1) {
        throw LoupeException.usage("label " + label + " is ambiguous: classes " + found + "; use one of these indices");
      }
      if (found.size() == 1) {
        return found.get(0);
      }
    }
    List<String> near = labels.stream().filter(l -> l.toLowerCase(Locale.ROOT).contains(wanted)).limit(5).toList();
    throw LoupeException.usage("no label " + label + " in output " + output.name()
        + (near.isEmpty() ? "" : "; did you mean one of " + near));
  }

  private static List<Integer> matching(List<String> labels, Predicate<String> way) {
    return IntStream.range(0, labels.size()).filter(i -> way.test(labels.get(i))).boxed().toList();
  }

  private String text(Target target, List<String> labels, OutputInfo output, ScoreScale scale) {
    String what = target instanceof Target.ClassDifference d
        ? named(d.index(), labels) + " less " + named(d.other(), labels)
        : named(((Target.ClassIndex) target).index(), labels);
    String of = model.outputs().size() > 1 ? " of " + output.name() : "";
    String unit = scale == ScoreScale.PROBABILITY ? "probability" : "logit";
    return what + of + ", " + unit;
  }

  /** An output of one number has no classes: it is its label, or itself, and no logit unless it says so. */
  private static String text(List<String> labels, OutputInfo output, ScoreScale scale) {
    String name = labels.isEmpty() || labels.get(0).isEmpty() ? output.name() : labels.get(0);
    return name + (scale == ScoreScale.PROBABILITY ? ", probability" : output.logits().isPresent() ? ", logit" : "");
  }

  private static String named(int index, List<String> labels) {
    boolean labelled = index < labels.size() && !labels.get(index).isEmpty();
    return "class " + index + (labelled ? " (" + labels.get(index) + ")" : "");
  }

  private ResolvedTarget neuron(Target.Neuron n) throws LoupeException {
    String id = LayerNames.find(model, n.layer()).id();
    Tensor value = layer(id);
    long[] dims = value.shape().inner().dims();
    boolean fits = n.index().size() == dims.length;
    for (int axis = 0; fits && axis < dims.length; axis++) {
      fits = n.index().get(axis) >= 0 && n.index().get(axis) < dims[axis];
    }
    if (!fits) {
      throw LoupeException.usage("neuron " + n.index() + " is out of range: layer " + id + " takes " + dims.length
          + (dims.length == 1 ? " index" : " indices") + " below " + Arrays.toString(dims));
    }
    return new ResolvedTarget(new Target.Neuron(id, n.index()), id, ScoreScale.LOGIT,
        "neuron " + n.index() + " of " + id);
  }

  private ResolvedTarget whole(Target.Layer l) throws LoupeException {
    String id = LayerNames.find(model, l.layer()).id();
    layer(id);
    return new ResolvedTarget(new Target.Layer(id), id, ScoreScale.LOGIT, "mean square of " + id);
  }

  private ResolvedTarget direction(Target.Direction d) throws LoupeException {
    String id = LayerNames.find(model, d.layer()).id();
    long channels = channels(id).shape().dim(1);
    if (d.weights().size() != channels) {
      throw LoupeException.usage("the direction has " + d.weights().size() + " weights, but layer " + id + " has "
          + channels + " channels");
    }
    return new ResolvedTarget(new Target.Direction(id, d.weights()), id, ScoreScale.LOGIT,
        "a direction of " + channels + " channels of " + id);
  }

  private Tensor channels(String id) throws LoupeException {
    Tensor value = layer(id);
    if (value.shape().rank() < 2) {
      throw LoupeException.notApplicable("layer " + id + " of shape " + value.shape() + " has no channels");
    }
    return value;
  }

  private ResolvedTarget channel(Target.Channel c) throws LoupeException {
    String id = LayerNames.find(model, c.layer()).id();
    Tensor value = channels(id);
    if (c.channel() < 0 || c.channel() >= value.shape().dim(1)) {
      throw LoupeException.usage("channel " + c.channel() + " is out of range: layer " + id + " has channels 0 to "
          + (value.shape().dim(1) - 1));
    }
    return new ResolvedTarget(new Target.Channel(id, c.channel()), id, ScoreScale.LOGIT,
        "mean of channel " + c.channel() + " of " + id);
  }

  private Tensor layer(String id) throws LoupeException {
    Tensor value = forward.forward(List.of(id)).value(id);
    if (!value.type().isFloating() || value.shape().rank() < 1 || value.size() == 0) {
      throw LoupeException.notApplicable("layer " + id + " is " + value.type() + " " + value.shape()
          + ", which has no score");
    }
    if (value.shape().dim(0) != items) {
      throw LoupeException.notApplicable("layer " + id + " of shape " + value.shape()
          + " has no batch axis in front, so its elements cannot be told by item");
    }
    return value;
  }
}
