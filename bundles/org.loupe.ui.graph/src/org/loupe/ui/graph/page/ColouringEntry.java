/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.eclipse.osgi.util.NLS;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.ui.graph.colour.ColouringRequest;
import org.loupe.ui.graph.colour.NodeColouring;
import org.loupe.ui.graph.colour.NodeValues;

/** A colouring that a bundle contributes; its code is loaded when it is first chosen. */
record ColouringEntry(IConfigurationElement element, String id, String name, int order, boolean followsInput) {
  private static final String POINT = "org.loupe.ui.graph.colourings";

  /** All that are installed, in order; of several with one id the first. */
  static List<ColouringEntry> all() {
    Set<String> taken = new HashSet<>();
    List<ColouringEntry> entries = new ArrayList<>();
    for (IConfigurationElement e : Platform.getExtensionRegistry().getConfigurationElementsFor(POINT)) {
      ColouringEntry entry = new ColouringEntry(e, text(e, "id"), text(e, "name"), number(text(e, "order")),
          text(e, "follows").equals("input"));
      if (taken.add(entry.id)) {
        entries.add(entry);
      }
    }
    entries.sort(Comparator.comparingInt(ColouringEntry::order).thenComparing(ColouringEntry::id));
    return entries;
  }

  private static String text(IConfigurationElement e, String attribute) {
    String value = e.getAttribute(attribute);
    return value == null ? "" : value;
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** Computes it; whatever its bundle throws becomes one sentence that names the bundle. */
  NodeValues compute(ColouringRequest request, Progress progress) throws LoupeException {
    try {
      NodeValues values = ((NodeColouring) element.createExecutableExtension("class")).compute(request, progress);
      if (values == null) {
        throw LoupeException.failed(failure("null"), null);
      }
      return values;
    } catch (CancellationException e) {
      throw e;
    } catch (CoreException | RuntimeException | LinkageError e) {
      throw LoupeException.failed(failure(e.toString()), e);
    }
  }

  private String failure(String reason) {
    return NLS.bind(Messages.ColouringEntry_failed, new Object[] {name, element.getContributor().getName(), reason});
  }
}
