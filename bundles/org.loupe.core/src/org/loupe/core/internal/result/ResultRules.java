/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.result;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.loupe.api.result.AttributionTable;
import org.loupe.api.result.Composite;
import org.loupe.api.result.Curves;
import org.loupe.api.result.CustomResult;
import org.loupe.api.result.FeatureAttribution;
import org.loupe.api.result.FeatureLayout;
import org.loupe.api.result.FeatureMaps;
import org.loupe.api.result.GeneratedInput;
import org.loupe.api.result.Result;
import org.loupe.api.result.SaliencyMap;
import org.loupe.api.result.Table;
import org.loupe.api.subject.SpatialAxes;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/** What holds for every result by itself, whether a method returned it or a file holds it. */
public final class ResultRules {
  private ResultRules() {
  }

  /** What is wrong, to follow "returned" or "it holds"; empty if nothing is. Contributed kinds are not looked into. */
  public static Optional<String> broken(Result result) {
    return switch (result) {
      case SaliencyMap m -> first(numbers(m.values()), () -> grid(m.axes(), m.values().shape().rank()),
          () -> unless(m.input() != null && m.picture() != null, "a map without an input, or a picture that is null"));
      case FeatureAttribution f -> first(numbers(f.values()), () -> unless(f.input() != null, "values of no input"));
      case AttributionTable t -> rows(t);
      case FeatureMaps m -> maps(m);
      case GeneratedInput g -> generated(g);
      case Table t -> table(t);
      case Curves c -> curves(c);
      case Composite c -> composite(c);
      case CustomResult c -> Optional.empty();
    };
  }

  private interface Rule {
    Optional<String> broken();
  }

  private static Optional<String> first(Optional<String> broken, Rule... more) {
    Optional<String> found = broken;
    for (int i = 0; i < more.length && found.isEmpty(); i++) {
      found = more[i].broken();
    }
    return found;
  }

  private static Optional<String> unless(boolean holds, String otherwise) {
    return holds ? Optional.empty() : Optional.of(otherwise);
  }

  private static Optional<String> numbers(Tensor values) {
    return unless(values != null && values.type() != ElementType.STRING, "no values");
  }

  private static Optional<String> grid(SpatialAxes axes, int rank) {
    boolean fits = axes != null && axes.height() >= 0 && axes.width() >= 0 && axes.height() != axes.width()
        && Math.max(axes.height(), axes.width()) < rank && axes.channel() >= -1 && axes.channel() < rank
        && axes.channel() != axes.height() && axes.channel() != axes.width();
    return unless(fits, "axes " + axes + " that values of rank " + rank + " do not have");
  }

  private static Optional<String> rows(AttributionTable t) {
    return first(numbers(t.values()), () -> numbers(t.inputs()), () -> numbers(t.base()), () -> numbers(t.scores()),
        () -> t.interactions().isEmpty() ? Optional.empty() : numbers(t.interactions().get()),
        () -> unless(t.score() != null, "attributions of no score"));
  }

  private static Optional<String> maps(FeatureMaps m) {
    return first(numbers(m.values()),
        () -> unless(m.layer() != null && m.layout() != null && m.layout().kind() != null && m.picture() != null
            && m.channels() != null, "feature maps without a layer, a layout, a picture or channels"),
        () -> unless(laidOut(m.layout(), m.values().shape()), "layout " + m.layout() + " that values of shape "
            + m.values().shape() + " do not have"),
        () -> table(m.channels()),
        () -> unless(m.layout().channel() < 0 || m.channels().rows() == m.values().shape().dim(m.layout().channel()),
            m.channels().rows() + " rows of channels for values of shape " + m.values().shape()));
  }

  /** Whether the axes are there, differ, leave the batch alone, and are those of the kind. */
  private static boolean laidOut(FeatureLayout layout, Shape shape) {
    Set<Integer> named = new HashSet<>();
    int given = 0;
    for (int axis : new int[] {layout.channel(), layout.row(), layout.column()}) {
      if (axis == 0 || axis < -1 || axis >= shape.rank()) {
        return false;
      }
      given += axis < 0 ? 0 : 1;
      named.add(axis);
    }
    named.remove(-1);
    boolean channel = layout.channel() > 0;
    boolean row = layout.row() > 0;
    boolean column = layout.column() > 0;
    boolean kind = switch (layout.kind()) {
      case MAPS, ATTENTION -> channel && row && column;
      case VECTOR -> channel && !row && !column;
      case TOKENS -> channel && row && !column;
      case OTHER -> true;
    };
    boolean whole = layout.kind() == FeatureLayout.Kind.OTHER
        || shape.rank() == given + 1 && shape.dim(0) == 1;
    return named.size() == given && kind && whole;
  }

  private static Optional<String> generated(GeneratedInput g) {
    return first(numbers(g.values()), () -> grid(g.axes(), g.values().shape().rank()),
        () -> unless(g.input() != null && g.objective() != null && g.picture() != null,
            "an input without a name, an objective or a picture"),
        () -> {
          int before = -1;
          for (GeneratedInput.Frame frame : g.frames()) {
            if (frame.picture() == null || frame.step() <= before || frame.step() >= g.scores().size()) {
              return Optional.of("frames that do not rise along " + g.scores().size() + " scores, or lack a picture");
            }
            before = frame.step();
          }
          return Optional.empty();
        });
  }

  private static Optional<String> table(Table t) {
    Set<String> names = new HashSet<>();
    for (Table.Column column : t.columns()) {
      boolean unit = !(column instanceof Table.Numbers n) || n.unit() != null;
      if (column.name() == null || !unit || !names.add(column.name())) {
        return Optional.of("a table with a column without a name or a unit, or two columns " + column.name());
      }
    }
    return Optional.empty();
  }

  private static Optional<String> curves(Curves c) {
    if (!named(c.x())) {
      return Optional.of("curves over an axis without a name");
    }
    for (Curves.Series series : c.series()) {
      if (series.name() == null || !named(series.y())) {
        return Optional.of("a curve without a name");
      }
      if (!rising(series.xs())) {
        return Optional.of("a curve " + series.name() + " whose places do not rise");
      }
    }
    return Optional.empty();
  }

  private static boolean named(Curves.Axis axis) {
    return axis != null && axis.name() != null && axis.unit() != null;
  }

  private static boolean rising(double[] xs) {
    for (int i = 0; i < xs.length; i++) {
      if (!Double.isFinite(xs[i]) || i > 0 && xs[i] < xs[i - 1]) {
        return false;
      }
    }
    return true;
  }

  private static Optional<String> composite(Composite c) {
    if (c.parts().isEmpty()) {
      return Optional.of("a composite without parts");
    }
    for (Map.Entry<String, Result> part : c.parts().entrySet()) {
      if (part.getKey() == null || part.getValue() == null || part.getValue() instanceof Composite) {
        return Optional.of("a composite with a part that is missing, has no name or is a composite");
      }
      Optional<String> broken = first(figures(part.getValue()), () -> broken(part.getValue()));
      if (broken.isPresent()) {
        return broken.map(b -> b + " (part " + part.getKey() + ")");
      }
    }
    return Optional.empty();
  }

  private static Optional<String> figures(Result result) {
    return result instanceof CustomResult ? Optional.empty()
        : unless(result.figures().entrySet().stream().noneMatch(f -> f.getKey() == null || f.getValue() == null),
            "empty figures");
  }
}
