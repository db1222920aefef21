/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.toolkit.cam;

import org.loupe.api.model.LayerInfo;

/**
 * A layer whose value is a grid of channels: [N, C, h, w] or [N, h, w, C].
 *
 * @param layer the layer
 * @param channelAxis axis of channels, 1 or 3
 * @param certain whether the graph tells where the channels are; if not, they are taken to be before rows and columns,
 *     as ONNX has them
 */
public record FeatureMap(LayerInfo layer, int channelAxis, boolean certain) {
  public String id() {
    return layer.id();
  }
}
