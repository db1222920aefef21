/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.catalogue;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.loupe.api.LoupeException;
import org.loupe.api.command.Command;
import org.loupe.api.command.CommandContext;
import org.loupe.core.internal.contain.Containment;

/** A contributed command. */
public final class CommandEntry extends Entry {
  private static final Pattern RANGE = Pattern.compile("(\\d{1,6})(?:-(\\d{1,6}))?");

  CommandEntry(Contribution contribution) {
    super(contribution);
  }

  /** One line for the list of commands. */
  public String summary() {
    return contribution().attribute("summary");
  }

  /** The words after the command, as {@code MODEL --input FILE}. */
  public String usage() {
    return contribution().attribute("usage");
  }

  public List<OptionSpec> options() {
    return contribution().children("option").stream().map(o -> new OptionSpec(o.attribute("name"), o.attribute("value"),
        Boolean.parseBoolean(o.attribute("repeat")), Boolean.parseBoolean(o.attribute("required")),
        o.attribute("doc"))).toList();
  }

  /** The least number of words without option. */
  public int minPositional() {
    return positional(1, 0);
  }

  /** The greatest number of words without option. */
  public int maxPositional() {
    return positional(2, minPositional());
  }

  /** Loads its code. @throws LoupeException FAILED, naming the bundle */
  public Command create() throws LoupeException {
    return instance(Command.class);
  }

  /**
   * Creates and runs the command; whatever it throws comes out as a LoupeException.
   *
   * @return its exit code
   * @throws LoupeException as {@link Command#run}; FAILED, naming the bundle, if the command is defective
   * @throws java.util.concurrent.CancellationException if it was cancelled
   */
  public int run(CommandContext context) throws LoupeException {
    Command command = create();
    return Containment.call(bundle(), "command " + id(), () -> command.run(context));
  }

  private int positional(int group, int otherwise) {
    Matcher m = RANGE.matcher(contribution().attribute("positional").strip());
    return m.matches() && m.group(group) != null ? Integer.parseInt(m.group(group)) : otherwise;
  }
}
