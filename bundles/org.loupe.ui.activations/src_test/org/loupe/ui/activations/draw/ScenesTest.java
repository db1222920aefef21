/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.activations.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.loupe.api.result.FeatureMaps;
import org.loupe.math.tensor.Tensor;
import org.loupe.scene.Scene;
import org.loupe.scene.Selection;
import org.loupe.scene.Theme;
import org.loupe.scene.write.SvgWriter;
import org.loupe.toolkit.activation.LayerActivation;
import org.loupe.toolkit.activation.Survey;
import org.loupe.ui.activations.SomeLayers;

/** Drawings of values that are few, many, or no numbers. */
class ScenesTest {
  private static final double WIDTH = 300;
  private static final double HEIGHT = 260;
  private static final Pattern NOWHERE =
      Pattern.compile(" (d|x|y|x1|y1|x2|y2|cx|cy|r|width|height|transform|points)=\"[^\"]*(NaN|Infinity)");

  /** The scene as text; fails if a place in it is no number. */
  private static String written(Scene scene) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SvgWriter.write(scene, Optional.of(Theme.LIGHT), out);
    String svg = out.toString(StandardCharsets.UTF_8);
    assertFalse(NOWHERE.matcher(svg).find(), svg);
    return svg;
  }

  private static Survey survey(LayerActivation... activations) {
    return new Survey(List.of(activations).stream().map(a -> new Survey.Entry(a.value().layer(), "shape",
        a.value().channels(), a.statistics().all(), a.statistics().deadShare(), a.statistics().nan())).toList());
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0, -1e300})
  void theSameValueEverywhereIsDrawn(double value) throws IOException {
    LayerActivation maps = SomeLayers.activation(SomeLayers.filled(value, 1, 3, 4, 4), SomeLayers.MAPS);
    written(new ChannelScene(maps.maps(), 2, 0.7, false).draw(WIDTH, HEIGHT));
    written(new LayerScene(maps, -1).draw(WIDTH, HEIGHT));
    written(new LayerScene(maps, 1).draw(WIDTH, HEIGHT));
    Tensor vector = SomeLayers.filled(value, 1, 5);
    written(new MatrixScene(SomeLayers.maps(vector, SomeLayers.VECTOR), Optional.empty(), 1, true).draw(WIDTH, HEIGHT));
    Tensor tokens = SomeLayers.filled(value, 1, 4, 6);
    written(new MatrixScene(SomeLayers.maps(tokens, SomeLayers.TOKENS), Optional.empty(), 1, true).draw(WIDTH, HEIGHT));
    Survey survey = survey(maps, SomeLayers.activation(vector, SomeLayers.VECTOR));
    written(new SurveyScene(survey, Optional.of("some")).draw(WIDTH, HEIGHT));
    assertEquals(Double.isFinite(value), survey.firstNonFinite().isEmpty());
  }

  @Test
  void smallAndTinyPlacesAreDrawnOn() throws IOException {
    LayerActivation maps = SomeLayers.activation(SomeLayers.counting(1, 2, 1, 1), SomeLayers.MAPS);
    for (double[] size : new double[][] {{2, 2}, {160, 120}, {2000, 1500}}) {
      written(new ChannelScene(maps.maps(), 1, 1, true).draw(size[0], size[1]));
      written(new LayerScene(maps, 0).draw(size[0], size[1]));
      written(new SurveyScene(survey(maps), Optional.empty()).draw(size[0], size[1]));
    }
  }

  @Test
  void fourThousandChannelsAreSelectedWhereTheyAreSeen() {
    FeatureMaps maps = SomeLayers.maps(SomeLayers.counting(1, 4096), SomeLayers.VECTOR);
    Scene scene = new MatrixScene(maps, Optional.empty(), -1, false).draw(600, HEIGHT);
    long selected = 0;
    int last = -1;
    for (double x = 0; x < scene.width(); x += 0.25) {
      var selection = scene.hit(x, HEIGHT / 2).flatMap(h -> h.selection());
      if (selection.isPresent()) {
        assertEquals(Selection.CHANNEL, selection.get().kind());
        int channel = selection.get().coordinates().get(0).intValue();
        assertTrue(channel >= last && channel < 4096, "channels go from left to right");
        selected += channel == last ? 0 : 1;
        last = channel;
      }
    }
    assertTrue(selected > 1500 && last > 4080, selected + " channels, the last one " + last);
  }
}
