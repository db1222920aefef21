/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.loupe.api.result.Provenance;
import org.loupe.api.subject.Subject;
import org.loupe.api.target.ResolvedTarget;
import org.loupe.api.target.TargetSyntax;
import org.loupe.core.catalogue.ExplainerEntry;
import org.loupe.core.model.ModelLease;
import org.loupe.core.run.RunRequest;

/** What is known of a run's origin before it begins. */
record Stamp(ExplainerEntry entry, ModelLease lease, RunRequest request, Map<String, String> settings,
    ResolvedTarget target, String modelHash, String inputHash, String backgroundHash, Instant started) {

  Provenance provenance(int batchSize) {
    return new Provenance(lease.file().toString(), modelHash, request.subject().name(), inputHash, entry.id(),
        entry.bundleText(), settings, request.profile(), TargetSyntax.format(target.target()), target.text(),
        target.scale().name().toLowerCase(Locale.ROOT), target.value(), request.seed(), lease.runtime(), batchSize,
        started.toString(), Duration.between(started, Instant.now()).toMillis(),
        request.background().map(Subject.Single::name).orElse(""), backgroundHash);
  }
}
