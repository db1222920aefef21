/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.activations;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.ForwardRequest;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.model.LayerNames;
import org.loupe.api.model.LogitSource;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.OutputInfo;
import org.loupe.api.result.FeatureLayout;
import org.loupe.api.result.FeatureMaps;
import org.loupe.api.result.Table;
import org.loupe.api.subject.Subject;
import org.loupe.core.model.ModelLease;
import org.loupe.core.result.RunRecord;
import org.loupe.core.run.RunOutcome;
import org.loupe.core.run.RunRequest;
import org.loupe.math.tensor.Shape;
import org.loupe.toolkit.activation.ChannelTable;
import org.loupe.toolkit.activation.LayerActivation;
import org.loupe.toolkit.activation.LayerLayouts;
import org.loupe.ui.api.context.Inspection;
import org.loupe.ui.api.context.Inspector;

/**
 * A layer that is looked at, and what it gave.
 *
 * @param about the model and the input
 * @param activation values and figures
 * @param subject the decoded input
 * @param influence of each channel on the target, where it was asked for
 */
record Shown(Inspection about, LayerActivation activation, Subject.Single subject, Optional<double[]> influence) {
  static final String METHOD = "activations";
  private static final String LAYER = "layer";

  /** Runs the model. @param layer id; empty for the layer that shows most, found from the graph */
  static Shown load(Inspector inspector, Inspection about, Optional<String> layer, PaintTrace trace,
      Progress progress) throws LoupeException {
    Subject.Single subject = inspector.subject(about, progress);
    try (ModelLease lease = inspector.open(about.model().orElseThrow().file(), progress)) {
      ModelDescription model = lease.description();
      LayerInfo info = layer.isPresent() ? LayerNames.find(model, layer.get()) : first(model);
      var value = lease.forward(new ForwardRequest(subject.tensors(), List.of(info.id())), progress).value(info.id());
      trace.ran();
      LayerActivation activation = LayerActivation.of(
          new LayerLayouts(model).of(info, value, LayerLayouts.batch(subject.first().tensor())), subject.first(),
          Optional.empty(), progress);
      return new Shown(about, activation, subject, Optional.empty());
    }
  }

  /** The last feature map before pooling; the last layer of a model that has none. */
  private static LayerInfo first(ModelDescription model) throws LoupeException {
    if (model.layers().isEmpty()) {
      throw LoupeException.notApplicable(model.name() + " has no layers that can be looked at");
    }
    LayerInfo last = model.layers().get(model.layers().size() - 1);
    try {
      String value = model.outputs().stream().findFirst()
          .map(o -> o.logits().map(LogitSource::layer).orElse(o.name())).orElse(last.id());
      return org.loupe.toolkit.cam.FeatureMaps.last(model, value).layer();
    } catch (LoupeException e) {
      // a model of vectors only: its answer is what there is to see
      return model.outputs().stream().map(OutputInfo::name).flatMap(n -> model.layer(n).stream()).findFirst()
          .orElse(last);
    }
  }

  /** The influence of each channel on the target of an inspection. @throws LoupeException if there is no gradient */
  static double[] influence(Inspector inspector, Shown shown, Inspection now, Progress progress)
      throws LoupeException {
    try (ModelLease lease = inspector.open(shown.about.model().orElseThrow().file(), progress)) {
      RunOutcome outcome = inspector.loupe().runs().run(lease, new RunRequest(shown.subject, METHOD, "",
          Map.of(LAYER, shown.layer().id(), "influence", "true"), now.target(), 0, 0, 0, true), progress);
      progress.check();
      Optional<double[]> found = outcome.record().map(RunRecord::result).filter(FeatureMaps.class::isInstance)
          .flatMap(r -> ChannelTable.numbers(((FeatureMaps) r).channels(), ChannelTable.INFLUENCE))
          .map(Table.Numbers::values);
      return found.orElseThrow(() -> LoupeException.notApplicable(outcome.message()));
    }
  }

  Shown withInfluence(double[] values) {
    FeatureMaps m = activation.maps();
    FeatureMaps with = new FeatureMaps(m.layer(), m.values(), m.layout(), m.picture(),
        ChannelTable.of(activation.statistics().channels(), Optional.of(values)), m.figures());
    return new Shown(about, new LayerActivation(activation.value(), activation.statistics(), with), subject,
        Optional.of(values));
  }

  LayerInfo layer() {
    return activation.value().layer();
  }

  FeatureMaps maps() {
    return activation.maps();
  }

  /** Whether there is a picture for each channel. */
  boolean tiled() {
    return tiled(maps());
  }

  /** Whether there is a picture for each channel: more than one place, and an axis of channels. */
  static boolean tiled(FeatureMaps maps) {
    FeatureLayout layout = maps.layout();
    boolean grid = layout.kind() == FeatureLayout.Kind.MAPS || layout.kind() == FeatureLayout.Kind.ATTENTION;
    return grid && maps.values().shape().dim(layout.row()) * maps.values().shape().dim(layout.column()) > 1;
  }

  /** Maps of a single place are numbers, and are shown as such. */
  static FeatureMaps asVector(FeatureMaps maps) {
    FeatureLayout layout = maps.layout();
    return layout.kind() != FeatureLayout.Kind.MAPS && layout.kind() != FeatureLayout.Kind.ATTENTION ? maps
        : new FeatureMaps(maps.layer(), maps.values().reshape(Shape.of(1, maps.values().size())),
            new FeatureLayout(FeatureLayout.Kind.VECTOR, 1, -1, -1), Optional.empty(), maps.channels(),
            maps.figures());
  }

  int channels() {
    return activation.statistics().channels().size();
  }
}
