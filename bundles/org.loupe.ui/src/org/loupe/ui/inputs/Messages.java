/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.inputs;

import org.eclipse.osgi.util.NLS;

/** Texts of this package that users read. */
final class Messages extends NLS {
  public static String InputChooser_title;
  public static String InputChooser_all;
  public static String PastedPictures_job;
  public static String PastedPictures_nothing;
  public static String PastedPictures_failed;

  static {
    NLS.initializeMessages("org.loupe.ui.inputs.messages", Messages.class);
  }

  private Messages() {
  }
}
