/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.loupe.api.LoupeException;
import org.loupe.api.command.Arguments;
import org.loupe.api.subject.Subject;
import org.loupe.api.target.ScoreRequest;
import org.loupe.api.target.ScoreScale;
import org.loupe.api.target.Target;
import org.loupe.api.target.TargetSyntax;
import org.loupe.core.catalogue.Catalogues;
import org.loupe.core.catalogue.ExplainerEntry;
import org.loupe.core.catalogue.TargetNeed;
import org.loupe.core.run.RunRequest;

/** What the options of a command ask of a method; checked before a model is opened. */
record RunOptions(ExplainerEntry method, String profile, Map<String, String> settings, ScoreRequest target, long seed,
    long memory, int batch, boolean allowNonFinite) {
  private static final int MAX_BATCH = 1_000_000;
  private static final String LAYER = "layer";

  /** @throws LoupeException USAGE for an unknown method, profile or setting, or a value that is not allowed */
  static RunOptions of(Arguments arguments, Catalogues catalogues) throws LoupeException {
    OptionValues values = new OptionValues(arguments);
    ExplainerEntry method = catalogues.explainers().find(values.text("method", ""));
    String profile = values.text("profile", "");
    Map<String, String> settings = new LinkedHashMap<>(values.pairs("set"));
    layer(arguments, method, settings);
    Map<String, String> effective = new LinkedHashMap<>();
    if (!profile.isEmpty()) {
      effective.putAll(method.profile(profile).settings());
    }
    effective.putAll(settings);
    method.schema().read(effective);
    Target target = TargetSyntax.parse(values.text("target", method.target() == TargetNeed.NONE ? "none" : "top"));
    if (method.target() == TargetNeed.NONE && !(target instanceof Target.None)) {
      throw LoupeException.usage("method " + method.id() + " looks at no target: leave --target out");
    }
    ScoreScale scale = values.choice("score", "logit", List.of("logit", "probability")).equals("logit")
        ? ScoreScale.LOGIT : ScoreScale.PROBABILITY;
    return new RunOptions(method, profile, settings, new ScoreRequest(target, arguments.value("output"), scale),
        values.whole("seed", 0L, Long.MIN_VALUE, Long.MAX_VALUE), values.memory("memory", 0),
        values.whole("batch", 0, 0, MAX_BATCH), arguments.has("allow-nonfinite"));
  }

  /** {@code --layer} is the setting of that name, where a method has one. */
  private static void layer(Arguments arguments, ExplainerEntry method, Map<String, String> settings)
      throws LoupeException {
    if (arguments.value("layer").isPresent()) {
      if (method.schema().fields().stream().noneMatch(f -> f.key().equals(LAYER))) {
        throw LoupeException.usage("method " + method.id() + " looks at no layer of its own: leave --layer out");
      }
      settings.put(LAYER, arguments.value("layer").get());
    }
  }

  RunRequest request(Subject.Single subject, Optional<Subject.Single> background) {
    return request(subject, target, background);
  }

  /** The same for another target, with a background or none. */
  RunRequest request(Subject.Single subject, ScoreRequest other, Optional<Subject.Single> background) {
    return new RunRequest(subject, method.id(), profile, settings, other, seed, memory, batch, allowNonFinite,
        background);
  }

  /** Adds all that a result depends on. */
  void addTo(Fingerprint fingerprint) {
    fingerprint.add(method.id()).add(method.bundleText()).add(profile).add(new TreeMap<>(settings)).add(target)
        .add(seed).add(memory).add(batch).add(allowNonFinite);
  }
}
