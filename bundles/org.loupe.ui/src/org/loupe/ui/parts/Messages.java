/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.parts;

import org.eclipse.osgi.util.NLS;

/** Texts of this package that users read. */
final class Messages extends NLS {
  public static String Prerequisites_noModel;
  public static String Prerequisites_noModelText;
  public static String Prerequisites_openModel;
  public static String Prerequisites_openModelTitle;
  public static String Prerequisites_noInput;
  public static String Prerequisites_noInputText;
  public static String Prerequisites_chooseInput;
  public static String Prerequisites_showCard;

  static {
    NLS.initializeMessages("org.loupe.ui.parts.messages", Messages.class);
  }

  private Messages() {
  }
}
