/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.catalogue;

/**
 * An option that a command declares.
 *
 * @param name without the dashes
 * @param value what follows it, as {@code FILE}; empty for a switch
 * @param repeat whether it may be given more than once
 * @param required whether it must be given
 * @param doc what it does
 */
public record OptionSpec(String name, String value, boolean repeat, boolean required, String doc) {
  public boolean isSwitch() {
    return value.isEmpty();
  }
}
