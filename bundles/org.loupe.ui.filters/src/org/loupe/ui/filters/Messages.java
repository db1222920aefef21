/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.filters;

import org.eclipse.osgi.util.NLS;

/** Texts of this package that users read. */
final class Messages extends NLS {
  public static String Again;
  public static String AscentPane_cannot;
  public static String AscentPane_climb;
  public static String AscentPane_climbTip;
  public static String AscentPane_done;
  public static String AscentPane_failed;
  public static String AscentPane_job;
  public static String AscentPane_looking;
  public static String AscentPane_nothing;
  public static String AscentPane_nothingText;
  public static String AscentPane_offer;
  public static String AscentPane_offerChannel;
  public static String AscentPane_offerClass;
  public static String AscentPane_offerLayer;
  public static String AscentPane_percent;
  public static String AscentPane_settings;
  public static String AscentPane_stopped;
  public static String AscentPane_working;
  public static String ChannelBar_channel;
  public static String ChannelBar_channelTip;
  public static String ChannelBar_choose;
  public static String ChannelBar_layer;
  public static String ChannelBar_none;
  public static String ChannelBar_of;
  public static String ClimbPlayer_at;
  public static String ClimbPlayer_picture;
  public static String ClimbPlayer_slider;
  public static String ClimbPlayer_sliderTip;
  public static String ClimbScenes_score;
  public static String ClimbScenes_step;
  public static String ClimbScenes_tip;
  public static String ClimbScenes_title;
  public static String Climb_climbing;
  public static String ExcitingPane_ask;
  public static String ExcitingPane_askText;
  public static String ExcitingPane_choose;
  public static String ExcitingPane_chooseMessage;
  public static String ExcitingPane_chooseTitle;
  public static String ExcitingPane_firstSkipped;
  public static String ExcitingPane_folder;
  public static String ExcitingPane_grid;
  public static String ExcitingPane_looking;
  public static String ExcitingPane_max;
  public static String ExcitingPane_mean;
  public static String ExcitingPane_measure;
  public static String ExcitingPane_measureTip;
  public static String ExcitingPane_noFolder;
  public static String ExcitingPane_noFolderText;
  public static String ExcitingPane_notFinite;
  public static String ExcitingPane_nothing;
  public static String ExcitingPane_of;
  public static String ExcitingPane_part;
  public static String ExcitingPane_percent;
  public static String ExcitingPane_search;
  public static String ExcitingPane_searching;
  public static String ExcitingPane_skipped;
  public static String ExcitingPane_title;
  public static String ExcitingTiles_place;
  public static String ExcitingTiles_tip;
  public static String FilterActions_copy;
  public static String FilterActions_export;
  public static String FilterActions_run;
  public static String FilterActions_stop;
  public static String FilterExport_cannotWrite;
  public static String FilterExport_copying;
  public static String FilterExport_failed;
  public static String FilterExport_nothing;
  public static String FilterExport_title;
  public static String FilterExport_writing;
  public static String FiltersView_ascent;
  public static String FiltersView_ascentTip;
  public static String FiltersView_cataloguing;
  public static String FiltersView_choose;
  public static String FiltersView_exciting;
  public static String FiltersView_excitingTip;
  public static String FiltersView_first;
  public static String FiltersView_kernels;
  public static String FiltersView_kernelsTip;
  public static String FiltersView_last;
  public static String FiltersView_layer;
  public static String FiltersView_layerTip;
  public static String FiltersView_noChannels;
  public static String FiltersView_noChannelsText;
  public static String FiltersView_noLayer;
  public static String FiltersView_noLayerText;
  public static String FiltersView_noLayers;
  public static String FiltersView_noLayersText;
  public static String FiltersView_noMethod;
  public static String FiltersView_noModel;
  public static String FiltersView_noModelText;
  public static String KernelPane_colour;
  public static String KernelPane_common;
  public static String KernelPane_commonTip;
  public static String KernelPane_each;
  public static String KernelPane_facts;
  public static String KernelPane_failed;
  public static String KernelPane_follows;
  public static String KernelPane_grey;
  public static String KernelPane_grid;
  public static String KernelPane_inputs;
  public static String KernelPane_inputsTip;
  public static String KernelPane_mean;
  public static String KernelPane_none;
  public static String KernelPane_noneText;
  public static String KernelPane_reading;
  public static String KernelPane_signed;
  public static String KernelTiles_kernel;
  public static String KernelTiles_plane;
  public static String Kernels_computed;
  public static String Kernels_noWeights;
  public static String LayerDialog_message;
  public static String LayerDialog_title;
  public static String MethodBar_more;
  public static String MethodBar_moreTip;
  public static String MethodBar_objective;
  public static String MethodBar_objectiveTip;
  public static String MethodBar_profile;
  public static String MethodBar_seed;
  public static String MethodBar_seedTip;
  public static String MethodBar_stopTip;
  public static String Objective_badPlace;
  public static String Objective_badWeight;
  public static String Objective_channel;
  public static String Objective_class;
  public static String Objective_classHint;
  public static String Objective_direction;
  public static String Objective_directionHint;
  public static String Objective_layer;
  public static String Objective_neuron;
  public static String Objective_neuronHint;
  public static String Objective_noClass;
  public static String Objective_noWeight;
  public static String Objective_openChannels;
  public static String SheetPane_done;
  public static String SheetPane_doneDead;
  public static String SheetPane_failed;
  public static String SheetPane_grid;
  public static String SheetPane_job;
  public static String SheetPane_make;
  public static String SheetPane_makeTip;
  public static String SheetPane_none;
  public static String SheetPane_open;
  public static String SheetPane_openText;
  public static String SheetPane_opening;
  public static String SheetPane_part;
  public static String SheetPane_percent;
  public static String SheetPane_ready;
  public static String SheetPane_stopped;
  public static String SheetTiles_badge;
  public static String SheetTiles_dead;
  public static String SheetTiles_none;
  public static String SheetTiles_tip;
  public static String Stop;
  public static String TileScene_text;

  static {
    NLS.initializeMessages("org.loupe.ui.filters.messages", Messages.class);
  }

  private Messages() {
  }
}
