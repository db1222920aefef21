/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.result;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.loupe.core.testing.Fakes.refused;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.loupe.api.LoupeException;
import org.loupe.api.LoupeException.Kind;
import org.loupe.api.result.CustomResult;
import org.loupe.api.result.FeatureAttribution;
import org.loupe.api.result.SaliencyMap;
import org.loupe.api.subject.Affine;
import org.loupe.api.subject.DecodedInput;
import org.loupe.api.subject.Picture;
import org.loupe.api.subject.SpatialAxes;
import org.loupe.api.subject.Subject;
import org.loupe.core.run.RunStatus;
import org.loupe.core.testing.Fakes;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.TextTensor;

class XaiFileTest {
  @TempDir
  Path folder;

  private RunRecord roundTrip(RunRecord record) throws LoupeException {
    Path file = folder.resolve("r.xai");
    XaiFile.write(record, file);
    return XaiFile.read(file);
  }

  private static RunRecord picture() {
    int[] argb = {0xff112233, 0x00abcdef, 0x80ffffff, 0x01020304, 0xffffffff, 0};
    Picture picture = new Picture(3, 2, argb, new Affine(1.5, -0.1, 2, 1e-17));
    ArrayTensor x = ArrayTensor.of(Shape.of(1, 2, 3, 1), 1f, 2, 3, 4, 5, 6);
    ByteBuffer bits = ArrayTensor.allocate(ElementType.FLOAT64, Shape.of(1, 2, 3, 1));
    // Negative zero, a NaN with a payload, minus infinity, the least number, 0.1 and zero.
    long[] odd = {Long.MIN_VALUE, 0x7ff8000000000123L, 0xfff0000000000000L, 1, 0x3fb999999999999aL, 0};
    bits.asLongBuffer().put(odd);
    DecodedInput input = new DecodedInput("im", x, "image", Optional.of(SpatialAxes.NHWC), Optional.of(picture),
        List.of("grey"));
    DecodedInput text = DecodedInput.plain("t", new TextTensor(Shape.of(2), List.of("ä", "")), "tensor");
    Map<String, DecodedInput> inputs = new LinkedHashMap<>();
    inputs.put("im", input);
    inputs.put("t", text);
    Subject.Single subject = new Subject.Single("a <b>.png", inputs, Map.of("o", List.of("x", "y")), List.of("im"));
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("z", Double.NaN);
    figures.put("a", Double.NEGATIVE_INFINITY);
    figures.put("m", 0.1);
    return new RunRecord(RunStatus.PARTIAL, new SaliencyMap("im", ArrayTensor.wrap(ElementType.FLOAT64,
        Shape.of(1, 2, 3, 1), bits), SpatialAxes.NHWC, Optional.of(picture), figures), subject,
        Fakes.provenance("/models/ü.onnx", "00"), List.of("n1", "n2"));
  }

  @Test
  void everyBitOfAMapComesBack() throws Exception {
    RunRecord before = picture();
    RunRecord after = roundTrip(before);
    assertEquals(before.status(), after.status());
    assertEquals(before.provenance(), after.provenance());
    assertEquals(before.notes(), after.notes());
    SaliencyMap a = (SaliencyMap) before.result();
    SaliencyMap b = assertInstanceOf(SaliencyMap.class, after.result());
    assertEquals(((ArrayTensor) a.values()).data(), ((ArrayTensor) b.values()).data());
    assertEquals(List.copyOf(a.figures().entrySet()), List.copyOf(b.figures().entrySet()), "values and order");
    assertEquals(a.axes(), b.axes());
    assertEquals(a.picture().orElseThrow().inputToPicture(), b.picture().orElseThrow().inputToPicture());
    assertArrayEquals(a.picture().orElseThrow().argb(), b.picture().orElseThrow().argb(), "colours under no alpha too");
    DecodedInput input = after.subject().inputs().get("im");
    assertSame(b.picture().orElseThrow().argb(), input.picture().orElseThrow().argb(), "kept once");
    assertEquals(List.of("grey"), input.features());
    assertEquals(List.of("ä", ""), ((TextTensor) after.subject().inputs().get("t").tensor()).values());
    assertEquals(before.subject().name(), after.subject().name());
    assertEquals(before.subject().labels(), after.subject().labels());
    assertEquals(List.of("im", "t"), List.copyOf(after.subject().inputs().keySet()));
  }

  @Test
  void theSameRecordGivesTheSameBytesAndTheNamedParts() throws Exception {
    Path one = folder.resolve("1.xai");
    Path two = folder.resolve("2.xai");
    XaiFile.write(picture(), one);
    XaiFile.write(picture(), two);
    assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(two));
    assertEquals(List.of("values.npy", "picture.png", "inputs/0.npy", "inputs/1.npy", "record.json"),
        List.copyOf(entries(one).keySet()));
  }

  @ParameterizedTest
  @EnumSource(value = ElementType.class, names = "STRING", mode = EnumSource.Mode.EXCLUDE)
  void everyTypeOfInputComesBack(ElementType type) throws Exception {
    ArrayTensor x = ArrayTensor.convert(type, Shape.of(1, 3), 1, 0, 1);
    RunRecord after = roundTrip(new RunRecord(RunStatus.COMPLETED, Fakes.attribution(1), Fakes.subject(x, Map.of()),
        Fakes.provenance("m", "0"), List.of()));
    ArrayTensor back = (ArrayTensor) after.subject().first().tensor();
    assertEquals(type, back.type());
    assertEquals(x.data().order(ByteOrder.nativeOrder()), back.data());
  }

  @Test
  void featuresComeBack() throws Exception {
    FeatureAttribution f = new FeatureAttribution("x", ArrayTensor.of(Shape.of(1, 2), 0.1f, -2f), List.of("a", "=b"),
        List.of(Double.NaN, 3.5), Map.of("s", 1.0));
    FeatureAttribution back = (FeatureAttribution) roundTrip(Fakes.record(f)).result();
    assertEquals(List.of(f.features(), f.inputs(), f.figures(), f.input()),
        List.of(back.features(), back.inputs(), back.figures(), back.input()));
    assertEquals(((ArrayTensor) f.values()).data(), ((ArrayTensor) back.values()).data());
  }

  /** A kind of result that the reader does not know. */
  private record Vendors(String kind, List<String> columns, List<List<String>> rows, String text,
      Map<String, Double> figures) implements CustomResult {
  }

  @Test
  void aContributedResultComesBackWithoutItsClass() throws Exception {
    Vendors v = new Vendors("vendor.rules", List.of("if", "then"), List.of(List.of("a", "b"), List.of("c", "")),
        "Two rules.", Map.of("coverage", 0.5));
    CustomResult back = (CustomResult) roundTrip(Fakes.record(v)).result();
    assertEquals(List.of(v.kind(), v.columns(), v.rows(), v.text(), v.figures()),
        List.of(back.kind(), back.columns(), back.rows(), back.text(), back.figures()));
    Vendors ragged = new Vendors("k", List.of("a"), List.of(List.of("1", "2")), "", Map.of());
    assertTrue(refused(Kind.FAILED, () -> roundTrip(Fakes.record(ragged))).getMessage().contains("vendor.methods"));
  }

  private Map<String, byte[]> entries(Path file) throws IOException {
    Map<String, byte[]> out = new LinkedHashMap<>();
    try (InputStream in = Files.newInputStream(file); ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        out.put(e.getName(), zip.readAllBytes());
      }
    }
    return out;
  }

  private Path zip(Map<String, byte[]> entries) throws IOException {
    Path file = folder.resolve("hostile.xai");
    try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
      for (var e : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(e.getKey()));
        zip.write(e.getValue());
      }
    }
    return file;
  }

  /** The picture's record with its JSON changed. */
  private Path changed(String from, String to) throws Exception {
    Path good = folder.resolve("good.xai");
    XaiFile.write(picture(), good);
    Map<String, byte[]> entries = entries(good);
    String json = new String(entries.get("record.json"), StandardCharsets.UTF_8);
    assertTrue(json.contains(from), json);
    entries.put("record.json", json.replace(from, to).getBytes(StandardCharsets.UTF_8));
    return zip(entries);
  }

  private static String refusal(Path file) {
    String message = refused(Kind.BAD_INPUT, () -> XaiFile.read(file)).getMessage();
    assertTrue(message.contains(file.getFileName().toString()), message);
    return message;
  }

  @Test
  void whatIsNoRecordIsRefused() throws Exception {
    assertTrue(refusal(folder.resolve("gone.xai")).endsWith("there is no such file"));
    refusal(Files.writeString(folder.resolve("text.xai"), "hello"));
    refusal(Files.write(folder.resolve("empty.xai"), new byte[0]));
    assertTrue(refusal(zip(Map.of("a.txt", new byte[3]))).endsWith("it has no record.json"));
    assertTrue(refusal(zip(Map.of("record.json", "{}".getBytes(StandardCharsets.UTF_8)))).contains("loupe-result"));
  }

  @Test
  void aRecordThatContradictsItselfIsRefusedWithThePlace() throws Exception {
    String[][] wrong = {
        {"\"loupe-result\": 2", "\"loupe-result\": 3", "loupe-result: this Loupe reads results of version 1 to 2"},
        {"\"PARTIAL\"", "\"DONE\"", "status: must be COMPLETED or PARTIAL"},
        {"\"SaliencyMap\"", "\"Soup\"", "result.kind: "},
        {"\"values.npy\"", "\"../../etc/passwd\"", "result.values.file: no part of a result has this name"},
        {"\"inputs/0.npy\"", "\"/etc/passwd\"", "subject.inputs[0].values.file: no part"},
        {"\"picture.png\"", "\"values.npy\"", "picture.file: no part"},
        {"\"picture.png\"", "\"picture-7.png\"", "it has no picture-7.png"},
        {"\"FLOAT64\"", "\"FLOAT32\"", "result.values.type: the file holds FLOAT64"},
        {"\"height\": 1", "\"height\": 9", "result.axes.height: must be a whole number from 0 to 3"},
        {"\"height\": 1", "\"height\": 2", "result.axes: axes must differ"},
        {"\"explained\": [\n      \"im\"", "\"explained\": [\n      \"no\"", "explained inputs [no]"},
        {"\"name\": \"t\"", "\"name\": \"im\"", "subject.inputs[1].name: an input of this name"},
        {"\"batch-size\": 8", "\"batch-size\": 0", "provenance.batch-size: must be"},
        {"\"z\": \"NaN\"", "\"z\": \"nan\"", "result.figures.z: must be a number"}};
    for (String[] w : wrong) {
      String message = refusal(changed(w[0], w[1]));
      assertTrue(message.contains(w[2]), message);
    }
  }

  @Test
  void aBombIsStoppedAndAClaimIsNotBelieved() throws Exception {
    Path good = folder.resolve("good.xai");
    XaiFile.write(picture(), good);
    Map<String, byte[]> entries = entries(good);
    byte[] values = entries.get("values.npy");
    String header = new String(values, 0, 128, StandardCharsets.ISO_8859_1);
    String claim = header.replace("(1, 2, 3, 1)", "(99999, 99999)").substring(0, 120);
    byte[] claims = (claim.substring(0, 119) + " ".repeat(9)).getBytes(StandardCharsets.ISO_8859_1);
    claims[127] = '\n';
    entries.put("values.npy", claims);
    assertTrue(refusal(zip(entries)).contains("result.values.file"));
    Path bomb = folder.resolve("bomb.xai");
    try (OutputStream out = Files.newOutputStream(bomb); ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("record.json"));
      byte[] blanks = new byte[1 << 20];
      Arrays.fill(blanks, (byte) ' ');
      for (int i = 0; i < 80; i++) {
        zip.write(blanks);
      }
    }
    assertTrue(refusal(bomb).contains("it has more than 67108864 bytes"));
    entries.put("values.npy", values);
    entries.put("picture.png", hugePng());
    assertTrue(refusal(zip(entries)).contains("too large"), refusal(zip(entries)));
  }

  /** A header of 100000 x 100000 pixels and nothing behind it. */
  private static byte[] hugePng() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
    ByteBuffer ihdr = ByteBuffer.allocate(17).put(new byte[] {'I', 'H', 'D', 'R'}).putInt(100_000).putInt(100_000)
        .put(new byte[] {8, 6, 0, 0, 0});
    java.util.zip.CRC32 crc = new java.util.zip.CRC32();
    crc.update(ihdr.array());
    out.write(ByteBuffer.allocate(4).putInt(13).array());
    out.write(ihdr.array());
    out.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    return out.toByteArray();
  }

  @Test
  void aFileCutAnywhereIsRefusedAndNothingElse() throws Exception {
    Path good = folder.resolve("good.xai");
    XaiFile.write(picture(), good);
    byte[] all = Files.readAllBytes(good);
    Path cut = folder.resolve("cut.xai");
    for (int length = 0; length < all.length; length += 37) {
      Files.write(cut, Arrays.copyOf(all, length));
      refusal(cut);
    }
  }

  @Test
  void aDamagedByteNeverEndsInAnythingButARefusal() throws Exception {
    Path good = folder.resolve("good.xai");
    XaiFile.write(picture(), good);
    byte[] all = Files.readAllBytes(good);
    Path damaged = folder.resolve("damaged.xai");
    int refused = 0;
    for (int at = 0; at < all.length; at += 11) {
      byte[] copy = all.clone();
      copy[at] ^= (byte) 0x5a;
      Files.write(damaged, copy);
      try {
        XaiFile.read(damaged);
      } catch (LoupeException e) {
        refused++;
      }
    }
    assertTrue(refused > 10, "only " + refused + " were found");
  }

  @Test
  void writingIsAtomic() throws Exception {
    Path file = folder.resolve("r.xai");
    XaiFile.write(picture(), file);
    byte[] before = Files.readAllBytes(file);
    Vendors breaks = new Vendors("k", List.of("a"), null, "", Map.of());
    assertThrows(LoupeException.class, () -> XaiFile.write(Fakes.record(breaks), file));
    assertArrayEquals(before, Files.readAllBytes(file));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList(), "no parts are left behind");
    }
    assertTrue(refused(Kind.FAILED, () -> XaiFile.write(picture(), folder.resolve("no/folder/r.xai"))).getMessage()
        .startsWith("cannot write "));
  }
}
