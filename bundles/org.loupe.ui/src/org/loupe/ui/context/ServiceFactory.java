/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.context;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.services.AbstractServiceFactory;
import org.eclipse.ui.services.IServiceLocator;
import org.loupe.ui.api.context.InputService;
import org.loupe.ui.api.context.InspectionContext;
import org.loupe.ui.api.context.Inspector;
import org.loupe.ui.api.context.ResultService;
import org.loupe.ui.editor.PageMemory;
import org.loupe.ui.inputs.RecentInputs;
import org.loupe.ui.runs.RunHistory;

/**
 * Gives parts what they share: an inspection context for each window; core, runs and recent inputs for the workbench.
 */
public final class ServiceFactory extends AbstractServiceFactory {
  private final Map<IWorkbenchWindow, InspectionContext> contexts = new HashMap<>();
  private Inspector inspector;
  private RunHistory runs;
  private RecentInputs recent;
  private final PageMemory pages = new PageMemory();

  @Override
  public Object create(@SuppressWarnings("rawtypes") Class service, IServiceLocator parent, IServiceLocator locator) {
    if (service == InspectionContext.class) {
      IWorkbenchWindow window = locator.getService(IWorkbenchWindow.class);
      return window == null ? null : contexts.computeIfAbsent(window, w -> new InspectionContext());
    }
    if (service == Inspector.class) {
      return inspector();
    }
    if (service == RunHistory.class) {
      return runs();
    }
    if (service == RecentInputs.class) {
      return recent();
    }
    if (service == InputService.class) {
      return new WorkbenchInputs(recent());
    }
    if (service == ResultService.class) {
      return new WorkbenchResults(runs());
    }
    return service == PageMemory.class ? pages : null;
  }

  private RunHistory runs() {
    if (runs == null) {
      runs = new RunHistory(inspector());
    }
    return runs;
  }

  private RecentInputs recent() {
    if (recent == null) {
      recent = new RecentInputs();
    }
    return recent;
  }

  private Inspector inspector() {
    if (inspector == null) {
      inspector = new Inspector(CoreStarter::open, CoreStarter::loadOptions);
      PlatformUI.getWorkbench().addWorkbenchListener(new Closer(inspector));
    }
    return inspector;
  }
}
