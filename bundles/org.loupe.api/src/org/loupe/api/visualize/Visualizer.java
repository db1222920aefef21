/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.visualize;

import org.loupe.api.LoupeException;
import org.loupe.api.result.Result;
import org.loupe.scene.Scene;

/**
 * Draws a kind of result, once, for the workbench, PNG, SVG and HTML alike. Contributed to
 * {@code org.loupe.api.visualizers}. Stateless; may be called by several threads, never by the UI thread.
 *
 * @param <R> the kind of result
 * @param <O> its options, a settings record
 */
public interface Visualizer<R extends Result, O extends Record> {
  Class<R> resultType();

  Class<O> optionsType();

  /** Refines the type: whether this very result can be drawn. */
  default boolean accepts(R result) {
    return true;
  }

  /** @throws LoupeException NOT_APPLICABLE with the reason if it cannot be drawn so */
  Scene prepare(R result, ViewRequest<O> request) throws LoupeException;
}
