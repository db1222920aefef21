/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.explanation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.ui.IMemento;
import org.loupe.ui.api.settings.MethodSettings;

/**
 * How the view was left.
 *
 * @param method id of the method
 * @param choices profile and settings by method
 * @param plots ids of visualizers by the id of the default in whose place they draw
 * @param options options by visualizer
 */
record ViewState(String method, Map<String, MethodSettings.Choice> choices, Map<String, String> plots,
    Map<String, Map<String, String>> options, boolean settingsOpen, boolean viewOpen, boolean detailsOpen) {
  static final ViewState EMPTY = new ViewState("", Map.of(), Map.of(), Map.of(), false, false, false);

  static ViewState read(IMemento memento) {
    if (memento == null) {
      return EMPTY;
    }
    Map<String, MethodSettings.Choice> choices = new HashMap<>();
    for (IMemento m : memento.getChildren("method")) {
      choices.put(text(m, "id"), new MethodSettings.Choice(text(m, "profile"), settings(m)));
    }
    Map<String, String> plots = new HashMap<>();
    for (IMemento m : memento.getChildren("plot")) {
      plots.put(text(m, "default"), text(m, "id"));
    }
    Map<String, Map<String, String>> options = new HashMap<>();
    for (IMemento m : memento.getChildren("visualizer")) {
      options.put(text(m, "id"), settings(m));
    }
    return new ViewState(text(memento, "chosen"), choices, plots, options, flag(memento, "settings"),
        flag(memento, "view"), flag(memento, "details"));
  }

  void write(IMemento memento) {
    memento.putString("chosen", method);
    choices.forEach((id, choice) -> {
      IMemento m = memento.createChild("method");
      m.putString("id", id);
      m.putString("profile", choice.profile());
      write(m, choice.settings());
    });
    plots.forEach((first, id) -> {
      IMemento m = memento.createChild("plot");
      m.putString("default", first);
      m.putString("id", id);
    });
    options.forEach((id, settings) -> {
      IMemento m = memento.createChild("visualizer");
      m.putString("id", id);
      write(m, settings);
    });
    memento.putBoolean("settings", settingsOpen);
    memento.putBoolean("view", viewOpen);
    memento.putBoolean("details", detailsOpen);
  }

  private static void write(IMemento memento, Map<String, String> settings) {
    settings.forEach((key, value) -> {
      IMemento m = memento.createChild("set");
      m.putString("key", key);
      m.putString("value", value);
    });
  }

  private static Map<String, String> settings(IMemento memento) {
    Map<String, String> out = new LinkedHashMap<>();
    for (IMemento m : memento.getChildren("set")) {
      out.put(text(m, "key"), text(m, "value"));
    }
    return out;
  }

  private static String text(IMemento memento, String key) {
    String value = memento.getString(key);
    return value == null ? "" : value;
  }

  private static boolean flag(IMemento memento, String key) {
    return Boolean.TRUE.equals(memento.getBoolean(key));
  }
}
