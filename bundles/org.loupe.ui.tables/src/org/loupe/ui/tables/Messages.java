/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.tables;

import org.eclipse.osgi.util.NLS;

/** Texts of this package that users read. */
final class Messages extends NLS {
  public static String GridRows_row;
  public static String GridRows_rowTip;
  public static String GridRows_label;
  public static String GridRows_labelTip;
  public static String GridRows_score;
  public static String GridRows_attribution;
  public static String GridRows_attributionTip;
  public static String GridRows_groupTip;
  public static String RowsGrid_name;
  public static String RowsGrid_missing;
  public static String GridMenu_sort;
  public static String GridMenu_fit;
  public static String GridMenu_fitAll;
  public static String GridMenu_wider;
  public static String GridMenu_narrower;
  public static String GridMenu_copyRow;
  public static String RowsRun_some;
  public static String RowsRun_spread;
  public static String RowsRun_compared;
  public static String RowsRun_noTable;
  public static String RowsBar_filter;
  public static String RowsBar_filterTip;
  public static String RowsBar_methodTip;
  public static String RowsBar_explain;
  public static String RowsBar_explainTip;
  public static String RowsBar_cancelTip;
  public static String RowsBar_settings;
  public static String RowsBar_settingsTip;
  public static String RowsBar_noAttribution;
  public static String RowsBar_attributionTip;
  public static String RowsLine_cancellable;
  public static String RowsLine_progress;
  public static String RowsText_one;
  public static String RowsText_all;
  public static String RowsText_some;
  public static String RowsText_more;
  public static String RowsText_cut;
  public static String SettingsPanel_profile;
  public static String BackgroundLine_tip;
  public static String BackgroundLine_reading;
  public static String BackgroundLine_needed;
  public static String BackgroundLine_none;
  public static String BackgroundLine_all;
  public static String BackgroundLine_some;
  public static String BackgroundLine_missing;
  public static String BackgroundLine_unfit;
  public static String BackgroundLine_choose;
  public static String BackgroundLine_chosen;
  public static String BackgroundLine_title;
  public static String Missing_noModel;
  public static String Missing_noModelText;
  public static String Missing_takesNone;
  public static String Missing_takesNoneText;
  public static String Missing_noTable;
  public static String Missing_noTableText;
  public static String Missing_otherInput;
  public static String Missing_otherInputText;
  public static String Missing_choose;
  public static String RowsView_reading;
  public static String RowsView_cancel;
  public static String RowsView_notRead;
  public static String RowsView_again;
  public static String RowsView_cancelled;
  public static String RowsView_ordering;
  public static String RowsView_explaining;
  public static String RowsView_stopped;
  public static String RowsView_noMethod;
  public static String RowsView_noRows;

  static {
    NLS.initializeMessages("org.loupe.ui.tables.messages", Messages.class);
  }

  private Messages() {
  }
}
