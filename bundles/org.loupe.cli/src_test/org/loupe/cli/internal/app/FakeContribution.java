/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.loupe.core.catalogue.Contribution;
import org.loupe.core.catalogue.ContributionElement;
import org.loupe.core.catalogue.ContributionSource;

/** A contribution made up by a test; it counts how often its code is asked for. */
public final class FakeContribution implements Contribution {
  private final String bundle;
  private final Callable<?> factory;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<Map<String, String>> options = new ArrayList<>();
  private int created;

  public FakeContribution(String bundle, String id, Callable<?> factory) {
    this.bundle = bundle;
    this.factory = factory;
    attributes.put("id", id);
    attributes.put("class", "made.by.Test");
  }

  public FakeContribution with(String attribute, String value) {
    attributes.put(attribute, value);
    return this;
  }

  /** @param flags {@code repeat} and {@code required}, in any order, or nothing */
  public FakeContribution option(String name, String value, String doc, String... flags) {
    Map<String, String> option = new LinkedHashMap<>(Map.of("name", name, "value", value, "doc", doc));
    for (String flag : flags) {
      option.put(flag, "true");
    }
    options.add(option);
    return this;
  }

  public int created() {
    return created;
  }

  @Override
  public String bundle() {
    return bundle;
  }

  @Override
  public String bundleVersion() {
    return "1.2.3";
  }

  @Override
  public String attribute(String name) {
    return attributes.getOrDefault(name, "");
  }

  @Override
  public List<ContributionElement> children(String name) {
    return name.equals("option") ? options.stream().<ContributionElement>map(Option::new).toList() : List.of();
  }

  @Override
  public Object create() throws Exception {
    created++;
    return factory.call();
  }

  /** A source of these commands only. */
  public static ContributionSource commands(FakeContribution... commands) {
    return point -> point.equals("commands") ? List.of(commands) : List.of();
  }

  private record Option(Map<String, String> attributes) implements ContributionElement {
    @Override
    public String attribute(String name) {
      return attributes.getOrDefault(name, "");
    }

    @Override
    public List<ContributionElement> children(String name) {
      return List.of();
    }
  }
}
