/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.dataset;

/**
 * A file that excites a channel.
 *
 * @param file relative to the folder
 * @param score by the measure asked for
 * @param peak the largest element of the channel's map
 * @param row where that is in the map, from 0; 0 where the layer has no rows
 * @param column likewise; 0 where the layer has no columns
 */
public record ExcitingFile(String file, double score, double peak, int row, int column) {
}
