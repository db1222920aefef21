/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.command;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.command.CommandContext;
import org.loupe.cli.internal.text.Figures;
import org.loupe.cli.internal.text.JsonOut;

/**
 * Works through the files of a folder, giving each result as soon as it is there; one bad file does not stop the
 * others.
 */
final class Batch {
  private static final int PARTLY = 6;

  /** What is done with each file. */
  interface Action {
    /**
     * @param progress only tells whether to stop; the batch shows how far it is
     * @throws LoupeException why this file failed; the others go on
     */
    Map<String, Object> run(InputFiles.Item item, Progress progress) throws LoupeException;
  }

  private final CommandContext context;
  private final String task;

  Batch(CommandContext context, String task) {
    this.context = context;
    this.task = task;
  }

  /**
   * Runs the action on each file; with {@code --json} its results become one document of {@code facts} and a list.
   *
   * @return the exit code: 0, or 6 if some failed
   * @throws LoupeException if all failed
   */
  int run(List<InputFiles.Item> items, Map<String, ?> facts, Action action) throws LoupeException {
    Iterator<InputFiles.Item> each = items.iterator();
    return run(() -> each.hasNext() ? Optional.of(each.next()) : Optional.empty(), items.size(), "file", facts, action);
  }

  /** Gives one after the other. */
  interface Source {
    /** @return empty after the last @throws LoupeException if there is no going on */
    Optional<InputFiles.Item> next() throws LoupeException;
  }

  /**
   * The same for what is not known beforehand.
   *
   * @param count how many there are; 0 if unknown
   * @param noun what one is
   */
  int run(Source items, int count, String noun, Map<String, ?> facts, Action action) throws LoupeException {
    if (!context.arguments().has("json")) {
      return each(items, count, noun, action, null);
    }
    try (JsonOut json = JsonOut.list(context.out(), facts, "results")) {
      return each(items, count, noun, action, json);
    }
  }

  private int each(Source items, int count, String noun, Action action, JsonOut json) throws LoupeException {
    context.progress().begin(task, count);
    int failed = 0;
    int done = 0;
    LoupeException last = null;
    for (Optional<InputFiles.Item> next = items.next(); next.isPresent(); next = items.next()) {
      context.progress().check();
      InputFiles.Item item = next.get();
      done++;
      Map<String, Object> content = new LinkedHashMap<>();
      content.put("input", item.name());
      try {
        content.putAll(action.run(item, new SilentProgress(context.progress())));
      } catch (LoupeException e) {
        if (context.progress().cancelled()) {
          throw new CancellationException();
        }
        failed++;
        last = e;
        content.put("error", e.getMessage());
        context.message(item.name() + ": " + e.getMessage());
      }
      if (json != null) {
        json.item(content);
      }
      context.progress().worked(1);
    }
    if (last != null && failed == done) {
      throw new LoupeException(last.kind(), "none of " + Figures.plural(failed, noun) + " worked", last);
    }
    if (failed > 0) {
      context.message(failed + " of " + Figures.plural(done, noun) + " failed");
    }
    return failed > 0 ? PARTLY : 0;
  }
}
