/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.LoadOptions;
import org.loupe.api.model.MissingFilesException;
import org.loupe.api.model.Model;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.ModelLoader;
import org.loupe.api.model.ModelSource;
import org.loupe.api.model.facet.BackwardRules;
import org.loupe.graph.MissingExternalDataException;
import org.loupe.graph.ModelFormatException;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.analysis.GraphCheck;
import org.loupe.graph.onnx.OnnxReader;
import org.loupe.onnx.internal.engine.Device;
import org.loupe.onnx.internal.gradient.RuleSets;
import org.loupe.onnx.internal.large.MemoryLimits;
import org.loupe.onnx.internal.model.Describer;
import org.loupe.onnx.internal.model.RuntimeModel;

/**
 * Opens ONNX files, of operator set 7 to the newest that ONNX Runtime takes. The file is read and checked in Java;
 * native code sees it only when the model first runs, so a model with operators that the runtime does not have can be
 * inspected.
 */
public final class OnnxModelLoader implements ModelLoader {
  private final MemoryLimits limits;

  public OnnxModelLoader() {
    this(MemoryLimits.ofMachine());
  }

  /** @param limits of the values that models return */
  OnnxModelLoader(MemoryLimits limits) {
    this.limits = limits;
  }

  @Override
  public Model load(ModelSource source, LoadOptions options, Progress progress) throws LoupeException {
    return load(source, options, BackwardRules.NONE, progress);
  }

  @Override
  public Model load(ModelSource source, LoadOptions options, BackwardRules rules, Progress progress)
      throws LoupeException {
    progress.check();
    if (!options.device().equals("auto")) {
      Device.of(options.device());
    }
    OnnxModel model = read(source, progress);
    try {
      RuleSets sets = new RuleSets(rules);
      ModelDescription description = Describer.describe(model, source.file(), sets);
      return new RuntimeModel(model, description, options, sets, size(description), limits);
    } catch (IOException e) {
      throw unreadable(source, e);
    }
  }

  @Override
  public void check(ModelSource source, Progress progress) throws LoupeException {
    read(source, progress);
  }

  /** The graph; weights stay in their files. */
  private static OnnxModel read(ModelSource source, Progress progress) throws LoupeException {
    progress.check();
    try {
      OnnxModel model = OnnxReader.read(source.file());
      GraphCheck.require(model);
      progress.check();
      return model;
    } catch (MissingExternalDataException e) {
      throw new MissingFilesException(e.getMessage(), e.missing(), e);
    } catch (ModelFormatException e) {
      throw LoupeException.badInput(e.getMessage(), e);
    } catch (NoSuchFileException e) {
      throw LoupeException.badInput("there is no file " + source.file(), e);
    } catch (AccessDeniedException e) {
      throw LoupeException.badInput(source.file() + " may not be read: change its permissions", e);
    } catch (IOException e) {
      throw unreadable(source, e);
    }
  }

  private static LoupeException unreadable(ModelSource source, IOException e) {
    return LoupeException.badInput(source.name() + " could not be read: " + e.getMessage(), e);
  }

  private static long size(ModelDescription description) throws IOException {
    long bytes = 0;
    for (Path file : description.files()) {
      bytes += Files.size(file);
    }
    return bytes;
  }
}
