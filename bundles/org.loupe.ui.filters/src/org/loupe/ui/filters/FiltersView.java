/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.filters;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.loupe.api.LoupeException;
import org.loupe.api.model.LayerInfo;
import org.loupe.core.dataset.ExcitingFiles;
import org.loupe.core.result.RunRecord;
import org.loupe.ui.api.canvas.TileGrid;
import org.loupe.ui.api.context.InspectedInput;
import org.loupe.ui.api.context.InspectedModel;
import org.loupe.ui.api.context.Inspection;
import org.loupe.ui.api.context.Inspector;
import org.loupe.ui.api.parts.EmptyMessage;
import org.loupe.ui.api.parts.InspectionView;

/** What the channels of a layer look for: kernels, pictures that climb, a whole layer, and exciting pictures. */
public final class FiltersView extends InspectionView {
  public static final String ID = "org.loupe.ui.filters";
  /** From this width on, exciting pictures stand beside the rest; where there is less they have a page of their own. */
  private static final int WIDE = 480;
  private static final int LEAST_HEIGHT = 300;
  private static final String PAGE = "page";

  /** What the view can show. */
  public enum Page {
    KERNELS, ASCENT, LAYER, EXCITING
  }

  private Choice start = Choice.NONE;
  private Page page = Page.ASCENT;
  private ScrolledComposite scroll;
  private Composite content;
  private ChannelBar channels;
  private ToolBar pages;
  private MethodBar methods;
  private Composite stack;
  private SashForm sash;
  private Composite left;
  private KernelPane kernels;
  private AscentPane ascent;
  private SheetPane sheet;
  private ExcitingPane exciting;
  private Offer offer;
  private FilterExport export;
  private LayerProposals layers;

  @Override
  public void init(IViewSite site, IMemento memento) throws PartInitException {
    super.init(site, memento);
    start = Choice.read(memento);
    String was = memento == null ? null : memento.getString(PAGE);
    for (Page p : Page.values()) {
      page = p.name().equals(was) ? p : page;
    }
  }

  @Override
  public void saveState(IMemento memento) {
    methods.choice().write(memento);
    memento.putString(PAGE, page.name());
  }

  @Override
  protected Control createContent(Composite parent) {
    Inspector inspector = getSite().getService(Inspector.class);
    layers = new LayerProposals(getSite().getShell(), this::look);
    scroll = new ScrolledComposite(parent, SWT.V_SCROLL);
    scroll.setExpandHorizontal(true);
    scroll.setExpandVertical(true);
    content = new Composite(scroll, SWT.NONE);
    scroll.setContent(content);
    scroll.addListener(SWT.Resize, e -> fit());
    GridLayoutFactory.swtDefaults().margins(5, 3).spacing(0, 3).applyTo(content);
    channels = new ChannelBar(content, this::look, this::look);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(channels.control());
    createPages();
    sash = new SashForm(content, SWT.HORIZONTAL | SWT.SMOOTH);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
    left = new Composite(sash, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 3).applyTo(left);
    methods = new MethodBar(left, start, new Bar());
    GridDataFactory.fillDefaults().grab(true, false).applyTo(methods.control());
    stack = new Composite(left, SWT.NONE);
    stack.setLayout(new StackLayout());
    GridDataFactory.fillDefaults().grab(true, true).applyTo(stack);
    kernels = new KernelPane(stack, inspector, this::look);
    ascent = new AscentPane(stack, inspector, methods, layers, this::tellBar);
    sheet = new SheetPane(stack, inspector, methods, layers, this::look, this::opened, this::tellBar);
    exciting = new ExcitingPane(sash, inspector, this::feed);
    sash.setWeights(62, 38);
    offer = new Offer(content, inspector, new Found());
    export = new FilterExport(this);
    FilterActions.install(this, export);
    bring(page);
    return scroll;
  }

  private void createPages() {
    pages = new ToolBar(content, SWT.FLAT | SWT.RIGHT);
    String[] names = {Messages.FiltersView_kernels, Messages.FiltersView_ascent, Messages.FiltersView_layer,
        Messages.FiltersView_exciting};
    String[] tips = {Messages.FiltersView_kernelsTip, Messages.FiltersView_ascentTip, Messages.FiltersView_layerTip,
        Messages.FiltersView_excitingTip};
    for (Page p : Page.values()) {
      new ToolItem(pages, SWT.SEPARATOR);
      ToolItem item = new ToolItem(pages, SWT.RADIO);
      item.setText(names[p.ordinal()]);
      item.setToolTipText(tips[p.ordinal()]);
      item.addListener(SWT.Selection, e -> {
        if (item.getSelection()) {
          bring(p);
        }
      });
    }
  }

  /** Shows one of the pages. */
  public void bring(Page wanted) {
    page = wanted;
    export.status(null);
    for (Page p : Page.values()) {
      pages.getItem(2 * p.ordinal() + 1).setSelection(p == wanted);
    }
    boolean climbs = wanted != Page.KERNELS;
    methods.make(wanted == Page.ASCENT);
    tellBar();
    methods.control().setVisible(climbs);
    ((GridData) methods.control().getLayoutData()).exclude = !climbs;
    ((StackLayout) stack.getLayout()).topControl = switch (wanted) {
      case KERNELS -> kernels.control();
      case ASCENT -> ascent.control();
      case LAYER, EXCITING -> sheet.control();
    };
    stack.layout();
    fit();
    fill();
  }

  /** The page that is shown. */
  public Page page() {
    return page;
  }

  private void fit() {
    Rectangle area = scroll.getClientArea();
    Control alone = page == Page.EXCITING ? exciting.control() : area.width >= WIDE ? null : left;
    if (sash.getMaximizedControl() != alone) {
      sash.setMaximizedControl(alone);
    }
    scroll.setMinHeight(LEAST_HEIGHT + (page == Page.EXCITING ? 0 : methods.foldHeight()));
    content.layout(true, true);
  }

  @Override
  protected void inspectionChanged(Inspection before, Inspection now) {
    if (now.model().isEmpty()) {
      offer.forget();
      showEmpty(EmptyMessage.info(Messages.FiltersView_noModel, Messages.FiltersView_noModelText));
      return;
    }
    InspectedModel model = now.model().get();
    if (offer.about(model)) {
      channels.offer(model.description().layers());
    }
    Optional<Focus> focus = Focus.of(now);
    channels.show(focus.orElse(null));
    if (focus.isEmpty()) {
      showEmpty(layers.none(model));
    } else if (!Focus.hasChannels(focus.get().layer())) {
      showEmpty(layers.withoutChannels(model, focus.get().layer()));
    } else {
      showContent();
      fill();
    }
  }

  private final class Found implements Offer.Listener {
    @Override
    public void found(Method method) {
      methods.show(method);
      fit();
      fill();
    }

    @Override
    public void differentiated() {
      fill();
    }

    @Override
    public void failed(LoupeException reason) {
      showEmpty(EmptyMessage.error(Messages.FiltersView_noMethod, reason.getMessage()));
    }
  }

  /** Fills the page that is shown; the others when they are. */
  private void fill() {
    Focus focus = Focus.of(inspection()).filter(f -> Focus.hasChannels(f.layer())).orElse(null);
    if (focus == null) {
      return;
    }
    switch (page) {
      case KERNELS -> kernels.show(focus);
      case ASCENT -> ascent.show(focus, offer.of(focus));
      case LAYER -> sheet.show(focus, offer.of(focus));
      case EXCITING -> {
        // shown below, since they stand beside the other pages too
      }
    }
    exciting.show(focus);
    tellBar();
  }

  /** Says on the button what can be done on the page. */
  private void tellBar() {
    if (page == Page.LAYER) {
      methods.tell(Messages.SheetPane_make, Messages.SheetPane_makeTip, sheet.running(), sheet.possible());
    } else {
      methods.tell(Messages.AscentPane_climb, Messages.AscentPane_climbTip, ascent.running(), ascent.possible());
    }
  }

  private final class Bar implements MethodBar.Listener {
    @Override
    public void changed() {
      ascent.reset();
      if (page == Page.LAYER) {
        fill();
      }
    }

    @Override
    public void objectiveChanged() {
      ascent.objectiveChosen();
    }

    @Override
    public void go() {
      if (page == Page.LAYER ? sheet.running() : ascent.running()) {
        FiltersView.this.stop();
      } else if (page == Page.LAYER) {
        makeAll();
      } else {
        climb();
      }
    }

    @Override
    public void resized() {
      fit();
    }
  }

  private void look(LayerInfo layer) {
    context().update(i -> i.withLayer(layer.id()));
  }

  private void look(int channel) {
    inspection().layer().ifPresent(layer -> context().update(i -> i.withChannel(layer, channel)));
  }

  /** A picture of the sheet is looked at by itself. */
  private void opened(RunRecord record) {
    bring(Page.ASCENT);
    ascent.opened(record);
  }

  private void feed(Path file) {
    context().update(i -> i.withInput(InspectedInput.of(file)));
  }

  /** Starts a climb for what is chosen. */
  public void climb() {
    ascent.climb();
  }

  /** Climbs for something else. @param detail as the user writes it: row and column, weights, or a class */
  public void climbFor(Objective objective, String detail) {
    ascent.climbFor(objective, detail);
  }

  /** Makes the pictures of all channels that have none yet. */
  public void makeAll() {
    sheet.make();
  }

  /** Stops what climbs; what is there stays. */
  public void stop() {
    ascent.stop();
    sheet.stop();
  }

  /** Copies the picture that is shown, or all pictures of the page as one, to the clipboard. */
  public void copy() {
    export.copy();
  }

  /** Writes what is shown to a file, in the format of its ending; the job of writing counts as running. */
  public void exportTo(Path file) {
    export.write(file);
  }

  /** Whether a picture, a sheet, a search or an export is under way. */
  public boolean isRunning() {
    return ascent.running() || sheet.running() || exciting.running() || export.running();
  }

  /** The picture that was made last. */
  public Optional<RunRecord> record() {
    return ascent.record();
  }

  /** The picture of the climb, its score, and the slider through its steps. */
  public ClimbPlayer player() {
    return ascent.player();
  }

  /** The tiles of the page that is shown; those of a climb are the exciting pictures beside it. */
  public TileGrid grid() {
    return switch (page) {
      case KERNELS -> kernels.grid();
      case ASCENT, EXCITING -> exciting.grid();
      case LAYER -> sheet.grid();
    };
  }

  /** How many channels of the sheet are pictured, as far as is known. */
  public int pictured() {
    return sheet.finished();
  }

  /** How many pictures of the last sheet were there already. */
  public int fromCache() {
    return sheet.fromCache();
  }

  /** The pictures that excite the layer's channels most; empty while they are looked for. */
  public Optional<ExcitingFiles> exciting() {
    return exciting.running() ? Optional.empty() : Optional.ofNullable(exciting.found());
  }

  /** Looks for exciting pictures in another folder. */
  public void lookInto(Path folder) {
    exciting.look(folder);
  }

  /** What stands in place of the content of the page, if there is none. */
  public Optional<EmptyMessage> message() {
    if (isEmpty()) {
      return Optional.of(empty().message());
    }
    return switch (page) {
      case KERNELS -> kernels.message();
      case ASCENT -> ascent.message();
      case LAYER -> sheet.message();
      case EXCITING -> exciting.message();
    };
  }

  /** What the line below a climb, or above a sheet, says. */
  public String statusText() {
    return page == Page.LAYER ? sheet.status() : ascent.player().status();
  }

  /** Why there are no exciting pictures, if there are none. */
  public Optional<EmptyMessage> excitingMessage() {
    return exciting.message();
  }
}
