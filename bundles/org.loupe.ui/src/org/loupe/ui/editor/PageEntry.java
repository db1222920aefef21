/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.editor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.eclipse.osgi.util.NLS;
import org.loupe.ui.api.editor.ModelPage;

/** A page that a bundle contributes to the model editor. */
record PageEntry(IConfigurationElement element, String id, String title, int order) {
  private static final String POINT = "org.loupe.ui.api.editorPages";

  /** All that are installed, in order; those that cannot be told from another page are left out and logged. */
  static List<PageEntry> all() {
    Set<String> taken = new HashSet<>(Set.of("", OverviewPage.ID, LayersPage.ID, InputsPage.ID));
    List<PageEntry> entries = new ArrayList<>();
    for (IConfigurationElement e : Platform.getExtensionRegistry().getConfigurationElementsFor(POINT)) {
      PageEntry entry = of(e);
      if (taken.add(entry.id)) {
        entries.add(entry);
      } else {
        ILog.of(PageEntry.class).warn(NLS.bind(Messages.PageEntry_taken, entry.bundle(), entry.id));
      }
    }
    entries.sort(Comparator.comparingInt(PageEntry::order).thenComparing(PageEntry::id));
    return entries;
  }

  private static PageEntry of(IConfigurationElement e) {
    String id = text(e, "id");
    String name = text(e, "name");
    return new PageEntry(e, id, name.isBlank() ? id : name, number(text(e, "order")));
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

  /** Symbolic name of the bundle that it comes from. */
  String bundle() {
    return element.getContributor().getName();
  }

  /** Loads its code. */
  ModelPage create() throws CoreException {
    return (ModelPage) element.createExecutableExtension("class");
  }
}
