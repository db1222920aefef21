/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.input;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.card.InputCard;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.ValueSpec;
import org.loupe.api.subject.DecodedInput;
import org.loupe.api.subject.Subject;
import org.loupe.api.subject.TableRows;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;
import org.loupe.math.tensor.TextTensor;

/** Rows picked from blocks of a table that were read before, as one input of many items. */
public final class PickedRows {
  private PickedRows() {
  }

  /**
   * Picks rows.
   *
   * @param name for a reader
   * @param blocks as {@link RowBlocks#next} gave them, all of the same number of rows but for the last
   * @param rows numbers of rows over all blocks, from 0, in any order; at least one
   * @throws LoupeException BAD_INPUT if what is no table cannot be filled in
   */
  public static Subject.Single of(String name, ModelDescription model, InputCard card, List<Subject.Single> blocks,
      int[] rows) throws LoupeException {
    Subject.Single first = blocks.get(0);
    Map<String, DecodedInput> inputs = new LinkedHashMap<>();
    for (ValueSpec spec : model.inputs()) {
      List<DecodedInput> parts = blocks.stream().map(b -> b.inputs().get(spec.name())).toList();
      inputs.put(spec.name(), parts.get(0).table().isEmpty() ? RowBlocks.filled(card, spec, rows.length)
          : picked(parts, first.items(), rows));
    }
    return new Subject.Single(name, inputs, first.labels(), first.explained());
  }

  private static DecodedInput picked(List<DecodedInput> blocks, int size, int[] rows) {
    DecodedInput first = blocks.get(0);
    List<TableRows> tables = blocks.stream().map(b -> b.table().orElseThrow()).toList();
    List<String> names = Arrays.stream(rows).mapToObj(r -> tables.get(r / size).rows().get(r % size)).toList();
    List<Double> labels = tables.get(0).labels().isEmpty() ? List.of()
        : Arrays.stream(rows).mapToObj(r -> tables.get(r / size).labels().get(r % size)).toList();
    Tensor tensor = tensor(blocks.stream().map(DecodedInput::tensor).toList(), size, rows);
    return new DecodedInput(first.name(), tensor, first.modality(), first.axes(), first.picture(), first.encoding(),
        first.features(), Optional.of(new TableRows(tables.get(0).columns(), names, labels)));
  }

  private static Tensor tensor(List<Tensor> blocks, int size, int[] rows) {
    Tensor first = blocks.get(0);
    Shape shape = first.shape().with(0, rows.length);
    int cells = Math.toIntExact(first.size() / size);
    if (first instanceof TextTensor) {
      List<String> texts = new ArrayList<>(rows.length * cells);
      for (int row : rows) {
        int from = row % size * cells;
        texts.addAll(((TextTensor) blocks.get(row / size)).values().subList(from, from + cells));
      }
      return new TextTensor(shape, texts);
    }
    ByteBuffer out = ArrayTensor.allocate(first.type(), shape);
    int bytes = ((ArrayTensor) first).data().remaining() / size;
    for (int i = 0; i < rows.length; i++) {
      ByteBuffer data = ((ArrayTensor) blocks.get(rows[i] / size)).data();
      out.put(i * bytes, data, data.position() + rows[i] % size * bytes, bytes);
    }
    return ArrayTensor.wrap(first.type(), shape, out);
  }
}
