/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.explanation;

import java.util.HashMap;
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
import org.loupe.core.catalogue.Profile;
import org.loupe.ui.api.settings.SettingsForm;

/** Method, profile and settings, remembered for each method. */
final class MethodBar {
  /** What the user has set for one method. */
  record Choice(String profile, Map<String, String> settings) {
    static final Choice NONE = new Choice("", Map.of());
  }

  private final Combo method;
  private final Combo profile;
  private final Label profileLabel;
  private final Twistie settings;
  private final Runnable changed;
  private final Map<String, Choice> choices;
  private List<MethodChoice> methods = List.of();
  private SettingsForm form;
  private String shown = "";

  /** @param top where the combos go, a grid of four columns; @param below where the settings go */
  MethodBar(Composite top, Composite below, boolean open, Map<String, Choice> choices, Runnable changed,
      Runnable resized) {
    this.choices = new HashMap<>(choices);
    this.changed = changed;
    label(top, Messages.MethodBar_method);
    method = combo(top);
    method.addListener(SWT.Selection, e -> methodChosen());
    profileLabel = label(top, Messages.MethodBar_profile);
    profile = combo(top);
    profile.addListener(SWT.Selection, e -> profileChosen());
    settings = new Twistie(below, Messages.MethodBar_settings, open, resized);
    ((GridLayout) settings.client().getLayout()).marginWidth = 8;
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
  Choice choice() {
    return choices.getOrDefault(shown, Choice.NONE);
  }

  Map<String, Choice> choices() {
    return choices;
  }

  Optional<String> problem() {
    return form == null ? Optional.empty() : form.problem();
  }

  boolean expanded() {
    return settings.expanded();
  }

  private void methodChosen() {
    showMethod();
    changed.run();
  }

  private void showMethod() {
    MethodChoice chosen = method().orElse(null);
    shown = chosen == null ? "" : chosen.id();
    method.setToolTipText(chosen == null ? null : chosen.description());
    showProfiles(chosen);
    for (Control child : settings.client().getChildren()) {
      child.dispose();
    }
    form = null;
    if (chosen != null && chosen.schema().isPresent() && !chosen.schema().get().fields().isEmpty()) {
      form = new SettingsForm(settings.client(), chosen.schema().get());
      form.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
      form.show(effective(chosen));
      form.onChange(this::edited);
    }
    settings.setVisible(form != null);
    settings.client().requestLayout();
  }

  private void showProfiles(MethodChoice chosen) {
    List<Profile> profiles = chosen == null ? List.of() : chosen.profiles();
    profile.removeAll();
    profile.add(Messages.MethodBar_defaults);
    profiles.forEach(p -> profile.add(p.name()));
    int at = 0;
    for (int i = 0; i < profiles.size(); i++) {
      if (profiles.get(i).id().equals(choice().profile())) {
        at = i + 1;
      }
    }
    profile.select(at);
    profile.setToolTipText(at == 0 ? null : profiles.get(at - 1).description());
    for (Control c : new Control[] {profile, profileLabel}) {
      c.setVisible(!profiles.isEmpty());
      ((GridData) (c.getLayoutData() == null ? data(c) : c.getLayoutData())).exclude = profiles.isEmpty();
    }
    ((GridData) method.getLayoutData()).horizontalSpan = profiles.isEmpty() ? 3 : 1;
    method.requestLayout();
  }

  private static GridData data(Control c) {
    GridData data = new GridData();
    c.setLayoutData(data);
    return data;
  }

  /** Defaults, the profile's values over them, the user's over those. */
  private Map<String, String> effective(MethodChoice chosen) {
    Map<String, String> out = new HashMap<>(profileSettings(chosen));
    out.putAll(choice().settings());
    return out;
  }

  private Map<String, String> profileSettings(MethodChoice chosen) {
    return chosen.profiles().stream().filter(p -> p.id().equals(choice().profile())).findFirst().map(Profile::settings)
        .orElse(Map.of());
  }

  private void profileChosen() {
    MethodChoice chosen = method().orElseThrow();
    int i = profile.getSelectionIndex();
    choices.put(shown, new Choice(i <= 0 ? "" : chosen.profiles().get(i - 1).id(), Map.of()));
    profile.setToolTipText(i <= 0 ? null : chosen.profiles().get(i - 1).description());
    if (form != null) {
      form.show(effective(chosen));
    }
    changed.run();
  }

  private void edited() {
    // what the profile says anyway is not the user's
    Map<String, String> own = new HashMap<>(form.values());
    Map<String, String> base = profileSettings(method().orElseThrow());
    method().orElseThrow().schema().orElseThrow().fields()
        .forEach(f -> own.remove(f.key(), base.getOrDefault(f.key(), f.defaultText())));
    choices.put(shown, new Choice(choice().profile(), own));
    changed.run();
  }
}
