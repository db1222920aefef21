/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.explanation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.loupe.ui.api.settings.MethodSettings;

/** Method, profile and settings, remembered for each method. */
final class MethodBar {
  private final Combo method;
  private final Combo profile;
  private final Label profileLabel;
  private final Twistie part;
  private final MethodSettings settings;
  private final Runnable changed;
  private List<MethodChoice> methods = List.of();
  private String shown = "";

  /** @param top where the combos go, a grid of four columns; @param below where the settings go */
  MethodBar(Composite top, Composite below, boolean open, Map<String, MethodSettings.Choice> choices, Runnable changed,
      Runnable resized) {
    this.changed = changed;
    label(top, Messages.MethodBar_method);
    method = combo(top);
    method.addListener(SWT.Selection, e -> methodChosen());
    profileLabel = label(top, Messages.MethodBar_profile);
    profileLabel.setLayoutData(new GridData());
    profile = combo(top);
    part = new Twistie(below, Messages.MethodBar_settings, open, resized);
    ((GridLayout) part.client().getLayout()).marginWidth = 8;
    settings = new MethodSettings(profile, part.client(), choices, changed);
  }

  private static Label label(Composite top, String text) {
    Label label = new Label(top, SWT.NONE);
    label.setText(text);
    return label;
  }

  private static Combo combo(Composite top) {
    Combo combo = new Combo(top, SWT.READ_ONLY | SWT.DROP_DOWN);
    GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
    data.widthHint = 90;
    combo.setLayoutData(data);
    return combo;
  }

  /** Offers methods, and shows one of them: the wanted one if it is there. */
  void show(List<MethodChoice> offered, String wanted) {
    methods = offered;
    method.setItems(offered.stream().map(m -> m.obstacle().isEmpty() ? m.name()
        : NLS.bind(Messages.MethodBar_notApplicable, m.name())).toArray(String[]::new));
    int at = 0;
    for (int i = 0; i < offered.size(); i++) {
      if (offered.get(i).id().equals(wanted)) {
        at = i;
      }
    }
    if (!offered.isEmpty()) {
      method.select(at);
    }
    showMethod();
  }

  /** Shows a method that was chosen elsewhere. */
  void select(String id) {
    if (!id.equals(shown) && methods.stream().anyMatch(m -> m.id().equals(id))) {
      show(methods, id);
    }
  }

  Optional<MethodChoice> method() {
    int i = method.getSelectionIndex();
    return i < 0 ? Optional.empty() : Optional.of(methods.get(i));
  }

  /** What is set for the method; its problem in one line if it is not valid. */
  MethodSettings.Choice choice() {
    return settings.choice();
  }

  Map<String, MethodSettings.Choice> choices() {
    return settings.choices();
  }

  Optional<String> problem() {
    return settings.problem();
  }

  boolean expanded() {
    return part.expanded();
  }

  private void methodChosen() {
    showMethod();
    changed.run();
  }

  private void showMethod() {
    Optional<MethodChoice> chosen = method();
    shown = chosen.map(MethodChoice::id).orElse("");
    method.setToolTipText(chosen.map(MethodChoice::description).orElse(null));
    settings.show(shown, chosen.map(MethodChoice::profiles).orElse(List.of()), chosen.flatMap(MethodChoice::schema));
    for (Control c : new Control[] {profile, profileLabel}) {
      c.setVisible(settings.hasProfiles());
      ((GridData) c.getLayoutData()).exclude = !settings.hasProfiles();
    }
    ((GridData) method.getLayoutData()).horizontalSpan = settings.hasProfiles() ? 1 : 3;
    part.setVisible(settings.hasForm());
    method.requestLayout();
  }
}
