/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.card.InputCard;
import org.loupe.api.command.Command;
import org.loupe.api.command.CommandContext;
import org.loupe.core.Loupe;
import org.loupe.core.card.CardFiles;

/** {@code loupe card}: writes a first input card. */
public final class CardCommand implements Command {
  @Override
  public int run(CommandContext context) throws LoupeException {
    Optional<String> out = context.arguments().value("out");
    Path file = out.isEmpty() ? null : InputFiles.path(out.get());
    if (file != null && Files.exists(file) && !context.arguments().has("force")) {
      throw LoupeException.usage(file + " exists already; --force overwrites it");
    }
    CardFiles cards = context.service(Loupe.class).cards();
    try (ModelSession session = ModelSession.open(context)) {
      Optional<String> table = context.arguments().value("input");
      InputCard card = table.isEmpty() ? cards.propose(session.description())
          : cards.propose(session.description(), InputFiles.path(table.get()), context.progress());
      cards.check(card, session.description()).forEach(context::message);
      if (file == null) {
        context.out().println(cards.format(card).stripTrailing());
      } else {
        cards.write(card, file);
        context.message("wrote " + file + "; look at it: what the model does not say is a guess");
      }
      return 0;
    }
  }
}
