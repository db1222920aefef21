/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.loupe.core.testing.Fakes.refused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.loupe.api.LoupeException;
import org.loupe.api.LoupeException.Kind;
import org.loupe.api.card.InputCard;
import org.loupe.api.card.InputEntry;
import org.loupe.api.model.Dimension;
import org.loupe.api.model.ModelDescription;
import org.loupe.api.model.OutputInfo;
import org.loupe.api.model.ValueSpec;
import org.loupe.core.catalogue.Catalogues;
import org.loupe.core.testing.FakeSource;
import org.loupe.core.testing.TensorLike;
import org.loupe.math.tensor.ElementType;

class CardFilesTest {
  @TempDir
  Path folder;
  private final CardFiles cards = new CardFiles(new Catalogues(new FakeSource()
      .modality("tensor", new TensorLike("tensor")).modality("sound", new TensorLike("sound") {
        @Override
        public Optional<Map<String, String>> propose(ValueSpec input, ModelDescription model) {
          return input.name().equals("audio") ? Optional.of(Map.of("scale", "4")) : Optional.empty();
        }
      }).modality("broken", new TensorLike("broken") {
        @Override
        public Optional<Map<String, String>> propose(ValueSpec input, ModelDescription model) {
          throw new IllegalStateException("defect");
        }
      })));

  /** A recurrent model: audio, state and rate in; score and the next state out. */
  private static ModelDescription model() {
    ValueSpec next = ValueSpec.tensor("stateN", ElementType.FLOAT32, Dimension.of(2), Dimension.open("?"));
    return new ModelDescription("vad.onnx", "ONNX", List.of(),
        List.of(ValueSpec.tensor("audio", ElementType.FLOAT32, Dimension.of(1), Dimension.of(4)),
            ValueSpec.tensor("state", ElementType.FLOAT32, Dimension.of(2), Dimension.open("batch")),
            ValueSpec.tensor("sr.rate", ElementType.INT64)),
        List.of(new OutputInfo(ValueSpec.tensor("score", ElementType.FLOAT32, Dimension.open("n"), Dimension.of(3)),
            Optional.empty()), new OutputInfo(next, Optional.empty())),
        List.of(), 0, Set.of(), Map.of(), List.of());
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static String card(String inputs, String more) {
    return "{\"loupe-card\": 1, \"inputs\": {" + inputs + "}" + more + "}";
  }

  @Test
  void readsEveryKindOfEntry() throws Exception {
    Path file = write("a.json", card("\"audio\": {\"modality\": \"sound\", \"scale\": 2.50, \"size\": [1, 2], "
        + "\"flip\": true}, \"state\": {\"state-from\": \"stateN\", \"initial\": 0.5}, \"sr.rate\": {\"constant\": "
        + "16000}, \"z\": {\"constant\": [1, 2.5]}", ", \"outputs\": {\"score\": {\"labels\": [\"a\", \"ä\", 3]}}"));
    InputCard card = cards.read(file);
    assertEquals(new InputEntry.Decoded("sound", Map.of("scale", "2.5", "size", "1,2", "flip", "true")),
        card.inputs().get("audio"));
    assertEquals(new InputEntry.State("stateN", 0.5), card.inputs().get("state"));
    assertEquals(new InputEntry.Constant(List.of(16000.0)), card.inputs().get("sr.rate"));
    assertEquals(new InputEntry.Constant(List.of(1.0, 2.5)), card.inputs().get("z"));
    assertEquals(List.of("a", "ä", "3"), card.labels().get("score"));
  }

  @Test
  void whatIsWrittenReadsBackAndIsStable() throws Exception {
    Map<String, InputEntry> inputs = new LinkedHashMap<>();
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("scale", "0.1");
    settings.put("size", "3,4");
    settings.put("flip", "false");
    inputs.put("audio", new InputEntry.Decoded("sound", settings));
    inputs.put("unknown", new InputEntry.Decoded("not-installed", Map.of("k", "5")));
    inputs.put("state", new InputEntry.State("stateN", -1));
    inputs.put("sr.rate", new InputEntry.Constant(List.of(16000.0)));
    inputs.put("z", new InputEntry.Constant(List.of(0.1, -2.0)));
    InputCard card = new InputCard(inputs, Map.of("score", List.of("a\"b", "<c>"), "a", List.of("x")));
    Path file = folder.resolve("m.onnx.card.json");
    cards.write(card, file);
    assertEquals(card, cards.read(file));
    String text = Files.readString(file);
    assertEquals(text, cards.format(card));
    assertTrue(text.contains("\"scale\": 0.1") && text.contains("\"flip\": false") && text.contains("\"k\": \"5\"")
        && text.contains("\"constant\": 16000") && text.contains("<c>"), text);
    assertTrue(text.indexOf("\"a\": {") < text.indexOf("\"score\": {"), "outputs in a fixed order");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "{'loupe-card': 1, 'inputs': {}} x|it is no JSON: ",
      "{'loupe-card': 1, 'inputs': {}}{}|",
      "{'loupe-card': 1, /* c */ 'inputs': {}}|it is no JSON: ",
      "{'loupe-card': 1, 'inputs': {'a': {'modality': 'x'}, 'a': {}}}|the key 'a' is there twice",
      "[1]|it is no JSON object",
      "{'loupe-card': 1|the JSON ends too early",
      "|",
      "{'inputs': {}}|'loupe-card' is missing",
      "{'loupe-card': 2, 'inputs': {}}|loupe-card: this Loupe reads cards of version 1",
      "{'loupe-card': '1', 'inputs': {}}|loupe-card: must be a whole number",
      "{'loupe-card': 1}|'inputs' is missing",
      "{'loupe-card': 1, 'inputs': []}|inputs: must be an object",
      "{'loupe-card': 1, 'inputs': {}, 'input': 1}|unknown key 'input'",
      "{'loupe-card': 1, 'inputs': {'a': {}}}|inputs.a: needs one of",
      "{'loupe-card': 1, 'inputs': {'a': {'modality': 1}}}|inputs.a.modality: must be a text",
      "{'loupe-card': 1, 'inputs': {'a': {'modality': 'm', 'crop': {}}}}|inputs.a.crop: must be a text, a number",
      "{'loupe-card': 1, 'inputs': {'a': {'modality': 'm', 'crop': [[1]]}}}|inputs.a.crop[0]: must be a text",
      "{'loupe-card': 1, 'inputs': {'a': {'modality': 'm', 'crop': null}}}|inputs.a.crop: must be",
      "{'loupe-card': 1, 'inputs': {'a': {'constant': '1'}}}|inputs.a.constant: must be a number",
      "{'loupe-card': 1, 'inputs': {'a': {'constant': 1e999}}}|number 1e999 is out of range",
      "{'loupe-card': 1, 'inputs': {'a': {'constant': 1, 'modality': 'm'}}}|inputs.a: unknown key 'modality'",
      "{'loupe-card': 1, 'inputs': {'a': {'state-from': 3}}}|inputs.a.state-from: must be a text",
      "{'loupe-card': 1, 'inputs': {}, 'outputs': {'o': {}}}|outputs.o: 'labels' is missing",
      "{'loupe-card': 1, 'inputs': {}, 'outputs': {'o': {'labels': '../up.txt'}}}|outputs.o.labels: the file",
      "{'loupe-card': 1, 'inputs': {}, 'outputs': {'o': {'labels': '/etc/passwd'}}}|outputs.o.labels: the file",
      "{'loupe-card': 1, 'inputs': {}, 'outputs': {'o': {'labels': 'gone.txt'}}}|outputs.o.labels: there is no"})
  void whatIsWrongIsNamedWithItsPlace(String json, String message) throws Exception {
    Path file = write("c.card.json", json == null ? "" : json.replace('\'', '"'));
    LoupeException e = refused(Kind.BAD_INPUT, () -> cards.read(file));
    assertTrue(e.getMessage().contains("c.card.json"), e.getMessage());
    assertTrue(message == null || e.getMessage().contains(message.replace('\'', '"')), e.getMessage());
  }

  @Test
  void whatIsTooDeepOrNotUtf8IsRefused() throws Exception {
    Path deep = write("deep.json", "{\"a\":".repeat(100_000));
    refused(Kind.BAD_INPUT, () -> cards.read(deep));
    Path latin = Files.write(folder.resolve("latin.json"), new byte[] {'{', '"', (byte) 0xe4, '"'});
    assertTrue(refused(Kind.BAD_INPUT, () -> cards.read(latin)).getMessage().endsWith("it is not UTF-8"));
    assertTrue(refused(Kind.BAD_INPUT, () -> cards.read(folder.resolve("gone.json"))).getMessage()
        .startsWith("cannot read "));
  }

  @Test
  void labelFilesLieBesideTheCard() throws Exception {
    write("plain.txt", "\uFEFFcat\n dog \n\n");
    write("indexed.txt", "1,dog, wolf\n0,cat\n2,\"fox\"\n");
    Files.createDirectories(folder.resolve("sub"));
    write("sub/more.txt", "0,x\ny\n");
    for (var e : Map.of("plain.txt", List.of("cat", "dog"), "indexed.txt", List.of("cat", "dog, wolf", "\"fox\""),
        "sub/more.txt", List.of("0,x", "y")).entrySet()) {
      Path file = write("l.json", card("", ", \"outputs\": {\"o\": {\"labels\": \"" + e.getKey() + "\"}}"));
      assertEquals(e.getValue(), cards.read(file).labels().get("o"));
    }
    for (String bad : List.of("0,a\n2,b\n", "0,a\n0,b\n", "0,a\n99999999999,b\n", "")) {
      write("bad.txt", bad);
      Path file = write("l.json", card("", ", \"outputs\": {\"o\": {\"labels\": \"bad.txt\"}}"));
      if (!bad.contains("99999999999")) {
        refused(Kind.BAD_INPUT, () -> cards.read(file));
      } else {
        assertEquals(List.of("0,a", "99999999999,b"), cards.read(file).labels().get("o"));
      }
    }
  }

  @Test
  void aLinkOutOfTheFolderIsNotFollowed(@TempDir Path other) throws Exception {
    Path secret = Files.writeString(other.resolve("secret.txt"), "secret\n");
    Files.createSymbolicLink(folder.resolve("link.txt"), secret);
    Path file = write("l.json", card("", ", \"outputs\": {\"o\": {\"labels\": \"link.txt\"}}"));
    assertTrue(refused(Kind.BAD_INPUT, () -> cards.read(file)).getMessage().contains("is not in the folder"));
  }

  @Test
  void proposesTheFirstModalityThatFitsTensorLastAndStates() {
    InputCard card = cards.propose(model());
    assertEquals(new InputEntry.Decoded("sound", Map.of("scale", "4")), card.inputs().get("audio"));
    assertEquals(new InputEntry.State("stateN", 0), card.inputs().get("state"));
    assertEquals(new InputEntry.Decoded("tensor", Map.of("scale", "2")), card.inputs().get("sr.rate"));
    assertEquals(List.of(), cards.check(card, model()));
  }

  @Test
  void checksACardAgainstTheModel() {
    Map<String, InputEntry> inputs = new LinkedHashMap<>();
    inputs.put("x", new InputEntry.Constant(List.of(1.0)));
    inputs.put("audio", new InputEntry.Decoded("sund", Map.of()));
    inputs.put("state", new InputEntry.State("nowhere", 0));
    inputs.put("sr.rate", new InputEntry.Constant(List.of(1.0, 2.0)));
    InputCard card = new InputCard(inputs, Map.of("score", List.of("a", "b")));
    assertEquals(List.of("inputs.x: the model has no such input; it has [audio, state, sr.rate]",
        "inputs.audio.modality: no modality sund; did you mean sound?",
        "inputs.state.state-from: the model has no output nowhere; it has [score, stateN]",
        "inputs.sr.rate.constant: 2 numbers for INT64 []; give 1 or 1",
        "outputs.score.labels: 2 labels for 3 classes"), cards.check(card, model()));
    InputCard setting = new InputCard(Map.of("audio", new InputEntry.Decoded("sound", Map.of("scale", "11"))),
        Map.of("gone", List.of("a")));
    assertEquals(List.of("inputs.audio: setting scale must be a number from -10 to 10, not \"11\"",
        "outputs.gone: the model has no such output; it has [score, stateN]"), cards.check(setting, model()));
  }

  @Test
  void theExplicitCardWinsThenTheOneBesideTheModelThenAProposal() throws Exception {
    Path model = write("vad.onnx", "");
    assertEquals(folder.resolve("vad.onnx.card.json"), cards.pathFor(model));
    assertEquals(cards.propose(model()), cards.load(CardRequest.of(model), model()));
    write("vad.onnx.card.json", card("\"audio\": {\"modality\": \"tensor\"}", ""));
    InputCard beside = cards.load(CardRequest.of(model), model());
    assertEquals(new InputEntry.Decoded("tensor", Map.of()), beside.inputs().get("audio"));
    assertEquals(new InputEntry.State("stateN", 0), beside.inputs().get("state"), "the rest is proposed");
    Path other = write("other.json", card("\"audio\": {\"constant\": 1}", ""));
    assertEquals(new InputEntry.Constant(List.of(1.0)), cards.load(
        new CardRequest(model, Optional.of(other), Map.of(), Optional.empty()), model()).inputs().get("audio"));
    write("vad.onnx.card.json", card("\"video\": {\"modality\": \"tensor\"}", ""));
    LoupeException e = refused(Kind.BAD_INPUT, () -> cards.load(CardRequest.of(model), model()));
    assertTrue(e.getMessage().startsWith("card vad.onnx.card.json does not fit the model: inputs.video: "),
        e.getMessage());
  }

  @Test
  void overridesAndLabelsAreLaidOver() throws Exception {
    Path model = folder.resolve("vad.onnx");
    Path labels = write("labels.txt", "a\nb\nc\n");
    InputCard card = cards.load(new CardRequest(model, Optional.empty(), Map.of("scale", "3", "sr.rate.constant",
        "8000", "state.modality", "tensor"), Optional.of(labels)), model());
    assertEquals(new InputEntry.Decoded("sound", Map.of("scale", "3")), card.inputs().get("audio"));
    assertEquals(new InputEntry.Constant(List.of(8000.0)), card.inputs().get("sr.rate"));
    assertEquals(new InputEntry.Decoded("tensor", Map.of()), card.inputs().get("state"));
    assertEquals(List.of("a", "b", "c"), card.labels().get("score"));
    for (var wrong : Map.of("scale", "100", "nothing", "1").entrySet()) {
      refused(Kind.BAD_INPUT, () -> cards.load(new CardRequest(model, Optional.empty(),
          Map.of(wrong.getKey(), wrong.getValue()), Optional.empty()), model()));
    }
    refused(Kind.USAGE, () -> cards.load(new CardRequest(model, Optional.empty(), Map.of("state.scale", "1"),
        Optional.empty()), model()));
    refused(Kind.USAGE, () -> cards.load(new CardRequest(model, Optional.empty(), Map.of("audio.constant", "a"),
        Optional.empty()), model()));
  }

  @Test
  void aCardThatCannotBeWrittenLeavesNothingBehind() throws Exception {
    Path taken = Files.createDirectories(folder.resolve("taken"));
    refused(Kind.FAILED, () -> cards.write(InputCard.EMPTY, taken));
    refused(Kind.FAILED, () -> cards.write(InputCard.EMPTY, folder.resolve("no/such/folder.json")));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(taken), files.toList());
    }
  }

  @Test
  void theSchemaNamesWhatTheReaderKnows() throws Exception {
    String schema = Files.readString(schemaFile());
    for (String key : List.of("loupe-card", "inputs", "outputs", "labels", "modality", "constant", "state-from",
        "initial")) {
      assertTrue(schema.contains("\"" + key + "\""), key);
    }
  }

  private static Path schemaFile() {
    Path here = Path.of("").toAbsolutePath();
    List<Path> places = IntStream.rangeClosed(0, here.getNameCount()).mapToObj(up -> {
      Path at = here;
      for (int i = 0; i < up && at != null; i++) {
        at = at.getParent();
      }
      return at == null ? here : at.resolve("schema/card.schema.json");
    }).filter(Files::exists).toList();
    assertFalse(places.isEmpty(), "schema/card.schema.json is not found from " + here);
    return places.get(0);
  }
}
