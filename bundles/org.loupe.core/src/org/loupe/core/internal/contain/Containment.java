/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.contain;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.loupe.api.LoupeException;

/**
 * The one way into contributed code. What a contribution says in a {@link LoupeException} goes through; whatever else
 * comes out of it, or null, becomes a {@link ContributionFailure} that names its bundle.
 */
public final class Containment {
  private static final int LONGEST = 300;

  private Containment() {
  }

  /**
   * Calls contributed code.
   *
   * @param bundle whose it is
   * @param what what is being done, for the message, as {@code creating occlusion}
   * @return what it returned, never null
   * @throws LoupeException what it threw, or a {@link ContributionFailure}
   * @throws CancellationException if it was cancelled or interrupted
   */
  public static <T> T call(String bundle, String what, Callable<? extends T> call) throws LoupeException {
    T value;
    try {
      value = call.call();
    } catch (LoupeException | CancellationException e) {
      throw e;
    } catch (ContainedError e) {
      throw e.failure();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    } catch (OutOfMemoryError e) {
      throw new ContributionFailure(bundle, at(what, bundle) + "ran out of memory; give it less to do at once", e);
    } catch (Exception | Error e) {
      // Errors too: a missing class or an endless recursion of a contribution must not end the application.
      throw new ContributionFailure(bundle, at(what, bundle) + "failed with " + describe(e), e);
    }
    if (value == null) {
      throw new ContributionFailure(bundle, at(what, bundle) + "returned nothing", null);
    }
    return value;
  }

  /** Contributed code that returns nothing. */
  public static void run(String bundle, String what, ContainedAction action) throws LoupeException {
    call(bundle, what, () -> {
      action.run();
      return Boolean.TRUE;
    });
  }

  /** @throws LoupeException a {@link ContributionFailure} if the object is of another type */
  public static <T> T cast(String bundle, String id, Class<T> type, Object object) throws LoupeException {
    if (type.isInstance(object)) {
      return type.cast(object);
    }
    throw new ContributionFailure(bundle, id + " of bundle " + bundle + " is a " + object.getClass().getName()
        + ", not a " + type.getName(), null);
  }

  /** A failure that the code of a bundle is to blame for. */
  public static LoupeException failure(String bundle, String what, String how) {
    return new ContributionFailure(bundle, at(what, bundle) + how, null);
  }

  private static String at(String what, String bundle) {
    return what + " (bundle " + bundle + ") ";
  }

  /** Type and message in one line. */
  private static String describe(Throwable e) {
    String message = e.getMessage() == null ? "" : ": " + e.getMessage();
    String line = (e.getClass().getSimpleName() + message).replaceAll("[\\p{Cntrl}\\s]+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
  }
}
