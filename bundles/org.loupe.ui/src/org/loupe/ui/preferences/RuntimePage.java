/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.preferences;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.BooleanFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.IntegerFieldEditor;
import org.eclipse.jface.preference.StringFieldEditor;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

/** How models run. */
public final class RuntimePage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {
  private static final int MOST_THREADS = 1024;
  private static final int MOST_MIB = 1 << 20;

  public RuntimePage() {
    super(GRID);
    setPreferenceStore(new ScopedPreferenceStore(InstanceScope.INSTANCE, Defaults.SCOPE));
    setDescription(Messages.RuntimePage_description);
  }

  @Override
  public void init(IWorkbench workbench) {
    // nothing of the workbench is needed
  }

  @Override
  protected void createFieldEditors() {
    StringFieldEditor device = new StringFieldEditor(Defaults.DEVICE, Messages.RuntimePage_device,
        getFieldEditorParent());
    device.setEmptyStringAllowed(false);
    device.getTextControl(getFieldEditorParent()).setToolTipText(Messages.RuntimePage_deviceTip);
    addField(device);
    addField(number(Defaults.THREADS, Messages.RuntimePage_threads, Messages.RuntimePage_threadsTip, MOST_THREADS));
    addField(number(Defaults.MEMORY, Messages.RuntimePage_memory, Messages.RuntimePage_memoryTip, MOST_MIB));
    addField(new BooleanFieldEditor(Defaults.AUTOMATIC, Messages.RuntimePage_automatic, getFieldEditorParent()));
  }

  private IntegerFieldEditor number(String key, String label, String tip, int most) {
    IntegerFieldEditor editor = new IntegerFieldEditor(key, label, getFieldEditorParent());
    editor.setValidRange(0, most);
    editor.getTextControl(getFieldEditorParent()).setToolTipText(tip);
    return editor;
  }
}
