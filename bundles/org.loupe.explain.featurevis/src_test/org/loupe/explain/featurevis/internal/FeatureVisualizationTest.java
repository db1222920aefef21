/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.featurevis.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.loupe.api.LoupeException;
import org.loupe.api.explain.ExplainRequest;
import org.loupe.api.result.Composite;
import org.loupe.api.result.GeneratedInput;
import org.loupe.api.subject.DecodedInput;
import org.loupe.api.subject.PictureEncoding.Light;
import org.loupe.api.subject.Subject;
import org.loupe.api.target.ResolvedTarget;
import org.loupe.api.target.ScoreScale;
import org.loupe.api.target.Target;
import org.loupe.explain.featurevis.internal.canvas.Canvas;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;

class FeatureVisualizationTest {
  private static final Target FIRST = new Target.Channel("map", 0);
  private static final String[] LUCID = {"steps=100", "optimizer=adam", "learning-rate=0.5", "parameterization=fourier",
      "decorrelate=true", "black=0", "white=1", "range=sigmoid", "noise=0.01", "border=0", "pad=2", "jitter-before=1",
      "scale-least=0.9", "scale-most=1.1", "rotate=5", "jitter-after=1"};

  private static GeneratedInput one(TinyContext context, Target target, String... settings) throws LoupeException {
    return (GeneratedInput) context.explain(target, settings);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void reachesTheBestValidPicture(boolean nchw) throws Exception {
    TinyContext context = new TinyContext(nchw, ElementType.FLOAT32, Light.BLUE, Light.GREEN, Light.RED);
    GeneratedInput made = one(context, FIRST, "border=0");
    // Red full and green none: 20 - 10.
    assertEquals(10, made.figures().get("objective"), 1e-5);
    assertEquals(context.input.tensor().shape(), made.values().shape());
    assertEquals(ElementType.FLOAT32, made.values().type());
    assertEquals("channel:map/0", made.objective());
    double[] map = context.map(made.values().toDoubles());
    assertEquals(10, map[0], 1e-5);
    assertEquals(31, made.scores().size());
    assertEquals(List.of(0, 5, 10, 15, 20, 25, 30), made.frames().stream().map(GeneratedInput.Frame::step).toList());
    for (int step = 0; step <= 30; step++) {
      assertEquals(step % 15 != 0, Double.isNaN(made.scores().get(step)), "step " + step);
    }
    // The shape of the map, step 15 and the end; the pass of the first step looks at what is measured.
    assertEquals(3, context.passes);
    assertTrue(made.scores().get(0) < 3, () -> "" + made.scores());
  }

  @ParameterizedTest
  @ValueSource(strings = {"channel", "layer", "class"})
  void whatIsMeasuredOnTheWayIsTheObjectiveOfThatPicture(String kind) throws Exception {
    Target target = switch (kind) {
      case "channel" -> FIRST;
      case "layer" -> new Target.Layer("map");
      default -> new Target.ClassIndex(0);
    };
    // Clipped pictures are valid and not moved, so every pass tells where its picture stands.
    String[] settings = {"border=0", "range=clip", "noise=0.5", "steps=30"};
    TinyContext context = TinyContext.rgb();
    GeneratedInput made = one(context, target, settings);
    assertEquals(7, made.scores().stream().filter(s -> !s.isNaN()).count());
    for (int step = 5; step <= 25; step += 5) {
      settings[3] = "steps=" + step;
      assertEquals(one(TinyContext.rgb(), target, settings).figures().get("objective"), made.scores().get(step), 1e-9);
    }
  }

  @Test
  void theBorderOfTheMapIsNotClimbed() throws Exception {
    TinyContext context = TinyContext.rgb();
    double[] map = context.map(one(context, FIRST, "border=2", "noise=0").values().toDoubles());
    for (int i = 0; i < 64; i++) {
      boolean inner = i % 8 >= 2 && i % 8 < 6 && i / 8 >= 2 && i / 8 < 6;
      assertEquals(inner ? 10 : 0, map[i], 1e-9);
    }
  }

  @Test
  void valuesOfAChannelWhoseWhiteIsItsLeastNumberStayInRange() throws Exception {
    GeneratedInput made = one(TinyContext.rgb(), new Target.Channel("map", 1), "border=0");
    assertEquals(64, made.figures().get("objective"), 1e-9);
  }

  @Test
  void theLucidWayClimbsAndIsRepeatedBitForBit() throws Exception {
    GeneratedInput made = one(TinyContext.rgb(), FIRST, LUCID);
    assertTrue(made.figures().get("objective") > 5, () -> "" + made.figures());
    GeneratedInput again = one(TinyContext.rgb(), FIRST, LUCID);
    assertArrayEquals(made.values().toDoubles(), again.values().toDoubles(), 0);
    assertEquals(made.scores(), again.scores());
    TinyContext other = TinyContext.rgb();
    other.seed = 2;
    assertFalse(java.util.Arrays.equals(made.values().toDoubles(), one(other, FIRST, LUCID).values().toDoubles()));
  }

  @Test
  void channelsTogetherAreTheSameAsAlone() throws Exception {
    TinyContext context = TinyContext.rgb();
    String[] with = java.util.Arrays.copyOf(LUCID, LUCID.length + 1);
    with[LUCID.length] = "also=1,0";
    Composite both = (Composite) context.explain(FIRST, with);
    assertEquals(List.of("channel:map/0", "channel:map/1"), List.copyOf(both.parts().keySet()));
    assertTrue(context.batches.stream().allMatch(b -> b == 2));
    for (int c = 0; c < 2; c++) {
      GeneratedInput alone = one(TinyContext.rgb(), new Target.Channel("map", c), LUCID);
      GeneratedInput among = (GeneratedInput) both.parts().get("channel:map/" + c);
      assertArrayEquals(alone.values().toDoubles(), among.values().toDoubles(), 0);
    }
  }

  @Test
  void aChannelThatNothingMovesIsCalledDead() throws Exception {
    TinyContext context = TinyContext.rgb();
    GeneratedInput made = one(context, new Target.Channel("map", 2), "starts=3");
    assertEquals(1.0, made.figures().get("dead"));
    assertEquals(3.0, made.figures().get("starts"));
    assertTrue(context.notes.get(0).contains("channel:map/2"), () -> "" + context.notes);
  }

  @Test
  void aClosedRectifierIsPassed() throws Exception {
    TinyContext context = TinyContext.rgb();
    context.rectified = true;
    GeneratedInput made = one(context, FIRST, "border=0");
    assertEquals(0.0, made.figures().get("objective at the start"));
    assertEquals(6, made.figures().get("objective"), 1e-9);
    assertEquals(16.0, made.figures().get("steps before the rectifier"));
    assertFalse(made.figures().containsKey("dead"));
    TinyContext never = TinyContext.rgb();
    never.rectified = true;
    assertEquals(1.0, one(never, new Target.Channel("map", 2)).figures().get("dead"));
  }

  @Test
  void directionsLayersAndClassesAreClimbedToo() throws Exception {
    Target against = new Target.Direction("map", List.of(-1.0, 0.0, 0.0));
    assertEquals(10, one(TinyContext.rgb(), against, "border=0").figures().get("objective"), 1e-9);
    assertEquals(10, one(TinyContext.rgb(), new Target.ClassIndex(0)).figures().get("objective"), 1e-9);
    // The squares of the whole layer are at most (64^2 + 10^2) / 3.
    GeneratedInput whole = one(TinyContext.rgb(), new Target.Layer("map"), "border=0", "steps=100", "noise=1",
        "range=clip");
    assertTrue(whole.figures().get("objective") >= 1300, () -> "" + whole.figures());
  }

  @Test
  void theGradientByTheParametersIsTheCentralDifference() throws Exception {
    // At a small sgd step the way of the parameters is the rate times the derivative, through moves, sigmoid, colours.
    TinyContext context = TinyContext.rgb();
    Canvas canvas = Canvas.of(context.input, 0, 1);
    VisualizationSettings settings = org.loupe.api.settings.SettingsSchema.of(VisualizationSettings.class)
        .read(Map.of("optimizer", "sgd", "learning-rate", "1", "parameterization", "fourier", "decorrelate", "true",
            "black", "0", "range", "sigmoid", "noise", "0.5", "pad", "2", "rotate", "20", "jitter-before", "2"));
    double[] weights = new java.util.Random(5).doubles(192, -1, 1).toArray();
    Climb moved = new Climb(settings, canvas, context.random("a"));
    double[] start = moved.values().clone();
    moved.look();
    moved.step(ArrayTensor.of(Shape.of(1, 3, 8, 8), weights));
    for (int i = 0; i < start.length; i += 7) {
      int at = i;
      double up = looked(new Climb(settings, canvas, context.random("a")), at, 1e-5, weights);
      double down = looked(new Climb(settings, canvas, context.random("a")), at, -1e-5, weights);
      assertEquals((up - down) / 2e-5, moved.values()[i] - start[i], 1e-4, () -> "parameter " + at);
    }
  }

  private static double looked(Climb climb, int at, double by, double[] weights) {
    climb.values()[at] += by;
    climb.refresh();
    double[] seen = climb.look().toDoubles();
    double sum = 0;
    for (int i = 0; i < seen.length; i++) {
      sum += weights[i] * seen[i];
    }
    return sum;
  }

  @Test
  void stopsWhenCancelledAndRefusesWhatIsNoPicture() throws Exception {
    TinyContext context = TinyContext.rgb();
    context.cancelAfter = 5;
    assertThrows(CancellationException.class, () -> context.explain(FIRST));
    assertEquals(5, context.batches.size());
    DecodedInput plain = DecodedInput.plain("x", context.input.tensor(), "tensor");
    LoupeException refused = assertThrows(LoupeException.class, () -> Canvas.of(plain, 0, 1));
    assertEquals(LoupeException.Kind.NOT_APPLICABLE, refused.kind());
    assertTrue(refused.getMessage().contains("no picture"), refused.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"also=7", "scale-least=2", "decay=0.1;parameterization=fourier", "range=sigmoid;black=1",
      "range=clip;decorrelate=true"})
  void saysWhichSettingsDoNotGoTogether(String settings) {
    LoupeException refused = assertThrows(LoupeException.class,
        () -> TinyContext.rgb().explain(FIRST, settings.split(";")));
    assertEquals(LoupeException.Kind.USAGE, refused.kind());
  }

  @Test
  void furtherChannelsNeedAChannel() {
    LoupeException refused = assertThrows(LoupeException.class,
        () -> TinyContext.rgb().explain(new Target.ClassIndex(0), "also=1"));
    assertEquals(LoupeException.Kind.USAGE, refused.kind());
  }

  @Test
  void keepsTheBestWhereAskedTo() throws Exception {
    // Steps of this length leave the best picture behind again and again.
    String[] wild = {"border=0", "steps=40", "optimizer=sgd", "learning-rate=300", "black=0", "white=0", "keep=best"};
    GeneratedInput best = one(TinyContext.rgb(), new Target.Channel("map", 1), wild);
    double highest = best.scores().stream().filter(d -> !d.isNaN()).mapToDouble(d -> d).max().orElseThrow();
    assertEquals(highest, best.figures().get("objective"));
    double[] map = TinyContext.rgb().map(best.values().toDoubles());
    assertEquals(highest, java.util.Arrays.stream(map, 64, 128).average().orElseThrow(), 1e-9);
  }

  @Test
  void opacityIsNotPaintedOn() throws Exception {
    TinyContext context = new TinyContext(false, ElementType.FLOAT64, Light.RED, Light.GREEN, Light.BLUE, Light.ALPHA);
    double[] values = one(context, FIRST, "border=0").values().toDoubles();
    for (int i = 3; i < values.length; i += 4) {
      assertEquals(20, values[i]);
    }
  }

  @Test
  void anInputIsFoundAmongOthers() throws Exception {
    TinyContext context = TinyContext.rgb();
    DecodedInput plain = DecodedInput.plain("a", ArrayTensor.of(Shape.of(1), 1.0), "tensor");
    Subject.Single two = new Subject.Single("s", Map.of("a", plain, "x", context.input), Map.of(), List.of("a", "x"));
    var made = (GeneratedInput) new FeatureVisualization().explain(new ExplainRequest<>(two,
        new ResolvedTarget(FIRST, "map", ScoreScale.LOGIT, "t"),
        org.loupe.api.settings.SettingsSchema.of(VisualizationSettings.class).defaults()), context);
    assertEquals("x", made.input());
    assertEquals(Optional.empty(), context.published.stream().findFirst());
  }
}
