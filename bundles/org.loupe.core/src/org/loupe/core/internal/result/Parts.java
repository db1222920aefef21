/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.result;

import java.io.IOException;
import org.loupe.api.LoupeException;
import org.loupe.api.subject.Picture;
import org.loupe.core.internal.json.JsonPath;
import org.loupe.math.tensor.Tensor;

/** The parts of a record that are files of their own, named in its JSON. */
final class Parts {
  /** Tensor of a result. */
  static final String VALUES = "values.npy";
  /** Figures of channels. */
  static final String CHANNELS = "channels.npy";
  /** Numbers of a table. */
  static final String TABLE = "table.npy";
  /** Points of curves. */
  static final String POINTS = "points.npy";
  private static final String FOLDER = "parts/";

  private Parts() {
  }

  /** Takes parts when a record is written. */
  interface Sink {
    /** @return its file name in the record, which ends with the name asked for */
    String tensor(String name, Tensor tensor) throws IOException;

    /** @return its file name in the record; a picture that is there already is not written again */
    String picture(Picture picture) throws IOException;
  }

  /** The same for one of several results: its tensors lie in a folder of their own. */
  static Sink of(int part, Sink sink) {
    return new Sink() {
      @Override
      public String tensor(String name, Tensor tensor) throws IOException {
        return sink.tensor(FOLDER + part + "/" + name, tensor);
      }

      @Override
      public String picture(Picture picture) throws IOException {
        return sink.picture(picture);
      }
    };
  }

  /** Gives parts when a record is read. */
  interface Source {
    /** @param name where the record names a tensor file */
    Tensor tensor(JsonPath name) throws LoupeException;

    /** Width, height and pixels. @param name where the record names a picture file */
    Pixels picture(JsonPath name) throws LoupeException;
  }

  /** 0xAARRGGBB row by row. */
  record Pixels(int width, int height, int[] argb) {
  }
}
