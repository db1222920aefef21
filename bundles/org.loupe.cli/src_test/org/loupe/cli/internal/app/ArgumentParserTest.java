/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.loupe.api.LoupeException;
import org.loupe.api.command.Arguments;
import org.loupe.core.catalogue.Catalogues;
import org.loupe.core.catalogue.CommandEntry;

class ArgumentParserTest {
  private final CommandEntry command = new Catalogues(FakeContribution.commands(
      new FakeContribution("vendor", "scan", Object::new).with("positional", "1-2").with("usage", "MODEL [OTHER]")
          .option("input", "FILE", "what", "repeat", "required").option("layer", "NAME", "layers", "repeat")
          .option("seed", "N", "seed").option("json", "", "document"))).commands().entries().get(0);

  @Test
  void optionsAndWordsMayComeInAnyOrder() throws LoupeException {
    for (String line : List.of("m.onnx --input a.png --json", "--json --input a.png m.onnx",
        "--input=a.png m.onnx --json", "--json --input a.png -- m.onnx")) {
      Arguments read = parse(line.split(" "));
      assertEquals(List.of("m.onnx"), read.positional(), line);
      assertEquals(Optional.of("a.png"), read.value("input"), line);
      assertTrue(read.has("json"), line);
      assertFalse(read.has("seed"), line);
    }
  }

  @Test
  void aRepeatableOptionKeepsItsOrder() throws LoupeException {
    Arguments read = parse("m", "--layer", "b", "--input", "x", "--layer", "a");
    assertEquals(List.of("b", "a"), read.all("layer"));
  }

  @Test
  void wordsBeyondThePositionalOnesBelongToTheRepeatableOptionBeforeThem() throws LoupeException {
    Arguments read = parse("m", "n", "--input", "x", "--layer", "a", "b", "c");
    assertEquals(List.of("a", "b", "c"), read.all("layer"));
    assertEquals(List.of("m", "n"), read.positional());
    assertMessage("\"o\" is one word too many", "m", "n", "--input", "x", "--seed", "3", "o");
  }

  @Test
  void aValueMayLookLikeAnOptionOfOneDashOrBeEmpty() throws LoupeException {
    assertEquals(Optional.of("-5"), parse("m", "--input", "x", "--seed", "-5").value("seed"));
    assertEquals(Optional.of("--odd"), parse("m", "--input=--odd").value("input"));
    assertEquals(Optional.of(""), parse("m", "--input=").value("input"));
    assertEquals(Optional.of("a=b"), parse("m", "--input=a=b").value("input"));
  }

  @Test
  void afterTwoDashesNothingIsAnOption() throws LoupeException {
    assertEquals(List.of("m", "--json"), parse("--input", "x", "--", "m", "--json").positional());
  }

  @Test
  void aMistypedOptionIsRecognised() {
    assertMessage("there is no option --inptu; did you mean --input?", "m", "--inptu", "x");
    assertMessage("there is no option -json; did you mean --json?", "m", "-json");
    assertMessage("there is no option --completely-else (", "m", "--completely-else");
  }

  @Test
  void whatIsMissingIsNamed() {
    assertMessage("--input FILE is missing", "m");
    assertMessage("MODEL is missing", "--input", "x");
    assertMessage("--seed needs a value: --seed N", "m", "--input", "x", "--seed");
    assertMessage("--seed needs a value: --seed N", "m", "--input", "x", "--seed", "--json");
  }

  @Test
  void whatIsTooMuchIsNamed() {
    assertMessage("--seed was given twice", "m", "--input", "x", "--seed", "1", "--seed", "2");
    assertMessage("--json takes no value", "m", "--input", "x", "--json=1");
    assertMessage("\"o\" is one word too many", "m", "n", "o", "--input", "x");
  }

  private Arguments parse(String... words) throws LoupeException {
    return ArgumentParser.parse(command, List.of(words));
  }

  private void assertMessage(String expected, String... words) {
    LoupeException e = assertThrows(LoupeException.class, () -> parse(words));
    assertEquals(LoupeException.Kind.USAGE, e.kind());
    assertTrue(e.getMessage().contains(expected), e.getMessage());
    assertTrue(e.getMessage().startsWith("scan: "), e.getMessage());
    assertEquals(1, e.getMessage().lines().count());
  }
}
