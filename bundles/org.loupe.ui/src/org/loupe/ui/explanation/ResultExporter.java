/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.explanation;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchPartSite;
import org.loupe.api.LoupeException;
import org.loupe.core.result.ExportOptions;
import org.loupe.core.result.RunRecord;
import org.loupe.ui.api.context.Inspector;
import org.loupe.ui.api.jobs.Outcome;
import org.loupe.ui.api.jobs.Recomputation;

/** Writes results to files that the user chooses, in a job, and says how it went. */
final class ResultExporter {
  private final IWorkbenchPartSite site;
  private final StatusLine status;
  private final Recomputation exporting;

  /** @param owner whose end ends the jobs */
  ResultExporter(Control owner, IWorkbenchPartSite site, StatusLine status) {
    this.site = site;
    this.status = status;
    this.exporting = new Recomputation(owner);
  }

  /** @param method the method's name, for the name that is proposed */
  void export(RunRecord record, String method, ExportOptions options) {
    ResultExport.ask(site.getShell(), record.provenance().subject() + "-" + method, file -> {
      Inspector inspector = site.getService(Inspector.class);
      exporting.start(NLS.bind(Messages.ExplanationView_exporting, file.getFileName()), p -> {
        inspector.loupe().exporters().export(record, file, options);
        return file;
      }, new Outcome<Object>() {
        @Override
        public void done(Object value) {
          status.say(StatusLine.escape(NLS.bind(Messages.ExplanationView_exported, file)));
        }

        @Override
        public void failed(LoupeException reason) {
          MessageDialog.openError(site.getShell(), Messages.ExplanationView_notExported, reason.getMessage());
        }
      });
    });
  }
}
