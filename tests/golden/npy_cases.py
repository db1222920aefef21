#!/usr/bin/env python3
# Copyright (c) 2026 The Loupe authors.
# This program and the accompanying materials are made available under the terms of the
# Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
# SPDX-License-Identifier: EPL-2.0
"""Writes the NPY files that the tests of org.loupe.math.npy read, with numpy (made with 2.4.6).

Run from the top of the repository: python3 tests/golden/npy_cases.py
cases.txt holds, for each file, its name, element type, extents joined by x, and its elements in C order."""
import pathlib
import numpy as np
from numpy.lib import format as npy

OUT = pathlib.Path("bundles/org.loupe.math/src_test/org/loupe/math/npy/golden")

TYPES = {
    "f2": ("FLOAT16", [0, -1.5, 65504, 6e-8, np.inf, np.nan]),
    "f4": ("FLOAT32", [0.1, -3.4e38, 1e-45, 0, -np.inf, np.nan]),
    "f8": ("FLOAT64", [0.1, -1.7e308, 5e-324, np.pi, np.inf, np.nan]),
    "i1": ("INT8", [-128, 127, 0, 1, -1, 5]),
    "u1": ("UINT8", [0, 255, 128, 1, 2, 3]),
    "i2": ("INT16", [-32768, 32767, 258, 1, -1, 0]),
    "u2": ("UINT16", [0, 65535, 258, 1, 2, 3]),
    "i4": ("INT32", [-2147483648, 2147483647, 16909060, 1, -1, 0]),
    "u4": ("UINT32", [0, 4294967295, 16909060, 1, 2, 3]),
    "i8": ("INT64", [-(1 << 52), 1 << 52, 72623859790382856, 1, -1, 0]),
    "u8": ("UINT64", [0, 1 << 63, 3, 1, 2, 1 << 52]),
    "b1": ("BOOL", [True, False, True, True, False, False]),
}


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    lines = []

    def save(name, array, type_name, version=None):
        with open(OUT / f"{name}.npy", "wb") as f:
            npy.write_array(f, array, version=version)
        values = array.ravel(order="C").tolist()
        lines.append("\t".join([name, type_name, "x".join(map(str, array.shape))] + [str(v) for v in values]))

    for code, (type_name, values) in TYPES.items():
        array = np.array(values).astype(code).reshape(2, 3)
        save(f"{code}_c", array, type_name)
        save(f"{code}_fortran", np.asfortranarray(array), type_name)
        if array.dtype.itemsize > 1:
            save(f"{code}_big", array.astype(">" + code), type_name)
    cube = np.arange(24, dtype="<i4").reshape(2, 3, 4)
    save("cube_fortran_big", np.asfortranarray(cube.astype(">i4")), "INT32")
    save("scalar", np.array(2.5), "FLOAT64")
    save("vector_v2", np.arange(3, dtype="<f4"), "FLOAT32", (2, 0))
    save("vector_v3", np.arange(3, dtype="<f4"), "FLOAT32", (3, 0))
    save("empty", np.zeros((0, 3), dtype="<f4"), "FLOAT32")
    texts = np.array([["cat", "Grüße", ""], ["猫", "😀 x", "a b"]])
    save("text", texts, "STRING")
    save("text_fortran_big", np.asfortranarray(texts.astype(">U5")), "STRING")
    save("bytes", np.array([b"cat", b"", "Grüße".encode()]), "STRING")
    lines[-1] = "bytes\tSTRING\t3\tcat\t\tGrüße"
    for name, array in {
        "refused_object": np.array([{"a": 1}, None], dtype=object),
        "refused_complex": np.array([1j]),
        "refused_date": np.array(["2020-01-01"], dtype="M8[D]"),
        "refused_struct": np.array([(1, 2.0)], dtype=[("a", "i4"), ("b", "f8")]),
    }.items():
        np.save(OUT / f"{name}.npy", array, allow_pickle=True)
    (OUT / "cases.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
