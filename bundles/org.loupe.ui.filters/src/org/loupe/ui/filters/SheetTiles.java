/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.filters;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.graphics.ImageData;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.subject.Picture;
import org.loupe.core.dataset.Thumbnail;
import org.loupe.core.model.ModelLease;
import org.loupe.core.visualize.ChannelPicture;
import org.loupe.core.visualize.SheetRequest;
import org.loupe.math.scale.Numbers;
import org.loupe.scene.ThemeRole;
import org.loupe.ui.api.canvas.TileBadge;
import org.loupe.ui.api.canvas.Tiles;
import org.loupe.ui.api.context.Inspector;

/**
 * The pictures of a layer's channels: those that are being made, those that were made lately, and those that are kept
 * on disk. Safe for several threads.
 */
final class SheetTiles implements Tiles {
  private static final int LARGEST = 256;
  /** Others are read from disk again. */
  private static final int HELD = 256;

  private final Inspector inspector;
  private final Focus focus;
  private final Choice choice;
  private final int channels;
  private final Map<Integer, Picture> pictures = new LinkedHashMap<>(64, 0.75f, true) {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Integer, Picture> eldest) {
      return size() > HELD;
    }
  };
  private final Map<Integer, Fact> facts = new java.util.concurrent.ConcurrentHashMap<>();
  private SheetRequest request;

  /** What is known of a channel. */
  private record Fact(double score, boolean dead, boolean finished) {
  }

  SheetTiles(Inspector inspector, Focus focus, Choice choice, int channels) {
    this.inspector = inspector;
    this.focus = focus;
    this.choice = choice;
    this.channels = channels;
  }

  /** Whether these are the pictures of a layer, made as chosen. */
  boolean isOf(Focus other, Choice made) {
    return other.sameLayer(focus) && choice.equals(made);
  }

  @Override
  public int count() {
    return channels;
  }

  /** How many are done, as far as is known. */
  int finished() {
    return (int) facts.values().stream().filter(Fact::finished).count();
  }

  /** How many of them nothing moves. */
  int dead() {
    return (int) facts.values().stream().filter(f -> f.finished() && f.dead()).count();
  }

  /** Takes a picture; one on the way that comes late does not replace the finished one. */
  void put(ChannelPicture made, boolean finished) {
    Fact known = facts.get(made.channel());
    if (!finished && known != null && known.finished()) {
      return;
    }
    Picture small = Thumbnail.shrink(made.picture().picture(), LARGEST);
    synchronized (pictures) {
      pictures.put(made.channel(), small);
    }
    facts.put(made.channel(), new Fact(made.score(), finished && made.dead(), finished));
  }

  @Override
  public Optional<ImageData> picture(int tile, int pixels, Progress progress) throws LoupeException {
    Picture there = held(tile);
    if (there == null) {
      kept(tile, progress).ifPresent(c -> put(c, true));
      there = held(tile);
    }
    return Optional.ofNullable(there).map(p -> Pictures.image(Thumbnail.shrink(p, pixels)));
  }

  private Picture held(int tile) {
    synchronized (pictures) {
      return pictures.get(tile);
    }
  }

  /** The picture of a channel that is kept on disk, whole. Not for the UI thread. */
  Optional<ChannelPicture> kept(int channel, Progress progress) throws LoupeException {
    try (ModelLease lease = inspector.open(focus.model().file(), progress)) {
      return inspector.loupe().contactSheets().cached(lease, request(), focus.layer().id(), channel, progress);
    }
  }

  private synchronized SheetRequest request() throws LoupeException {
    if (request == null) {
      request = Climb.request(inspector, focus, choice);
    }
    return request;
  }

  @Override
  public String label(int tile) {
    return Integer.toString(tile);
  }

  @Override
  public String tooltip(int tile) {
    Fact fact = facts.get(tile);
    if (fact == null) {
      return Texts.bind(Messages.SheetTiles_none, tile);
    }
    String text = Texts.bind(Messages.SheetTiles_tip, tile, Numbers.format(fact.score(), 4));
    return fact.dead() ? text + "\n" + Messages.SheetTiles_dead : text;
  }

  @Override
  public Optional<TileBadge> badge(int tile) {
    Fact fact = facts.get(tile);
    return fact != null && fact.dead() ? Optional.of(new TileBadge(Messages.SheetTiles_badge, ThemeRole.WARNING))
        : Optional.empty();
  }
}
