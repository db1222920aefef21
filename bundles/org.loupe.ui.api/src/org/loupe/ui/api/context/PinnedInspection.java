/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.context;

/** Follows a context until it is pinned; then it keeps what it has. For a view that is to stay while others move on. */
public final class PinnedInspection implements AutoCloseable {
  private final InspectionContext context;
  private final InspectionListener target;
  private final InspectionListener follower = (before, now) -> follow(now);
  private Inspection shown;
  private boolean pinned;

  /** @param target is told of every change while this is not pinned, and of what was missed when it is unpinned */
  public PinnedInspection(InspectionContext context, InspectionListener target) {
    this.context = context;
    this.target = target;
    this.shown = context.current();
    context.addListener(follower);
  }

  public Inspection current() {
    return shown;
  }

  public boolean pinned() {
    return pinned;
  }

  public void pin(boolean on) {
    pinned = on;
    follow(context.current());
  }

  private void follow(Inspection now) {
    if (!pinned && !now.equals(shown)) {
      Inspection before = shown;
      shown = now;
      target.inspectionChanged(before, now);
    }
  }

  @Override
  public void close() {
    context.removeListener(follower);
  }
}
