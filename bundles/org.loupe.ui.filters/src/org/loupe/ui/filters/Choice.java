/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.filters;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.ui.IMemento;

/**
 * How pictures are to be made.
 *
 * @param profile id of a profile; empty for none
 * @param settings what the user has set beyond it
 */
record Choice(String profile, Map<String, String> settings, long seed) {
  private static final String METHOD = "method";
  private static final String PROFILE = "profile";
  private static final String SEED = "seed";
  private static final String SETTING = "setting";
  private static final String VALUE = "value";

  /** The first profile of the method is taken until the user chooses. */
  static final Choice NONE = new Choice(null, Map.of(), 0);

  static Choice read(IMemento memento) {
    IMemento at = memento == null ? null : memento.getChild(METHOD);
    if (at == null) {
      return NONE;
    }
    Map<String, String> settings = new LinkedHashMap<>();
    for (IMemento s : at.getChildren(SETTING)) {
      settings.put(s.getID(), s.getString(VALUE));
    }
    Integer seed = at.getInteger(SEED);
    return new Choice(at.getString(PROFILE), settings, seed == null ? 0 : seed);
  }

  void write(IMemento memento) {
    IMemento at = memento.createChild(METHOD);
    at.putString(PROFILE, profile);
    at.putInteger(SEED, (int) seed);
    settings.forEach((k, v) -> at.createChild(SETTING, k).putString(VALUE, v));
  }
}
