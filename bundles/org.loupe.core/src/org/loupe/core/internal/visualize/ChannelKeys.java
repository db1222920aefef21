/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.visualize;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.explain.Explainer;
import org.loupe.api.settings.SettingsSchema;
import org.loupe.core.catalogue.Catalogues;
import org.loupe.core.catalogue.ExplainerEntry;
import org.loupe.core.internal.contain.Schemas;
import org.loupe.core.internal.io.Hashes;
import org.loupe.core.model.ModelLease;
import org.loupe.core.visualize.SheetRequest;

/** What a kept picture depends on, the channel apart, as one hash. @param model hash of the model */
public record ChannelKeys(String model, String rest) {
  private static final String FRAMES = "frames";
  private static final String ALSO = "also";

  /** @throws LoupeException USAGE for a method, profile or setting that is not known */
  public static ChannelKeys of(Catalogues catalogues, ModelLease lease, SheetRequest request, String layer,
      Progress progress) throws LoupeException {
    ExplainerEntry entry = catalogues.explainers().find(request.explainer());
    String model = lease.hash(progress);
    String facts = String.join("\n", model, layer, entry.id(), entry.bundleText(), lease.runtime().toString(),
        written(entry, entry.create(), settings(entry, request)).toString(), String.valueOf(request.seed()),
        inputs(request));
    return new ChannelKeys(model, Hashes.bytes(facts.getBytes(StandardCharsets.UTF_8)));
  }

  /** What a run of the sheet is asked for, beside {@code also}: no frames unless somebody wants some. */
  static Map<String, String> own(SheetRequest request) {
    Map<String, String> out = new LinkedHashMap<>(request.settings());
    out.remove(ALSO);
    out.putIfAbsent(FRAMES, "0");
    return out;
  }

  private static Map<String, String> settings(ExplainerEntry entry, SheetRequest request) throws LoupeException {
    Map<String, String> out = new LinkedHashMap<>();
    if (!request.profile().isEmpty()) {
      out.putAll(entry.profile(request.profile()).settings());
    }
    out.putAll(own(request));
    return out;
  }

  private static <S extends Record> Map<String, String> written(ExplainerEntry entry, Explainer<S> explainer,
      Map<String, String> settings) throws LoupeException {
    SettingsSchema<S> schema = Schemas.typed(entry.bundle(), entry.id(), explainer::settingsType);
    return schema.write(schema.read(settings));
  }

  private static String inputs(SheetRequest request) throws LoupeException {
    try {
      // Colours are no part of the tensors: the same blank stands for a different black and white.
      return Hashes.tensors(request.subject().tensors()) + request.subject().first().encoding()
          + request.subject().first().axes();
    } catch (IOException e) {
      throw LoupeException.badInput("cannot read the input: " + e.getMessage(), e);
    }
  }
}
