/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.gradient.internal;

import org.loupe.api.settings.Setting;

/** Settings of the methods that take one gradient. */
public record GradientSettings(
    @Setting(label = "Input", defaultValue = "",
        doc = "Name of the model's input to explain; empty for the first that came from a file.") String input) {
}
