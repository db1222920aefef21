/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.core.internal.xml;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** A {@code plugin.xml} with the manifest and the translations beside it. */
public final class PluginXml {
  private static final int LARGEST = 4 << 20;
  private static final String FILE = "plugin.xml";
  private final Element root;
  private final Attributes manifest;
  private final String container;
  private final Properties texts;

  private PluginXml(Element root, Attributes manifest, String container, Properties texts) {
    this.root = root;
    this.manifest = manifest;
    this.container = container;
    this.texts = texts;
  }

  /** @throws IOException one line: unreadable, too large, not well-formed, or with a document type */
  public static PluginXml read(URL url) throws IOException {
    Element root = parse(bytes(url));
    Attributes manifest = new Attributes();
    try (InputStream in = new ByteArrayInputStream(bytes(beside(url, "META-INF/MANIFEST.MF")))) {
      manifest = new Manifest(in).getMainAttributes();
    } catch (FileNotFoundException e) {
      // A folder of classes may come without; its name stands in for the bundle's.
    }
    String base = manifest.getValue("Bundle-Localization");
    return new PluginXml(root, manifest, containerName(url), texts(url, base == null ? "plugin" : base.strip()));
  }

  /** Name of the folder or archive that holds it. */
  public static String containerName(URL url) {
    String path = url.toString();
    path = path.substring(0, path.length() - FILE.length()).replaceAll("[!/]+$", "").replaceAll("/target/classes$", "");
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Symbolic name of its bundle. */
  public String bundle() {
    String name = manifest.getValue("Bundle-SymbolicName");
    return name == null ? container : name.replaceAll(";.*", "").strip();
  }

  /** Version of its bundle; empty if there is no manifest. */
  public String version() {
    String version = manifest.getValue("Bundle-Version");
    return version == null ? "" : version.strip();
  }

  /** The elements that it contributes to an extension point. */
  public List<Element> contributions(String point) {
    List<Element> out = new ArrayList<>();
    for (Element extension : children(root, "extension")) {
      if (extension.getAttribute("point").strip().equals(point)) {
        out.addAll(children(extension, "*"));
      }
    }
    return out;
  }

  /** The elements of this name, or all for {@code *}, directly in another. */
  public static List<Element> children(Element parent, String name) {
    List<Element> out = new ArrayList<>();
    for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element e && (name.equals("*") || e.getTagName().equals(name))) {
        out.add(e);
      }
    }
    return out;
  }

  /** Replaces {@code %key} by its text; {@code %%} starts a text with a per cent sign. */
  public String translate(String value) {
    if (!value.startsWith("%")) {
      return value;
    }
    return value.startsWith("%%") ? value.substring(1) : texts.getProperty(value.substring(1).strip(), value);
  }

  private static Properties texts(URL url, String base) throws IOException {
    Locale locale = Locale.getDefault();
    Properties out = new Properties();
    String language = "_" + locale.getLanguage();
    for (String suffix : List.of("", language, language + "_" + locale.getCountry())) {
      try (InputStream in = new ByteArrayInputStream(bytes(beside(url, base + suffix + ".properties")))) {
        out.load(in);
      } catch (FileNotFoundException e) {
        // no texts in this language
      } catch (IllegalArgumentException e) {
        throw new IOException(base + suffix + ".properties: " + e.getMessage(), e);
      }
    }
    return out;
  }

  private static URL beside(URL url, String name) throws IOException {
    String text = url.toString();
    return URI.create(text.substring(0, text.length() - FILE.length()) + name).toURL();
  }

  private static byte[] bytes(URL url) throws IOException {
    URLConnection connection = url.openConnection();
    // A cached archive would stay open, which on Windows keeps it from being replaced.
    connection.setUseCaches(false);
    try (InputStream in = connection.getInputStream()) {
      byte[] out = in.readNBytes(LARGEST + 1);
      if (out.length > LARGEST) {
        throw new IOException("it has more than " + LARGEST + " bytes");
      }
      return out;
    }
  }

  private static Element parse(byte[] xml) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      // Without a document type there are no external entities and no entity bombs.
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setXIncludeAware(false);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new Strict());
      return builder.parse(new ByteArrayInputStream(xml)).getDocumentElement();
    } catch (SAXException e) {
      throw new IOException(e.getMessage(), e);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("this Java runtime cannot parse XML safely", e);
    }
  }

  /** Throws instead of printing. */
  private static final class Strict implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) {
      // does not affect what is read
    }

    @Override
    public void error(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }
}
