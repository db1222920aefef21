/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.visualize.internal.attribution;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.loupe.api.result.AttributionTable;
import org.loupe.api.visualize.Visualizer;
import org.loupe.scene.Scene;
import org.loupe.scene.Theme;
import org.loupe.scene.write.PngWriter;
import org.loupe.scene.write.SvgWriter;
import org.loupe.visualize.internal.Scenes;
import org.loupe.visualize.internal.attribution.bar.FeatureBars;
import org.loupe.visualize.internal.attribution.decision.Decision;
import org.loupe.visualize.internal.attribution.dependence.Dependence;
import org.loupe.visualize.internal.attribution.force.Force;
import org.loupe.visualize.internal.attribution.force.ForceRows;
import org.loupe.visualize.internal.attribution.heat.AttributionHeatMap;
import org.loupe.visualize.internal.attribution.summary.AttributionSummary;
import org.loupe.visualize.internal.attribution.swarm.Beeswarm;
import org.loupe.visualize.internal.attribution.waterfall.Waterfall;

/** Every plot of attributions; as a program, writes pictures of them into a folder for people to look at. */
public final class Gallery {
  private Gallery() {
  }

  /** By name. */
  public static Map<String, Visualizer<AttributionTable, ?>> views() {
    Map<String, Visualizer<AttributionTable, ?>> out = new LinkedHashMap<>();
    out.put("waterfall", new Waterfall());
    out.put("force", new Force());
    out.put("force-rows", new ForceRows());
    out.put("beeswarm", new Beeswarm());
    out.put("bar", new FeatureBars());
    out.put("attribution-heat-map", new AttributionHeatMap());
    out.put("dependence", new Dependence());
    out.put("decision", new Decision());
    out.put("attribution-summary", new AttributionSummary());
    return out;
  }

  /** @param args folder, width, height, {@code light} or {@code dark}, kind of table, rows, and names of plots */
  public static void main(String... args) throws Exception {
    Path folder = Files.createDirectories(Path.of(args[0]));
    int rows = Integer.parseInt(args[5]);
    AttributionTable table = switch (args[4]) {
      case "wide" -> Tables.wide(rows, 300);
      case "international" -> Tables.international(rows);
      default -> Tables.known(rows);
    };
    List<String> asked = List.of(args).subList(6, args.length);
    for (Map.Entry<String, Visualizer<AttributionTable, ?>> view : views().entrySet()) {
      if (!asked.isEmpty() && !asked.contains(view.getKey())) {
        continue;
      }
      String name = view.getKey() + "-" + String.join("-", List.of(args).subList(1, 6));
      long start = System.nanoTime();
      Scene scene = Scenes.draw(view.getValue(), table, Integer.parseInt(args[1]), Integer.parseInt(args[2]));
      double millis = (System.nanoTime() - start) / 1e6;
      Theme theme = args[3].equals("dark") ? Theme.DARK : Theme.LIGHT;
      try (OutputStream out = Files.newOutputStream(folder.resolve(name + ".png"))) {
        PngWriter.write(scene, theme, 1, out);
      }
      Path svg = folder.resolve(name + ".svg");
      try (OutputStream out = Files.newOutputStream(svg)) {
        SvgWriter.write(scene, Optional.of(theme), out);
      }
      System.out.printf("%s %.0f ms, SVG of %d kB%n", name, millis, Files.size(svg) / 1000);
    }
  }
}
