/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.perspective;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.navigator.resources.ProjectExplorer;

/**
 * The workspace and the modules of the model left, the model in the middle, what it answers and why on the right, runs
 * below.
 */
public final class ModelDebugging implements IPerspectiveFactory {
  public static final String ID = "org.loupe.ui.perspective";
  public static final String PREDICTION = "org.loupe.ui.prediction";
  public static final String EXPLANATION = "org.loupe.ui.explanation";
  public static final String RUNS = "org.loupe.ui.runs";
  /** Contributed by the bundle of tables. */
  public static final String ROWS = "org.loupe.ui.rows";

  @Override
  public void createInitialLayout(IPageLayout layout) {
    String editors = layout.getEditorArea();
    layout.createFolder("left", IPageLayout.LEFT, 0.18f, editors).addView(ProjectExplorer.VIEW_ID);
    layout.createFolder("modules", IPageLayout.BOTTOM, 0.5f, "left").addView(IPageLayout.ID_OUTLINE);
    IFolderLayout right = layout.createFolder("right", IPageLayout.RIGHT, 0.55f, editors);
    right.addView(PREDICTION);
    IFolderLayout why = layout.createFolder("why", IPageLayout.BOTTOM, 0.32f, "right");
    why.addView(EXPLANATION);
    IFolderLayout below = layout.createFolder("below", IPageLayout.BOTTOM, 0.68f, editors);
    below.addView(IPageLayout.ID_PROP_SHEET);
    below.addView(RUNS);
    below.addView(IPageLayout.ID_PROBLEM_VIEW);
    below.addPlaceholder(IPageLayout.ID_PROGRESS_VIEW);
    for (String view : new String[] {PREDICTION, EXPLANATION, RUNS, IPageLayout.ID_PROP_SHEET,
        IPageLayout.ID_PROBLEM_VIEW, IPageLayout.ID_OUTLINE}) {
      layout.addShowViewShortcut(view);
    }
    layout.addNewWizardShortcut("org.eclipse.ui.wizards.new.project");
    layout.addNewWizardShortcut("org.eclipse.ui.wizards.new.folder");
  }
}
