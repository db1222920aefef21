/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.editor;

import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.loupe.api.LoupeException;
import org.loupe.api.subject.DecodedInput;
import org.loupe.api.subject.Picture;
import org.loupe.api.subject.Subject;
import org.loupe.scene.Scene;
import org.loupe.ui.api.canvas.SceneCanvas;
import org.loupe.ui.api.context.InspectedInput;
import org.loupe.ui.api.context.Inspection;
import org.loupe.ui.api.context.InspectionListener;
import org.loupe.ui.api.jobs.Outcome;
import org.loupe.ui.api.jobs.Recomputation;
import org.loupe.ui.api.parts.EmptyMessage;
import org.loupe.ui.api.parts.EmptyState;
import org.loupe.ui.inputs.InputChooser;

/** The input beside what the model gets, decoded anew whenever the card or the input changes. */
final class PreviewForm {
  private static final int SIDE = 140;
  private static final int LEAST = SIDE + 80;
  private static final int PAUSE = 250;

  private final ModelEditor editor;
  private final FormToolkit toolkit;
  private final Composite stack;
  private final StackLayout layout = new StackLayout();
  private final EmptyState empty;
  private final Composite content;
  private final Pane original;
  private final Pane seen;
  private final FeatureTable features;
  private final Recomputation decoding;

  /** What is shown, made outside the UI thread. */
  private record Preview(Optional<Scene> original, String originalText, TensorPicture seen,
      Optional<FeatureValues> features) {
    static Preview of(Subject.Single subject) {
      DecodedInput input = subject.first();
      Optional<Picture> picture = input.picture();
      return new Preview(picture.map(TensorPicture::original),
          picture.map(p -> NLS.bind(Messages.InputsPage_originalText, p.width(), p.height())).orElse(""),
          TensorPicture.of(input), FeatureValues.of(subject));
    }
  }

  /** A heading, a picture and a line of text. */
  private final class Pane {
    private final Composite box;
    private final SceneCanvas canvas;
    private final Label text;

    Pane(String title) {
      box = toolkit.createComposite(content);
      box.setLayout(new GridLayout());
      box.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
      toolkit.createLabel(box, title);
      canvas = new SceneCanvas(box, SWT.NONE);
      toolkit.adapt(canvas);
      GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
      data.widthHint = SIDE;
      data.heightHint = SIDE;
      canvas.setLayoutData(data);
      text = toolkit.createLabel(box, "", SWT.WRAP);
      GridData wide = new GridData(SWT.FILL, SWT.TOP, true, false);
      wide.widthHint = SIDE;
      text.setLayoutData(wide);
    }

    void span(int columns) {
      ((GridData) box.getLayoutData()).horizontalSpan = columns;
    }

    void show(Optional<Scene> scene, String caption) {
      canvas.setScene(scene.orElse(null));
      ((GridData) canvas.getLayoutData()).exclude = scene.isEmpty();
      canvas.setVisible(scene.isPresent());
      boolean anything = scene.isPresent() || !caption.isEmpty();
      ((GridData) box.getLayoutData()).exclude = !anything;
      box.setVisible(anything);
      text.setText(caption);
      box.layout(true);
    }
  }

  PreviewForm(Composite parent, FormToolkit toolkit, ModelEditor editor) {
    this.editor = editor;
    this.toolkit = toolkit;
    stack = toolkit.createComposite(parent);
    stack.setLayout(layout);
    GridData data = new GridData(SWT.FILL, SWT.FILL, true, true, 2, 1);
    data.heightHint = LEAST;
    data.widthHint = 2 * SIDE;
    stack.setLayoutData(data);
    empty = new EmptyState(stack);
    InputsPage.adapt(toolkit, empty);
    content = toolkit.createComposite(stack);
    content.setLayout(new GridLayout(2, true));
    original = new Pane(Messages.InputsPage_original);
    features = new FeatureTable(content, toolkit);
    seen = new Pane(Messages.InputsPage_seen);
    decoding = new Recomputation(stack);
    InspectionListener follower = (before, now) -> changed(now);
    editor.context().addListener(follower);
    stack.addListener(SWT.Dispose, e -> editor.context().removeListener(follower));
    editor.card().onChange(this::cardChanged);
    changed(editor.context().current());
  }

  private void cardChanged() {
    if (!stack.isDisposed()) {
      changed(editor.context().current());
    }
  }

  private void changed(Inspection now) {
    boolean ours = now.model().isPresent() && now.model().get().file().equals(editor.file().orElse(null));
    if (!ours || editor.inspected().isEmpty()) {
      return;
    }
    if (now.input().isEmpty()) {
      decoding.cancel();
      say(EmptyMessage.info(Messages.InputsPage_previewNone, Messages.InputsPage_previewNoneText,
          new EmptyMessage.Action(Messages.InputsPage_previewChoose, () -> InputChooser.choose(editor.getSite()))));
      return;
    }
    InspectedInput input = now.input().get();
    // the card as it is being edited, before it is known to fit
    Inspection edited = new Inspection(editor.inspected(), now.input(), now.target(), now.layer(),
        now.channel(), now.method(), now.background());
    decoding.start(NLS.bind(Messages.InputsPage_previewJob, input.name()), PAUSE,
        p -> Preview.of(editor.inspector().subject(edited, p)), new Outcome<Preview>() {
          @Override
          public void done(Preview preview) {
            show(preview);
          }

          @Override
          public void failed(LoupeException reason) {
            say(EmptyMessage.error(Messages.InputsPage_previewFailed, reason.getMessage()));
          }
        });
  }

  private void show(Preview preview) {
    original.show(preview.original(), preview.originalText());
    seen.show(preview.seen().scene(), preview.seen().text());
    seen.span(preview.original().isPresent() ? 1 : 2);
    features.show(preview.features());
    content.layout(true, true);
    top(content);
    room(preview.features().isEmpty() ? LEAST : Math.max(LEAST, content.computeSize(stack.getSize().x,
        SWT.DEFAULT).y));
  }

  /** A table takes more room than a picture; the form is laid out anew only when that changes. */
  private void room(int height) {
    GridData data = (GridData) stack.getLayoutData();
    if (data.heightHint != height) {
      data.heightHint = height;
      Reflow.around(stack);
    }
  }

  private void say(EmptyMessage message) {
    empty.show(message);
    InputsPage.adapt(toolkit, empty);
    top(empty);
  }

  private void top(Control control) {
    layout.topControl = control;
    stack.layout();
  }
}
