/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.problems;

import java.util.List;
import org.loupe.api.LoupeException;
import org.loupe.api.model.MissingFilesException;

/**
 * Something that is wrong with a file.
 *
 * @param message one line
 * @param layer id of the layer that it is about; empty if it is about none
 * @param files that are missing, relative to the file's folder
 */
public record Problem(String message, String layer, List<String> files) {
  public Problem {
    files = List.copyOf(files);
  }

  public static Problem of(String message) {
    return new Problem(message, "", List.of());
  }

  /** Why a file could not be opened. */
  public static Problem of(LoupeException reason) {
    return new Problem(reason.getMessage(), "", reason instanceof MissingFilesException m ? m.missing() : List.of());
  }

  /** What a reason for not opening a file is. */
  public static ProblemKind kind(LoupeException reason) {
    return reason instanceof MissingFilesException ? ProblemKind.MISSING_FILES : ProblemKind.UNREADABLE;
  }
}
