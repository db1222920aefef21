/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.large;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * How large values may be, in bytes.
 *
 * @param inMemory what is copied into memory of Java's; larger values go to a file
 * @param mapped how much of a file is written at once, below 2 GiB; larger values are written in slices
 * @param most what the values of one request may take together; more is refused
 */
public record MemoryLimits(long inMemory, long mapped, long most) {
  public MemoryLimits {
    if (inMemory < 0 || mapped < 1 || mapped > Integer.MAX_VALUE || most < 0) {
      throw new IllegalArgumentException(inMemory + ", " + mapped + ", " + most);
    }
  }

  /** For this machine: the runtime holds each value as a whole, so three quarters of the memory is the most. */
  public static MemoryLimits ofMachine() {
    return new MemoryLimits(256L << 20, 1L << 30, memory() / 4 * 3);
  }

  /** Memory of the machine or the container; no limit where the system does not tell. */
  private static long memory() {
    try {
      Object total = ManagementFactory.getPlatformMBeanServer()
          .getAttribute(new ObjectName("java.lang:type=OperatingSystem"), "TotalMemorySize");
      return total instanceof Long bytes && bytes > 0 ? bytes : Long.MAX_VALUE;
    } catch (JMException e) {
      return Long.MAX_VALUE;
    }
  }
}
