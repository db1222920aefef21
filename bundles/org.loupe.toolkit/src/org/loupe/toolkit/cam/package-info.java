/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * What class activation maps share: which layer holds the last spatial feature map, how its channels are weighed and
 * added up, and how the map is brought to the size of the input.
 */
package org.loupe.toolkit.cam;
