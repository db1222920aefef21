#!/usr/bin/env python3
# Copyright (c) 2026 The Loupe authors.
# This program and the accompanying materials are made available under the terms of the
# Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
# SPDX-License-Identifier: EPL-2.0
"""Writes small pictures and the model inputs that Pillow (made with 12.3.0) and numpy make of them, for the tests of
org.loupe.modality.image.

Run from the top of the repository: python3 tests/golden/image_cases.py
A line of cases.txt: picture, type and shape of the input, settings of the card, file of the expected input, tolerance."""
import pathlib
import struct
import zlib
import numpy as np
from PIL import Image, ImageOps

OUT = pathlib.Path("bundles/org.loupe.modality.image/src_test/org/loupe/modality/image/internal/golden")
FILTERS = {"nearest": Image.Resampling.NEAREST, "box": Image.Resampling.BOX, "bilinear": Image.Resampling.BILINEAR,
           "bicubic": Image.Resampling.BICUBIC, "lanczos": Image.Resampling.LANCZOS}


def rough(h, w, c):
    y, x, k = np.meshgrid(np.arange(h), np.arange(w), np.arange(c), indexing="ij")
    return ((37 * y + 91 * x + 53 * k + 29 * x * y + 7 * y * y) % 256).astype(np.uint8)


def smooth(h, w):
    y, x = np.meshgrid(np.linspace(0, 1, h), np.linspace(0, 1, w), indexing="ij")
    return np.stack([40 + 180 * x, 30 + 200 * y, 220 - 150 * x * y], -1).round().astype(np.uint8)


def png(path, samples, colour):
    """Samples [h, w, c] of 16 bits; colour type of the PNG specification, table 11.1."""
    h, w, _ = samples.shape
    rows = b"".join(b"\0" + samples[y].astype(">u2").tobytes() for y in range(h))

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    head = struct.pack(">IIBBBBB", w, h, 16, colour, 0, 0, 0)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows))
                     + chunk(b"IEND", b""))


def exif(orientation):
    data = Image.Exif()
    data[274] = orientation
    return data


def pictures():
    OUT.mkdir(parents=True, exist_ok=True)
    rgb = Image.fromarray(rough(17, 23, 3))
    rgb.save(OUT / "rgb.png")
    rgb.save(OUT / "rgb.bmp")
    rgb.save(OUT / "rgb.tif", compression="tiff_lzw")
    Image.fromarray(rough(17, 23, 1)[:, :, 0]).save(OUT / "grey.png")
    Image.fromarray(rough(17, 23, 1)[:, :, 0]).save(OUT / "grey.tif", compression="tiff_deflate")
    Image.fromarray(rough(17, 23, 4)).save(OUT / "rgba.png")
    Image.fromarray(rough(17, 23, 2)).save(OUT / "grey_alpha.png")
    Image.fromarray(rough(17, 23, 1)[:, :, 0]).convert("1").save(OUT / "bits.png")
    palette = Image.fromarray((rough(17, 23, 1)[:, :, 0] % 7).astype(np.uint8)).convert("P")
    palette.putpalette(rough(1, 7, 3).ravel().tolist())
    palette.save(OUT / "palette.png", transparency=bytes([0, 40, 80, 120, 160, 200, 255]))
    palette.save(OUT / "palette.bmp")
    deep = rough(17, 23, 3).astype(np.uint16) * 256 + rough(17, 23, 3)[::-1]
    png(OUT / "rgb16.png", deep, 2)
    png(OUT / "grey16.png", deep[:, :, :1], 0)
    Image.fromarray(deep[:, :, 0]).save(OUT / "grey16.tif")
    soft = Image.fromarray(smooth(18, 30))
    for o in range(1, 9):
        soft.save(OUT / f"orientation{o}.jpg", quality=95, subsampling=0, exif=exif(o))
    soft.save(OUT / "progressive.jpg", quality=95, subsampling=0, progressive=True)
    soft.convert("L").save(OUT / "grey.jpg", quality=95)
    soft.convert("CMYK").save(OUT / "cmyk.jpg")
    rgb.save(OUT / "orientation6.png", exif=exif(6))
    rgb.save(OUT / "orientation8.tif", tiffinfo={274: 8})


def opened(name, background):
    """RGB planes as float32 [h, w, c] of 0 .. 255 for pictures of 16 bits, else a Pillow picture."""
    if name.startswith("rgb16"):
        return (rough(17, 23, 3).astype(np.uint16) * 256 + rough(17, 23, 3)[::-1]).astype(np.float32) / 257
    image = ImageOps.exif_transpose(Image.open(OUT / name))
    if image.mode.startswith("I;16"):
        return np.asarray(image).astype(np.float32)[:, :, None] / 257
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        image = image.convert("RGBA")
        below = Image.new("RGB", image.size, background)
        below.paste(image.convert("RGB"), mask=image.getchannel("A"))
        return below
    return image if image.mode in ("RGB", "L") else image.convert("RGB")


def resized(image, size, code):
    if isinstance(image, Image.Image):
        return np.asarray(image.resize(size, code)).astype(np.float32).reshape(size[1], size[0], -1)
    planes = [Image.fromarray(np.ascontiguousarray(image[:, :, c])).resize(size, code) for c in range(image.shape[2])]
    return np.stack([np.asarray(p) for p in planes], -1)


def reference(name, shape, nchw, s):
    """The steps of a card with Pillow and numpy alone."""
    image = opened(name, tuple(s.get("background", (255, 255, 255))))
    channels = s.get("channels", "rgb")
    if channels == "grey" and isinstance(image, Image.Image):
        image = image.convert("L")
    w, h = image.size if isinstance(image, Image.Image) else image.shape[1::-1]
    th, tw = (shape[2], shape[3]) if nchw else (shape[1], shape[2])
    rule = s.get("resize", "stretch")
    if rule == "stretch":
        size = (tw, th)
    elif rule == "none":
        size = (w, h)
    elif rule == "shorter-side":
        short = s["size"]
        size = (short, short * h // w) if w <= h else (short * w // h, short)
    else:
        k = min(th / h, tw / w)
        size = (round(w * k), round(h * k))
    a = resized(image, size, FILTERS[s.get("filter", "bilinear")])
    out = np.empty((th, tw, a.shape[2]), np.float32)
    out[:] = s.get("pad", (0, 0, 0))[: a.shape[2]]
    for full, want, axis in ((size[1], th, 0), (size[0], tw, 1)):
        if full > want:
            first = int(round((full - want) / 2.0))
            a = np.take(a, range(first, first + want), axis)
    y, x = (th - a.shape[0]) // 2, (tw - a.shape[1]) // 2
    out[y:y + a.shape[0], x:x + a.shape[1]] = a
    wanted = 1 if channels == "grey" else 3
    if out.shape[2] == 1 and wanted == 3:
        out = np.repeat(out, 3, 2)
    if channels == "bgr":
        out = out[:, :, ::-1]
    out = (out.astype(np.float64) / s.get("divide", 255) - np.array(s.get("mean", 0))) / np.array(s.get("std", 1))
    return (out.transpose(2, 0, 1) if nchw else out)[None]


def cases():
    step = 1.01 / 255
    for name in FILTERS:
        yield "rgb.png", "FLOAT32", (1, 9, 7, 3), {"filter": name}, 1e-6
        yield "rgb.png", "FLOAT32", (1, 3, 31, 40), {"filter": name}, 1e-6
        yield "rgb16.png", "FLOAT32", (1, 3, 9, 7), {"filter": name}, 1e-5
    mean, std = (.485, .456, .406), (.229, .224, .225)
    yield "rgb.png", "FLOAT32", (1, 3, 8, 8), {"resize": "shorter-side", "size": 9, "mean": mean, "std": std}, 1e-5
    yield "rgb.png", "FLOAT32", (1, 8, 9, 3), {"resize": "shorter-side", "size": 13, "divide": 127.5, "mean": 1}, 1e-6
    yield "rgb.png", "FLOAT32", (1, 3, 16, 16), {"resize": "letterbox", "pad": (114, 10, 20)}, 1e-6
    yield "rgb.png", "UINT8", (1, 12, 12, 3), {"channels": "bgr", "divide": 1}, 0
    yield "rgb.png", "FLOAT32", (1, 17, 23, 3), {"resize": "none"}, 1e-6
    yield "rgb.png", "FLOAT32", (1, 1, 9, 9), {"channels": "grey"}, 1e-6
    yield "rgb.png", "FLOAT16", (1, 3, 9, 9), {"filter": "bicubic"}, 1e-3
    for name in ("rgb.bmp", "rgb.tif", "grey.png", "grey.tif", "rgba.png", "grey_alpha.png", "bits.png", "palette.png",
                 "palette.bmp", "orientation6.png", "orientation8.tif"):
        yield name, "FLOAT32", (1, 3, 10, 11), {"filter": "bicubic"}, 1e-6
    yield "rgba.png", "FLOAT32", (1, 3, 10, 11), {"background": (0, 100, 200)}, 1e-6
    yield "palette.png", "FLOAT32", (1, 3, 10, 11), {"background": (0, 0, 0)}, 1e-6
    for name in ("grey16.png", "grey16.tif"):
        yield name, "FLOAT32", (1, 10, 11, 1), {"channels": "grey", "divide": 127.5, "mean": 1}, 1e-5
        yield name, "FLOAT32", (1, 3, 10, 11), {"filter": "lanczos"}, 1e-5
    for o in range(1, 9):
        yield f"orientation{o}.jpg", "FLOAT32", (1, 3, 20, 16), {}, 2 * step
    yield "progressive.jpg", "FLOAT32", (1, 3, 20, 16), {}, 2 * step
    yield "grey.jpg", "FLOAT32", (1, 20, 16, 1), {"channels": "grey"}, 2 * step


def text(value):
    return ",".join(map(str, value)) if isinstance(value, tuple) else str(value)


def main():
    pictures()
    lines = []
    for i, (name, kind, shape, settings, tolerance) in enumerate(cases()):
        nchw = shape[1] in (1, 3)
        expected = reference(name, shape, nchw, settings)
        np.save(OUT / f"case{i}.npy", expected.astype(np.uint8 if kind == "UINT8" else np.float32))
        card = ";".join(f"{k}={text(v)}" for k, v in settings.items())
        lines.append(f"{name}|{kind}|{text(shape)}|{card}|case{i}.npy|{tolerance:g}")
    (OUT / "cases.txt").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
