/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.activations.draw;

import org.eclipse.osgi.util.NLS;

/** Texts of this package that users read. */
final class Messages extends NLS {
  public static String ChannelScene_channel;
  public static String ChannelScene_head;
  public static String ChannelScene_description;
  public static String ChannelScene_input;
  public static String ChannelScene_map;
  public static String ChannelScene_value;
  public static String HistogramPlot_value;
  public static String HistogramPlot_count;
  public static String HistogramPlot_bin;
  public static String LayerScene_title;
  public static String LayerScene_hint;
  public static String LayerScene_below;
  public static String MatrixScene_description;
  public static String MatrixScene_channel;
  public static String MatrixScene_value;
  public static String MatrixScene_tokens;
  public static String MatrixScene_matrix;
  public static String MatrixScene_tip;
  public static String MatrixScene_tokenTip;
  public static String SurveyScene_title;
  public static String SurveyScene_description;
  public static String SurveyScene_layer;
  public static String SurveyScene_sparsity;
  public static String SurveyScene_dead;
  public static String SurveyScene_saturated;
  public static String SurveyScene_entropy;
  public static String SurveyScene_bits;
  public static String SurveyScene_mean;
  public static String SurveyScene_range;
  public static String SurveyScene_nonFinite;

  static {
    NLS.initializeMessages("org.loupe.ui.activations.draw.messages", Messages.class);
  }

  private Messages() {
  }
}
