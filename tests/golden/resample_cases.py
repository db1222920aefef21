#!/usr/bin/env python3
# Copyright (c) 2026 The Loupe authors.
# This program and the accompanying materials are made available under the terms of the
# Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
# SPDX-License-Identifier: EPL-2.0
"""Writes what Pillow (made with 12.3.0) gives for small pictures, for the tests of org.loupe.math.resample.

Run from the top of the repository: python3 tests/golden/resample_cases.py
A line: kind (8bit or float), filter, height, width, channels, new height, new width, the resized values in row order.
The picture is value(y, x, c) = (37 y + 91 x + 53 c + 29 x y + 7 y y) mod 256."""
import pathlib
import numpy as np
from PIL import Image

OUT = pathlib.Path("bundles/org.loupe.math/src_test/org/loupe/math/resample/golden/pillow.txt")
FILTERS = {
    "NEAREST": Image.Resampling.NEAREST,
    "BOX": Image.Resampling.BOX,
    "BILINEAR": Image.Resampling.BILINEAR,
    "BICUBIC": Image.Resampling.BICUBIC,
    "LANCZOS3": Image.Resampling.LANCZOS,
}
SIZES = [(11, 7, 4, 3), (11, 7, 16, 9), (11, 7, 11, 5), (11, 7, 5, 7), (5, 6, 13, 2), (1, 1, 3, 2), (9, 13, 1, 1)]


def picture(h, w, c):
    y, x, k = np.meshgrid(np.arange(h), np.arange(w), np.arange(c), indexing="ij")
    return (37 * y + 91 * x + 53 * k + 29 * x * y + 7 * y * y) % 256


def main():
    OUT.parent.mkdir(parents=True, exist_ok=True)
    lines = []
    for name, code in FILTERS.items():
        for h, w, nh, nw in SIZES:
            rgb = Image.fromarray(picture(h, w, 3).astype(np.uint8), "RGB").resize((nw, nh), code)
            plane = Image.fromarray(picture(h, w, 1)[:, :, 0].astype(np.float32), "F").resize((nw, nh), code)
            lines.append(f"8bit {name} {h} {w} 3 {nh} {nw} " + " ".join(map(str, np.asarray(rgb).ravel().tolist())))
            lines.append(f"float {name} {h} {w} 1 {nh} {nw} "
                         + " ".join(f"{v:.9g}" for v in np.asarray(plane).ravel().tolist()))
    OUT.write_text("\n".join(lines) + "\n", encoding="ascii")


if __name__ == "__main__":
    main()
