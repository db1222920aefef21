/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.internal;

import org.eclipse.osgi.util.NLS;

/** Texts of this package that users read. */
public final class Messages extends NLS {
  public static String Recomputation_unexpected;
  public static String Inspector_thinned;
  public static String MethodSettings_defaults;
  public static String InspectionView_pin;
  public static String InspectionView_pinTip;
  public static String SettingsForm_default;
  public static String SettingsForm_automatic;
  public static String SettingsForm_list;
  public static String SettingsForm_range;
  public static String SettingsForm_atLeast;
  public static String SettingsForm_atMost;
  public static String RecordsWidget_edit;
  public static String RecordsDialog_title;
  public static String RecordsDialog_number;
  public static String RecordsDialog_yes;
  public static String RecordsDialog_no;
  public static String RecordsDialog_find;
  public static String RecordsDialog_findTip;
  public static String RecordsDialog_notFound;
  public static String RecordsDialog_one;
  public static String RecordsDialog_count;
  public static String RecordsDialog_add;
  public static String RecordsDialog_remove;
  public static String RecordsDialog_up;
  public static String RecordsDialog_down;
  public static String RecordsDialog_undo;
  public static String RecordsDialog_fault;
  public static String SceneMenu_copy;
  public static String SceneMenu_save;
  public static String SceneMenu_zoomIn;
  public static String SceneMenu_zoomOut;
  public static String SceneMenu_fit;
  public static String SceneMenu_png;
  public static String SceneMenu_svg;
  public static String SceneMenu_html;
  public static String SceneSaveJob_name;
  public static String SceneSaveJob_failed;
  public static String TileGrid_job;

  static {
    NLS.initializeMessages("org.loupe.ui.api.internal.messages", Messages.class);
  }

  private Messages() {
  }
}
