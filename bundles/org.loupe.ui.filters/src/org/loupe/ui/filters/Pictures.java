/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.filters;

import org.eclipse.swt.graphics.ImageData;
import org.loupe.api.subject.Picture;
import org.loupe.ui.api.canvas.PictureData;

/** Pictures for SWT. */
final class Pictures {
  private Pictures() {
  }

  static ImageData image(Picture picture) {
    return PictureData.of(picture.width(), picture.height(), picture.argb());
  }
}
