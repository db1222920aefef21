/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.activations;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.loupe.api.LoupeException;
import org.loupe.core.model.ModelLease;
import org.loupe.core.result.DirectRecords;
import org.loupe.core.result.ExportOptions;
import org.loupe.core.result.RunRecord;
import org.loupe.ui.api.context.Inspector;
import org.loupe.ui.api.jobs.MonitorProgress;

/** Writes the layer that is shown to a file: values, figures or picture, by the ending. */
final class LayerExport extends Job {
  private static final String BUNDLE = "org.loupe.ui.activations";
  private static final int MOST = 60;

  private final Inspector inspector;
  private final Shown shown;
  private final Path file;
  private final boolean dark;

  private LayerExport(Inspector inspector, Shown shown, Path file, boolean dark) {
    super(NLS.bind(Messages.LayerExport_job, file.getFileName()));
    this.inspector = inspector;
    this.shown = shown;
    this.file = file;
    this.dark = dark;
    setUser(true);
  }

  /** Asks for a file and writes it. */
  static void ask(Shell shell, Inspector inspector, Shown shown, boolean dark) {
    FileDialog dialog = new FileDialog(shell, SWT.SAVE);
    dialog.setText(NLS.bind(Messages.LayerExport_title, shown.layer().id()));
    dialog.setFilterExtensions(new String[] {"*.npy", "*.csv", "*.png", "*.svg", "*.json", "*.html"});
    dialog.setFilterNames(new String[] {Messages.LayerExport_npy, Messages.LayerExport_csv, Messages.LayerExport_png,
        Messages.LayerExport_svg, Messages.LayerExport_json, Messages.LayerExport_html});
    dialog.setFileName(fileName(shown.layer().id()) + ".npy");
    dialog.setOverwrite(true);
    String file = dialog.open();
    if (file != null) {
      new LayerExport(inspector, shown, Path.of(file), dark).schedule();
    }
  }

  /** A name without anything that a file system, or a path, takes amiss. */
  static String fileName(String layer) {
    String safe = layer.replaceAll("[^A-Za-z0-9_+=-]+", "_").replaceAll("^_+|_+$", "");
    return safe.isEmpty() ? "layer" : safe.substring(0, Math.min(MOST, safe.length()));
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    MonitorProgress progress = new MonitorProgress(monitor, getName(), (task, fraction) -> {
    });
    try (ModelLease lease = inspector.open(shown.about().model().orElseThrow().file(), progress)) {
      String id = shown.layer().id();
      RunRecord record = DirectRecords.of(lease, shown.subject(), shown.maps(), Shown.METHOD, BUNDLE,
          Map.of("layer", id, "influence", "false"), id, progress);
      inspector.loupe().exporters().export(record, file, new ExportOptions(Map.of(), "", 960, 720, dark));
      return Status.OK_STATUS;
    } catch (LoupeException e) {
      return Status.error(e.getMessage(), e);
    } catch (CancellationException e) {
      return Status.CANCEL_STATUS;
    }
  }
}
