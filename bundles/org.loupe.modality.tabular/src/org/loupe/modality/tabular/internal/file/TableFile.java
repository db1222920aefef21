/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.modality.tabular.internal.file;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import org.loupe.api.LoupeException;
import org.loupe.modality.tabular.internal.TabularCard;
import org.loupe.modality.tabular.internal.TabularCard.Format;

/** Opens tables of every format. */
public final class TableFile {
  private TableFile() {
  }

  /** Whether the label stands in front of every row, as in a libsvm file. */
  public static boolean sparse(Path file, TabularCard card) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return card.format() == Format.LIBSVM
        || card.format() == Format.AUTO && (name.endsWith(".libsvm") || name.endsWith(".svm"));
  }

  /**
   * Opens a table that has at least one row.
   *
   * @param wanted names of columns by which a heading is known
   * @param features columns of the model, for formats that do not tell; -1 if unknown
   * @throws LoupeException BAD_INPUT if it cannot be read or is no table
   */
  public static Records open(Path file, TabularCard card, Collection<String> wanted, int features)
      throws LoupeException {
    return sparse(file, card) ? LibsvmRecords.open(file, card, features) : CsvRecords.open(file, card, wanted);
  }
}
