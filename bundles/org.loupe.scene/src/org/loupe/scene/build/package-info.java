/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Helpers that put scenes together: layout, headers, axes and legends that measure their text, so that nothing
 * overlaps, and that cut what is too long, with the whole of it in a tooltip.
 */
package org.loupe.scene.build;
