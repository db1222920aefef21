/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.model.facet;

import java.util.List;
import org.loupe.api.LoupeException;

/** A model cannot be differentiated because operators on the way have no rule; all of them are told at once. */
public final class MissingRulesException extends LoupeException {
  private static final long serialVersionUID = 1L;
  private final List<String> operators;

  /**
   * @param message one line that names the nodes
   * @param operators the operators, each once
   */
  public MissingRulesException(String message, List<String> operators, Throwable cause) {
    super(Kind.NOT_APPLICABLE, message, cause);
    this.operators = List.copyOf(operators);
  }

  public List<String> operators() {
    return operators;
  }
}
