/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.table;

import java.util.Optional;
import org.loupe.api.result.FeatureMaps;
import org.loupe.api.visualize.ViewRequest;
import org.loupe.api.visualize.Visualizer;
import org.loupe.scene.Scene;
import org.loupe.scene.Selection;

/** Draws the figures of a layer's channels as a table, also of a layer whose values are no maps. */
public final class ChannelTableView implements Visualizer<FeatureMaps, TableOptions> {
  @Override
  public Class<FeatureMaps> resultType() {
    return FeatureMaps.class;
  }

  @Override
  public Class<TableOptions> optionsType() {
    return TableOptions.class;
  }

  @Override
  public Scene prepare(FeatureMaps result, ViewRequest<TableOptions> request) {
    boolean channels = result.layout().channel() >= 0;
    return DataTable.scene(result.channels(), result.layer() + " " + result.values().shape(), result.figures(),
        row -> channels ? Optional.of(Selection.of(Selection.CHANNEL, result.layer(), row)) : Optional.empty(),
        request);
  }
}
