/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph;

import java.util.List;

/** A model whose weights are partly in other files that are not there. */
public class MissingExternalDataException extends ModelFormatException {
  private static final long serialVersionUID = 1L;
  private static final int LISTED = 5;

  private final List<String> missing;

  /** @param missing the missing files, relative to the model's folder as the model names them */
  public MissingExternalDataException(String model, List<String> missing) {
    super(model + " needs external weights that are missing: " + listed(missing)
        + "; put them into the model's folder");
    this.missing = List.copyOf(missing);
  }

  private static String listed(List<String> names) {
    String first = String.join(", ", names.subList(0, Math.min(LISTED, names.size())));
    return names.size() <= LISTED ? first : first + " and " + (names.size() - LISTED) + " more files";
  }

  /** The missing files, relative to the model's folder. */
  public List<String> missing() {
    return missing;
  }
}
