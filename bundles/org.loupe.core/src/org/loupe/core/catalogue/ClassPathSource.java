/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.catalogue;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.loupe.core.internal.xml.PluginXml;
import org.w3c.dom.Element;

/** Reads every {@code plugin.xml} on a class path, for plain Java without OSGi. */
public final class ClassPathSource implements ContributionSource {
  private static final String NAMESPACE = "org.loupe.api.";
  private final ClassLoader loader;
  private final List<PluginXml> plugins = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  /** Reads the files now; a file that cannot be read is a problem, and the others are used. */
  public ClassPathSource(ClassLoader loader) {
    this.loader = loader;
    for (URL url : urls()) {
      try {
        plugins.add(PluginXml.read(url));
      } catch (IOException e) {
        String bundle = PluginXml.containerName(url);
        problems.add(new Problem(bundle, "plugin.xml of " + bundle + " cannot be read: " + e.getMessage()));
      }
    }
  }

  @Override
  public List<Contribution> contributions(String point) {
    List<Contribution> out = new ArrayList<>();
    for (PluginXml plugin : plugins) {
      for (Element element : plugin.contributions(NAMESPACE + point)) {
        out.add(new OnClassPath(plugin, element));
      }
    }
    return out;
  }

  @Override
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  private Set<URL> urls() {
    try {
      return new LinkedHashSet<>(Collections.list(loader.getResources("plugin.xml")));
    } catch (IOException e) {
      problems.add(new Problem("", "the class path cannot be searched: " + e.getMessage()));
      return Set.of();
    }
  }

  private static class Declared implements ContributionElement {
    final PluginXml plugin;
    final Element element;

    Declared(PluginXml plugin, Element element) {
      this.plugin = plugin;
      this.element = element;
    }

    @Override
    public String attribute(String name) {
      return plugin.translate(element.getAttribute(name));
    }

    @Override
    public List<ContributionElement> children(String name) {
      return PluginXml.children(element, name).stream().<ContributionElement>map(e -> new Declared(plugin, e)).toList();
    }
  }

  private final class OnClassPath extends Declared implements Contribution {
    OnClassPath(PluginXml plugin, Element element) {
      super(plugin, element);
    }

    @Override
    public String bundle() {
      return plugin.bundle();
    }

    @Override
    public String bundleVersion() {
      return plugin.version();
    }

    @Override
    public Object create() throws Exception {
      try {
        return Class.forName(attribute("class").strip(), true, loader).getConstructor().newInstance();
      } catch (InvocationTargetException e) {
        // What the constructor threw is what the user is to see.
        if (e.getCause() instanceof Error error) {
          throw error;
        }
        throw e.getCause() instanceof Exception cause ? cause : e;
      }
    }
  }
}
