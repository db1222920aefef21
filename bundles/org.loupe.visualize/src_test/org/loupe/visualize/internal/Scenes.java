/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.result.Result;
import org.loupe.api.settings.SettingsSchema;
import org.loupe.api.visualize.ViewRequest;
import org.loupe.api.visualize.Visualizer;
import org.loupe.scene.Group;
import org.loupe.scene.ImageItem;
import org.loupe.scene.Item;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.TextItem;
import org.loupe.scene.text.Ellipsis;
import org.loupe.scene.text.TextMeasure;

/** What tests ask of scenes. */
public final class Scenes {
  private static final double SLACK = 0.51;

  private Scenes() {
  }

  /** @param options keys and values in turn */
  public static <R extends Result, O extends Record> Scene draw(Visualizer<R, O> visualizer, R result, int width,
      int height, String... options) throws LoupeException {
    Map<String, String> texts = new LinkedHashMap<>();
    for (int i = 0; i < options.length; i += 2) {
      texts.put(options[i], options[i + 1]);
    }
    return visualizer.prepare(result, new ViewRequest<>(SettingsSchema.of(visualizer.optionsType()).read(texts),
        "Title", width, height));
  }

  public static <T> List<T> all(Scene scene, Class<T> type) {
    return flat(scene.items()).stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static List<Item> flat(List<Item> items) {
    List<Item> out = new ArrayList<>();
    for (Item item : items) {
      out.add(item);
      if (item instanceof Group g) {
        out.addAll(flat(g.items()));
      }
    }
    return out;
  }

  public static List<String> texts(Scene scene) {
    return all(scene, TextItem.class).stream().map(TextItem::text).toList();
  }

  /** Whether some text holds this. */
  public static boolean says(Scene scene, String part) {
    return texts(scene).stream().anyMatch(t -> t.contains(part));
  }

  /** Fails if a picture or a text leaves the scene, or two texts lie over each other. */
  public static void assertTidy(String what, Scene scene) {
    for (ImageItem image : unclipped(scene.items())) {
      assertTrue(inside(image.bounds(), scene), what + ": a picture at " + image.bounds() + " of " + scene.bounds());
    }
    TextMeasure measure = TextMeasure.best();
    List<TextItem> texts = all(scene, TextItem.class).stream()
        .filter(t -> !Ellipsis.fit(t.text(), t.style(), t.maxWidth(), measure).isEmpty()).toList();
    for (int i = 0; i < texts.size(); i++) {
      Rect a = box(texts.get(i), measure);
      assertTrue(inside(a, scene), what + ": \"" + texts.get(i).text() + "\" at " + a + " of " + scene.bounds());
      for (int j = 0; j < i; j++) {
        Rect shared = a.intersect(box(texts.get(j), measure));
        assertTrue(shared.width() <= SLACK || shared.height() <= SLACK,
            what + ": \"" + texts.get(i).text() + "\" lies over \"" + texts.get(j).text() + "\"");
      }
    }
  }

  private static List<ImageItem> unclipped(List<Item> items) {
    List<ImageItem> out = new ArrayList<>();
    for (Item item : items) {
      if (item instanceof ImageItem image) {
        out.add(image);
      } else if (item instanceof Group g && g.clip().isEmpty()) {
        out.addAll(unclipped(g.items()));
      }
    }
    return out;
  }

  private static boolean inside(Rect r, Scene scene) {
    return r.x() >= -SLACK && r.y() >= -SLACK && r.right() <= scene.width() + SLACK
        && r.bottom() <= scene.height() + SLACK;
  }

  private static Rect box(TextItem t, TextMeasure measure) {
    Rect r = measure.bounds(t);
    return t.rotation() == -90
        ? new Rect(t.x() + r.y() - t.y(), t.y() - (r.right() - t.x()), r.height(), r.width()) : r;
  }

  public static Optional<ImageItem> firstImage(Scene scene) {
    return all(scene, ImageItem.class).stream().findFirst();
  }
}
