/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.table;

import java.util.Optional;
import org.loupe.api.result.Table;
import org.loupe.api.visualize.ViewRequest;
import org.loupe.api.visualize.Visualizer;
import org.loupe.scene.Scene;
import org.loupe.scene.Selection;

/** Draws a table; a row of a layer, told by a column of that name, selects the layer. */
public final class DataTableView implements Visualizer<Table, TableOptions> {
  @Override
  public Class<Table> resultType() {
    return Table.class;
  }

  @Override
  public Class<TableOptions> optionsType() {
    return TableOptions.class;
  }

  @Override
  public Scene prepare(Table result, ViewRequest<TableOptions> request) {
    Optional<Table.Texts> layers = result.columns().stream().filter(Table.Texts.class::isInstance)
        .map(Table.Texts.class::cast).filter(c -> c.name().equalsIgnoreCase("layer")).findFirst();
    return DataTable.scene(result, "", result.figures(), row -> Optional.of(layers
        .map(l -> Selection.of(Selection.LAYER, l.values().get(row)))
        .orElse(Selection.of(Selection.ROW, "", row))), request);
  }
}
