/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.activations;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.swt.widgets.Control;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.ui.api.jobs.Outcome;
import org.loupe.ui.api.jobs.Recomputation;

/**
 * Inputs that lend themselves to be compared with the present one: the files next to it of its kind, and those that
 * were looked at before. Confined to the UI thread, but for {@link #next}.
 */
final class OtherInputs {
  private static final int OFFERED = 12;
  /** Entries of a folder that are looked at. */
  private static final int MOST = 20_000;

  private final Recomputation looking;
  private final Runnable changed;
  private final List<Path> seen = new ArrayList<>();
  private List<Path> neighbours = List.of();
  private Path present;
  private boolean looked;

  /** @param changed is told when there are other files */
  OtherInputs(Control owner, Runnable changed) {
    this.looking = new Recomputation(owner);
    this.changed = changed;
  }

  /** Another input is the present one. */
  void about(Path input) {
    if (input.equals(present)) {
      return;
    }
    if (present != null) {
      remember(present);
    }
    looking.cancel();
    present = input;
    neighbours = List.of();
    looked = false;
  }

  /** Looks next to the present input, unless that was done. */
  void look() {
    if (looked || present == null) {
      return;
    }
    looked = true;
    Path input = present;
    looking.start(Messages.OtherInputs_job, p -> next(input, p), new Outcome<List<Path>>() {
      @Override
      public void done(List<Path> value) {
        neighbours = value;
        changed.run();
      }

      @Override
      public void failed(LoupeException reason) {
        // there is still the dialog
      }
    });
  }

  void remember(Path input) {
    seen.remove(input);
    seen.add(0, input);
    if (seen.size() > OFFERED) {
      seen.remove(OFFERED);
    }
  }

  /** Files next to the present input, those that follow its name first. */
  List<Path> neighbours() {
    return neighbours;
  }

  /** The newest first. */
  List<Path> seen() {
    return seen.stream().filter(f -> !f.equals(present) && !neighbours.contains(f)).toList();
  }

  /** The files of the same ending in the folder of an input, by name from the input on; empty if it cannot be read. */
  static List<Path> next(Path input, Progress progress) {
    List<Path> before = new ArrayList<>();
    List<Path> after = new ArrayList<>();
    String name = String.valueOf(input.getFileName());
    Path folder = input.toAbsolutePath().getParent();
    int looked = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        progress.check();
        String other = String.valueOf(file.getFileName());
        if (looked++ >= MOST) {
          break;
        }
        if (ending(other).equals(ending(name)) && !other.equals(name) && Files.isRegularFile(file)) {
          (other.compareTo(name) < 0 ? before : after).add(file);
        }
      }
    } catch (IOException | java.nio.file.DirectoryIteratorException e) {
      return List.of();
    }
    after.sort(null);
    before.sort(null);
    after.addAll(before);
    return List.copyOf(after.subList(0, Math.min(OFFERED, after.size())));
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
