/*
 * Copyright (c) 2026 The Loupe authors.
 * This program and the accompanying materials are made available under the terms of the
 * Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
 * SPDX-License-Identifier: EPL-2.0
 */
package org.loupe.ui.api.canvas;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

/** What a grid says to those who do not see it: its name, and its tiles as a list of which one is selected. */
final class TileAccess {
  private TileAccess() {
  }

  static void install(TileGrid grid) {
    grid.getAccessible().addAccessibleListener(new AccessibleAdapter() {
      @Override
      public void getName(AccessibleEvent e) {
        e.result = e.childID == ACC.CHILDID_SELF ? grid.name() : grid.tiles().label(e.childID);
      }

      @Override
      public void getDescription(AccessibleEvent e) {
        int tile = e.childID == ACC.CHILDID_SELF ? grid.selection() : e.childID;
        e.result = tile < 0 ? "" : grid.tell(tile);
      }
    });
    grid.getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
      @Override
      public void getRole(AccessibleControlEvent e) {
        e.detail = e.childID == ACC.CHILDID_SELF ? ACC.ROLE_LIST : ACC.ROLE_LISTITEM;
      }

      @Override
      public void getChildCount(AccessibleControlEvent e) {
        e.detail = grid.tiles().count();
      }

      @Override
      public void getFocus(AccessibleControlEvent e) {
        e.childID = grid.selection() < 0 ? ACC.CHILDID_SELF : grid.selection();
      }

      @Override
      public void getSelection(AccessibleControlEvent e) {
        e.childID = grid.selection() < 0 ? ACC.CHILDID_NONE : grid.selection();
      }

      @Override
      public void getChildAtPoint(AccessibleControlEvent e) {
        Point p = grid.toControl(e.x, e.y);
        int tile = grid.at(p.x, p.y);
        e.childID = tile < 0 ? ACC.CHILDID_SELF : tile;
      }

      @Override
      public void getLocation(AccessibleControlEvent e) {
        if (e.childID >= 0) {
          Rectangle r = grid.getDisplay().map(grid, null, grid.bounds(e.childID));
          e.x = r.x;
          e.y = r.y;
          e.width = r.width;
          e.height = r.height;
        }
      }
    });
  }
}
