/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution;

import java.util.List;
import org.loupe.api.LoupeException;
import org.loupe.api.result.AttributionTable;
import org.loupe.api.subject.TableColumn;

/** Finds what an option names: by its name, else, after {@code #}, by its position from 1 on. */
public final class Find {
  private Find() {
  }

  /** Position of a row; the first for an empty text. @throws LoupeException USAGE if there is none */
  public static int row(AttributionTable table, String asked) throws LoupeException {
    return find(table.rows(), asked, "row");
  }

  /** Position of a feature; -1 for an empty text. @throws LoupeException USAGE if there is none */
  public static int feature(AttributionTable table, String asked) throws LoupeException {
    return asked.isBlank() ? -1 : find(table.features().stream().map(TableColumn::name).toList(), asked, "feature");
  }

  /** @throws LoupeException NOT_APPLICABLE if there is nothing to draw */
  public static void some(AttributionTable table) throws LoupeException {
    if (table.rows().isEmpty() || table.features().isEmpty()) {
      throw LoupeException.notApplicable("the result holds no attributions: it has " + table.rows().size()
          + " rows and " + table.features().size() + " features");
    }
  }

  private static int find(List<String> names, String asked, String what) throws LoupeException {
    String text = asked.strip();
    if (text.isEmpty()) {
      return 0;
    }
    int named = names.indexOf(text);
    if (named >= 0) {
      return named;
    }
    if (text.matches("#[0-9]{1,9}")) {
      int position = Integer.parseInt(text.substring(1));
      if (position >= 1 && position <= names.size()) {
        return position - 1;
      }
    }
    throw LoupeException.usage("there is no " + what + " \"" + text + "\"; name one, as \"" + names.getFirst()
        + "\", or say which by #1 to #" + names.size());
  }
}
