/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.core.runtime.ContributorFactorySimple;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.RegistryFactory;
import org.eclipse.core.runtime.spi.RegistryStrategy;
import org.junit.jupiter.api.Test;

/** A registry without a framework; with one, the tests of the product read it. */
class RegistrySourceTest {
  private static final String PLUGIN = """
      <plugin>
        <extension point="org.loupe.api.explainers">
          <explainer id="m" name="M" class="java.lang.StringBuilder"><profile id="p"/></explainer>
          <explainer id="n" class="gone.Away"/>
        </extension>
        <extension point="other.point"><view id="v"/></extension>
      </plugin>
      """;

  private static IExtensionRegistry registry() throws Exception {
    Object token = new Object();
    IExtensionRegistry registry = RegistryFactory.createRegistry(
        new RegistryStrategy(new File[0], new boolean[0]), token, token);
    add(registry, "org.loupe.api", "<plugin><extension-point id=\"explainers\" name=\"Explainers\"/></plugin>", token);
    add(registry, "vendor.methods", PLUGIN, token);
    return registry;
  }

  private static void add(IExtensionRegistry registry, String bundle, String xml, Object token) throws Exception {
    assertTrue(registry.addContribution(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)),
        ContributorFactorySimple.createContributor(bundle), false, bundle, null, token));
  }

  @Test
  void readsWhatIsContributed() throws Exception {
    List<Contribution> found = new RegistrySource(registry()).contributions("explainers");
    Contribution m = found.get(0);
    assertEquals(2, found.size());
    assertEquals(List.of("m", "M", "vendor.methods", "", ""),
        List.of(m.id(), m.name(), m.bundle(), m.bundleVersion(), m.attribute("category")));
    assertEquals("p", m.children("profile").get(0).attribute("id"));
    assertEquals(StringBuilder.class, m.create().getClass());
    assertThrows(Exception.class, found.get(1)::create);
  }
}
