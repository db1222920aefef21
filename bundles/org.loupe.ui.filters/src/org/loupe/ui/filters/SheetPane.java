/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.filters;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.loupe.api.LoupeException;
import org.loupe.core.result.RunRecord;
import org.loupe.core.run.RunStatus;
import org.loupe.core.visualize.ChannelPicture;
import org.loupe.core.visualize.SheetListener;
import org.loupe.core.visualize.SheetOutcome;
import org.loupe.ui.api.canvas.TileGrid;
import org.loupe.ui.api.canvas.Tiles;
import org.loupe.ui.api.context.Inspector;
import org.loupe.ui.api.jobs.Outcome;
import org.loupe.ui.api.jobs.Recomputation;
import org.loupe.ui.api.parts.EmptyMessage;

/** The pictures of all channels of a layer: a contact sheet that fills while it is made, and at once where it was. */
final class SheetPane {
  private static final int SIDE = 96;

  private final Composite control;
  private final Inspector inspector;
  private final MethodBar bar;
  private final Pane pane;
  private final TileGrid grid;
  private final Label status;
  private final Recomputation making;
  private final Recomputation opening;
  private final LayerProposals proposals;
  private final Consumer<RunRecord> opened;
  private final Runnable changed;
  private Focus focus;
  private Method method;
  /** Read by the sheet's threads. */
  private volatile SheetTiles tiles;
  private int fromCache;

  /** @param opened is told which picture the user opens @param changed when it begins or stops to run */
  SheetPane(Composite parent, Inspector inspector, MethodBar bar, LayerProposals proposals, IntConsumer channelChosen,
      Consumer<RunRecord> opened, Runnable changed) {
    this.inspector = inspector;
    this.bar = bar;
    this.proposals = proposals;
    this.opened = opened;
    this.changed = changed;
    control = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 3).applyTo(control);
    status = new Label(control, SWT.WRAP);
    GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(100, SWT.DEFAULT)
        .applyTo(status);
    pane = new Pane(control);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(pane.control());
    grid = new TileGrid(pane.parent(), SWT.NONE);
    grid.setTileSize(SIDE);
    grid.onSelection(channelChosen);
    grid.onOpen(this::open);
    pane.content(grid);
    making = new Recomputation(control);
    opening = new Recomputation(control);
  }

  Control control() {
    return control;
  }

  TileGrid grid() {
    return grid;
  }

  boolean running() {
    return making.running();
  }

  String status() {
    return status.getText();
  }

  /** How many of the pictures of the last sheet were there already. */
  int fromCache() {
    return fromCache;
  }

  /** How many channels are pictured, as far as is known. */
  int finished() {
    return tiles == null ? 0 : tiles.finished();
  }

  /** What stands in place of the sheet, if there is none. */
  Optional<EmptyMessage> message() {
    return pane.isEmpty() ? Optional.of(pane.message()) : Optional.empty();
  }

  void show(Focus next, Method offered) {
    boolean same = next.sameLayer(focus) && Objects.equals(offered, method) && tiles != null
        && tiles.isOf(next, bar.choice());
    focus = next;
    method = offered;
    if (!same) {
      reset();
    }
    grid.select(next.channel());
  }

  /** Shows what is kept for the layer, profile, settings and seed. */
  void reset() {
    making.cancel();
    tiles = null;
    grid.setTiles(Tiles.NONE);
    changed.run();
    if (method == null || focus == null) {
      say("");
      pane.showEmpty(EmptyMessage.working(Messages.FiltersView_cataloguing, ""));
      return;
    }
    if (method.obstacle().isPresent()) {
      pane.showEmpty(EmptyMessage.warning(Messages.AscentPane_cannot, method.obstacle().get()));
      return;
    }
    if (method.gap().isPresent()) {
      say("");
      pane.showEmpty(proposals.withoutGradient(focus.model(), method.gap().get()));
      return;
    }
    OptionalInt channels = focus.channels();
    if (channels.isEmpty()) {
      pane.showEmpty(EmptyMessage.info(Messages.SheetPane_open,
          Texts.bind(Messages.SheetPane_openText, focus.layer().id()),
          new EmptyMessage.Action(Messages.SheetPane_make, this::make)));
      return;
    }
    present(channels.getAsInt());
    say(Texts.bind(Messages.SheetPane_ready, channels.getAsInt()));
  }

  private void present(int channels) {
    tiles = new SheetTiles(inspector, focus, bar.choice(), channels);
    grid.setName(Texts.bind(Messages.SheetPane_grid, focus.layer().id()));
    grid.setTiles(tiles);
    grid.select(focus.channel());
    pane.showContent();
  }

  private void say(String text) {
    status.setText(Texts.label(text));
    status.requestLayout();
  }

  void stop() {
    making.stop();
  }

  /** Whether pictures can be made, as far as is known. */
  boolean possible() {
    return method != null && method.obstacle().isEmpty() && method.gap().isEmpty();
  }

  void make() {
    if (focus == null || !possible() || making.running()) {
      return;
    }
    Optional<String> problem = bar.problem();
    if (problem.isPresent()) {
      say(problem.get());
      return;
    }
    fromCache = 0;
    Focus about = focus;
    Choice choice = bar.choice();
    making.start(Texts.bind(Messages.SheetPane_job, about.layer().id()),
        p -> Climb.sheet(inspector, about, choice, new Filling(about, choice), p), new Ending());
    changed.run();
  }

  /** Called by the sheet's threads; the display takes what has changed when it has time. */
  private final class Filling implements SheetListener {
    private final Focus about;
    private final Choice choice;
    private final Set<Integer> dirty = new HashSet<>();

    Filling(Focus about, Choice choice) {
      this.about = about;
      this.choice = choice;
    }

    @Override
    public void started(String layer, List<Integer> channels) {
      display(() -> {
        if (about.sameLayer(focus) && (tiles == null || tiles.count() != channels.size())) {
          present(channels.size());
        }
      });
    }

    @Override
    public void climbing(ChannelPicture picture) {
      put(picture, false);
    }

    @Override
    public void finished(ChannelPicture picture, boolean cached) {
      if (cached) {
        display(() -> fromCache++);
      }
      put(picture, true);
    }

    private void put(ChannelPicture picture, boolean done) {
      SheetTiles into = tiles;
      if (into != null && into.isOf(about, choice)) {
        into.put(picture, done);
        boolean first;
        synchronized (dirty) {
          first = dirty.isEmpty();
          dirty.add(picture.channel());
        }
        if (first) {
          display(() -> refresh(into));
        }
      }
    }

    private void refresh(SheetTiles into) {
      Set<Integer> all;
      synchronized (dirty) {
        all = Set.copyOf(dirty);
        dirty.clear();
      }
      if (into == tiles) {
        all.forEach(grid::refresh);
      }
    }

    private void display(Runnable what) {
      try {
        control.getDisplay().asyncExec(() -> {
          if (!control.isDisposed()) {
            what.run();
          }
        });
      } catch (SWTException e) {
        // the workbench is closing; what is made is kept on disk all the same
        dirty.clear();
      }
    }
  }

  private final class Ending implements Outcome<SheetOutcome> {
    @Override
    public void done(SheetOutcome outcome) {
      changed.run();
      grid.refresh();
      switch (outcome.status()) {
        case COMPLETED -> say(outcome.dead().isEmpty() ? Texts.bind(Messages.SheetPane_done, outcome.finished())
            : Texts.bind(Messages.SheetPane_doneDead, outcome.finished(), outcome.dead().size()));
        case PARTIAL -> say(Texts.bind(Messages.SheetPane_part, outcome.finished(), outcome.asked()));
        case CANCELLED -> say(Messages.SheetPane_stopped);
        default -> refused(outcome.status(), outcome.message());
      }
    }

    @Override
    public void failed(LoupeException reason) {
      changed.run();
      refused(RunStatus.FAILED, reason.getMessage());
    }

    private void refused(RunStatus status, String message) {
      say("");
      pane.showEmpty(status == RunStatus.NOT_APPLICABLE ? EmptyMessage.warning(Messages.AscentPane_cannot, message)
          : EmptyMessage.error(Messages.SheetPane_failed, message,
              new EmptyMessage.Action(Messages.Again, SheetPane.this::make)));
    }

    @Override
    public void cancelled() {
      changed.run();
      say(Messages.SheetPane_stopped);
    }

    @Override
    public void progress(String task, double fraction) {
      if (!Double.isNaN(fraction)) {
        say(Texts.bind(Messages.SheetPane_percent, Math.round(100 * fraction)));
      }
    }
  }

  private void open(int channel) {
    SheetTiles source = tiles;
    opening.start(Messages.SheetPane_opening, p -> source.kept(channel, p), new Outcome<Optional<ChannelPicture>>() {
      @Override
      public void done(Optional<ChannelPicture> found) {
        found.ifPresentOrElse(c -> opened.accept(c.record()), () -> say(Texts.bind(Messages.SheetPane_none, channel)));
      }

      @Override
      public void failed(LoupeException reason) {
        say(reason.getMessage());
      }
    });
  }
}
