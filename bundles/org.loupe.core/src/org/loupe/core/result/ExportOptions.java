/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a result is drawn.
 *
 * @param viewOptions options of the visualizer, texts by key
 * @param visualizer id of the visualizer; empty for the default one
 * @param width in pixels
 * @param height in pixels
 * @param dark whether on a dark ground
 */
public record ExportOptions(Map<String, String> viewOptions, String visualizer, int width, int height, boolean dark) {
  public static final ExportOptions DEFAULT = new ExportOptions(Map.of(), "", 640, 480, false);

  public ExportOptions {
    viewOptions = Collections.unmodifiableMap(new LinkedHashMap<>(viewOptions));
  }
}
