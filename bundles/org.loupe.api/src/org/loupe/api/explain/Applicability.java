/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.explain;

/** Whether a method can be used on a model, and why not. */
public sealed interface Applicability permits Applicability.Yes, Applicability.No {
  Applicability YES = new Yes();

  static Applicability no(String reason) {
    return new No(reason);
  }

  /** It can. */
  record Yes() implements Applicability {
  }

  /** It cannot. @param reason one sentence for the user */
  record No(String reason) implements Applicability {
  }
}
