/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.inputs;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.part.ResourceTransfer;

/** Takes files and pictures that are dropped on a part and feeds them to the model. */
public final class InputDrop extends DropTargetAdapter {
  private final IWorkbenchPartSite site;

  private InputDrop(IWorkbenchPartSite site) {
    this.site = site;
  }

  /** Lets files and pictures be dropped on a control and all in it. */
  public static void install(Control control, IWorkbenchPartSite site) {
    DropTarget target = new DropTarget(control, DND.DROP_COPY | DND.DROP_DEFAULT | DND.DROP_LINK | DND.DROP_MOVE);
    target.setTransfer(FileTransfer.getInstance(), LocalSelectionTransfer.getTransfer(), ResourceTransfer.getInstance(),
        ImageTransfer.getInstance());
    target.addDropListener(new InputDrop(site));
  }

  @Override
  public void dragEnter(DropTargetEvent event) {
    dragOperationChanged(event);
  }

  @Override
  public void dragOperationChanged(DropTargetEvent event) {
    // the file stays where it is, whatever the user's fingers say
    event.detail = (event.operations & DND.DROP_COPY) != 0 ? DND.DROP_COPY : DND.DROP_LINK;
  }

  @Override
  public void drop(DropTargetEvent event) {
    if (!accept(event.data)) {
      event.detail = DND.DROP_NONE;
    }
  }

  /** Feeds what was dropped, and says whether it was something that can be fed. */
  public boolean accept(Object data) {
    if (data instanceof ImageData picture) {
      PastedPictures.use(site, picture);
      return true;
    }
    Optional<Path> file = file(data);
    file.ifPresent(f -> Inputs.use(site, f));
    return file.isPresent();
  }

  private static Optional<Path> file(Object data) {
    if (data instanceof String[] files && files.length > 0) {
      return Optional.of(Path.of(files[0]));
    }
    if (data instanceof IStructuredSelection selection) {
      return resource(Adapters.adapt(selection.getFirstElement(), IResource.class));
    }
    return data instanceof IResource[] resources && resources.length > 0 ? resource(resources[0]) : Optional.empty();
  }

  private static Optional<Path> resource(IResource resource) {
    return resource == null || resource.getType() != IResource.FILE || resource.getLocation() == null
        ? Optional.empty() : Optional.of(resource.getLocation().toPath());
  }
}
