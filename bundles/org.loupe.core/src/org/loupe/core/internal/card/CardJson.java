/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.card;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.loupe.api.LoupeException;
import org.loupe.api.card.InputCard;
import org.loupe.api.card.InputEntry;
import org.loupe.api.settings.SettingField;
import org.loupe.api.settings.SettingText;
import org.loupe.core.internal.json.Json;
import org.loupe.core.internal.json.JsonPath;

/** Between an input card and its JSON. */
public final class CardJson {
  private static final int VERSION = 1;
  private static final String CONSTANT = "constant";
  private static final String STATE = "state-from";

  private CardJson() {
  }

  /** @param file where the document came from: files that it names are looked for beside it */
  public static InputCard read(JsonObject json, Path file) throws LoupeException {
    JsonPath root = JsonPath.root(json).only(Set.of("loupe-card", "$schema", "inputs", "outputs"));
    if (root.get("loupe-card").whole() != VERSION) {
      throw root.get("loupe-card").wrong("this Loupe reads cards of version " + VERSION);
    }
    Map<String, InputEntry> inputs = new LinkedHashMap<>();
    for (Map.Entry<String, JsonPath> e : root.get("inputs").members().entrySet()) {
      inputs.put(e.getKey(), entry(e.getValue()));
    }
    Map<String, List<String>> labels = new LinkedHashMap<>();
    if (root.has("outputs")) {
      for (Map.Entry<String, JsonPath> e : root.get("outputs").members().entrySet()) {
        labels.put(e.getKey(), labels(e.getValue().only(Set.of("labels")).get("labels"), file));
      }
    }
    return new InputCard(inputs, labels);
  }

  private static InputEntry entry(JsonPath json) throws LoupeException {
    if (json.has(CONSTANT)) {
      JsonPath constant = json.only(Set.of(CONSTANT)).get(CONSTANT);
      return new InputEntry.Constant(constant.isArray() ? numbers(constant) : List.of(constant.number()));
    }
    if (json.has(STATE)) {
      json.only(Set.of(STATE, "initial"));
      return new InputEntry.State(json.get(STATE).text(), json.has("initial") ? json.get("initial").number() : 0);
    }
    if (!json.has("modality")) {
      throw json.wrong("needs one of \"modality\", \"constant\" and \"state-from\"");
    }
    Map<String, String> settings = new LinkedHashMap<>();
    for (Map.Entry<String, JsonPath> e : json.members().entrySet()) {
      if (!e.getKey().equals("modality")) {
        settings.put(e.getKey(), setting(e.getValue()));
      }
    }
    return new InputEntry.Decoded(json.get("modality").text(), settings);
  }

  private static List<Double> numbers(JsonPath list) throws LoupeException {
    List<Double> out = new ArrayList<>();
    for (JsonPath element : list.elements()) {
      out.add(element.number());
    }
    return out;
  }

  /** Lists of texts and of objects become texts as settings have them. */
  private static String setting(JsonPath value) throws LoupeException {
    if (!value.isArray()) {
      return value.scalar();
    }
    List<String> parts = new ArrayList<>();
    boolean objects = false;
    for (JsonPath element : value.elements()) {
      objects = element.isObject();
      parts.add(objects ? object(element) : element.scalar());
    }
    return SettingText.join(parts, objects ? '|' : ',');
  }

  private static String object(JsonPath json) throws LoupeException {
    List<String> pairs = new ArrayList<>();
    for (Map.Entry<String, JsonPath> e : json.members().entrySet()) {
      pairs.add(e.getKey() + "=" + setting(e.getValue()));
    }
    return SettingText.join(pairs, ';');
  }

  private static List<String> labels(JsonPath json, Path file) throws LoupeException {
    if (!json.isArray()) {
      return LabelFiles.beside(file, json.text(), json);
    }
    List<String> out = new ArrayList<>();
    for (JsonPath element : json.elements()) {
      out.add(element.scalar());
    }
    return out;
  }

  /** @param fields the declared settings of a modality, by which numbers are written as numbers; empty if unknown */
  public static JsonObject write(InputCard card, Function<String, List<SettingField>> fields) {
    JsonObject root = new JsonObject();
    root.addProperty("loupe-card", VERSION);
    JsonObject inputs = new JsonObject();
    card.inputs().forEach((name, entry) -> inputs.add(name, write(entry, fields)));
    root.add("inputs", inputs);
    if (!card.labels().isEmpty()) {
      JsonObject outputs = new JsonObject();
      card.labels().keySet().stream().sorted().forEach(name -> {
        JsonObject output = new JsonObject();
        output.add("labels", Json.texts(card.labels().get(name)));
        outputs.add(name, output);
      });
      root.add("outputs", outputs);
    }
    return root;
  }

  private static JsonObject write(InputEntry entry, Function<String, List<SettingField>> fields) {
    JsonObject out = new JsonObject();
    switch (entry) {
      case InputEntry.Constant c when c.values().size() == 1 -> out.add(CONSTANT, plain(c.values().get(0)));
      case InputEntry.Constant c -> {
        JsonArray values = new JsonArray();
        c.values().forEach(v -> values.add(plain(v)));
        out.add(CONSTANT, values);
      }
      case InputEntry.State s -> {
        out.addProperty(STATE, s.output());
        out.add("initial", plain(s.initial()));
      }
      case InputEntry.Decoded d -> {
        out.addProperty("modality", d.modality());
        d.settings().forEach((key, text) -> out.add(key, value(text, field(fields.apply(d.modality()), key))));
      }
    }
    return out;
  }

  private static Optional<SettingField> field(List<SettingField> fields, String key) {
    return fields.stream().filter(f -> f.key().equals(key)).findFirst();
  }

  private static JsonElement value(String text, Optional<SettingField> field) {
    return switch (field.map(SettingField::type).orElse(SettingField.Type.TEXT)) {
      case INTEGER, NUMBER -> numberOrText(text);
      case BOOLEAN -> text.equals("true") || text.equals("false") ? new JsonPrimitive(Boolean.valueOf(text))
          : new JsonPrimitive(text);
      case INTEGERS, NUMBERS -> {
        JsonArray out = new JsonArray();
        if (!text.isBlank()) {
          for (String part : text.split(",", -1)) {
            out.add(numberOrText(part.strip()));
          }
        }
        yield out;
      }
      case TEXT, CHOICE -> new JsonPrimitive(text);
      case TEXTS -> Json.texts(SettingText.split(text, ','));
      case RECORDS -> {
        JsonArray out = new JsonArray();
        SettingText.split(text, '|').forEach(record -> out.add(record(record, field.get().nested().fields())));
        yield out;
      }
    };
  }

  private static JsonObject record(String text, List<SettingField> fields) {
    JsonObject out = new JsonObject();
    for (String pair : SettingText.split(text, ';')) {
      int equals = Math.max(0, pair.indexOf('='));
      String key = pair.substring(0, equals);
      out.add(key, value(pair.substring(Math.min(pair.length(), equals + 1)), field(fields, key)));
    }
    return out;
  }

  private static JsonPrimitive numberOrText(String text) {
    return text.matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][-+]?\\d+)?") ? new JsonPrimitive(new BigDecimal(text))
        : new JsonPrimitive(text);
  }

  /** 16000 rather than 16000.0. */
  private static JsonPrimitive plain(double v) {
    return v == Math.rint(v) && Math.abs(v) < 1e15 ? new JsonPrimitive((long) v) : Json.number(v);
  }
}
