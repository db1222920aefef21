/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.filters;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.loupe.api.LoupeException;
import org.loupe.core.catalogue.Profile;
import org.loupe.ui.api.settings.SettingsForm;

/** What is climbed for and by which profile, the button that climbs, and, behind a fold, seed and every setting. */
final class MethodBar {
  private final Composite bar;
  private final Combo objective;
  private final Combo profile;
  private final Button go;
  private final Button more;
  private final Composite fold;
  private final Spinner seed;
  private final Runnable changed;
  private final Runnable resized;
  private Method method;
  private Choice choice;
  private SettingsForm form;

  /** What the bar tells of. */
  interface Listener {
    /** Profile, seed or a setting is another. */
    void changed();

    /** What is climbed for is another. */
    void objectiveChanged();

    /** The button was pressed. */
    void go();

    /** More or less room is needed. */
    void resized();
  }

  MethodBar(Composite parent, Choice start, Listener listener) {
    this.choice = start;
    this.changed = listener::changed;
    this.resized = listener::resized;
    bar = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(4).spacing(5, 2).applyTo(bar);
    objective = combo(Messages.MethodBar_objective, Messages.MethodBar_objectiveTip);
    for (Objective o : Objective.values()) {
      objective.add(o.label());
    }
    objective.select(0);
    objective.addListener(SWT.Selection, e -> listener.objectiveChanged());
    profile = combo(Messages.MethodBar_profile, Messages.MethodBar_profile);
    profile.addListener(SWT.Selection, e -> profileChosen());
    go = new Button(bar, SWT.PUSH);
    go.addListener(SWT.Selection, e -> listener.go());
    GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).applyTo(go);
    more = new Button(bar, SWT.TOGGLE);
    more.setText(Messages.MethodBar_more);
    more.setToolTipText(Messages.MethodBar_moreTip);
    more.addListener(SWT.Selection, e -> unfold(more.getSelection()));
    fold = new Composite(bar, SWT.NONE);
    GridDataFactory.fillDefaults().span(4, 1).grab(true, false).exclude(true).applyTo(fold);
    GridLayoutFactory.fillDefaults().numColumns(2).extendedMargins(8, 0, 2, 6).spacing(6, 4).applyTo(fold);
    new Label(fold, SWT.NONE).setText(Messages.MethodBar_seed);
    seed = new Spinner(fold, SWT.BORDER);
    seed.setValues((int) start.seed(), 0, Integer.MAX_VALUE, 0, 1, 10);
    seed.setToolTipText(Messages.MethodBar_seedTip);
    Accessibility.name(seed, Messages.MethodBar_seed);
    seed.addListener(SWT.Selection, e -> seedChosen());
    fold.setVisible(false);
  }

  private Combo combo(String name, String tip) {
    Combo combo = new Combo(bar, SWT.READ_ONLY | SWT.DROP_DOWN);
    GridDataFactory.fillDefaults().grab(true, false).hint(70, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).applyTo(combo);
    combo.setToolTipText(tip);
    Accessibility.name(combo, name);
    return combo;
  }

  Composite control() {
    return bar;
  }

  /** How much higher it is than without the settings. */
  int foldHeight() {
    return fold.isVisible() ? fold.computeSize(SWT.DEFAULT, SWT.DEFAULT).y : 0;
  }

  /** A row for each setting takes a while, so that they are made when they are wanted. */
  private void makeForm() {
    if (form == null && method != null && method.schema().isPresent()) {
      form = new SettingsForm(fold, method.schema().get());
      form.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1));
      form.onChange(this::edited);
      form.show(effective());
    }
  }

  private void unfold(boolean open) {
    if (open) {
      makeForm();
    }
    fold.setVisible(open);
    ((GridData) fold.getLayoutData()).exclude = !open;
    resized.run();
  }

  /** @param one whether one picture is made, for an objective, or one for every channel */
  void make(boolean one) {
    objective.setVisible(one);
    ((GridData) objective.getLayoutData()).exclude = !one;
    ((GridData) profile.getLayoutData()).horizontalSpan = one ? 1 : 2;
    bar.layout(true);
  }

  /** What the button does. @param running whether it stops what runs */
  void tell(String action, String tip, boolean running, boolean enabled) {
    go.setText(running ? Messages.Stop : action);
    go.setToolTipText(running ? Messages.MethodBar_stopTip : tip);
    go.setEnabled(enabled);
    bar.layout(true);
  }

  Objective objective() {
    return Objective.values()[objective.getSelectionIndex()];
  }

  void select(Objective wanted) {
    objective.select(wanted.ordinal());
  }

  /** Offers what the method has; what is chosen stays as far as it can. */
  void show(Method offered) {
    boolean same = method != null && method.profiles().equals(offered.profiles())
        && method.schema().isPresent() == offered.schema().isPresent();
    method = offered;
    if (same) {
      return;
    }
    List<Profile> profiles = offered.profiles();
    if (profiles.stream().noneMatch(p -> p.id().equals(choice.profile()))) {
      choice = new Choice(profiles.isEmpty() ? "" : profiles.get(0).id(), Map.of(), choice.seed());
    }
    profile.setItems(profiles.stream().map(Profile::name).toArray(String[]::new));
    profile.setEnabled(!profiles.isEmpty());
    if (form != null) {
      form.dispose();
      form = null;
    }
    more.setEnabled(offered.schema().isPresent());
    if (more.getSelection()) {
      makeForm();
    }
    fill();
    bar.layout(true, true);
  }

  Choice choice() {
    return choice;
  }

  /** What is wrong with the settings, in one line. */
  Optional<String> problem() {
    if (method == null || method.schema().isEmpty()) {
      return Optional.empty();
    }
    try {
      method.schema().get().read(effective());
      return Optional.empty();
    } catch (LoupeException e) {
      return Optional.of(e.getMessage());
    }
  }

  private Map<String, String> profileSettings() {
    return method.profiles().stream().filter(p -> p.id().equals(choice.profile())).findFirst()
        .map(Profile::settings).orElse(Map.of());
  }

  private void fill() {
    for (int i = 0; i < method.profiles().size(); i++) {
      Profile p = method.profiles().get(i);
      if (p.id().equals(choice.profile())) {
        profile.select(i);
        profile.setToolTipText(p.description());
      }
    }
    if (form != null) {
      form.show(effective());
    }
  }

  private Map<String, String> effective() {
    Map<String, String> values = new LinkedHashMap<>(profileSettings());
    values.putAll(choice.settings());
    return values;
  }

  private void profileChosen() {
    choice = new Choice(method.profiles().get(profile.getSelectionIndex()).id(), Map.of(), choice.seed());
    fill();
    changed.run();
  }

  private void seedChosen() {
    choice = new Choice(choice.profile(), choice.settings(), seed.getSelection());
    changed.run();
  }

  /** What the profile says anyway is not the user's. */
  private void edited() {
    Map<String, String> own = new LinkedHashMap<>(form.values());
    Map<String, String> base = profileSettings();
    method.schema().orElseThrow().fields()
        .forEach(f -> own.remove(f.key(), base.getOrDefault(f.key(), f.defaultText())));
    choice = new Choice(choice.profile(), own, choice.seed());
    changed.run();
  }
}
