/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.loupe.api.result.Provenance;
import org.loupe.core.run.RunStatus;

/**
 * What a list shows of a stored result.
 *
 * @param id its name in the store
 * @param status COMPLETED or PARTIAL
 * @param kind kind of result, as {@code SaliencyMap}
 * @param provenance how it came to be
 * @param figures figures of the result
 * @param notes what a reader must know
 */
public record StoredResult(String id, RunStatus status, String kind, Provenance provenance,
    Map<String, Double> figures, List<String> notes) {
  public StoredResult {
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    notes = List.copyOf(notes);
  }
}
