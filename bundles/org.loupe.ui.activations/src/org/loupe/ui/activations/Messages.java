/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.activations;

import org.eclipse.osgi.util.NLS;

/** Texts of this package that users read. */
final class Messages extends NLS {
  public static String ActivationsView_again;
  public static String ActivationsView_alone;
  public static String ActivationsView_aloneTip;
  public static String ActivationsView_another;
  public static String ActivationsView_cancel;
  public static String ActivationsView_cancelled;
  public static String ActivationsView_channels;
  public static String ActivationsView_chooseInput;
  public static String ActivationsView_compare;
  public static String ActivationsView_dead;
  public static String ActivationsView_export;
  public static String ActivationsView_exportTip;
  public static String ActivationsView_failed;
  public static String ActivationsView_job;
  public static String ActivationsView_noInfluence;
  public static String ActivationsView_noInput;
  public static String ActivationsView_noInputText;
  public static String ActivationsView_noModel;
  public static String ActivationsView_noModelText;
  public static String ActivationsView_nonFinite;
  public static String ActivationsView_nothing;
  public static String ActivationsView_sparsity;
  public static String ActivationsView_survey;
  public static String ActivationsView_table;
  public static String ActivationsView_weighing;
  public static String ActivationsView_working;
  public static String ActivationsView_workingOn;
  public static String ChannelFilter_alive;
  public static String ChannelFilter_all;
  public static String ChannelFilter_dead;
  public static String ChannelFilter_deadBadge;
  public static String ChannelFilter_nanBadge;
  public static String ChannelFilter_nonFinite;
  public static String ChannelFilter_saturated;
  public static String ChannelFilter_saturatedBadge;
  public static String ChannelOrder_index;
  public static String ChannelOrder_influence;
  public static String ChannelOrder_max;
  public static String ChannelOrder_mean;
  public static String ChannelWords_channel;
  public static String ChannelWords_dead;
  public static String ChannelsTab_common;
  public static String ChannelsTab_each;
  public static String ChannelsTab_filter;
  public static String ChannelsTab_grid;
  public static String ChannelsTab_order;
  public static String ChannelsTab_range;
  public static String ChannelsTab_some;
  public static String CompareTab_channel;
  public static String CompareTab_choose;
  public static String CompareTab_chooseTitle;
  public static String CompareTab_difference;
  public static String CompareTab_differenceTip;
  public static String CompareTab_failed;
  public static String CompareTab_grid;
  public static String CompareTab_input;
  public static String CompareTab_layer;
  public static String CompareTab_noDifference;
  public static String CompareTab_nothing;
  public static String CompareTab_nothingText;
  public static String CompareTab_with;
  public static String CompareTab_working;
  public static String DetailPane_opacity;
  public static String DetailPane_opacityOf;
  public static String FittedScene_failed;
  public static String FittedScene_job;
  public static String InputMenu_any;
  public static String InputMenu_next;
  public static String InputMenu_seen;
  public static String LayerExport_csv;
  public static String LayerExport_html;
  public static String LayerExport_job;
  public static String LayerExport_json;
  public static String LayerExport_npy;
  public static String LayerExport_png;
  public static String LayerExport_svg;
  public static String LayerExport_title;
  public static String LayerField_after;
  public static String LayerField_before;
  public static String LayerField_hint;
  public static String LayerField_tip;
  public static String MapsPane_none;
  public static String MapsPane_noneText;
  public static String MapsPane_other;
  public static String MapsPane_otherText;
  public static String NumberGrid_loading;
  public static String NumberGrid_name;
  public static String NumberPages_job;
  public static String NumberPages_unreadable;
  public static String NumberSource_channel;
  public static String NumberSource_row;
  public static String NumberSource_token;
  public static String OtherInputs_job;
  public static String SurveyTab_cancelled;
  public static String SurveyTab_failed;
  public static String SurveyTab_finite;
  public static String SurveyTab_firstNaN;
  public static String SurveyTab_job;
  public static String SurveyTab_none;
  public static String SurveyTab_noneText;
  public static String SurveyTab_working;
  public static String TableTab_channel;
  public static String TableTab_figures;
  public static String TableTab_values;

  static {
    NLS.initializeMessages("org.loupe.ui.activations.messages", Messages.class);
  }

  private Messages() {
  }
}
