/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.model;

import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.facet.BackwardRules;

/**
 * Opens one format of model files; contributed to {@code org.loupe.api.modelLoaders}, which names the file endings and
 * signatures that it takes. Stateless; may be called by several threads.
 */
public interface ModelLoader {
  /**
   * Opens a model. No code that the file carries or names is run.
   *
   * @throws LoupeException BAD_INPUT for a file that is unreadable, corrupt or hostile, {@link MissingFilesException}
   *     where files beside it are missing; NOT_APPLICABLE for one that this engine cannot run, with the reason
   * @throws java.util.concurrent.CancellationException when {@code progress} was cancelled
   */
  Model load(ModelSource source, LoadOptions options, Progress progress) throws LoupeException;

  /**
   * Opens a model that may be differentiated by contributed rules, beside the engine's own. Whoever opens models calls
   * this one; a loader whose engine takes no rules has no need to implement it.
   */
  default Model load(ModelSource source, LoadOptions options, BackwardRules rules, Progress progress)
      throws LoupeException {
    return load(source, options, progress);
  }

  /**
   * Whether the content of a file looks like this format; asked for the endings that the contribution calls shared.
   * Quick: it reads the beginning of the file, or little more.
   *
   * @return false also for a file that cannot be read
   */
  default boolean recognises(ModelSource source) {
    return true;
  }

  /**
   * Looks whether a file could be opened, without making it ready to run or reading its weights. A loader that cannot
   * tell says nothing.
   *
   * @throws LoupeException as {@link #load(ModelSource, LoadOptions, Progress)}
   * @throws java.util.concurrent.CancellationException when {@code progress} was cancelled
   */
  default void check(ModelSource source, Progress progress) throws LoupeException {
    // nothing is known to be wrong
  }
}
