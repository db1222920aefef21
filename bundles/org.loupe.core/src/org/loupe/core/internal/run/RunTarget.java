/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.run;

import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.target.ResolvedTarget;
import org.loupe.api.target.Target;
import org.loupe.core.catalogue.ExplainerEntry;
import org.loupe.core.catalogue.TargetNeed;
import org.loupe.core.run.RunRequest;
import org.loupe.core.run.TargetResolver;

/**
 * The target of a run, if it has one.
 *
 * @param method id of the method
 * @param missing why there is none although the method would use one; empty otherwise
 */
record RunTarget(ResolvedTarget resolved, String method, Optional<LoupeException> missing) {
  /**
   * @throws LoupeException as {@link TargetResolver#resolve}, where the method needs the target or the user named it
   */
  static RunTarget of(ExplainerEntry entry, RunRequest request, ModelDescription model, SubjectPass pass)
      throws LoupeException {
    TargetNeed need = entry.target();
    Target asked = request.target().target();
    if (need == TargetNeed.NONE || need == TargetNeed.OPTIONAL && asked instanceof Target.None) {
      return new RunTarget(ResolvedTarget.NONE, entry.id(), Optional.empty());
    }
    try {
      return new RunTarget(TargetResolver.resolve(request.target(), model, request.subject().labels(), pass,
          request.subject().items()), entry.id(), Optional.empty());
    } catch (LoupeException e) {
      boolean chosen = !(asked instanceof Target.TopClass);
      if (need == TargetNeed.REQUIRED || chosen || e.kind() != LoupeException.Kind.NOT_APPLICABLE) {
        throw e;
      }
      return new RunTarget(ResolvedTarget.NONE, entry.id(), Optional.of(e));
    }
  }

  /** @throws LoupeException NOT_APPLICABLE, saying why, if there is no target */
  void require() throws LoupeException {
    if (missing.isPresent()) {
      throw missing.get();
    }
    if (!resolved.present()) {
      throw LoupeException.notApplicable("method " + method + " needs a score for these settings: name a target");
    }
  }
}
