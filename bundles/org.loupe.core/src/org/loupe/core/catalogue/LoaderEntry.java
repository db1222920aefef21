/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.catalogue;

import java.util.List;
import java.util.Locale;
import org.loupe.api.LoupeException;
import org.loupe.api.model.ModelLoader;

/** A contributed loader of model files. */
public final class LoaderEntry extends Entry {
  LoaderEntry(Contribution contribution) {
    super(contribution);
  }

  /** Endings of the files that it takes, in lower case, without the dot. */
  public List<String> extensions() {
    return list("extensions").stream().map(e -> e.toLowerCase(Locale.ROOT)).toList();
  }

  /** Endings that other kinds of files have too: the loader must recognise the content. As {@link #extensions}. */
  public List<String> sharedExtensions() {
    return list("sharedExtensions").stream().map(e -> e.toLowerCase(Locale.ROOT)).toList();
  }

  /** Where several loaders take a file, the greatest goes first. */
  public int priority() {
    return number("priority");
  }

  /** Loads its code. @throws LoupeException FAILED, naming the bundle */
  public ModelLoader create() throws LoupeException {
    return instance(ModelLoader.class);
  }
}
