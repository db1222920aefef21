/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.loupe.core.testing.Fakes.refused;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.api.LoupeException;
import org.loupe.api.LoupeException.Kind;
import org.loupe.api.Progress;
import org.loupe.api.model.ForwardRequest;
import org.loupe.api.model.LoadOptions;
import org.loupe.api.model.Model;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.facet.Differentiable;
import org.loupe.api.model.facet.FacetProvider;
import org.loupe.core.catalogue.Catalogues;
import org.loupe.core.testing.DifferentiableModel;
import org.loupe.core.testing.FakeSource;
import org.loupe.core.testing.Fakes;
import org.loupe.core.testing.LinearModel;

/** A bundle adds a facet to models that another one opens, and what it does wrong is said and harms nobody. */
class ContributedFacetsTest {
  private static final String VENDOR = "vendor.facets";

  /** What is asked for. */
  interface Charm {
    String text();
  }

  private interface Finding {
    Object of(Model model, Progress progress) throws LoupeException;
  }

  @TempDir
  Path folder;
  private final FakeSource source = new FakeSource();
  private final LinearModel model = new LinearModel(true);
  private final AtomicInteger asked = new AtomicInteger();

  private FacetProvider<Charm> provider(boolean offered, Finding finding) {
    return new FacetProvider<>() {
      @Override
      public Class<Charm> type() {
        return Charm.class;
      }

      @Override
      public boolean offered(ModelDescription description) {
        return offered;
      }

      @Override
      @SuppressWarnings("unchecked")
      public Optional<Charm> facet(Model opened, Progress progress) throws LoupeException {
        asked.incrementAndGet();
        return (Optional<Charm>) finding.of(opened, progress);
      }
    };
  }

  private static Optional<Charm> charm(String text) {
    return Optional.of(() -> text);
  }

  private ContributedFacetsTest add(String id, String operators, Object provider) {
    source.add("facets", VENDOR, Map.of("id", id, "class", "C", "type", Charm.class.getName(), "capability", "charm",
        "operators", operators), () -> provider);
    return this;
  }

  private ModelLease open(Model opened) throws Exception {
    source.loader("fake", 0, (s, o, p) -> opened);
    Path file = Files.writeString(folder.resolve("model.fake"), "abc");
    return new ModelSessions(new Catalogues(source)).open(file, LoadOptions.DEFAULT, Progress.NONE);
  }

  private ModelLease open() throws Exception {
    return open(model);
  }

  @Test
  void aModelHasItAndSaysSo() throws Exception {
    add("none", "", provider(true, (m, p) -> Optional.empty()));
    add("charm", "", provider(true, (m, p) -> charm("of " + m.description().capabilities())));
    try (ModelLease lease = open()) {
      assertTrue(lease.description().capabilities().contains("charm"));
      assertTrue(lease.description().capabilities().containsAll(model.description().capabilities()));
      assertEquals(0, asked.get(), "nothing is read before somebody asks");
      Charm charm = lease.facet(Charm.class).orElseThrow();
      assertTrue(charm.text().contains("charm"), "it sees the model as everybody does");
      assertSame(charm, lease.facet(Charm.class).orElseThrow(), "once is enough");
      assertEquals(2, asked.get());
      assertTrue(lease.facet(Runnable.class).isEmpty());
    }
  }

  @Test
  void codeIsLoadedOnlyForModelsThatHaveTheOperator() throws Exception {
    add("charm", "vendor.Charm, vendor.Spell", provider(true, (m, p) -> charm("")));
    try (ModelLease lease = open()) {
      assertEquals(1, source.created.get(), "the loader");
      assertFalse(lease.description().capabilities().contains("charm"));
      assertTrue(lease.facet(Charm.class).isEmpty());
      assertEquals(1, source.created.get());
    }
    add("wanted", model.description().layers().get(0).operator(), provider(true, (m, p) -> charm("found")));
    try (ModelLease lease = open()) {
      assertEquals("found", lease.facet(Charm.class).orElseThrow().text());
    }
  }

  @Test
  void whoDoesNotOfferItIsNotAsked() throws Exception {
    add("charm", "", provider(false, (m, p) -> charm("")));
    try (ModelLease lease = open()) {
      assertFalse(lease.description().capabilities().contains("charm"));
      assertTrue(lease.facet(Charm.class).isEmpty());
      assertEquals(0, asked.get());
    }
  }

  @Test
  void theEnginesOwnFacetGoesFirst() throws Exception {
    source.add("facets", VENDOR, Map.of("id", "gradients", "class", "C", "type", Differentiable.class.getName()),
        () -> {
          throw new AssertionError("not needed");
        });
    try (ModelLease lease = open(new DifferentiableModel())) {
      assertEquals(List.of("plain"), lease.facet(Differentiable.class).orElseThrow().ruleSets());
    }
  }

  @Test
  void aProviderUsesTheModelAndCannotCloseIt() throws Exception {
    add("charm", "", provider(true, (m, p) -> {
      m.close();
      m.forward(ForwardRequest.of(Fakes.subject().tensors()), p);
      return charm(m.runtime().engine() + m.facet(Charm.class).isPresent());
    }));
    try (ModelLease lease = open()) {
      assertEquals(model.runtime().engine() + "false", lease.facet(Charm.class).orElseThrow().text());
      assertFalse(model.closed);
    }
    assertTrue(model.closed);
  }

  @Test
  void whyThereIsNoneComesThroughAndIsAskedAnew() throws Exception {
    add("charm", "", provider(true, (m, p) -> {
      p.check();
      throw LoupeException.notApplicable("the charm is broken");
    }));
    try (ModelLease lease = open()) {
      for (int i = 1; i <= 2; i++) {
        assertEquals("the charm is broken", refused(Kind.NOT_APPLICABLE, () -> lease.facet(Charm.class)).getMessage());
        assertEquals(i, asked.get());
      }
      Progress cancelled = new Progress() {
        @Override
        public void begin(String task, long units) {
        }

        @Override
        public void worked(long units) {
        }

        @Override
        public boolean cancelled() {
          return true;
        }
      };
      assertThrows(CancellationException.class, () -> lease.facet(Charm.class, cancelled));
    }
  }

  @Test
  void defectiveProvidersNameTheirBundle() throws Exception {
    FacetProvider<Runnable> liar = new FacetProvider<>() {
      @Override
      public Class<Runnable> type() {
        return Runnable.class;
      }

      @Override
      public boolean offered(ModelDescription description) {
        return true;
      }

      @Override
      public Optional<Runnable> facet(Model opened, Progress progress) {
        return Optional.empty();
      }
    };
    for (FacetProvider<?> defective : List.of(liar, provider(true, (m, p) -> null),
        provider(true, (m, p) -> Optional.of("no charm")), provider(true, (m, p) -> {
          throw new NoSuchMethodError("m");
        }))) {
      FakeSource own = new FakeSource().add("facets", VENDOR, Map.of("id", "charm", "class", "C", "type",
          Charm.class.getName()), () -> defective).loader("fake", 0, (s, o, p) -> model);
      Path file = Files.writeString(folder.resolve("model.fake"), "abc");
      try (ModelLease lease = new ModelSessions(new Catalogues(own)).open(file, LoadOptions.DEFAULT, Progress.NONE)) {
        String message = refused(Kind.FAILED, () -> lease.facet(Charm.class)).getMessage();
        assertTrue(message.contains(VENDOR), message);
        assertEquals(1, message.lines().count());
      }
    }
  }

  @Test
  void aProviderThatFailsToAnswerIsAWarningOfTheModel() throws Exception {
    add("broken", "", "no provider at all");
    add("charm", "", provider(true, (m, p) -> charm("works")));
    try (ModelLease lease = open()) {
      assertEquals("works", lease.facet(Charm.class).orElseThrow().text());
      assertTrue(lease.description().warnings().stream().anyMatch(t -> t.contains(VENDOR) && t.contains("broken")));
    }
  }
}
