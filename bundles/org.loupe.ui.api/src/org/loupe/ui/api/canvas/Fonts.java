/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.canvas;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.loupe.scene.TextStyle;

/** The platform's faces in the sizes of a scene. A font has whole points, so the rest is left to scaling. */
final class Fonts {
  private static final double POINTS_PER_INCH = 72;

  private final Device device;
  private final Map<FontData, Font> fonts = new HashMap<>();

  Fonts(Device device) {
    this.device = device;
  }

  /** A font, and by what it must be scaled to have the style's size. */
  record Scaled(Font font, double factor) {
  }

  Scaled font(TextStyle style) {
    double pixelsPerPoint = device.getDPI().y / POINTS_PER_INCH;
    int points = Math.max(1, (int) Math.round(style.size() / pixelsPerPoint));
    Font base = style.fixedWidth() ? JFaceResources.getTextFont() : JFaceResources.getDialogFont();
    FontData data = new FontData(base.getFontData()[0].getName(), points, style.bold() ? SWT.BOLD : SWT.NORMAL);
    return new Scaled(fonts.computeIfAbsent(data, d -> new Font(device, d)), style.size() / (points * pixelsPerPoint));
  }

  void dispose() {
    fonts.values().forEach(Font::dispose);
    fonts.clear();
  }
}
