/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.dataset;

import java.util.List;

/**
 * The files of a folder that excite each channel of a layer most.
 *
 * @param rows extent of the layer's maps; 1 where it has none
 * @param columns likewise
 * @param channels the best files of each channel, the best first; fewer than asked for where there are not as many
 * @param files how many files there are in the folder
 * @param read how many of them the model was fed with
 * @param skipped how many could not be read
 * @param firstSkipped why the first of these could not; empty if none was skipped
 * @param complete whether all were looked at; otherwise the search was stopped, or there are too many
 */
public record ExcitingFiles(int rows, int columns, List<List<ExcitingFile>> channels, int files, int read, int skipped,
    String firstSkipped, boolean complete) {
  public ExcitingFiles {
    channels = channels.stream().map(List::copyOf).toList();
  }
}
