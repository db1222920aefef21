/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.modality.tabular.internal;

import java.util.List;
import org.loupe.api.settings.Setting;

/** The part of an input card that tables have: which columns become the model's, and how cells become numbers. */
public record TabularCard(
    @Setting(label = "Columns", defaultValue = "",
        doc = "What the model's columns are, in its order; empty to find them by the model's names, else to take the "
            + "table's columns in order.") List<ColumnCard> columns,
    @Setting(label = "Separator", defaultValue = "auto",
        doc = "What stands between cells; auto looks at the first lines.") Separator separator,
    @Setting(label = "Heading", defaultValue = "auto",
        doc = "Whether the first row names the columns; auto: if it holds a wanted name or no number.") Heading header,
    @Setting(label = "Decimal comma", defaultValue = "false",
        doc = "Whether numbers are written as 2,5.") boolean decimalComma,
    @Setting(label = "Missing markers", defaultValue = "NA,N/A,NaN,nan,?,null,NULL",
        doc = "Cells that hold nothing; empty cells always do.") List<String> missing,
    @Setting(label = "Label column", defaultValue = "",
        doc = "Column of what is known to be right, by name or as #3 by its place; it is not fed.") String label,
    @Setting(label = "Label words", defaultValue = "",
        doc = "Words of the label column for the classes 0, 1, ...; empty if it holds numbers.")
    List<String> labelWords,
    @Setting(label = "Row names", defaultValue = "",
        doc = "Column that names the rows, by name or as #1 by its place; empty for their numbers. It is not fed.")
        String id,
    @Setting(label = "Ready", defaultValue = "false",
        doc = "Whether the table holds the model's own numbers: scale, offset and categories of its columns then only "
            + "tell how to read them.") boolean ready,
    @Setting(label = "Format", defaultValue = "auto",
        doc = "Cells by separators (csv), or label index:value ... (libsvm); auto by the file's ending.")
        Format format,
    @Setting(label = "First index", defaultValue = "0", min = 0, max = 1,
        doc = "Index of the first column in a libsvm file.") int firstIndex,
    @Setting(label = "Absent", defaultValue = "missing",
        doc = "What an index that a row of a libsvm file leaves out is: missing, as XGBoost takes it, or zero, as "
            + "LightGBM does.") Absent absent) {

  /** Between cells. */
  public enum Separator {
    AUTO(' '), COMMA(','), SEMICOLON(';'), TAB('\t'), PIPE('|');

    private final char sign;

    Separator(char sign) {
      this.sign = sign;
    }

    /** Of no meaning for AUTO. */
    public char sign() {
      return sign;
    }
  }

  /** Whether there is a heading. */
  public enum Heading {
    AUTO, YES, NO
  }

  /** Of files. */
  public enum Format {
    AUTO, CSV, LIBSVM
  }

  /** What is not in a sparse row. */
  public enum Absent {
    MISSING, ZERO
  }
}
