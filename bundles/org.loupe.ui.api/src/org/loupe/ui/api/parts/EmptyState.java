/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.parts;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.ProgressBar;

/** Takes the place of content that is not there: says why, and offers what to do. Scrolls where it is small. */
public final class EmptyState extends ScrolledComposite {
  private static final int TEXT_WIDTH = 360;
  private static final int MARGIN = 16;

  private final Composite page;
  private final LocalResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), this);
  private EmptyMessage shown;
  private ProgressBar bar;
  private Label task;

  public EmptyState(Composite parent) {
    super(parent, SWT.V_SCROLL);
    setExpandHorizontal(true);
    setExpandVertical(true);
    page = new Composite(this, SWT.NONE);
    GridLayoutFactory.fillDefaults().margins(MARGIN, MARGIN).spacing(5, 8).applyTo(page);
    setContent(page);
    addListener(SWT.Resize, e -> fit());
  }

  /** What is said at present; null before the first message. */
  public EmptyMessage message() {
    return shown;
  }

  public void show(EmptyMessage message) {
    if (message.equals(shown)) {
      return;
    }
    shown = message;
    for (var child : page.getChildren()) {
      child.dispose();
    }
    bar = null;
    Composite block = new Composite(page, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(5, 8).applyTo(block);
    GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.CENTER).grab(true, true).applyTo(block);
    picture(block, message);
    Label title = text(block, message.title());
    title.setFont(resources.create(FontDescriptor.createFrom(JFaceResources.getDialogFont()).increaseHeight(2)
        .setStyle(SWT.BOLD)));
    if (!message.text().isEmpty()) {
      text(block, message.text());
    }
    if (message.mood() == EmptyMessage.Mood.WORKING) {
      progressBar(block);
    }
    message.actions().forEach(a -> link(block, a));
    fit();
    page.layout(true, true);
  }

  /** How far the work is that the message speaks of. @param fraction from 0 to 1, or NaN if unknown */
  public void progress(String name, double fraction) {
    if (bar != null && !Double.isNaN(fraction)) {
      bar.setMaximum(1000);
      bar.setSelection((int) (fraction * 1000));
    }
    if (task != null && !task.isDisposed() && !name.equals(task.getText())) {
      task.setText(name.replace("&", "&&"));
      task.requestLayout();
    }
  }

  private void picture(Composite block, EmptyMessage message) {
    Image image = switch (message.mood()) {
      case WARNING -> getDisplay().getSystemImage(SWT.ICON_WARNING);
      case ERROR -> getDisplay().getSystemImage(SWT.ICON_ERROR);
      case INFO, WORKING -> null;
    };
    if (image != null) {
      Label label = new Label(block, SWT.NONE);
      label.setImage(image);
      GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.CENTER).applyTo(label);
    }
  }

  private static Label text(Composite block, String text) {
    Label label = new Label(block, SWT.WRAP | SWT.CENTER);
    label.setText(text.replace("&", "&&"));
    wrapped().applyTo(label);
    return label;
  }

  private static void link(Composite block, EmptyMessage.Action action) {
    Link link = new Link(block, SWT.NONE);
    link.setText("<a>" + action.label() + "</a>");
    GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.CENTER).applyTo(link);
    link.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> action.run().run()));
  }

  private void progressBar(Composite block) {
    bar = new ProgressBar(block, SWT.HORIZONTAL);
    GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.CENTER).hint(240, SWT.DEFAULT).applyTo(bar);
    task = text(block, "");
  }

  private static GridDataFactory wrapped() {
    return GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(TEXT_WIDTH, SWT.DEFAULT);
  }

  private void fit() {
    Rectangle area = getClientArea();
    int width = Math.max(80, Math.min(TEXT_WIDTH, area.width - 2 * MARGIN));
    for (var block : page.getChildren()) {
      for (var child : ((Composite) block).getChildren()) {
        if (child instanceof Label label && label.getImage() == null) {
          ((org.eclipse.swt.layout.GridData) label.getLayoutData()).widthHint = width;
        }
      }
    }
    Point size = page.computeSize(SWT.DEFAULT, SWT.DEFAULT, true);
    setMinHeight(size.y);
    page.layout(true, true);
  }
}
