/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.explain;

import java.util.Optional;
import org.loupe.api.subject.Subject;
import org.loupe.api.target.ResolvedTarget;

/**
 * What is to be explained.
 *
 * @param subject the input
 * @param target which number of the model's answer; {@link ResolvedTarget#NONE} where the method says in its
 *     registration that it looks at no target, or can do without one and the model has none
 * @param settings validated settings of the method
 * @param background what a method compares with, as rows of a table; empty if none was given
 */
public record ExplainRequest<S extends Record>(Subject.Single subject, ResolvedTarget target, S settings,
    Optional<Subject.Single> background) {
  /** Without a background. */
  public ExplainRequest(Subject.Single subject, ResolvedTarget target, S settings) {
    this(subject, target, settings, Optional.empty());
  }
}
