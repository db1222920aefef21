/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.catalogue;

import java.util.Arrays;
import java.util.List;
import org.loupe.api.LoupeException;
import org.loupe.core.internal.contain.Containment;

/** A contribution in a catalogue. Asking what it says of itself loads none of its code. */
public abstract class Entry {
  private final Contribution contribution;
  private Object instance;

  Entry(Contribution contribution) {
    this.contribution = contribution;
  }

  public final Contribution contribution() {
    return contribution;
  }

  public final String id() {
    return contribution.id();
  }

  /** Name for a reader; the id if it has none. */
  public final String name() {
    return contribution.name().isBlank() ? id() : contribution.name();
  }

  public final String description() {
    return contribution.description();
  }

  public final String bundle() {
    return contribution.bundle();
  }

  /** Bundle and version for the record of a result, as {@code org.loupe.explain.perturbation 0.1.0}. */
  public final String bundleText() {
    return contribution.bundleVersion().isEmpty() ? bundle() : bundle() + " " + contribution.bundleVersion();
  }

  /** Loads the contributed class, once; a failure is not remembered. */
  final synchronized <T> T instance(Class<T> type) throws LoupeException {
    if (instance == null) {
      instance = Containment.call(bundle(), "creating " + id(), contribution::create);
    }
    return Containment.cast(bundle(), id(), type, instance);
  }

  /** The parts of an attribute that is a list separated by commas. */
  final List<String> list(String attribute) {
    return Arrays.stream(contribution.attribute(attribute).split(",")).map(String::strip).filter(s -> !s.isEmpty())
        .toList();
  }

  /** A whole number; 0 if it is absent or none. */
  final int number(String attribute) {
    try {
      return Integer.parseInt(contribution.attribute(attribute).strip());
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  @Override
  public final String toString() {
    return id() + " (" + bundle() + ")";
  }
}
