/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.scene;

import java.util.Optional;

/**
 * A shape, filled, outlined or both.
 *
 * @param path the outline
 * @param fill colour of the inside, if any
 * @param stroke the line around it, if any
 */
public record PathItem(PathData path, Optional<SceneColor> fill, Optional<Stroke> stroke) implements Item {

  public static PathItem filled(PathData path, SceneColor fill) {
    return new PathItem(path, Optional.of(fill), Optional.empty());
  }

  public static PathItem stroked(PathData path, Stroke stroke) {
    return new PathItem(path, Optional.empty(), Optional.of(stroke));
  }
}
