/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution;

import java.util.List;
import org.loupe.api.visualize.ViewRequest;
import org.loupe.scene.Rect;
import org.loupe.scene.Scene;
import org.loupe.scene.build.SceneBuilder;
import org.loupe.scene.build.Swatches;
import org.loupe.visualize.internal.Notes;

/** What all pictures of attributions have around them: heading, notes below, and no empty room at the end. */
public final class Page {
  private static final double LEAST_WIDTH = 320;
  private static final double LEAST_HEIGHT = 220;
  private static final double LEAST_BODY = 140;
  /** What the two colours say. */
  public static final Swatches SIGNS = new Swatches(List.of(new Swatches.Entry(Colours.RAISES, "raises the score"),
      new Swatches.Entry(Colours.LOWERS, "lowers the score")));

  private Page() {
  }

  /** Draws in an area. */
  public interface Body {
    /** @return where it ends, if that is before the end of the area */
    double draw(SceneBuilder scene, Rect area);
  }

  /** As high as asked for, or less if the body needs less. */
  public static Scene of(ViewRequest<?> request, String subtitle, List<String> notes, String description, Body body) {
    double width = Math.max(LEAST_WIDTH, request.width());
    double asked = Math.max(LEAST_HEIGHT, request.height());
    double free = headed(request, width, asked, subtitle, notes).free().height();
    double height = asked + Math.max(0, LEAST_BODY - free);
    SceneBuilder first = headed(request, width, height, subtitle, notes);
    double spare = first.free().bottom() - body.draw(first, first.free());
    if (spare < 1) {
      return first.description(description).build();
    }
    SceneBuilder scene = headed(request, width, Math.max(LEAST_HEIGHT, height - spare), subtitle, notes);
    body.draw(scene, scene.free());
    return scene.description(description).build();
  }

  private static SceneBuilder headed(ViewRequest<?> request, double width, double height, String subtitle,
      List<String> notes) {
    SceneBuilder scene = new SceneBuilder(width, height).header(request.title(), subtitle);
    Notes.footers(scene, notes);
    return scene;
  }
}
