/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.outline;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.part.Page;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;
import org.loupe.ui.api.context.Inspection;
import org.loupe.ui.api.context.InspectionContext;
import org.loupe.ui.api.context.InspectionListener;
import org.loupe.ui.api.context.InspectedModel;
import org.loupe.ui.editor.ModelEditor;

/**
 * The modules and layers of a model as a tree that is filled as it is opened. What is selected in it the window looks
 * at, and what the window looks at is selected in it.
 */
final class ModelOutline extends Page implements IContentOutlinePage {
  private final ModelEditor editor;
  private final InspectionContext context;
  private final InspectionListener follower = this::follow;
  private final Map<String, OutlineNode> byLayer = new HashMap<>();
  private Tree tree;
  private OutlineNode root;
  private Object shown;

  ModelOutline(ModelEditor editor) {
    this.editor = editor;
    this.context = editor.getSite().getService(InspectionContext.class);
  }

  @Override
  public void createControl(Composite parent) {
    tree = new Tree(parent, SWT.VIRTUAL | SWT.SINGLE);
    tree.addListener(SWT.SetData, this::fill);
    tree.addListener(SWT.Selection, e -> {
      if (e.item.getData() instanceof OutlineNode node && node.layer() != null) {
        context.update(i -> i.withLayer(node.layer().id()));
      }
    });
    context.addListener(follower);
    tree.addListener(SWT.Dispose, e -> context.removeListener(follower));
    follow(Inspection.NOTHING, context.current());
  }

  private void follow(Inspection before, Inspection now) {
    Path file = editor.file().orElse(null);
    InspectedModel model = now.model().filter(m -> m.file().equals(file)).orElse(null);
    if (model == null) {
      return;
    }
    if (shown != model.description()) {
      shown = model.description();
      byLayer.clear();
      root = OutlineNode.of(model.description(), byLayer);
      tree.setItemCount(root.children().size());
      tree.clearAll(true);
    }
    now.layer().map(byLayer::get).ifPresent(this::reveal);
  }

  private void fill(Event e) {
    TreeItem item = (TreeItem) e.item;
    OutlineNode above = item.getParentItem() == null ? root : (OutlineNode) item.getParentItem().getData();
    fill(item, above.children().get(e.index));
  }

  private static void fill(TreeItem item, OutlineNode node) {
    item.setData(node);
    item.setText(node.label());
    item.setItemCount(node.children().size());
  }

  private void reveal(OutlineNode node) {
    TreeItem item = item(node);
    if (tree.getSelectionCount() == 0 || tree.getSelection()[0] != item) {
      tree.setSelection(item);
      tree.showItem(item);
    }
  }

  /** The item of a node; the items above it are filled for that. */
  private TreeItem item(OutlineNode node) {
    TreeItem item;
    if (node.parent() == root) {
      item = tree.getItem(node.position());
    } else {
      TreeItem above = item(node.parent());
      item = above.getItem(node.position());
      above.setExpanded(true);
    }
    if (item.getData() != node) {
      fill(item, node);
    }
    return item;
  }

  @Override
  public Control getControl() {
    return tree;
  }

  @Override
  public void setFocus() {
    tree.setFocus();
  }

  @Override
  public ISelection getSelection() {
    List<Object> nodes = tree == null || tree.getSelectionCount() == 0 ? List.of()
        : List.of(((OutlineNode) tree.getSelection()[0].getData()).label());
    return new StructuredSelection(nodes);
  }

  @Override
  public void setSelection(ISelection selection) {
    // what is selected, the inspection says
  }

  @Override
  public void addSelectionChangedListener(ISelectionChangedListener listener) {
    // who wants to know what is selected follows the inspection
  }

  @Override
  public void removeSelectionChangedListener(ISelectionChangedListener listener) {
    // none was added
  }
}
