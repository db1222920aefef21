/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.runs;

import org.eclipse.osgi.util.NLS;

/** Texts of this package that users read. */
final class Messages extends NLS {
  public static String Statuses_running;
  public static String Statuses_completed;
  public static String Statuses_partial;
  public static String Statuses_notApplicable;
  public static String Statuses_failed;
  public static String Statuses_cancelled;
  public static String RunsView_none;
  public static String RunsView_noneText;
  public static String RunsView_explain;
  public static String RunsView_unreadable;
  public static String RunsView_job;
  public static String RunsView_checking;
  public static String RunsView_status;
  public static String RunsView_method;
  public static String RunsView_input;
  public static String RunsView_target;
  public static String RunsView_model;
  public static String RunsView_started;
  public static String RunsView_duration;
  public static String RunsView_remark;
  public static String RunLabels_none;
  public static String RunLabels_top;
  public static String RunLabels_class;
  public static String RunLabels_millis;
  public static String RunLabels_seconds;
  public static String RunLabels_stale;
  public static String RunLabels_unsaved;
  public static String RunActions_show;
  public static String RunActions_cancel;
  public static String RunActions_rerun;
  public static String RunActions_export;
  public static String RunActions_delete;
  public static String RunActions_loading;
  public static String RunActions_rerunning;
  public static String RunActions_rerunTitle;
  public static String RunActions_bitEqual;
  public static String RunActions_different;
  public static String RunActions_exporting;
  public static String RunActions_deleteTitle;
  public static String RunActions_deleteOne;
  public static String RunActions_deleteSeveral;
  public static String RunActions_deleting;

  static {
    NLS.initializeMessages("org.loupe.ui.runs.messages", Messages.class);
  }

  private Messages() {
  }
}
