/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.editor;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.editor.FormPage;
import org.eclipse.ui.forms.events.HyperlinkAdapter;
import org.eclipse.ui.forms.events.HyperlinkEvent;
import org.eclipse.ui.forms.widgets.ColumnLayout;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.forms.widgets.Section;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.OutputInfo;
import org.loupe.api.model.ValueKind;
import org.loupe.api.model.ValueSpec;
import org.loupe.core.card.CardRequest;
import org.loupe.ui.api.jobs.Work;
import org.loupe.ui.inputs.InputDrop;

/** The input card: where each input of the model comes from, what its outputs mean, and what the model really gets. */
final class InputsPage extends FormPage {
  static final String ID = "inputs";

  private final ModelEditor editor;
  private final LoadedModel model;
  private ScrolledForm form;
  private FormToolkit toolkit;

  InputsPage(ModelEditor editor, LoadedModel model) {
    super(editor, ID, Messages.InputsPage_title);
    this.editor = editor;
    this.model = model;
  }

  @Override
  protected void createFormContent(IManagedForm managed) {
    form = managed.getForm();
    toolkit = managed.getToolkit();
    form.setText(Messages.InputsPage_title);
    toolkit.decorateFormHeading(form.getForm());
    Composite body = form.getBody();
    ColumnLayout layout = new ColumnLayout();
    layout.maxNumColumns = 2;
    layout.horizontalSpacing = 16;
    body.setLayout(layout);
    Composite preview = section(column(body), Messages.InputsPage_preview, "");
    new PreviewForm(preview, toolkit, editor);
    Composite settings = column(body);
    for (ValueSpec input : model.description().inputs()) {
      Composite client = section(settings, NLS.bind(Messages.InputsPage_sectionText, input.name()), input.typeText());
      new InputForm(client, toolkit, editor.card(), model, input);
    }
    for (OutputInfo output : model.description().outputs()) {
      if (mayBeClasses(output)) {
        Composite client = section(settings, NLS.bind(Messages.InputsPage_labels, output.name()), "");
        new LabelsForm(client, toolkit, editor.card(), output.name(), this::labels);
      }
    }
    if (!model.cardExists()) {
      offerSave(settings);
    }
    InputDrop.install(body, editor.getSite());
    editor.cardWatch().onProblems(this::show);
    PageStyle.install(form, toolkit);
  }

  private static boolean mayBeClasses(OutputInfo output) {
    return output.value().kind() == ValueKind.TENSOR && output.value().dims().map(d -> d.size() <= 2).orElse(true);
  }

  private Work<List<String>> labels(Path file) {
    ModelDescription description = model.description();
    CardRequest request = new CardRequest(model.lease().file(), Optional.empty(), Map.of(), Optional.of(file));
    // the core reads labels for the first output; which output they are for is decided here
    return p -> editor.inspector().loupe().cards().load(request, description).labels()
        .get(description.outputs().get(0).name());
  }

  private Composite column(Composite body) {
    Composite column = toolkit.createComposite(body);
    GridLayout grid = new GridLayout();
    grid.marginWidth = 0;
    grid.marginHeight = 0;
    grid.verticalSpacing = 12;
    column.setLayout(grid);
    return column;
  }

  private Composite section(Composite column, String title, String description) {
    boolean described = !description.isEmpty();
    Section section = toolkit.createSection(column,
        described ? Section.DESCRIPTION : SWT.NONE);
    section.setText(title);
    if (described) {
      section.setDescription(description);
    }
    section.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    Composite client = toolkit.createComposite(section);
    client.setLayout(new GridLayout(2, false));
    section.setClient(client);
    return client;
  }

  private void offerSave(Composite column) {
    Composite client = section(column, Messages.InputsPage_cardGroup, Messages.InputsPage_cardProposed);
    Hyperlink link = toolkit.createHyperlink(client, Messages.InputsPage_cardSave, SWT.NONE);
    link.addHyperlinkListener(new HyperlinkAdapter() {
      @Override
      public void linkActivated(HyperlinkEvent e) {
        CardSaver.save(editor, model, new NullProgressMonitor());
      }
    });
  }

  private void show(List<String> problems) {
    if (form.isDisposed()) {
      return;
    }
    String text = problems.isEmpty() ? null : problems.size() == 1 ? problems.get(0)
        : NLS.bind(Messages.InputsPage_problems, problems.size(), problems.get(0));
    form.setMessage(text, problems.isEmpty() ? IMessageProvider.NONE : IMessageProvider.ERROR);
    form.getForm().getHead().setToolTipText(String.join("\n", problems));
  }

  /** Gives widgets that the toolkit has not made its colours. */
  static void adapt(FormToolkit toolkit, Control control) {
    if (control instanceof Composite composite) {
      toolkit.adapt(composite);
      for (Control child : composite.getChildren()) {
        adapt(toolkit, child);
      }
    } else {
      toolkit.adapt(control, true, false);
    }
  }
}
