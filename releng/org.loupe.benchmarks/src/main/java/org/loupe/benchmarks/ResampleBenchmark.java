/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.benchmarks;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.loupe.math.resample.Filter;
import org.loupe.math.resample.Mode;
import org.loupe.math.resample.Resampler;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A photograph of 640 x 480 pixels made fit for a model of 224 x 224, as every picture that is predicted. */
@State(Scope.Benchmark)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ResampleBenchmark {
  private static final int HEIGHT = 480;
  private static final int WIDTH = 640;
  private static final int SIDE = 224;
  private static final int CHANNELS = 3;

  @Param({"BILINEAR", "BICUBIC", "AREA"})
  Filter filter;
  private float[] picture;

  @Setup
  public void makePicture() {
    SplittableRandom random = new SplittableRandom(1);
    picture = new float[HEIGHT * WIDTH * CHANNELS];
    for (int i = 0; i < picture.length; i++) {
      picture[i] = (float) random.nextDouble();
    }
  }

  @Benchmark
  public float[] resize() {
    return Resampler.resize(picture, HEIGHT, WIDTH, CHANNELS, SIDE, SIDE, filter, Mode.ANTIALIAS);
  }
}
