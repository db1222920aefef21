/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.devices;

import com.google.gson.GsonBuilder;
import java.io.PrintStream;
import org.loupe.api.LoupeException;
import org.loupe.api.command.Command;
import org.loupe.api.command.CommandContext;

/** {@code loupe devices}: what models can run on here, and why not on the rest. */
public final class DevicesCommand implements Command {
  @Override
  public int run(CommandContext context) throws LoupeException {
    DeviceReport report = DeviceReport.make();
    PrintStream out = context.out();
    if (context.arguments().has("json")) {
      out.println(new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(report));
      return 0;
    }
    out.println(report.engine() + " " + report.version() + " for " + String.join(", ", report.providers())
        + "; Java " + report.java() + "; " + report.platform());
    for (DeviceReport.Entry device : report.devices()) {
      String reason = device.reason().isEmpty() ? "" : "; " + device.reason();
      out.println(String.format("  %-5s %-4s %s%s", device.id(), device.available() ? "yes" : "no",
          device.description(), reason));
    }
    return 0;
  }
}
