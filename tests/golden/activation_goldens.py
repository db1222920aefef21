#!/usr/bin/env python3
# Copyright (c) 2026 The Loupe authors.
# This program and the accompanying materials are made available under the terms of the
# Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
# SPDX-License-Identifier: EPL-2.0
"""Writes what inner layers of small networks give according to PyTorch, for the test of activations in org.loupe.onnx.

    VENV/bin/python tests/golden/activation_goldens.py

from the top of the repository, in the environment of gradient_goldens.py, whose files it uses: the networks of
ARCHITECTURES with the weights that gradient_goldens.py gave them, as both of PyTorch's exporters wrote them. Of each
network it takes LAYERS modules at equal distances of those whose output both files hold, and writes NAME.json: for
each item of gradient_goldens.inputs the largest magnitude, the Euclidean norm, and SAMPLES elements (element
(n-1)*k/(SAMPLES-1) rounded down for k = 0, 1, ...; all where there are fewer). Forward hooks copy what a module gave
at once, since rectifiers may work in place; PyTorch computes in double precision. Which value of a file belongs to a
module was found by running the file and comparing."""
import json
import pathlib
import warnings

import numpy as np
import onnx
import torch

import gradient_goldens
import gradient_networks

OUT = pathlib.Path("bundles/org.loupe.onnx/src_test/org/loupe/onnx/internal/golden/activations")
ARCHITECTURES = ["resnet", "mobilenet_v2", "densenet", "unet", "vit"]
LAYERS = 6
SAMPLES = 101


def outputs(network, x):
    """What each module gave, by its name, in the order of the pass."""
    kept = {}

    def keep(name):
        def hook(_, __, y):
            if isinstance(y, torch.Tensor) and y.shape[0] == x.shape[0]:
                kept[name] = y.detach().clone()
        return hook

    hooks = [m.register_forward_hook(keep(n)) for n, m in network.named_modules() if n]
    with torch.no_grad():
        network(x)
    for hook in hooks:
        hook.remove()
    return kept


def found(values, wanted):
    """The first value of a file that equals an activation, or None."""
    scale = np.abs(wanted).max()
    for name, value in values.items():
        if value.dtype == np.float32 and value.shape == wanted.shape and np.abs(value - wanted).max() < 1e-4 * scale:
            return name
    return None


def facts(exact):
    rows = exact.reshape(gradient_goldens.ITEMS, -1).numpy()
    n = rows.shape[1]
    at = range(n) if n <= SAMPLES else [(n - 1) * k // (SAMPLES - 1) for k in range(SAMPLES)]
    number = gradient_goldens.number
    return {"shape": list(exact.shape[1:]), "largest": [number(v) for v in abs(rows).max(1)],
            "norms": [number(v) for v in np.linalg.norm(rows, axis=1)],
            "values": [[number(row[i]) for i in at] for row in rows]}


def write(name, make, extents):
    x = gradient_goldens.inputs(extents)
    network = gradient_goldens.with_signal(make, x)
    exact = outputs(network.double(), x.double())
    values = {e: gradient_goldens.activations(onnx.load(gradient_goldens.OUT / f"{name}-{e}.onnx"), x)
              for e in ("old", "new")}
    layers = {}
    for module, tensor in exact.items():
        names = {e: found(v, tensor.numpy()) for e, v in values.items()}
        if all(names.values()) and names not in [layer["names"] for layer in layers.values()]:
            layers[module] = {"names": names, **facts(tensor)}
    at = sorted({round(k * (len(layers) - 1) / (LAYERS - 1)) for k in range(LAYERS)})
    chosen = {m: layer for i, (m, layer) in enumerate(layers.items()) if i in at}
    text = json.dumps({"architecture": name, "input": list(extents), "layers": chosen}, separators=(",", ":"))
    for mark in ('"norms"', '"values"', '"names"'):
        text = text.replace(mark, "\n" + mark)
    file = OUT / f"{name}.json"
    file.write_text(text + "\n")
    print(name, file.stat().st_size, "bytes,", len(layers), "modules found, of", len(exact), "taken:", *chosen)


if __name__ == "__main__":
    warnings.filterwarnings("ignore")
    torch.set_num_threads(1)
    OUT.mkdir(parents=True, exist_ok=True)
    for network in gradient_networks.NETWORKS:
        if network[0] in ARCHITECTURES:
            write(*network[:3])
