/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.shape;

import java.util.ArrayList;
import java.util.List;
import org.loupe.graph.Dim;

/** Arithmetic on extents of which some are names and some are not known. */
final class Dims {
  private Dims() {
  }

  /** The extent that two operands broadcast to; unknown if they cannot be told to fit. */
  static Dim broadcast(Dim a, Dim b) {
    if (a.equals(b) || b.is(1)) {
      return a;
    }
    if (a.is(1)) {
      return b;
    }
    boolean fixedA = a instanceof Dim.Fixed;
    boolean fixedB = b instanceof Dim.Fixed;
    // Beside a number other than one, anything that fits is that number or one.
    return fixedA && !fixedB ? a : fixedB && !fixedA ? b : Dim.UNKNOWN;
  }

  /** Multidirectional broadcasting as NumPy does it. */
  static List<Dim> broadcast(List<Dim> a, List<Dim> b) {
    int rank = Math.max(a.size(), b.size());
    List<Dim> out = new ArrayList<>(rank);
    for (int i = 0; i < rank; i++) {
      int ia = i - (rank - a.size());
      int ib = i - (rank - b.size());
      out.add(ia < 0 ? b.get(ib) : ib < 0 ? a.get(ia) : broadcast(a.get(ia), b.get(ib)));
    }
    return out;
  }

  /** Two descriptions of the same extent: the more precise one; unknown if they contradict each other. */
  static Dim merge(Dim inferred, Dim declared) {
    if (inferred instanceof Dim.Unknown) {
      return declared;
    }
    boolean bothFixed = inferred instanceof Dim.Fixed && declared instanceof Dim.Fixed;
    if (bothFixed && !inferred.equals(declared)) {
      return Dim.UNKNOWN;
    }
    return declared instanceof Dim.Fixed ? declared : inferred;
  }

  static Dim sum(Dim a, Dim b) {
    if (a.is(0)) {
      return b;
    }
    if (b.is(0)) {
      return a;
    }
    return a instanceof Dim.Fixed x && b instanceof Dim.Fixed y ? Dim.of(Math.addExact(x.size(), y.size()))
        : Dim.UNKNOWN;
  }

  static Dim product(List<Dim> dims) {
    long fixed = 1;
    Dim other = null;
    boolean several = false;
    for (Dim d : dims) {
      if (d instanceof Dim.Fixed f) {
        fixed = Math.multiplyExact(fixed, f.size());
      } else {
        several |= other != null;
        other = d;
      }
    }
    return other == null || fixed == 0 ? Dim.of(fixed) : fixed == 1 && !several ? other : Dim.UNKNOWN;
  }

  /** Position of an axis that may count from the end. */
  static int axis(long axis, int rank) {
    long a = axis < 0 ? axis + rank : axis;
    if (a < 0 || a >= Math.max(rank, 1)) {
      throw new UnknownShapeException();
    }
    return (int) a;
  }

  static long fixed(Dim dim) {
    if (dim instanceof Dim.Fixed f) {
      return f.size();
    }
    throw new UnknownShapeException();
  }

  /** A computed extent; unknown if it is negative, which no valid model gives. */
  static Dim of(long size) {
    return size < 0 ? Dim.UNKNOWN : Dim.of(size);
  }
}
