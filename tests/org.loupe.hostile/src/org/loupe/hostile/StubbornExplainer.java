/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.hostile;

import java.util.concurrent.CountDownLatch;
import org.loupe.api.explain.ExplainContext;
import org.loupe.api.explain.ExplainRequest;
import org.loupe.api.explain.Explainer;
import org.loupe.api.result.Result;
import org.loupe.api.settings.NoSettings;

/** Waits for {@link #RELEASE}, deaf to cancel and interrupts. */
public class StubbornExplainer implements Explainer<NoSettings> {
  /** Counted down when an explanation has begun. */
  public static final CountDownLatch STARTED = new CountDownLatch(1);
  /** The test counts this down to let the thread go at last. */
  public static final CountDownLatch RELEASE = new CountDownLatch(1);

  @Override
  public Class<NoSettings> settingsType() {
    return NoSettings.class;
  }

  @Override
  public Result explain(ExplainRequest<NoSettings> request, ExplainContext context) {
    STARTED.countDown();
    while (true) {
      try {
        RELEASE.await();
        return null;
      } catch (InterruptedException ignored) {
        // deaf on purpose
      }
    }
  }
}
