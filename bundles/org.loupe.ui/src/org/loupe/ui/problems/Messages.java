/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.problems;

import org.eclipse.osgi.util.NLS;

/** Texts of this package that users read. */
final class Messages extends NLS {
  public static String OpenedModelCheck_job;
  public static String OpenedModelCheck_noGradient;
  public static String OpenedModelCheck_noGradientMethods;
  public static String OpenedModelCheck_more;
  public static String OpenedModelCheck_badWeights;
  public static String FileCheck_job;
  public static String QuickFixes_copy;
  public static String QuickFixes_copyText;
  public static String QuickFixes_coverage;
  public static String QuickFixes_coverageText;
  public static String QuickFixes_layer;
  public static String QuickFixes_layerText;
  public static String QuickFixes_inputs;
  public static String QuickFixes_inputsText;
  public static String QuickFixes_propose;
  public static String QuickFixes_proposeText;
  public static String MissingFiles_title;
  public static String MissingFiles_message;
  public static String MissingFiles_job;
  public static String MissingFiles_failed;
  public static String MissingFiles_notThere;
  public static String MissingFiles_outside;

  static {
    NLS.initializeMessages("org.loupe.ui.problems.messages", Messages.class);
  }

  private Messages() {
  }
}
