/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * A display list: what a picture consists of, written once and drawn by the workbench, as PNG, as SVG and in HTML.
 * Lengths are pixels at scale 1, x to the right, y down. Everything is immutable.
 */
package org.loupe.scene;
