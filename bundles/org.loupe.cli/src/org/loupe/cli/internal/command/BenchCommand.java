/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.cli.internal.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.command.Arguments;
import org.loupe.api.command.Command;
import org.loupe.api.command.CommandContext;
import org.loupe.api.model.ForwardRequest;
import org.loupe.api.subject.Subject;
import org.loupe.cli.internal.text.Figures;
import org.loupe.cli.internal.text.JsonOut;
import org.loupe.cli.internal.text.TextTable;
import org.loupe.core.Loupe;
import org.loupe.core.run.GradientPass;
import org.loupe.core.run.RunRequest;
import org.loupe.math.tensor.Tensor;

/** {@code loupe bench}: how long a method takes once everything is warm, and what comes before that. */
public final class BenchCommand implements Command {
  /** The method that only runs the model. */
  private static final String FORWARD = "forward";

  /** The method that only differentiates the model. */
  private static final String GRADIENT = "gradient";

  /** What is timed. */
  private interface Call {
    void run() throws LoupeException;
  }

  @Override
  public int run(CommandContext context) throws LoupeException {
    Arguments arguments = context.arguments();
    OptionValues values = new OptionValues(arguments);
    int repeat = values.whole("repeat", 20, 1, 1_000_000);
    int warmup = values.whole("warmup", 3, 0, 1_000_000);
    String method = values.text("method", "");
    boolean forward = method.equals(FORWARD);
    boolean bare = forward || method.equals(GRADIENT);
    RunOptions options = forward ? null : RunOptions.of(arguments, context.service(Loupe.class).catalogues());
    long begin = System.nanoTime();
    try (ModelSession session = ModelSession.open(context)) {
      long load = System.nanoTime() - begin;
      Subject.Single subject = session.read(session.inputs(false).items().get(0), context.progress());
      int batch = values.whole("batch", bare ? 1 : 0, 0, 1_000_000);
      Call call = !bare ? method(context, session, options, subject)
          : forward ? forward(session, subject, Math.max(1, batch))
              : gradient(session, options, subject, Math.max(1, batch));
      Progress progress = context.progress();
      progress.begin("bench " + method, (long) warmup + repeat + 1);
      long first = timed(call, progress);
      for (int i = 0; i < warmup; i++) {
        timed(call, progress);
      }
      long[] warm = new long[repeat];
      for (int i = 0; i < repeat; i++) {
        warm[i] = timed(call, progress);
      }
      report(context, session, new Times(load, first, warm), batch);
      return 0;
    }
  }

  private static long timed(Call call, Progress progress) throws LoupeException {
    progress.check();
    long begin = System.nanoTime();
    call.run();
    long time = System.nanoTime() - begin;
    progress.worked(1);
    return time;
  }

  private static Call forward(ModelSession session, Subject.Single subject, int batch) throws LoupeException {
    ForwardRequest request = ForwardRequest.of(BatchOfCopies.of(subject.tensors(), session.description(), batch));
    return () -> session.lease().forward(request, Progress.NONE);
  }

  /** The target is made concrete once, before anything is timed. */
  private static Call gradient(ModelSession session, RunOptions options, Subject.Single subject, int batch)
      throws LoupeException {
    GradientPass pass = GradientPass.of(session.lease(), subject, options.target(), Progress.NONE);
    Map<String, Tensor> inputs = BatchOfCopies.of(subject.tensors(), session.description(), batch);
    List<String> sinks = List.of(subject.first().name());
    return () -> pass.run(inputs, batch, sinks, Progress.NONE);
  }

  private static Call method(CommandContext context, ModelSession session, RunOptions options, Subject.Single subject) {
    RunRequest request = options.request(subject, Optional.empty());
    Loupe loupe = context.service(Loupe.class);
    Progress progress = new SilentProgress(context.progress());
    return () -> Outcomes.record(loupe.runs().run(session.lease(), request, progress));
  }

  private static void report(CommandContext context, ModelSession session, Times times, int batch) {
    long peak = PeakMemory.bytes();
    var runtime = session.lease().runtime();
    if (context.arguments().has("json")) {
      Map<String, Object> out = new LinkedHashMap<>();
      out.put("model", session.lease().file());
      out.put("method", context.arguments().value("method"));
      out.put("batch", batch);
      out.put("repeat", times.warm().length);
      out.put("loadMillis", times.load() / 1e6);
      out.put("firstMillis", times.first() / 1e6);
      out.put("minMillis", times.quantile(0) / 1e6);
      out.put("medianMillis", times.quantile(0.5) / 1e6);
      out.put("p95Millis", times.quantile(0.95) / 1e6);
      out.put("peakMemoryBytes", peak < 0 ? null : peak);
      out.put("runtime", RunText.json(runtime));
      JsonOut.document(context.out(), out);
      return;
    }
    TextTable table = new TextTable().left("").right("");
    table.row("load and compile", Figures.duration(times.load()));
    table.row("first call", Figures.duration(times.first()));
    table.row("warm call, least", Figures.duration(times.quantile(0)));
    table.row("warm call, median", Figures.duration(times.quantile(0.5)));
    table.row("warm call, 95 %", Figures.duration(times.quantile(0.95)));
    table.row("peak memory", peak < 0 ? "unknown on this system" : Figures.bytes(peak));
    table.print(context.out(), "");
    context.message(Figures.plural(times.warm().length, "warm call") + " with " + runtime.engine() + " "
        + runtime.version() + " on " + runtime.device());
  }
}
