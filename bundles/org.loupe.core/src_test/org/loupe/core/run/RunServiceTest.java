/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.loupe.api.LoupeException;
import org.loupe.api.LoupeException.Kind;
import org.loupe.api.Progress;
import org.loupe.api.explain.Applicability;
import org.loupe.api.explain.ExplainContext;
import org.loupe.api.explain.ExplainRequest;
import org.loupe.api.explain.Explainer;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.result.FeatureAttribution;
import org.loupe.api.result.Result;
import org.loupe.api.result.SaliencyMap;
import org.loupe.api.subject.SpatialAxes;
import org.loupe.api.target.ScoreRequest;
import org.loupe.core.catalogue.Catalogues;
import org.loupe.core.result.RunRecord;
import org.loupe.core.testing.FakeSource;
import org.loupe.core.testing.Fakes;
import org.loupe.core.testing.LinearModel;
import org.loupe.core.testing.Method;
import org.loupe.core.testing.TensorLike;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;

/** How runs end, and what they leave. */
class RunServiceTest extends RunFixture {
  private RunOutcome run(Method method) {
    source.explainer("m", method);
    return service().run(lease, request("m"), Progress.NONE);
  }

  @Test
  void completesWithClosedFormValuesAndItsOrigin() {
    RunOutcome outcome = run(Fakes::ablation);
    assertEquals(RunStatus.COMPLETED, outcome.status(), outcome.message());
    RunRecord record = outcome.record().orElseThrow();
    double[] values = ((FeatureAttribution) record.result()).values().toDoubles();
    int top = Integer.parseInt(record.provenance().target().substring("index:".length()));
    for (int f = 0; f < 8; f++) {
      assertEquals(LinearModel.weight(top, f) * Fakes.X[f], values[f], 1e-12, "feature " + f);
    }
    var p = record.provenance();
    assertEquals(List.of("logits", "logit", "m", "vendor.methods 1.2.3", "1.0"),
        List.of(p.output(), p.scale(), p.explainer(), p.bundle(), p.runtime().version()));
    assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", p.modelHash());
    assertEquals(Map.of("times", "1"), p.settings());
    assertEquals(64, p.inputHash().length());
    assertEquals(64, p.batchSize());
    assertTrue(p.millis() >= 0 && java.time.Instant.parse(p.started()).isAfter(java.time.Instant.EPOCH));
  }

  @Test
  void whatAMethodSaysIsItsOutcome() {
    RunOutcome outcome = run((request, context) -> {
      throw LoupeException.notApplicable("no convolution");
    });
    assertEquals(new RunOutcome(RunStatus.NOT_APPLICABLE, Optional.empty(), "no convolution", "",
        Optional.of(Kind.NOT_APPLICABLE), outcome.cause()), outcome);
    assertEquals("no convolution", outcome.cause().orElseThrow().getMessage());
  }

  @Test
  void defectsNameTheBundle() {
    List<Method> defects = List.of((r, c) -> null, (r, c) -> {
      throw new NoClassDefFoundError("gone");
    }, (r, c) -> recursion(), (r, c) -> {
      throw new IllegalStateException("broken");
    }, (r, c) -> (Result) cast("text"), (r, c) -> new FeatureAttribution("x", ArrayTensor.of(Shape.of(0),
        new double[0]), List.of(), List.of(), Map.of()), (r, c) -> {
          c.scores(1, i -> null);
          return Fakes.answer(1);
        }, (r, c) -> {
          c.publish(null);
          return Fakes.answer(1);
        });
    for (int i = 0; i < defects.size(); i++) {
      source.explainer("m" + i, defects.get(i));
      RunOutcome outcome = service().run(lease, request("m" + i), Progress.NONE);
      assertEquals(RunStatus.FAILED, outcome.status(), i + ": " + outcome.message());
      assertEquals("vendor.methods", outcome.bundle(), i + ": " + outcome.message());
      assertFalse(outcome.message().contains("\n"));
    }
  }

  @Test
  void aResultThatDoesNotFitTheInputIsTheMethodsFault() {
    ArrayTensor fits = ArrayTensor.of(Shape.of(1, 8), new double[8]);
    Map<String, Result> wrong = Map.of("values of shape [1, 2] for input x of shape [1, 8]", Fakes.attribution(1, 2),
        "values for an input y that there is not",
        new FeatureAttribution("y", fits, Collections.nCopies(8, "f"), List.of(), Map.of()),
        "that values of rank 2 do not have",
        new SaliencyMap("x", fits, SpatialAxes.NCHW, Optional.empty(), Map.of()));
    wrong.forEach((message, result) -> {
      source.explainer(message, (Method) (r, c) -> result);
      RunOutcome outcome = service().run(lease, request(message), Progress.NONE);
      assertEquals("vendor.methods", outcome.bundle());
      assertTrue(outcome.message().endsWith(message), outcome.message());
    });
  }

  private static Result recursion() {
    return recursion();
  }

  private static Object cast(Object object) {
    return object;
  }

  @Test
  void aDefectiveModalityIsToBlameForItsParts() {
    TensorLike defective = new TensorLike("tensor") {
      @Override
      public org.loupe.api.modality.Players players(org.loupe.api.subject.DecodedInput input,
          org.loupe.api.modality.PlayerRequest request) {
        return new org.loupe.api.modality.Players() {
          @Override
          public int count() {
            return 2;
          }

          @Override
          public String label(int player) {
            return "";
          }

          @Override
          public org.loupe.math.tensor.Tensor without(java.util.BitSet absent, org.loupe.math.tensor.Tensor baseline) {
            throw new ArrayIndexOutOfBoundsException(7);
          }

          @Override
          public org.loupe.math.tensor.Tensor spread(double[] values) {
            return null;
          }
        };
      }
    };
    FakeSource other = new FakeSource().explainer("m", (Method) Fakes::ablation).modality("tensor", defective);
    RunOutcome outcome = new RunService(new Catalogues(other), 0).run(lease, request("m"), Progress.NONE);
    assertEquals("vendor.modalities", outcome.bundle(), outcome.message());
  }

  @Test
  void aWrongRequestSaysWhatIsWrong() {
    source.explainer("m", (Method) Fakes::ablation);
    RunService service = service();
    RunOutcome unknown = service.run(lease, request("n"), Progress.NONE);
    assertEquals(Optional.of(Kind.USAGE), unknown.kind());
    RunOutcome setting = service.run(lease, new RunRequest(Fakes.subject(), "m", "", Map.of("times", "10"),
        ScoreRequest.DEFAULT, 0, 0, 0, false), Progress.NONE);
    assertEquals("setting times must be a whole number from 1 to 9, not \"10\"", setting.message());
    RunOutcome profile = service.run(lease, new RunRequest(Fakes.subject(), "m", "p", Map.of(), ScoreRequest.DEFAULT, 0,
        0, 0, false), Progress.NONE);
    assertEquals("method m has no profile p", profile.message());
  }

  @Test
  void profilesSetSettingsAndSettingsOverrideThem() {
    source.add("explainers", "v", Map.of("id", "m", "class", "C"),
        () -> (Method) (r, c) -> Fakes.answer(r.settings().times()),
        FakeSource.element("profile", Map.of("id", "p", "name", "P"),
            FakeSource.element("set", Map.of("key", "times", "value", "3"))));
    RunService service = service();
    for (var e : Map.of(Map.<String, String>of(), 3.0, Map.of("times", "5"), 5.0).entrySet()) {
      RunRecord record = service.run(lease, new RunRequest(Fakes.subject(), "m", "p", e.getKey(), ScoreRequest.DEFAULT,
          0, 0, 0, false), Progress.NONE).record().orElseThrow();
      assertEquals(e.getValue(), ((FeatureAttribution) record.result()).values().get(0));
      assertEquals("p", record.provenance().profile());
    }
  }

  @Test
  void theMethodMayRefuseTheModel() {
    source.explainer("m", new Explainer<Method.Settings>() {
      @Override
      public Class<Method.Settings> settingsType() {
        return Method.Settings.class;
      }

      @Override
      public Applicability applicable(ModelDescription description) {
        return Applicability.no("needs images");
      }

      @Override
      public Result explain(ExplainRequest<Method.Settings> request, ExplainContext context) {
        throw new AssertionError("not to be asked");
      }
    });
    RunOutcome outcome = service().run(lease, request("m"), Progress.NONE);
    assertEquals(RunStatus.NOT_APPLICABLE, outcome.status());
    assertEquals("needs images", outcome.message());
  }

  @Test
  void valuesThatAreNotFiniteAreRefusedUnlessAllowed() {
    double[] x = Fakes.X.clone();
    x[3] = Double.NaN;
    var subject = Fakes.subject(ArrayTensor.of(Shape.of(1, 8), x), Map.of());
    source.explainer("m", (Method) (r, c) -> Fakes.answer(1));
    RunService service = service();
    ScoreRequest target = new ScoreRequest(new org.loupe.api.target.Target.ClassIndex(0), Optional.empty(),
        org.loupe.api.target.ScoreScale.LOGIT);
    RunOutcome refused = service.run(lease, RunRequest.of(subject, "m", target), Progress.NONE);
    assertEquals(Optional.of(Kind.BAD_INPUT), refused.kind());
    assertTrue(refused.message().startsWith("input x holds a value that is not a number"), refused.message());
    RunOutcome allowed = service.run(lease, new RunRequest(subject, "m", "", Map.of(), target, 0, 0, 0, true),
        Progress.NONE);
    assertEquals(RunStatus.COMPLETED, allowed.status(), allowed.message());
    assertEquals(List.of("The input x holds a value that is not a number."),
        allowed.record().orElseThrow().notes());
  }

  @Test
  void aListenerHearsEverythingInOrder() throws Exception {
    source.explainer("m", (Method) (r, c) -> {
      c.progress().begin("Counting", 4);
      c.progress().worked(2);
      c.note("Mind this.");
      c.publish(Fakes.answer(1, 2));
      return Fakes.answer(3);
    });
    List<String> heard = Collections.synchronizedList(new ArrayList<>());
    Run run = service().start(lease, request("m"), new RunListener() {
      @Override
      public void progress(String task, double fraction) {
        if (task.equals("Counting")) {
          heard.add(task + " " + fraction);
        }
      }

      @Override
      public void partial(RunRecord record) {
        heard.add(record.status() + " " + record.result().figures().get("score"));
      }

      @Override
      public void note(String sentence) {
        heard.add(sentence);
        throw new IllegalStateException("a listener that fails changes nothing");
      }

      @Override
      public void ended(RunOutcome outcome) {
        heard.add(outcome.status().name());
      }
    });
    RunOutcome outcome = ended(run);
    assertEquals(List.of("Counting 0.0", "Counting 0.5", "Mind this.", "PARTIAL 1.5", "COMPLETED"), heard);
    assertEquals(Optional.of(outcome), run.outcome());
    assertEquals("Counting", run.task());
    assertEquals(0.5, run.fraction());
  }

  @Test
  void aFailureAfterSomethingWasShownIsPartial() {
    RunOutcome outcome = run((r, c) -> {
      c.publish(Fakes.answer(7));
      throw LoupeException.failed("the disk is full", null);
    });
    assertEquals(RunStatus.PARTIAL, outcome.status());
    assertEquals("the disk is full", outcome.message());
    RunRecord record = outcome.record().orElseThrow();
    assertEquals(RunStatus.PARTIAL, record.status());
    assertEquals(7, ((FeatureAttribution) record.result()).values().get(0));
  }

  @Test
  void randomStreamsDependOnSeedMethodInputAndNameAlone() {
    Method method = (r, c) -> Fakes.answer(c.random("a").nextDouble(), c.random("a").nextDouble(),
        c.random("b").nextDouble());
    source.explainer("m", method).explainer("n", method);
    RunService service = service();
    double[] first = values(service, "m", 1, Fakes.X);
    assertEquals(first[0], first[1], "a stream begins anew");
    assertFalse(first[0] == first[2], "names differ");
    assertArrayEquals(first, values(service, "m", 1, Fakes.X));
    assertFalse(first[0] == values(service, "m", 2, Fakes.X)[0], "seeds differ");
    assertFalse(first[0] == values(service, "n", 1, Fakes.X)[0], "methods differ");
    double[] other = Fakes.X.clone();
    other[7] += 1e-9;
    assertFalse(first[0] == values(service, "m", 1, other)[0], "inputs differ");
  }

  private double[] values(RunService service, String method, long seed, double[] x) {
    RunOutcome outcome = service.run(lease, new RunRequest(
        Fakes.subject(ArrayTensor.of(Shape.of(1, 8), x), Map.of()), method, "", Map.of(), ScoreRequest.DEFAULT, seed, 0,
        0, false), Progress.NONE);
    return ((FeatureAttribution) outcome.record().orElseThrow().result()).values().toDoubles();
  }
}
