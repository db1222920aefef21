/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.contract.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.loupe.api.LoupeException;
import org.loupe.api.settings.SettingField;
import org.loupe.api.settings.SettingsSchema;
import org.loupe.core.Loupe;
import org.loupe.core.catalogue.Catalogue;
import org.loupe.core.catalogue.Catalogues;
import org.loupe.core.catalogue.CommandEntry;
import org.loupe.core.catalogue.Entry;
import org.loupe.core.catalogue.ExplainerEntry;
import org.loupe.core.catalogue.FacetEntry;
import org.loupe.core.catalogue.OptionSpec;
import org.loupe.core.catalogue.Profile;

/** Every contribution is declared so that menus, help and forms can be made of it. */
class CatalogueContractTest {
  private final Loupe loupe = Installed.open();
  private final Catalogues catalogues = loupe.catalogues();

  @AfterEach
  void close() {
    loupe.close();
  }

  @Test
  void nothingIsWrongWithWhatIsInstalled() {
    assertEquals(List.of(), catalogues.problems());
  }

  @Test
  void everythingOfTheProductIsThere() {
    assertHas(catalogues.loaders(), "onnx", "xgboost", "lightgbm");
    assertHas(catalogues.modalities(), "image", "tensor");
    assertHas(catalogues.explainers(), "occlusion");
    assertHas(catalogues.visualizers(), "heatmap", "bars", "table", "feature-maps", "channel", "channel-table",
        "generated", "curves", "data-table", "composite");
    assertHas(catalogues.commands(), "inspect", "card", "predict", "activations", "explain", "list", "settings",
        "devices", "rerun", "bench");
  }

  @Test
  void idsAndTextsAreFitToBeShown() {
    all().forEach(entry -> {
      assertTrue(entry.id().matches("[a-z][a-z0-9]*([-.][a-z0-9]+)*"), entry::bundleText);
      if (entry instanceof CommandEntry command) {
        assertTrue(command.summary().matches("\\p{Ll}.*[^.]"), entry + " says \"" + command.summary() + "\"");
      } else {
        assertSentence(entry, entry.description());
      }
    });
    Stream.of(catalogues.loaders(), catalogues.facets(), catalogues.modalities(), catalogues.explainers(),
        catalogues.visualizers())
        .flatMap(c -> c.entries().stream())
        .forEach(e -> assertTrue(e.name().matches("\\p{Lu}.*[^.]"), e + " is called \"" + e.name() + "\""));
  }

  @Test
  void codeCanBeMade() throws LoupeException {
    for (var e : catalogues.loaders().entries()) {
      assertNotNull(e.create());
    }
    for (var e : catalogues.commands().entries()) {
      assertNotNull(e.create());
    }
    for (FacetEntry e : catalogues.facets().entries()) {
      assertEquals(e.type(), e.create().type().getName(), e::bundleText);
    }
  }

  @Test
  void everySettingHasTextsAndAValidDefault() throws LoupeException {
    for (var e : catalogues.explainers().entries()) {
      assertSettings(e, e.schema());
    }
    for (var e : catalogues.modalities().entries()) {
      assertSettings(e, SettingsSchema.of(e.create().cardType()));
    }
    for (var e : catalogues.visualizers().entries()) {
      assertSettings(e, SettingsSchema.of(e.create().optionsType()));
    }
  }

  @Test
  void profilesSetWhatThereIs() throws LoupeException {
    for (ExplainerEntry e : catalogues.explainers().entries()) {
      for (Profile profile : e.profiles()) {
        assertFalse(profile.name().isBlank(), e + " " + profile.id());
        assertNotNull(e.schema().read(profile.settings()));
      }
    }
  }

  @Test
  void commandsExplainTheirOptions() {
    for (var command : catalogues.commands().entries()) {
      for (OptionSpec option : command.options()) {
        assertTrue(option.name().matches("[a-z][a-z-]*"), command + " --" + option.name());
        assertSentence(command, option.doc());
      }
    }
  }

  private Stream<Entry> all() {
    List<Function<Catalogues, Catalogue<?>>> kinds = List.of(Catalogues::loaders, Catalogues::facets,
        Catalogues::modalities, Catalogues::explainers, Catalogues::visualizers, Catalogues::commands);
    return kinds.stream().flatMap(kind -> kind.apply(catalogues).entries().stream());
  }

  private static void assertHas(Catalogue<?> catalogue, String... ids) {
    List<String> there = catalogue.entries().stream().map(Entry::id).toList();
    assertTrue(there.containsAll(List.of(ids)), there + " lacks some of " + List.of(ids));
  }

  private static void assertSentence(Entry entry, String text) {
    assertTrue(text.length() >= 8 && Character.isUpperCase(text.codePointAt(0)),
        () -> entry + " says \"" + text + "\"");
  }

  private static <S extends Record> void assertSettings(Entry entry, SettingsSchema<S> schema) throws LoupeException {
    S defaults = schema.defaults();
    assertEquals(defaults, schema.read(schema.write(defaults)), entry::toString);
    for (SettingField field : schema.fields()) {
      assertFalse(field.label().isBlank(), entry + " " + field.key());
      assertSentence(entry, field.doc());
    }
  }
}
