/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.costs;

import org.eclipse.osgi.util.NLS;

/** Texts of this package that users read. */
final class Messages extends NLS {
  public static String ModelCosts_job;
  public static String ModelCosts_cancelled;
  public static String ModelCosts_none;
  public static String CostKind_parameters;
  public static String CostKind_activations;
  public static String CostKind_multiplyAdds;
  public static String CostChart_title;
  public static String CostChart_description;
  public static String CostChart_most;
  public static String CostChart_mostUnknown;
  public static String CostChart_axis;
  public static String CostChart_axisGroups;
  public static String CostChart_unknown;
  public static String CostChart_others;
  public static String CostSection_working;
  public static String CostSection_none;
  public static String CostSection_noLayers;
  public static String CostSection_drawing;
  public static String CostSection_sums;
  public static String CostSection_shapeless;
  public static String CostSection_uncounted;

  static {
    NLS.initializeMessages("org.loupe.ui.costs.messages", Messages.class);
  }

  private Messages() {
  }
}
