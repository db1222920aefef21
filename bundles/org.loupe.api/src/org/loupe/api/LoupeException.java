/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api;

/**
 * Something that the user must be told, in one line: what happened, where, what to do.
 * Anything else that escapes contributed code is a defect of that code and is contained by the caller.
 */
public class LoupeException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why an operation could not be done; every surface shows the difference. */
  public enum Kind {
    /** The request itself is wrong: an unknown option, a value out of range. */
    USAGE,
    /** A file or value is unreadable, corrupt, hostile, or does not fit the model. */
    BAD_INPUT,
    /** The request is right, but this model or input does not allow it; the message says why. */
    NOT_APPLICABLE,
    /** It should have worked and did not. */
    FAILED
  }

  private final Kind kind;

  public LoupeException(Kind kind, String message) {
    this(kind, message, null);
  }

  public LoupeException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  public static LoupeException usage(String message) {
    return new LoupeException(Kind.USAGE, message);
  }

  public static LoupeException badInput(String message) {
    return new LoupeException(Kind.BAD_INPUT, message);
  }

  public static LoupeException badInput(String message, Throwable cause) {
    return new LoupeException(Kind.BAD_INPUT, message, cause);
  }

  public static LoupeException notApplicable(String message) {
    return new LoupeException(Kind.NOT_APPLICABLE, message);
  }

  public static LoupeException failed(String message, Throwable cause) {
    return new LoupeException(Kind.FAILED, message, cause);
  }
}
