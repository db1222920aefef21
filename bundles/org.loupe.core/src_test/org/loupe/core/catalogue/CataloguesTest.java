/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.loupe.core.testing.FakeSource.element;
import static org.loupe.core.testing.Fakes.refused;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.loupe.api.LoupeException;
import org.loupe.api.LoupeException.Kind;
import org.loupe.api.explain.Applicability;
import org.loupe.core.testing.FakeSource;
import org.loupe.core.testing.Fakes;
import org.loupe.core.testing.LinearModel;
import org.loupe.core.testing.Method;

class CataloguesTest {
  private static final Method METHOD = (request, context) -> Fakes.attribution(1);

  @Test
  void listingLoadsNoCode() {
    FakeSource source = new FakeSource().add("explainers", "v", Map.of("id", "m", "name", "M", "description", "D",
        "class", "C", "requires", "gradient, trees", "category", "k", "reference", "r"), () -> METHOD,
        element("profile", Map.of("id", "p", "name", "P", "description", "d"),
            element("set", Map.of("key", "times", "value", "3"))));
    ExplainerEntry entry = new Catalogues(source).explainers().entries().get(0);
    assertEquals(List.of("m", "M", "D", "k", "r", "v 1.2.3"), List.of(entry.id(), entry.name(), entry.description(),
        entry.category(), entry.reference(), entry.bundleText()));
    assertEquals(List.of("gradient", "trees"), entry.requires());
    assertEquals(List.of(new Profile("p", "P", "d", Map.of("times", "3"))), entry.profiles());
    assertEquals(0, source.created.get());
  }

  @Test
  void codeIsLoadedOnceAndAFailureIsNotRemembered() throws LoupeException {
    boolean[] fail = {true};
    FakeSource source = new FakeSource().add("explainers", "v", Map.of("id", "m", "class", "C"), () -> {
      if (fail[0]) {
        throw new NoClassDefFoundError("x");
      }
      return METHOD;
    });
    ExplainerEntry entry = new Catalogues(source).explainers().find("m");
    refused(Kind.FAILED, entry::create);
    fail[0] = false;
    assertEquals(entry.create(), entry.create());
    assertEquals(2, source.created.get());
    assertEquals("times", entry.schema().fields().get(0).key());
  }

  @Test
  void duplicatesAndIncompleteContributionsAreProblems() throws LoupeException {
    FakeSource source = new FakeSource()
        .add("explainers", "a.vendor", Map.of("id", "m", "class", "A"), () -> METHOD)
        .add("explainers", "org.loupe.own", Map.of("id", "m", "class", "B"), () -> METHOD)
        .add("explainers", "b.vendor", Map.of("class", "A"), () -> METHOD)
        .add("explainers", "b.vendor", Map.of("id", "n"), () -> METHOD);
    Catalogues catalogues = new Catalogues(source);
    assertEquals("org.loupe.own", catalogues.explainers().find("m").bundle());
    assertEquals(1, catalogues.explainers().entries().size());
    assertEquals(List.of("a.vendor", "b.vendor", "b.vendor"),
        catalogues.problems().stream().map(Problem::bundle).toList());
    String duplicate = catalogues.problems().get(0).message();
    assertTrue(duplicate.contains("a.vendor") && duplicate.contains("org.loupe.own"), duplicate);
  }

  @Test
  void whatIsNotThereIsAnErrorWithTheNearest() {
    Catalogue<ExplainerEntry> c = new Catalogues(new FakeSource().explainer("occlusion", METHOD)
        .explainer("saliency", METHOD)).explainers();
    assertEquals("no method oclusion; did you mean occlusion?",
        refused(Kind.USAGE, () -> c.find("oclusion")).getMessage());
    assertEquals("no method zzz; there are [occlusion, saliency]",
        refused(Kind.USAGE, () -> c.find("zzz")).getMessage());
    Catalogue<LoaderEntry> none = new Catalogues(new FakeSource()).loaders();
    assertEquals("no loader x; none is installed", refused(Kind.USAGE, () -> none.find("x")).getMessage());
  }

  @Test
  void aClassOfAnotherTypeNamesTheBundle() throws LoupeException {
    FakeSource source = new FakeSource().add("explainers", "v", Map.of("id", "m", "class", "C"), () -> "a text");
    ExplainerEntry entry = new Catalogues(source).explainers().find("m");
    assertTrue(refused(Kind.FAILED, entry::create).getMessage().contains("bundle v"));
  }

  @Test
  void aSettingsTypeThatIsNoneNamesTheBundle() throws LoupeException {
    record Bare(int x) {
    }
    FakeSource source = new FakeSource().explainer("m", new org.loupe.api.explain.Explainer<Bare>() {
      @Override
      public Class<Bare> settingsType() {
        return Bare.class;
      }

      @Override
      public org.loupe.api.result.Result explain(org.loupe.api.explain.ExplainRequest<Bare> request,
          org.loupe.api.explain.ExplainContext context) {
        return Fakes.attribution(1);
      }
    });
    ExplainerEntry entry = new Catalogues(source).explainers().find("m");
    assertTrue(refused(Kind.FAILED, entry::schema).getMessage().contains("vendor.methods"));
  }

  @Test
  void missingCapabilitiesAreSaidWithoutLoadingCode() throws LoupeException {
    FakeSource source = new FakeSource().add("explainers", "v",
        Map.of("id", "m", "name", "M", "class", "C", "requires", "gradient"), () -> METHOD);
    ExplainerEntry entry = new Catalogues(source).explainers().find("m");
    Applicability answer = entry.applicable(new LinearModel(true).description());
    assertEquals("M needs gradient, which linear.fake does not offer",
        assertInstanceOf(Applicability.No.class, answer).reason());
    assertEquals(0, source.created.get());
  }

  @Test
  void aCommandDeclaresItsWords() throws LoupeException {
    FakeSource source = new FakeSource()
        .add("commands", "v", Map.of("id", "c", "class", "C", "positional", "1-2"), () -> null,
            element("option", Map.of("name", "out", "value", "FILE", "repeat", "true", "doc", "d")),
            element("option", Map.of("name", "json", "required", "true", "doc", "e")))
        .add("commands", "v", Map.of("id", "one", "class", "C", "positional", "3"), () -> null)
        .add("commands", "v", Map.of("id", "none", "class", "C"), () -> null);
    Catalogue<CommandEntry> commands = new Catalogues(source).commands();
    CommandEntry c = commands.find("c");
    assertEquals(List.of(new OptionSpec("out", "FILE", true, false, "d"), new OptionSpec("json", "", false, true, "e")),
        c.options());
    assertEquals(List.of(1, 2, 3, 3, 0, 0), List.of(c.minPositional(), c.maxPositional(),
        commands.find("one").minPositional(), commands.find("one").maxPositional(),
        commands.find("none").minPositional(), commands.find("none").maxPositional()));
    assertTrue(refused(Kind.FAILED, () -> c.run(null)).getMessage().contains("returned nothing"));
  }
}
