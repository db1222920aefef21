/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.visualize;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.result.Composite;
import org.loupe.api.result.GeneratedInput;
import org.loupe.api.result.Provenance;
import org.loupe.api.result.Result;
import org.loupe.api.target.ScoreRequest;
import org.loupe.api.target.ScoreScale;
import org.loupe.api.target.Target;
import org.loupe.api.target.TargetSyntax;
import org.loupe.core.model.ModelLease;
import org.loupe.core.result.RunRecord;
import org.loupe.core.run.Run;
import org.loupe.core.run.RunListener;
import org.loupe.core.run.RunOutcome;
import org.loupe.core.run.RunRequest;
import org.loupe.core.run.RunService;
import org.loupe.core.run.RunStatus;
import org.loupe.core.visualize.ChannelPicture;
import org.loupe.core.visualize.SheetRequest;

/** One run of a sheet: a few channels of the layer that climb together. */
final class GroupRun implements RunListener {
  private static final long LOOK_MILLIS = 50;
  private final RunService runs;
  private final ModelLease lease;
  private final SheetRequest request;
  private final String layer;
  private final SheetJob sheet;
  private int size;

  GroupRun(RunService runs, ModelLease lease, SheetRequest request, String layer, SheetJob sheet) {
    this.runs = runs;
    this.lease = lease;
    this.request = request;
    this.layer = layer;
    this.sheet = sheet;
  }

  /** @throws CancellationException when cancelled */
  List<ChannelPicture> run(List<Integer> channels, Progress cancel) throws LoupeException {
    size = channels.size();
    Map<String, String> settings = new LinkedHashMap<>(ChannelKeys.own(request));
    settings.put("also", channels.stream().skip(1).map(String::valueOf).collect(Collectors.joining(",")));
    ScoreRequest target = new ScoreRequest(new Target.Channel(layer, channels.get(0)),
        ScoreRequest.DEFAULT.output(), ScoreScale.LOGIT);
    Run run = runs.start(lease, new RunRequest(request.subject(), request.explainer(), request.profile(), settings,
        target, request.seed(), request.memoryBytes(), 0, false), this);
    RunOutcome outcome = outcome(run, cancel);
    if (outcome.status() != RunStatus.COMPLETED) {
      if (cancel.cancelled() || outcome.status() == RunStatus.CANCELLED) {
        throw new CancellationException();
      }
      throw new LoupeException(outcome.kind().orElse(LoupeException.Kind.FAILED), outcome.message(),
          outcome.cause().orElse(null));
    }
    List<ChannelPicture> pictures = pictures(outcome.record().orElseThrow());
    if (!pictures.stream().map(ChannelPicture::channel).toList().equals(channels)) {
      throw LoupeException.failed("method " + request.explainer() + " made no picture of each of the channels "
          + channels + " of " + layer, null);
    }
    return pictures;
  }

  @Override
  public void progress(String task, double fraction) {
    sheet.progress(size, fraction);
  }

  @Override
  public void partial(RunRecord record) {
    pictures(record).forEach(sheet::climbing);
  }

  @Override
  public void note(String sentence) {
    sheet.note(sentence);
  }

  private static RunOutcome outcome(Run run, Progress cancel) {
    while (true) {
      try {
        return run.future().get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (cancel.cancelled()) {
          run.cancel();
        }
      } catch (InterruptedException | ExecutionException e) {
        // The thread is the sheet's own, which nobody interrupts, and a run never completes exceptionally.
        throw new IllegalStateException(e);
      }
    }
  }

  private List<ChannelPicture> pictures(RunRecord record) {
    List<Result> parts = record.result() instanceof Composite c ? List.copyOf(c.parts().values())
        : List.of(record.result());
    List<ChannelPicture> out = new ArrayList<>();
    for (Result part : parts) {
      if (part instanceof GeneratedInput g && channel(g) >= 0) {
        out.add(new ChannelPicture(channel(g), new RunRecord(record.status(), g, record.subject(),
            origin(record.provenance(), g), record.notes())));
      }
    }
    return out;
  }

  /** The channel that a picture was made for; -1 if it is another layer's or none's. */
  private int channel(GeneratedInput picture) {
    try {
      return TargetSyntax.parse(picture.objective()) instanceof Target.Channel c && c.layer().equals(layer)
          ? c.channel() : -1;
    } catch (LoupeException e) {
      return -1;
    }
  }

  /** As if the channel had climbed alone, which is how it is made again. */
  private Provenance origin(Provenance p, GeneratedInput picture) {
    Map<String, String> settings = new LinkedHashMap<>(p.settings());
    settings.put("also", "");
    return new Provenance(p.model(), p.modelHash(), p.subject(), p.inputHash(), p.explainer(), p.bundle(), settings,
        p.profile(), picture.objective(), "mean of channel " + channel(picture) + " of " + layer, p.scale(),
        p.output(), p.seed(), p.runtime(), p.batchSize(), p.started(), p.millis());
  }
}
