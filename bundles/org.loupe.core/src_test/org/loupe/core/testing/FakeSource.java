/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.loupe.api.explain.Explainer;
import org.loupe.api.modality.Modality;
import org.loupe.api.model.ModelLoader;
import org.loupe.api.visualize.Visualizer;
import org.loupe.core.catalogue.Contribution;
import org.loupe.core.catalogue.ContributionElement;
import org.loupe.core.catalogue.ContributionSource;

/** Contributions made by a test. */
public final class FakeSource implements ContributionSource {
  private final Map<String, List<Contribution>> byPoint = new LinkedHashMap<>();
  /** How often code of a contribution was asked for. */
  public final AtomicInteger created = new AtomicInteger();

  public FakeSource add(String point, String bundle, Map<String, String> attributes, Callable<Object> code,
      ContributionElement... children) {
    byPoint.computeIfAbsent(point, p -> new ArrayList<>())
        .add(new Fake(bundle, attributes, List.of(children), code, created));
    return this;
  }

  public FakeSource explainer(String id, Explainer<?> explainer) {
    return add("explainers", "vendor.methods", Map.of("id", id, "name", id, "class", "C"), () -> explainer);
  }

  public FakeSource loader(String endings, int priority, ModelLoader loader) {
    return add("modelLoaders", "vendor.loaders", Map.of("id", "loader" + endings + priority, "name", "Loader", "class",
        "C", "extensions", endings, "priority", Integer.toString(priority)), () -> loader);
  }

  public FakeSource modality(String id, Modality<?> modality) {
    return add("modalities", "vendor.modalities", Map.of("id", id, "name", id, "class", "C"), () -> modality);
  }

  public FakeSource visualizer(String id, String result, Visualizer<?, ?> visualizer) {
    return add("visualizers", "vendor.views", Map.of("id", id, "name", id, "class", "C", "result", result),
        () -> visualizer);
  }

  @Override
  public List<Contribution> contributions(String point) {
    return byPoint.getOrDefault(point, List.of());
  }

  public static ContributionElement element(String name, Map<String, String> attributes,
      ContributionElement... children) {
    return new Element(name, attributes, List.of(children));
  }

  private record Element(String name, Map<String, String> attributes, List<ContributionElement> all)
      implements ContributionElement {
    @Override
    public String attribute(String key) {
      return attributes.getOrDefault(key, "");
    }

    @Override
    public List<ContributionElement> children(String wanted) {
      return all.stream().filter(e -> ((Element) e).name().equals(wanted)).toList();
    }
  }

  private record Fake(String bundle, Map<String, String> attributes, List<ContributionElement> all,
      Callable<Object> code, AtomicInteger created) implements Contribution {
    @Override
    public String attribute(String key) {
      return attributes.getOrDefault(key, "");
    }

    @Override
    public List<ContributionElement> children(String wanted) {
      return all.stream().filter(e -> ((Element) e).name().equals(wanted)).toList();
    }

    @Override
    public String bundleVersion() {
      return "1.2.3";
    }

    @Override
    public Object create() throws Exception {
      created.incrementAndGet();
      return code.call();
    }
  }
}
