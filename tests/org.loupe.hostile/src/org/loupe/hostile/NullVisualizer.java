/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.hostile;

import org.loupe.api.result.SaliencyMap;
import org.loupe.api.settings.NoSettings;
import org.loupe.api.visualize.ViewRequest;
import org.loupe.api.visualize.Visualizer;
import org.loupe.scene.Scene;

/** Returns no scene. */
public class NullVisualizer implements Visualizer<SaliencyMap, NoSettings> {
  @Override
  public Class<SaliencyMap> resultType() {
    return SaliencyMap.class;
  }

  @Override
  public Class<NoSettings> optionsType() {
    return NoSettings.class;
  }

  @Override
  public Scene prepare(SaliencyMap result, ViewRequest<NoSettings> request) {
    return null;
  }
}
