/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loupe.graph.Graph;
import org.loupe.graph.GraphFunction;
import org.loupe.graph.OnnxModel;

/** Makes a model around a graph. */
public final class ModelBuilder {
  /** The oldest format in which all that is made here can be said, and in which initializers need not be inputs. */
  private static final long DEFAULT_IR_VERSION = 8;

  private final Graph graph;
  private final Map<String, Long> opsets = new LinkedHashMap<>();
  private final Map<String, String> metadata = new LinkedHashMap<>();
  private final List<GraphFunction> functions = new ArrayList<>();
  private long irVersion = DEFAULT_IR_VERSION;
  private String producer = "";
  private String description = "";

  /** @param opset version of the standard operators */
  public ModelBuilder(Graph graph, long opset) {
    this.graph = graph;
    opsets.put("", opset);
  }

  public ModelBuilder opset(String domain, long version) {
    opsets.put(domain, version);
    return this;
  }

  public ModelBuilder irVersion(long version) {
    this.irVersion = version;
    return this;
  }

  public ModelBuilder producer(String name) {
    this.producer = name;
    return this;
  }

  public ModelBuilder description(String text) {
    this.description = text;
    return this;
  }

  public ModelBuilder metadata(String key, String value) {
    metadata.put(key, value);
    return this;
  }

  public ModelBuilder function(GraphFunction function) {
    functions.add(function);
    return this;
  }

  public OnnxModel build() {
    return new OnnxModel(Optional.empty(),
        new OnnxModel.Header(irVersion, producer, "", "", 0, description, metadata), opsets, graph, functions);
  }
}
