/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.result;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.loupe.core.testing.Fakes.refused;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.api.LoupeException;
import org.loupe.api.LoupeException.Kind;
import org.loupe.api.result.AttributionTable;
import org.loupe.api.result.Composite;
import org.loupe.api.result.FeatureMaps;
import org.loupe.api.result.GeneratedInput;
import org.loupe.api.result.Result;
import org.loupe.api.result.Table;
import org.loupe.api.subject.DecodedInput;
import org.loupe.api.subject.PictureEncoding;
import org.loupe.api.subject.PictureEncoding.Light;
import org.loupe.api.subject.SpatialAxes;
import org.loupe.api.subject.Subject;
import org.loupe.api.subject.TableColumn;
import org.loupe.api.subject.TableRows;
import org.loupe.core.internal.result.Comparison;
import org.loupe.core.run.RunStatus;
import org.loupe.core.testing.Fakes;
import org.loupe.core.testing.Kinds;
import org.loupe.math.npy.NpyWriter;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.ElementType;
import org.loupe.math.tensor.FileTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;

/** Results that look inside: saved, read back, compared, and refused where a file is not honest. */
class ResultKindsTest {
  @TempDir
  Path folder;

  private Path written(Result result) throws LoupeException {
    Path file = folder.resolve("r.xai");
    XaiFile.write(Fakes.record(result), file);
    return file;
  }

  @Test
  void everyKindComesBackToTheBit() throws Exception {
    for (Result before : Kinds.all()) {
      RunRecord after = XaiFile.read(written(before));
      assertSame(before.getClass(), after.result().getClass());
      Comparison comparison = Comparison.of(Fakes.record(before), after);
      assertTrue(comparison.bitEqual(), () -> before + ": " + comparison.differences());
      assertEquals(List.copyOf(before.figures().entrySet()), List.copyOf(after.result().figures().entrySet()));
    }
  }

  @Test
  void whatIsNoNumberComesBackToo() throws Exception {
    GeneratedInput made = (GeneratedInput) XaiFile.read(written(Kinds.generated())).result();
    assertEquals("channel:conv1/12", made.objective());
    assertEquals(List.of(0, 2), made.frames().stream().map(GeneratedInput.Frame::step).toList());
    assertArrayEquals(new int[] {4, 5, 6}, made.frames().get(0).picture().argb());
    assertEquals(Kinds.generated().picture().inputToPicture(), made.picture().inputToPicture());
    FeatureMaps maps = (FeatureMaps) XaiFile.read(written(Kinds.maps())).result();
    assertEquals(Kinds.maps().layout(), maps.layout());
    assertEquals("conv1/Relu", maps.layer());
    assertArrayEquals(new int[] {0xff000000, 0x00123456}, maps.picture().orElseThrow().argb());
    Composite composite = (Composite) XaiFile.read(written(Kinds.composite())).result();
    assertEquals(List.copyOf(Kinds.composite().parts().keySet()), List.copyOf(composite.parts().keySet()));
    assertEquals(Kinds.table(), composite.parts().get("again"));
    assertEquals(Kinds.curves(), composite.parts().get("layers"));
    AttributionTable rows = (AttributionTable) composite.parts().get("rows");
    assertEquals(Kinds.rows().features(), rows.features());
    assertEquals(List.of("margin (log-odds)", List.of("7", "a,b")), List.of(rows.score(), rows.rows()));
  }

  @Test
  void everyDifferenceOfOneBitIsFound() throws Exception {
    Table table = new Table(List.of(new Table.Numbers("a", "", new double[] {0.0, Kinds.ODD})), Map.of());
    for (double[] other : new double[][] {{-0.0, Kinds.ODD}, {0.0, Double.NaN}, {Double.MIN_VALUE, Kinds.ODD}}) {
      Table now = new Table(List.of(new Table.Numbers("a", "", other)), Map.of());
      assertFalse(Comparison.of(Fakes.record(table), Fakes.record(now)).bitEqual());
    }
    Table units = new Table(List.of(new Table.Numbers("a", "ms", new double[] {0.0, Kinds.ODD})), Map.of());
    Comparison comparison = Comparison.of(Fakes.record(table), Fakes.record(units));
    assertEquals(List.of(false, 0.0, List.of("unit of a is not the same")),
        List.of(comparison.bitEqual(), comparison.maxDifference(), comparison.differences()));
    assertEquals(3, Comparison.of(Fakes.record(Table.of(new Table.Numbers("a", "", new double[] {1}))),
        Fakes.record(Table.of(new Table.Numbers("a", "", new double[] {-2})))).maxDifference());
    GeneratedInput made = Kinds.generated();
    GeneratedInput frame = new GeneratedInput(made.input(), made.objective(), made.values(), made.axes(),
        made.picture(), made.scores(), List.of(made.frames().get(1)), made.figures());
    assertFalse(Comparison.of(Fakes.record(made), Fakes.record(frame)).bitEqual());
    for (Result kind : Kinds.all()) {
      assertFalse(Comparison.of(Fakes.record(kind), Fakes.record(table)).bitEqual(), kind::toString);
    }
    Composite inner = new Composite(Map.of("a", new Table(List.of(), Map.of("f", 1.0))), Map.of());
    Composite figures = new Composite(Map.of("a", new Table(List.of(), Map.of("f", 2.0))), Map.of());
    assertFalse(Comparison.of(Fakes.record(inner), Fakes.record(figures)).bitEqual());
  }

  @Test
  void everyPartOfAnAttributionTableIsCompared() throws Exception {
    AttributionTable t = Kinds.rows();
    Tensor other = ArrayTensor.of(Shape.of(2, 2), 9.0, 9, 9, 9);
    Tensor ends = ArrayTensor.of(Shape.of(2), 9.0, 9);
    List<AttributionTable> changed = List.of(
        new AttributionTable("p", t.features(), t.rows(), t.values(), t.inputs(), t.base(), t.scores(),
            t.interactions(), t.figures()),
        new AttributionTable(t.score(), List.of(t.features().get(0), t.features().get(0)), t.rows(), t.values(),
            t.inputs(), t.base(), t.scores(), t.interactions(), t.figures()),
        new AttributionTable(t.score(), t.features(), List.of("7", "8"), t.values(), t.inputs(), t.base(), t.scores(),
            t.interactions(), t.figures()),
        new AttributionTable(t.score(), t.features(), t.rows(), other, t.inputs(), t.base(), t.scores(),
            t.interactions(), t.figures()),
        new AttributionTable(t.score(), t.features(), t.rows(), t.values(), other, t.base(), t.scores(),
            t.interactions(), t.figures()),
        new AttributionTable(t.score(), t.features(), t.rows(), t.values(), t.inputs(), ends, t.scores(),
            t.interactions(), t.figures()),
        new AttributionTable(t.score(), t.features(), t.rows(), t.values(), t.inputs(), t.base(), ends,
            t.interactions(), t.figures()),
        new AttributionTable(t.score(), t.features(), t.rows(), t.values(), t.inputs(), t.base(), t.scores(),
            Optional.empty(), t.figures()));
    for (AttributionTable now : changed) {
      assertFalse(Comparison.of(Fakes.record(t), Fakes.record(now)).bitEqual(), now::toString);
    }
    assertTrue(Comparison.of(Fakes.record(t), Fakes.record(Kinds.rows())).bitEqual());
  }

  @Test
  void coloursOfAnInputAreKept() throws Exception {
    PictureEncoding encoding = new PictureEncoding(List.of(new PictureEncoding.Channel(Light.BLUE, -2.1179, 2.2489),
        new PictureEncoding.Channel(Light.ALPHA, 255, 0)));
    DecodedInput input = new DecodedInput("x", ArrayTensor.of(Shape.of(1, 2, 1, 1), 1f, 2), "image",
        Optional.of(SpatialAxes.NCHW), Optional.empty(), Optional.of(encoding), List.of());
    Path file = folder.resolve("e.xai");
    XaiFile.write(new RunRecord(RunStatus.COMPLETED, Kinds.table(), new Subject.Single("x", Map.of("x", input),
        Map.of(), List.of("x")), Fakes.provenance("m", "0"), List.of()), file);
    assertEquals(Optional.of(encoding), XaiFile.read(file).subject().first().encoding());
  }

  @Test
  void rowsOfATableAreKept() throws Exception {
    TableRows rows = new TableRows(Kinds.rows().features(), List.of("7", "a,b"), List.of(1.0, Double.NaN));
    DecodedInput input = new DecodedInput("x", ArrayTensor.of(Shape.of(2, 2), 1f, 2, 3, Float.NaN), "table",
        Optional.empty(), Optional.empty(), Optional.empty(), List.of("=age", "sex"), Optional.of(rows));
    Path file = folder.resolve("t.xai");
    XaiFile.write(new RunRecord(RunStatus.COMPLETED, Kinds.rows(), new Subject.Single("x.csv", Map.of("x", input),
        Map.of(), List.of("x")), Fakes.provenance("m", "0"), List.of()), file);
    Subject.Single back = XaiFile.read(file).subject();
    assertEquals(Optional.of(rows), back.first().table());
    assertEquals(2, back.items());
    Map<String, byte[]> entries = entries(file);
    String json = new String(entries.get("record.json"), StandardCharsets.UTF_8);
    String shorter = json.replaceFirst("\"labels\": \\[\\s+1.0,", "\"labels\": [");
    assertFalse(shorter.equals(json), json);
    entries.put("record.json", shorter.getBytes(StandardCharsets.UTF_8));
    String said = refused(Kind.BAD_INPUT, () -> XaiFile.read(zip(entries))).getMessage();
    assertTrue(said.contains("1 labels for 2 rows"), said);
  }

  private Map<String, byte[]> entries(Path file) throws Exception {
    Map<String, byte[]> out = new LinkedHashMap<>();
    try (InputStream in = Files.newInputStream(file); ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        out.put(e.getName(), zip.readAllBytes());
      }
    }
    return out;
  }

  private Path zip(Map<String, byte[]> entries) throws Exception {
    Path file = folder.resolve("hostile.xai");
    try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
      for (var e : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(e.getKey()));
        zip.write(e.getValue());
      }
    }
    return file;
  }

  private void refuses(Result result, String from, String to, String message) throws Exception {
    Map<String, byte[]> entries = entries(written(result));
    String json = new String(entries.get("record.json"), StandardCharsets.UTF_8);
    assertTrue(json.contains(from), json);
    entries.put("record.json", json.replace(from, to).getBytes(StandardCharsets.UTF_8));
    Path file = zip(entries);
    String said = refused(Kind.BAD_INPUT, () -> XaiFile.read(file)).getMessage();
    assertTrue(said.contains(message) && said.contains("hostile.xai"), said);
  }

  @Test
  void aRecordWhoseSizesOrAxesDoNotAgreeIsRefused() throws Exception {
    refuses(Kinds.maps(), "\"column\": 3", "\"column\": 4", "layout.column: must be a whole number from -1 to 3");
    refuses(Kinds.maps(), "\"column\": 3", "\"column\": 2", "it holds layout");
    refuses(Kinds.maps(), "\"column\": 3", "\"column\": 0", "it holds layout");
    refuses(Kinds.maps(), "\"MAPS\"", "\"TOKENS\"", "it holds layout");
    refuses(Kinds.maps(), "\"MAPS\"", "\"SOUP\"", "layout.kind: this Loupe knows no such kind");
    refuses(Kinds.maps(), "\"channels.npy\"", "\"../channels.npy\"", "no part");
    refuses(Kinds.generated(), "\"step\": 0", "\"step\": 3", "step: must be a whole number from 0 to 2");
    refuses(Kinds.generated(), "\"step\": 0", "\"step\": 2", "it holds frames that do not rise");
    refuses(Kinds.generated(), "\"picture-1.png\"", "\"picture-9.png\"", "it has no picture-9.png");
    refuses(Kinds.table(), "\"texts\": [\n          \"a,b\",", "\"texts\": [", "columns of 2 and 3 rows");
    refuses(Kinds.table(), "\"unit\": \"\"", "\"texts\": []", "must have 1 rows of numbers");
    refuses(Kinds.table(), "\"name\": \"calls\"", "\"name\": \"time\"", "it holds a table with a column");
    refuses(Kinds.curves(), "\"points\": 2", "\"points\": 4", "points: must be a whole number from 0 to 3");
    refuses(Kinds.curves(), "\"points\": 2", "\"points\": 1", "has 3 points, and the series 2");
    refuses(Kinds.rows(), "\"scale\": 0.1", "\"scale\": 0", "features[0].scale: must not be 0");
    refuses(Kinds.rows(), "\"offset\": -50.0", "\"offset\": \"NaN\"", "features[0].offset: must be a number");
    refuses(Kinds.rows(), "      \"7\",\n", "", "values of shape [2, 2] for [1, 2]");
    refuses(Kinds.rows(), "\"scores.npy\"", "\"inputs.npy\"", "scores of shape [2, 2] for [2]");
    refuses(Kinds.rows(), "\"interactions.npy\"", "\"values.npy\"", "interactions of shape [2, 2] for [2, 2, 2]");
    refuses(Kinds.rows(), "\"base.npy\"", "\"../base.npy\"", "base.file: no part of a result has this name");
    refuses(Kinds.rows(), "\"features\": [", "\"features\": 3, \"old\": [", "features: must be a list");
    refuses(Kinds.composite(), "\"part\": \"again\"", "\"part\": \"nodes\"", "two of one name");
    refuses(Kinds.composite(), "\"kind\": \"Curves\"", "\"kind\": \"Composite\"", "a composite");
    refuses(Kinds.composite(), "parts/2/table.npy", "parts/22222/table.npy", "no part of a result has this name");
  }

  @Test
  void placesThatDoNotRiseAreRefused() throws Exception {
    Map<String, byte[]> entries = entries(written(Kinds.curves()));
    Path npy = folder.resolve("points.npy");
    NpyWriter.write(ArrayTensor.of(Shape.of(2, 3), 1.0, 0, 1, 0, 0, 0), npy);
    entries.put("points.npy", Files.readAllBytes(npy));
    assertTrue(refused(Kind.BAD_INPUT, () -> XaiFile.read(zip(entries))).getMessage().endsWith("do not rise"));
    NpyWriter.write(ArrayTensor.of(Shape.of(3, 2), 0.0, 1, 1, 0, 0, 0), npy);
    entries.put("points.npy", Files.readAllBytes(npy));
    assertTrue(refused(Kind.BAD_INPUT, () -> XaiFile.read(zip(entries))).getMessage().contains("must have 2 rows"));
  }

  @Test
  void whatTheFirstFormatHeldIsStillRead() throws Exception {
    String record = """
        {"loupe-result": 1, "status": "COMPLETED",
         "result": {"kind": "FeatureAttribution", "input": "x", "values": {"file": "values.npy", "type": "FLOAT32"},
           "features": ["a", "b"], "inputs": [1, "NaN"], "figures": {"score": 0.5}},
         "subject": {"name": "x.npy", "explained": ["x"], "inputs": [{"name": "x", "modality": "tensor",
           "values": {"file": "inputs/0.npy", "type": "BFLOAT16"}, "features": []}], "labels": {}},
         "provenance": {"model": "m", "model-sha256": "00", "subject": "x", "input-sha256": "11", "explainer": "e",
           "bundle": "b 1", "settings": {}, "profile": "", "target": "index:1", "target-text": "t", "scale": "logit",
           "output": "o", "seed": 1, "runtime": {"engine": "E", "version": "1", "device": "cpu", "threads": 1},
           "batch-size": 1, "started": "2026-01-02T03:04:05Z", "millis": 1},
         "notes": []}
        """;
    Path npy = folder.resolve("x.npy");
    NpyWriter.write(ArrayTensor.of(Shape.of(1, 2), 1f, -2f), npy);
    byte[] values = Files.readAllBytes(npy);
    Path file = zip(Map.of("record.json", record.getBytes(StandardCharsets.UTF_8), "values.npy", values,
        "inputs/0.npy", values));
    RunRecord read = XaiFile.read(file);
    assertEquals(Optional.empty(), read.subject().first().encoding());
    assertEquals(ElementType.BFLOAT16, read.subject().first().tensor().type());
    assertTrue(Comparison.of(read, XaiFile.read(file)).bitEqual());
    refused(Kind.BAD_INPUT, () -> XaiFile.read(zip(Map.of("record.json",
        record.replace("\"loupe-result\": 1", "\"loupe-result\": 0").getBytes(StandardCharsets.UTF_8)))));
  }

  /** A tensor of more than 64 MiB in a file that takes no room on disk: zeros but for the ends. */
  private Tensor sparse() throws Exception {
    Path file = folder.resolve("sparse.bin");
    Shape shape = Shape.of(1, 3, 2500, 2500);
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.setLength(shape.size() * 4);
      out.write(new byte[] {0, 0, (byte) 0x80, 0x3f});
      out.seek(shape.size() * 4 - 4);
      out.write(new byte[] {0x23, 1, (byte) 0xc0, 0x7f});
    }
    return new FileTensor(ElementType.FLOAT32, shape, file, 0);
  }

  @Test
  void aLargeTensorIsASliceOfTheRecord() throws Exception {
    Tensor values = sparse();
    Path file = written(Kinds.large(values));
    RunRecord read = XaiFile.read(file);
    FileTensor slice = assertInstanceOf(FileTensor.class, ((FeatureMaps) read.result()).values());
    assertEquals(file.toAbsolutePath(), slice.file().toAbsolutePath());
    assertEquals(1, slice.get(0));
    assertTrue(Double.isNaN(slice.get(slice.size() - 1)));
    assertTrue(Comparison.of(Fakes.record(Kinds.large(values)), read).bitEqual());
    Path again = folder.resolve("again.xai");
    XaiFile.write(read, again);
    assertEquals(-1, Files.mismatch(file, again), "what is read as slices is written to the same bytes");
    Files.write(file, new byte[9]);
    refused(Kind.BAD_INPUT, () -> Comparison.of(read, read));
    refused(Kind.FAILED, () -> XaiFile.write(read, folder.resolve("gone.xai")));
    assertFalse(Files.exists(folder.resolve("gone.xai")));
  }

  @Test
  void aLargeTensorOfAFilePackedAgainOrThatLiesIsReadAndNotSliced() throws Exception {
    Tensor values = sparse();
    Map<String, byte[]> entries = entries(written(Kinds.large(values)));
    RunRecord packed = XaiFile.read(zip(entries));
    assertInstanceOf(ArrayTensor.class, ((FeatureMaps) packed.result()).values());
    assertTrue(Comparison.of(Fakes.record(Kinds.large(values)), packed).bitEqual());
    String json = new String(entries.get("record.json"), StandardCharsets.UTF_8);
    for (String at : List.of("1", "-7", "9223372036854775807")) {
      entries.put("record.json", json.replace("\"at\": 0", "\"at\": " + at).getBytes(StandardCharsets.UTF_8));
      assertFalse(new String(entries.get("record.json"), StandardCharsets.UTF_8).equals(json));
      assertTrue(Comparison.of(Fakes.record(Kinds.large(values)), XaiFile.read(stored(entries))).bitEqual());
    }
  }

  /** With the values stored as they are. */
  private Path stored(Map<String, byte[]> entries) throws Exception {
    Path file = folder.resolve("stored.xai");
    try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
      for (var e : entries.entrySet()) {
        ZipEntry entry = new ZipEntry(e.getKey());
        CRC32 crc = new CRC32();
        crc.update(e.getValue());
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(e.getValue().length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(e.getValue());
      }
    }
    return file;
  }

  @Test
  void largeInteractionsAreSlicesOfTheFile() throws Exception {
    long[] shape = {2, 2100, 2100};
    Path raw = folder.resolve("raw");
    try (RandomAccessFile out = new RandomAccessFile(raw.toFile(), "rw")) {
      out.setLength(Shape.of(shape).size() * 8);
    }
    Tensor values = ArrayTensor.of(Shape.of(2, 2100), new double[4200]);
    Tensor ends = ArrayTensor.of(Shape.of(2), 0.0, 0);
    AttributionTable table = new AttributionTable("margin", Collections.nCopies(2100, TableColumn.plain("f")),
        List.of("1", "2"), values, values, ends, ends,
        Optional.of(new FileTensor(ElementType.FLOAT64, Shape.of(shape), raw, 0)), Map.of());
    RunRecord read = XaiFile.read(written(table));
    AttributionTable back = (AttributionTable) read.result();
    assertEquals(Shape.of(shape), assertInstanceOf(FileTensor.class, back.interactions().orElseThrow()).shape());
    assertTrue(Comparison.of(Fakes.record(table), read).bitEqual());
  }

  @Test
  void moreThanAReaderTakesIsNotWritten() {
    Map<String, Result> parts = new LinkedHashMap<>();
    for (int i = 0; i < 10_001; i++) {
      parts.put("p" + i, Table.of(new Table.Numbers("a", "", new double[0])));
    }
    assertTrue(refused(Kind.FAILED, () -> written(new Composite(parts, Map.of()))).getMessage()
        .contains("more than 10000 parts"));
  }
}
