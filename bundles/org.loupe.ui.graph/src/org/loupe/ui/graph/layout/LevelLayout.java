/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.graph.layout;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.CrossingMinimizationStrategy;
import org.eclipse.elk.alg.layered.options.LayerConstraint;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkConnectableShape;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import org.loupe.api.Progress;
import org.loupe.ui.graph.model.Group;
import org.loupe.ui.graph.model.Item;

/**
 * Lays out the items of one group by ELK's layered algorithm (Schulze, Spoenemann, von Hanxleden 2014), from top to
 * bottom. The algorithm is called by itself: nothing of ELK's service for algorithms, which wants a registry, is used.
 */
final class LevelLayout {
  /** From how many items on the crossings are minimised with less effort. */
  private static final int MANY = 300;
  private static final double BETWEEN_LAYERS = 26;
  private static final double BETWEEN_NODES = 18;

  static {
    // tells ELK how to copy the values of options
    LayoutMetaDataService.initElkReflect();
  }

  private final Group group;
  private final double minWidth;
  private final ElkNode graph = ElkGraphUtil.createGraph();
  private final Map<Item, ElkNode> nodes = new IdentityHashMap<>();
  private final Map<Item, Level> inside;
  private final Map<Item, ElkNode> entries = new LinkedHashMap<>();
  private final Map<Item, ElkNode> exits = new LinkedHashMap<>();
  private final Map<Item, Map<Item, ElkPort>> ports = new IdentityHashMap<>();

  /**
   * @param inside what is in those items that are open
   * @param minWidth that the group needs for its title
   */
  LevelLayout(Group group, Map<Item, Level> inside, double minWidth) {
    this.group = group;
    this.inside = inside;
    this.minWidth = minWidth;
    configure(group.children().size());
  }

  private void configure(int items) {
    graph.setProperty(LayeredOptions.DIRECTION, Direction.DOWN);
    graph.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    graph.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.BRANDES_KOEPF);
    graph.setProperty(LayeredOptions.CROSSING_MINIMIZATION_STRATEGY, CrossingMinimizationStrategy.LAYER_SWEEP);
    graph.setProperty(LayeredOptions.THOROUGHNESS, items > MANY ? 1 : 4);
    graph.setProperty(LayeredOptions.MERGE_EDGES, true);
    graph.setProperty(LayeredOptions.RANDOM_SEED, 1);
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE, BETWEEN_NODES);
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_LAYERS);
  }

  void node(Item item, double width, double height) {
    ElkNode node = ElkGraphUtil.createNode(graph);
    node.setDimensions(width, height);
    nodes.put(item, node);
    Level content = inside.get(item);
    if (content != null) {
      node.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
      content.entries().forEach((value, x) -> port(item, value, node, PortSide.NORTH, x, 0));
      content.exits().forEach((value, x) -> port(item, value, node, PortSide.SOUTH, x, height));
    }
  }

  private void port(Item item, Item value, ElkNode node, PortSide side, double x, double y) {
    ElkPort port = ElkGraphUtil.createPort(node);
    port.setProperty(LayeredOptions.PORT_SIDE, side);
    port.setLocation(x, y);
    ports.computeIfAbsent(item, i -> new IdentityHashMap<>()).put(value, port);
  }

  Level layout(Set<Links.Link> links, Progress progress) {
    List<Links.Link> drawn = new ArrayList<>(links);
    List<ElkEdge> edges = new ArrayList<>();
    for (Links.Link link : drawn) {
      edges.add(ElkGraphUtil.createSimpleEdge(end(link.from(), link.value(), entries, LayerConstraint.FIRST_SEPARATE),
          end(link.to(), link.value(), exits, LayerConstraint.LAST_SEPARATE)));
    }
    // the points on the borders have a layer, and so room, of their own
    graph.setProperty(LayeredOptions.PADDING, new ElkPadding(!entries.isEmpty() ? 1
        : group.kind() == Group.Kind.ROOT ? Metrics.INSET : Metrics.TITLE + 4, Metrics.INSET,
        exits.isEmpty() ? Metrics.INSET : 0, Metrics.INSET));
    new LayeredLayoutProvider().layout(graph, new Cancelling(progress));
    progress.check();
    // what is narrower than its title stands in the middle
    double shift = Math.max(0, (minWidth - graph.getWidth()) / 2);
    double width = Math.ceil(graph.getWidth() + 2 * shift);
    Border top = new Border(crossings(entries, shift), width);
    Border bottom = new Border(crossings(exits, shift), width);
    double down = top.height();
    double height = Math.ceil(graph.getHeight()) + down + bottom.height();
    Map<Item, Level.Place> places = new IdentityHashMap<>();
    nodes.forEach((item, n) -> places.put(item,
        new Level.Place(n.getX() + shift, n.getY() + down, n.getWidth(), n.getHeight(), inside.get(item))));
    List<Level.Line> lines = new ArrayList<>();
    for (int i = 0; i < drawn.size(); i++) {
      Links.Link link = drawn.get(i);
      List<double[]> points = bends(edges.get(i).getSections().get(0), shift, down);
      if (link.from() == null) {
        points.remove(0);
        points.addAll(0, top.entry(link.value(), Metrics.TITLE));
      }
      if (link.to() == null) {
        points.remove(points.size() - 1);
        points.addAll(bottom.exit(link.value(), height));
      }
      lines.add(new Level.Line(link.value(), link.from(), link.to(), flat(points)));
    }
    return new Level(width, height, places, lines, top.ports(), bottom.ports());
  }

  /** A node by itself, a port of an open group, or a point on the border of this one. */
  private ElkConnectableShape end(Item item, Item value, Map<Item, ElkNode> border, LayerConstraint where) {
    if (item == null) {
      return border.computeIfAbsent(value, v -> {
        ElkNode point = ElkGraphUtil.createNode(graph);
        point.setDimensions(2, 2);
        point.setProperty(LayeredOptions.LAYERING_LAYER_CONSTRAINT, where);
        return point;
      });
    }
    return ports.containsKey(item) ? ports.get(item).get(value) : nodes.get(item);
  }

  private static Map<Item, Double> crossings(Map<Item, ElkNode> border, double shift) {
    Map<Item, Double> out = new IdentityHashMap<>();
    border.forEach((value, n) -> out.put(value, n.getX() + n.getWidth() / 2 + shift));
    return out;
  }

  private static List<double[]> bends(ElkEdgeSection s, double shift, double down) {
    List<double[]> points = new ArrayList<>();
    points.add(new double[] {s.getStartX() + shift, s.getStartY() + down});
    for (ElkBendPoint b : s.getBendPoints()) {
      points.add(new double[] {b.getX() + shift, b.getY() + down});
    }
    points.add(new double[] {s.getEndX() + shift, s.getEndY() + down});
    return points;
  }

  private static double[] flat(List<double[]> points) {
    double[] out = new double[2 * points.size()];
    for (int i = 0; i < points.size(); i++) {
      out[2 * i] = points.get(i)[0];
      out[2 * i + 1] = points.get(i)[1];
    }
    return out;
  }
}
