/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.paint;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;

/**
 * Texts as small pictures, kept while they are in use: laying out a text costs ten times as much as drawing a picture.
 * To be disposed of.
 */
public final class Labels {
  private static final int MOST = 4000;

  private final Device device;
  private final Map<Key, Image> images = new LinkedHashMap<>(256, 0.75f, true);
  private final Map<Sized, Point> extents = new HashMap<>();

  private record Key(String text, Font font, Color color, Color ground) {
  }

  private record Sized(String text, Font font) {
  }

  public Labels(Device device) {
    this.device = device;
  }

  /**
   * Draws one line of text whose middle is at a height.
   *
   * @param ground colour that is there; null to draw over whatever is there, which is slower
   * @param centered whether {@code x} is the middle, or else the left edge
   * @param most how wide it may be
   * @return whether it was drawn: it is not if it is wider
   */
  boolean draw(GC gc, Font font, String text, Color color, Color ground, int x, int y, boolean centered, int most) {
    Point size = extent(gc, font, text);
    if (size.x > most) {
      return false;
    }
    int left = centered ? x - size.x / 2 : x;
    int top = y - size.y / 2;
    if (ground == null) {
      gc.setFont(font);
      gc.setForeground(color);
      gc.drawString(text, left, top, true);
    } else {
      gc.drawImage(image(font, text, color, ground, size), left, top);
    }
    return true;
  }

  private Point extent(GC gc, Font font, String text) {
    Sized key = new Sized(text, font);
    Point known = extents.get(key);
    if (known == null) {
      gc.setFont(font);
      known = gc.stringExtent(text);
      if (extents.size() > 4 * MOST) {
        extents.clear();
      }
      extents.put(key, known);
    }
    return known;
  }

  private Image image(Font font, String text, Color color, Color ground, Point size) {
    Key key = new Key(text, font, color, ground);
    Image image = images.get(key);
    if (image == null) {
      image = new Image(device, Math.max(1, size.x), Math.max(1, size.y));
      GC gc = new GC(image);
      gc.setBackground(ground);
      gc.fillRectangle(0, 0, size.x, size.y);
      gc.setForeground(color);
      gc.setFont(font);
      gc.drawString(text, 0, 0, true);
      gc.dispose();
      images.put(key, image);
      trim();
    }
    return image;
  }

  private void trim() {
    Iterator<Image> oldest = images.values().iterator();
    while (images.size() > MOST) {
      oldest.next().dispose();
      oldest.remove();
    }
  }

  public void dispose() {
    images.values().forEach(Image::dispose);
    images.clear();
    extents.clear();
  }
}
