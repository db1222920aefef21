/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.page;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.ModelDescription;
import org.loupe.core.model.ModelLease;
import org.loupe.scene.Scene;
import org.loupe.scene.Theme;
import org.loupe.ui.api.context.Inspection;
import org.loupe.ui.api.context.InspectionListener;
import org.loupe.ui.api.editor.ModelPage;
import org.loupe.ui.api.editor.ModelPageSite;
import org.loupe.ui.api.jobs.Outcome;
import org.loupe.ui.api.jobs.Recomputation;
import org.loupe.ui.api.parts.EmptyMessage;
import org.loupe.ui.api.parts.EmptyState;
import org.loupe.ui.graph.colour.ColouringRequest;
import org.loupe.ui.graph.colour.NodeValues;
import org.loupe.ui.graph.layout.Box;
import org.loupe.ui.graph.layout.Drawing;
import org.loupe.ui.graph.layout.GraphLayout;
import org.loupe.ui.graph.layout.TextWidths;
import org.loupe.ui.graph.model.Folding;
import org.loupe.ui.graph.model.GraphNode;
import org.loupe.ui.graph.model.GraphTree;
import org.loupe.ui.graph.model.Group;
import org.loupe.ui.graph.model.Item;
import org.loupe.ui.graph.model.ModelGraph;
import org.loupe.ui.graph.paint.View;

/** The graph of a model: what reads from what, folded where it repeats, coloured by what is asked of it. */
public final class GraphPage implements ModelPage, GraphActions {
  private final InspectionListener follower = this::follow;
  private ModelPageSite site;
  private Composite stack;
  private EmptyState empty;
  private Composite content;
  private GraphBar bar;
  private Legend legend;
  private GraphCanvas canvas;
  private Recomputation layout;
  private Recomputation colouring;
  private Search search = Search.NONE;
  private NodeValues values;
  private ColouringEntry chosen;

  /** What the layout job is to do when it is done. */
  private record Arrangement(View view, Item select, boolean fit) {
  }

  @Override
  public void create(Composite parent, ModelPageSite pageSite) {
    site = pageSite;
    stack = new Composite(parent, SWT.NONE);
    stack.setLayout(new StackLayout());
    empty = new EmptyState(stack);
    content = new Composite(stack, SWT.NONE);
    GridLayout grid = new GridLayout(1, false);
    grid.marginWidth = 0;
    grid.marginHeight = 0;
    grid.verticalSpacing = 2;
    content.setLayout(grid);
    GraphCanvas[] late = new GraphCanvas[1];
    bar = new GraphBar(content, ColouringEntry.all(), this, late);
    canvas = new GraphCanvas(content);
    late[0] = canvas;
    canvas.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    legend = new Legend(content);
    new Pointer(canvas, this);
    new Keys(canvas, this);
    GraphMenu.install(canvas, this);
    layout = new Recomputation(stack);
    colouring = new Recomputation(stack);
    bar.onSearch(this::searchFor);
    bar.onColouring(entry -> colour());
    Optional<GraphState> before = site.remembered(GraphState.class);
    bar.choose(before.map(GraphState::colouring).orElse(""));
    site.context().addListener(follower);
    stack.addListener(SWT.Dispose, e -> site.context().removeListener(follower));
    begin(before);
  }

  private void begin(Optional<GraphState> before) {
    ModelDescription model = site.model().description();
    if (model.layers().isEmpty()) {
      bring(EmptyMessage.info(Messages.GraphPage_noLayers, Messages.GraphPage_noLayersText));
      return;
    }
    bring(EmptyMessage.working(Messages.GraphPage_working, model.name(),
        new EmptyMessage.Action(Messages.GraphPage_cancel, layout::stop)));
    TextWidths widths = canvas.widths();
    layout.start(Messages.GraphPage_layoutJob, progress -> {
      GraphTree tree = new GraphTree(new ModelGraph(model));
      return GraphLayout.layout(tree, before.map(GraphState::folding).orElseGet(() -> Folding.initial(tree)), widths,
          progress);
    }, new Outcome<Drawing>() {
      @Override
      public void done(Drawing drawing) {
        bring(null);
        shown(drawing, new Arrangement(before.map(GraphState::view).orElse(null), null, before.isEmpty()));
        colour();
        if (site.inspected()) {
          site.context().current().layer().ifPresent(GraphPage.this::reveal);
        }
      }

      @Override
      public void failed(LoupeException reason) {
        bring(EmptyMessage.error(Messages.GraphPage_failed, reason.getMessage()));
      }

      @Override
      public void cancelled() {
        bring(EmptyMessage.info(Messages.GraphPage_cancelled, "",
            new EmptyMessage.Action(Messages.GraphPage_again, () -> begin(before))));
      }
    });
  }

  /** Shows a message in place of everything, or the content. */
  private void bring(EmptyMessage message) {
    if (message != null) {
      empty.show(message);
    }
    ((StackLayout) stack.getLayout()).topControl = message == null ? content : empty;
    stack.layout();
  }

  private void shown(Drawing drawing, Arrangement arrangement) {
    canvas.show(drawing, arrangement.view());
    if (arrangement.fit() || canvas.view() == null) {
      overview(drawing);
    }
    bar.header(Header.of(drawing));
    if (values != null) {
      legend.show(values, drawing.boxes());
    }
    if (arrangement.select() != null) {
      select(arrangement.select(), true);
    }
  }

  /** All of it where that can be read, else its beginning. */
  private void overview(Drawing drawing) {
    canvas.fit();
    if (canvas.view().scale() < 0.6) {
      canvas.begin(drawing);
    }
  }

  /** Lays the graph out anew. */
  private void fold(Folding folding, Item anchor, Item select, boolean fit) {
    Drawing old = canvas.drawing().orElseThrow();
    GraphTree tree = old.tree();
    if (folding.shown(tree).size() > Folding.MOST_SHOWN) {
      bar.header(Header.tooMany());
      return;
    }
    bar.header(Messages.GraphPage_working);
    TextWidths widths = canvas.widths();
    layout.start(Messages.GraphPage_layoutJob, progress -> GraphLayout.layout(tree, folding, widths, progress),
        new Outcome<Drawing>() {
          @Override
          public void done(Drawing drawing) {
            shown(drawing, new Arrangement(kept(old, drawing, anchor), select, fit));
          }

          @Override
          public void failed(LoupeException reason) {
            bar.header(reason.getMessage());
          }
        });
  }

  /** The view in which an item stands where it stood. */
  private View kept(Drawing old, Drawing now, Item anchor) {
    View view = canvas.view();
    if (anchor == null) {
      return view;
    }
    Optional<Box> before = old.shown(anchor);
    Optional<Box> after = now.shown(anchor);
    return before.isEmpty() || after.isEmpty() ? view : new View(view.scale(),
        view.x() + after.get().centerX() - before.get().centerX(), view.y() + after.get().y() - before.get().y());
  }

  private void colour() {
    ColouringEntry entry = bar.chosen();
    chosen = entry;
    legend.say(NLS.bind(Messages.GraphPage_colouring, entry.name()));
    Inspection inspection = site.context().current();
    colouring.start(NLS.bind(Messages.GraphPage_colouring, entry.name()), progress -> compute(entry, inspection,
        progress), new Outcome<NodeValues>() {
          @Override
          public void done(NodeValues now) {
            values = now;
            canvas.colour(now);
            canvas.drawing().ifPresent(d -> legend.show(now, d.boxes()));
          }

          @Override
          public void failed(LoupeException reason) {
            values = null;
            canvas.colour(null);
            legend.say(reason.getMessage());
          }

          @Override
          public void progress(String task, double fraction) {
            legend.say(NLS.bind(Messages.GraphPage_colouring, entry.name()) + " " + task);
          }
        });
  }

  private NodeValues compute(ColouringEntry entry, Inspection inspection, Progress progress) throws LoupeException {
    try (ModelLease lease = site.lease()) {
      return entry.compute(new ColouringRequest(lease, site.model(), site.inspector(), inspection), progress);
    } catch (IllegalStateException e) {
      // the editor was closed meanwhile
      throw (CancellationException) new CancellationException().initCause(e);
    }
  }

  private void follow(Inspection before, Inspection now) {
    if (!site.inspected() || canvas.drawing().isEmpty()) {
      return;
    }
    if (!now.input().equals(before.input()) && chosen.followsInput()) {
      colour();
    }
    if (!now.layer().equals(before.layer())) {
      now.layer().ifPresent(this::reveal);
    }
  }

  @Override
  public void reveal(String layer) {
    canvas.drawing().ifPresent(drawing -> drawing.tree().graph().node(layer).ifPresent(position -> {
      GraphNode node = drawing.tree().graph().nodes().get(position);
      boolean there = canvas.selected() instanceof GraphNode n && n.layers().contains(layer);
      if (!there) {
        canvas.select(node);
        drawing.shown(node).ifPresent(canvas::reveal);
      }
    }));
  }

  @Override
  public void select(Item item, boolean reveal) {
    canvas.select(item);
    if (reveal) {
      canvas.selectedBox().ifPresent(canvas::reveal);
    }
    if (item instanceof GraphNode node) {
      String layer = node.layers().isEmpty() ? node.id() : node.layers().get(0);
      if (site.model().description().layer(layer).isPresent()) {
        site.context().update(i -> i.withLayer(layer));
      }
    }
    canvas.selectedBox().ifPresent(b -> site.message(describe(b).lines().findFirst().orElse("")));
  }

  @Override
  public void toggle(Item item) {
    Drawing drawing = canvas.drawing().orElseThrow();
    Group group = item instanceof Group g ? g : drawing.tree().parent(item).orElse(drawing.tree().root());
    if (group != drawing.tree().root()) {
      fold(drawing.folding().with(group, !drawing.folding().isOpen(group)), group, group, false);
    }
  }

  @Override
  public void foldAll() {
    fold(Folding.closed(), null, null, true);
  }

  @Override
  public void unfoldAll() {
    fold(Folding.unfolded(canvas.drawing().orElseThrow().tree()), canvas.selected(), null, false);
  }

  @Override
  public void showInLayers() {
    if (canvas.selected() instanceof GraphNode node && !node.layers().isEmpty()) {
      site.show("layers", node.layers().get(0));
    }
  }

  @Override
  public void copyName() {
    Item item = canvas.selected();
    if (item != null) {
      Clipboard clipboard = new Clipboard(stack.getDisplay());
      clipboard.setContents(new Object[] {item instanceof GraphNode n ? n.id() : ((Group) item).title()},
          new Transfer[] {TextTransfer.getInstance()});
      clipboard.dispose();
    }
  }

  @Override
  public void save() {
    FileDialog dialog = new FileDialog(stack.getShell(), SWT.SAVE);
    dialog.setFilterExtensions(new String[] {"*.png", "*.svg"});
    dialog.setFilterNames(new String[] {Messages.GraphPage_png, Messages.GraphPage_svg});
    dialog.setOverwrite(true);
    String file = dialog.open();
    if (file != null) {
      new SaveJob(scene(), canvas.theme().dark() ? Theme.DARK : Theme.LIGHT, Path.of(file)).schedule();
    }
  }

  private Scene scene() {
    Drawing drawing = canvas.drawing().orElseThrow();
    return GraphScene.of(drawing, canvas.styles(), canvas.theme(), site.model().description().name(),
        bar.header() + " " + legend.describe());
  }

  @Override
  public void search() {
    bar.focusSearch();
  }

  private void searchFor(String text) {
    canvas.drawing().ifPresent(drawing -> {
      search = Search.of(drawing.tree(), text);
      canvas.search(search);
      bar.found(text.isBlank() ? "" : search.size() == 0 ? Messages.GraphPage_noMatch
          : NLS.bind(Messages.GraphPage_matches, search.size()));
    });
  }

  @Override
  public void nextMatch(boolean forward) {
    if (search.size() == 0) {
      return;
    }
    int at = search.position(canvas.selected());
    int next = at < 0 ? forward ? 0 : search.size() - 1 : Math.floorMod(at + (forward ? 1 : -1), search.size());
    GraphNode node = search.match(next);
    bar.found(NLS.bind(Messages.GraphPage_match, next + 1, search.size()));
    Drawing drawing = canvas.drawing().orElseThrow();
    if (drawing.box(node).isPresent()) {
      select(node, true);
    } else {
      fold(drawing.folding().revealing(drawing.tree(), node), node, node, false);
    }
  }

  @Override
  public String describe(Box box) {
    return NodeText.of(box, canvas.colourText(box));
  }

  @Override
  public void setFocus() {
    if (content.isVisible()) {
      canvas.control().setFocus();
    } else {
      empty.setFocus();
    }
  }

  @Override
  public void dispose() {
    canvas.drawing().ifPresent(d -> site.remember(new GraphState(d.folding(), canvas.view(), chosen.id())));
  }
}
