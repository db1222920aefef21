/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtException.OrtErrorCode;
import org.junit.jupiter.api.Test;
import org.loupe.api.LoupeException;
import org.loupe.api.LoupeException.Kind;

class OrtErrorsTest {
  @Test
  void namesTheOperatorThatIsMissing() {
    LoupeException schema = OrtErrors.loading("m.onnx", new OrtException(OrtErrorCode.ORT_FAIL,
        "Load model from /a/b.onnx failed:Fatal error: com.acme:Foo(-1) is not a registered function/op"));
    assertEquals(Kind.NOT_APPLICABLE, schema.kind());
    assertTrue(schema.getMessage().startsWith("m.onnx cannot run: ONNX Runtime has no operator com.acme:Foo"),
        schema.getMessage());
    LoupeException kernel = OrtErrors.loading("m.onnx", new OrtException(OrtErrorCode.ORT_NOT_IMPLEMENTED,
        "Could not find an implementation for Det(22) node with name 'd'"));
    assertTrue(kernel.getMessage().contains("no operator Det (version 22);"), kernel.getMessage());
  }

  @Test
  void tellsBadInputFromBadLuck() {
    assertEquals(Kind.BAD_INPUT, OrtErrors.loading("m", new OrtException(OrtErrorCode.ORT_INVALID_PROTOBUF, "x"))
        .kind());
    assertEquals(Kind.NOT_APPLICABLE, OrtErrors.loading("m", new OrtException(OrtErrorCode.ORT_FAIL, "x")).kind());
    assertEquals(Kind.FAILED, OrtErrors.running("m", new OrtException(OrtErrorCode.ORT_RUNTIME_EXCEPTION,
        "Non-zero status code returned while running Conv node. Name:'c' Status Message: std::bad_alloc")).kind());
    assertEquals(Kind.FAILED, OrtErrors.running("m", new OrtException(OrtErrorCode.ORT_ENGINE_ERROR, "x")).kind());
    assertEquals(Kind.BAD_INPUT, OrtErrors.running("m", new OrtException(OrtErrorCode.ORT_INVALID_ARGUMENT, "x"))
        .kind());
  }

  @Test
  void leavesOutWhereInTheRuntimeACheckFailed() {
    LoupeException e = OrtErrors.running("m.onnx", new OrtException(OrtErrorCode.ORT_RUNTIME_EXCEPTION,
        "Non-zero status code returned while running Reshape node. Name:'r' Status Message: "
            + "/src/core/reshape_helper.h:45 onnxruntime::ReshapeHelper::ReshapeHelper(const TensorShape&) "
            + "size != 0 was false. The input tensor cannot be reshaped to the requested shape."));
    assertEquals("m.onnx does not accept this input: Reshape 'r' says: The input tensor cannot be reshaped to the "
        + "requested shape.", e.getMessage());
  }

  @Test
  void saysEverythingInOneShortLine() {
    String line = OrtErrors.oneLine("Error code - ORT_FAIL - message: a\n\tb\u0007\r\nc" + "d".repeat(1000));
    assertTrue(line.startsWith("a b cd"));
    assertFalse(line.chars().anyMatch(Character::isISOControl));
    assertTrue(line.length() < 500);
  }
}
