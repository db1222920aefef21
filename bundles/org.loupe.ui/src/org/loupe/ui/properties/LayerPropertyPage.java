/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.properties;

import java.util.Optional;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.part.Page;
import org.eclipse.ui.views.properties.IPropertySheetPage;
import org.loupe.api.model.LayerInfo;
import org.loupe.ui.api.context.Inspection;
import org.loupe.ui.api.context.InspectionContext;
import org.loupe.ui.api.context.InspectionListener;
import org.loupe.ui.api.context.Inspector;
import org.loupe.ui.api.parts.EmptyMessage;
import org.loupe.ui.api.parts.EmptyState;

/** The layer that the window looks at in the workbench's Properties view: its node in words, and its weights. */
public final class LayerPropertyPage extends Page implements IPropertySheetPage {
  private static final String CSS_CLASS = "org.eclipse.e4.ui.css.CssClassName";
  private static final double BESIDE = 1.2;
  private static final int NAME_WIDTH = 100;

  private final InspectionContext context;
  private final Inspector inspector;
  private final InspectionListener follower = (before, now) -> follow(now);
  private Composite stack;
  private StackLayout layout;
  private EmptyState empty;
  private SashForm content;
  private Table facts;
  private Font bold;
  private WeightsPane weights;
  private Optional<String> shown = Optional.empty();

  public LayerPropertyPage(InspectionContext context, Inspector inspector) {
    this.context = context;
    this.inspector = inspector;
  }

  @Override
  public void createControl(Composite parent) {
    stack = new Composite(parent, SWT.NONE);
    stack.setData(CSS_CLASS, "loupe-view");
    layout = new StackLayout();
    stack.setLayout(layout);
    empty = new EmptyState(stack);
    content = new SashForm(stack, SWT.HORIZONTAL | SWT.SMOOTH);
    facts();
    weights = new WeightsPane(content, inspector, context);
    content.setWeights(1, 1);
    content.addListener(SWT.Resize, e -> turn());
    context.addListener(follower);
    stack.addListener(SWT.Dispose, e -> context.removeListener(follower));
    follow(context.current());
  }

  private void facts() {
    facts = new Table(content, SWT.FULL_SELECTION | SWT.SINGLE);
    LocalResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), facts);
    bold = resources.create(FontDescriptor.createFrom(facts.getFont()).setStyle(SWT.BOLD));
    TableColumn name = new TableColumn(facts, SWT.LEFT);
    name.setWidth(NAME_WIDTH);
    name.setText(Messages.LayerPropertyPage_name);
    TableColumn value = new TableColumn(facts, SWT.LEFT);
    value.setText(Messages.LayerPropertyPage_value);
    facts.setHeaderVisible(true);
    facts.addListener(SWT.Resize, e -> value.setWidth(Math.max(NAME_WIDTH, facts.getClientArea().width
        - name.getWidth())));
    Menu menu = new Menu(facts);
    MenuItem copy = new MenuItem(menu, SWT.PUSH);
    copy.setText(Messages.LayerPropertyPage_copy);
    copy.addListener(SWT.Selection, e -> copy());
    facts.setMenu(menu);
    facts.addListener(SWT.KeyDown, e -> {
      if (e.stateMask == SWT.MOD1 && e.keyCode == 'c') {
        copy();
      }
    });
  }

  private void copy() {
    for (TableItem item : facts.getSelection()) {
      Clipboard clipboard = new Clipboard(facts.getDisplay());
      clipboard.setContents(new Object[] {item.getText(0) + "\t" + item.getText(1)},
          new Transfer[] {TextTransfer.getInstance()});
      clipboard.dispose();
    }
  }

  /** Words beside the weights where it is wide, above them where it is high. */
  private void turn() {
    Point size = content.getSize();
    int orientation = size.x > BESIDE * size.y ? SWT.HORIZONTAL : SWT.VERTICAL;
    if (content.getOrientation() != orientation) {
      content.setOrientation(orientation);
    }
  }

  private void follow(Inspection now) {
    if (now.model().isEmpty()) {
      shown = Optional.empty();
      say(EmptyMessage.info(Messages.LayerPropertyPage_noModel, Messages.LayerPropertyPage_noModelText));
    } else if (now.layer().isEmpty()) {
      shown = Optional.empty();
      say(EmptyMessage.info(Messages.LayerPropertyPage_noLayer, Messages.LayerPropertyPage_noLayerText));
    } else {
      String key = now.model().get().file() + "\n" + now.layer().get() + "\n"
          + System.identityHashCode(now.model().get().description());
      if (!Optional.of(key).equals(shown)) {
        shown = Optional.of(key);
        now.model().get().description().layer(now.layer().get()).ifPresentOrElse(l -> show(now, l),
            () -> say(EmptyMessage.info(Messages.LayerPropertyPage_noLayer, Messages.LayerPropertyPage_gone)));
      }
    }
  }

  private void show(Inspection now, LayerInfo layer) {
    facts.setRedraw(false);
    facts.removeAll();
    for (LayerFacts.Line line : LayerFacts.of(now.model().orElseThrow().description(), layer)) {
      TableItem item = new TableItem(facts, SWT.NONE);
      item.setText(new String[] {line.name(), line.value()});
      if (line.heading()) {
        item.setFont(bold);
      }
    }
    facts.setRedraw(true);
    bring(content);
    weights.show(now.model().orElseThrow(), layer.id());
  }

  private void say(EmptyMessage message) {
    empty.show(message);
    bring(empty);
  }

  private void bring(Control control) {
    if (layout.topControl != control) {
      layout.topControl = control;
      stack.layout();
    }
  }

  @Override
  public Control getControl() {
    return stack;
  }

  @Override
  public void setFocus() {
    layout.topControl.setFocus();
  }

  @Override
  public void selectionChanged(IWorkbenchPart part, ISelection selection) {
    // what is shown is what the window looks at, whatever the part selects
  }
}
