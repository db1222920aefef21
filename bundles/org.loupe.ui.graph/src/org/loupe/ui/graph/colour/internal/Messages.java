/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.colour.internal;

import org.eclipse.osgi.util.NLS;

/** Texts of this package that users read. */
final class Messages extends NLS {
  public static String OperatorKinds_weighted;
  public static String OperatorKinds_recurrent;
  public static String OperatorKinds_attention;
  public static String OperatorKinds_normalization;
  public static String OperatorKinds_activation;
  public static String OperatorKinds_pooling;
  public static String OperatorKinds_arithmetic;
  public static String OperatorKinds_movement;
  public static String OperatorKinds_other;
  public static String Coverage_none;
  public static String Coverage_noRule;
  public static String Coverage_surrogate;
  public static String Coverage_exact;
  public static String Coverage_notNeeded;
  public static String CostColouring_none;
  public static String CostColouring_unknown;
  public static String CostColouring_note;
  public static String MultiplyAdds_quantity;
  public static String Memory_quantity;
  public static String Time_none;
  public static String Time_quantity;
  public static String Time_within;
  public static String Time_notRun;
  public static String Time_blank;
  public static String Time_note;
  public static String SurveyColouring_noInput;
  public static String SurveyColouring_failed;
  public static String SurveyColouring_noColumn;
  public static String SurveyColouring_note;
  public static String Sparsity_quantity;
  public static String DeadChannels_quantity;
  public static String MeanActivation_quantity;

  static {
    NLS.initializeMessages("org.loupe.ui.graph.colour.internal.messages", Messages.class);
  }

  private Messages() {
  }
}
