/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A named set of settings of a method.
 *
 * @param id unique in the method
 * @param name for a reader
 * @param description whose conventions it follows; may be empty
 * @param settings texts by key
 */
public record Profile(String id, String name, String description, Map<String, String> settings) {
  public Profile {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }
}
