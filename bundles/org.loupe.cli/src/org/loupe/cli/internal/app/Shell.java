/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.loupe.api.LoupeException;
import org.loupe.api.command.Arguments;
import org.loupe.core.Loupe;
import org.loupe.core.LoupeOptions;
import org.loupe.core.catalogue.CommandEntry;
import org.loupe.core.catalogue.Contribution;
import org.loupe.core.catalogue.ContributionSource;

/** Runs one command line from its words to its exit code. */
public final class Shell {
  private static final String OWN_BUNDLE = "org.loupe.cli";

  private final ContributionSource source;
  private final LoupeOptions options;
  private final Terminal terminal;
  private final Interrupt interrupt;
  private boolean debug;

  Shell(ContributionSource source, LoupeOptions options, Terminal terminal, Interrupt interrupt) {
    this.source = source;
    this.options = options;
    this.terminal = terminal;
    this.interrupt = interrupt;
  }

  /** @return the exit code; whatever goes wrong has been said in one line */
  int run(List<String> all) {
    List<String> words = new ArrayList<>(all);
    int end = words.indexOf("--") < 0 ? words.size() : words.indexOf("--");
    debug = words.subList(0, end).removeIf("--debug"::equals);
    int code = guarded(words);
    terminal.hideBar();
    terminal.out().flush();
    if (!terminal.delivered()) {
      if (!terminal.readerLeft()) {
        terminal.message("loupe: the results could not be written to standard output (closed, or its disk is full)");
      }
      return ExitCode.FAILED.code();
    }
    return code;
  }

  private int guarded(List<String> words) {
    try (Loupe loupe = Loupe.open(source, options)) {
      return dispatch(words, loupe);
    } catch (CancellationException e) {
      return cancelled(e);
    } catch (LoupeException e) {
      return interrupt.requested() ? cancelled(e) : fail(ExitCode.of(e.kind()), e.getMessage(), e);
    } catch (OutOfMemoryError e) {
      return fail(ExitCode.FAILED, "out of memory; give Java more, as with LOUPE_JAVA_OPTS=-Xmx4g", e);
    } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
      return interrupt.requested() ? cancelled(e) : fail(ExitCode.FAILED, unexpected(words, e), e);
    }
  }

  private int dispatch(List<String> words, Loupe loupe) throws LoupeException {
    List<CommandEntry> commands = loupe.catalogues().commands().entries();
    Help help = new Help(terminal.out(), terminal.columns());
    if (words.isEmpty()) {
      new Help(terminal.messages(), terminal.columns()).overview(commands);
      return ExitCode.USAGE.code();
    }
    String first = words.get(0);
    List<String> rest = words.subList(1, words.size());
    switch (first) {
      case "--version", "version" -> terminal.out().println("loupe " + version());
      case "help", "--help", "-h" -> {
        if (rest.isEmpty()) {
          help.overview(commands);
        } else {
          help.command(find(loupe, rest.get(0)));
        }
      }
      default -> {
        CommandEntry command = find(loupe, first);
        if (!asksForHelp(rest)) {
          return run(command, ArgumentParser.parse(command, rest), loupe);
        }
        help.command(command);
      }
    }
    return ExitCode.DONE.code();
  }

  private int run(CommandEntry command, Arguments arguments, Loupe loupe) throws LoupeException {
    TerminalProgress progress = new TerminalProgress(terminal, System::nanoTime, interrupt::requested);
    return command.run(new ShellContext(arguments, terminal, progress, loupe));
  }

  private static CommandEntry find(Loupe loupe, String name) throws LoupeException {
    if (name.startsWith("-")) {
      throw LoupeException.usage("the first word must be a command, not " + name + " (loupe help lists the commands)");
    }
    return loupe.catalogues().commands().find(name);
  }

  private static boolean asksForHelp(List<String> words) {
    int end = words.indexOf("--");
    List<String> before = end < 0 ? words : words.subList(0, end);
    return before.contains("--help") || before.contains("-h");
  }

  private String version() {
    return source.contributions("commands").stream().filter(c -> c.bundle().equals(OWN_BUNDLE)).findFirst()
        .map(Contribution::bundleVersion).filter(v -> !v.isEmpty()).orElse("of unknown version");
  }

  private String unexpected(List<String> words, Throwable e) {
    String what = e.getMessage() == null || e.getMessage().isBlank() ? e.getClass().getSimpleName()
        : e.getClass().getSimpleName() + ": " + e.getMessage();
    String command = words.isEmpty() ? "" : words.get(0) + " ";
    return command + "broke off with " + what + (debug ? "" : " (--debug shows where)");
  }

  private int cancelled(Throwable e) {
    return fail(ExitCode.CANCELLED, "cancelled", e);
  }

  private int fail(ExitCode code, String message, Throwable e) {
    terminal.message("loupe: " + message);
    if (debug) {
      terminal.trace(e);
    }
    return code.code();
  }
}
