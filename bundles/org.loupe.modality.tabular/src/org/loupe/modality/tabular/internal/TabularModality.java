/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.modality.tabular.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.modality.PlayerRequest;
import org.loupe.api.modality.Players;
import org.loupe.api.modality.RowModality;
import org.loupe.api.modality.Rows;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.ValueSpec;
import org.loupe.api.subject.DecodedInput;
import org.loupe.api.subject.TableColumn;
import org.loupe.api.subject.TableRows;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;
import org.loupe.modality.tabular.internal.column.ColumnPlan;
import org.loupe.modality.tabular.internal.column.ColumnPlans;
import org.loupe.modality.tabular.internal.column.WantedColumns;
import org.loupe.modality.tabular.internal.file.Records;
import org.loupe.modality.tabular.internal.file.TableFile;
import org.loupe.modality.tabular.internal.proposal.TabularProposal;
import org.loupe.toolkit.input.TensorFit;
import org.loupe.toolkit.players.WindowPlayers;

/** Rows of tables: CSV and TSV files, and libsvm files. */
public final class TabularModality implements RowModality<TabularCard> {
  static final String ID = "tabular";

  @Override
  public Class<TabularCard> cardType() {
    return TabularCard.class;
  }

  @Override
  public Optional<Map<String, String>> propose(ValueSpec input, ModelDescription model) {
    return TabularProposal.of(input, model);
  }

  @Override
  public Optional<Map<String, String>> propose(ValueSpec input, ModelDescription model, Path file, Progress progress)
      throws LoupeException {
    return TabularProposal.of(input, model, file, progress);
  }

  @Override
  public List<String> classes(TabularCard card) {
    return card.labelWords();
  }

  @Override
  public Rows open(Path file, List<RowInput<TabularCard>> inputs, Progress progress) throws LoupeException {
    // How the file is written is the same for all of them, whichever card says so.
    TabularCard card = inputs.get(0).card();
    boolean alone = inputs.size() == 1;
    List<WantedColumns> wanted = new ArrayList<>();
    Set<String> names = new HashSet<>(List.of(card.label(), card.id()));
    for (RowInput<TabularCard> i : inputs) {
      wanted.add(wanted(file, i, alone));
      names.addAll(wanted.get(wanted.size() - 1).names());
    }
    names.remove("");
    Records table = TableFile.open(file, card, names, alone ? wanted.get(0).count() : -1);
    try {
      List<String> notes = new ArrayList<>();
      ColumnPlans plans = new ColumnPlans(table, card, TableFile.sparse(file, card), notes);
      List<List<ColumnPlan>> columns = new ArrayList<>();
      for (int i = 0; i < inputs.size(); i++) {
        columns.add(plans.plan(wanted.get(i), inputs.get(i).input().name()));
      }
      List<String> unused = plans.unused(columns.stream().flatMap(List::stream).toList());
      List<InputBlock> blocks = new ArrayList<>();
      for (int i = 0; i < inputs.size(); i++) {
        blocks.add(new InputBlock(inputs.get(i).input(), inputs.get(i).card(), columns.get(i), unused));
      }
      return new TabularRows(table, blocks, new RowFacts(card, plans.id(), plans.label()), notes, progress);
    } catch (LoupeException | RuntimeException e) {
      table.close();
      throw e;
    }
  }

  private static WantedColumns wanted(Path file, RowInput<TabularCard> input, boolean alone) throws LoupeException {
    try {
      return WantedColumns.of(input.input(), input.card(), alone);
    } catch (LoupeException e) {
      throw LoupeException.badInput(file.getFileName() + ": " + e.getMessage(), e);
    }
  }

  @Override
  public DecodedInput decode(Path file, ValueSpec input, TabularCard card, Progress progress) throws LoupeException {
    progress.check();
    try (Rows rows = open(file, List.of(new RowInput<>(input, card)), progress)) {
      return rows.next(1).orElseThrow(() -> LoupeException.badInput(file.getFileName() + " holds no rows"))
          .get(input.name());
    }
  }

  @Override
  public DecodedInput wrap(Tensor tensor, ValueSpec input, TabularCard card) throws LoupeException {
    Tensor fitted = TensorFit.fit(tensor, input);
    Shape shape = fitted.shape();
    if (shape.rank() != 2 || shape.size() == 0) {
      return new DecodedInput(input.name(), fitted, ID, Optional.empty(), Optional.empty(), List.of());
    }
    List<TableColumn> columns = WantedColumns.of(input, card, true).shown(input);
    if (columns.size() != shape.dim(1)) {
      columns = IntStream.range(0, shape.intDim(1)).mapToObj(i -> TableColumn.plain(input.name() + "[" + i + "]"))
          .toList();
    }
    boolean named = !card.columns().isEmpty() || !input.columns().isEmpty();
    List<String> rows = IntStream.rangeClosed(1, shape.intDim(0)).mapToObj(Integer::toString).toList();
    return new DecodedInput(input.name(), fitted, ID, Optional.empty(), Optional.empty(), Optional.empty(),
        named ? columns.stream().map(TableColumn::name).toList() : List.of(),
        Optional.of(new TableRows(columns, rows, List.of())));
  }

  @Override
  public Players players(DecodedInput input, PlayerRequest request) throws LoupeException {
    return switch (request) {
      case PlayerRequest.Windows windows -> WindowPlayers.of(input, windows);
    };
  }
}
