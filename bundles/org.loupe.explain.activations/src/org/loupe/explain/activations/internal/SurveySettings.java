/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.activations.internal;

import org.loupe.api.settings.Setting;

/** Settings of {@link ActivationSurvey}. */
public record SurveySettings(
    @Setting(label = "Memory", defaultValue = "256", min = 1, max = 65536, unit = "MiB",
        doc = "Memory for the values of the layers that one forward pass returns; more takes fewer passes.")
    int memory) {
}
