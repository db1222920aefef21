/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.result;

import java.nio.file.Path;
import org.loupe.api.LoupeException;

/** Records as files. */
public final class XaiFile {
  private XaiFile() {
  }

  public static void write(RunRecord record, Path file) throws LoupeException {
    throw new UnsupportedOperationException();
  }

  public static RunRecord read(Path file) throws LoupeException {
    throw new UnsupportedOperationException();
  }
}
