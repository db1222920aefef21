/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.loupe.core.dataset.ExcitingFile;
import org.loupe.core.dataset.Measure;

/** The best files of each channel so far. Files of equal score stay in the order in which they came. */
public final class BestFiles {
  /** The most channels of a layer. */
  public static final int MOST_CHANNELS = 1 << 16;
  private final Measure measure;
  private final int keep;
  private final List<List<ExcitingFile>> channels = new ArrayList<>();
  private int rows = 1;
  private int columns = 1;
  private int read;

  public BestFiles(Measure measure, int keep) {
    this.measure = measure;
    this.keep = keep;
  }

  /** Takes what a file does to the channels. What is no finite number is no excitement. */
  public void add(Path file, LayerPass.Item item) {
    rows = item.rows();
    columns = item.columns();
    read++;
    while (channels.size() < item.mean().length) {
      channels.add(new ArrayList<>(keep));
    }
    String name = file.toString();
    for (int c = 0; c < item.mean().length; c++) {
      double score = measure == Measure.MEAN ? item.mean()[c] : item.peak()[c];
      if (Double.isFinite(score)) {
        insert(channels.get(c), name, score, item, c);
      }
    }
  }

  private void insert(List<ExcitingFile> best, String name, double score, LayerPass.Item item, int c) {
    int at = best.size();
    while (at > 0 && best.get(at - 1).score() < score) {
      at--;
    }
    if (at < keep) {
      int place = item.place()[c];
      if (best.size() == keep) {
        best.remove(keep - 1);
      }
      best.add(at, new ExcitingFile(name, score, item.peak()[c], place / item.columns(), place % item.columns()));
    }
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  /** How many files were taken. */
  public int read() {
    return read;
  }

  /** As {@link org.loupe.core.dataset.ExcitingFiles#channels}; not a view. */
  public List<List<ExcitingFile>> channels() {
    return channels.stream().map(List::copyOf).toList();
  }
}
