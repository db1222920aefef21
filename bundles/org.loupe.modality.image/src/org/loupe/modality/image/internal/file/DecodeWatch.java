/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.modality.image.internal.file;

import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;
import javax.imageio.event.IIOReadWarningListener;
import org.loupe.api.Progress;

/** Stops a reader when the user cancels, and remembers that it ran out of data, which the JDK only warns of. */
final class DecodeWatch implements IIOReadProgressListener, IIOReadWarningListener {
  private final Progress progress;
  private boolean cutShort;

  private DecodeWatch(Progress progress) {
    this.progress = progress;
  }

  static DecodeWatch on(ImageReader reader, Progress progress) {
    DecodeWatch watch = new DecodeWatch(progress);
    reader.addIIOReadProgressListener(watch);
    reader.addIIOReadWarningListener(watch);
    return watch;
  }

  boolean cutShort() {
    return cutShort;
  }

  @Override
  public void warningOccurred(ImageReader source, String warning) {
    String w = warning.toLowerCase(Locale.ROOT);
    cutShort |= w.contains("premature end") || w.contains("truncated") || w.contains("end of file");
  }

  @Override
  public void imageProgress(ImageReader source, float percentageDone) {
    if (progress.cancelled()) {
      source.abort();
    }
  }

  @Override
  public void sequenceStarted(ImageReader source, int minIndex) {
  }

  @Override
  public void sequenceComplete(ImageReader source) {
  }

  @Override
  public void imageStarted(ImageReader source, int imageIndex) {
  }

  @Override
  public void imageComplete(ImageReader source) {
  }

  @Override
  public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {
  }

  @Override
  public void thumbnailProgress(ImageReader source, float percentageDone) {
  }

  @Override
  public void thumbnailComplete(ImageReader source) {
  }

  @Override
  public void readAborted(ImageReader source) {
  }
}
