/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.context;

import java.nio.file.Path;
import org.loupe.api.card.InputCard;
import org.loupe.api.model.ModelDescription;

/**
 * The model that is looked at.
 *
 * @param file the model file, absolute
 * @param description what the file says of the model
 * @param card how files become its inputs, as the editor has it, saved or not
 */
public record InspectedModel(Path file, ModelDescription description, InputCard card) {
  public InspectedModel withCard(InputCard other) {
    return new InspectedModel(file, description, other);
  }
}
