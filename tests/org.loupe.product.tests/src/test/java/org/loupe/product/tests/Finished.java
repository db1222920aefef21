/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process that has ended.
 *
 * @param command what was run
 * @param code its exit status
 * @param out its standard output
 * @param err its standard error
 */
record Finished(List<String> command, int code, String out, String err) {
  /** A process that needs longer hangs. */
  private static final long MINUTES = 8;

  /** What is to be run; the environment can be changed before {@link #run} or {@link #start}. */
  static final class Command {
    private final List<String> words;
    private final Path folder;
    private final ProcessBuilder builder;
    private Path out;
    private Path err;
    private Process process;

    /** @param folder where the streams are kept, and the working folder */
    Command(Path folder, List<String> words) {
      this.words = List.copyOf(words);
      this.folder = folder;
      this.builder = new ProcessBuilder(words).directory(folder.toFile());
    }

    Command with(String variable, String value) {
      builder.environment().put(variable, value);
      return this;
    }

    Command without(String... variables) {
      for (String variable : variables) {
        builder.environment().remove(variable);
      }
      return this;
    }

    Command start() throws IOException {
      out = Files.createTempFile(folder, "out", ".txt");
      err = Files.createTempFile(folder, "err", ".txt");
      process = builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
          .redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      return this;
    }

    Finished end() throws IOException, InterruptedException {
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        fail("does not end: " + words);
      }
      return new Finished(words, process.exitValue(), Files.readString(out), Files.readString(err));
    }

    Finished run() throws IOException, InterruptedException {
      return start().end();
    }
  }

  /** The same, if the process ended with this code. */
  Finished expect(int wanted) {
    assertEquals(wanted, code, () -> String.join(" ", command) + "\n--- out\n" + out + "\n--- err\n" + err);
    return this;
  }

  List<String> lines() {
    return new ArrayList<>(out.lines().toList());
  }
}
