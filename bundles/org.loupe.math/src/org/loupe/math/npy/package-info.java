/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Reading and writing NPY files, formats 1.0 to 3.0 (NumPy Enhancement Proposal 1 and its revisions). Object arrays,
 * which would need a Python interpreter, are refused.
 */
package org.loupe.math.npy;
