/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tables.rows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.card.InputCard;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.subject.DecodedInput;
import org.loupe.api.subject.Subject;
import org.loupe.api.subject.TableColumn;
import org.loupe.api.subject.TableRows;
import org.loupe.core.input.InputReader;
import org.loupe.core.input.PickedRows;
import org.loupe.core.input.RowBlocks;
import org.loupe.core.input.RowSelection;
import org.loupe.math.scale.Numbers;
import org.loupe.math.tensor.Tensor;
import org.loupe.math.tensor.TextTensor;

/** The rows of a table as the model is fed with them, in memory, from the first on. Immutable. */
public final class LoadedTable {
  /** The most rows that are shown. */
  public static final int MOST_ROWS = 500_000;
  private static final long MOST_CELLS = 32L << 20;
  private static final int BLOCK = 4096;
  /** As many as single precision keeps. */
  private static final int DIGITS = 7;

  /** Where a column is found. */
  private record Place(String input, int at, TableColumn column) {
  }

  private final List<Subject.Single> blocks;
  private final List<Place> places = new ArrayList<>();
  private final List<String> notes;
  private final boolean complete;
  private final int blockRows;
  private final int rows;

  private LoadedTable(List<Subject.Single> blocks, List<String> notes, boolean complete) {
    this.blocks = List.copyOf(blocks);
    this.notes = List.copyOf(notes);
    this.complete = complete;
    this.blockRows = blocks.get(0).items();
    this.rows = (blocks.size() - 1) * blockRows + blocks.get(blocks.size() - 1).items();
    for (DecodedInput input : blocks.get(0).inputs().values()) {
      List<TableColumn> columns = input.table().map(TableRows::columns).orElse(List.of());
      for (int i = 0; i < columns.size(); i++) {
        places.add(new Place(input.name(), i, columns.get(i)));
      }
    }
  }

  /**
   * Reads a table, up to {@link #MOST_ROWS} rows, fewer if it is wide.
   *
   * @param partial is told now and then what is there already; on the thread that reads
   * @throws LoupeException BAD_INPUT naming file, row and column; also if there are no rows
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  public static LoadedTable read(InputReader reader, ModelDescription model, InputCard card, Map<String, Path> files,
      Progress progress, Consumer<LoadedTable> partial) throws LoupeException {
    List<Subject.Single> blocks = new ArrayList<>();
    try (RowBlocks source = reader.rows(model, card, files, RowSelection.ALL, progress)) {
      int most = BLOCK;
      int count = 0;
      int tell = 1;
      while (count < most) {
        progress.check();
        Optional<Subject.Single> next = source.next(Math.min(BLOCK, most - count));
        if (next.isEmpty()) {
          break;
        }
        blocks.add(next.get());
        count += next.get().items();
        most = most(next.get());
        if (blocks.size() == tell) {
          // each twice as long as the one before, so that telling costs no more than reading
          tell = Math.multiplyExact(tell, 2);
          partial.accept(new LoadedTable(blocks, source.notes(), false));
        }
      }
      if (blocks.isEmpty()) {
        throw LoupeException.badInput(files.values().iterator().next().getFileName() + " holds no rows");
      }
      return new LoadedTable(blocks, source.notes(), count < most || source.skip(1) == 0);
    }
  }

  private static int most(Subject.Single block) {
    long columns = block.inputs().values().stream().flatMap(i -> i.table().stream())
        .mapToLong(t -> t.columns().size()).sum();
    return Math.clamp(MOST_CELLS / Math.max(1, columns), 1, MOST_ROWS);
  }

  /** How many rows are in memory. */
  public int rows() {
    return rows;
  }

  /** Whether these are all rows of the file. */
  public boolean complete() {
    return complete;
  }

  /** What a reader must know of how the file was taken, a sentence each. */
  public List<String> notes() {
    return notes;
  }

  /** How many columns the model is fed with. */
  public int columns() {
    return places.size();
  }

  public TableColumn column(int column) {
    return places.get(column).column();
  }

  /** Whether the columns of another table are the same. */
  public boolean sameColumns(LoadedTable other) {
    return places.equals(other.places);
  }

  /** The name of a row, which is its number if the card names no column for it. */
  public String name(int row) {
    return facts(row).rows().get(row % blockRows);
  }

  /** What is known to be right of a row; NaN if nothing is. */
  public double label(int row) {
    List<Double> labels = facts(row).labels();
    return labels.isEmpty() ? Double.NaN : labels.get(row % blockRows);
  }

  /** Whether right answers are known. */
  public boolean labelled() {
    return !facts(0).labels().isEmpty();
  }

  private TableRows facts(int row) {
    return blocks.get(row / blockRows).inputs().get(places.get(0).input()).table().orElseThrow();
  }

  /** Whether a column holds words that are fed as they are. */
  public boolean texts(int column) {
    return tensor(0, column) instanceof TextTensor;
  }

  /** The number of a cell as a person knows it; NaN if it is missing or a word. */
  public double number(int row, int column) {
    return tensor(row, column) instanceof TextTensor ? Double.NaN
        : column(column).seen(tensor(row, column).get(index(row, column)));
  }

  /** A cell as a person reads it, without its unit; empty if it is missing. */
  public String text(int row, int column) {
    if (tensor(row, column) instanceof TextTensor words) {
      return words.values().get(index(row, column));
    }
    double value = tensor(row, column).get(index(row, column));
    TableColumn c = column(column);
    if (Double.isNaN(value)) {
      return "";
    }
    return c.words().isEmpty() ? Numbers.format(c.seen(value), DIGITS) : c.text(value);
  }

  private Tensor tensor(int row, int column) {
    return blocks.get(row / blockRows).inputs().get(places.get(column).input()).tensor();
  }

  private int index(int row, int column) {
    Subject.Single block = blocks.get(row / blockRows);
    int width = (int) (tensor(row, column).size() / block.items());
    return row % blockRows * width + places.get(column).at();
  }

  /** Some rows as one input of the model. @throws LoupeException as {@link PickedRows#of} */
  public Subject.Single pick(String name, ModelDescription model, InputCard card, int[] wanted) throws LoupeException {
    return PickedRows.of(name, model, card, blocks, wanted);
  }

  /** The first row of a name. */
  public Optional<Integer> find(String name) {
    for (int row = 0; row < rows; row++) {
      if (name(row).equals(name)) {
        return Optional.of(row);
      }
    }
    return Optional.empty();
  }
}
