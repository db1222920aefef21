/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.activations;

import java.util.Optional;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.ui.handlers.IHandlerService;
import org.loupe.api.LoupeException;
import org.loupe.toolkit.activation.ChannelStatistics;
import org.loupe.math.scale.Numbers;
import org.loupe.ui.api.canvas.SceneThemes;
import org.loupe.ui.api.context.InspectedModel;
import org.loupe.ui.api.context.Inspection;
import org.loupe.ui.api.context.Inspector;
import org.loupe.ui.api.jobs.Outcome;
import org.loupe.ui.api.jobs.Recomputation;
import org.loupe.ui.api.jobs.Work;
import org.loupe.ui.api.parts.EmptyMessage;
import org.loupe.ui.api.parts.InspectionView;

/** What the selected layer gives for the input: channels, all layers, every number, and what changed. */
public final class ActivationsView extends InspectionView {
  private static final String CHOOSE_INPUT = "org.loupe.ui.chooseInput";

  private Composite content;
  private LayerField layerField;
  private Label facts;
  private CTabFolder folder;
  private ChannelsTab channels;
  private SurveyTab survey;
  private TableTab table;
  private CompareTab compare;
  private Recomputation loading;
  private Recomputation weighing;
  private Inspector inspector;
  private IAction export;
  private IAction alone;
  private Inspection asked = Inspection.NOTHING;
  private Optional<String> layer = Optional.empty();
  private Optional<Shown> shown = Optional.empty();

  @Override
  protected Control createContent(Composite parent) {
    inspector = getSite().getService(Inspector.class);
    content = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(content);
    Composite head = new Composite(content, SWT.NONE);
    GridLayoutFactory.fillDefaults().margins(6, 4).spacing(4, 2).applyTo(head);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
    layerField = new LayerField(head, id -> context().update(i -> i.withLayer(id)));
    GridDataFactory.fillDefaults().grab(true, false).applyTo(layerField.control());
    facts = new Label(head, SWT.NONE);
    GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).applyTo(facts);
    folder = new CTabFolder(content, SWT.TOP | SWT.FLAT);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(folder);
    channels = new ChannelsTab(folder, this::choose, this::weigh, this::enlarge);
    survey = new SurveyTab(folder, inspector, id -> context().update(i -> i.withLayer(id)));
    table = new TableTab(folder, this::choose);
    compare = new CompareTab(folder, inspector, this::choose);
    tab(Messages.ActivationsView_channels, channels.control());
    tab(Messages.ActivationsView_survey, survey.control());
    tab(Messages.ActivationsView_table, table.control());
    tab(Messages.ActivationsView_compare, compare.control());
    folder.setSelection(0);
    folder.addListener(SWT.Selection, e -> turned());
    loading = new Recomputation(content);
    weighing = new Recomputation(content);
    actions();
    return content;
  }

  @Override
  protected void inspectionChanged(Inspection before, Inspection now) {
    Optional<EmptyMessage> missing = missing(now);
    if (now.model().isPresent()) {
      Rehearsal.once();
    }
    if (missing.isPresent()) {
      loading.cancel();
      asked = Inspection.NOTHING;
      forget();
      showEmpty(missing.get());
      return;
    }
    boolean same = asked.model().equals(now.model()) && asked.input().equals(now.input());
    boolean retargeted = !asked.target().equals(now.target());
    asked = now;
    if (!same) {
      forget();
      layerField.setLayers(now.model().orElseThrow().description().layers());
      compare.setLayers(now.model().orElseThrow().description().layers());
    }
    if (same && (now.layer().isEmpty() || now.layer().equals(layer))) {
      select(now);
      if (retargeted) {
        retarget();
      }
    } else {
      load(now);
    }
  }

  private Optional<EmptyMessage> missing(Inspection now) {
    if (now.model().isEmpty()) {
      return Optional.of(EmptyMessage.info(Messages.ActivationsView_noModel, Messages.ActivationsView_noModelText));
    }
    if (now.input().isEmpty()) {
      return Optional.of(EmptyMessage.info(Messages.ActivationsView_noInput, Messages.ActivationsView_noInputText,
          new EmptyMessage.Action(Messages.ActivationsView_chooseInput, () -> run(CHOOSE_INPUT))));
    }
    return Optional.empty();
  }

  private void forget() {
    shown = Optional.empty();
    layer = Optional.empty();
    weighing.cancel();
    survey.forget();
    export.setEnabled(false);
  }

  private void load(Inspection now) {
    layer = now.layer();
    if (shown.isEmpty()) {
      showEmpty(EmptyMessage.working(Messages.ActivationsView_working, "",
          new EmptyMessage.Action(Messages.ActivationsView_cancel, loading::stop)));
    } else {
      facts.setText(NLS.bind(Messages.ActivationsView_workingOn, now.layer().orElse("")).replace("&", "&&"));
    }
    weighing.cancel();
    PaintTrace trace = new PaintTrace();
    Work<Shown> work = p -> Shown.load(inspector, now, now.layer(), trace, p);
    loading.start(Messages.ActivationsView_job, work, new Outcome<Shown>() {
      @Override
      public void done(Shown value) {
        show(value);
        trace.watch(channels.maps().grid(), value);
      }

      @Override
      public void failed(LoupeException reason) {
        shown = Optional.empty();
        export.setEnabled(false);
        EmptyMessage.Action again = new EmptyMessage.Action(Messages.ActivationsView_again, () -> load(asked));
        showEmpty(reason.kind() == LoupeException.Kind.NOT_APPLICABLE
            ? EmptyMessage.info(Messages.ActivationsView_nothing, reason.getMessage(), another())
            : EmptyMessage.error(Messages.ActivationsView_failed, reason.getMessage(), again));
      }

      @Override
      public void cancelled() {
        shown = Optional.empty();
        showEmpty(EmptyMessage.info(Messages.ActivationsView_cancelled, "",
            new EmptyMessage.Action(Messages.ActivationsView_again, () -> load(asked))));
      }

      @Override
      public void progress(String task, double fraction) {
        empty().progress(task, fraction);
      }
    });
  }

  /** A way out of a layer that has nothing to show. */
  private EmptyMessage.Action another() {
    return new EmptyMessage.Action(Messages.ActivationsView_another, () -> {
      Inspection now = asked.model().map(m -> anyLayer(asked, m)).orElse(asked);
      context().update(i -> i.withModel(now.model().orElseThrow()).withInput(now.input().orElseThrow()));
    });
  }

  private static Inspection anyLayer(Inspection now, InspectedModel model) {
    return now.withModel(model).withInput(now.input().orElseThrow());
  }

  private void show(Shown value) {
    shown = Optional.of(value);
    layer = Optional.of(value.layer().id());
    layerField.setLayer(value.layer().id());
    facts.setText(facts(value).replace("&", "&&"));
    facts.setToolTipText(facts(value));
    // tiles that are in sight are made at once
    showContent();
    int channel = channel(asked);
    channels.show(value, channel);
    table.show(value, channel);
    compare.show(value, channel);
    survey.mark(value.layer().id());
    export.setEnabled(true);
    turned();
  }

  /** What a layer is, in a line. */
  private static String facts(Shown value) {
    ChannelStatistics all = value.activation().statistics().all();
    StringBuilder text = new StringBuilder(value.layer().operator() + "  \u00b7  " + value.maps().values().shape()
        + "  \u00b7  " + NLS.bind(Messages.ActivationsView_sparsity, Numbers.format(Math.round(all.sparsity() * 100))));
    if (value.activation().statistics().deadShare() > 0) {
      text.append("  \u00b7  ").append(NLS.bind(Messages.ActivationsView_dead,
          Math.round(value.activation().statistics().deadShare() * value.channels())));
    }
    if (all.nonFinite() > 0) {
      text.append("  \u00b7  ").append(NLS.bind(Messages.ActivationsView_nonFinite, all.nonFinite()));
    }
    return text.toString();
  }

  private int channel(Inspection now) {
    boolean there = now.channel().isPresent() && now.layer().equals(layer)
        && shown.filter(s -> now.channel().getAsInt() < s.channels()).isPresent();
    return there ? now.channel().getAsInt() : -1;
  }

  private void select(Inspection now) {
    if (shown.isPresent()) {
      int channel = channel(now);
      channels.select(channel);
      table.select(channel);
      compare.select(channel);
    }
  }

  private void choose(int channel) {
    channels.select(channel);
    table.select(channel);
    compare.select(channel);
    shown.ifPresent(s -> context().update(i -> i.withChannel(s.layer().id(), channel)));
  }

  /** Influence is on a target; with another it is not known any more. */
  private void retarget() {
    shown.filter(s -> s.influence().isPresent()).ifPresent(s -> {
      Shown without = new Shown(s.about(), s.activation(), s.subject(), Optional.empty());
      shown = Optional.of(without);
      channels.show(without, channel(asked));
    });
  }

  private void weigh() {
    Shown about = shown.orElseThrow();
    Inspection now = asked;
    weighing.start(Messages.ActivationsView_weighing, p -> Shown.influence(inspector, about, now, p),
        new Outcome<double[]>() {
          @Override
          public void done(double[] value) {
            Shown with = about.withInfluence(value);
            shown = Optional.of(with);
            channels.show(with, channel(asked));
            table.show(with, channel(asked));
          }

          @Override
          public void failed(LoupeException reason) {
            channels.withoutInfluence();
            facts.setText(NLS.bind(Messages.ActivationsView_noInfluence, reason.getMessage()).replace("&", "&&"));
            facts.setToolTipText(reason.getMessage());
          }
        });
  }

  private void turned() {
    table.setVisible(folder.getSelectionIndex() == 2);
    compare.setVisible(folder.getSelectionIndex() == 3);
    if (folder.getSelectionIndex() == 1 && shown.isPresent()) {
      survey.look(asked);
    }
  }

  private void tab(String text, Control control) {
    CTabItem item = new CTabItem(folder, SWT.NONE);
    item.setText(text);
    item.setControl(control);
  }

  private void actions() {
    export = new Action(Messages.ActivationsView_export) {
      @Override
      public void run() {
        export();
      }
    };
    export.setToolTipText(Messages.ActivationsView_exportTip);
    ResourceLocator.imageDescriptorFromBundle("org.loupe.ui.activations", "icons/export.svg")
        .ifPresent(export::setImageDescriptor);
    export.setEnabled(false);
    alone = new Action(Messages.ActivationsView_alone, IAction.AS_CHECK_BOX) {
      @Override
      public void run() {
        enlarge(isChecked());
      }
    };
    alone.setToolTipText(Messages.ActivationsView_aloneTip);
    ResourceLocator.imageDescriptorFromBundle("org.loupe.ui.activations", "icons/enlarge.svg")
        .ifPresent(alone::setImageDescriptor);
    getViewSite().getActionBars().getToolBarManager().add(alone);
    getViewSite().getActionBars().getToolBarManager().add(export);
    Menu menu = new Menu(channels.maps().grid());
    MenuItem item = new MenuItem(menu, SWT.PUSH);
    item.setText(Messages.ActivationsView_export);
    item.addListener(SWT.Selection, e -> export());
    channels.maps().grid().setMenu(menu);
  }

  /** Shows the selected channel alone, or all of them and it. */
  private void enlarge(boolean on) {
    alone.setChecked(on);
    folder.setSelection(0);
    channels.enlarge(on);
  }

  private void export() {
    boolean dark = SceneThemes.isDark(content.getBackground());
    shown.ifPresent(s -> LayerExport.ask(getSite().getShell(), inspector, s, dark));
  }

  private void run(String command) {
    try {
      getSite().getService(IHandlerService.class).executeCommand(command, null);
    } catch (CommandException e) {
      ILog.of(ActivationsView.class).error(command, e);
    }
  }
}
