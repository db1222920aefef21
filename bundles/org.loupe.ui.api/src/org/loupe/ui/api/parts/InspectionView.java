/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.parts;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.part.ViewPart;
import org.loupe.ui.api.context.Inspection;
import org.loupe.ui.api.context.InspectionContext;
import org.loupe.ui.api.context.PinnedInspection;
import org.loupe.ui.api.internal.Messages;

/**
 * A view that follows the inspection context, can be pinned, and explains itself while it is empty. Subclasses make
 * their content once and fill it when the inspection changes; nothing slow may be done in these calls.
 */
public abstract class InspectionView extends ViewPart {
  private static final String CSS_CLASS = "org.eclipse.e4.ui.css.CssClassName";
  private static final String BUNDLE = "org.loupe.ui.api";

  private InspectionContext context;
  private PinnedInspection inspection;
  private Composite stack;
  private StackLayout layout;
  private EmptyState empty;
  private Control content;

  /** Makes the content; {@link #inspection()} is there already. */
  protected abstract Control createContent(Composite parent);

  /**
   * Shows something else. Also called once after the content was made, with {@link Inspection#NOTHING} as before.
   */
  protected abstract void inspectionChanged(Inspection before, Inspection now);

  @Override
  public final void createPartControl(Composite parent) {
    context = getSite().getService(InspectionContext.class);
    inspection = new PinnedInspection(context, this::inspectionChanged);
    stack = new Composite(parent, SWT.NONE);
    stack.setData(CSS_CLASS, "loupe-view");
    layout = new StackLayout();
    stack.setLayout(layout);
    empty = new EmptyState(stack);
    content = createContent(stack);
    layout.topControl = content;
    getViewSite().getActionBars().getToolBarManager().add(pinAction());
    inspectionChanged(Inspection.NOTHING, inspection.current());
  }

  /** What this view shows, or keeps while it is pinned. */
  protected final Inspection inspection() {
    return inspection.current();
  }

  /** To change what the window looks at. */
  protected final InspectionContext context() {
    return context;
  }

  protected final void showContent() {
    bring(content);
  }

  protected final void showEmpty(EmptyMessage message) {
    empty.show(message);
    bring(empty);
  }

  /** The empty state, to show progress on it. */
  protected final EmptyState empty() {
    return empty;
  }

  /** Whether the view says at present why it is empty. */
  public final boolean isEmpty() {
    return layout.topControl == empty;
  }

  private void bring(Control control) {
    if (layout.topControl != control) {
      layout.topControl = control;
      stack.layout();
    }
  }

  private IAction pinAction() {
    Action pin = new Action(Messages.InspectionView_pin, IAction.AS_CHECK_BOX) {
      @Override
      public void run() {
        inspection.pin(isChecked());
      }
    };
    pin.setToolTipText(Messages.InspectionView_pinTip);
    ResourceLocator.imageDescriptorFromBundle(BUNDLE, "icons/pin.svg").ifPresent(pin::setImageDescriptor);
    return pin;
  }

  @Override
  public void setFocus() {
    layout.topControl.setFocus();
  }

  @Override
  public void dispose() {
    if (inspection != null) {
      inspection.close();
    }
    super.dispose();
  }
}
