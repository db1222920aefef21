/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.onnx.internal.engine;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.loupe.api.LoupeException;
import org.loupe.api.model.LoadOptions;
import org.loupe.graph.OnnxModel;
import org.loupe.graph.onnx.ModelExtension;
import org.loupe.graph.onnx.OnnxWriter;

/**
 * Makes sessions of one model file. The plain one is loaded from the file itself. One that returns inner values is
 * loaded from the file's bytes with a few more that declare these outputs, and one that differentiates from a model
 * written anew; no weight passes the Java heap on any way.
 */
public final class SessionMaker {
  /**
   * Up to here the extended model goes through memory outside the heap, which is scarce and given back late; beyond,
   * through a temporary file.
   */
  private static final long IN_MEMORY = 8L << 20;
  private static final String EXTERNAL_DATA_FOLDER = "session.model_external_initializers_file_folder_path";

  private final OnnxModel model;
  private final Path file;
  private final LoadOptions load;
  private final FileState state;
  private Device device;

  private interface Creation {
    OrtSession create(OrtEnvironment environment, SessionOptions options) throws IOException, OrtException;
  }

  private interface Writing {
    void to(WritableByteChannel channel) throws IOException;
  }

  /** What tells that a file was written again. */
  private record FileState(long size, FileTime modified) {
    static FileState of(Path file) throws IOException {
      return new FileState(Files.size(file), Files.getLastModifiedTime(file));
    }
  }

  /** @throws IOException if the file is not there any more */
  public SessionMaker(OnnxModel model, Path file, LoadOptions load) throws IOException {
    this.model = model;
    this.file = file;
    this.load = load;
    this.state = FileState.of(file);
  }

  /** Where sessions run; chosen when this is first asked. @throws LoupeException as {@link Device#of} */
  public synchronized Device device() throws LoupeException {
    if (device == null) {
      device = Device.of(load.device());
    }
    return device;
  }

  /** Threads of one run; as many as there are processors, unless the user has chosen. */
  public int threads() {
    return load.threads() > 0 ? load.threads() : Runtime.getRuntime().availableProcessors();
  }

  /** A session of the model that returns inner values beside its outputs; of the plain file if there are none. */
  public OrtSession forward(List<String> exposed) throws LoupeException, OrtException {
    if (!exposed.isEmpty()) {
      return extended(ModelExtension.of(model).outputs(exposed), OptLevel.ALL_OPT);
    }
    return made(OptLevel.ALL_OPT, fusesSums(),
        (environment, options) -> environment.createSession(file.toString(), options));
  }

  /** A session of the file with additions; weights beside the file stay where they are. */
  public OrtSession extended(ModelExtension extended, OptLevel level) throws LoupeException, OrtException {
    return made(level, false, (environment, options) -> {
      if (model.usesExternalData()) {
        options.addConfigEntry(EXTERNAL_DATA_FOLDER, file.getParent().toString());
        return environment.createSession(extended.toBuffer(), options);
      }
      return Files.size(file) <= IN_MEMORY ? environment.createSession(extended.toBuffer(), options)
          : throughFile(environment, options, extended::writeTo);
    });
  }

  /** A session of another model made from this one. */
  public OrtSession rewritten(OnnxModel other, OptLevel level) throws LoupeException, OrtException {
    return made(level, false, (environment, options) -> Files.size(file) <= IN_MEMORY && !model.usesExternalData()
        ? environment.createSession(OnnxWriter.toBuffer(other), options)
        : throughFile(environment, options, channel -> OnnxWriter.write(other, channel)));
  }

  /** Writes the graph of the plain session as the runtime has optimised it, with all weights. */
  public void writeOptimised(Path to) throws LoupeException, OrtException {
    made(OptLevel.ALL_OPT, fusesSums(), (environment, options) -> {
      options.setOptimizedModelFilePath(to.toString());
      return environment.createSession(file.toString(), options);
    }).close();
  }

  /** The plain session, with the runtime's profiler on. @param trace where it writes: the beginning of a file's path */
  public OrtSession profiling(Path trace) throws LoupeException, OrtException {
    return profiling(file, OptLevel.ALL_OPT, trace);
  }

  /** A session of another file, with the runtime's profiler on. */
  public OrtSession profiling(Path other, OptLevel level, Path trace) throws LoupeException, OrtException {
    return made(level, fusesSums(), (environment, options) -> {
      options.enableProfiling(trace.toString());
      return environment.createSession(other.toString(), options);
    });
  }

  /** @throws LoupeException BAD_INPUT if the file was written again */
  public void requireUnchanged() throws LoupeException, IOException {
    if (!FileState.of(file).equals(state)) {
      throw LoupeException.badInput(file.getFileName() + " has changed since it was opened: open it again");
    }
  }

  /** Whether a sum that is normalised may become one node, as far as the model itself goes. */
  private boolean fusesSums() {
    return !LayerStatistics.areUsed(model);
  }

  private OrtSession made(OptLevel level, boolean sumsFused, Creation creation)
      throws LoupeException, OrtException {
    OrtEnvironment environment = Engine.environment();
    try (SessionOptions options = options(level, sumsFused)) {
      requireUnchanged();
      return creation.create(environment, options);
    } catch (IOException e) {
      throw LoupeException.badInput(file.getFileName() + " could not be read again: "
          + OrtErrors.oneLine(String.valueOf(e.getMessage())), e);
    }
  }

  private static OrtSession throughFile(OrtEnvironment environment, SessionOptions options, Writing writing)
      throws IOException, OrtException {
    Path copy = Files.createTempFile("loupe", ".onnx");
    try {
      try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
        writing.to(channel);
      }
      return environment.createSession(copy.toString(), options);
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  private SessionOptions options(OptLevel level, boolean sumsFused) throws LoupeException, OrtException {
    Device chosen = device();
    SessionOptions options = new SessionOptions();
    try {
      options.setOptimizationLevel(level);
      // Saves a quarter of the memory and more with batches, and costs no time that could be measured.
      options.setMemoryPatternOptimization(false);
      options.setIntraOpNumThreads(threads());
      options.setInterOpNumThreads(1);
      // Threads of a session that has nothing to do must not keep a processor busy.
      options.addConfigEntry("session.force_spinning_stop", "1");
      // This fusion of addition and layer normalisation drops the mean and the deviation even where they are used, as
      // inner values may be: running the session then fails.
      if (!sumsFused) {
        options.addConfigEntry("optimization.disable_specified_optimizers", "SkipLayerNormFusion");
      }
      chosen.addTo(options);
      return options;
    } catch (OrtException | RuntimeException e) {
      options.close();
      throw e;
    }
  }
}
