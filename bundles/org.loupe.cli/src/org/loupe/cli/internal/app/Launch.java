/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.loupe.core.LoupeOptions;
import org.loupe.core.catalogue.ContributionSource;

/** Binds a command line to the process that it runs in: its streams, terminal, signals and user. */
public final class Launch {
  private static final int DEFAULT_COLUMNS = 80;

  private Launch() {
  }

  /**
   * Runs a command line in this process.
   *
   * @param words as typed after {@code loupe}; each with a leading {@code =} if the property {@code loupe.arguments} is
   *     {@code prefixed}, which keeps a framework from taking them for its own
   * @return the exit code
   */
  public static int run(ContributionSource source, String[] words) {
    boolean prefixed = "prefixed".equals(System.getProperty("loupe.arguments"));
    List<String> typed = Arrays.stream(words).map(w -> prefixed && w.startsWith("=") ? w.substring(1) : w).toList();
    Interrupt interrupt = new Interrupt();
    interrupt.listen();
    try {
      return new Shell(source, new LoupeOptions(stateFolder(), 0), terminal(), interrupt).run(typed);
    } finally {
      interrupt.end();
    }
  }

  private static Terminal terminal() {
    Charset errCharset = Charset.forName(System.getProperty("stderr.encoding", "UTF-8"), StandardCharsets.UTF_8);
    if (errCharset.equals(StandardCharsets.US_ASCII)) {
      // No locale is set, as in many containers; the file names that messages quote are UTF-8 there all the same.
      errCharset = StandardCharsets.UTF_8;
    }
    PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, errCharset);
    return new Terminal(new FileOutputStream(FileDescriptor.out), err, interactive(), columns(), colours());
  }

  /** Whether messages go to a terminal: as the launcher says, else as the system says. */
  private static boolean interactive() {
    String told = System.getProperty("loupe.terminal");
    if (told != null) {
      return Boolean.parseBoolean(told);
    }
    if ("dumb".equals(System.getenv("TERM"))) {
      return false;
    }
    return onTerminal(2);
  }

  /** Whether results are watched on a terminal whose user has not declined colours (no-color.org). */
  private static boolean colours() {
    String declined = System.getenv("NO_COLOR");
    return (declined == null || declined.isEmpty()) && !"dumb".equals(System.getenv("TERM")) && onTerminal(1);
  }

  private static boolean onTerminal(int descriptor) {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  private static int columns() {
    String columns = System.getenv("COLUMNS");
    return columns != null && columns.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(columns) : DEFAULT_COLUMNS;
  }

  /** Where results and caches of this user are kept; the property {@code loupe.state} overrides it. */
  private static Path stateFolder() {
    String told = System.getProperty("loupe.state", System.getenv("LOUPE_STATE"));
    if (told != null && !told.isEmpty()) {
      return Path.of(told);
    }
    String home = System.getProperty("user.home");
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (system.startsWith("windows") && System.getenv("LOCALAPPDATA") != null) {
      return Path.of(System.getenv("LOCALAPPDATA"), "Loupe");
    }
    if (system.startsWith("mac")) {
      return Path.of(home, "Library", "Application Support", "Loupe");
    }
    String state = System.getenv("XDG_STATE_HOME");
    return state == null || state.isEmpty() ? Path.of(home, ".local", "state", "loupe") : Path.of(state, "loupe");
  }
}
