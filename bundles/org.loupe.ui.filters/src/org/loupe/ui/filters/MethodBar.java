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
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.ui.forms.events.IExpansionListener;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.loupe.core.catalogue.Profile;
import org.loupe.ui.api.settings.SettingsForm;

/** Profile, seed and, behind a fold, every setting of the method that climbs. */
final class MethodBar {
  private final Composite bar;
  private final Combo profile;
  private final Spinner seed;
  private final ExpandableComposite more;
  private final Composite client;
  private final Runnable changed;
  private Method method;
  private Choice choice;
  private SettingsForm form;

  /** @param changed after each change by the user @param resized when it needs more or less room */
  MethodBar(Composite parent, Choice start, Runnable changed, Runnable resized) {
    this.choice = start;
    this.changed = changed;
    bar = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(4).spacing(5, 2).applyTo(bar);
    new Label(bar, SWT.NONE).setText(Messages.MethodBar_profile);
    profile = new Combo(bar, SWT.READ_ONLY | SWT.DROP_DOWN);
    GridDataFactory.fillDefaults().grab(true, false).hint(80, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER)
        .applyTo(profile);
    Accessibility.name(profile, Messages.MethodBar_profile);
    profile.addListener(SWT.Selection, e -> profileChosen());
    new Label(bar, SWT.NONE).setText(Messages.MethodBar_seed);
    seed = new Spinner(bar, SWT.BORDER);
    seed.setValues((int) start.seed(), 0, Integer.MAX_VALUE, 0, 1, 10);
    GridDataFactory.fillDefaults().hint(70, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).applyTo(seed);
    seed.setToolTipText(Messages.MethodBar_seedTip);
    Accessibility.name(seed, Messages.MethodBar_seed);
    seed.addListener(SWT.Selection, e -> seedChosen());
    more = new ExpandableComposite(bar, SWT.NONE, ExpandableComposite.TWISTIE);
    more.setText(Messages.MethodBar_more);
    GridDataFactory.fillDefaults().span(4, 1).grab(true, false).applyTo(more);
    client = new Composite(more, SWT.NONE);
    GridLayoutFactory.fillDefaults().extendedMargins(8, 0, 2, 4).applyTo(client);
    more.setClient(client);
    more.addExpansionListener(IExpansionListener.expansionStateChangedAdapter(e -> resized.run()));
  }

  Composite control() {
    return bar;
  }

  /** Offers what the method has; what is chosen stays as far as it can. */
  void show(Method offered) {
    boolean same = method != null && method.profiles().equals(offered.profiles()) && form != null
        && offered.schema().isPresent();
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
    offered.schema().filter(s -> !s.fields().isEmpty()).ifPresent(s -> {
      form = new SettingsForm(client, s);
      form.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
      form.onChange(this::edited);
    });
    more.setVisible(form != null);
    ((GridData) more.getLayoutData()).exclude = form == null;
    fill();
    bar.layout(true, true);
  }

  Choice choice() {
    return choice;
  }

  /** What is wrong with the settings, in one line. */
  Optional<String> problem() {
    return form == null ? Optional.empty() : form.problem();
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
      Map<String, String> values = new LinkedHashMap<>(profileSettings());
      values.putAll(choice.settings());
      form.show(values);
    }
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
