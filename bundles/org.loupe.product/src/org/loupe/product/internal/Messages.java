/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.product.internal;

import org.eclipse.osgi.util.NLS;

/** Texts for a reader. */
final class Messages extends NLS {
  static String FirstStart_failed;
  static String FirstStart_job;
  static String FirstStart_project;

  static {
    initializeMessages("org.loupe.product.internal.messages", Messages.class);
  }

  private Messages() {
  }
}
