/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.inputs;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.core.runtime.jobs.Job;
import org.loupe.ui.api.context.InspectedInput;
import org.osgi.service.prefs.BackingStoreException;

/** Which files models were fed lately; outlives a restart. May be used by several threads. */
public final class RecentInputs {
  private static final int MOST = 12;
  private static final int MOST_MODELS = 60;
  private static final String FILES = "files";

  private final IEclipsePreferences node = InstanceScope.INSTANCE.getNode("org.loupe.ui/inputs");
  private final IEclipsePreferences models = InstanceScope.INSTANCE.getNode("org.loupe.ui/inputs/models");

  /** Newest first. */
  public synchronized List<Path> files() {
    return Arrays.stream(node.get(FILES, "").split("\n")).filter(s -> !s.isEmpty()).flatMap(s -> path(s).stream())
        .toList();
  }

  public synchronized void add(Path model, Path input) {
    List<Path> all = new ArrayList<>(files());
    all.remove(input);
    all.add(0, input);
    node.put(FILES, String.join("\n", all.stream().limit(MOST).map(Path::toString).toList()));
    try {
      if (models.keys().length >= MOST_MODELS) {
        models.clear();
      }
    } catch (BackingStoreException e) {
      ILog.of(RecentInputs.class).error("recent inputs", e);
    }
    models.put(model.toString(), input.toString());
    Job.createSystem("recent inputs", (ICoreRunnable) monitor -> save()).schedule();
  }

  /** What this model was fed last, if it is still there. Looks at the disk: not for the UI thread. */
  public synchronized Optional<InspectedInput> last(Path model) {
    return Optional.ofNullable(models.get(model.toString(), null)).flatMap(RecentInputs::path)
        .filter(Files::isRegularFile)
        .map(InspectedInput::of);
  }

  private static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private synchronized void save() {
    try {
      node.flush();
    } catch (BackingStoreException e) {
      ILog.of(RecentInputs.class).error("recent inputs", e);
    }
  }
}
