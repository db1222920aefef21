/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words after a command, checked against its declared options.
 *
 * @param positional words that belong to no option
 * @param options values by option name without dashes, in the order given; a switch has the one value {@code true}
 */
public record Arguments(List<String> positional, Map<String, List<String>> options) {
  public Arguments {
    positional = List.copyOf(positional);
    options = Map.copyOf(options);
  }

  public boolean has(String option) {
    return options.containsKey(option);
  }

  /** The last value given. */
  public Optional<String> value(String option) {
    List<String> all = all(option);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  public List<String> all(String option) {
    return options.getOrDefault(option, List.of());
  }
}
