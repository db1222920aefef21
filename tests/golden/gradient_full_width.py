#!/usr/bin/env python3
# Copyright (c) 2026 The Loupe authors.
# This program and the accompanying materials are made available under the terms of the
# Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
# SPDX-License-Identifier: EPL-2.0
"""Writes what gradient_goldens.py writes for architectures as they are, at their own size (3 GB, not committed):

    VENV/bin/python tests/golden/gradient_full_width.py FOLDER [NAME...]

The table of docs/gradients.md is what the class org.loupe.onnx.internal.GradientErrors of the tests of org.loupe.onnx
prints for that folder.

    VENV/bin/python tests/golden/gradient_full_width.py --folded [NAME...]

prints how far PyTorch's single precision is off its double precision when it multiplies batch normalisation into the
convolutions itself, as the older exporter does to the files."""
import copy
import functools
import pathlib
import sys

import torch
from torch import nn
from torch.nn.utils.fusion import fuse_conv_bn_eval

import gradient_goldens
from gradient_networks import (convnext, densenet, efficientnet, inception, mobilenetv3, regnet, resnet, squeezenet,
                               swin_transformer, vgg, vision_transformer)

PICTURE = (3, 224, 224)


def mlp():
    return nn.Sequential(nn.Flatten(), nn.Linear(784, 1024), nn.ReLU(), nn.Linear(1024, 1024), nn.ReLU(),
                         nn.Linear(1024, 512), nn.GELU(), nn.Linear(512, 10))


def smooth(make):
    """The same with SiLU for ReLU. In single precision the sign of some of a million rectifiers' inputs is chance, so
    a network of them is only good for a coarse comparison; this one has no steps but those of its pooling."""
    network = make()
    for module in list(network.modules()):
        for name, child in module.named_children():
            if isinstance(child, nn.ReLU):
                setattr(module, name, nn.SiLU())
    return network


NETWORKS = [
    ("mlp", mlp, (1, 28, 28), ("2", "4"), 13),
    ("mobilenet_v3_small", mobilenetv3.mobilenet_v3_small, PICTURE, ("features.1", "features.9"), 17),
    ("squeezenet1_1", squeezenet.squeezenet1_1, PICTURE, ("features.2", "features.9"), 13),
    ("efficientnet_b0", efficientnet.efficientnet_b0, PICTURE, ("features.2", "features.6"), 13),
    ("regnet_y_400mf", regnet.regnet_y_400mf, PICTURE, ("stem", "trunk_output.block3"), 17),
    ("regnet_y_400mf_silu", functools.partial(smooth, regnet.regnet_y_400mf), PICTURE,
     ("stem", "trunk_output.block3"), 17),
    ("resnet50", resnet.resnet50, PICTURE, ("layer1", "layer3"), 17),
    ("resnet50_silu", functools.partial(smooth, resnet.resnet50), PICTURE, ("layer1", "layer3"), 17),
    ("densenet121", densenet.densenet121, PICTURE, ("features.pool0", "features.transition2"), 13),
    ("inception_v3", functools.partial(inception.inception_v3, transform_input=True, aux_logits=False,
                                       init_weights=False), (3, 299, 299), ("Conv2d_4a_3x3", "Mixed_6e"), 17),
    ("convnext_tiny", convnext.convnext_tiny, PICTURE, ("features.1", "features.5"), 17),
    ("swin_t", swin_transformer.swin_t, PICTURE, ("features.1", "features.5"), 17),
    ("vgg11", vgg.vgg11, PICTURE, ("features.2", "features.15"), 13),
    ("vit_b_16", vision_transformer.vit_b_16, PICTURE,
     ("encoder.layers.encoder_layer_3", "encoder.layers.encoder_layer_9"), 17),
]


def folded(network):
    """A copy without the batch normalisations that directly follow a convolution."""
    network = copy.deepcopy(network)
    for module in list(network.modules()):
        children = list(module.named_children())
        for (name, conv), (after, norm) in zip(children, children[1:]):
            if isinstance(conv, nn.Conv2d) and isinstance(norm, nn.BatchNorm2d):
                setattr(module, name, fuse_conv_bn_eval(conv, norm))
                setattr(module, after, nn.Identity())
    return network


def print_folded(name, make, extents, modules, _):
    x = gradient_goldens.inputs(extents)
    network = folded(gradient_goldens.with_signal(make, x))
    _, single, _ = gradient_goldens.differentiate(network, x, modules)
    _, exact, _ = gradient_goldens.differentiate(network.double(), x.double(), modules)
    floors = {v: gradient_goldens.facts(exact[v], single[v])["floor"] for v in exact}
    print(name, *(f"{v} {floor:.1e}" for v, floor in floors.items()), flush=True)


if __name__ == "__main__" and sys.argv[1:2] == ["--folded"]:
    torch.set_num_threads(1)
    for network in NETWORKS:
        if not sys.argv[2:] or network[0] in sys.argv[2:]:
            print_folded(*network)
elif __name__ == "__main__":
    gradient_goldens.write_all(NETWORKS, pathlib.Path(sys.argv[1]), sys.argv[2:])
