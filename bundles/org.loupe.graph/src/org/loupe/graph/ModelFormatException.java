/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph;

import java.io.IOException;

/**
 * A model file that cannot be used; the message is one line that says what is wrong, where, and what to do. Names from
 * the file may be part of it, so line breaks are replaced and excessive length is cut.
 */
public class ModelFormatException extends IOException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 600;

  public ModelFormatException(String message) {
    super(oneLine(message));
  }

  public ModelFormatException(String message, Throwable cause) {
    super(oneLine(message), cause);
  }

  private static String oneLine(String message) {
    String line = message.replaceAll("[\\p{Cntrl}\u2028\u2029]", "?");
    return line.length() <= LONGEST ? line
        : line.substring(0, LONGEST / 2) + " ... " + line.substring(line.length() - LONGEST / 2);
  }
}
