/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.editor;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How the user has arranged the pages of each file, as long as the workbench runs. Confined to the UI thread. */
public final class PageMemory {
  private final Map<Key, Object> states = new HashMap<>();

  private record Key(Path file, String page) {
  }

  /** Empty if nothing was kept, or something of a former version of the page's bundle. */
  <T> Optional<T> get(Path file, String page, Class<T> type) {
    return Optional.ofNullable(states.get(new Key(file, page))).filter(type::isInstance).map(type::cast);
  }

  void put(Path file, String page, Object state) {
    states.put(new Key(file, page), state);
  }
}
