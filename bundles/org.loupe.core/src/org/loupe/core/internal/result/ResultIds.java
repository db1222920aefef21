/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.result;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.regex.Pattern;

/** Names of stored results: by time, and unique among processes. */
public final class ResultIds {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS")
      .withZone(ZoneOffset.UTC);
  private static final Pattern VALID = Pattern.compile("\\d{8}-\\d{6}-\\d{3}-[0-9a-f]{8}");

  private ResultIds() {
  }

  public static String next(Instant now) {
    return TIME.format(now) + "-" + UUID.randomUUID().toString().substring(0, 8);
  }

  public static boolean valid(String id) {
    return VALID.matcher(id).matches();
  }
}
