/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.subject;

import java.util.List;
import java.util.Optional;
import org.loupe.math.tensor.Tensor;

/**
 * One input of a model, ready to be fed, and what is known of where it came from.
 *
 * @param name name of the model's input
 * @param tensor in the model's type and shape, batch axis of 1 included where the model has one
 * @param modality id of the modality that made it, or of the one that can mask it
 * @param axes the grid, where it has one
 * @param picture what a person saw, where it was a picture
 * @param encoding how colours are numbers of the tensor, where it is a picture
 * @param features names of the elements of the innermost axis, where they have names; empty otherwise
 * @param table what is known of rows and columns, where it is rows of a table
 */
public record DecodedInput(String name, Tensor tensor, String modality, Optional<SpatialAxes> axes,
    Optional<Picture> picture, Optional<PictureEncoding> encoding, List<String> features,
    Optional<TableRows> table) {
  public DecodedInput {
    features = List.copyOf(features);
  }

  /** One that is no table. */
  public DecodedInput(String name, Tensor tensor, String modality, Optional<SpatialAxes> axes,
      Optional<Picture> picture, Optional<PictureEncoding> encoding, List<String> features) {
    this(name, tensor, modality, axes, picture, encoding, features, Optional.empty());
  }

  /** One whose numbers are not known to be colours. */
  public DecodedInput(String name, Tensor tensor, String modality, Optional<SpatialAxes> axes,
      Optional<Picture> picture, List<String> features) {
    this(name, tensor, modality, axes, picture, Optional.empty(), features);
  }

  /** A tensor of which nothing more is known. */
  public static DecodedInput plain(String name, Tensor tensor, String modality) {
    return new DecodedInput(name, tensor, modality, Optional.empty(), Optional.empty(), List.of());
  }

  /** The same with another tensor of the same shape. */
  public DecodedInput withTensor(Tensor other) {
    return new DecodedInput(name, other, modality, axes, picture, encoding, features, table);
  }
}
