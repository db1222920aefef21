/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.app;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.loupe.cli.internal.text.Printable;
import org.loupe.cli.internal.text.TextTable;
import org.loupe.cli.internal.text.Wrap;
import org.loupe.core.catalogue.CommandEntry;
import org.loupe.core.catalogue.OptionSpec;

/** Help pages, made from what the contributions declare; none of a command's code is loaded. */
final class Help {
  private static final int MAX_OPTION_COLUMN = 26;

  private final PrintStream out;
  private final int columns;

  /** @param columns where lines are to be broken */
  Help(PrintStream out, int columns) {
    this.out = out;
    this.columns = Math.max(60, Math.min(columns, 110));
  }

  /** What commands there are. */
  void overview(List<CommandEntry> commands) {
    out.println("Loupe, the model debugger.");
    out.println();
    out.println("Usage: loupe                    open the workbench");
    out.println("       loupe COMMAND ...        run a command");
    out.println("       loupe help COMMAND       say what it takes");
    out.println("       loupe --version");
    out.println();
    out.println("Commands:");
    TextTable table = new TextTable().left("").left("");
    commands.forEach(c -> table.row(c.id(), c.summary()));
    table.print(out, "  ");
    out.println();
    out.println("Every command takes --help, and --debug to show where an error came from.");
    out.println("Exit codes: 0 done, 1 a check failed, 2 wrong usage, 3 bad input, 4 not applicable to this model,");
    out.println("5 failed, 6 partly done, 130 cancelled.");
  }

  /** What a command takes. */
  void command(CommandEntry command) {
    paragraph("Usage: loupe " + command.id() + " " + command.usage(), "           ");
    out.println();
    paragraph(sentence(command.summary()), "");
    if (!command.options().isEmpty()) {
      out.println();
      out.println("Options:");
      command.options().forEach(this::option);
    }
  }

  private void option(OptionSpec option) {
    String head = "  --" + option.name() + (option.value().isEmpty() ? "" : " " + option.value());
    List<String> lines = Wrap.lines(doc(option), columns - MAX_OPTION_COLUMN);
    String margin = " ".repeat(MAX_OPTION_COLUMN);
    if (head.length() > MAX_OPTION_COLUMN - 2) {
      out.println(Printable.of(head));
      out.println(margin + lines.get(0));
    } else {
      out.println(Printable.of(head) + " ".repeat(MAX_OPTION_COLUMN - head.length()) + lines.get(0));
    }
    lines.stream().skip(1).forEach(l -> out.println(margin + l));
  }

  private static String doc(OptionSpec option) {
    String doc = Printable.of(option.doc());
    if (option.required()) {
      doc += " (required)";
    }
    return option.repeat() ? doc + " (may be repeated)" : doc;
  }

  private void paragraph(String text, String hanging) {
    List<String> lines = Wrap.lines(Printable.of(text), columns - hanging.length());
    out.println(lines.get(0));
    lines.stream().skip(1).forEach(l -> out.println(hanging + l));
  }

  private static String sentence(String summary) {
    if (summary.isEmpty()) {
      return "";
    }
    String text = summary.substring(0, 1).toUpperCase(Locale.ROOT) + summary.substring(1);
    return text.endsWith(".") ? text : text + ".";
  }
}
