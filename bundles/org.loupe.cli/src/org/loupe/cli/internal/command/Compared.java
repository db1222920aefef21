/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.ForwardRequest;
import org.loupe.api.model.LayerInfo;
import org.loupe.api.model.LayerNames;
import org.loupe.api.result.FeatureMaps;
import org.loupe.api.subject.Subject;
import org.loupe.math.tensor.Tensor;
import org.loupe.toolkit.activation.LayerActivation;
import org.loupe.toolkit.activation.LayerLayouts;

/** What {@code --compare} names: another input, or by {@code layer:NAME} another layer. */
final class Compared {
  private static final String LAYER = "layer:";

  private Compared() {
  }

  /** @throws LoupeException USAGE if there is no such layer; BAD_INPUT if there is no such file */
  static ActivationCapture.Other with(String text, ModelSession session, LayerLayouts layouts, Subject.Single subject,
      Progress progress) throws LoupeException {
    if (text.startsWith(LAYER)) {
      LayerInfo other = LayerNames.find(session.description(), text.substring(LAYER.length()));
      FeatureMaps maps = maps(other, session, layouts, subject, progress);
      return layer -> maps;
    }
    String input = session.inputs(false).items().get(0).files().keySet().iterator().next();
    InputFiles found = InputFiles.find(List.of(text), session.description(), Set.of());
    if (found.folder()) {
      throw LoupeException.usage("--compare must be a file, not a folder: " + text);
    }
    Subject.Single second = session.read(
        new InputFiles.Item(found.items().get(0).name(), Map.of(input, found.items().get(0).file()),
            found.items().get(0).rows(), Optional.empty()), progress);
    return layer -> maps(layer, session, layouts, second, progress);
  }

  private static FeatureMaps maps(LayerInfo layer, ModelSession session, LayerLayouts layouts, Subject.Single subject,
      Progress progress) throws LoupeException {
    Tensor value = session.lease().forward(new ForwardRequest(subject.tensors(), List.of(layer.id())), progress)
        .value(layer.id());
    return LayerActivation.of(layouts.of(layer, value, LayerLayouts.batch(subject.first().tensor())), subject.first(),
        Optional.empty(), progress).maps();
  }
}
