/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.command.CommandContext;
import org.loupe.cli.internal.text.JsonOut;
import org.loupe.core.Loupe;
import org.loupe.core.result.ExportOptions;
import org.loupe.core.result.XaiFile;
import org.loupe.core.visualize.ChannelPicture;
import org.loupe.core.visualize.PictureFiles;
import org.loupe.core.visualize.SheetListener;
import org.loupe.core.visualize.SheetOutcome;
import org.loupe.core.visualize.SheetRequest;
import org.loupe.core.visualize.SheetScene;
import org.loupe.math.npy.NpyWriter;
import org.loupe.math.scale.Numbers;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Tensor;
import org.loupe.scene.Scene;

/** The files of a contact sheet: those of a channel as soon as it is finished, the sheet at the end. */
final class SheetFiles implements SheetListener {
  private static final int UNITS = 1000;
  private static final long LARGEST_STACK = 1L << 30;
  private final CommandContext context;
  private final ModelSession session;
  private final VisualizeFiles files;
  private final SheetRequest request;
  private final List<SheetScene.Tile> tiles = new ArrayList<>();
  private final List<Tensor> values = new ArrayList<>();
  private final List<Map<String, Object>> facts = new ArrayList<>();
  private String layer;
  private int told;
  private LoupeException failure;

  SheetFiles(CommandContext context, ModelSession session, VisualizeFiles files, SheetRequest request) {
    this.context = context;
    this.session = session;
    this.files = files;
    this.request = request;
    this.layer = request.layer();
  }

  @Override
  public void started(String id, List<Integer> channels) {
    layer = id;
    context.progress().begin("Picturing " + channels.size() + " channels of " + id, UNITS);
  }

  @Override
  public void progress(double fraction) {
    int now = (int) (fraction * UNITS);
    if (now > told) {
      context.progress().worked(now - told);
      told = now;
    }
  }

  @Override
  public void note(String sentence) {
    context.message(sentence);
  }

  @Override
  public void finished(ChannelPicture picture, boolean cached) {
    tiles.add(SheetScene.Tile.of(picture));
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("channel", picture.channel());
    one.put("dead", picture.dead());
    one.put("figures", picture.picture().figures());
    one.put("scores", picture.picture().scores());
    facts.add(one);
    try {
      if (files.files().stream().anyMatch(f -> FileNames.ending(f).equals("npy"))) {
        stack(picture.picture().values());
      }
      for (Path folder : files.folders()) {
        Files.createDirectories(folder);
        String name = String.format("channel-%04d", picture.channel());
        PictureFiles.write(picture.picture().picture(), folder.resolve(name + ".png"));
        XaiFile.write(picture.record(), folder.resolve(name + ".xai"));
      }
    } catch (IOException e) {
      failed(LoupeException.failed("a folder cannot be made: " + e.getMessage(), e));
    } catch (LoupeException e) {
      failed(e);
    }
  }

  private void stack(Tensor one) throws LoupeException {
    long each = one.size() * one.type().bytes();
    if ((values.size() + 1) * each > LARGEST_STACK) {
      throw LoupeException.usage("the pictures of so many channels are too large for one .npy; give a folder as --out");
    }
    values.add(one);
  }

  private void failed(LoupeException e) {
    failure = failure == null ? e : failure;
  }

  /** Writes what there is, and says so. @throws LoupeException if a file could not be written */
  void write(SheetOutcome outcome) throws LoupeException {
    if (failure != null) {
      throw failure;
    }
    List<Path> written = new ArrayList<>();
    for (Path file : files.files()) {
      VisualizeFiles.parent(file);
      file(file, outcome);
      written.add(file);
    }
    for (Path folder : files.folders()) {
      PictureFiles.write(scene(outcome), folder.resolve("sheet.png"));
      json(folder.resolve("index.json"), outcome);
      written.add(folder);
    }
    if (context.arguments().has("json")) {
      Map<String, Object> all = document(outcome);
      all.put("files", written);
      JsonOut.document(context.out(), all);
    } else {
      context.out().println(outcome.finished() + " of " + outcome.asked() + " channels of " + layer
          + (outcome.dead().isEmpty() ? "" : "; dead: " + outcome.dead()));
      written.forEach(f -> context.out().println("wrote " + f));
    }
  }

  private void file(Path file, SheetOutcome outcome) throws LoupeException {
    switch (FileNames.ending(file)) {
      case "png" -> PictureFiles.write(scene(outcome), file);
      case "json" -> json(file, outcome);
      default -> npy(file);
    }
  }

  private Scene scene(SheetOutcome outcome) throws LoupeException {
    int columns = new OptionValues(context.arguments()).whole("columns", 0, 0, 256);
    return SheetScene.draw(layer, tiles, outcome.asked(), columns);
  }

  private void npy(Path file) throws LoupeException {
    Tensor first = values.get(0);
    var shape = first.shape().with(0, values.size());
    ByteBuffer all = ArrayTensor.allocate(first.type(), shape);
    values.forEach(v -> all.put(((ArrayTensor) v).data()));
    PictureFiles.write(file, out -> NpyWriter.write(ArrayTensor.wrap(first.type(), shape, all.flip()), out));
  }

  private void json(Path file, SheetOutcome outcome) throws LoupeException {
    Map<String, Object> content = document(outcome);
    PictureFiles.write(file, out -> {
      PrintStream print = new PrintStream(out, false, StandardCharsets.UTF_8);
      JsonOut.document(print, content);
      print.flush();
    });
  }

  private Map<String, Object> document(SheetOutcome outcome) throws LoupeException {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("model", session.lease().file());
    out.put("modelHash", session.lease().hash(Progress.NONE));
    out.put("layer", layer);
    out.put("method", request.explainer());
    out.put("profile", request.profile());
    out.put("settings", request.settings());
    out.put("seed", request.seed());
    out.put("status", outcome.status().name().toLowerCase(Locale.ROOT));
    out.put("asked", outcome.asked());
    out.put("finished", outcome.finished());
    out.put("dead", outcome.dead());
    out.put("channels", facts);
    return out;
  }
}
