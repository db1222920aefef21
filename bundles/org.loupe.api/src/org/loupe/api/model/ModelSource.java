/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.model;

import java.nio.file.Path;

/** Where a model comes from: a file; what belongs to it, as external weights, is the loader's business. */
public record ModelSource(Path file) {
  public ModelSource {
    file = file.toAbsolutePath().normalize();
  }

  public String name() {
    return String.valueOf(file.getFileName());
  }
}
