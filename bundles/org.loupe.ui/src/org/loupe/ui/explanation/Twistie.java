/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.explanation;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.events.ExpansionAdapter;
import org.eclipse.ui.forms.events.ExpansionEvent;
import org.eclipse.ui.forms.widgets.ExpandableComposite;

/** A part of a view that can be folded away. */
final class Twistie {
  private final ExpandableComposite section;
  private final Composite client;

  Twistie(Composite parent, String title, boolean open, Runnable resized) {
    section = new ExpandableComposite(parent, SWT.NONE, ExpandableComposite.TWISTIE);
    section.setText(title);
    section.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    client = new Composite(section, SWT.NONE);
    GridLayout grid = new GridLayout();
    grid.marginHeight = 2;
    client.setLayout(grid);
    section.setClient(client);
    section.setExpanded(open);
    section.addExpansionListener(new ExpansionAdapter() {
      @Override
      public void expansionStateChanged(ExpansionEvent e) {
        resized.run();
      }
    });
  }

  Composite client() {
    return client;
  }

  boolean expanded() {
    return section.isExpanded();
  }

  void setVisible(boolean visible) {
    section.setVisible(visible);
    ((GridData) section.getLayoutData()).exclude = !visible;
  }
}
