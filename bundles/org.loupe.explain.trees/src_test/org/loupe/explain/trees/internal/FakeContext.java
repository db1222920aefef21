/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.trees.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.explain.ExplainContext;
import org.loupe.api.explain.ExplainRequest;
import org.loupe.api.explain.Explainer;
import org.loupe.api.explain.GradientQuery;
import org.loupe.api.explain.Gradients;
import org.loupe.api.modality.PlayerRequest;
import org.loupe.api.modality.Players;
import org.loupe.api.model.Dimension;
import org.loupe.api.model.ForwardRequest;
import org.loupe.api.model.ForwardResult;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.OutputInfo;
import org.loupe.api.model.ValueSpec;
import org.loupe.api.model.tree.TreeEnsemble;
import org.loupe.api.result.Result;
import org.loupe.api.settings.SettingsSchema;
import org.loupe.api.subject.DecodedInput;
import org.loupe.api.subject.Subject;
import org.loupe.api.subject.TableColumn;
import org.loupe.api.subject.TableRows;
import org.loupe.api.target.ResolvedTarget;
import org.loupe.api.target.ScoreScale;
import org.loupe.api.target.Target;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/** A run on trees without a file. */
final class FakeContext implements ExplainContext {
  final List<String> notes = new ArrayList<>();
  private final TreeEnsemble ensemble;
  private final int classes;
  /** What a forward pass gives for the trees, in place of a pipeline. */
  Tensor layer;
  /** What the model says that it takes. */
  List<ValueSpec> inputs = List.of();
  boolean cancelled;

  /** @param ensemble null for a model without trees @param classes that the model answers with */
  FakeContext(TreeEnsemble ensemble, int classes) {
    this.ensemble = ensemble;
    this.classes = classes;
  }

  /** Rows of an input x as a subject. */
  static Subject.Single rows(List<TableColumn> columns, List<Double> labels, double[]... rows) {
    int width = columns.size();
    double[] all = new double[rows.length * width];
    List<String> names = new ArrayList<>();
    for (int r = 0; r < rows.length; r++) {
      System.arraycopy(rows[r], 0, all, r * width, width);
      names.add("row " + (r + 1));
    }
    Tensor tensor = ArrayTensor.of(Shape.of(rows.length, width), all);
    return subject(new DecodedInput("x", tensor, "tabular", Optional.empty(), Optional.empty(), Optional.empty(),
        List.of(), Optional.of(new TableRows(columns, names, labels))));
  }

  static Subject.Single subject(DecodedInput... inputs) {
    Map<String, DecodedInput> byName = new java.util.LinkedHashMap<>();
    for (DecodedInput input : inputs) {
      byName.put(input.name(), input);
    }
    return new Subject.Single("table.csv", byName, Map.of(), List.of(inputs[0].name()));
  }

  static Subject.Single rows(int width, double[]... rows) {
    List<TableColumn> columns = new ArrayList<>();
    for (int c = 0; c < width; c++) {
      columns.add(TableColumn.plain("column " + c));
    }
    return rows(columns, List.of(), rows);
  }

  <R extends Result, S extends Record> R explain(Explainer<S> how, Class<R> type, Subject.Single subject,
      Subject.Single background, Target target, Map<String, String> settings) throws LoupeException {
    ResolvedTarget resolved = new ResolvedTarget(target, "y", ScoreScale.LOGIT, "target, logit");
    return type.cast(how.explain(new ExplainRequest<>(subject, resolved,
        SettingsSchema.of(how.settingsType()).read(settings), Optional.ofNullable(background)), this));
  }

  @Override
  public ModelDescription model() {
    ValueSpec answer = ValueSpec.tensor("y", ElementType.FLOAT32, Dimension.open("rows"), Dimension.of(classes));
    return new ModelDescription("test.model", "Java", List.of(), inputs,
        List.of(new OutputInfo(answer, Optional.empty())), List.of(), 0, Set.of(), Map.of(), List.of());
  }

  @Override
  public <T> Optional<T> facet(Class<T> type) {
    return Optional.ofNullable(type.cast(ensemble));
  }

  @Override
  public ForwardResult forward(ForwardRequest request) {
    return new ForwardResult(Map.of(request.values().get(0), layer), Map.of());
  }

  @Override
  public double score() {
    throw new UnsupportedOperationException();
  }

  @Override
  public double[] scores(int count, IntFunction<Map<String, Tensor>> variant) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Gradients gradients(GradientQuery query) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void gradients(int count, IntFunction<Map<String, Tensor>> variant, GradientQuery query,
      Consumer<Gradients> each) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void gradients(String value, int count, IntFunction<Map<String, Tensor>> variant,
      IntFunction<Tensor> weights, GradientQuery query, Consumer<Gradients> each) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int batchSize() {
    return 1;
  }

  @Override
  public Players players(DecodedInput input, PlayerRequest request) {
    throw new UnsupportedOperationException();
  }

  @Override
  public RandomGenerator random(String stream) {
    throw new UnsupportedOperationException("tree methods draw nothing");
  }

  @Override
  public void publish(Result partial) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void note(String sentence) {
    notes.add(sentence);
  }

  @Override
  public Progress progress() {
    return new Progress() {
      @Override
      public void begin(String task, long units) {
      }

      @Override
      public void worked(long units) {
      }

      @Override
      public boolean cancelled() {
        return cancelled;
      }
    };
  }
}
