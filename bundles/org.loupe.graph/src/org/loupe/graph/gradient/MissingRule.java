/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient;

import java.util.Optional;
import org.loupe.graph.Node;

/**
 * A node that cannot be differentiated.
 *
 * @param reason what about the node the operator's rule cannot do; empty if the operator has no rule
 */
public record MissingRule(Node node, Optional<String> reason) {
}
