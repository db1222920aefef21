/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.editor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.editor.FormPage;
import org.eclipse.ui.forms.events.HyperlinkAdapter;
import org.eclipse.ui.forms.events.HyperlinkEvent;
import org.eclipse.ui.forms.widgets.ColumnLayout;
import org.eclipse.ui.forms.widgets.FormText;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Section;
import org.eclipse.ui.forms.widgets.TableWrapData;
import org.eclipse.ui.forms.widgets.TableWrapLayout;
import org.loupe.api.LoupeException;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.OutputInfo;
import org.loupe.api.model.RuntimeInfo;
import org.loupe.ui.api.context.Inspector;
import org.loupe.ui.costs.CostSection;
import org.loupe.ui.inputs.InputChooser;
import org.loupe.ui.inputs.InputDrop;
import org.loupe.ui.inputs.InputKinds;
import org.loupe.ui.perspective.ModelDebugging;
import org.loupe.ui.perspective.Views;

/** The facts about a model, and where to go from here. */
final class OverviewPage extends FormPage {
  static final String ID = "overview";
  private static final int INDENT = 5;

  private final ModelEditor editor;
  private final LoadedModel model;
  private FormToolkit toolkit;
  private FormText links;

  OverviewPage(ModelEditor editor, LoadedModel model) {
    super(editor, ID, Messages.OverviewPage_title);
    this.editor = editor;
    this.model = model;
  }

  @Override
  protected void createFormContent(IManagedForm form) {
    toolkit = form.getToolkit();
    form.getForm().setText(model.description().name());
    toolkit.decorateFormHeading(form.getForm().getForm());
    Composite body = form.getForm().getBody();
    TableWrapLayout rows = new TableWrapLayout();
    rows.topMargin = 0;
    rows.leftMargin = 0;
    rows.rightMargin = 0;
    body.setLayout(rows);
    Composite sections = toolkit.createComposite(body);
    sections.setLayoutData(new TableWrapData(TableWrapData.FILL_GRAB, TableWrapData.TOP));
    ColumnLayout layout = new ColumnLayout();
    layout.maxNumColumns = 2;
    layout.horizontalSpacing = 16;
    layout.verticalSpacing = 12;
    sections.setLayout(layout);
    facts(sections);
    next(sections);
    signature(sections);
    if (!model.description().warnings().isEmpty()) {
      warnings(sections);
    }
    InputDrop.install(body, editor.getSite());
    // below what is seen first, and as much work as all above: in a turn of the event loop of its own
    body.getDisplay().asyncExec(() -> {
      if (!body.isDisposed()) {
        costs(body);
        Reflow.around(body);
      }
    });
    PageStyle.install(form.getForm(), toolkit);
  }

  @Override
  public void setFocus() {
    if (links == null) {
      super.setFocus();
    } else {
      links.setFocus();
    }
  }

  private Composite section(Composite body, String title, int columns) {
    Section section = toolkit.createSection(body, SWT.NONE);
    section.setText(title);
    Composite client = toolkit.createComposite(section);
    TableWrapLayout grid = new TableWrapLayout();
    grid.numColumns = columns;
    grid.leftMargin = 4;
    grid.verticalSpacing = 4;
    grid.horizontalSpacing = 10;
    client.setLayout(grid);
    section.setClient(client);
    return client;
  }

  private void facts(Composite body) {
    ModelDescription d = model.description();
    Composite client = section(body, Messages.OverviewPage_facts, 2);
    fact(client, Messages.OverviewPage_file, model.lease().file().toString());
    fact(client, Messages.OverviewPage_format, d.format());
    d.properties().forEach((name, value) -> fact(client, capitalised(name), value));
    fact(client, Messages.OverviewPage_layers, String.format("%,d", d.layers().size()));
    fact(client, Messages.OverviewPage_parameters, String.format("%,d", d.parameters()));
    RuntimeInfo runtime = model.lease().runtime();
    fact(client, Messages.OverviewPage_runtime,
        NLS.bind(Messages.OverviewPage_runtimeValue, new Object[] {runtime.engine(), runtime.version(),
            runtime.device()}));
    fact(client, Messages.OverviewPage_card,
        model.cardExists() ? model.cardFile().getFileName().toString() : Messages.OverviewPage_cardProposed);
    new ModelHash(model, fact(client, Messages.OverviewPage_hash, Messages.OverviewPage_hashing));
  }

  private static String capitalised(String name) {
    return name.isEmpty() ? name : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  /** A fact that can be selected and copied. */
  private Text fact(Composite client, String name, String value) {
    Label label = toolkit.createLabel(client, name + ":");
    label.setLayoutData(new TableWrapData(TableWrapData.LEFT, TableWrapData.TOP));
    Text text = new Text(client, SWT.READ_ONLY | SWT.MULTI | SWT.WRAP);
    toolkit.adapt(text, true, false);
    text.setText(value);
    text.setLayoutData(new TableWrapData(TableWrapData.FILL_GRAB, TableWrapData.TOP));
    return text;
  }

  private void signature(Composite body) {
    Composite client = section(body, Messages.OverviewPage_signature, 2);
    heading(client, Messages.OverviewPage_inputs);
    model.description().inputs().forEach(v -> fact(client, v.name(), v.typeText()));
    if (model.description().inputs().isEmpty()) {
      heading(client, Messages.OverviewPage_noInputs);
    }
    heading(client, Messages.OverviewPage_outputs);
    for (OutputInfo output : model.description().outputs()) {
      String logits = output.logits().map(l -> "; " + NLS.bind(Messages.OverviewPage_logits, l.activation()))
          .orElse("");
      fact(client, output.name(), output.value().typeText() + logits);
    }
  }

  private void costs(Composite body) {
    Section section = toolkit.createSection(body, SWT.NONE);
    section.setText(Messages.OverviewPage_costs);
    TableWrapData data = new TableWrapData(TableWrapData.FILL_GRAB, TableWrapData.TOP);
    data.indent = INDENT;
    section.setLayoutData(data);
    section.setClient(new CostSection(section, toolkit, model.description(), editor.costs(), editor.context())
        .control());
  }

  private void heading(Composite client, String text) {
    Label label = toolkit.createLabel(client, text);
    label.setFont(org.eclipse.jface.resource.JFaceResources.getBannerFont());
    label.setLayoutData(new TableWrapData(TableWrapData.LEFT, TableWrapData.TOP, 1, 2));
  }

  private void next(Composite body) {
    Composite client = section(body, Messages.OverviewPage_next, 1);
    String layers = NLS.bind(Messages.OverviewPage_nextLayers, String.format("%,d", model.description().layers()
        .size()));
    String input = NLS.bind(Messages.OverviewPage_nextInput,
        InputKinds.of(editor.getSite().getService(Inspector.class), model.card()).words());
    List<String> ways = new ArrayList<>(List.of(input, Messages.OverviewPage_nextCard, layers,
        Messages.OverviewPage_nextExplain));
    if (takesTables()) {
      ways.add(Messages.OverviewPage_nextRows);
    }
    String items = ways.stream().map(t -> "<li>" + t + "</li>").collect(Collectors.joining());
    links = toolkit.createFormText(client, true);
    links.setText("<form>" + items + "</form>", true, false);
    links.setLayoutData(new TableWrapData(TableWrapData.FILL_GRAB, TableWrapData.TOP));
    links.addHyperlinkListener(new HyperlinkAdapter() {
      @Override
      public void linkActivated(HyperlinkEvent e) {
        follow(String.valueOf(e.getHref()));
      }
    });
  }

  /** Whether a file may hold many of the model's inputs, which input does not matter. */
  private boolean takesTables() {
    try {
      return editor.getSite().getService(Inspector.class).loupe().inputs()
          .isTable(model.description(), model.card(), Map.of("", Path.of("any")));
    } catch (LoupeException e) {
      // whoever feeds a file will be told
      return false;
    }
  }

  private void follow(String link) {
    switch (link) {
      case "input" -> InputChooser.choose(editor.getSite());
      case "card" -> editor.setActivePage(InputsPage.ID);
      case "rows" -> Views.show(editor.getSite().getPage(), ModelDebugging.ROWS);
      case "layers" -> editor.setActivePage(LayersPage.ID);
      default -> Views.show(editor.getSite().getPage(), ModelDebugging.EXPLANATION);
    }
  }

  private void warnings(Composite body) {
    Composite client = section(body, Messages.OverviewPage_warnings, 1);
    for (String warning : model.description().warnings()) {
      Label label = toolkit.createLabel(client, warning.replace("&", "&&"), SWT.WRAP);
      label.setLayoutData(new TableWrapData(TableWrapData.FILL_GRAB, TableWrapData.TOP));
    }
  }
}
