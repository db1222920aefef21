/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.parts;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceLocator;

/** The pictures of this bundle. */
public final class Icons {
  private Icons() {
  }

  /** @param path in the bundle, as {@code icons/run.svg} */
  public static ImageDescriptor get(String path) {
    return ResourceLocator.imageDescriptorFromBundle("org.loupe.ui", path)
        .orElseGet(ImageDescriptor::getMissingImageDescriptor);
  }
}
