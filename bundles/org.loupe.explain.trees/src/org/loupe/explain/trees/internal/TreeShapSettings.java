/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.trees.internal;

import org.loupe.api.settings.Setting;

/** Settings of {@link TreeShapMethod}. */
public record TreeShapSettings(
    @Setting(label = "Variant", defaultValue = "auto",
        doc = "What an unknown column does: path-dependent goes both ways in the parts of the training data that went "
            + "there, interventional takes the values of the background rows in turn, auto is interventional if there "
            + "is a background.") Variant variant,
    @Setting(label = "Output", defaultValue = "margin",
        doc = "What the values add up to: the margin, which is the raw score; the probability; or log-loss, which "
            + "needs labels of the rows. The last two need a background.") Explained output,
    @Setting(label = "Interactions", defaultValue = "false",
        doc = "Whether to compute what each pair of features does together beside what each does alone; takes long "
            + "for many features.") boolean interactions,
    @Setting(label = "Approximate", defaultValue = "false",
        doc = "Whether to attribute along the row's way only (Saabas): quick, and unfair to features that are asked "
            + "near the root.") boolean approximate) {
  /** What an unknown column does. */
  public enum Variant {
    AUTO, PATH_DEPENDENT, INTERVENTIONAL
  }

  /** What is explained. */
  public enum Explained {
    MARGIN, PROBABILITY, LOG_LOSS
  }
}
