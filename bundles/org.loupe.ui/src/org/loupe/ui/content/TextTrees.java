/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Tells tree ensembles that are written as text from the many other files of the same endings, by how they begin:
 * models of LightGBM, and models and dumps of XGBoost.
 */
final class TextTrees {
  private static final int BEGINNING = 8192;

  private TextTrees() {
  }

  /** Whether this is such a model; reads the first kilobytes. */
  static boolean begin(InputStream contents) throws IOException {
    String text = new String(contents.readNBytes(BEGINNING), StandardCharsets.UTF_8).strip();
    return isLightgbm(text) || isXgboost(text) || isDump(text);
  }

  private static boolean isLightgbm(String text) {
    return text.startsWith("tree\n") || text.startsWith("tree\r\n");
  }

  private static boolean isXgboost(String text) {
    return text.startsWith("{") && text.contains("\"learner\"");
  }

  private static boolean isDump(String text) {
    return text.startsWith("booster[0]:") || text.startsWith("[") && text.contains("\"nodeid\"");
  }
}
