/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.api.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.loupe.api.LoupeException;

/** Lists of texts and of records as settings. */
class SettingTextTest {
  record Part(
      @Setting(label = "Name", doc = "n", defaultValue = "") String name,
      @Setting(label = "Words", doc = "w", defaultValue = "") List<String> words,
      @Setting(label = "Scale", doc = "s", defaultValue = "1", min = 0) double scale) {
  }

  record Whole(
      @Setting(label = "Markers", doc = "m", defaultValue = "NA,?") List<String> markers,
      @Setting(label = "Parts", doc = "p", defaultValue = "") List<Part> parts) {
  }

  private final SettingsSchema<Whole> schema = SettingsSchema.of(Whole.class);

  @Test
  void partsComeBackWhateverIsInThem() {
    Random random = new Random(7);
    String signs = "\\,-|;= ab";
    for (int i = 0; i < 2000; i++) {
      List<String> parts = Stream.generate(() -> random.ints(random.nextInt(5), 0, signs.length())
          .collect(StringBuilder::new, (s, c) -> s.append(signs.charAt(c)), StringBuilder::append).toString())
          .limit(random.nextInt(4)).toList();
      String text = SettingText.join(parts, ',');
      assertEquals(parts, SettingText.split(text, ','), text);
    }
  }

  @Test
  void whatAPersonTypesIsTaken() {
    assertEquals(List.of("a", "", " b c"), SettingText.split("a,, b c", ','));
    assertEquals(List.of("a,b", "\\"), SettingText.split("a\\,b,\\", ','));
  }

  @Test
  void recordsComeBackWhateverIsInThem() throws LoupeException {
    Whole value = new Whole(List.of("", ",", "\\|;"), List.of(new Part("a|b;c=d", List.of("x,y", "", "\\"), 0.5),
        new Part("", List.of(), 1)));
    assertEquals(value, schema.read(schema.write(value)));
    assertEquals(schema.defaults(), schema.read(schema.write(schema.defaults())));
  }

  @Test
  void recordsAreWrittenWithoutTheirDefaults() throws LoupeException {
    Whole read = schema.read(Map.of("parts", "name=a;scale=2|words=f,m;name=b"));
    assertEquals(List.of(new Part("a", List.of(), 2), new Part("b", List.of("f", "m"), 1)), read.parts());
    assertEquals("name=a;scale=2.0|name=b;words=f,m", schema.write(read).get("parts"));
    assertEquals(SettingField.Type.RECORDS, schema.fields().get(1).type());
    assertEquals(3, schema.fields().get(1).nested().fields().size());
  }

  @Test
  void whatIsWrongInARecordIsSaidWithItsPlace() {
    assertEquals("parts [2]: setting scale must be a number of at least 0, not \"-1\"",
        assertThrows(LoupeException.class, () -> schema.read(Map.of("parts", "name=a|scale=-1"))).getMessage());
    assertEquals("parts [1]: no setting nam; there are [name, words, scale]",
        assertThrows(LoupeException.class, () -> schema.read(Map.of("parts", "nam=a"))).getMessage());
    assertEquals("setting parts [1] must be key=value by semicolons, not \"a\"",
        assertThrows(LoupeException.class, () -> schema.read(Map.of("parts", "a"))).getMessage());
  }

  @Test
  void valuesOfRecordsAreReadWhetherValidOrNot() throws LoupeException {
    SettingField parts = schema.fields().get(1);
    List<Map<String, String>> read = parts.records(" scale=x;name=a|words=f,m ");
    assertEquals(List.of(Map.of("name", "a", "words", "", "scale", "x"),
        Map.of("name", "", "words", "f,m", "scale", "1")), read);
    assertEquals("name=a;scale=x|words=f,m", parts.recordsText(read));
    assertEquals(List.of(), parts.records(""));
    assertEquals("\\-", parts.recordsText(parts.records("scale=1.0")), "one record of defaults only");
    assertEquals("parts [2]: no setting nam; there are [name, words, scale]",
        assertThrows(LoupeException.class, () -> parts.records("name=a|nam=b")).getMessage());
  }
}
