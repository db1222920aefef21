/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.engine;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.loupe.api.LoupeException;

/**
 * Where a model runs.
 *
 * @param name {@code cpu} or {@code cuda:N}
 * @param cuda number of the NVIDIA device, or -1 for the processor
 */
public record Device(String name, int cuda) {
  private static final Device CPU = new Device("cpu", -1);
  private static final Pattern CUDA = Pattern.compile("cuda(?::(\\d{1,3}))?");

  /**
   * The device that a user asks for.
   *
   * @param asked {@code auto}, {@code cpu}, {@code cuda} or {@code cuda:N}; automatic is the first NVIDIA device where
   *     the runtime can use it, else the processor
   * @throws LoupeException USAGE for anything else; NOT_APPLICABLE with the reason if it cannot be used here
   */
  public static Device of(String asked) throws LoupeException {
    if (asked.equals("cpu")) {
      return CPU;
    }
    Matcher cuda = CUDA.matcher(asked);
    boolean automatic = asked.equals("auto");
    if (!automatic && !cuda.matches()) {
      throw LoupeException.usage("no device '" + asked + "': use auto, cpu or cuda:N");
    }
    if (automatic && !Engine.providers().contains(OrtProvider.CUDA)) {
      return CPU;
    }
    int number = automatic || cuda.group(1) == null ? 0 : Integer.parseInt(cuda.group(1));
    Device device = new Device("cuda:" + number, number);
    String reason = device.unusable();
    if (reason.isEmpty()) {
      return device;
    }
    if (automatic) {
      return CPU;
    }
    throw LoupeException.notApplicable(device.name + " cannot be used: " + reason + "; use --device cpu");
  }

  /** Why this device cannot be used, empty if it can. */
  public String unusable() throws LoupeException {
    if (cuda < 0) {
      return "";
    }
    if (!Engine.providers().contains(OrtProvider.CUDA)) {
      return "this ONNX Runtime was built without CUDA";
    }
    try (SessionOptions options = new SessionOptions()) {
      addTo(options);
      return "";
    } catch (OrtException e) {
      return OrtErrors.oneLine(e.getMessage());
    }
  }

  /** Has a session run here. */
  public void addTo(SessionOptions options) throws OrtException {
    if (cuda >= 0) {
      options.addCUDA(cuda);
    }
  }
}
