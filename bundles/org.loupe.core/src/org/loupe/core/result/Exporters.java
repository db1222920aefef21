/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.result;

import java.nio.file.Path;
import java.util.List;
import org.loupe.api.LoupeException;
import org.loupe.core.catalogue.Catalogues;
import org.loupe.core.catalogue.VisualizerEntry;
import org.loupe.scene.Scene;

/** Writes results to files, and draws them. */
public final class Exporters {
  public Exporters(Catalogues catalogues) {
  }

  /** By the ending of the file: .npy .png .svg .json .csv .html .xai */
  public void export(RunRecord record, Path out, ExportOptions options) throws LoupeException {
    throw new UnsupportedOperationException();
  }

  /** The picture. */
  public Scene scene(RunRecord record, ExportOptions options) throws LoupeException {
    throw new UnsupportedOperationException();
  }

  /** The visualizers that take this result, the default one first. */
  public List<VisualizerEntry> visualizers(RunRecord record) {
    throw new UnsupportedOperationException();
  }
}
