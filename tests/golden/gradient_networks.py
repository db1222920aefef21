# Copyright (c) 2026 The Loupe authors.
# This program and the accompanying materials are made available under the terms of the
# Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
# SPDX-License-Identifier: EPL-2.0
"""Small networks with the structure of well-known architectures, for gradient_goldens.py: torchvision's own classes or
blocks with few channels, layers and pixels, and weights that leave no path without signal."""
import contextlib

import torch
from torch import nn


@contextlib.contextmanager
def without_torchvision_kernels():
    """Lets torchvision be imported next to a torch that its compiled operators were not built for (a CPU build beside
    a CUDA one): importing it describes `nms` and others to torch, which refuses where the operators did not load.
    No network here uses one of them."""
    register = torch.library.register_fake

    def lenient(name, *args, **kwargs):
        if str(name).startswith("torchvision::"):
            return lambda function: function
        return register(name, *args, **kwargs)

    torch.library.register_fake = lenient
    try:
        yield
    finally:
        torch.library.register_fake = register


with without_torchvision_kernels():
    from torchvision.models import (convnext, densenet, efficientnet, inception, mobilenetv2, mobilenetv3, regnet,
                                    resnet, shufflenetv2, squeezenet, swin_transformer, vgg, vision_transformer)

CLASSES = 6


class ResNet(nn.Sequential):
    """Stem with overlapping max pooling, basic and bottleneck blocks with and without projection."""

    def __init__(self):
        def projection(before, after, stride):
            return nn.Sequential(resnet.conv1x1(before, after, stride), nn.BatchNorm2d(after))

        super().__init__(
            nn.Conv2d(3, 8, 7, 2, 3, bias=False), nn.BatchNorm2d(8), nn.ReLU(), nn.MaxPool2d(3, 2, 1),
            resnet.BasicBlock(8, 8), resnet.BasicBlock(8, 12, 2, projection(8, 12, 2)),
            resnet.Bottleneck(12, 6, 2, projection(12, 24, 2)), resnet.Bottleneck(24, 6),
            nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(24, CLASSES))


class Vgg(nn.Sequential):
    """Plain convolutions, max pooling without overlap, dense layers with dropout."""

    def __init__(self):
        super().__init__(
            vgg.make_layers([6, "M", 8, "M", 12, 12, "M"], batch_norm=True), nn.AdaptiveAvgPool2d(2), nn.Flatten(),
            nn.Linear(48, 24), nn.ReLU(), nn.Dropout(), nn.Linear(24, 24), nn.ReLU(), nn.Dropout(),
            nn.Linear(24, CLASSES))


class Inception(nn.Module):
    """Branches of pooling, 1x1, 5x5, factorised and strided convolutions, concatenated; the input is rescaled by
    channel."""

    def __init__(self):
        super().__init__()
        conv = inception.BasicConv2d
        self.stem = nn.Sequential(conv(3, 6, kernel_size=3, stride=2), conv(6, 8, kernel_size=3, padding=1))
        self.one = conv(8, 4, kernel_size=1)
        self.five = nn.Sequential(conv(8, 4, kernel_size=1), conv(4, 6, kernel_size=5, padding=2))
        self.row = nn.Sequential(conv(8, 4, kernel_size=1), conv(4, 6, kernel_size=(1, 7), padding=(0, 3)),
                                 conv(6, 4, kernel_size=(7, 1), padding=(3, 0)))
        self.pooled = nn.Sequential(nn.AvgPool2d(3, 1, 1), conv(8, 4, kernel_size=1))
        self.reduce = conv(18, 8, kernel_size=3, stride=2)
        self.shrink = nn.MaxPool2d(3, 2)
        self.split_row = conv(26, 6, kernel_size=(1, 3), padding=(0, 1))
        self.split_column = conv(26, 6, kernel_size=(3, 1), padding=(1, 0))
        self.head = nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Dropout(), nn.Flatten(), nn.Linear(12, CLASSES))

    def forward(self, x):
        x = torch.cat([torch.unsqueeze(x[:, c], 1) * s + o
                       for c, (s, o) in enumerate([(0.458, -0.03), (0.448, -0.088), (0.45, -0.188)])], 1)
        x = self.stem(x)
        x = torch.cat([self.one(x), self.five(x), self.row(x), self.pooled(x)], 1)
        x = torch.cat([self.reduce(x), self.shrink(x)], 1)
        x = torch.cat([self.split_row(x), self.split_column(x)], 1)
        return self.head(x)


class SqueezeNet(nn.Sequential):
    """Fire modules, max pooling that rounds up, a convolution as the classifier."""

    def __init__(self):
        super().__init__(
            nn.Conv2d(3, 8, 3, 2), nn.ReLU(), nn.MaxPool2d(3, 2, ceil_mode=True), squeezenet.Fire(8, 4, 6, 6),
            squeezenet.Fire(12, 4, 8, 8), nn.MaxPool2d(3, 2, ceil_mode=True), squeezenet.Fire(16, 6, 8, 8),
            nn.Dropout(), nn.Conv2d(16, CLASSES, 1), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten())


class Mlp(nn.Sequential):
    """One of each smooth or piecewise activation between dense layers, with both normalisations of vectors."""

    def __init__(self):
        super().__init__(
            nn.Flatten(), nn.Linear(20, 24), nn.BatchNorm1d(24), nn.Tanh(), nn.Linear(24, 24), nn.LayerNorm(24),
            nn.GELU(), nn.Linear(24, 20), nn.ELU(), nn.Linear(20, 20), nn.LeakyReLU(0.1), nn.Linear(20, 20),
            nn.Softplus(), nn.Linear(20, 20), nn.Sigmoid(), nn.Linear(20, 20), nn.PReLU(20), nn.Linear(20, CLASSES),
            nn.LogSoftmax(1))


class MobileNetV2(nn.Sequential):
    """Inverted residuals with activations that are cut off at 6."""

    def __init__(self):
        block = mobilenetv2.InvertedResidual
        super().__init__(
            nn.Conv2d(3, 8, 3, 2, 1), nn.ReLU6(), block(8, 8, 1, 1), block(8, 12, 2, 3), block(12, 12, 1, 3),
            nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Dropout(), nn.Linear(12, CLASSES))


class UNet(nn.Module):
    """Down and up again, learned and interpolated, beside a connection that skips both; group and instance
    normalisation."""

    def __init__(self):
        super().__init__()
        self.first = nn.Sequential(nn.Conv2d(3, 8, 3, padding=1), nn.GroupNorm(2, 8), nn.SiLU())
        self.down = nn.Sequential(nn.AvgPool2d(2), nn.Conv2d(8, 12, 3, 2, 1), nn.InstanceNorm2d(12, affine=True),
                                  nn.Mish())
        self.up = nn.Sequential(nn.ConvTranspose2d(12, 8, 3, 2, 1, 1), nn.Hardtanh(-2, 2),
                                nn.Upsample(scale_factor=2, mode="bilinear"))
        self.last = nn.Sequential(nn.ReflectionPad2d(1), nn.Conv2d(16, 8, 3), nn.CELU(), nn.MaxPool2d(4))
        self.head = nn.Linear(8, CLASSES)

    def forward(self, x):
        x = self.first(x)
        x = self.last(torch.cat([x, self.up(self.down(x))], 1))
        return self.head(x.amax(3).mean(2))


def densenet_bc():
    return densenet.DenseNet(4, (2, 2, 2), 8, 2, 0, CLASSES)


def mobilenet_v3_small():
    block = mobilenetv3.InvertedResidualConfig
    return mobilenetv3.MobileNetV3([block(8, 3, 8, 8, True, "RE", 2, 1, 1), block(8, 3, 24, 8, False, "RE", 1, 1, 1),
                        block(8, 5, 24, 16, True, "HS", 2, 1, 1)], 32, CLASSES)


def efficientnet_b():
    block = efficientnet.MBConvConfig
    return efficientnet.EfficientNet([block(1, 3, 1, 8, 8, 1), block(3, 3, 2, 8, 8, 2), block(2, 5, 2, 8, 12, 1)], 0.2,
                        num_classes=CLASSES, last_channel=32)


def regnet_y():
    return regnet.RegNet(regnet.BlockParams([1, 2], [8, 16], [4, 8], [1.0, 1.0], [2, 2], 0.25), CLASSES, 8)


def convnext_t():
    block = convnext.CNBlockConfig
    return convnext.ConvNeXt([block(8, 12, 1), block(12, 16, 1), block(16, None, 1)], 0.1, 1e-6, CLASSES)


def vit():
    return vision_transformer.VisionTransformer(16, 4, 2, 2, 16, 32, num_classes=CLASSES)


def swin_t():
    return swin_transformer.SwinTransformer([2, 2], 8, [2, 0], [2, 4], [4, 2], 1.0, num_classes=CLASSES)


def shufflenet():
    return shufflenetv2.ShuffleNetV2([2, 1, 1], [8, 8, 16, 24, 32], CLASSES)


# Name, constructor, extents of one input, names of two inner modules (early and late), opset of the old exporter.
NETWORKS = [
    ("resnet", ResNet, (3, 32, 32), ("3", "6"), 17),
    ("vgg", Vgg, (3, 32, 32), ("0.6", "4"), 13),
    ("densenet", densenet_bc, (3, 32, 32), ("features.pool0", "features.denseblock2"), 13),
    ("inception", Inception, (3, 31, 31), ("stem", "split_row"), 17),
    ("mobilenet_v3", mobilenet_v3_small, (3, 32, 32), ("features.1", "features.3"), 17),
    ("efficientnet", efficientnet_b, (3, 32, 32), ("features.1", "features.3"), 13),
    ("squeezenet", SqueezeNet, (3, 32, 32), ("2", "6"), 13),
    ("regnet", regnet_y, (3, 32, 32), ("stem", "trunk_output.block1"), 17),
    ("convnext", convnext_t, (3, 32, 32), ("features.1", "features.5"), 17),
    ("vit", vit, (3, 16, 16), ("encoder.layers.encoder_layer_0", "encoder.layers.encoder_layer_1.ln_1"), 17),
    ("swin", swin_t, (3, 16, 16), ("features.1", "features.2"), 17),
    ("mlp", Mlp, (20,), ("3", "10"), 13),
    ("mobilenet_v2", MobileNetV2, (3, 32, 32), ("2", "3"), 13),
    ("shufflenet_v2", shufflenet, (3, 32, 32), ("maxpool", "stage4"), 17),
    ("unet", UNet, (3, 16, 16), ("first", "up"), 17),
]


def weigh(network, x):
    """Random weights of such size that every layer matters: torchvision starts some at 0 or 1e-6. Then statistics of
    batch normalisation as after training: those of data, not quite these."""
    for name, p in network.named_parameters():
        if p.dim() > 1 and "bias" not in name and "layer_scale" not in name:
            fan = max(p[0].numel(), 4)
            nn.init.normal_(p, 0, (1.6 / fan) ** 0.5)
        elif name.endswith("weight") or "layer_scale" in name:
            nn.init.uniform_(p, 0.6, 1.4)
        else:
            nn.init.normal_(p, 0, 0.2)
    norms = [m for m in network.modules() if isinstance(m, nn.modules.batchnorm._BatchNorm)]
    network.eval()
    for norm in norms:
        norm.train()
        norm.momentum = 1.0
    with torch.no_grad():
        network(x)
    for norm in norms:
        norm.eval()
        norm.running_mean += torch.randn_like(norm.running_mean) * norm.running_var.sqrt() * 0.2
        norm.running_var *= torch.empty_like(norm.running_var).uniform_(0.7, 1.5)


def prepare(network, x):
    """Makes a network ready to be differentiated; `x` is what its statistics are taken from."""
    for module in network.modules():
        if getattr(module, "inplace", False):
            module.inplace = False
    weigh(network, x)
    return network
