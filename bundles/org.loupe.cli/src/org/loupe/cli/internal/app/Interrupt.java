/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.app;

import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Whether the user has asked to stop. Ctrl-C and a polite kill ask once; asked again, the process ends at once.
 * The signal classes are no part of the Java standard, so they are looked up by name; without them a shutdown hook
 * asks, and gives the command a few seconds to put down what is finished.
 */
final class Interrupt {
  private static final long GRACE_SECONDS = 10;

  private final AtomicBoolean requested = new AtomicBoolean();
  private final CountDownLatch ended = new CountDownLatch(1);

  boolean requested() {
    return requested.get();
  }

  /** Asks to stop. @return false if that had been asked before */
  boolean request() {
    return requested.compareAndSet(false, true);
  }

  /** The command has ended, and nothing needs to wait for it any more. */
  void end() {
    ended.countDown();
  }

  /** Listens to the signals of the operating system. */
  void listen() {
    try {
      ClassLoader platform = ClassLoader.getSystemClassLoader();
      Class<?> signal = Class.forName("sun.misc.Signal", true, platform);
      Class<?> handler = Class.forName("sun.misc.SignalHandler", true, platform);
      Object ours = Proxy.newProxyInstance(platform, new Class<?>[] {handler}, (proxy, method, arguments) -> switch (
          method.getName()) {
        case "handle" -> {
          signalled();
          yield null;
        }
        case "equals" -> proxy == arguments[0];
        case "hashCode" -> System.identityHashCode(proxy);
        default -> "interrupt";
      });
      for (String name : new String[] {"INT", "TERM"}) {
        Object instance = signal.getConstructor(String.class).newInstance(name);
        signal.getMethod("handle", signal, handler).invoke(null, instance, ours);
      }
    } catch (ReflectiveOperationException e) {
      Runtime.getRuntime().addShutdownHook(new Thread(this::awaitEnd, "Loupe cancel"));
    }
  }

  private void signalled() {
    if (!request()) {
      Runtime.getRuntime().halt(ExitCode.CANCELLED.code());
    }
  }

  private void awaitEnd() {
    request();
    try {
      ended.await(GRACE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
