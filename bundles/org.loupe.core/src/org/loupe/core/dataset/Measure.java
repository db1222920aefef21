/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.dataset;

/** How excited a channel is, as one number. */
public enum Measure {
  /** The mean over the channel's map: what the target {@code channel:LAYER/n} is. */
  MEAN,
  /** The largest element of the channel's map. */
  MAX
}
