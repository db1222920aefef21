/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.editor;

import java.util.Arrays;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.editor.FormPage;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.loupe.api.LoupeException;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.model.facet.GradientCoverage;
import org.loupe.ui.api.context.Inspection;
import org.loupe.ui.api.context.InspectionListener;
import org.loupe.ui.api.jobs.Outcome;
import org.loupe.ui.api.jobs.Recomputation;
import org.loupe.ui.costs.ModelCosts;

/** Every layer in a table that is filled as it is scrolled. What is selected is what the window looks at. */
final class LayersPage extends FormPage {
  static final String ID = "layers";
  private static final int[] WIDTHS = {45, 150, 130, 190, 100, 115, 85, 110, 65, 95, 190, 160};

  private final ModelEditor editor;
  private final LoadedModel model;
  private final LayerList layers;
  private final InspectionListener follower = this::follow;
  private Table table;
  private Text filter;
  private Label count;
  private Label detail;

  LayersPage(ModelEditor editor, LoadedModel model) {
    super(editor, ID, Messages.LayersPage_title);
    this.editor = editor;
    this.model = model;
    this.layers = new LayerList(model.description());
  }

  @Override
  protected void createFormContent(IManagedForm form) {
    FormToolkit toolkit = form.getToolkit();
    form.getForm().setText(Messages.LayersPage_title);
    toolkit.decorateFormHeading(form.getForm().getForm());
    Composite body = form.getForm().getBody();
    body.setLayout(new GridLayout(2, false));
    filter = new Text(body, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
    filter.setMessage(Messages.LayersPage_filter);
    filter.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    filter.addListener(SWT.Modify, e -> refilter());
    filter.addListener(SWT.KeyDown, e -> {
      if (e.keyCode == SWT.ARROW_DOWN) {
        table.setFocus();
      }
    });
    count = toolkit.createLabel(body, "");
    count.setLayoutData(new GridData(SWT.END, SWT.CENTER, false, false));
    new MeasureBar(body, editor, model, times -> {
      layers.times(times);
      refill();
      table.showColumn(table.getColumn(LayerList.Column.SHARE.ordinal()));
    });
    table(body);
    detail = toolkit.createLabel(body, "", SWT.WRAP);
    GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1);
    data.widthHint = 200;
    detail.setLayoutData(data);
    refilter();
    gradients();
    editor.costs().ask(this::costs);
    editor.context().addListener(follower);
    table.addListener(SWT.Dispose, e -> editor.context().removeListener(follower));
    editor.context().current().layer().ifPresent(this::reveal);
    PageStyle.install(form.getForm(), toolkit);
  }

  private void table(Composite body) {
    table = new Table(body, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.BORDER | SWT.SINGLE);
    table.setHeaderVisible(true);
    GridData data = new GridData(SWT.FILL, SWT.FILL, true, true, 2, 1);
    // the page, not the table's rows, decides the size
    data.widthHint = 200;
    data.heightHint = 100;
    table.setLayoutData(data);
    String[] titles = {Messages.LayersPage_position, Messages.LayersPage_name, Messages.LayersPage_operator,
        Messages.LayersPage_output, Messages.LayersPage_parameters, Messages.LayersPage_multiplyAdds,
        Messages.LayersPage_memory, Messages.LayersPage_time, Messages.LayersPage_share, Messages.LayersPage_gradient,
        Messages.LayersPage_node, Messages.LayersPage_scope};
    String[] tips = {"", "", "", "", "", Messages.LayersPage_multiplyAddsTip, Messages.LayersPage_memoryTip,
        Messages.LayersPage_timeTip, Messages.LayersPage_shareTip, "", "", ""};
    for (LayerList.Column column : LayerList.Column.values()) {
      TableColumn c = new TableColumn(table, column.number() ? SWT.RIGHT : SWT.LEFT);
      c.setText(titles[column.ordinal()]);
      c.setToolTipText(tips[column.ordinal()].isEmpty() ? null : tips[column.ordinal()]);
      c.setWidth(WIDTHS[column.ordinal()]);
      c.setMoveable(true);
      c.addListener(SWT.Selection, e -> sort(c, column));
    }
    table.addListener(SWT.SetData, this::fill);
    table.addListener(SWT.Selection, e -> selected());
    menu();
  }

  /** What can be differentiated is found out meanwhile: a model may have to run for it. */
  private void gradients() {
    new Recomputation(table).start(Messages.LayersPage_gradientJob,
        progress -> LayerGradients.ask(model.lease(), progress), new Outcome<>() {
          @Override
          public void done(Optional<GradientCoverage> coverage) {
            coverage.ifPresent(layers::gradients);
            refill();
          }

          @Override
          public void failed(LoupeException reason) {
            say(reason.getMessage());
          }
        });
  }

  private void costs(ModelCosts found) {
    if (!table.isDisposed()) {
      layers.costs(found.costs());
      refill();
    }
  }

  private void menu() {
    Menu menu = new Menu(table);
    MenuItem copy = new MenuItem(menu, SWT.PUSH);
    copy.setText(Messages.LayersPage_copy);
    copy.addListener(SWT.Selection, e -> copy());
    table.setMenu(menu);
    table.addListener(SWT.KeyDown, e -> {
      if (e.stateMask == SWT.MOD1 && e.keyCode == 'c') {
        copy();
      }
    });
  }

  private void fill(Event e) {
    TableItem item = (TableItem) e.item;
    int row = table.indexOf(item);
    item.setText(Arrays.stream(LayerList.Column.values()).map(c -> layers.text(row, c)).toArray(String[]::new));
    item.setImage(LayerList.Column.GRADIENT.ordinal(), layers.gradients().image(layers.layer(row).id(), table));
  }

  private void refilter() {
    layers.filter(filter.getText());
    refill();
  }

  private void sort(TableColumn column, LayerList.Column by) {
    sort(column, by, table.getSortColumn() == column && table.getSortDirection() == SWT.UP);
  }

  private void sort(TableColumn column, LayerList.Column by, boolean down) {
    table.setSortColumn(column);
    table.setSortDirection(down ? SWT.DOWN : SWT.UP);
    layers.sort(by, down);
    refill();
  }

  /** Sorts by a column and brings it into sight. */
  void sort(LayerList.Column by) {
    TableColumn column = table.getColumn(by.ordinal());
    sort(column, by, false);
    table.showColumn(column);
    if (layers.size() > 0) {
      table.showItem(table.getItem(0));
    }
  }

  private void refill() {
    table.setItemCount(layers.size());
    table.clearAll();
    String total = String.format("%,d", layers.total());
    count.setText(layers.size() == layers.total() ? NLS.bind(Messages.LayersPage_count, total)
        : NLS.bind(Messages.LayersPage_countFiltered, String.format("%,d", layers.size()), total));
    count.requestLayout();
    table.deselectAll();
    editor.context().current().layer().ifPresent(this::reveal);
    if (layers.size() == 0) {
      say(layers.total() == 0 ? Messages.LayersPage_none : Messages.LayersPage_noneMatch);
    }
  }

  private void selected() {
    int row = table.getSelectionIndex();
    if (row >= 0) {
      LayerInfo layer = layers.layer(row);
      describe(layer);
      editor.context().update(i -> i.withLayer(layer.id()));
    }
  }

  private void follow(Inspection before, Inspection now) {
    boolean ours = now.model().isPresent() && now.model().get().file().equals(editor.file().orElse(null));
    if (ours && !now.layer().equals(before.layer())) {
      now.layer().ifPresent(this::reveal);
    }
  }

  private void reveal(String id) {
    int row = layers.row(id);
    if (row >= 0) {
      if (row != table.getSelectionIndex()) {
        table.setSelection(row);
      }
      describe(layers.layer(row));
    } else {
      say("");
    }
  }

  private void describe(LayerInfo layer) {
    String inputs = layer.inputs().isEmpty() ? Messages.LayersPage_noInputs
        : NLS.bind(Messages.LayersPage_inputs, String.join(", ", layer.inputs()));
    String reason = layers.gradients().reason(layer.id());
    say(reason.isEmpty() ? inputs : NLS.bind(Messages.LayersPage_noGradient, inputs, reason));
  }

  private void say(String text) {
    detail.setText(text.replace("&", "&&"));
    detail.requestLayout();
  }

  private void copy() {
    int row = table.getSelectionIndex();
    if (row >= 0) {
      Clipboard clipboard = new Clipboard(table.getDisplay());
      clipboard.setContents(new Object[] {layers.layer(row).id()}, new Transfer[] {TextTransfer.getInstance()});
      clipboard.dispose();
    }
  }

  @Override
  public void setFocus() {
    if (table == null) {
      super.setFocus();
    } else {
      filter.setFocus();
    }
  }
}
