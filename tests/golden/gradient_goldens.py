#!/usr/bin/env python3
# Copyright (c) 2026 The Loupe authors.
# This program and the accompanying materials are made available under the terms of the
# Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
# SPDX-License-Identifier: EPL-2.0
"""Writes small networks as both of PyTorch's exporters give them, and the gradients that PyTorch computes in double
precision, for the test of gradients in org.loupe.onnx.

    python3 -m venv VENV && VENV/bin/pip install torch torchvision onnx onnxscript onnxruntime
    VENV/bin/python tests/golden/gradient_goldens.py [NAME...]

from the top of the repository (made with torch 2.13, torchvision 0.28, onnx 1.23, onnxscript 0.7, onnxruntime 1.30).

For each of gradient_networks.NETWORKS: NAME-old.onnx (the exporter by TorchScript), NAME-new.onnx (the one by
torch.export) and NAME.json. Element i of the input, counted over the whole batch of ITEMS, is sin(i*i) rounded to
single precision; the target of item b is class b. The gradient of the target's logit is taken by the input and by two
inner values; which value of a file that is was found by running the file and comparing. Of each gradient there are, by
item, SAMPLES elements (element (n-1)*k/(SAMPLES-1) rounded down for k = 0, 1, ...; all where there are fewer) and the
Euclidean norm. `floor` is how far PyTorch's own single precision is off: the largest difference of all elements over
the largest gradient, `spread` the norm of the difference over the norm, each the largest of the items."""
import json
import pathlib
import sys
import warnings

import numpy as np
import onnx
import onnxruntime
import torch

import gradient_networks

OUT = pathlib.Path("bundles/org.loupe.onnx/src_test/org/loupe/onnx/internal/golden/gradients")
ITEMS = 3
SAMPLES = 171
SEED = 20260101
LARGE = 60_000


def inputs(extents):
    n = ITEMS * int(np.prod(extents))
    x = np.sin(np.arange(n, dtype=np.float64) ** 2).astype(np.float32)
    return torch.from_numpy(x.reshape((ITEMS, *extents)))


def differentiate(network, x, modules):
    """Values and gradients of the input and of the outputs of modules, and the logits."""
    kept = {}
    hooks = [network.get_submodule(m).register_forward_hook(lambda _, __, y, m=m: kept.update({m: y}))
             for m in modules]
    x = x.clone().requires_grad_()
    logits = network(x)
    for hook in hooks:
        hook.remove()
    tensors = [x] + [kept[m] for m in modules]
    gradients = torch.autograd.grad(logits.diagonal().sum(), tensors)
    names = ["input", *modules]
    return (dict(zip(names, (t.detach() for t in tensors))), dict(zip(names, gradients)), logits.detach())


def with_signal(make, x):
    """A network, and the first seed's weights for which no target has come to rest behind a rectifier."""
    for seed in range(SEED, SEED + 50):
        torch.manual_seed(seed)
        network = gradient_networks.prepare(make(), x)
        if all(g.flatten(1).norm(dim=1).min() > 0 for g in differentiate(network, x, [])[1].values()):
            return network
    raise SystemExit(f"no weights let a signal through {make}")


def export_old(network, x, file, opset):
    axes = {"input": {0: "n"}, "logits": {0: "n"}}
    torch.onnx.export(network, (x,), str(file), opset_version=opset, input_names=["input"], output_names=["logits"],
                      dynamic_axes=axes, dynamo=False)


def export_new(network, x, file):
    torch.onnx.export(network, (x,), str(file), dynamo=True, external_data=False, verbose=False, input_names=["input"],
                      output_names=["logits"], dynamic_shapes=({0: torch.export.Dim("n")},))


def strip(file):
    """Takes out what the exporters note about where they ran: half of the file, and paths of the machine."""
    model = onnx.load(file)
    for node in [n for g in [model.graph, *model.functions] for n in g.node]:
        node.doc_string = ""
        del node.metadata_props[:]
    for value in [*model.graph.value_info, *model.graph.input, *model.graph.output, *model.graph.initializer]:
        value.doc_string = ""
        del value.metadata_props[:]
    del model.metadata_props[:]
    del model.graph.metadata_props[:]
    model.doc_string = model.graph.doc_string = ""
    if model.ByteSize() > LARGE:
        shorten(model.graph)
    onnx.checker.check_model(model)
    onnx.save(model, file)
    return model


def shorten(graph):
    """Numbers the values and forgets the names of nodes: in a small transformer they outweigh everything else."""
    names = {}
    fixed = {v.name for v in [*graph.input, *graph.output]} | {""}
    for node in graph.node:
        node.name = ""
        for i, name in enumerate(node.input):
            node.input[i] = name if name in fixed else names.setdefault(name, str(len(names)))
        for i, name in enumerate(node.output):
            node.output[i] = name if name in fixed else names.setdefault(name, str(len(names)))
    for value in [*graph.initializer, *graph.value_info]:
        value.name = names.get(value.name, value.name)


def activations(model, x):
    """Every value of a model that depends on its input, in the order of its nodes; nothing is fused."""
    constant = {i.name for i in model.graph.initializer}
    names = []
    for node in model.graph.node:
        if all(not i or i in constant for i in node.input):
            constant.update(node.output)
        else:
            names += [o for o in node.output if o]
    exposed = onnx.ModelProto()
    exposed.CopyFrom(model)
    del exposed.graph.output[:]
    exposed.graph.output.extend(onnx.helper.make_empty_tensor_value_info(n) for n in names)
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(exposed.SerializeToString(), options, providers=["CPUExecutionProvider"])
    return dict(zip(names, session.run(names, {"input": x.numpy()})))


def find(found, wanted, what):
    """The first value of a file that equals an activation: copies of it come later."""
    scale = wanted.abs().max().item()
    for name, value in found.items():
        if value.dtype == np.float32 and value.shape == tuple(wanted.shape) and \
                np.abs(value - wanted.numpy()).max() < 1e-4 * scale:
            return name
    raise SystemExit(f"no value is the activation of {what}")


def number(x):
    return float(f"{float(x):.9g}")


def facts(exact, single):
    shape = list(exact.shape[1:])
    exact, single = (t.double().reshape(ITEMS, -1).numpy() for t in (exact, single))
    n = exact.shape[1]
    at = range(n) if n <= SAMPLES else [(n - 1) * k // (SAMPLES - 1) for k in range(SAMPLES)]
    off = single - exact
    norm = np.linalg.norm
    return {"shape": shape, "floor": number((abs(off).max(1) / abs(exact).max(1)).max()),
            "spread": number((norm(off, axis=1) / norm(exact, axis=1)).max()),
            "largest": [number(v) for v in abs(exact).max(1)], "norms": [number(v) for v in norm(exact, axis=1)],
            "values": [[number(row[i]) for i in at] for row in exact]}


def write(name, make, extents, modules, opset, folder):
    x = inputs(extents)
    network = with_signal(make, x)
    files = {"old": folder / f"{name}-old.onnx", "new": folder / f"{name}-new.onnx"}
    export_old(network, x, files["old"], opset)
    export_new(network, x, files["new"])
    values, single, logits = differentiate(network, x, modules)
    _, exact, _ = differentiate(network.double(), x.double(), modules)
    models = {}
    for exporter, file in files.items():
        model = strip(file)
        found = activations(model, x[:1])
        find({"logits": found["logits"]}, logits[:1], f"the output of {file}")
        models[exporter] = {
            "file": file.name, "opset": next(o.version for o in model.opset_import if not o.domain),
            "names": {"input": "input", **{m: find(found, values[m][:1], f"{m} in {file}") for m in modules}}}
    golden = {"architecture": name, "classes": logits.shape[1], "models": models,
              "gradients": {v: facts(exact[v], single[v]) for v in exact}}
    text = json.dumps(golden, separators=(",", ":"))
    for mark in ('"models"', '"new"', '"gradients"', '"norms"', '"values"'):
        text = text.replace(mark, "\n" + mark)
    (folder / f"{name}.json").write_text(text + "\n")
    print(name, *(f.stat().st_size for f in files.values()), "bytes")
    for value, of in golden["gradients"].items():
        print(f"    {value}: {of['shape']}, floor {of['floor']:.1e}, largest {max(of['largest']):.1e}", flush=True)


def write_all(networks, folder, only):
    """Writes the networks named, or all."""
    warnings.filterwarnings("ignore")
    torch.set_num_threads(1)
    folder.mkdir(parents=True, exist_ok=True)
    for name, *network in networks:
        if not only or name in only:
            write(name, *network, folder)


if __name__ == "__main__":
    write_all(gradient_networks.NETWORKS, OUT, sys.argv[1:])
