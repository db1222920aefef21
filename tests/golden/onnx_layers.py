#!/usr/bin/env python3
# Copyright (c) 2026 The Loupe authors.
# This program and the accompanying materials are made available under the terms of the
# Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
# SPDX-License-Identifier: EPL-2.0
"""Writes what ONNX Runtime for Python (made with 1.30.0, onnx 1.23.1) gives for every value of the models beside the
repository, for the tests of org.loupe.onnx. Graph optimisations are off, so that nothing of what is compared is fused.

Run from the top of the repository: python3 tests/golden/onnx_layers.py ../shared/data
Element i of a floating-point input, counted over the whole tensor, is sin(i) rounded to the input's type; `sr` is 16000.
Extents that a model leaves open are 1, but for those named in OPEN. Outputs of up to 5000 elements are kept in full; of
every other value: shape, type, mean, standard deviation, least, greatest, and SAMPLES elements at equal distances."""
import json
import math
import pathlib
import sys

import numpy as np
import onnx
import onnxruntime as ort

OUT = pathlib.Path("bundles/org.loupe.onnx/src_test/org/loupe/onnx/internal/golden")
SAMPLES = 5
FULL = 5000
OPEN = {
    ("silero_vad_16k_op15", "input"): [2, 576],
    ("silero_vad_16k_op15", "state"): [2, 2, 128],
    ("sklearnonnx_treecl", "input"): [7, 20],
    ("mobilenet_v1_0.25_224", "input"): [2, 224, 224, 3],
}
NUMPY = {1: np.float32, 7: np.int64, 11: np.float64}


def feed(stem, value):
    tensor = value.type.tensor_type
    shape = OPEN.get((stem, value.name)) or [d.dim_value or 1 for d in tensor.shape.dim]
    if value.name == "sr":
        return np.full(shape, 16000, np.int64)
    return np.sin(np.arange(math.prod(shape), dtype=np.float64)).reshape(shape).astype(NUMPY[tensor.elem_type])


def fed_values(graph):
    """Names of values that depend on an input: the others are weights, however they are computed."""
    constant = {i.name for i in graph.initializer}
    fed = []
    for node in graph.node:
        inner = any(a.type == onnx.AttributeProto.GRAPH for a in node.attribute)
        if not inner and all(not i or i in constant for i in node.input):
            constant.update(node.output)
        else:
            fed += [o for o in node.output if o]
    return fed


def number(x):
    return float(f"{float(x):.9g}")


def facts(array, full):
    flat = array.ravel()
    entry = {"shape": list(array.shape), "type": str(array.dtype)}
    if full and flat.size <= FULL:
        entry["values"] = [number(v) for v in flat]
        return entry
    exact = flat.astype(np.float64)
    places = sorted({int(round(k * (flat.size - 1) / (SAMPLES - 1))) for k in range(SAMPLES)}) if flat.size else []
    entry.update(mean=number(exact.mean()), std=number(exact.std()), min=number(exact.min()), max=number(exact.max()),
                 at=places, values=[number(flat[p]) for p in places])
    return entry


def write(path):
    model = onnx.load(path)
    weights = {i.name for i in model.graph.initializer}
    inputs = {v.name: feed(path.stem, v) for v in model.graph.input if v.name not in weights}
    outputs = [o.name for o in model.graph.output]
    inner = [v for v in fed_values(model.graph) if v not in outputs]
    model.graph.output.extend(onnx.helper.make_empty_tensor_value_info(v) for v in inner)
    options = ort.SessionOptions()
    options.graph_optimization_level = ort.GraphOptimizationLevel.ORT_DISABLE_ALL
    options.log_severity_level = 4
    session = ort.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])
    got = dict(zip(outputs + inner, session.run(outputs + inner, inputs)))
    golden = {
        "model": path.name,
        "inputs": {n: list(a.shape) for n, a in inputs.items()},
        "outputs": {n: facts(got[n], True) for n in outputs},
        "layers": {n: facts(got[n], False) for n in inner if isinstance(got[n], np.ndarray) and got[n].size},
    }
    text = json.dumps(golden, indent=None, separators=(",", ":"))
    text = text.replace('},"', '},\n"').replace('"layers":{', '\n"layers":{\n')
    (OUT / f"{path.stem}.json").write_text(text + "\n")
    print(path.name, len(outputs), "outputs", len(golden["layers"]), "layers")


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.onnx")):
        write(path)


if __name__ == "__main__":
    main()
