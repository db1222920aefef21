/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.loupe.api.LoupeException;
import org.loupe.api.command.Command;
import org.loupe.core.Loupe;
import org.loupe.core.LoupeOptions;

class ShellTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Interrupt interrupt = new Interrupt();

  @Test
  void everyKindOfErrorHasItsExitCodeAndOneLine() {
    assertEquals(2, run(failing(LoupeException.usage("wrong")), "act"));
    assertEquals(3, run(failing(LoupeException.badInput("unreadable")), "act"));
    assertEquals(4, run(failing(LoupeException.notApplicable("no gradient")), "act"));
    assertEquals(5, run(failing(LoupeException.failed("engine", null)), "act"));
    assertEquals("loupe: wrong\nloupe: unreadable\nloupe: no gradient\nloupe: engine\n", messages());
    assertEquals("", results());
  }

  @Test
  void theCommandDecidesAmongTheOtherCodes() {
    for (int code : new int[] {0, 1, 6}) {
      assertEquals(code, run(contribution(c -> code), "act"));
    }
    assertEquals("", messages());
  }

  @Test
  void aCancelledCommandEndsWith130() {
    assertEquals(130, run(failing(new CancellationException()), "act"));
    interrupt.request();
    assertEquals(130, run(failing(LoupeException.failed("the session was closed", null)), "act"));
    assertEquals("loupe: cancelled\nloupe: cancelled\n", messages());
  }

  @Test
  void aDefectiveCommandIsContainedAndItsBundleNamed() {
    assertEquals(5, run(failing(new IllegalStateException("a\u001b[2J\nb")), "act"));
    assertEquals(5, run(failing(new StackOverflowError()), "act"));
    assertEquals(5, run(failing(new NoClassDefFoundError("x/Y")), "act"));
    assertEquals(5, run(new FakeContribution("vendor", "act", () -> "no command").with("positional", "0"), "act"));
    assertEquals(4, messages().lines().count(), messages());
    assertTrue(messages().lines().allMatch(l -> l.contains("vendor")), messages());
    assertFalse(messages().contains("\u001b"), messages());
  }

  @Test
  void aStackTraceComesWithDebugOnly() {
    run(failing(new IllegalStateException("inner cause")), "act");
    assertFalse(messages().contains("\tat "), messages());
    run(failing(new IllegalStateException("inner cause")), "act", "--debug");
    assertTrue(messages().contains("Caused by: java.lang.IllegalStateException: inner cause"), messages());
  }

  @Test
  void resultsAreUtf8AndMessagesKeepOffThem() {
    run(contribution(c -> {
      c.out().println("Gr\u00f6\u00dfe \u732b");
      c.message("a\u001b[31mb");
      return 0;
    }), "act");
    assertEquals("Gr\u00f6\u00dfe \u732b\n", results());
    assertEquals("loupe: a\\u001b[31mb\n", messages());
  }

  @Test
  void theCoreIsAServiceAndNothingElseIs() {
    assertEquals(0, run(contribution(c -> c.service(Loupe.class) != null ? 0 : 1), "act"));
    assertEquals(5, run(contribution(c -> c.service(String.class).length()), "act"));
  }

  @Test
  void anUnknownCommandIsRecognised() {
    assertEquals(2, run(contribution(c -> 0), "atc"));
    assertTrue(messages().contains("did you mean act?"), messages());
    assertEquals(2, run(contribution(c -> 0), "--act"));
    assertEquals(2, run(contribution(c -> 0)));
  }

  @Test
  void helpNeedsNoCodeOfTheCommand() {
    FakeContribution command = contribution(c -> 0).with("summary", "acts on a model")
        .with("usage", "[--top N] [--json]").option("top", "N", "How many.", "repeat")
        .option("json", "", "One document.", "required");
    for (String words : List.of("help act", "act --help", "act -h --wrong")) {
      assertEquals(0, run(command, words.split(" ")));
    }
    assertEquals(0, run(command, "--help"));
    assertEquals(0, command.created());
    assertEquals("", messages());
    String page = """
        Usage: loupe act [--top N] [--json]

        Acts on a model.

        Options:
          --top N                 How many. (may be repeated)
          --json                  One document. (required)
        """;
    assertTrue(results().startsWith(page + page + page), results());
    assertTrue(results().contains("  act  acts on a model\n"), results());
  }

  @Test
  void theVersionIsThatOfTheCommandLine() {
    assertEquals(0, run(new FakeContribution("org.loupe.cli", "inspect", Object::new), "--version"));
    assertEquals("loupe 1.2.3\n", results());
  }

  @Test
  void resultsThatCannotBeWrittenAreAFailure() {
    OutputStream full = new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException("No space left on device");
      }
    };
    Terminal terminal = new Terminal(full, new PrintStream(err, true, StandardCharsets.UTF_8), false, 80, false);
    int code = new Shell(FakeContribution.commands(contribution(c -> {
      c.out().println("result");
      return 0;
    })), LoupeOptions.IN_MEMORY, terminal, interrupt).run(List.of("act"));
    assertEquals(5, code);
    assertTrue(messages().contains("standard output"), messages());
  }

  private static FakeContribution failing(Throwable failure) {
    return contribution(c -> {
      if (failure instanceof LoupeException e) {
        throw e;
      }
      if (failure instanceof RuntimeException e) {
        throw e;
      }
      throw failure instanceof Error e ? e : new AssertionError(failure);
    });
  }

  private static FakeContribution contribution(Command command) {
    return new FakeContribution("vendor", "act", () -> command).with("positional", "0");
  }

  private int run(FakeContribution command, String... words) {
    Terminal terminal = new Terminal(out, new PrintStream(err, true, StandardCharsets.UTF_8), false, 80, false);
    return new Shell(FakeContribution.commands(command), LoupeOptions.IN_MEMORY, terminal, interrupt)
        .run(List.of(words));
  }

  private String results() {
    return out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  private String messages() {
    return err.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
