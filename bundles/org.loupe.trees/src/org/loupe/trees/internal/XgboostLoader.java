/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.trees.internal;

import org.loupe.api.LoupeException;
import org.loupe.api.Progress;
import org.loupe.api.model.LoadOptions;
import org.loupe.api.model.Model;
import org.loupe.api.model.ModelLoader;
import org.loupe.api.model.ModelSource;
import org.loupe.trees.internal.xgboost.XgboostReader;

/** Opens models of XGBoost: JSON and UBJSON, the binary format of versions before 3, and dumps as text and JSON. */
public final class XgboostLoader implements ModelLoader {
  @Override
  public Model load(ModelSource source, LoadOptions options, Progress progress) throws LoupeException {
    return ModelFile.open(source, options, XgboostReader::read, progress);
  }

  @Override
  public boolean recognises(ModelSource source) {
    return XgboostReader.recognises(ModelFile.beginning(source));
  }

  @Override
  public void check(ModelSource source, Progress progress) throws LoupeException {
    ModelFile.read(source, XgboostReader::read, progress);
  }
}
