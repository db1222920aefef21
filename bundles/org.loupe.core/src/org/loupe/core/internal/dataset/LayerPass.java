/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.ForwardRequest;
import org.loupe.core.internal.run.BatchRunner;
import org.loupe.core.internal.run.Engine;
import org.loupe.core.internal.run.MemoryBudget;
import org.loupe.core.model.ModelLease;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/** Runs items forward in batches and reduces what a layer gives to a few numbers for each channel. */
public final class LayerPass {
  /** Largest difference that batching may make, relative to the largest mean. */
  private static final double INVARIANT = 1e-5;
  private static final int BLOCK = 1 << 16;
  private final BatchRunner<Item> runner;
  private final Pass pass;

  /**
   * What an item does to each channel of a layer.
   *
   * @param rows extent of the maps; 1 where there are none
   * @param columns likewise
   * @param mean over the map
   * @param peak the largest element; NaN where one is
   * @param place flat place of the peak in the map
   */
  public record Item(int rows, int columns, double[] mean, double[] peak, int[] place) {
  }

  /** @param first the inputs of any item: what tells which of them can be stacked */
  public LayerPass(ModelLease lease, String layer, Map<String, Tensor> first, MemoryBudget memory, Progress progress) {
    // Only its cancellation: an engine's own steps are not the files that the user waits for.
    Progress cancel = new CancelOnly(progress);
    pass = new Pass(lease, layer, cancel);
    runner = new BatchRunner<>(new Engine(lease, cancel), first,
        memory.batchSize(lease.description(), first), note -> {
        });
  }

  /** How many items to hand over at once. */
  public int size() {
    return runner.size();
  }

  /** Hands over what each item does, in order. @param items the inputs that differ from the first item's */
  public void run(List<Map<String, Tensor>> items, Consumer<Item> each) throws LoupeException {
    runner.run(pass, items.size(), items::get, each);
  }

  private record Pass(ModelLease lease, String layer, Progress cancel) implements BatchRunner.Pass<Item> {
    @Override
    public List<Item> run(Map<String, Tensor> inputs, int[] variants) throws LoupeException {
      int items = variants.length;
      Tensor value = lease.forward(new ForwardRequest(inputs, List.of(layer)), cancel).value(layer);
      Shape shape = value.shape();
      if (!value.type().isFloating() || shape.rank() < 2 || shape.dim(0) != items || shape.size() == 0) {
        throw LoupeException.notApplicable("layer " + layer + " gives " + value.type() + " " + shape
            + ", which has no channels for each item");
      }
      List<Item> out = new ArrayList<>();
      for (int i = 0; i < items; i++) {
        out.add(reduce(value.item(i), layer));
      }
      return out;
    }

    @Override
    public boolean same(Item alone, Item together) {
      double scale = 0;
      for (double m : together.mean()) {
        scale = Double.isFinite(m) ? Math.max(scale, Math.abs(m)) : scale;
      }
      for (int c = 0; c < alone.mean().length; c++) {
        double a = alone.mean()[c];
        double b = together.mean()[c];
        if (Double.compare(a, b) != 0 && !(Math.abs(a - b) <= INVARIANT * scale)) {
          return false;
        }
      }
      return true;
    }
  }

  private static Item reduce(Tensor value, String layer) throws LoupeException {
    long all = value.shape().size();
    if (value.shape().dim(0) > BestFiles.MOST_CHANNELS) {
      throw LoupeException.notApplicable("layer " + layer + " has " + value.shape().dim(0) + " channels, more than the "
          + BestFiles.MOST_CHANNELS + " for which files are kept");
    }
    int channels = value.shape().intDim(0);
    long plane = all / channels;
    if (plane > Integer.MAX_VALUE) {
      throw LoupeException.notApplicable("layer " + layer + " has maps of " + plane + " elements, too many to look at");
    }
    int columns = value.shape().rank() < 2 ? 1 : value.shape().intDim(value.shape().rank() - 1);
    Item out = new Item((int) (plane / columns), columns, new double[channels], new double[channels],
        new int[channels]);
    for (int c = 0; c < channels; c++) {
      reduce(value, c * plane, (int) plane, out, c);
    }
    return out;
  }

  private static void reduce(Tensor value, long from, int plane, Item out, int c) {
    double sum = 0;
    double peak = Double.NEGATIVE_INFINITY;
    int place = 0;
    for (int start = 0; start < plane; start += Math.min(BLOCK, plane - start)) {
      double[] block = new double[Math.min(BLOCK, plane - start)];
      value.copyTo(from + start, block);
      for (int i = 0; i < block.length; i++) {
        sum += block[i];
        if (block[i] > peak || Double.isNaN(block[i])) {
          peak = block[i];
          place = start + i;
        }
        if (Double.isNaN(peak)) {
          break;
        }
      }
    }
    out.mean()[c] = sum / plane;
    out.peak()[c] = peak;
    out.place()[c] = place;
  }

  private record CancelOnly(Progress progress) implements Progress {
    @Override
    public void begin(String task, long units) {
      // not shown
    }

    @Override
    public void worked(long units) {
      // not shown
    }

    @Override
    public boolean cancelled() {
      return progress.cancelled();
    }
  }
}
