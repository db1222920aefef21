/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.content.IContentType;
import org.eclipse.ui.IEditorDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IPathEditorInput;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IEditorAssociationOverride;
import org.loupe.ui.editor.ModelEditor;

/**
 * Opens models that are plain texts in the model editor. A content type would claim every file of these endings where
 * the platform asks by name alone.
 */
public final class TextModels implements IEditorAssociationOverride {
  private static final Set<String> ENDINGS = Set.of("txt", "json", "dump");

  @Override
  public IEditorDescriptor overrideDefaultEditor(IEditorInput input, IContentType type, IEditorDescriptor editor) {
    return isModel(input) ? modelEditor() : editor;
  }

  @Override
  public IEditorDescriptor[] overrideEditors(IEditorInput input, IContentType type, IEditorDescriptor[] editors) {
    return !isModel(input) || Arrays.stream(editors).anyMatch(e -> e.getId().equals(ModelEditor.ID)) ? editors
        : Stream.concat(Stream.of(modelEditor()), Arrays.stream(editors)).toArray(IEditorDescriptor[]::new);
  }

  @Override
  public IEditorDescriptor overrideDefaultEditor(String name, IContentType type, IEditorDescriptor editor) {
    return editor;
  }

  @Override
  public IEditorDescriptor[] overrideEditors(String name, IContentType type, IEditorDescriptor[] editors) {
    return editors;
  }

  private static IEditorDescriptor modelEditor() {
    return PlatformUI.getWorkbench().getEditorRegistry().findEditor(ModelEditor.ID);
  }

  private static boolean isModel(IEditorInput input) {
    IPath path = input instanceof IPathEditorInput file ? file.getPath() : null;
    return path != null && path.getFileExtension() != null
        && ENDINGS.contains(path.getFileExtension().toLowerCase(Locale.ROOT)) && isModel(path.toPath());
  }

  private static boolean isModel(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return TextTrees.begin(in);
    } catch (IOException e) {
      // whoever opens it will say what is wrong with it
      return false;
    }
  }
}
