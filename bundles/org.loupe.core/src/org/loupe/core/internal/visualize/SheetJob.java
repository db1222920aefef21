/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.visualize;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.ForwardRequest;
import org.loupe.api.model.LayerNames;
import org.loupe.core.catalogue.Catalogues;
import org.loupe.core.internal.run.MemoryBudget;
import org.loupe.core.model.ModelLease;
import org.loupe.core.run.RunService;
import org.loupe.core.run.RunStatus;
import org.loupe.core.visualize.ChannelPicture;
import org.loupe.core.visualize.ContactSheet;
import org.loupe.core.visualize.SheetListener;
import org.loupe.core.visualize.SheetOutcome;
import org.loupe.core.visualize.SheetRequest;
import org.loupe.math.tensor.Shape;

/** One contact sheet, on a thread of its own: first what is kept, then run after run of a few channels each. */
public final class SheetJob implements ContactSheet {
  private static final System.Logger LOG = System.getLogger("org.loupe.core");
  /** More channels in a batch are not faster, and the first picture comes later. */
  private static final int LARGEST_GROUP = 8;

  /** What it works with. */
  public record Services(Catalogues catalogues, RunService runs, MemoryBudget memory, ChannelCache cache) {
  }

  private final Services services;
  private final ModelLease lease;
  private final SheetRequest request;
  private final SheetListener listener;
  private final CompletableFuture<SheetOutcome> future = new CompletableFuture<>();
  private final List<Integer> dead = new ArrayList<>();
  private final CancelFlag flag = new CancelFlag();
  private int asked;
  private int finished;

  /** @param lease its own, closed at the end */
  public SheetJob(Services services, ModelLease lease, SheetRequest request, SheetListener listener) {
    this.services = services;
    this.lease = lease;
    this.request = request;
    this.listener = listener;
  }

  public void start() {
    Thread.ofPlatform().daemon().name("contact sheet of " + request.layer()).start(this::execute);
  }

  @Override
  public SheetRequest request() {
    return request;
  }

  @Override
  public void cancel() {
    flag.cancel();
  }

  @Override
  public CompletableFuture<SheetOutcome> future() {
    return future.copy();
  }

  private void execute() {
    SheetOutcome outcome;
    try (lease) {
      outcome = make();
    } catch (java.util.concurrent.CancellationException e) {
      outcome = stopped(RunStatus.CANCELLED, "cancelled", Optional.empty());
    } catch (LoupeException e) {
      outcome = stopped(e.kind() == LoupeException.Kind.NOT_APPLICABLE ? RunStatus.NOT_APPLICABLE : RunStatus.FAILED,
          e.getMessage(), Optional.of(e.kind()));
    } catch (RuntimeException | Error e) {
      // Not contributed code, which is contained: ours. Whoever waits must hear all the same.
      LOG.log(Level.ERROR, "contact sheet of " + request.layer(), e);
      outcome = stopped(RunStatus.FAILED, "the contact sheet could not be made: " + e,
          Optional.of(LoupeException.Kind.FAILED));
    }
    SheetOutcome end = outcome;
    tell(() -> listener.ended(end));
    future.complete(end);
  }

  private SheetOutcome make() throws LoupeException {
    String layer = LayerNames.find(lease.description(), request.layer()).id();
    List<Integer> channels = channels(layer);
    asked = channels.size();
    ChannelKeys keys = ChannelKeys.of(services.catalogues(), lease, request, layer, flag);
    tell(() -> listener.started(layer, channels));
    List<Integer> missing = new ArrayList<>();
    for (int channel : channels) {
      flag.check();
      Optional<ChannelPicture> kept = services.cache().load(keys, channel);
      kept.ifPresentOrElse(picture -> done(picture, true), () -> missing.add(channel));
    }
    int group = group();
    for (int from = 0; from < missing.size(); from += group) {
      flag.check();
      List<Integer> some = missing.subList(from, Math.min(missing.size(), from + group));
      for (ChannelPicture picture : new GroupRun(services.runs(), lease, request, layer, this).run(some, flag)) {
        services.cache().keep(keys, picture);
        done(picture, false);
      }
    }
    return new SheetOutcome(RunStatus.COMPLETED, finished, asked, dead, "", Optional.empty());
  }

  private List<Integer> channels(String layer) throws LoupeException {
    Shape shape = lease.forward(new ForwardRequest(request.subject().tensors(), List.of(layer)), flag).value(layer)
        .shape();
    if (shape.rank() < 2 || shape.dim(0) != 1) {
      throw LoupeException.notApplicable("layer " + layer + " of shape " + shape + " has no channels");
    }
    List<Integer> all = IntStream.range(0, shape.intDim(1)).boxed().toList();
    for (int channel : request.channels()) {
      if (channel < 0 || channel >= all.size()) {
        throw LoupeException.usage("channel " + channel + " is out of range: layer " + layer + " has channels 0 to "
            + (all.size() - 1));
      }
    }
    return request.channels().isEmpty() ? all : List.copyOf(new LinkedHashSet<>(request.channels()));
  }

  /** How many channels climb in one batch; one by one where the model takes one input at a time. */
  private int group() {
    Map<String, org.loupe.math.tensor.Tensor> inputs = request.subject().tensors();
    boolean open = lease.description().inputs().stream().filter(i -> inputs.get(i.name()).shape().rank() > 1)
        .allMatch(i -> i.dims().map(d -> !d.isEmpty() && !d.get(0).known()).orElse(false));
    return open ? Math.min(LARGEST_GROUP, services.memory().or(request.memoryBytes())
        .gradientBatchSize(lease.description(), inputs)) : 1;
  }

  private void done(ChannelPicture picture, boolean cached) {
    finished++;
    if (picture.dead()) {
      dead.add(picture.channel());
    }
    tell(() -> listener.finished(picture, cached));
    progress(0, 0);
  }

  /** @param fraction of so many channels that are under way */
  void progress(int climbing, double fraction) {
    double all = (finished + (Double.isFinite(fraction) ? climbing * fraction : 0)) / Math.max(1, asked);
    tell(() -> listener.progress(Math.min(1, all)));
  }

  void climbing(ChannelPicture picture) {
    tell(() -> listener.climbing(picture));
  }

  void note(String sentence) {
    tell(() -> listener.note(sentence));
  }

  private SheetOutcome stopped(RunStatus status, String message, Optional<LoupeException.Kind> kind) {
    return new SheetOutcome(finished > 0 ? RunStatus.PARTIAL : status, finished, asked, dead, message, kind);
  }

  /** A defective listener must not end the sheet. Calls come from the runs' threads too, never two at once. */
  private synchronized void tell(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException | Error e) {
      LOG.log(Level.DEBUG, "a listener of a contact sheet failed", e);
    }
  }

  /** Whether the sheet is still wanted. */
  private static final class CancelFlag implements Progress {
    private volatile boolean cancelled;

    void cancel() {
      cancelled = true;
    }

    @Override
    public void begin(String task, long units) {
      // shown by the runs
    }

    @Override
    public void worked(long units) {
      // shown by the runs
    }

    @Override
    public boolean cancelled() {
      return cancelled;
    }
  }
}
