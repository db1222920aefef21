/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.editor;

import org.eclipse.osgi.util.NLS;

/** Texts of this package that users read. */
final class Messages extends NLS {
  public static String ModelEditor_opening;
  public static String ModelEditor_job;
  public static String ModelEditor_cancel;
  public static String ModelEditor_cancelled;
  public static String ModelEditor_again;
  public static String ModelEditor_missing;
  public static String ModelEditor_proposal;
  public static String ModelEditor_notOpened;
  public static String ModelEditor_notLocal;
  public static String ModelEditor_changedTitle;
  public static String ModelEditor_changed;
  public static String ModelEditor_reload;
  public static String ModelEditor_keep;
  public static String PageEntry_taken;
  public static String ContributedPage_broken;
  public static String ContributedPage_reason;
  public static String CardWatch_job;
  public static String CardSaver_title;
  public static String OverviewPage_title;
  public static String OverviewPage_facts;
  public static String OverviewPage_file;
  public static String OverviewPage_format;
  public static String OverviewPage_size;
  public static String OverviewPage_layers;
  public static String OverviewPage_parameters;
  public static String OverviewPage_hash;
  public static String OverviewPage_hashing;
  public static String OverviewPage_runtime;
  public static String OverviewPage_runtimeValue;
  public static String OverviewPage_card;
  public static String OverviewPage_cardProposed;
  public static String OverviewPage_signature;
  public static String OverviewPage_inputs;
  public static String OverviewPage_outputs;
  public static String OverviewPage_logits;
  public static String OverviewPage_warnings;
  public static String OverviewPage_costs;
  public static String OverviewPage_next;
  public static String OverviewPage_nextInput;
  public static String OverviewPage_nextCard;
  public static String OverviewPage_nextLayers;
  public static String OverviewPage_nextExplain;
  public static String OverviewPage_nextRows;
  public static String OverviewPage_noInputs;
  public static String LayersPage_title;
  public static String LayersPage_filter;
  public static String LayersPage_count;
  public static String LayersPage_countFiltered;
  public static String LayersPage_none;
  public static String LayersPage_noneMatch;
  public static String LayersPage_position;
  public static String LayersPage_name;
  public static String LayersPage_operator;
  public static String LayersPage_output;
  public static String LayersPage_parameters;
  public static String LayersPage_node;
  public static String LayersPage_scope;
  public static String LayersPage_multiplyAdds;
  public static String LayersPage_multiplyAddsTip;
  public static String LayersPage_memory;
  public static String LayersPage_memoryTip;
  public static String LayersPage_time;
  public static String LayersPage_timeTip;
  public static String LayersPage_share;
  public static String LayersPage_shareTip;
  public static String LayersPage_within;
  public static String MeasureBar_measure;
  public static String MeasureBar_stop;
  public static String MeasureBar_tip;
  public static String MeasureBar_none;
  public static String MeasureBar_working;
  public static String MeasureBar_job;
  public static String MeasureBar_measured;
  public static String MeasureBar_own;
  public static String MeasureBar_failed;
  public static String MeasureBar_cancelled;
  public static String MeasureBar_blank;
  public static String MeasureBar_noProfiler;
  public static String LayersPage_gradient;
  public static String LayersPage_gradientJob;
  public static String LayersPage_exact;
  public static String LayersPage_surrogate;
  public static String LayersPage_noRule;
  public static String LayersPage_notNeeded;
  public static String LayersPage_noGradient;
  public static String LayersPage_copy;
  public static String LayersPage_inputs;
  public static String LayersPage_noInputs;
  public static String InputsPage_title;
  public static String InputsPage_sectionText;
  public static String InputsPage_source;
  public static String InputsPage_constant;
  public static String InputsPage_state;
  public static String InputsPage_constantValues;
  public static String InputsPage_constantTip;
  public static String InputsPage_constantTipOpen;
  public static String InputsPage_constantWrong;
  public static String InputsPage_stateOutput;
  public static String InputsPage_stateInitial;
  public static String InputsPage_stateTip;
  public static String InputsPage_change;
  public static String InputsPage_labels;
  public static String InputsPage_labelsNone;
  public static String InputsPage_labelsCount;
  public static String InputsPage_labelsLoad;
  public static String InputsPage_labelsClear;
  public static String InputsPage_labelsJob;
  public static String InputsPage_labelsFailed;
  public static String InputsPage_cardGroup;
  public static String InputsPage_cardProposed;
  public static String InputsPage_cardSave;
  public static String InputsPage_preview;
  public static String InputsPage_previewNone;
  public static String InputsPage_previewNoneText;
  public static String InputsPage_previewChoose;
  public static String InputsPage_previewJob;
  public static String InputsPage_previewWorking;
  public static String InputsPage_previewFailed;
  public static String InputsPage_original;
  public static String InputsPage_originalText;
  public static String InputsPage_seen;
  public static String InputsPage_seenText;
  public static String InputsPage_seenNoPicture;
  public static String FeatureTable_row;
  public static String FeatureTable_feature;
  public static String FeatureTable_featureTip;
  public static String FeatureTable_value;
  public static String FeatureTable_valueTip;
  public static String FeatureTable_missing;
  public static String FeatureTable_fed;
  public static String FeatureTable_fedTip;
  public static String FeatureTable_group;
  public static String FeatureTable_groupTip;
  public static String FeatureTable_source;
  public static String FeatureTable_sourceTip;
  public static String FeatureTable_unused;
  public static String FeatureTable_unusedMore;
  public static String FeatureTable_allUsed;
  public static String InputsPage_seenTexts;
  public static String InputsPage_problems;
  public static String FindLayerHandler_title;
  public static String FindLayerHandler_message;
  public static String FindLayerHandler_noModel;

  static {
    NLS.initializeMessages("org.loupe.ui.editor.messages", Messages.class);
  }

  private Messages() {
  }
}
