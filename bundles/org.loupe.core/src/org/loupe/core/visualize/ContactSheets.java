/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.visualize;

import java.nio.file.Path;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.core.catalogue.Catalogues;
import org.loupe.core.internal.run.MemoryBudget;
import org.loupe.core.internal.visualize.ChannelCache;
import org.loupe.core.internal.visualize.ChannelKeys;
import org.loupe.core.internal.visualize.SheetJob;
import org.loupe.core.model.ModelLease;
import org.loupe.core.run.RunService;

/**
 * Makes contact sheets: the pictures of many channels of one layer, several of them climbing in one batch. What is
 * finished is kept on disk, by model, layer, channel, settings and seed, and not made again.
 */
public final class ContactSheets {
  private final Catalogues catalogues;
  private final RunService runs;
  private final MemoryBudget memory;
  private final ChannelCache cache;

  /** @param stateDir pictures lie in its folder {@code channels}; null keeps none */
  public ContactSheets(Catalogues catalogues, RunService runs, Path stateDir, long memoryBytes) {
    this.catalogues = catalogues;
    this.runs = runs;
    this.memory = new MemoryBudget(memoryBytes);
    this.cache = new ChannelCache(stateDir);
  }

  /**
   * Starts a sheet and returns at once. What goes wrong, a wrong request included, is the outcome. The lease is shared:
   * the caller may close its own at any time.
   */
  public ContactSheet start(ModelLease lease, SheetRequest request, SheetListener listener) {
    SheetJob job = new SheetJob(new SheetJob.Services(catalogues, runs, memory, cache), lease.share(), request,
        listener);
    job.start();
    return job;
  }

  /**
   * The picture of a channel, if it was made before.
   *
   * @param layer id of the layer
   * @throws LoupeException if the request is wrong or the model's file cannot be read; a picture that cannot be read is
   *     none
   */
  public Optional<ChannelPicture> cached(ModelLease lease, SheetRequest request, String layer, int channel,
      Progress progress) throws LoupeException {
    return cache.load(ChannelKeys.of(catalogues, lease, request, layer, progress), channel);
  }

  /** Deletes every kept picture. @throws LoupeException FAILED if one cannot be deleted */
  public void clear() throws LoupeException {
    cache.clear();
  }
}
