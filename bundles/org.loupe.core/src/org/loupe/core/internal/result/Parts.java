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
  /** Values of the features of an attribution table. */
  static final String INPUTS = "inputs.npy";
  /** Base value of each row of an attribution table. */
  static final String BASE = "base.npy";
  /** Score of each row of an attribution table. */
  static final String SCORES = "scores.npy";
  /** Interactions of an attribution table. */
  static final String INTERACTIONS = "interactions.npy";
  /** Figures of channels. */
  static final String CHANNELS = "channels.npy";
  /** Numbers of a table. */
  static final String TABLE = "table.npy";
  /** Points of curves. */
  static final String POINTS = "points.npy";
  /** The most files of a record. */
  static final int MOST = 10_000;
  /** The most pixels of all pictures of a record: it is something that somebody looks at. */
  static final long MOST_PIXELS = 128L << 20;
  private static final String FOLDER = "parts/";

  private Parts() {
  }

  /** Takes parts when a record is written. */
  interface Sink {
    /** @param name to write it by; a part of a composite has a folder before it */
    Place tensor(String name, Tensor tensor) throws IOException;

    /** @return its file name in the record; a picture that is there already is not written again */
    String picture(Picture picture) throws IOException;
  }

  /** The same for one of several results: its tensors lie in a folder of their own. */
  static Sink of(int part, Sink sink) {
    return new Sink() {
      @Override
      public Place tensor(String name, Tensor tensor) throws IOException {
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
    /**
     * @param name where the record names a tensor file
     * @param at where the record says that it begins; -1 if it does not
     */
    Tensor tensor(JsonPath name, long at) throws LoupeException;

    /** Width, height and pixels. @param name where the record names a picture file */
    Pixels picture(JsonPath name) throws LoupeException;
  }

  /**
   * Where a tensor is.
   *
   * @param name its file name in the record
   * @param at where its entry begins in the record's file, if it lies there as it is; else -1
   */
  record Place(String name, long at) {
  }

  /** 0xAARRGGBB row by row. */
  record Pixels(int width, int height, int[] argb) {
  }
}
