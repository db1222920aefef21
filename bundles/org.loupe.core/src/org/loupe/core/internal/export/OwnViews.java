/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.loupe.core.catalogue.Catalogue;
import org.loupe.core.catalogue.Contribution;
import org.loupe.core.catalogue.ContributionElement;
import org.loupe.core.catalogue.ContributionSource;
import org.loupe.core.catalogue.Problem;
import org.loupe.core.catalogue.VisualizerEntry;

/** Adds the view of composites, which draws by all others and so can come from none of them. */
public final class OwnViews implements ContributionSource {
  private static final Map<String, String> SAYS = Map.of("id", "composite", "name", "Parts", "description",
      "The parts of a result beside and below each other, each by its own default view.", "class",
      CompositeView.class.getName(), "result", "Composite", "priority", "10");
  private final ContributionSource source;
  private volatile Views views;

  public OwnViews(ContributionSource source) {
    this.source = source;
  }

  /** Called once, before anything is drawn. */
  public void drawBy(Catalogue<VisualizerEntry> visualizers) {
    views = new Views(visualizers);
  }

  @Override
  public List<Contribution> contributions(String point) {
    List<Contribution> out = new ArrayList<>(source.contributions(point));
    if (point.equals("visualizers")) {
      out.add(new CompositeContribution());
    }
    return out;
  }

  @Override
  public List<Problem> problems() {
    return source.problems();
  }

  private final class CompositeContribution implements Contribution {
    @Override
    public String attribute(String name) {
      return SAYS.getOrDefault(name, "");
    }

    @Override
    public List<ContributionElement> children(String name) {
      return List.of();
    }

    @Override
    public String bundle() {
      return "org.loupe.core";
    }

    @Override
    public String bundleVersion() {
      return "";
    }

    @Override
    public Object create() {
      return new CompositeView(views);
    }
  }
}
