/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.catalogue;

/**
 * Something wrong with a contribution, which is left out because of it.
 *
 * @param bundle symbolic name of the bundle
 * @param message one line for the user
 */
public record Problem(String bundle, String message) {
}
