/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.card.InputCard;
import org.loupe.api.card.InputEntry;
import org.loupe.api.model.LayerNames;
import org.loupe.api.subject.Subject;
import org.loupe.core.card.CardFiles;
import org.loupe.core.catalogue.Catalogue;
import org.loupe.core.catalogue.Catalogues;
import org.loupe.core.catalogue.ModalityEntry;
import org.loupe.core.input.InputReader;
import org.loupe.core.internal.dataset.BestFiles;
import org.loupe.core.internal.dataset.ExcitingCache;
import org.loupe.core.internal.dataset.LayerPass;
import org.loupe.core.internal.run.MemoryBudget;
import org.loupe.core.model.ModelLease;
import org.loupe.math.tensor.Tensor;

/**
 * Finds the files of a folder that excite the channels of a layer most: one forward pass over the folder answers for
 * every channel. Only one batch is in memory at a time. Complete answers are kept in the state folder.
 */
public final class ExcitingSearch {
  private static final long PAUSE_NANOS = 400_000_000L;
  private final InputReader inputs;
  private final CardFiles cards;
  private final Catalogue<ModalityEntry> modalities;
  private final ExcitingCache cache;
  private final long memoryBytes;

  /** @param stateDir answers lie in its folder {@code exciting}; null keeps none */
  public ExcitingSearch(Catalogues catalogues, InputReader inputs, CardFiles cards, Path stateDir,
      long memoryBytes) {
    this.modalities = catalogues.modalities();
    this.inputs = inputs;
    this.cards = cards;
    this.cache = new ExcitingCache(stateDir);
    this.memoryBytes = memoryBytes;
  }

  /**
   * The files of a folder that a model can be fed with by a card, as far as their endings tell; nothing of them is
   * read.
   *
   * @throws LoupeException BAD_INPUT if the folder is gone
   * @throws CancellationException when cancelled
   */
  public FolderFiles files(InputCard card, Path folder, Progress progress) throws LoupeException {
    FolderFiles all = FolderFiles.list(folder, progress);
    Set<String> endings = new HashSet<>(Set.of("npy"));
    for (InputEntry entry : card.inputs().values()) {
      if (entry instanceof InputEntry.Decoded d) {
        List<String> own = modalities.get(d.modality()).map(ModalityEntry::extensions).orElse(List.of());
        if (own.isEmpty()) {
          return all;
        }
        endings.addAll(own);
      }
    }
    return new FolderFiles(all.folder(), all.files().stream().filter(f -> endings.contains(ending(f))).toList(),
        all.stamp(), all.cut());
  }

  private static String ending(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /**
   * The answer that is kept, if model, card and content of the folder are the same.
   *
   * @throws LoupeException BAD_INPUT if the folder or the model's file is gone; USAGE if there is no such layer
   * @throws CancellationException when cancelled
   */
  public Optional<ExcitingFiles> cached(ModelLease lease, ExcitingRequest request, Progress progress)
      throws LoupeException {
    return cache.load(key(lease, request, files(request.card(), request.folder(), progress), progress));
  }

  /**
   * Feeds the model with every file of the folder, unless that was done before. Files that cannot be read are skipped
   * and counted. When cancelled, what was found so far is the answer.
   *
   * @param partial hears now and then what was found so far
   * @throws LoupeException BAD_INPUT if the folder is gone or no file can be read, with the first reason; USAGE if
   *     there is no such layer or the model wants more than one file; NOT_APPLICABLE if the layer has no channels; else
   *     as {@link ModelLease#forward}
   * @throws CancellationException when cancelled before anything was found
   */
  public ExcitingFiles find(ModelLease lease, ExcitingRequest request, Progress progress,
      Consumer<ExcitingFiles> partial) throws LoupeException {
    FolderFiles folder = files(request.card(), request.folder(), progress);
    String key = key(lease, request, folder, progress);
    Optional<ExcitingFiles> kept = cache.load(key);
    if (kept.isPresent()) {
      return kept.get();
    }
    ExcitingFiles found = new Search(lease, request, folder, progress).run(partial);
    if (found.complete()) {
      cache.store(key, found);
    }
    return found;
  }

  private String key(ModelLease lease, ExcitingRequest request, FolderFiles folder, Progress progress)
      throws LoupeException {
    String layer = LayerNames.find(lease.description(), request.layer()).id();
    return ExcitingCache.key(lease.hash(progress), cards.format(request.card()), layer, request.measure().name(),
        Integer.toString(request.keep()), folder.folder().toString(), folder.stamp());
  }

  /** One search. */
  private final class Search {
    private final ModelLease lease;
    private final ExcitingRequest request;
    private final FolderFiles folder;
    private final Progress progress;
    private final BestFiles best;
    private LayerPass pass;
    private int skipped;
    private String firstSkipped = "";

    Search(ModelLease lease, ExcitingRequest request, FolderFiles folder, Progress progress) {
      this.lease = lease;
      this.request = request;
      this.folder = folder;
      this.progress = progress;
      this.best = new BestFiles(request.measure(), request.keep());
    }

    ExcitingFiles run(Consumer<ExcitingFiles> partial) throws LoupeException {
      progress.begin("Feeding files of " + folder.folder().getFileName(), folder.files().size());
      long told = System.nanoTime();
      int next = 0;
      while (next < folder.files().size()) {
        try {
          next = batch(next);
        } catch (CancellationException e) {
          if (best.read() == 0) {
            throw e;
          }
          return found(false);
        }
        if (System.nanoTime() - told > PAUSE_NANOS && best.read() > 0) {
          partial.accept(found(false));
          told = System.nanoTime();
        }
      }
      if (best.read() == 0) {
        throw LoupeException.badInput(folder.files().isEmpty() ? "there is no file in " + folder.folder()
            + " that the model can be fed with"
            : "none of the " + folder.files().size() + " files in " + folder.folder() + " can be read: "
                + firstSkipped);
      }
      return found(!folder.cut());
    }

    /** Runs the next readable files at once. @return the place of the first file after them */
    private int batch(int from) throws LoupeException {
      List<Path> names = new ArrayList<>();
      List<Map<String, Tensor>> tensors = new ArrayList<>();
      int next = from;
      for (; next < folder.files().size() && (pass == null || tensors.size() < pass.size()); next++) {
        progress.check();
        Path file = folder.files().get(next);
        Optional<Subject.Single> subject = read(file);
        if (subject.isPresent()) {
          if (pass == null) {
            pass = new LayerPass(lease, LayerNames.find(lease.description(), request.layer()).id(),
                subject.get().tensors(), new MemoryBudget(memoryBytes), progress);
          }
          names.add(file);
          tensors.add(given(subject.get()));
        }
      }
      int[] at = {0};
      pass(tensors, item -> best.add(names.get(at[0]++), item));
      progress.worked(next - from);
      return next;
    }

    private void pass(List<Map<String, Tensor>> tensors, Consumer<LayerPass.Item> each) throws LoupeException {
      if (!tensors.isEmpty()) {
        pass.run(tensors, each);
      }
    }

    private Optional<Subject.Single> read(Path file) throws LoupeException {
      try {
        return Optional.of(inputs.read(lease.description(), request.card(),
            Map.of("", folder.folder().resolve(file)), progress));
      } catch (LoupeException e) {
        if (e.kind() == LoupeException.Kind.USAGE || e.kind() == LoupeException.Kind.NOT_APPLICABLE) {
          throw e;
        }
        firstSkipped = skipped++ == 0 ? e.getMessage() : firstSkipped;
        return Optional.empty();
      }
    }

    /** Constants and states are the same for all files. */
    private Map<String, Tensor> given(Subject.Single subject) {
      Map<String, Tensor> out = new LinkedHashMap<>();
      subject.explained().forEach(name -> out.put(name, subject.inputs().get(name).tensor()));
      return out;
    }

    private ExcitingFiles found(boolean complete) {
      return new ExcitingFiles(best.rows(), best.columns(), best.channels(), folder.files().size(), best.read(),
          skipped, firstSkipped, complete);
    }
  }
}
