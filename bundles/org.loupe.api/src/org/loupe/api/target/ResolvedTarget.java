/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.target;

/**
 * A target made concrete for one model and input.
 *
 * @param target the target; never {@link Target.TopClass} nor {@link Target.ClassLabel}
 * @param value name of the output or layer that the score is read from; empty for {@link Target.None}
 * @param scale scale that the score really has: LOGIT only where logits were found or the output is not an activation's
 * @param text for a reader, as {@code class 281 (tabby), logit}
 */
public record ResolvedTarget(Target target, String value, ScoreScale scale, String text) {
  /** No target: {@link Target.None}. */
  public static final ResolvedTarget NONE = new ResolvedTarget(new Target.None(), "", ScoreScale.LOGIT, "no target");

  /** Whether there is a score at all. */
  public boolean present() {
    return !(target instanceof Target.None);
  }
}
