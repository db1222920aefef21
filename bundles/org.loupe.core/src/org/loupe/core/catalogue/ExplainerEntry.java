/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.loupe.api.LoupeException;
import org.loupe.api.explain.Applicability;
import org.loupe.api.explain.Explainer;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.settings.SettingsSchema;
import org.loupe.core.internal.contain.Containment;
import org.loupe.core.internal.contain.Schemas;

/** A contributed method. */
public final class ExplainerEntry extends Entry {
  ExplainerEntry(Contribution contribution) {
    super(contribution);
  }

  /** Family of methods, as {@code perturbation}; may be empty. */
  public String category() {
    return contribution().attribute("category");
  }

  /** Capabilities that the model must have. */
  public List<String> requires() {
    return list("requires");
  }

  /** Paper or specification that defines it; may be empty. */
  public String reference() {
    return contribution().attribute("reference");
  }

  /** Whether it works on an input of the user's; one that does not starts from {@code InputReader.blank}. */
  public boolean needsInput() {
    return !contribution().attribute("input").equals("none");
  }

  /** Whether it explains many rows of a table at once; others are given one at a time. */
  public boolean takesRows() {
    return contribution().attribute("rows").equals("true");
  }

  /** Whether it compares with other inputs. */
  public Background background() {
    return switch (contribution().attribute("background")) {
      case "optional" -> Background.OPTIONAL;
      case "required" -> Background.REQUIRED;
      default -> Background.NONE;
    };
  }

  /** What a method does with a background. */
  public enum Background {
    /** It takes none. */
    NONE,
    /** It takes one if there is one. */
    OPTIONAL,
    /** It cannot do without. */
    REQUIRED
  }

  /** What it needs of a target. */
  public TargetNeed target() {
    return switch (contribution().attribute("target")) {
      case "none" -> TargetNeed.NONE;
      case "optional" -> TargetNeed.OPTIONAL;
      default -> TargetNeed.REQUIRED;
    };
  }

  /** Whether it says why a model answers so, rather than show what lies inside. */
  public boolean explains() {
    return needsInput() && target() == TargetNeed.REQUIRED;
  }

  public List<Profile> profiles() {
    return contribution().children("profile").stream().map(ExplainerEntry::profile).toList();
  }

  /** @throws LoupeException USAGE if it has no such profile; the message names those that it has */
  public Profile profile(String id) throws LoupeException {
    List<Profile> all = profiles();
    return all.stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow(() -> LoupeException.usage(
        "method " + id() + " has no profile " + id
            + (all.isEmpty() ? "" : "; there are " + all.stream().map(Profile::id).toList())));
  }

  /** Loads its code. @throws LoupeException FAILED, naming the bundle */
  public Explainer<?> create() throws LoupeException {
    return instance(Explainer.class);
  }

  /** Its settings; loads its code. @throws LoupeException FAILED, naming the bundle */
  public SettingsSchema<?> schema() throws LoupeException {
    Explainer<?> explainer = create();
    return Schemas.of(bundle(), id(), explainer::settingsType);
  }

  /**
   * Whether the method can be used on a model; loads its code if the declared requirements are met.
   *
   * @throws LoupeException FAILED, naming the bundle
   */
  public Applicability applicable(ModelDescription model) throws LoupeException {
    List<String> missing = requires().stream().filter(c -> !model.capabilities().contains(c)).toList();
    if (!missing.isEmpty()) {
      return Applicability.no(name() + " needs " + String.join(", ", missing) + ", which " + model.name()
          + " does not offer");
    }
    Explainer<?> explainer = create();
    return Containment.call(bundle(), "asking " + id() + " whether it applies", () -> explainer.applicable(model));
  }

  /**
   * Whether the method cannot do without a background with these settings; loads its code.
   *
   * @param settings texts by key, those of a profile included
   * @throws LoupeException USAGE if they are not valid; FAILED, naming the bundle
   */
  public boolean needsBackground(Map<String, String> settings) throws LoupeException {
    return switch (background()) {
      case NONE -> false;
      case REQUIRED -> true;
      case OPTIONAL -> needsBackground(create(), settings);
    };
  }

  private <S extends Record> boolean needsBackground(Explainer<S> explainer, Map<String, String> settings)
      throws LoupeException {
    S read = Schemas.typed(bundle(), id(), explainer::settingsType).read(settings);
    return Containment.call(bundle(), "asking " + id() + " for a background", () -> explainer.needsBackground(read));
  }

  private static Profile profile(ContributionElement element) {
    Map<String, String> settings = new LinkedHashMap<>();
    element.children("set").forEach(s -> settings.put(s.attribute("key"), s.attribute("value")));
    return new Profile(element.attribute("id"), element.attribute("name"), element.attribute("description"), settings);
  }
}
