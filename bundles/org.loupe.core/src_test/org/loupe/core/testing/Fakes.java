/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.explain.ExplainContext;
import org.loupe.api.explain.ExplainRequest;
import org.loupe.api.modality.PlayerRequest;
import org.loupe.api.modality.Players;
import org.loupe.api.model.LoadOptions;
import org.loupe.api.model.RuntimeInfo;
import org.loupe.api.result.FeatureAttribution;
import org.loupe.api.result.Provenance;
import org.loupe.api.result.Result;
import org.loupe.api.subject.DecodedInput;
import org.loupe.api.subject.Subject;
import org.loupe.core.catalogue.Catalogues;
import org.loupe.core.model.ModelLease;
import org.loupe.core.model.ModelSessions;
import org.loupe.core.result.RunRecord;
import org.loupe.core.run.RunStatus;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/** Things that tests need again and again. */
public final class Fakes {
  public static final double[] X = {0.5, -1, 2, 0.25, 3, -0.5, 1, 1.5};

  private Fakes() {
  }

  public static Subject.Single subject() {
    return subject(Map.of());
  }

  public static Subject.Single subject(Map<String, List<String>> labels) {
    return subject(ArrayTensor.of(Shape.of(1, 8), X), labels);
  }

  public static Subject.Single subject(Tensor x, Map<String, List<String>> labels) {
    return new Subject.Single("x.npy", Map.of("x", DecodedInput.plain("x", x, "tensor")), labels, List.of("x"));
  }

  /** A lease of the model from a file in the folder. */
  public static ModelLease lease(Path folder, LinearModel model) throws IOException, LoupeException {
    Path file = folder.resolve("model.fake");
    if (!Files.exists(file)) {
      Files.writeString(file, "abc");
    }
    FakeSource source = new FakeSource().loader("fake", 0, (s, o, p) -> model);
    return new ModelSessions(new Catalogues(source)).open(file, LoadOptions.DEFAULT, Progress.NONE);
  }

  /** Leaves one feature out after the other; of a linear model it gives weight times value. */
  public static Result ablation(ExplainRequest<Method.Settings> request, ExplainContext context)
      throws LoupeException {
    DecodedInput x = request.subject().first();
    Players players = context.players(x, new PlayerRequest.Windows(List.of(), List.of(), PlayerRequest.Border.CROP));
    Tensor zero = ArrayTensor.of(x.tensor().shape(), new double[(int) x.tensor().size()]);
    double[] scores = context.scores(players.count(), i -> {
      BitSet absent = new BitSet();
      absent.set(i);
      return Map.of("x", players.without(absent, zero));
    });
    double score = context.score();
    double[] values = IntStream.range(0, scores.length).mapToDouble(i -> score - scores[i]).toArray();
    return new FeatureAttribution("x", players.spread(values),
        IntStream.range(0, values.length).mapToObj(players::label).toList(), List.of(), Map.of("score", score));
  }

  public static Provenance provenance(String model, String hash) {
    return new Provenance(model, hash, "x.npy", "ab12", "ablation", "vendor.methods 1.2.3", Map.of("times", "1"), "",
        "index:1", "class 1, logit", "logit", "logits", 42, new RuntimeInfo("Fake engine", "1.0", "cpu", 1), 8,
        "2026-01-02T03:04:05Z", 1234);
  }

  public static RunRecord record(Result result) {
    return new RunRecord(RunStatus.COMPLETED, result, subject(Map.of("prob", List.of("a", "b", "c"))),
        provenance("model.fake", "00ff"), List.of("A note."));
  }

  /** An attribution to the input of {@link #subject()}: the values, and zeros after them. */
  public static FeatureAttribution answer(double... values) {
    return attribution(java.util.Arrays.copyOf(values, X.length));
  }

  public static FeatureAttribution attribution(double... values) {
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("score", 1.5);
    figures.put("broken", Double.NaN);
    return new FeatureAttribution("x", ArrayTensor.of(Shape.of(1, values.length), values),
        IntStream.range(0, values.length).mapToObj(i -> "f" + i).toList(), List.of(), figures);
  }

  /** What an operation refuses to do. */
  public static LoupeException refused(LoupeException.Kind kind, org.junit.jupiter.api.function.Executable operation) {
    LoupeException e = org.junit.jupiter.api.Assertions.assertThrows(LoupeException.class, operation);
    org.junit.jupiter.api.Assertions.assertEquals(kind, e.kind(), e.getMessage());
    org.junit.jupiter.api.Assertions.assertFalse(e.getMessage().contains("\n"), "one line: " + e.getMessage());
    return e;
  }

  public static <T> T only(Optional<T> there) {
    return there.orElseThrow();
  }
}
