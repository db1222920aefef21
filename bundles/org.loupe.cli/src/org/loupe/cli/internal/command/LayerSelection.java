/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.command;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.loupe.api.LoupeException;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.model.LayerNames;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.ValueKind;

/**
 * Layers that a person names: by id or node name, by a pattern in which {@code *} stands for any characters and
 * {@code ?} for one, or all of them.
 *
 * @param layers in the order of the names, each once
 * @param open whether the names leave open which layers they are, so that one that cannot be had does no harm
 */
record LayerSelection(List<LayerInfo> layers, boolean open) {
  private static final String ALL = "all";
  private static final Set<ValueKind> CAPTURED = EnumSet.of(ValueKind.TENSOR, ValueKind.UNKNOWN);

  /** @throws LoupeException USAGE if a name or pattern is that of no layer; NOT_APPLICABLE if there are no layers */
  static LayerSelection of(List<String> names, boolean all, ModelDescription model) throws LoupeException {
    Set<LayerInfo> found = new LinkedHashSet<>();
    boolean open = all;
    if (all) {
      found.addAll(capturable(model));
    }
    for (String name : names) {
      boolean exact = model.layer(name).isPresent()
          || model.layers().stream().anyMatch(l -> l.node().equals(name));
      if (!exact && name.equals(ALL)) {
        open = true;
        found.addAll(capturable(model));
      } else if (!exact && (name.contains("*") || name.contains("?"))) {
        open = true;
        found.addAll(matching(name, model));
      } else {
        found.add(LayerNames.find(model, name));
      }
    }
    if (found.isEmpty()) {
      throw LoupeException.notApplicable(model.name() + " has no layers that can be captured");
    }
    return new LayerSelection(List.copyOf(found), open);
  }

  private static List<LayerInfo> matching(String glob, ModelDescription model) throws LoupeException {
    StringBuilder regex = new StringBuilder();
    for (char c : glob.toCharArray()) {
      regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
    }
    Pattern pattern = Pattern.compile(regex.toString(), Pattern.DOTALL);
    List<LayerInfo> found = capturable(model).stream()
        .filter(l -> pattern.matcher(l.id()).matches() || pattern.matcher(l.node()).matches()).toList();
    if (found.isEmpty()) {
      throw LoupeException.usage("no layer of " + model.name() + " is called " + glob
          + "; loupe inspect --layers lists them");
    }
    return found;
  }

  private static List<LayerInfo> capturable(ModelDescription model) {
    return model.layers().stream().filter(l -> CAPTURED.contains(l.output().kind())).toList();
  }
}
