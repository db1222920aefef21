/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.model;

import java.util.Optional;

/** An output of a model, and the logits behind it where it ends in a Softmax or Sigmoid. */
public record OutputInfo(ValueSpec value, Optional<LogitSource> logits) {
  public String name() {
    return value.name();
  }
}
