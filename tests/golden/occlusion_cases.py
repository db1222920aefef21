#!/usr/bin/env python3
# Copyright (c) 2026 The Loupe authors.
# This program and the accompanying materials are made available under the terms of the
# Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
# SPDX-License-Identifier: EPL-2.0
"""Writes what Captum's Occlusion (made with its sources of 2025 on PyTorch 2.13; attributions in float32) gives for a small
convolution, for the tests of org.loupe.explain.perturbation.

Run from the top of the repository: python3 tests/golden/occlusion_cases.py
A line: rows, columns, window rows and columns, stride rows and columns, baseline, then the attributions in flat order.
The input is x(c, y, x) = sin(3 c + 1.3 y + 0.7 x y + x); the network is Conv 3x3, 2 to 3 channels, weights
sin(1 + 7 o + 5 i + 3 y + x), bias cos(o), ReLU, and the sum of (1, -0.5, 2)[o] (1 + 0.1 y + 0.05 x) times its output."""
import pathlib
import torch
from captum.attr import Occlusion

OUT = pathlib.Path(
    "bundles/org.loupe.explain.perturbation/src_test/org/loupe/explain/perturbation/internal/golden/captum.txt")
CASES = [(7, 9, (2, 3), (2, 3), 0.0), (7, 9, (3, 3), (1, 1), 0.0), (7, 9, (3, 4), (2, 3), 0.0),
         (8, 6, (4, 5), (3, 4), 0.25), (5, 5, (5, 5), (1, 1), 0.0), (6, 10, (1, 1), (1, 1), -0.5),
         (9, 7, (2, 7), (2, 7), 1.0)]


def grid(*extents):
    return torch.meshgrid(*(torch.arange(e, dtype=torch.float64) for e in extents), indexing="ij")


def network(batch):
    o, i, y, x = grid(3, 2, 3, 3)
    out = torch.relu(torch.nn.functional.conv2d(batch, torch.sin(1 + 7 * o + 5 * i + 3 * y + x),
                                                torch.cos(torch.arange(3, dtype=torch.float64))))
    y, x = grid(*out.shape[2:])
    head = torch.tensor([1.0, -0.5, 2.0], dtype=torch.float64).view(3, 1, 1) * (1 + 0.1 * y + 0.05 * x)
    return (out * head).sum((1, 2, 3))


def main():
    OUT.parent.mkdir(parents=True, exist_ok=True)
    lines = []
    for rows, columns, window, stride, baseline in CASES:
        c, y, x = grid(2, rows, columns)
        given = torch.sin(3 * c + 1.3 * y + 0.7 * x * y + x)[None]
        values = Occlusion(network).attribute(given, (2, *window), strides=(2, *stride), baselines=baseline)
        head = [rows, columns, *window, *stride, baseline]
        lines.append(" ".join(map(str, head)) + " " + " ".join(f"{v:.15g}" for v in values.ravel().tolist()))
    OUT.write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
