/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tables;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.loupe.core.catalogue.ExplainerEntry;
import org.loupe.ui.api.settings.MethodSettings;

/** Profile and settings of the method, beside the rows, where they take no line from them. */
final class SettingsPanel {
  private static final int WIDTH = 250;

  private final ScrolledComposite scroll;
  private final Composite content;
  private final Composite profileLine;
  private final MethodSettings settings;

  SettingsPanel(Composite parent, Runnable whenChanged) {
    scroll = new ScrolledComposite(parent, SWT.V_SCROLL);
    scroll.setExpandHorizontal(true);
    scroll.setExpandVertical(true);
    GridData data = new GridData(SWT.FILL, SWT.FILL, false, true);
    data.widthHint = WIDTH;
    data.heightHint = 0;
    scroll.setLayoutData(data);
    content = new Composite(scroll, SWT.NONE);
    content.setLayout(new GridLayout());
    scroll.setContent(content);
    profileLine = new Composite(content, SWT.NONE);
    profileLine.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    GridLayout grid = new GridLayout(2, false);
    grid.marginWidth = 2;
    grid.marginHeight = 0;
    profileLine.setLayout(grid);
    new Label(profileLine, SWT.NONE).setText(Messages.SettingsPanel_profile);
    Combo profile = new Combo(profileLine, SWT.READ_ONLY | SWT.DROP_DOWN);
    profile.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    Composite place = new Composite(content, SWT.NONE);
    place.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    GridLayout plain = new GridLayout();
    plain.marginWidth = 6;
    plain.marginHeight = 0;
    place.setLayout(plain);
    settings = new MethodSettings(profile, place, Map.of(), () -> {
      fit();
      whenChanged.run();
    });
    setVisible(false);
  }

  void show(Optional<RowsMethod> method) {
    settings.show(method.map(m -> m.entry().id()).orElse(""),
        method.map(RowsMethod::entry).map(ExplainerEntry::profiles).orElse(List.of()), method.map(RowsMethod::schema));
    profileLine.setVisible(settings.hasProfiles());
    ((GridData) profileLine.getLayoutData()).exclude = !settings.hasProfiles();
    fit();
  }

  private void fit() {
    content.layout(true, true);
    scroll.setMinHeight(content.computeSize(WIDTH, SWT.DEFAULT).y);
  }

  void setVisible(boolean visible) {
    scroll.setVisible(visible);
    ((GridData) scroll.getLayoutData()).exclude = !visible;
    scroll.requestLayout();
    if (visible) {
      fit();
    }
  }

  MethodSettings.Choice choice() {
    return settings.choice();
  }

  /** Every value by key. */
  Map<String, String> values() {
    return settings.values();
  }

  /** What is wrong with the settings, in one line. */
  Optional<String> problem() {
    return settings.problem();
  }
}
