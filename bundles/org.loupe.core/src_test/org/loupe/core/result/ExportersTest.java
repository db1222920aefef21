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
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.loupe.core.testing.Fakes.refused;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loupe.api.LoupeException;
import org.loupe.api.LoupeException.Kind;
import org.loupe.api.result.AttributionTable;
import org.loupe.api.result.Composite;
import org.loupe.api.result.Curves;
import org.loupe.api.result.CustomResult;
import org.loupe.api.result.FeatureAttribution;
import org.loupe.api.result.FeatureLayout;
import org.loupe.api.result.FeatureMaps;
import org.loupe.api.result.GeneratedInput;
import org.loupe.api.result.Result;
import org.loupe.api.result.SaliencyMap;
import org.loupe.api.result.Table;
import org.loupe.api.settings.Setting;
import org.loupe.api.subject.SpatialAxes;
import org.loupe.api.visualize.ViewRequest;
import org.loupe.api.visualize.Visualizer;
import org.loupe.core.catalogue.Catalogues;
import org.loupe.core.catalogue.VisualizerEntry;
import org.loupe.core.internal.result.StoredTable;
import org.loupe.core.testing.FakeSource;
import org.loupe.core.testing.Fakes;
import org.loupe.core.testing.Kinds;
import org.loupe.math.npy.NpyReader;
import org.loupe.math.tensor.ArrayTensor;
import org.loupe.math.tensor.Shape;
import org.loupe.math.tensor.Tensor;
import org.loupe.scene.Scene;
import org.loupe.scene.SceneColor;
import org.loupe.scene.ThemeRole;

class ExportersTest {
  @TempDir
  Path folder;

  record Options(@Setting(label = "Bars", doc = "How many.", defaultValue = "3", min = 1, max = 9) int bars) {
  }

  /** An empty scene with the title and size that it was asked for. */
  private static class Plain<R extends Result> implements Visualizer<R, Options> {
    private final Class<R> type;

    Plain(Class<R> type) {
      this.type = type;
    }

    @Override
    public Class<R> resultType() {
      return type;
    }

    @Override
    public Class<Options> optionsType() {
      return Options.class;
    }

    @Override
    public Scene prepare(R result, ViewRequest<Options> request) throws LoupeException {
      return new Scene(request.width(), request.height(), SceneColor.of(ThemeRole.values()[0]),
          request.title() + " " + request.options().bars(), "", List.of());
    }
  }

  private static Exporters exporters(FakeSource source) {
    return new Exporters(new Catalogues(source));
  }

  private static List<String> ids(Exporters exporters, RunRecord record) throws LoupeException {
    return exporters.visualizers(record).stream().map(VisualizerEntry::id).toList();
  }

  private static FakeSource features() {
    return new FakeSource().visualizer("plain", "FeatureAttribution", new Plain<>(FeatureAttribution.class));
  }

  private String text(RunRecord record, String name) throws Exception {
    Path out = folder.resolve(name);
    exporters(features()).export(record, out, ExportOptions.DEFAULT);
    return Files.readString(out);
  }

  @Test
  void npyHoldsTheRawValues() throws Exception {
    Path out = folder.resolve("a.NPY");
    exporters(features()).export(Fakes.record(Fakes.attribution(0.1, Double.NaN)), out, ExportOptions.DEFAULT);
    assertArrayEquals(new double[] {0.1, Double.NaN}, NpyReader.read(out).toDoubles());
  }

  @Test
  void jsonHoldsValuesProvenanceAndFigures() throws Exception {
    FeatureAttribution f = new FeatureAttribution("x", ArrayTensor.of(Shape.of(1, 3), 0.1f, Float.NaN,
        Float.NEGATIVE_INFINITY), List.of("</script>", "b", "c"), List.of(), Map.of("score", 2.0));
    String text = text(Fakes.record(f), "a.json");
    JsonObject json = JsonParser.parseString(text).getAsJsonObject();
    JsonObject result = json.getAsJsonObject("result");
    assertEquals("completed", json.get("status").getAsString());
    assertEquals("[0.1,\"NaN\",\"-Infinity\"]", result.get("values").toString());
    assertEquals("[1,3]", result.get("shape").toString());
    assertEquals("</script>", result.getAsJsonArray("features").get(0).getAsString());
    assertFalse(text.contains("</script>"), "safe within a page");
    assertEquals(2.0, result.getAsJsonObject("figures").get("score").getAsDouble());
    assertEquals(8, json.getAsJsonObject("provenance").get("batch-size").getAsInt());
    assertEquals("A note.", json.getAsJsonArray("notes").get(0).getAsString());
    assertEquals(text, text(Fakes.record(f), "b.json"), "stable");
  }

  @Test
  void csvEscapesWhatASpreadsheetWouldRun() throws Exception {
    FeatureAttribution f = new FeatureAttribution("x", ArrayTensor.of(Shape.of(1, 6), 1.0, -2, 3, 4, 5, 6),
        List.of("=cmd()", "-1+2", "-1.5", "a,\"b\"\nc", "@x", "plain"), List.of(-1.0, 0.0, 0.5, 1.0, 2.0, 3.0),
        Map.of());
    assertEquals("feature,input,value\r\n'=cmd(),-1.0,1.0\r\n'-1+2,0.0,-2.0\r\n-1.5,0.5,3.0\r\n"
        + "\"a,\"\"b\"\"\nc\",1.0,4.0\r\n'@x,2.0,5.0\r\nplain,3.0,6.0\r\n", text(Fakes.record(f), "a.csv"));
  }

  @Test
  void csvOfAMapNamesItsAxes() throws Exception {
    SaliencyMap m = new SaliencyMap("x", ArrayTensor.of(Shape.of(1, 2, 2, 1), 0.5f, -1, 0, 2), SpatialAxes.NHWC,
        Optional.empty(), Map.of());
    assertEquals("item,row,column,channel,value\r\n0,0,0,0,0.5\r\n0,0,1,0,-1.0\r\n0,1,0,0,0.0\r\n0,1,1,0,2.0\r\n",
        text(Fakes.record(m), "a.csv"));
  }

  @Test
  void aTableIsWrittenAsSuchAndHasNoTensor() throws Exception {
    CustomResult c = new StoredTable("k", List.of("a", "b"), List.of(List.of("1", "=x")), "Text.", Map.of());
    assertEquals("a,b\r\n1,'=x\r\n", text(Fakes.record(c), "a.csv"));
    assertTrue(text(Fakes.record(c), "a.json").contains("\"Text.\""));
    assertTrue(text(Fakes.record(c), "a.html").contains("Text."));
    refused(Kind.NOT_APPLICABLE, () -> text(Fakes.record(c), "a.npy"));
    assertTrue(refused(Kind.NOT_APPLICABLE, () -> text(Fakes.record(c), "a.png")).getMessage()
        .contains("no visualizer"));
    Exporters with = exporters(new FakeSource().visualizer("t", "CustomResult", new Plain<>(CustomResult.class)));
    assertEquals("ablation: class 1, logit 3", with.scene(Fakes.record(c), ExportOptions.DEFAULT).title());
  }

  @Test
  void tablesCurvesAndCompositesAreRows() throws Exception {
    assertEquals("node,time (µs),calls\r\n\"a,b\",0.1,3\r\n'=c,NaN,-Infinity\r\n,-0.0,4.9E-324\r\n",
        text(Fakes.record(Kinds.table()), "t.csv"));
    assertEquals("series,x,y,label\r\ndead,0,0.5,conv1\r\ndead,1,NaN,fc\r\n'=entropy,1,-0.0,fc\r\n",
        text(Fakes.record(Kinds.curves()), "c.csv"));
    assertEquals("channel,mean\r\n0,NaN\r\n1,2.5\r\n", text(Fakes.record(Kinds.maps()), "m.csv"));
    assertEquals("step,score\r\n0,-1.0\r\n1,0.1\r\n2,Infinity\r\n", text(Fakes.record(Kinds.generated()), "g.csv"));
    FeatureMaps bare = new FeatureMaps("l", ArrayTensor.of(Shape.of(2, 1), 1f, 2),
        new FeatureLayout(FeatureLayout.Kind.OTHER, -1, -1, 1), Optional.empty(), Table.of(), Map.of());
    assertEquals("item,column,value\r\n0,0,1.0\r\n1,0,2.0\r\n", text(Fakes.record(bare), "b.csv"));
    Composite two = new Composite(new TreeMap<>(Map.of("a", Kinds.maps(), "b", Kinds.generated())), Map.of());
    assertEquals("a\r\nchannel,mean\r\n0,NaN\r\n1,2.5\r\n\r\nb\r\nstep,score\r\n0,-1.0\r\n1,0.1\r\n2,Infinity\r\n",
        text(Fakes.record(two), "two.csv"));
  }

  @Test
  void attributionsOfRowsAreOneTable() throws Exception {
    assertEquals("row,score,base,'=age,sex,'=age alone,'=age x sex,sex alone\r\n"
        + "7,2.25,2.0,0.5,-0.25,0.25,0.5,-0.5\r\n\"a,b\",2.0,2.0,-0.0,1.0E-300,0.0,0.0,1.0E-300\r\n",
        text(Fakes.record(Kinds.rows()), "r.csv"));
    JsonObject json = JsonParser.parseString(text(Fakes.record(Kinds.rows()), "r.json")).getAsJsonObject()
        .getAsJsonObject("result");
    assertEquals("AttributionTable", json.get("kind").getAsString());
    assertEquals("margin (log-odds)", json.get("score").getAsString());
    assertEquals("{\"name\":\"sex\",\"unit\":\"\",\"words\":[\"female\",\"male\"],\"group\":\"person\","
        + "\"category\":\"sex\",\"scale\":1.0,\"offset\":0.0}", json.getAsJsonArray("features").get(1).toString());
    assertEquals("[\"7\",\"a,b\"] [2.0,2.0] [2.25,2.0] [1.3,\"NaN\",-2.0,1.0] [2,2] [0.5,-0.25,-0.0,1.0E-300]",
        json.get("rows") + " " + json.get("base") + " " + json.get("scores") + " " + json.get("inputs") + " "
            + json.get("shape") + " " + json.get("values"));
    assertEquals(8, json.getAsJsonArray("interactions").size());
  }

  @Test
  void aPageOfATableHasItsRowsAndSaysHowManyThereAre() throws Exception {
    Exporters with = exporters(new FakeSource().visualizer("t", "Table", new Plain<>(Table.class)));
    Path page = folder.resolve("t.html");
    with.export(Fakes.record(Kinds.table()), page, ExportOptions.DEFAULT);
    String text = Files.readString(page);
    assertTrue(text.contains("time (µs)") && text.contains("-Infinity") && text.contains("a,b"), text);
    assertFalse(text.contains("The first"));
    with.export(Fakes.record(Table.of(new Table.Numbers("n", "", new double[5000]))), page, ExportOptions.DEFAULT);
    assertTrue(Files.readString(page).contains("The first 2000 of 5000 rows"));
  }

  @Test
  void npyOfWhatLooksInside() throws Exception {
    for (Result result : Kinds.all()) {
      Path out = folder.resolve("k.npy");
      exporters(features()).export(Fakes.record(result), out, ExportOptions.DEFAULT);
      Tensor values = NpyReader.read(out);
      double[] expected = switch (result) {
        case Table t -> new double[] {0.1, 3, Double.NaN, Double.NEGATIVE_INFINITY, -0.0, Double.MIN_VALUE};
        case Curves c -> new double[] {0, 0, 0.5, 0, 1, Double.NaN, 1, 1, -0.0};
        case GeneratedInput g -> new double[] {0.25, -0.0};
        case AttributionTable t -> new double[] {0.5, -0.25, -0.0, 1e-300};
        default -> Kinds.maps().values().toDoubles();
      };
      assertArrayEquals(expected, values.toDoubles(), result::toString);
      assertEquals(result instanceof Table ? Shape.of(3, 2) : result instanceof Curves ? Shape.of(3, 3)
          : result instanceof GeneratedInput ? Shape.of(1, 2) : result instanceof AttributionTable ? Shape.of(2, 2)
          : Kinds.maps().values().shape(), values.shape());
    }
    refused(Kind.NOT_APPLICABLE, () -> text(Fakes.record(Table.of(new Table.Texts("a", List.of("b")))), "a.npy"));
  }

  @Test
  void jsonOfWhatLooksInside() throws Exception {
    JsonObject parts = JsonParser.parseString(text(Fakes.record(Kinds.composite()), "c.json")).getAsJsonObject()
        .getAsJsonObject("result").getAsJsonObject("parts");
    JsonObject maps = parts.getAsJsonObject("maps");
    assertEquals("[0.1,\"NaN\",-0.0,\"-Infinity\",1.0,2.0,3.0,4.0]", maps.get("values").toString());
    assertEquals("[\"NaN\",2.5]", maps.getAsJsonObject("channels").getAsJsonArray("columns").get(1)
        .getAsJsonObject().get("values").toString());
    assertEquals("{\"height\":2,\"width\":3,\"channel\":1}", maps.get("axes").toString());
    assertEquals("[-1.0,0.1,\"Infinity\"]", parts.getAsJsonObject("picture").get("scores").toString());
    JsonObject time = parts.getAsJsonObject("nodes").getAsJsonArray("columns").get(1).getAsJsonObject();
    assertEquals("{\"name\":\"time\",\"unit\":\"µs\",\"values\":[0.1,\"NaN\",-0.0]}", time.toString());
    JsonObject curve = parts.getAsJsonObject("layers").getAsJsonArray("series").get(0).getAsJsonObject();
    assertEquals("[[0.0,1.0],[0.5,\"NaN\"]]", List.of(curve.get("xs"), curve.get("ys")).toString().replace(" ", ""));
    assertEquals("[\"conv1\",\"fc\"]", parts.getAsJsonObject("layers").get("labels").toString());
    assertEquals("FeatureAttribution", parts.getAsJsonObject("attribution").get("kind").getAsString());
    assertEquals(7, JsonParser.parseString(text(Fakes.record(Kinds.composite()), "d.json")).getAsJsonObject()
        .getAsJsonObject("result").getAsJsonObject("figures").get("parts").getAsInt());
  }

  @Test
  void picturesAreDrawnByTheVisualizer() throws Exception {
    RunRecord record = Fakes.record(Fakes.attribution(1));
    ExportOptions options = new ExportOptions(Map.of("bars", "7"), "plain", 60, 40, true);
    Path png = folder.resolve("a.png");
    exporters(features()).export(record, png, options);
    assertEquals(60, ImageIO.read(png.toFile()).getWidth());
    Path svg = folder.resolve("a.svg");
    exporters(features()).export(record, svg, options);
    assertTrue(Files.readString(svg).contains("ablation: class 1, logit 7"));
    assertEquals(List.of("plain"), ids(exporters(features()), record));
    refused(Kind.USAGE, () -> exporters(features()).scene(record, new ExportOptions(Map.of("bars", "99"), "", 9, 9,
        false)));
    refused(Kind.USAGE, () -> exporters(features()).scene(record, new ExportOptions(Map.of(), "plan", 9, 9, false)));
    refused(Kind.USAGE, () -> exporters(features()).scene(record, new ExportOptions(Map.of(), "", 0, 9, false)));
  }

  @Test
  void thePageIsOneFileAndEscapesEverything() throws Exception {
    RunRecord r = Fakes.record(Fakes.attribution(1));
    RunRecord evil = new RunRecord(r.status(), r.result(), r.subject(), Fakes.provenance("<img src=x onerror=alert(1)>",
        "h"), List.of("<script>alert(2)</script>"));
    String page = text(evil, "a.html");
    assertFalse(page.contains("<img src=x") || page.contains("<script>"), page);
    assertTrue(page.contains("&lt;script&gt;") && page.contains("Batch size") && page.contains("score"), page);
    assertFalse(page.matches("(?s).*(src|href)=\"http.*"), "refers to nothing outside");
  }

  @Test
  void xaiIsTheRecord() throws Exception {
    Path out = folder.resolve("a.xai");
    exporters(features()).export(Fakes.record(Fakes.attribution(4)), out, ExportOptions.DEFAULT);
    assertEquals(4, ((FeatureAttribution) XaiFile.read(out).result()).values().get(0));
  }

  @Test
  void otherEndingsAreRefusedAndAFailureLeavesWhatWasThere() throws Exception {
    RunRecord record = Fakes.record(Fakes.attribution(1));
    assertTrue(refused(Kind.USAGE, () -> text(record, "a.gif")).getMessage().endsWith(".npy .png .svg .json .csv "
        + ".html .xai"));
    Files.writeString(folder.resolve("a.png"), "old");
    FakeSource broken = new FakeSource().visualizer("v", "FeatureAttribution", new Plain<>(FeatureAttribution.class) {
      @Override
      public Scene prepare(FeatureAttribution result, ViewRequest<Options> request) {
        throw new IllegalStateException("defect");
      }
    });
    assertTrue(refused(Kind.FAILED, () -> exporters(broken).export(record, folder.resolve("a.png"),
        ExportOptions.DEFAULT)).getMessage().contains("vendor.views"));
    assertEquals("old", Files.readString(folder.resolve("a.png")));
    assertTrue(refused(Kind.FAILED, () -> text(record, "no/folder/a.csv")).getMessage().startsWith("cannot write "));
  }

  @Test
  void aDefectiveVisualizerDoesNotKeepTheOthersFromDrawing() throws Exception {
    FakeSource source = features().visualizer("broken", "FeatureAttribution", new Plain<>(FeatureAttribution.class) {
      @Override
      public boolean accepts(FeatureAttribution result) {
        throw new NoSuchMethodError();
      }
    }).visualizer("nothing", "FeatureAttribution", new Plain<>(FeatureAttribution.class) {
      @Override
      public boolean accepts(FeatureAttribution result) {
        return false;
      }
    });
    RunRecord record = Fakes.record(Fakes.attribution(1));
    assertEquals(List.of("plain"), ids(exporters(source), record));
    refused(Kind.NOT_APPLICABLE, () -> exporters(source).scene(record,
        new ExportOptions(Map.of(), "nothing", 9, 9, false)));
  }
}
