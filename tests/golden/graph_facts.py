#!/usr/bin/env python3
# Copyright (c) 2026 The Loupe authors.
# This program and the accompanying materials are made available under the terms of the
# Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
# SPDX-License-Identifier: EPL-2.0
"""Facts about ONNX models, and shapes of single operators, from the Python packages `onnx` and `onnxruntime`: the
independent side of the tests of org.loupe.graph.

    python3 -m venv VENV && VENV/bin/pip install onnx onnxruntime numpy
    VENV/bin/python tests/golden/graph_facts.py ../shared/data bundles/org.loupe.graph/src_test/org/loupe/graph/golden

writes `graph_facts.tsv` (file, fact, value; no weights) and `operator_shapes.txt`
(a line for each case: operator; opset; attributes; inputs; shapes of the outputs, as ONNX Runtime gives them).
"""
import pathlib
import random
import sys
from collections import Counter

import numpy as np
import onnx
import onnxruntime
from onnx import helper, numpy_helper, shape_inference, TensorProto

QUANTISED = {TensorProto.INT8, TensorProto.UINT8}
FLOATS = {TensorProto.FLOAT, TensorProto.DOUBLE, TensorProto.FLOAT16, TensorProto.BFLOAT16}


def elements(tensor):
    return int(np.prod(tensor.dims, dtype=np.int64))


def graphs(graph):
    """The graph and all graphs nested in it."""
    yield graph
    for node in graph.node:
        for attribute in node.attribute:
            for inner in ([attribute.g] if attribute.HasField("g") else []) + list(attribute.graphs):
                yield from graphs(inner)


def shape_of(info):
    kind = info.type.tensor_type
    if not info.type.HasField("tensor_type") or not kind.HasField("shape"):
        return None
    return [d.dim_value if d.HasField("dim_value") and d.dim_value > 0 else d.dim_param or "?" for d in kind.shape.dim]


def facts(path):
    model = onnx.load(path)
    graph = model.graph
    weights = {i.name for i in graph.initializer}
    everything = [i for g in graphs(graph) for i in g.initializer]
    sums = {i.name: float(np.sum(numpy_helper.to_array(i).astype(np.float64))) for i in graph.initializer
            if i.data_type in FLOATS}
    inferred = shape_inference.infer_shapes(model, data_prop=True).graph
    shapes = {v.name: shape_of(v) for v in list(inferred.value_info) + list(inferred.output) if shape_of(v) is not None}
    yield "ir", model.ir_version
    yield "opsets", " ".join("%s=%d" % (o.domain, o.version) for o in model.opset_import)
    yield "nodes", len(graph.node)
    yield "nodesWithSubgraphs", sum(len(g.node) for g in graphs(graph))
    yield "operators", " ".join("%s=%d" % o for o in sorted(Counter(n.op_type for n in graph.node).items()))
    yield "inputs", " ".join(i.name for i in graph.input if i.name not in weights)
    yield "outputs", " ".join(o.name for o in graph.output)
    yield "initializers", len(graph.initializer)
    yield "initializerElements", sum(elements(i) for i in graph.initializer)
    yield "parameters", sum(elements(t) for t in everything if t.dims and t.data_type in FLOATS | QUANTISED)
    yield "weightSum", sum(sums.values())
    for name, shape in sorted(shapes.items()):
        yield "shape", name + "\t" + ", ".join(map(str, shape))


RNG = random.Random(20260101)
# Inputs that are not single-precision numbers, by operator and position.
OTHER_TYPES = {("Gather", 1): np.int64, ("GatherElements", 1): np.int64, ("Where", 0): np.bool_}


def encoded(value):
    if isinstance(value, str):
        return "s:" + value
    return "l:" + ",".join(map(str, value)) if isinstance(value, list) else "i:%d" % value


def case(op, opset, attributes, inputs, outputs=1):
    """One line: inputs are lists of extents, or numpy arrays for constants."""
    names, values, feeds, initializers, parts = [], [], {}, [], []
    for i, value in enumerate(inputs):
        name = "i%d" % i
        if value is None:
            names.append("")
            parts.append("-")
            continue
        names.append(name)
        if isinstance(value, np.ndarray):
            initializers.append(numpy_helper.from_array(value, name))
            parts.append("[%s]" % ",".join(map(str, value.ravel())))
        else:
            dtype = OTHER_TYPES.get((op, i), np.float32)
            feeds[name] = np.zeros(value, dtype)
            values.append(helper.make_tensor_value_info(name, helper.np_dtype_to_tensor_dtype(np.dtype(dtype)), value))
            parts.append("x".join(map(str, value)) if value else "scalar")
    node = helper.make_node(op, names, ["o%d" % i for i in range(outputs)], **attributes)
    results = [onnx.ValueInfoProto(name="o%d" % i) for i in range(outputs)]
    graph = helper.make_graph([node], "g", values, results, initializers)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)])
    model.ir_version = 8
    results = onnxruntime.InferenceSession(model.SerializeToString()).run(None, feeds)
    text = " ".join("%s=%s" % (k, encoded(v)) for k, v in attributes.items())
    shape = " ".join("x".join(map(str, np.shape(r))) or "scalar" for r in results)
    return ";".join([op, str(opset), text, " ".join(parts), shape])


def ints(*values):
    return np.array(values, np.int64)


def cases():
    r = RNG.randint
    for _ in range(25):
        group = r(1, 2)
        k, s, d = [r(1, 3), r(1, 3)], [r(1, 3), r(1, 3)], [r(1, 2), r(1, 2)]
        size = [r(6, 12), r(6, 12)]
        attributes = {"kernel_shape": k, "strides": s, "dilations": d, "group": group}
        attributes.update(RNG.choice([{"pads": [r(0, 2) for _ in range(4)]}, {}, {"auto_pad": "VALID"}]))
        yield case("Conv", 17, attributes, [[r(1, 3), 2 * group] + size, [4, 2] + k])
    for mode in ("SAME_UPPER", "SAME_LOWER"):
        yield case("Conv", 17, {"auto_pad": mode, "strides": [2, 1]}, [[2, 3, 9, 8], [4, 3, 3, 3]])
    for _ in range(12):
        k, s = [r(1, 3), r(1, 3)], [r(1, 3), r(1, 3)]
        attributes = {"kernel_shape": k, "strides": s, "pads": [r(0, e - 1) for e in k + k]}
        yield case(RNG.choice(["MaxPool", "AveragePool"]), 17, attributes, [[r(1, 3), 2, r(6, 12), r(6, 12)]])
    for _ in range(8):
        k, s, d = [r(1, 3), r(1, 3)], [r(1, 3), r(1, 3)], [r(1, 2), r(1, 2)]
        attributes = {"kernel_shape": k, "strides": s, "dilations": d, "pads": [0, 1, 0, 0]}
        yield case("ConvTranspose", 17, attributes, [[2, 3, r(3, 5), r(3, 5)], [3, 4] + k])
    yield case("GlobalAveragePool", 17, {}, [[2, 3, 5, 6]])
    yield case("GlobalMaxPool", 17, {}, [[2, 3, 5]])
    for a in (0, 1):
        for b in (0, 1):
            yield case("Gemm", 17, {"transA": a, "transB": b}, [[3, 4][::1 - 2 * a], [4, 5][::1 - 2 * b]])
    for x, y in ([2, 3], [3, 4]), ([3], [3, 4]), ([2, 3], [3]), ([3], [3]), ([5, 1, 2, 3], [4, 3, 6]):
        yield case("MatMul", 17, {}, [x, y])
    for x, y in ([2, 3], [3]), ([2, 1, 4], [3, 1]), ([], [2, 2]), ([1], [1]), ([0, 3], [1, 3]):
        yield case("Add", 17, {}, [x, y])
    yield case("Where", 17, {}, [[3, 1], [1, 4], [2, 1, 1]])
    for target in ([0, -1], [-1, 6], [24], [2, 0, -1], [4, 1, 6], [-1]):
        yield case("Reshape", 17, {}, [[2, 3, 4], ints(*target)])
    yield case("Reshape", 17, {"allowzero": 1}, [[0, 3], ints(3, 0)])
    for axis in (0, 1, 2, 3, -1):
        yield case("Flatten", 17, {"axis": axis}, [[2, 3, 4]])
    yield case("Transpose", 17, {"perm": [2, 0, 1]}, [[2, 3, 4]])
    yield case("Transpose", 17, {}, [[2, 3, 4]])
    for axis in (0, 1, -1):
        yield case("Concat", 17, {"axis": axis}, [[2, 2, 2], [2, 2, 2]])
    yield case("Concat", 17, {"axis": 1}, [[2, 1], [2, 3], [2, 5]])
    yield case("Squeeze", 17, {}, [[1, 3, 1], ints(0)])
    yield case("Squeeze", 17, {}, [[1, 3, 1]])
    yield case("Squeeze", 12, {"axes": [-1]}, [[1, 3, 1]])
    yield case("Unsqueeze", 17, {}, [[3, 4], ints(0, -1)])
    yield case("Unsqueeze", 12, {"axes": [1]}, [[3, 4]])
    yield case("Pad", 17, {}, [[2, 3], ints(0, 1, 2, -1)])
    yield case("Pad", 18, {}, [[2, 3, 4], ints(1, 2), None, ints(-1)])
    for _ in range(20):
        axis, step = r(-2, 1), RNG.choice([1, 2, 3, -1, -2])
        bounds = [RNG.choice([r(-12, 12), 2**63 - 1, -2**63]) for _ in range(2)]
        if step < 0 and bounds[1] == 2**63 - 1:
            bounds[1] = 2  # the runtime takes the largest number for "to the beginning", the specification does not
        yield case("Slice", 17, {}, [[r(3, 9), r(3, 9)], ints(bounds[0]), ints(bounds[1]), ints(axis), ints(step)])
    yield case("Gather", 17, {"axis": 1}, [[2, 5, 3], [4, 2]])
    yield case("Gather", 17, {"axis": -1}, [[2, 5, 3], []])
    yield case("GatherElements", 17, {"axis": 1}, [[2, 5], [2, 3]])
    for op in ("ReduceMean", "ReduceMax"):
        yield case(op, 17, {"axes": [1, -1], "keepdims": 0}, [[2, 3, 4]])
        yield case(op, 17, {}, [[2, 3, 4]])
        yield case(op, 18, {"keepdims": 1}, [[2, 3, 4], ints(1)])
    yield case("ReduceSum", 13, {"keepdims": 0}, [[2, 3, 4], ints(-1)])
    yield case("ReduceSum", 13, {"noop_with_empty_axes": 1}, [[2, 3, 4], ints()])
    yield case("ArgMax", 17, {"axis": -1, "keepdims": 0}, [[2, 3, 4]])
    yield case("Split", 17, {"axis": 1}, [[2, 6], ints(1, 5)], 2)
    yield case("Split", 17, {"axis": 0}, [[6, 2]], 3)
    yield case("Split", 18, {"axis": 0, "num_outputs": 3}, [[7, 2]], 3)
    yield case("Expand", 17, {}, [[3, 1], ints(2, 1, 4)])
    yield case("Tile", 17, {}, [[2, 3], ints(2, 2)])
    yield case("ConstantOfShape", 17, {}, [ints(2, 3, 4)])
    yield case("Shape", 13, {}, [[2, 3, 4]])
    yield case("DepthToSpace", 17, {"blocksize": 2}, [[2, 8, 3, 4]])
    yield case("SpaceToDepth", 17, {"blocksize": 2}, [[2, 2, 4, 6]])


if __name__ == "__main__":
    data, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    lines = ["%s\t%s\t%s" % (p.relative_to(data), *fact) for p in sorted(data.rglob("*.onnx")) for fact in facts(p)]
    (out / "graph_facts.tsv").write_text("\n".join(lines) + "\n")
    (out / "operator_shapes.txt").write_text("\n".join(cases()) + "\n")
