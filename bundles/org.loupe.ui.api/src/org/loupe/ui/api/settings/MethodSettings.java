/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.loupe.api.settings.SettingsSchema;
import org.loupe.core.catalogue.Profile;
import org.loupe.ui.api.internal.Messages;

/**
 * Profile and settings of the method that is chosen, remembered for each method: what stands in a combo and in a form,
 * which a view puts where it likes.
 */
public final class MethodSettings {
  /**
   * What the user has set for one method.
   *
   * @param profile id of one of its profiles; empty for none
   * @param settings texts by key, over those of the profile
   */
  public record Choice(String profile, Map<String, String> settings) {
    public static final Choice NONE = new Choice("", Map.of());

    public Choice {
      settings = Map.copyOf(settings);
    }
  }

  private final Combo profile;
  private final Composite place;
  private final Runnable changed;
  private final Map<String, Choice> choices;
  private String method = "";
  private List<Profile> profiles = List.of();
  private Optional<SettingsForm> form = Optional.empty();
  private Optional<SettingsSchema<?>> schema = Optional.empty();

  /**
   * Without a method.
   *
   * @param profile where profiles are chosen
   * @param place has a grid layout; the form is put into it
   * @param choices by id of the method, as they were left
   * @param changed is told when the user has changed something, valid or not
   */
  public MethodSettings(Combo profile, Composite place, Map<String, Choice> choices, Runnable changed) {
    this.profile = profile;
    this.place = place;
    this.choices = new HashMap<>(choices);
    this.changed = changed;
    profile.addListener(SWT.Selection, e -> profileChosen());
  }

  /** Shows what is set for a method. @param id empty for none @param fields its settings, if its code can be loaded */
  public void show(String id, List<Profile> offered, Optional<SettingsSchema<?>> fields) {
    method = id;
    profiles = offered;
    schema = fields.filter(s -> !s.fields().isEmpty());
    showProfiles();
    for (Control child : place.getChildren()) {
      child.dispose();
    }
    form = schema.map(s -> new SettingsForm(place, s));
    form.ifPresent(f -> {
      f.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
      f.show(effective());
      f.onChange(this::edited);
    });
    place.requestLayout();
  }

  /** Whether the method has profiles. */
  public boolean hasProfiles() {
    return !profiles.isEmpty();
  }

  /** Whether the method has settings. */
  public boolean hasForm() {
    return form.isPresent();
  }

  /** What is set for the method. */
  public Choice choice() {
    return choices.getOrDefault(method, Choice.NONE);
  }

  /** What is set for every method, by id. */
  public Map<String, Choice> choices() {
    return Map.copyOf(choices);
  }

  /** Every value by key, defaults included; empty if the method has no settings. */
  public Map<String, String> values() {
    return form.map(SettingsForm::values).orElse(Map.of());
  }

  /** What is wrong with the settings, in one line. */
  public Optional<String> problem() {
    return form.flatMap(SettingsForm::problem);
  }

  private void showProfiles() {
    profile.removeAll();
    profile.add(Messages.MethodSettings_defaults);
    profiles.forEach(p -> profile.add(p.name()));
    int at = 0;
    for (int i = 0; i < profiles.size(); i++) {
      if (profiles.get(i).id().equals(choice().profile())) {
        at = i + 1;
      }
    }
    profile.select(at);
    profile.setToolTipText(at == 0 ? null : profiles.get(at - 1).description());
  }

  /** Defaults, the profile's values over them, the user's over those. */
  private Map<String, String> effective() {
    Map<String, String> out = new HashMap<>(profileSettings());
    out.putAll(choice().settings());
    return out;
  }

  private Map<String, String> profileSettings() {
    return profiles.stream().filter(p -> p.id().equals(choice().profile())).findFirst().map(Profile::settings)
        .orElse(Map.of());
  }

  private void profileChosen() {
    int i = profile.getSelectionIndex();
    choices.put(method, new Choice(i <= 0 ? "" : profiles.get(i - 1).id(), Map.of()));
    profile.setToolTipText(i <= 0 ? null : profiles.get(i - 1).description());
    form.ifPresent(f -> f.show(effective()));
    changed.run();
  }

  private void edited() {
    // what the profile says anyway is not the user's
    Map<String, String> own = new HashMap<>(values());
    Map<String, String> base = profileSettings();
    schema.orElseThrow().fields().forEach(f -> own.remove(f.key(), base.getOrDefault(f.key(), f.defaultText())));
    choices.put(method, new Choice(choice().profile(), own));
    changed.run();
  }
}
