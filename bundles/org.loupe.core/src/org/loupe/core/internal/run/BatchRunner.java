/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.loupe.api.LoupeException;
import org.loupe.math.tensor.Tensor;

/**
 * Runs many variants of one input in batches. Before it batches it makes sure, on the first two variants, that the
 * model gives an item the same whatever its neighbours are; where it does not, variants run one by one. Where memory
 * runs short, batches are halved.
 *
 * @param <R> what a variant gives
 */
public final class BatchRunner<R> {
  /** What is done with the inputs of some items. */
  public interface Pass<R> {
    /** Runs them at once and gives a result for each item. @param items numbers of the variants */
    List<R> run(Map<String, Tensor> inputs, int[] items) throws LoupeException;

    /** Whether an item gives the same alone and among others. */
    boolean same(R alone, R together);
  }

  private record Variant(int number, Map<String, Tensor> inputs) {
  }

  private final Engine engine;
  private final Map<String, Tensor> subject;
  private final Consumer<String> notes;
  private Optional<Stacking> stacking;
  private boolean proven;
  private int size;

  public BatchRunner(Engine engine, Map<String, Tensor> subject, int size, Consumer<String> notes) {
    this.engine = engine;
    this.subject = subject;
    this.notes = notes;
    this.stacking = size == 1 ? Optional.empty() : Stacking.of(engine.model(), subject);
    this.size = stacking.isPresent() ? size : 1;
  }

  /** How many are run at once at most. */
  public synchronized int size() {
    return size;
  }

  /** Runs variants {@code 0} to {@code count - 1} and hands over what each gives, in order. */
  public synchronized void run(Pass<R> pass, int count, IntFunction<Map<String, Tensor>> variant, Consumer<R> each)
      throws LoupeException {
    if (count < 0) {
      throw new IllegalArgumentException(count + " variants");
    }
    int next = 0;
    while (next < count) {
      engine.check();
      List<Variant> chunk = new ArrayList<>();
      for (int i = next; i < Math.min(count, next + size); i++) {
        chunk.add(new Variant(i, checked(variant.apply(i), i)));
      }
      chunk(pass, chunk).forEach(each);
      next += chunk.size();
    }
  }

  private List<R> chunk(Pass<R> pass, List<Variant> chunk) throws LoupeException {
    if (chunk.size() < 2 || stacking.isEmpty() || !stacking.get().takes(inputs(chunk))) {
      return single(pass, chunk);
    }
    if (!proven && !prove(pass, chunk.subList(0, 2))) {
      stacking = Optional.empty();
      size = 1;
      return single(pass, chunk);
    }
    proven = true;
    try {
      return pass.run(stacking.get().stack(inputs(chunk)), numbers(chunk));
    } catch (LoupeException | OutOfMemoryError e) {
      if (e instanceof LoupeException failure && !MemoryFailures.is(failure)) {
        throw failure;
      }
      return halved(pass, chunk);
    }
  }

  private List<R> halved(Pass<R> pass, List<Variant> chunk) throws LoupeException {
    size = Math.min(size, Math.max(1, chunk.size() / 2));
    notes.accept("Memory ran short, so batches became smaller: a rerun may differ in the last digits.");
    List<R> out = new ArrayList<>();
    while (out.size() < chunk.size()) {
      engine.check();
      // The size may have become smaller again meanwhile.
      out.addAll(chunk(pass, chunk.subList(out.size(), Math.min(chunk.size(), out.size() + size))));
    }
    return out;
  }

  private List<R> single(Pass<R> pass, List<Variant> chunk) throws LoupeException {
    List<R> out = new ArrayList<>();
    for (Variant variant : chunk) {
      engine.check();
      Map<String, Tensor> inputs = new LinkedHashMap<>(subject);
      inputs.putAll(variant.inputs());
      out.addAll(pass.run(inputs, new int[] {variant.number()}));
    }
    return out;
  }

  private boolean prove(Pass<R> pass, List<Variant> two) throws LoupeException {
    List<R> alone = single(pass, two);
    try {
      List<R> together = pass.run(stacking.get().stack(inputs(two)), numbers(two));
      if (pass.same(alone.get(0), together.get(0)) && pass.same(alone.get(1), together.get(1))) {
        return true;
      }
      notes.accept("The model's answer for an item depends on the others in its batch, so items were run one by one.");
      return false;
    } catch (LoupeException e) {
      // An open batch axis is a promise that many exported models do not keep: they reshape to one item inside.
      return false;
    }
  }

  private static List<Map<String, Tensor>> inputs(List<Variant> chunk) {
    return chunk.stream().map(Variant::inputs).toList();
  }

  private static int[] numbers(List<Variant> chunk) {
    return chunk.stream().mapToInt(Variant::number).toArray();
  }

  /** What a method hands over is checked here, so that the method and not the engine is to blame. */
  private Map<String, Tensor> checked(Map<String, Tensor> variant, int index) {
    // Asked one by one: an immutable map throws when it is asked for null.
    if (variant == null || variant.values().stream().anyMatch(Objects::isNull)
        || variant.keySet().stream().anyMatch(name -> name == null || !subject.containsKey(name))) {
      throw new IllegalArgumentException("variant " + index + " is no set of inputs of the model: "
          + (variant == null ? "null" : variant.keySet()));
    }
    return variant;
  }
}
