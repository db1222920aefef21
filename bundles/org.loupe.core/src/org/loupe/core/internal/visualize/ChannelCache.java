/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.visualize;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.loupe.api.LoupeException;
import org.loupe.api.result.GeneratedInput;
import org.loupe.core.result.RunRecord;
import org.loupe.core.result.XaiFile;
import org.loupe.core.visualize.ChannelPicture;

/** Finished pictures of channels on disk: one record each, in a folder of its model. */
public final class ChannelCache {
  private static final System.Logger LOG = System.getLogger("org.loupe.core");
  private static final int FOLDER_LETTERS = 16;
  private final Path folder;

  /** @param stateDir null keeps nothing */
  public ChannelCache(Path stateDir) {
    folder = stateDir == null ? null : stateDir.toAbsolutePath().normalize().resolve("channels");
  }

  /** Empty if there is none, or none that can be read: then it is made again. */
  public Optional<ChannelPicture> load(ChannelKeys keys, int channel) {
    if (folder == null || !Files.isRegularFile(file(keys, channel))) {
      return Optional.empty();
    }
    try {
      RunRecord record = XaiFile.read(file(keys, channel));
      return record.result() instanceof GeneratedInput ? Optional.of(new ChannelPicture(channel, record))
          : Optional.empty();
    } catch (LoupeException e) {
      LOG.log(Level.DEBUG, "a kept picture cannot be read", e);
      return Optional.empty();
    }
  }

  /** Keeps a picture, if the folder can be written: a cache that cannot be kept is no failure. */
  void keep(ChannelKeys keys, ChannelPicture picture) {
    if (folder != null) {
      try {
        Path file = file(keys, picture.channel());
        Files.createDirectories(file.getParent());
        XaiFile.write(picture.record(), file);
      } catch (IOException | LoupeException e) {
        LOG.log(Level.DEBUG, "a picture cannot be kept", e);
      }
    }
  }

  /** Deletes everything. @throws LoupeException FAILED */
  public void clear() throws LoupeException {
    if (folder == null || !Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepestFirst = all.sorted(java.util.Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw LoupeException.failed("the kept pictures in " + folder + " cannot be deleted: " + e.getMessage(), e);
    }
  }

  private Path file(ChannelKeys keys, int channel) {
    return folder.resolve(keys.model().substring(0, FOLDER_LETTERS)).resolve(keys.rest() + "-" + channel + ".xai");
  }
}
