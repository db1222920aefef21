/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.context;

import java.nio.file.Path;
import org.eclipse.core.runtime.Platform;
import org.loupe.api.model.LoadOptions;
import org.loupe.core.Loupe;
import org.loupe.core.LoupeOptions;
import org.loupe.core.catalogue.RegistrySource;
import org.loupe.ui.preferences.Defaults;
import org.osgi.framework.FrameworkUtil;

/** Starts the core as the preferences say. */
final class CoreStarter {
  private static final long MIB = 1L << 20;

  private CoreStarter() {
  }

  static Loupe open() {
    Path state = Platform.getStateLocation(FrameworkUtil.getBundle(CoreStarter.class)).toPath();
    long memory = Platform.getPreferencesService().getLong(Defaults.SCOPE, Defaults.MEMORY, 0, null);
    return Loupe.open(new RegistrySource(Platform.getExtensionRegistry()), new LoupeOptions(state, memory * MIB));
  }

  static LoadOptions loadOptions() {
    var preferences = Platform.getPreferencesService();
    String device = preferences.getString(Defaults.SCOPE, Defaults.DEVICE, LoadOptions.DEFAULT.device(), null);
    int threads = Math.clamp(preferences.getInt(Defaults.SCOPE, Defaults.THREADS, 0, null), 0, 1024);
    return new LoadOptions(device, threads);
  }
}
