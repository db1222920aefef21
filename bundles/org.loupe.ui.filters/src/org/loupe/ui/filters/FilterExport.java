/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.filters;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.loupe.api.LoupeException;
import org.loupe.core.result.ExportOptions;
import org.loupe.core.result.RunRecord;
import org.loupe.scene.Scene;
import org.loupe.scene.Theme;
import org.loupe.scene.write.PngWriter;
import org.loupe.scene.write.SvgWriter;
import org.loupe.ui.api.canvas.SceneClipboard;
import org.loupe.ui.api.canvas.SceneThemes;
import org.loupe.ui.api.canvas.TileGrid;
import org.loupe.ui.api.canvas.Tiles;
import org.loupe.ui.api.context.Inspector;
import org.loupe.ui.api.jobs.Outcome;
import org.loupe.ui.api.jobs.Recomputation;

/** Copies what the view shows, or writes it to a file that the user chooses. */
final class FilterExport {
  private static final String[] RECORD = {"*.png", "*.svg", "*.html", "*.xai", "*.npy", "*.json", "*.csv"};
  private static final String[] TILES = {"*.png", "*.svg"};

  private final FiltersView view;
  private final Recomputation writing;

  FilterExport(FiltersView view) {
    this.view = view;
    this.writing = new Recomputation(view.player().canvas());
  }

  boolean running() {
    return writing.running();
  }

  private Optional<TileGrid> grid() {
    return view.message().isPresent() ? Optional.empty() : Optional.of(view.grid());
  }

  void copy() {
    status(null);
    if (view.message().isPresent()) {
      nothing();
      return;
    }
    if (view.page() == FiltersView.Page.ASCENT) {
      SceneClipboard.copy(view.player().canvas());
      return;
    }
    grid().ifPresent(grid -> {
      Tiles tiles = grid.tiles();
      int side = grid.tileSize();
      Theme theme = SceneThemes.of(grid);
      String title = view.getPartName();
      writing.start(Messages.FilterExport_copying, p -> png(TileScene.of(tiles, side, title, p), theme),
          new Outcome<ImageData>() {
            @Override
            public void done(ImageData value) {
              Clipboard clipboard = new Clipboard(grid.getDisplay());
              clipboard.setContents(new Object[] {value}, new Transfer[] {ImageTransfer.getInstance()});
              clipboard.dispose();
            }

            @Override
            public void failed(LoupeException reason) {
              MessageDialog.openError(shell(), Messages.FilterExport_failed, reason.getMessage());
            }
          });
    });
  }

  private static ImageData png(Scene scene, Theme theme) throws LoupeException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      PngWriter.write(scene, theme, 1, out);
    } catch (IOException e) {
      throw LoupeException.failed(e.getMessage(), e);
    }
    return new ImageData(new ByteArrayInputStream(out.toByteArray()));
  }

  void export() {
    status(null);
    if (view.message().isPresent()) {
      nothing();
    } else if (view.page() == FiltersView.Page.ASCENT) {
      ask("filter", RECORD).ifPresent(this::write);
    } else {
      ask("filters", TILES).ifPresent(this::write);
    }
  }

  /** Writes what is shown, if there is something, by the file's ending. */
  void write(Path file) {
    if (view.page() == FiltersView.Page.ASCENT) {
      view.record().ifPresent(r -> write(r, file));
    } else {
      grid().ifPresent(grid -> write(grid, file));
    }
  }

  private void nothing() {
    status(Messages.FilterExport_nothing);
  }

  /** What is said below the window; null for nothing. */
  void status(String text) {
    view.getViewSite().getActionBars().getStatusLineManager().setMessage(text);
  }

  private void write(RunRecord record, Path file) {
    boolean dark = SceneThemes.of(view.player().canvas()).dark();
    ExportOptions d = ExportOptions.DEFAULT;
    ExportOptions options = new ExportOptions(Map.of(), "", d.width(), d.height(), dark);
    Inspector inspector = view.getSite().getService(Inspector.class);
    run(() -> inspector.loupe().exporters().export(record, file, options));
  }

  private void write(TileGrid grid, Path file) {
    Tiles tiles = grid.tiles();
    int side = grid.tileSize();
    Theme theme = SceneThemes.of(grid);
    String title = view.getPartName();
    writing.start(Messages.FilterExport_writing, p -> {
      write(TileScene.of(tiles, side, title, p), theme, file);
      return file;
    }, new Told());
  }

  /** Writes a scene by the file's ending. */
  private static void write(Scene scene, Theme theme, Path file) throws LoupeException {
    try {
      if (file.toString().toLowerCase(Locale.ROOT).endsWith(".svg")) {
        SvgWriter.write(scene, Optional.of(theme), file);
      } else {
        PngWriter.write(scene, theme, 1, file);
      }
    } catch (IOException e) {
      throw LoupeException.failed(Texts.bind(Messages.FilterExport_cannotWrite, file, e.getMessage()), e);
    }
  }

  private interface Write {
    void run() throws LoupeException;
  }

  private void run(Write write) {
    writing.start(Messages.FilterExport_writing, p -> {
      write.run();
      return null;
    }, new Told());
  }

  private final class Told implements Outcome<Object> {
    @Override
    public void done(Object value) {
      // the file is where the user wanted it
    }

    @Override
    public void failed(LoupeException reason) {
      MessageDialog.openError(shell(), Messages.FilterExport_failed, reason.getMessage());
    }
  }

  private Shell shell() {
    return view.getSite().getShell();
  }

  private Optional<Path> ask(String name, String[] endings) {
    FileDialog dialog = new FileDialog(shell(), SWT.SAVE);
    dialog.setText(Messages.FilterExport_title);
    dialog.setFilterExtensions(endings);
    dialog.setFileName(name + ".png");
    dialog.setOverwrite(true);
    String file = dialog.open();
    if (file == null) {
      return Optional.empty();
    }
    boolean hasEnding = file.lastIndexOf('.') > file.lastIndexOf(java.io.File.separatorChar);
    return Optional.of(Path.of(hasEnding ? file : file + endings[Math.max(0, dialog.getFilterIndex())].substring(1)));
  }
}
