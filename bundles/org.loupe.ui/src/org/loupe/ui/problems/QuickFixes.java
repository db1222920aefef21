/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.problems;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IMarker;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IMarkerResolutionGenerator2;
import org.loupe.ui.editor.ModelEditor;

/** What can be done about the problems of models and cards. */
public final class QuickFixes implements IMarkerResolutionGenerator2 {
  @Override
  public boolean hasResolutions(IMarker marker) {
    Optional<ProblemKind> kind = ModelProblems.kind(marker);
    return kind.isPresent() && kind.get() != ProblemKind.UNREADABLE;
  }

  @Override
  public IMarkerResolution[] getResolutions(IMarker marker) {
    return ModelProblems.kind(marker).map(k -> fixes(k, marker)).orElse(List.of()).toArray(IMarkerResolution[]::new);
  }

  private static List<Fix> fixes(ProblemKind kind, IMarker marker) {
    String layer = marker.getAttribute(ModelProblems.LAYER, "");
    return switch (kind) {
      case UNREADABLE -> List.of();
      case MISSING_FILES -> List.of(new Fix(Messages.QuickFixes_copy, Messages.QuickFixes_copyText,
          m -> MissingFiles.ask(Fix.path(m), List.of(m.getAttribute(ModelProblems.FILES, "").split("\n")))));
      case NO_GRADIENT -> List.of(new Fix(Messages.QuickFixes_coverage, Messages.QuickFixes_coverageText,
          m -> Fix.inEditor(m, ModelEditor::showCoverage)));
      case BAD_WEIGHTS -> List.of(new Fix(NLS.bind(Messages.QuickFixes_layer, layer), Messages.QuickFixes_layerText,
          m -> Fix.inEditor(m, e -> e.showLayer(layer))));
      case CARD -> List.of(
          new Fix(Messages.QuickFixes_inputs, Messages.QuickFixes_inputsText,
              m -> Fix.inEditor(m, ModelEditor::showInputs)),
          new Fix(Messages.QuickFixes_propose, Messages.QuickFixes_proposeText,
              m -> Fix.inEditor(m, ModelEditor::proposeCard)));
    };
  }
}
