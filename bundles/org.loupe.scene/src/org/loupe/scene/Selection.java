/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.scene;

import java.util.Arrays;
import java.util.List;

/**
 * What a place in a scene stands for, so that a click can move the rest of the workbench there.
 *
 * @param kind what it is, such as {@link #PIXEL}
 * @param id name of the thing it is in: a layer, a feature, an input
 * @param coordinates where in it; a pixel has column and row of the input, a feature its number,
 *     a row its number and, where it is about one feature in it, that feature's
 */
public record Selection(String kind, String id, List<Double> coordinates) {
  public static final String PIXEL = "pixel";
  public static final String CHANNEL = "channel";
  public static final String LAYER = "layer";
  public static final String FEATURE = "feature";
  public static final String ROW = "row";
  public static final String TOKEN = "token";
  public static final String CLASS = "class";

  public Selection {
    coordinates = List.copyOf(coordinates);
  }

  /** Whether another one is about the same thing, wherever in it. */
  public boolean sameThing(Selection other) {
    return kind.equals(other.kind) && id.equals(other.id);
  }

  public static Selection of(String kind, String id, double... coordinates) {
    return new Selection(kind, id, Arrays.stream(coordinates).boxed().toList());
  }
}
