/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loupe.api.model.tree.Link;
import org.loupe.api.model.tree.TreeColumn;
import org.loupe.api.model.tree.TreeEnsemble;
import org.loupe.math.tensor.ElementType;

/**
 * What a file holds, whichever its format.
 *
 * @param format as {@code XGBoost}
 * @param type of the elements of inputs and outputs
 * @param columns what a row of the input holds
 * @param outputs names of the raw scores
 * @param link from raw scores to answers
 * @param scorer works out the raw scores
 * @param ensemble the trees; empty if the scores are no plain sum of trees
 * @param parameters how many numbers were learnt
 * @param properties facts for a reader
 * @param warnings what is odd about the file, a line each
 */
public record Content(String format, ElementType type, List<TreeColumn> columns, List<String> outputs, Link link,
    Scorer scorer, Optional<TreeEnsemble> ensemble, long parameters, Map<String, String> properties,
    List<String> warnings) {
}
