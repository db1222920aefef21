/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.engine;

import ai.onnxruntime.OrtException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.loupe.api.LoupeException;
import org.loupe.api.LoupeException.Kind;

/** Says in one line what ONNX Runtime complains about. */
public final class OrtErrors {
  private static final int LONGEST = 400;
  private static final Pattern PREFIX =
      Pattern.compile("^(Error code - \\w+ - message: )?(Load model from .*? failed:)?\\s*", Pattern.DOTALL);
  private static final List<Pattern> UNKNOWN_OPERATOR = List.of(
      Pattern.compile("No [Oo]p registered for (?<op>[^ ,;]+)(?: with domain_version of (?<version>\\d+))?"),
      Pattern.compile("(?:Fatal error: )?(?<op>\\S+) is not a registered function/op"),
      Pattern.compile("Could not find an implementation for (?<op>[^ (]+)(?:\\((?<version>\\d+)\\))?"),
      Pattern.compile("(?<op>[^ ,;]+)\\(-?(?<version>\\d+)\\) is not a registered function/op"));
  private static final Pattern INVALID = Pattern.compile(
      "Type Error|TypeInferenceError|ShapeInferenceError|This is an invalid model|Unrecognized attribute");
  private static final List<Pattern> NEWER = List.of(
      Pattern.compile("(?<what>[Oo]pset) (?<has>\\d+) is under development.* is till opset (?<max>\\d+)"),
      Pattern.compile("Unsupported model (?<what>IR version): (?<has>\\d+), max supported IR version: (?<max>\\d+)"));
  /** Where in the runtime's sources a check failed, and which. */
  private static final Pattern CHECK = Pattern.compile("^\\S+:\\d+ .*? was false\\.\\s*(?=\\S)");
  private static final Pattern NODE =
      Pattern.compile("Non-zero status code returned while running (?<op>\\S+) node\\. Name:'(?<name>.*?)'"
          + " Status Message: (?<status>.*)", Pattern.DOTALL);

  private OrtErrors() {
  }

  /** Why a session could not be made. @param model name of the model's file */
  public static LoupeException loading(String model, OrtException e) {
    String all = clean(e.getMessage());
    String message = shortened(all);
    for (Pattern p : UNKNOWN_OPERATOR) {
      Matcher m = p.matcher(all);
      if (m.find()) {
        String version = p.pattern().contains("version") && m.group("version") != null
            ? " (version " + m.group("version") + ")" : "";
        return new LoupeException(Kind.NOT_APPLICABLE, model + " cannot run: ONNX Runtime has no operator "
            + m.group("op") + version + "; export the model with standard operators", e);
      }
    }
    for (Pattern p : NEWER) {
      Matcher m = p.matcher(all);
      if (m.find()) {
        String what = m.group("what").replace('O', 'o') + " " + m.group("has");
        return new LoupeException(Kind.NOT_APPLICABLE, model + " cannot run: it is of " + what
            + ", and this ONNX Runtime takes up to " + m.group("max") + "; export it for that one", e);
      }
    }
    if (INVALID.matcher(message).find()) {
      return new LoupeException(Kind.BAD_INPUT, model + " is no valid model: " + message, e);
    }
    return switch (e.getCode()) {
      case ORT_INVALID_PROTOBUF, ORT_INVALID_GRAPH, ORT_NO_SUCHFILE, ORT_NO_MODEL ->
        new LoupeException(Kind.BAD_INPUT, model + " is no valid model: " + message, e);
      default -> new LoupeException(Kind.NOT_APPLICABLE, model + " cannot run: " + message, e);
    };
  }

  /** Why a run failed. @param model name of the model's file */
  public static LoupeException running(String model, OrtException e) {
    String message = oneLine(e.getMessage());
    if (message.contains("bad_alloc") || message.contains("Failed to allocate") || message.contains("out of memory")) {
      return new LoupeException(Kind.FAILED, model + " needs more memory than there is: " + message, e);
    }
    if (e.getCode() == OrtException.OrtErrorCode.ORT_NOT_IMPLEMENTED) {
      return new LoupeException(Kind.NOT_APPLICABLE, model + " cannot run: " + message, e);
    }
    Matcher node = NODE.matcher(message);
    if (node.find()) {
      String name = node.group("name").isEmpty() ? "" : " '" + node.group("name") + "'";
      return new LoupeException(Kind.BAD_INPUT, model + " does not accept this input: " + node.group("op") + name
          + " says: " + CHECK.matcher(node.group("status")).replaceFirst(""), e);
    }
    Kind kind = e.getCode() == OrtException.OrtErrorCode.ORT_INVALID_ARGUMENT ? Kind.BAD_INPUT : Kind.FAILED;
    return new LoupeException(kind, model + " did not run: " + message, e);
  }

  /** Without the runtime's prefixes, line breaks and control characters, and of bounded length. */
  static String oneLine(String message) {
    return shortened(clean(message));
  }

  private static String clean(String message) {
    return PREFIX.matcher(message).replaceFirst("").replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }
}
