/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.loupe.graph.Dim;

/** What a rule works with: the node, the cotangents of its outputs, an emitter, and where the results go. */
public final class RuleContext extends NodeFacts {
  private final Emitter emitter;
  private final Map<Integer, String> cotangents;
  private final BiConsumer<String, String> results;

  RuleContext(NodeFacts facts, Emitter emitter, Map<Integer, String> cotangents, BiConsumer<String, String> results) {
    super(facts);
    this.emitter = emitter;
    this.cotangents = cotangents;
    this.results = results;
  }

  /** Emits the nodes of the backward pass. */
  public Emitter emit() {
    return emitter;
  }

  /** The cotangent of an output, of its shape and type; empty if the output does not lead to the target. */
  public Optional<String> cotangent(int output) {
    return Optional.ofNullable(cotangents.get(output));
  }

  /** The cotangent of the first output. @throws RuleException if only others lead to the target */
  public String cotangent() {
    return cotangent(0).orElseThrow(() -> new RuleException("only another output than the first leads to the target"));
  }

  /** Gives the cotangent of an input, of its shape and type; ignored if it is not wanted. */
  public void give(int input, String cotangent) {
    if (wants(input)) {
      results.accept(input(input), cotangent);
    }
  }

  /** Gives a part of the cotangent of a value further back, through all nodes from there ({@link #inner}). */
  public void giveTo(String value, String cotangent) {
    results.accept(value, cotangent);
  }

  /** Gives a cotangent that has the shape which the input was broadcast to; it is summed over the broadcast axes. */
  public void giveBroadcast(int input, String cotangent, List<Dim> dims) {
    if (wants(input)) {
      give(input, emitter.shapes().unbroadcast(cotangent, dims, input(input)));
    }
  }

  /** As {@link #giveBroadcast(int, String, List)}, broadcast to the shape of the first output. */
  public void giveBroadcast(int input, String cotangent) {
    if (wants(input)) {
      giveBroadcast(input, cotangent, dims(output(0)));
    }
  }

  /** The same with another cotangent of the first output. */
  public RuleContext withCotangent(String cotangent) {
    Map<Integer, String> others = new HashMap<>(cotangents);
    others.put(0, cotangent);
    return new RuleContext(this, emitter, others, results);
  }
}
