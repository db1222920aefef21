/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.loupe.core.testing.Fakes.refused;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.loupe.api.LoupeException;
import org.loupe.api.LoupeException.Kind;
import org.loupe.api.Progress;
import org.loupe.api.model.Dimension;
import org.loupe.api.model.ForwardRequest;
import org.loupe.api.model.ForwardResult;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.OutputInfo;
import org.loupe.api.model.ValueKind;
import org.loupe.api.model.ValueSpec;
import org.loupe.api.target.ResolvedTarget;
import org.loupe.api.target.ScoreRequest;
import org.loupe.api.target.ScoreScale;
import org.loupe.api.target.Target;
import org.loupe.api.target.TargetSyntax;
import org.loupe.core.testing.Fakes;
import org.loupe.core.testing.LinearModel;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

class TargetResolverTest {
  private static final Map<String, List<String>> LABELS = Map.of("prob", List.of("cat", "tabby, tiger cat", "Dog"));
  private final LinearModel model = new LinearModel(true);

  private ResolvedTarget resolve(String target, String output, ScoreScale scale) throws LoupeException {
    return TargetResolver.resolve(
        new ScoreRequest(TargetSyntax.parse(target), Optional.of(output).filter(o -> !o.isEmpty()), scale),
        model.description(), LABELS,
        values -> model.forward(new ForwardRequest(Fakes.subject().tensors(), values), Progress.NONE));
  }

  private ResolvedTarget resolve(String target) throws LoupeException {
    return resolve(target, "", ScoreScale.LOGIT);
  }

  @Test
  void theTopClassIsThatOfTheLargestLogit() throws LoupeException {
    int best = 0;
    for (int c = 1; c < 3; c++) {
      best = LinearModel.logit(Fakes.X, c) > LinearModel.logit(Fakes.X, best) ? c : best;
    }
    ResolvedTarget t = resolve("top");
    assertEquals(new Target.ClassIndex(best), t.target());
    assertEquals("logits", t.value());
    assertEquals(ScoreScale.LOGIT, t.scale());
  }

  @Test
  void probabilityIsOnRequestAndStamped() throws LoupeException {
    ResolvedTarget t = resolve("0", "", ScoreScale.PROBABILITY);
    assertEquals(new ResolvedTarget(new Target.ClassIndex(0), "prob", ScoreScale.PROBABILITY,
        "class 0 (cat) of prob, probability"), t);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"label:cat|index:0", "label:DOG|index:2", "label:tiger cat|index:1",
      "label:tabby, tiger cat|index:1", "2|index:2", "diff:2,0|diff:2,0",
      "neuron:features[1,0,1]|neuron:features[1,0,1]",
      "neuron:features_node[0,0,0]|neuron:features[0,0,0]", "channel:features/1|channel:features/1"})
  void targetsBecomeConcrete(String target, String concrete) throws LoupeException {
    assertEquals(concrete, TargetSyntax.format(resolve(target).target()));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "3|class 3 is out of range: output prob has classes 0 to 2",
      "diff:0,7|class 7 is out of range: output prob has classes 0 to 2",
      "label:tab|no label tab in output prob; did you mean one of [tabby, tiger cat]",
      "label:fish|no label fish in output prob",
      "neuron:features[0,0]|neuron [0, 0] is out of range: layer features takes 3 indices below [2, 2, 2]",
      "neuron:features[0,0,2]|neuron [0, 0, 2] is out of range: layer features takes 3 indices below [2, 2, 2]",
      "channel:features/2|channel 2 is out of range: layer features has channels 0 to 1",
      "channel:feature/0|no layer feature in linear.fake; did you mean one of [features]"})
  void whatIsNotThereIsSaidWithWhatIs(String target, String message) {
    assertEquals(message, refused(Kind.USAGE, () -> resolve(target)).getMessage());
  }

  @Test
  void anOutputWithoutClassesIsNotApplicable() {
    LoupeException e = refused(Kind.NOT_APPLICABLE, () -> resolve("top", "boxes", ScoreScale.LOGIT));
    assertTrue(e.getMessage().contains("boxes") && e.getMessage().contains("neuron:"), e.getMessage());
    assertEquals("the model has no output x; it has [prob, boxes]",
        refused(Kind.USAGE, () -> resolve("top", "x", ScoreScale.LOGIT)).getMessage());
  }

  @Test
  void labelsThatAreNotKnownAreAskedFor() {
    assertTrue(refused(Kind.USAGE, () -> TargetResolver.resolve(new ScoreRequest(new Target.ClassLabel("cat"),
        Optional.empty(), ScoreScale.LOGIT), model.description(), Map.of(), values -> model.forward(
            new ForwardRequest(Fakes.subject().tensors(), values), Progress.NONE))).getMessage()
        .startsWith("no labels are known for output prob"));
  }

  /** A model with one output of this tensor, which names its classes itself if it has two. */
  private static ResolvedTarget of(Tensor out, Target target) throws LoupeException {
    ValueSpec spec = new ValueSpec("out", ValueKind.TENSOR, Optional.of(out.type()), Optional.empty());
    ModelDescription description = new ModelDescription("m", "f", List.of(), List.of(),
        List.of(new OutputInfo(ValueSpec.tensor("label", ElementType.INT64, Dimension.of(1)), Optional.empty()),
            new OutputInfo(spec, Optional.empty())),
        List.of(), 0, Set.of(), Map.of(), List.of());
    return TargetResolver.resolve(new ScoreRequest(target, Optional.empty(), ScoreScale.LOGIT), description, Map.of(),
        values -> new ForwardResult(Map.of(values.get(0), out), Map.of("out", List.of("no", "yes"))));
  }

  @Test
  void classVectorsComeInManyShapes() throws LoupeException {
    for (Shape shape : List.of(Shape.of(1, 4), Shape.of(1, 4, 1, 1), Shape.of(1, 1, 1, 4), Shape.of(1, 1, 4, 1),
        Shape.of(4))) {
      Tensor out = ArrayTensor.of(shape, 0.1f, 0.2f, 0.9f, 0.3f);
      assertEquals(new Target.ClassIndex(2), of(out, new Target.TopClass()).target(), shape.toString());
    }
    for (Shape shape : List.of(Shape.of(1, 1), Shape.of(1), Shape.of())) {
      Tensor out = ArrayTensor.of(shape, 0.3f);
      assertEquals(new Target.ClassIndex(0), of(out, new Target.TopClass()).target(), shape.toString());
      assertEquals("output out is a single number and has no class 1; name 0 as target, or none, to explain that "
          + "number",
          refused(Kind.USAGE, () -> of(out, new Target.ClassIndex(1))).getMessage());
    }
    for (Shape shape : List.of(Shape.of(1, 2, 2), Shape.of(4, 1), Shape.of(1, 2, 2, 1))) {
      refused(Kind.NOT_APPLICABLE, () -> of(ArrayTensor.of(shape, 1f, 2f, 3f, 4f), new Target.TopClass()));
    }
    refused(Kind.NOT_APPLICABLE, () -> of(ArrayTensor.of(Shape.of(1, 2), 1L, 2L), new Target.TopClass()));
  }

  @Test
  void theModelsOwnLabelsServe() throws LoupeException {
    ResolvedTarget t = of(ArrayTensor.of(Shape.of(1, 2), 0.1f, 0.2f), new Target.ClassLabel("yes"));
    assertEquals("class 1 (yes) of out, logit", t.text());
  }

  @Test
  void withoutANumberThereIsNoTopClass() throws LoupeException {
    refused(Kind.NOT_APPLICABLE, () -> of(ArrayTensor.of(Shape.of(1, 2), Float.NaN, Float.NaN), new Target.TopClass()));
    assertEquals(new Target.ClassIndex(1),
        of(ArrayTensor.of(Shape.of(1, 2), Float.NaN, -3f), new Target.TopClass()).target());
  }
}
