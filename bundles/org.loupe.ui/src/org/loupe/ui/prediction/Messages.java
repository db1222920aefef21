/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.prediction;

import org.eclipse.osgi.util.NLS;

/** Texts of this package that users read. */
final class Messages extends NLS {
  public static String PredictionView_job;
  public static String PredictionView_working;
  public static String PredictionView_cancel;
  public static String PredictionView_failed;
  public static String PredictionView_cancelled;
  public static String PredictionView_again;
  public static String InputLine_links;
  public static String InputLine_size;
  public static String InputLine_picture;
  public static String InputLine_noRecent;
  public static String ClassTable_class;
  public static String ClassTable_probability;
  public static String ClassTable_score;
  public static String ClassTable_value;
  public static String ClassTable_logit;
  public static String ClassTable_logitTip;
  public static String ClassTable_summary;
  public static String ClassTable_range;
  public static String ClassTable_element;
  public static String ClassTable_more;

  static {
    NLS.initializeMessages("org.loupe.ui.prediction.messages", Messages.class);
  }

  private Messages() {
  }
}
