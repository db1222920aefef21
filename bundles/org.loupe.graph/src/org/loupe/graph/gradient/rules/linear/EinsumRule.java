/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.graph.gradient.rules.linear;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.loupe.graph.Dim;
import org.loupe.graph.build.NodeBuilder;
import org.loupe.graph.gradient.BackwardRule;
import org.loupe.graph.gradient.NodeFacts;
import org.loupe.graph.gradient.RuleContext;

/** Einsum of terms without ellipsis in which no letter stands twice: the cotangent takes the operand's place. */
final class EinsumRule implements BackwardRule {
  private record Equation(List<String> terms, String result) {
    static Equation of(String text) {
      String[] sides = text.replace(" ", "").split("->", -1);
      List<String> terms = List.of(sides[0].split(",", -1));
      return new Equation(terms, sides.length > 1 ? sides[1] : implied(sides[0]));
    }

    /** Without a right side it is the letters that stand once, in alphabetical order. */
    private static String implied(String left) {
      return left.chars().filter(Character::isLetter).filter(ch -> left.indexOf(ch) == left.lastIndexOf(ch)).sorted()
          .mapToObj(ch -> String.valueOf((char) ch)).collect(Collectors.joining());
    }
  }

  @Override
  public Optional<String> refusal(NodeFacts c) {
    Equation e = Equation.of(c.node().string("equation", ""));
    boolean plain = e.terms().stream().allMatch(t -> !t.contains(".") && t.chars().distinct().count() == t.length());
    return plain ? Optional.empty() : Optional.of("an ellipsis or a letter that stands twice in a term");
  }

  @Override
  public void backward(RuleContext c) {
    Equation e = Equation.of(c.node().string("equation", ""));
    for (int i = 0; i < e.terms().size(); i++) {
      if (c.wants(i)) {
        c.give(i, input(c, e, i));
      }
    }
  }

  private static String input(RuleContext c, Equation e, int i) {
    List<String> terms = new ArrayList<>(List.of(e.result()));
    List<String> values = new ArrayList<>(List.of(c.cotangent()));
    Set<Integer> letters = new LinkedHashSet<>();
    e.result().chars().forEach(letters::add);
    for (int j = 0; j < e.terms().size(); j++) {
      if (j != i) {
        terms.add(e.terms().get(j));
        values.add(c.input(j));
        e.terms().get(j).chars().forEach(letters::add);
      }
    }
    String term = e.terms().get(i);
    String known = term.chars().filter(letters::contains).mapToObj(ch -> String.valueOf((char) ch))
        .collect(Collectors.joining());
    String equation = String.join(",", terms) + "->" + known;
    String sum = c.emit().node(NodeBuilder.of("Einsum").inputs(values.toArray(new String[0]))
        .string("equation", equation));
    return repeated(c, sum, term, known, i);
  }

  /** Letters that only the operand has were summed over: each of their elements has the same cotangent. */
  private static String repeated(RuleContext c, String sum, String term, String known, int i) {
    List<Dim> dims = new ArrayList<>(c.dims(c.input(i)));
    List<Integer> added = new ArrayList<>();
    for (int a = 0; a < term.length(); a++) {
      if (known.indexOf(term.charAt(a)) < 0) {
        added.add(a);
        dims.set(a, Dim.of(1));
      }
    }
    String wide = c.emit().shapes().unsqueeze(sum, added.stream().mapToInt(a -> a).toArray());
    return c.emit().shapes().expandLike(wide, dims, c.input(i));
  }
}
