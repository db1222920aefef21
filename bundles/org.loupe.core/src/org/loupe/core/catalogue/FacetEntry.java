/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.catalogue;

import java.util.List;
import org.loupe.api.LoupeException;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.facet.FacetProvider;
import org.loupe.core.internal.contain.Containment;

/** A contributed facet of models that another bundle opens. */
public final class FacetEntry extends Entry {
  FacetEntry(Contribution contribution) {
    super(contribution);
  }

  /** Name of the class of the facet. */
  public String type() {
    return contribution().attribute("type").strip();
  }

  /** What a model with the facet is said to be capable of; may be empty. */
  public String capability() {
    return contribution().attribute("capability").strip();
  }

  /** Operators of which a model must have one, with their domain unless that is the standard one; empty for any. */
  public List<String> operators() {
    return list("operators");
  }

  /**
   * Whether a model has the facet, as far as its description tells; loads the code if the declared operators are
   * there.
   *
   * @throws LoupeException FAILED, naming the bundle
   */
  public boolean offered(ModelDescription model) throws LoupeException {
    List<String> operators = operators();
    if (!operators.isEmpty() && model.layers().stream().noneMatch(l -> operators.contains(l.operator()))) {
      return false;
    }
    FacetProvider<?> provider = create();
    return Containment.call(bundle(), "asking " + id() + " whether it applies", () -> provider.offered(model));
  }

  /** Loads its code. @throws LoupeException FAILED, naming the bundle */
  public FacetProvider<?> create() throws LoupeException {
    return instance(FacetProvider.class);
  }
}
