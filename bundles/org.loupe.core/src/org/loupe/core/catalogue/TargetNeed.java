/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.catalogue;

/** What a method needs of a target. */
public enum TargetNeed {
  /** It explains a score. */
  REQUIRED,
  /** It makes use of a score, and can do without where a model has no class vector and none was named. */
  OPTIONAL,
  /** It looks at no score. */
  NONE
}
