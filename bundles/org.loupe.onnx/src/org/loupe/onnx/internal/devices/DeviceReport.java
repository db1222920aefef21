/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.devices;

import java.util.ArrayList;
import java.util.List;
import org.loupe.api.LoupeException;
import org.loupe.onnx.internal.engine.Device;
import org.loupe.onnx.internal.engine.Engine;

/**
 * What models can run on.
 *
 * @param engine name of the runtime
 * @param version of its native library
 * @param providers what the native library was built for
 * @param java version of the virtual machine
 * @param platform operating system and processor
 * @param devices those that can be asked for with {@code --device}
 */
record DeviceReport(String engine, String version, List<String> providers, String java, String platform,
    List<Entry> devices) {

  /**
   * A device.
   *
   * @param id as {@code --device} takes it
   * @param description what it is
   * @param available whether a model can run there
   * @param reason why not; empty if it can
   */
  record Entry(String id, String description, boolean available, String reason) {
  }

  /** Looks at this machine. */
  static DeviceReport make() throws LoupeException {
    List<Entry> devices = new ArrayList<>();
    int processors = Runtime.getRuntime().availableProcessors();
    devices.add(new Entry("cpu", processors + (processors == 1 ? " thread" : " threads") + " by default", true, ""));
    String driver = NvidiaDriver.describe();
    String reason = new Device("cuda:0", 0).unusable();
    devices.add(new Entry("cuda", driver, reason.isEmpty(), reason));
    return new DeviceReport(Engine.NAME, Engine.version(),
        Engine.providers().stream().map(p -> p.getName().replace("ExecutionProvider", "")).sorted().toList(),
        Runtime.version().toString(), System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
            + System.getProperty("os.arch"), devices);
  }
}
