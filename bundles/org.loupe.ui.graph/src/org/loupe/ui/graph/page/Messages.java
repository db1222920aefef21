/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.page;

import org.eclipse.osgi.util.NLS;

/** Texts of this package that users read. */
final class Messages extends NLS {
  public static String ColouringEntry_failed;
  public static String Legend_name;
  public static String Legend_oneWithout;
  public static String Legend_without;
  public static String Keys_name;
  public static String Keys_nothing;
  public static String GraphMenu_fold;
  public static String GraphMenu_unfold;
  public static String GraphMenu_foldAll;
  public static String GraphMenu_unfoldAll;
  public static String GraphMenu_layers;
  public static String GraphMenu_copy;
  public static String GraphMenu_save;
  public static String GraphMenu_fit;
  public static String GraphMenu_full;
  public static String GraphMenu_in;
  public static String GraphMenu_out;
  public static String SaveJob_name;
  public static String SaveJob_failed;
  public static String GraphBar_search;
  public static String GraphBar_searchTip;
  public static String GraphBar_colour;
  public static String GraphBar_colourTip;
  public static String GraphBar_previous;
  public static String GraphBar_previousTip;
  public static String GraphBar_next;
  public static String GraphBar_nextTip;
  public static String GraphBar_foldAll;
  public static String GraphBar_foldAllTip;
  public static String GraphBar_unfoldAll;
  public static String GraphBar_unfoldAllTip;
  public static String GraphBar_fit;
  public static String GraphBar_fitTip;
  public static String GraphBar_full;
  public static String GraphBar_fullTip;
  public static String GraphBar_out;
  public static String GraphBar_outTip;
  public static String GraphBar_in;
  public static String GraphBar_inTip;
  public static String NodeText_open;
  public static String NodeText_closed;
  public static String NodeText_input;
  public static String NodeText_output;
  public static String NodeText_shape;
  public static String NodeText_layer;
  public static String Header_all;
  public static String Header_folded;
  public static String Header_foldedOne;
  public static String Header_constant;
  public static String Header_runs;
  public static String Header_constants;
  public static String Header_tooMany;
  public static String GraphPage_noLayers;
  public static String GraphPage_noLayersText;
  public static String GraphPage_working;
  public static String GraphPage_cancel;
  public static String GraphPage_layoutJob;
  public static String GraphPage_failed;
  public static String GraphPage_cancelled;
  public static String GraphPage_again;
  public static String GraphPage_colouring;
  public static String GraphPage_png;
  public static String GraphPage_svg;
  public static String GraphPage_noMatch;
  public static String GraphPage_matches;
  public static String GraphPage_match;

  static {
    NLS.initializeMessages("org.loupe.ui.graph.page.messages", Messages.class);
  }

  private Messages() {
  }
}
