/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.explain.trees.internal;

import org.loupe.api.settings.Setting;

/** Options of {@link TreePicture}. */
public record TreePictureOptions(
    @Setting(label = "Leaves", defaultValue = "24", min = 2, max = 200,
        doc = "Up to how many leaves all of the tree is drawn; of a larger one the row's way, with what branches off "
            + "it closed.") int leaves) {
}
