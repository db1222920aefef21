/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.inputs;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.loupe.ui.api.context.Inspector;

/** Which files are models, by the endings and contents that the installed loaders take. */
public final class ModelFiles {
  private ModelFiles() {
  }

  /** In lower case, without the dot. */
  public static List<String> endings(Inspector inspector) {
    return inspector.loupe().catalogues().loaders().entries().stream().flatMap(
        l -> Stream.concat(l.extensions().stream(), l.sharedExtensions().stream())).distinct().toList();
  }

  public static boolean isModel(Inspector inspector, Path file) {
    return inspector.loupe().models().isModel(file);
  }
}
