#!/usr/bin/env python3
# Copyright (c) 2026 The Loupe authors.
# This program and the accompanying materials are made available under the terms of the
# Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
# SPDX-License-Identifier: EPL-2.0
"""Times the gradient of a logit to the input: Loupe beside PyTorch, in turn, on the same machine.

    gradient_speed.py LOUPE FOLDER [--networks resnet50,...] [--batches 1,8] [--repeat 10] [--threads 2]

LOUPE is a built product's start script, FOLDER keeps the exported networks (random weights; made when missing).
Prints a line for each network and batch size: milliseconds, lowest and median of the repetitions, and the ratio of the
lowest. Needs torch, torchvision and onnx; no network is downloaded.
"""
import argparse
import json
import os
import statistics
import subprocess
import time

import numpy as np
import torch

# torchvision registers shapes for operators of its compiled part; where that part does not load (a CPU build of torch
# beside torchvision's default build), registering fails though none of these networks uses them.
_register = torch.library.register_fake
torch.library.register_fake = lambda name, *a, **k: (
    (lambda f: f) if name.startswith("torchvision::") else _register(name, *a, **k))
import torchvision.models as zoo  # noqa: E402

NETWORKS = {
    "resnet50": zoo.resnet50, "vgg11": zoo.vgg11, "mobilenet_v3_small": zoo.mobilenet_v3_small,
    "efficientnet_b0": zoo.efficientnet_b0, "densenet121": zoo.densenet121, "vit_b_16": zoo.vit_b_16,
}
SIZE = (3, 224, 224)
CLASS = 281


def network(name):
    torch.manual_seed(0)
    return NETWORKS[name](weights=None).eval()


def export(net, file):
    if not os.path.exists(file):
        torch.onnx.export(net, torch.randn(1, *SIZE), file, opset_version=17, input_names=["input"],
                          output_names=["logits"], dynamic_axes={"input": {0: "n"}, "logits": {0: "n"}}, dynamo=False)


def torch_times(net, batch, repeat):
    for p in net.parameters():
        p.requires_grad_(False)
    x = torch.from_numpy(sample(batch)).requires_grad_(True)
    times = []
    for i in range(repeat + 2):
        start = time.perf_counter()
        torch.autograd.grad(net(x)[:, CLASS].sum(), x)
        if i >= 2:
            times.append((time.perf_counter() - start) * 1000)
    return min(times), statistics.median(times)


def sample(batch):
    return np.random.default_rng(1).standard_normal((batch, *SIZE)).astype(np.float32)


def loupe_times(loupe, model, folder, batch, repeat, threads):
    file = os.path.join(folder, "input.npy")
    np.save(file, sample(1))
    out = subprocess.run([loupe, "bench", model, "--method", "gradient", "--input", file, "--batch", str(batch),
                          "--repeat", str(repeat), "--threads", str(threads), "--target", f"index:{CLASS}", "--json"],
                         capture_output=True, text=True, check=True).stdout
    return json.loads(out)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("loupe")
    parser.add_argument("folder")
    parser.add_argument("--networks", default=",".join(NETWORKS))
    parser.add_argument("--batches", default="1,8")
    parser.add_argument("--repeat", type=int, default=10)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    os.makedirs(args.folder, exist_ok=True)
    print(f"PyTorch {torch.__version__}, {args.threads} threads")
    for name in args.networks.split(","):
        net = network(name)
        model = os.path.join(args.folder, name + ".onnx")
        export(net, model)
        for batch in map(int, args.batches.split(",")):
            ours = loupe_times(args.loupe, model, args.folder, batch, args.repeat, args.threads)
            low, median = torch_times(net, batch, args.repeat)
            best = ours["minMillis"]
            print(f"{name} batch {batch}: Loupe {best:.1f} (median {ours['medianMillis']:.1f}, first call "
                  f"{ours['firstMillis']:.0f}), PyTorch {low:.1f} (median {median:.1f}), ratio {best / low:.2f}", flush=True)


if __name__ == "__main__":
    main()
