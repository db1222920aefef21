/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.model;

import java.util.List;
import org.loupe.api.LoupeException;

/** A model cannot be opened because files with its weights are not where it says that they are. */
public final class MissingFilesException extends LoupeException {
  private static final long serialVersionUID = 1L;
  private final List<String> missing;

  /**
   * @param message one line that names them
   * @param missing the files, relative to the model's folder, which they lie in or below
   */
  public MissingFilesException(String message, List<String> missing, Throwable cause) {
    super(Kind.BAD_INPUT, message, cause);
    this.missing = List.copyOf(missing);
  }

  public List<String> missing() {
    return missing;
  }
}
