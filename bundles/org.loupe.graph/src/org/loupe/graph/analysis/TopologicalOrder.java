/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.loupe.graph.Graph;
import org.loupe.graph.Node;

/**
 * An order of a graph's nodes in which each comes after those that it needs (Kahn's algorithm; among several the one
 * that comes first in the graph).
 *
 * @param sorted the nodes that can be ordered
 * @param inCycles nodes that cannot, being in a cycle or behind one, in graph order
 * @param firstOutOfPlace the first node that stands before one that it needs, although there is an order
 */
public record TopologicalOrder(List<Node> sorted, List<Node> inCycles, Optional<Node> firstOutOfPlace) {

  public static TopologicalOrder of(Graph graph) {
    List<Node> nodes = graph.nodes();
    Map<String, Integer> producer = new HashMap<>();
    for (int n = 0; n < nodes.size(); n++) {
      for (String output : nodes.get(n).outputs()) {
        producer.putIfAbsent(output, n);
      }
    }
    producer.remove("");
    List<List<Integer>> followers = new ArrayList<>();
    int[] waiting = new int[nodes.size()];
    nodes.forEach(n -> followers.add(new ArrayList<>(1)));
    Node outOfPlace = null;
    for (int n = 0; n < waiting.length; n++) {
      for (String input : Captures.allInputs(nodes.get(n))) {
        Integer from = producer.get(input);
        if (from != null) {
          followers.get(from).add(n);
          waiting[n]++;
          outOfPlace = outOfPlace == null && from > n ? nodes.get(n) : outOfPlace;
        }
      }
    }
    List<Node> sorted = sort(nodes, followers, waiting);
    List<Node> stuck = new ArrayList<>();
    for (int n = 0; n < waiting.length; n++) {
      if (waiting[n] > 0) {
        stuck.add(nodes.get(n));
      }
    }
    return new TopologicalOrder(List.copyOf(sorted), List.copyOf(stuck),
        stuck.isEmpty() ? Optional.ofNullable(outOfPlace) : Optional.empty());
  }

  private static List<Node> sort(List<Node> nodes, List<List<Integer>> followers, int[] waiting) {
    PriorityQueue<Integer> ready = new PriorityQueue<>();
    for (int n = 0; n < waiting.length; n++) {
      if (waiting[n] == 0) {
        ready.add(n);
      }
    }
    List<Node> sorted = new ArrayList<>(nodes.size());
    while (!ready.isEmpty()) {
      int n = ready.poll();
      sorted.add(nodes.get(n));
      for (int follower : followers.get(n)) {
        if (--waiting[follower] == 0) {
          ready.add(follower);
        }
      }
    }
    return sorted;
  }
}
