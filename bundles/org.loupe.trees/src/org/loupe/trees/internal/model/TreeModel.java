/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.ForwardRequest;
import org.loupe.api.model.ForwardResult;
import org.loupe.api.model.LoadOptions;
import org.loupe.api.model.Model;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.ModelSource;
import org.loupe.api.model.RuntimeInfo;
import org.loupe.api.model.tree.TreeEnsemble;
import org.loupe.math.tensor.Tensor;

/**
 * A model of one input, {@code features} [rows, columns], and one output, {@code prediction} [rows, outputs]. Its
 * layers are {@code margin} [rows, outputs], the raw scores, and {@code leaf} [rows, trees], the number of the leaf of
 * each tree as the facet {@link TreeEnsemble} counts nodes.
 */
public final class TreeModel implements Model {
  private final Content content;
  private final ModelDescription description;
  private final int threads;

  public TreeModel(Content content, ModelSource source, LoadOptions options) {
    this.content = content;
    description = Describer.describe(content, source);
    threads = options.threads() > 0 ? options.threads() : Runtime.getRuntime().availableProcessors();
  }

  @Override
  public ModelDescription description() {
    return description;
  }

  @Override
  public RuntimeInfo runtime() {
    return new RuntimeInfo("Java", Runtime.version().toString(), "cpu", threads);
  }

  @Override
  public ForwardResult forward(ForwardRequest request, Progress progress) throws LoupeException {
    progress.check();
    Tensor rows = rows(request.inputs());
    List<String> wanted = request.values().isEmpty() ? List.of(Describer.PREDICTION) : request.values();
    for (String name : wanted) {
      if (description.layer(name).isEmpty()) {
        throw LoupeException.usage(description.name() + " has no value " + name + "; it has "
            + String.join(", ", description.layers().stream().map(l -> l.id()).toList()));
      }
    }
    Pass pass = new Pass(content, rows, wanted);
    pass.run(threads, progress);
    Map<String, Tensor> out = new LinkedHashMap<>();
    for (String name : wanted) {
      out.put(name, pass.value(name));
    }
    return new ForwardResult(out, Map.of());
  }

  private Tensor rows(Map<String, Tensor> inputs) throws LoupeException {
    Tensor rows = inputs.get(Describer.FEATURES);
    if (rows == null || inputs.size() > 1) {
      throw LoupeException.badInput(description.name() + " takes one input, " + Describer.FEATURES + ", not "
          + (inputs.isEmpty() ? "none" : String.join(", ", inputs.keySet().stream().sorted().toList())));
    }
    int columns = content.columns().size();
    if (rows.type() != content.type() || rows.shape().rank() != 2 || rows.shape().dim(1) != columns) {
      throw LoupeException.badInput(Describer.FEATURES + " must be " + content.type() + " [rows, " + columns + "], not "
          + rows.type() + " " + rows.shape());
    }
    return rows;
  }

  @Override
  public <T> Optional<T> facet(Class<T> type) {
    return type == TreeEnsemble.class ? content.ensemble().map(type::cast) : Optional.empty();
  }

  @Override
  public void close() {
    // everything is on the heap
  }
}
