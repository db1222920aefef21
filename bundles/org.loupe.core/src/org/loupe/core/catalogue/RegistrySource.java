/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** Reads contributions from the extension registry of a running framework. */
public final class RegistrySource implements ContributionSource {
  private static final String NAMESPACE = "org.loupe.api.";
  private final IExtensionRegistry registry;

  public RegistrySource(IExtensionRegistry registry) {
    this.registry = registry;
  }

  @Override
  public List<Contribution> contributions(String point) {
    List<Contribution> out = new ArrayList<>();
    for (IConfigurationElement e : registry.getConfigurationElementsFor(NAMESPACE + point)) {
      out.add(new Registered(e));
    }
    return out;
  }

  /** Of several versions of a bundle only one contributes, since contributing bundles are singletons. */
  private static String version(String name) {
    Bundle self = FrameworkUtil.getBundle(RegistrySource.class);
    if (self == null || self.getBundleContext() == null) {
      return "";
    }
    return Arrays.stream(self.getBundleContext().getBundles())
        .filter(b -> name.equals(b.getSymbolicName()) && (b.getState() & (Bundle.INSTALLED | Bundle.UNINSTALLED)) == 0)
        .map(b -> b.getVersion().toString()).findFirst().orElse("");
  }

  private static class Element implements ContributionElement {
    final IConfigurationElement element;

    Element(IConfigurationElement element) {
      this.element = element;
    }

    @Override
    public String attribute(String name) {
      String value = element.getAttribute(name);
      return value == null ? "" : value;
    }

    @Override
    public List<ContributionElement> children(String name) {
      return Arrays.stream(element.getChildren(name)).<ContributionElement>map(Element::new).toList();
    }
  }

  private static final class Registered extends Element implements Contribution {
    Registered(IConfigurationElement element) {
      super(element);
    }

    @Override
    public String bundle() {
      return element.getContributor().getName();
    }

    @Override
    public String bundleVersion() {
      return version(bundle());
    }

    @Override
    public Object create() throws Exception {
      try {
        return element.createExecutableExtension("class");
      } catch (CoreException e) {
        // The registry wraps what really happened; the user is to see that.
        if (e.getStatus().getException() instanceof Exception cause) {
          throw cause;
        }
        throw e;
      }
    }
  }
}
