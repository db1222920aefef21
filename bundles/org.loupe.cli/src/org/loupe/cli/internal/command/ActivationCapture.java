/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.result.FeatureMaps;
import org.loupe.api.subject.Subject;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Tensor;
import org.loupe.toolkit.activation.ChannelStatistics;
import org.loupe.toolkit.activation.LayerActivation;
import org.loupe.toolkit.activation.LayerDifference;
import org.loupe.toolkit.activation.LayerLayouts;
import org.loupe.toolkit.activation.LayerStatistics;
import org.loupe.toolkit.activation.LayerValue;
import org.loupe.toolkit.activation.LayerWalk;

/** Takes layers as they come, each with its figures, to the folder; and compares each, where that is asked for. */
final class ActivationCapture implements LayerWalk.Visitor {
  private final ActivationFiles files;
  private final LayerLayouts layouts;
  private final Subject.Single subject;
  private final Optional<Other> other;
  private final boolean lenient;
  private final Progress progress;
  private final List<String> notFinite = new ArrayList<>();
  private final Map<String, String> failed = new LinkedHashMap<>();
  private final Map<String, String> incomparable = new LinkedHashMap<>();

  /** What a layer is compared with. */
  @FunctionalInterface
  interface Other {
    FeatureMaps of(LayerInfo layer) throws LoupeException;
  }

  /** @param lenient whether a layer that cannot be captured does no harm */
  ActivationCapture(ActivationFiles files, LayerLayouts layouts, Subject.Single subject, Optional<Other> other,
      boolean lenient, Progress progress) {
    this.files = files;
    this.layouts = layouts;
    this.subject = subject;
    this.other = other;
    this.lenient = lenient;
    this.progress = progress;
  }

  /** Layers with values that are not finite. */
  List<String> notFinite() {
    return notFinite;
  }

  /** Layers that could not be captured, and why not. */
  Map<String, String> failed() {
    return failed;
  }

  /** Layers that could not be compared, and why not. */
  Map<String, String> incomparable() {
    return incomparable;
  }

  @Override
  public void failed(LayerInfo layer, LoupeException reason) throws LoupeException {
    if (!lenient) {
      throw reason;
    }
    failed.put(layer.id(), reason.getMessage());
  }

  @Override
  public void value(LayerInfo layer, Tensor value) throws LoupeException {
    String stem = files.stem(layer.id());
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("layer", layer.id());
    entry.put("node", layer.node());
    entry.put("operator", layer.operator());
    entry.put("file", files.values(stem + ".npy", value));
    entry.put("type", value.type().name());
    entry.put("shape", value.shape().dims());
    if (value.type() != ElementType.STRING && value.size() > 0) {
      figures(layer, value, stem, entry);
    }
    files.add(entry);
  }

  private void figures(LayerInfo layer, Tensor value, String stem, Map<String, Object> entry) throws LoupeException {
    LayerValue shaped = layouts.of(layer, value, LayerLayouts.batch(subject.first().tensor()));
    LayerActivation activation = LayerActivation.of(shaped, subject.first(), Optional.empty(), progress);
    LayerStatistics statistics = activation.statistics();
    if (statistics.all().nonFinite() > 0) {
      notFinite.add(layer.id());
    }
    entry.put("kind", activation.value().layout().kind().name());
    entry.put("channels", activation.value().layout().channel() < 0 ? 0 : activation.value().channels());
    entry.put("statistics", figures(statistics));
    entry.putAll(files.maps(stem, activation.maps()));
    if (other.isPresent()) {
      try {
        FeatureMaps difference = LayerDifference.of(activation.maps(), other.get().of(layer), progress);
        Map<String, Object> compared = new LinkedHashMap<>();
        compared.put("file", files.values(stem + ".difference.npy", difference.values()));
        compared.put("figures", difference.figures());
        compared.putAll(files.maps(stem + ".difference", difference));
        entry.put("difference", compared);
      } catch (LoupeException e) {
        if (e.kind() != LoupeException.Kind.NOT_APPLICABLE) {
          throw e;
        }
        incomparable.put(layer.id(), e.getMessage());
      }
    }
  }

  private static Map<String, Object> figures(LayerStatistics statistics) {
    ChannelStatistics all = statistics.all();
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("min", all.min());
    out.put("max", all.max());
    out.put("mean", all.mean());
    out.put("std", all.std());
    out.put("nan", statistics.nan());
    out.put("infinite", all.nonFinite() - statistics.nan());
    out.put("sparsity", all.sparsity());
    out.put("deadShare", statistics.deadShare());
    if (!Double.isNaN(all.saturated())) {
      out.put("saturated", all.saturated());
    }
    out.put("entropyBits", all.entropy());
    return out;
  }
}
