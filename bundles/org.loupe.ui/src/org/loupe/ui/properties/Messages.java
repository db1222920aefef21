/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.properties;

import org.eclipse.osgi.util.NLS;

/** Texts of this package that users read. */
final class Messages extends NLS {
  public static String WeightsScene_title;
  public static String WeightsScene_histogram;
  public static String WeightsScene_bin;
  public static String WeightsScene_kernels;
  public static String WeightsScene_alt;
  public static String WeightsScene_kernel;
  public static String WeightsScene_kernelInput;
  public static String WeightsScene_scale;
  public static String WeightsScene_nonFinite;
  public static String WeightsScene_more;
  public static String LayerFacts_node;
  public static String LayerFacts_operator;
  public static String LayerFacts_name;
  public static String LayerFacts_scope;
  public static String LayerFacts_parameters;
  public static String LayerFacts_attributes;
  public static String LayerFacts_inputs;
  public static String LayerFacts_outputs;
  public static String LayerFacts_unknown;
  public static String LayerPropertyPage_name;
  public static String LayerPropertyPage_value;
  public static String LayerPropertyPage_copy;
  public static String LayerPropertyPage_noModel;
  public static String LayerPropertyPage_noModelText;
  public static String LayerPropertyPage_noLayer;
  public static String LayerPropertyPage_noLayerText;
  public static String LayerPropertyPage_gone;
  public static String WeightsPane_none;
  public static String WeightsPane_noneText;
  public static String WeightsPane_looking;
  public static String WeightsPane_reading;
  public static String WeightsPane_failed;
  public static String WeightsPane_role;
  public static String WeightsPane_input;
  public static String WeightsPane_summary;
  public static String WeightsPane_summaryTip;
  public static String WeightsPane_bad;
  public static String WeightsPane_sampled;
  public static String WeightsPane_noNumbers;
  public static String WeightsPane_noFinite;

  static {
    NLS.initializeMessages("org.loupe.ui.properties.messages", Messages.class);
  }

  private Messages() {
  }
}
