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
import org.eclipse.core.runtime.ContributorFactoryOSGi;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.osgi.framework.Bundle;

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

  /** Empty for a registry outside OSGi. */
  private static String version(IConfigurationElement element) {
    Bundle bundle = ContributorFactoryOSGi.resolve(element.getContributor());
    return bundle == null ? "" : bundle.getVersion().toString();
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
      return version(element);
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
