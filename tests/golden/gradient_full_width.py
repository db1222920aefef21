#!/usr/bin/env python3
# Copyright (c) 2026 The Loupe authors.
# This program and the accompanying materials are made available under the terms of the
# Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
# SPDX-License-Identifier: EPL-2.0
"""Writes what gradient_goldens.py writes for architectures as they are, at their own size (3 GB, not committed):

    VENV/bin/python tests/golden/gradient_full_width.py FOLDER [NAME...]

The table of docs/gradients.md is what the class org.loupe.onnx.internal.GradientErrors of the tests of org.loupe.onnx
prints for that folder."""
import functools
import pathlib
import sys

from torch import nn

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


if __name__ == "__main__":
    gradient_goldens.write_all(NETWORKS, pathlib.Path(sys.argv[1]), sys.argv[2:])
