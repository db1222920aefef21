/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.editor;

import org.eclipse.swt.widgets.Text;
import org.loupe.api.LoupeException;
import org.loupe.ui.api.jobs.Outcome;
import org.loupe.ui.api.jobs.Recomputation;

/** Computes the hash of a model's files in a job, and shows it when it is there. */
final class ModelHash {
  ModelHash(LoadedModel model, Text where) {
    new Recomputation(where).start(Messages.OverviewPage_hash, p -> {
      // the editor may close and give back its own lease while this reads the file
      try (var lease = model.lease().share()) {
        return lease.hash(p);
      }
    }, new Outcome<String>() {
      @Override
      public void done(String hash) {
        // one word of 64 letters would not wrap
        where.setText(hash.replaceAll("(.{16})(?!$)", "$1 "));
        Reflow.around(where);
      }

      @Override
      public void failed(LoupeException reason) {
        where.setText(reason.getMessage());
      }
    });
  }
}
