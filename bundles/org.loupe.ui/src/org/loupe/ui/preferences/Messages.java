/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.preferences;

import org.eclipse.osgi.util.NLS;

/** Texts of this package that users read. */
final class Messages extends NLS {
  public static String RuntimePage_description;
  public static String RuntimePage_device;
  public static String RuntimePage_deviceTip;
  public static String RuntimePage_threads;
  public static String RuntimePage_threadsTip;
  public static String RuntimePage_memory;
  public static String RuntimePage_memoryTip;
  public static String RuntimePage_automatic;

  static {
    NLS.initializeMessages("org.loupe.ui.preferences.messages", Messages.class);
  }

  private Messages() {
  }
}
