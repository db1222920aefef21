/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.preferences;

import org.eclipse.core.runtime.preferences.AbstractPreferenceInitializer;
import org.eclipse.core.runtime.preferences.DefaultScope;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.loupe.api.model.LoadOptions;

/** Names and defaults of the preferences. */
public final class Defaults extends AbstractPreferenceInitializer {
  public static final String SCOPE = "org.loupe.ui";
  /** {@code auto}, {@code cpu}, or a device as {@code cuda:0}. */
  public static final String DEVICE = "device";
  /** Threads of one forward pass; 0 is automatic. */
  public static final String THREADS = "threads";
  /** Memory for one batch in MiB; 0 is automatic. */
  public static final String MEMORY = "memory";
  /** Whether an explanation is computed whenever what is looked at changes. */
  public static final String AUTOMATIC = "automatic";

  @Override
  public void initializeDefaultPreferences() {
    IEclipsePreferences node = DefaultScope.INSTANCE.getNode(SCOPE);
    node.put(DEVICE, LoadOptions.DEFAULT.device());
    node.putInt(THREADS, LoadOptions.DEFAULT.threads());
    node.putInt(MEMORY, 0);
    node.putBoolean(AUTOMATIC, true);
  }
}
