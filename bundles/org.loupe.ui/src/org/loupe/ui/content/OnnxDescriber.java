/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.content;

import java.io.IOException;
import java.io.InputStream;
import org.eclipse.core.runtime.QualifiedName;
import org.eclipse.core.runtime.content.IContentDescriber;
import org.eclipse.core.runtime.content.IContentDescription;

/**
 * Tells an ONNX file by how it begins: an ONNX model is a protocol buffer message whose first field is the version of
 * the format, a small number. A file that begins otherwise keeps its ending's word, so that the editor can say what is
 * wrong with it.
 */
public final class OnnxDescriber implements IContentDescriber {
  /** Field 1, a varint. */
  private static final int VERSION_TAG = 0x08;
  private static final int NEWEST_VERSION = 0x7f;

  @Override
  public int describe(InputStream contents, IContentDescription description) throws IOException {
    int tag = contents.read();
    int version = contents.read();
    return tag == VERSION_TAG && version > 0 && version <= NEWEST_VERSION ? VALID : INDETERMINATE;
  }


  @Override
  public QualifiedName[] getSupportedOptions() {
    return new QualifiedName[0];
  }
}
