/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tables;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchPartSite;
import org.loupe.api.LoupeException;
import org.loupe.core.input.InputReader;
import org.loupe.ui.api.context.InputService;
import org.loupe.ui.api.context.InspectedModel;
import org.loupe.ui.api.context.Inspection;
import org.loupe.ui.api.context.Inspector;
import org.loupe.ui.api.parts.EmptyMessage;

/** Why there is no table to be seen, and what to do. */
final class Missing {
  private static final int MOST_RECENT = 4;
  private static final Pattern TABLES = Pattern.compile("(?i).*\\.(csv|tsv|txt|libsvm|svm)");

  private Missing() {
  }

  /** @return empty if there is a table */
  static Optional<EmptyMessage> of(Inspection now, IWorkbenchPartSite site) {
    if (now.model().isEmpty()) {
      return Optional.of(EmptyMessage.info(Messages.Missing_noModel, Messages.Missing_noModelText));
    }
    InspectedModel model = now.model().get();
    InputReader reader = site.getService(Inspector.class).loupe().inputs();
    try {
      // which input a file feeds is the card's to say, not the file's
      if (!reader.isTable(model.description(), model.card(), Map.of("", Path.of("any.csv")))) {
        return Optional.of(EmptyMessage.info(Messages.Missing_takesNone,
            NLS.bind(Messages.Missing_takesNoneText, model.file().getFileName())));
      }
      if (now.input().isEmpty()) {
        return Optional.of(EmptyMessage.info(Messages.Missing_noTable, Messages.Missing_noTableText, ways(site)));
      }
      return reader.isTable(model.description(), model.card(), now.input().get().files()) ? Optional.empty()
          : Optional.of(EmptyMessage.info(Messages.Missing_otherInput,
              NLS.bind(Messages.Missing_otherInputText, now.input().get().name()), ways(site)));
    } catch (LoupeException e) {
      return Optional.of(EmptyMessage.warning(Messages.Missing_takesNone, e.getMessage()));
    }
  }

  private static EmptyMessage.Action[] ways(IWorkbenchPartSite site) {
    InputService inputs = site.getService(InputService.class);
    List<EmptyMessage.Action> out = new ArrayList<>();
    out.add(new EmptyMessage.Action(Messages.Missing_choose, () -> inputs.choose(site)));
    inputs.recent().stream().filter(f -> TABLES.matcher(f.toString()).matches()).limit(MOST_RECENT).forEach(
        f -> out.add(new EmptyMessage.Action(f.getFileName().toString(), () -> inputs.use(site, f))));
    return out.toArray(EmptyMessage.Action[]::new);
  }
}
