/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.activations;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.widgets.Control;

/** Takes a file that is dropped, as from the Project Explorer or the desktop, as the input to compare with. */
public final class CompareDrop extends DropTargetAdapter {
  private final Consumer<Path> dropped;

  private CompareDrop(Consumer<Path> dropped) {
    this.dropped = dropped;
  }

  static void install(Control control, Consumer<Path> dropped) {
    DropTarget target = new DropTarget(control, DND.DROP_COPY | DND.DROP_DEFAULT | DND.DROP_LINK | DND.DROP_MOVE);
    target.setTransfer(FileTransfer.getInstance());
    target.addDropListener(new CompareDrop(dropped));
  }

  @Override
  public void dragEnter(DropTargetEvent event) {
    dragOperationChanged(event);
  }

  @Override
  public void dragOperationChanged(DropTargetEvent event) {
    // the file stays where it is, whatever was asked for
    event.detail = (event.operations & DND.DROP_COPY) != 0 ? DND.DROP_COPY : DND.DROP_LINK;
  }

  @Override
  public void drop(DropTargetEvent event) {
    if (!accept(event.data)) {
      event.detail = DND.DROP_NONE;
    }
  }

  /** Takes the first of the files that were dropped. @return whether there was one */
  public boolean accept(Object data) {
    if (data instanceof String[] files && files.length > 0 && Files.isRegularFile(Path.of(files[0]))) {
      dropped.accept(Path.of(files[0]));
      return true;
    }
    return false;
  }
}
