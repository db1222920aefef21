/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.explanation;

import org.eclipse.osgi.util.NLS;

/** Texts of this package that users read. */
final class Messages extends NLS {
  public static String Drawn_noVisualizer;
  public static String ResultPane_view;
  public static String ResultPane_drawing;
  public static String ResultPane_notDrawn;
  public static String TargetText_top;
  public static String TargetField_tip;
  public static String MethodBar_method;
  public static String MethodBar_profile;
  public static String MethodBar_settings;
  public static String MethodBar_notApplicable;
  public static String StatusLine_cancel;
  public static String Details_title;
  public static String Details_target;
  public static String Details_method;
  public static String Details_bundle;
  public static String Details_profile;
  public static String Details_settings;
  public static String Details_scale;
  public static String Details_output;
  public static String Details_seed;
  public static String Details_model;
  public static String Details_modelHash;
  public static String Details_input;
  public static String Details_background;
  public static String Details_inputHash;
  public static String Details_engine;
  public static String Details_engineValue;
  public static String Details_batch;
  public static String Details_started;
  public static String Details_duration;
  public static String Details_millis;
  public static String ResultExport_title;
  public static String ResultExport_png;
  public static String ResultExport_svg;
  public static String ResultExport_html;
  public static String ResultExport_xai;
  public static String ResultExport_npy;
  public static String ResultExport_json;
  public static String ResultExport_csv;
  public static String ExplanationView_target;
  public static String ExplanationView_scale;
  public static String ExplanationView_logit;
  public static String ExplanationView_probability;
  public static String ExplanationView_scaleTip;
  public static String ExplanationView_cataloguing;
  public static String ExplanationView_noMethods;
  public static String ExplanationView_noMethodsText;
  public static String ExplanationView_ready;
  public static String ExplanationView_readyText;
  public static String ExplanationView_run;
  public static String ExplanationView_again;
  public static String ExplanationView_outdated;
  public static String ExplanationView_working;
  public static String ExplanationView_job;
  public static String ExplanationView_settingsWrong;
  public static String ExplanationView_notApplicable;
  public static String ExplanationView_failed;
  public static String ExplanationView_logged;
  public static String ExplanationView_cancelled;
  public static String ExplanationView_completed;
  public static String ExplanationView_completedInside;
  public static String ExplanationView_partial;
  public static String ExplanationView_partialStored;
  public static String ExplanationView_stored;
  public static String ExplanationView_storedInside;
  public static String ExplanationView_back;
  public static String ExplanationView_backToRow;
  public static String ExplanationView_rows;
  public static String ExplanationView_exporting;
  public static String ExplanationView_exported;
  public static String ExplanationView_notExported;
  public static String ExplanationActions_run;
  public static String ExplanationActions_cancel;
  public static String ExplanationActions_automatic;
  public static String ExplanationActions_automaticTip;
  public static String ExplanationActions_copy;
  public static String ExplanationActions_export;

  static {
    NLS.initializeMessages("org.loupe.ui.explanation.messages", Messages.class);
  }

  private Messages() {
  }
}
