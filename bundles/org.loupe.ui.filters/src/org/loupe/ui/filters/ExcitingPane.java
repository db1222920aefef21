/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.filters;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Link;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.core.dataset.ExcitingFile;
import org.loupe.core.dataset.ExcitingFiles;
import org.loupe.core.dataset.ExcitingRequest;
import org.loupe.core.dataset.ExcitingSearch;
import org.loupe.core.dataset.Measure;
import org.loupe.core.model.ModelLease;
import org.loupe.ui.api.canvas.TileGrid;
import org.loupe.ui.api.canvas.Tiles;
import org.loupe.ui.api.context.Inspector;
import org.loupe.ui.api.jobs.Outcome;
import org.loupe.ui.api.jobs.Recomputation;
import org.loupe.ui.api.parts.EmptyMessage;

/** The pictures of a folder that excite the channel most. */
final class ExcitingPane {
  private static final int SIDE = 84;
  private static final int KEEP = 24;
  private static final int BESIDE = 330;
  /** Folders with more files are looked through only when the user says so. */
  private static final int UNASKED = 400;

  private final Composite control;
  private final Pane pane;
  private final Link head;
  private final Combo measure;
  private final TileGrid grid;
  private final Inspector inspector;
  private final Recomputation searching;
  private Focus focus;
  private Path folder;
  private ExcitingFiles found;

  /** What a look into the folder gave. @param found empty if it is large and nobody has looked through it yet */
  private record Look(int files, Optional<ExcitingFiles> found) {
  }

  /** @param pictureChosen is told which file the user opens */
  ExcitingPane(Composite parent, Inspector inspector, Consumer<Path> pictureChosen) {
    this.inspector = inspector;
    control = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).spacing(6, 4).applyTo(control);
    head = new Link(control, SWT.WRAP);
    GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(120, SWT.DEFAULT).applyTo(head);
    head.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> clicked(e.text)));
    measure = new Combo(control, SWT.READ_ONLY | SWT.DROP_DOWN);
    measure.setItems(Messages.ExcitingPane_mean, Messages.ExcitingPane_max);
    measure.select(0);
    measure.setToolTipText(Messages.ExcitingPane_measureTip);
    Accessibility.name(measure, Messages.ExcitingPane_measure);
    measure.addListener(SWT.Selection, e -> search(false));
    pane = new Pane(control);
    GridDataFactory.fillDefaults().grab(true, true).span(2, 1).applyTo(pane.control());
    grid = new TileGrid(pane.parent(), SWT.NONE);
    grid.setTileSize(SIDE);
    grid.onOpen(tile -> pictureChosen.accept(((ExcitingTiles) grid.tiles()).file(tile)));
    pane.content(grid);
    searching = new Recomputation(control);
    control.addListener(SWT.Resize, e -> arrange());
  }

  /** The choice below the text where there is no room beside it. */
  private void arrange() {
    int span = control.getSize().x < BESIDE ? 2 : 1;
    GridData data = (GridData) head.getLayoutData();
    if (data.horizontalSpan != span) {
      data.horizontalSpan = span;
      control.layout(true, true);
    }
  }

  Control control() {
    return control;
  }

  TileGrid grid() {
    return grid;
  }

  /** What was found; null while nothing was. */
  ExcitingFiles found() {
    return found;
  }

  boolean running() {
    return searching.running();
  }

  /** What stands in place of the pictures, if there are none. */
  Optional<EmptyMessage> message() {
    return pane.isEmpty() ? Optional.of(pane.message()) : Optional.empty();
  }

  void show(Focus next) {
    boolean sameModel = focus != null && focus.model().file().equals(next.model().file());
    boolean same = next.sameLayer(focus);
    focus = next;
    if (!sameModel) {
      folder = Folders.of(next.model().file()).orElse(null);
    }
    if (same && found != null) {
      tiles();
      tellHead();
    } else if (!same) {
      search(false);
    }
  }

  /** Looks into another folder, and remembers it for the model. */
  void look(Path into) {
    folder = into;
    Folders.remember(focus.model().file(), into);
    search(true);
  }

  private void clicked(String link) {
    if ("stop".equals(link)) {
      searching.stop();
    } else {
      choose();
    }
  }

  private void choose() {
    DirectoryDialog dialog = new DirectoryDialog(control.getShell());
    dialog.setText(Messages.ExcitingPane_chooseTitle);
    dialog.setMessage(Messages.ExcitingPane_chooseMessage);
    dialog.setFilterPath(folder != null ? folder.toString() : focus.model().file().getParent().toString());
    String chosen = dialog.open();
    if (chosen != null) {
      look(Path.of(chosen));
    }
  }

  private void search(boolean asked) {
    found = null;
    grid.setTiles(Tiles.NONE);
    if (folder == null) {
      searching.cancel();
      head.setText(Messages.ExcitingPane_title);
      pane.showEmpty(EmptyMessage.info(Messages.ExcitingPane_noFolder, Messages.ExcitingPane_noFolderText,
          new EmptyMessage.Action(Messages.ExcitingPane_choose, this::choose)));
      return;
    }
    Focus about = focus;
    ExcitingRequest request = new ExcitingRequest(about.model().card(), about.layer().id(), folder,
        Measure.values()[measure.getSelectionIndex()], KEEP);
    head.setText(Texts.bind(Messages.ExcitingPane_looking, Texts.label(folder.getFileName().toString())));
    pane.showEmpty(EmptyMessage.working(Messages.ExcitingPane_searching, "",
        new EmptyMessage.Action(Messages.Stop, searching::stop)));
    searching.start(Messages.ExcitingPane_searching, p -> look(about, request, asked, p), new Outcome<Look>() {
      @Override
      public void done(Look value) {
        if (value.found().isEmpty()) {
          ask(value.files());
        } else {
          show(value.found().get());
        }
      }

      @Override
      public void failed(LoupeException reason) {
        head.setText(inFolder(Messages.ExcitingPane_title));
        pane.showEmpty(EmptyMessage.info(Messages.ExcitingPane_nothing, reason.getMessage(),
            new EmptyMessage.Action(Messages.ExcitingPane_choose, ExcitingPane.this::choose)));
      }

      @Override
      public void cancelled() {
        ask(0);
      }

      @Override
      public void progress(String task, double fraction) {
        pane.progress(task, fraction);
        if (found != null && !Double.isNaN(fraction)) {
          head.setText(Texts.bind(Messages.ExcitingPane_percent, Math.round(fraction * 100)));
        }
      }
    });
  }

  private Look look(Focus about, ExcitingRequest request, boolean asked, Progress progress) throws LoupeException {
    ExcitingSearch search = inspector.loupe().exciting();
    try (ModelLease lease = inspector.open(about.model().file(), progress)) {
      Optional<ExcitingFiles> kept = search.cached(lease, request, progress);
      int files = search.files(request.card(), request.folder(), progress).files().size();
      if (kept.isPresent() || !asked && files > UNASKED) {
        return new Look(files, kept);
      }
      return new Look(files, Optional.of(search.find(lease, request, progress,
          some -> partial(about, some))));
    }
  }

  /** Called by the job. */
  private void partial(Focus about, ExcitingFiles some) {
    control.getDisplay().asyncExec(() -> {
      if (!control.isDisposed() && searching.running() && about.sameLayer(focus)) {
        found = some;
        tiles();
        pane.showContent();
      }
    });
  }

  private void ask(int files) {
    head.setText(inFolder(Messages.ExcitingPane_title));
    pane.showEmpty(EmptyMessage.info(Messages.ExcitingPane_ask,
        files == 0 ? "" : Texts.bind(Messages.ExcitingPane_askText, files, folder.getFileName()),
        new EmptyMessage.Action(Messages.ExcitingPane_search, () -> search(true)),
        new EmptyMessage.Action(Messages.ExcitingPane_choose, this::choose)));
  }

  private void show(ExcitingFiles all) {
    found = all;
    tellHead();
    tiles();
  }

  private void tellHead() {
    if (searching.running()) {
      return;
    }
    String text = inFolder(Texts.bind(Messages.ExcitingPane_of, focus.channel(), found.read()));
    if (found.skipped() > 0) {
      text += " " + Texts.bind(Messages.ExcitingPane_skipped, found.skipped());
    }
    if (!found.complete()) {
      text += " " + Messages.ExcitingPane_part;
    }
    head.setText(text);
    head.setToolTipText(found.skipped() == 0 ? folder.toString()
        : folder + "\n" + Texts.bind(Messages.ExcitingPane_firstSkipped, found.firstSkipped()));
    head.requestLayout();
  }

  private String inFolder(String text) {
    return text + " " + Texts.bind(Messages.ExcitingPane_folder, Texts.label(folder.getFileName().toString()));
  }

  private void tiles() {
    List<ExcitingFile> files =
        focus.channel() < found.channels().size() ? found.channels().get(focus.channel()) : List.of();
    grid.setName(Texts.bind(Messages.ExcitingPane_grid, focus.channel()));
    ExcitingTiles next = new ExcitingTiles(inspector, focus.model(), folder, found, files);
    if (!next.equals(grid.tiles())) {
      grid.setTiles(next);
    }
    if (files.isEmpty()) {
      pane.showEmpty(EmptyMessage.info(Messages.ExcitingPane_nothing,
          Texts.bind(Messages.ExcitingPane_notFinite, focus.channel())));
    } else {
      pane.showContent();
    }
  }
}
