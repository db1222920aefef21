/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.scene.write;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.loupe.scene.Scene;

/**
 * What stands on a page. All of it is text, never markup, and is escaped when written.
 *
 * @param title title of the page
 * @param language BCP 47 tag, such as {@code en}
 * @param parts from top to bottom
 */
public record HtmlPage(String title, String language, List<Part> parts) {
  public HtmlPage {
    parts = List.copyOf(parts);
  }

  /** Something on a page. */
  public sealed interface Part {
  }

  /** A heading of a section. */
  public record Heading(String text) implements Part {
  }

  /** Running text. */
  public record Paragraph(String text) implements Part {
  }

  /** A picture; the caption may be empty. */
  public record Figure(Scene scene, String caption) implements Part {
  }

  /** Names and what they are, in order. */
  public record Facts(Map<String, String> values) implements Part {
    public Facts {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
  }

  /** A table with a head. */
  public record Grid(List<String> columns, List<List<String>> rows) implements Part {
    public Grid {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /** An English page with this title. */
  public static Builder titled(String title) {
    return new Builder(title);
  }

  /** Gathers a page from top to bottom. */
  public static final class Builder {
    private final String title;
    private final List<Part> parts = new ArrayList<>();

    private Builder(String title) {
      this.title = title;
    }

    public Builder heading(String text) {
      return add(new Heading(text));
    }

    public Builder paragraph(String text) {
      return add(new Paragraph(text));
    }

    public Builder figure(Scene scene, String caption) {
      return add(new Figure(scene, caption));
    }

    public Builder facts(Map<String, String> values) {
      return add(new Facts(values));
    }

    public Builder table(List<String> columns, List<List<String>> rows) {
      return add(new Grid(columns, rows));
    }

    public Builder add(Part part) {
      parts.add(part);
      return this;
    }

    public HtmlPage build() {
      return new HtmlPage(title, "en", parts);
    }
  }
}
