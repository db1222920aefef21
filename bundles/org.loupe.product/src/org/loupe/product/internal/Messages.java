/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.product.internal;

import org.eclipse.osgi.util.NLS;

/** Texts for a reader. */
public final class Messages extends NLS {
  public static String FirstStart_failed;
  public static String FirstStart_job;
  public static String FirstStart_project;

  static {
    initializeMessages("org.loupe.product.internal.messages", Messages.class);
  }

  private Messages() {
  }
}
