/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.canvas;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.ui.api.internal.Messages;
import org.loupe.ui.api.jobs.Outcome;
import org.loupe.ui.api.jobs.Recomputation;

/** The pictures of tiles that are, or lately were, in sight; made in the background a few at a time. */
final class TilePictures {
  /** Pixels of all pictures that are kept. */
  private static final long KEPT = 12_000_000;
  private static final long CHUNK_NANOS = 12_000_000;

  private final TileGrid grid;
  private final Recomputation making;
  private final Map<Integer, Entry> entries = new LinkedHashMap<>(64, 0.75f, true);
  private final Set<Integer> stale = new HashSet<>();
  private final Queue<Ready> ready = new ConcurrentLinkedQueue<>();
  private Tiles tiles = Tiles.NONE;
  private int pixels;
  private long kept;
  private int generation;
  private Set<Integer> wanted = Set.of();

  /** A picture that was made: none if there is nothing to see, and perhaps why not. */
  private record Entry(Image image, String problem, long pixels) {
  }

  private record Made(int tile, Optional<ImageData> data, String problem) {
  }

  /** One that waits for the UI thread, and for what it was made. */
  private record Ready(Made made, int asked) {
  }

  TilePictures(TileGrid grid) {
    this.grid = grid;
    this.making = new Recomputation(grid);
    grid.addDisposeListener(e -> forget());
  }

  void setTiles(Tiles other) {
    tiles = other;
    forget();
  }

  /** Pictures of another extent are made anew; those that are there serve until then. */
  void setPixels(int extent) {
    if (extent != pixels) {
      pixels = extent;
      stale.addAll(entries.keySet());
      generation++;
      wanted = Set.of();
    }
  }

  void refresh(int tile) {
    if (entries.containsKey(tile)) {
      stale.add(tile);
    }
    wanted = Set.of();
  }

  void refreshAll() {
    stale.addAll(entries.keySet());
    generation++;
    wanted = Set.of();
  }

  /** Null while there is none. */
  Image image(int tile) {
    Entry entry = entries.get(tile);
    return entry == null ? null : entry.image();
  }

  /** Why there is no picture; empty if it is not known yet or all is well. */
  String problem(int tile) {
    Entry entry = entries.get(tile);
    return entry == null ? "" : entry.problem();
  }

  /** Whether the tiles from one to another have the pictures that they are to have. */
  boolean complete(int first, int end) {
    for (int tile = first; tile < end; tile++) {
      if (!entries.containsKey(tile) || stale.contains(tile)) {
        return false;
      }
    }
    return true;
  }

  /** Sees to it that the tiles from one to another come to have pictures. */
  void want(int first, int end) {
    List<Integer> missing = new ArrayList<>();
    for (int tile = first; tile < end; tile++) {
      if (!entries.containsKey(tile) || stale.contains(tile)) {
        missing.add(tile);
      }
    }
    if (missing.isEmpty() || making.running() && wanted.containsAll(missing)) {
      return;
    }
    wanted = Set.copyOf(missing);
    int asked = generation;
    Tiles source = tiles;
    int extent = pixels;
    making.start(Messages.TileGrid_job, p -> {
      make(source, missing, extent, asked, p);
      return null;
    }, new Outcome<Object>() {
      @Override
      public void done(Object none) {
        wanted = Set.of();
      }

      @Override
      public void failed(LoupeException reason) {
        wanted = Set.of();
      }
    });
  }

  private void make(Tiles source, List<Integer> missing, int extent, int asked, Progress progress) {
    List<Made> made = new ArrayList<>();
    long since = System.nanoTime();
    for (int tile : missing) {
      progress.check();
      try {
        made.add(new Made(tile, source.picture(tile, extent, progress), ""));
      } catch (LoupeException e) {
        made.add(new Made(tile, Optional.empty(), e.getMessage()));
      }
      if (System.nanoTime() - since > CHUNK_NANOS) {
        deliver(List.copyOf(made), asked);
        made.clear();
        since = System.nanoTime();
      }
    }
    deliver(made, asked);
  }

  private void deliver(List<Made> made, int asked) {
    made.forEach(m -> ready.add(new Ready(m, asked)));
    try {
      grid.getDisplay().asyncExec(() -> {
        if (!grid.isDisposed()) {
          take().forEach(grid::redrawTile);
        }
      });
    } catch (SWTException e) {
      // the grid has gone while its pictures were made: nobody waits for them
      throw (CancellationException) new CancellationException().initCause(e);
    }
  }

  /** Takes the pictures that were made meanwhile. @return their tiles */
  List<Integer> take() {
    List<Integer> taken = new ArrayList<>();
    for (Ready next = ready.poll(); next != null; next = ready.poll()) {
      if (next.asked() == generation) {
        put(next.made());
        taken.add(next.made().tile());
      }
    }
    shed();
    return taken;
  }

  private void put(Made made) {
    Image image = made.data().map(d -> new Image(grid.getDisplay(), d)).orElse(null);
    long size = made.data().map(d -> (long) d.width * d.height).orElse(0L);
    kept += size;
    stale.remove(made.tile());
    dispose(entries.put(made.tile(), new Entry(image, made.problem(), size)));
  }

  /** Lets go of what was in sight longest ago, but of nothing that is in sight. */
  private void shed() {
    var oldest = entries.entrySet().iterator();
    while (kept > KEPT && oldest.hasNext()) {
      var next = oldest.next();
      if (!grid.inSight(next.getKey())) {
        oldest.remove();
        stale.remove(next.getKey());
        dispose(next.getValue());
      }
    }
  }

  private void dispose(Entry entry) {
    if (entry != null) {
      kept -= entry.pixels();
      if (entry.image() != null) {
        entry.image().dispose();
      }
    }
  }

  private void forget() {
    generation++;
    making.cancel();
    wanted = Set.of();
    entries.values().forEach(this::dispose);
    entries.clear();
    stale.clear();
  }
}
