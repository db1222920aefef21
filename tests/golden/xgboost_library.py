#!/usr/bin/env python3
# Copyright (c) 2026 The Loupe authors.
# This program and the accompanying materials are made available under the terms of the
# Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
# SPDX-License-Identifier: EPL-2.0
"""XGBoost of any version from 0.90 on, through the C API of the native library in its Java package.

One process can load one version only."""
import ctypes
import json
import os
import pathlib
import shutil
import subprocess
import zipfile

import numpy as np

F = np.float32
PARENT = ("<project><modelVersion>4.0.0</modelVersion><groupId>ml.dmlc</groupId><artifactId>{0}</artifactId>"
          "<version>{1}</version><packaging>pom</packaging></project>")


def jar(version, maven, repository):
    """The package from Maven Central. Parents of its project are made up: the jar alone is wanted, and some are not
    published."""
    artifact = "xgboost4j" if version.startswith("0.") else "xgboost4j_2.12"
    for parent in ("xgboost-jvm", "xgboost-jvm_2.12"):
        folder = repository / "ml/dmlc" / parent / version
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{parent}-{version}.pom").write_text(PARENT.format(parent, version))
    out = repository / "ml/dmlc" / artifact / version / f"{artifact}-{version}.jar"
    if not out.exists():
        subprocess.run([maven, "-q", "dependency:get", f"-Dmaven.repo.local={repository}",
                        f"-Dartifact=ml.dmlc:{artifact}:{version}", "-Dtransitive=false"], check=True)
    return out


def extract(package, folder):
    with zipfile.ZipFile(package) as content:
        name = next(n for n in content.namelist()
                    if n in ("lib/linux/x86_64/libxgboost4j.so", "lib/libxgboost4j.so"))
        return pathlib.Path(content.extract(name, folder))


def virtual_machine():
    """The library of a JDK, which older packages are linked with; it is loaded and not started."""
    home = os.environ.get("JAVA_HOME")
    home = pathlib.Path(home) if home else pathlib.Path(shutil.which("java")).resolve().parents[1]
    return home / "lib/server/libjvm.so"


class Failure(Exception):
    pass


class Library:
    def __init__(self, version, file):
        ctypes.CDLL(str(virtual_machine()), ctypes.RTLD_GLOBAL)
        self.version = tuple(map(int, version.split(".")))
        self.native = ctypes.CDLL(str(file))
        self.native.XGBGetLastError.restype = ctypes.c_char_p

    def call(self, name, *arguments):
        if getattr(self.native, name)(*arguments) != 0:
            raise Failure(self.native.XGBGetLastError().decode(errors="replace").split("Stack trace")[0].strip())

    def has(self, name):
        return hasattr(self.native, name)

    def table(self, x, missing=np.nan, types=None, **facts):
        """@param facts as label, weight, base_margin, label_lower_bound: numbers; group: sizes"""
        x = np.ascontiguousarray(x, F)
        out = ctypes.c_void_p()
        self.call("XGDMatrixCreateFromMat", x.ctypes.data_as(ctypes.c_void_p), ctypes.c_uint64(x.shape[0]),
                  ctypes.c_uint64(x.shape[1]), ctypes.c_float(missing), ctypes.byref(out))
        return self.describe(out, types, facts)

    def columns(self, columns, words, types, **facts):
        """A table whose columns of codes have words. @param words by column, texts in the order of their codes"""
        held = [np.ascontiguousarray(c, np.int32 if i in words else F) for i, c in enumerate(columns)]
        shown = [array(c) for c in held]
        for i, names in words.items():
            encoded = [n.encode() for n in names]
            held += [np.cumsum([0] + [len(n) for n in encoded]).astype(np.int32),
                     np.frombuffer(b"".join(encoded), np.int8)]
            shown[i] = [dict(offsets=array(held[-2]), values=array(held[-1])), shown[i]]
        out = ctypes.c_void_p()
        self.call("XGDMatrixCreateFromColumnar", json.dumps(shown).encode(), b'{"missing": NaN, "nthread": 1}',
                  ctypes.byref(out))
        return self.describe(out, types, facts)

    def describe(self, out, types, facts):
        if types:
            self.call("XGDMatrixSetStrFeatureInfo", out, b"feature_type", texts(types), ctypes.c_uint64(len(types)))
        for name, value in facts.items():
            value = np.ascontiguousarray(value, np.uint32 if name == "group" else F)
            if name == "group" and self.version < (1, 0):
                self.call("XGDMatrixSetGroup", out, value.ctypes.data_as(ctypes.c_void_p), ctypes.c_uint64(len(value)))
            elif self.version >= (1, 7):
                self.call("XGDMatrixSetInfoFromInterface", out, name.encode(),
                          json.dumps(array(value)).encode())
            else:
                self.call("XGDMatrixSetUIntInfo" if name == "group" else "XGDMatrixSetFloatInfo", out, name.encode(),
                          value.ctypes.data_as(ctypes.c_void_p), ctypes.c_uint64(value.size))
        return out

    def booster(self, tables, **parameters):
        held = (ctypes.c_void_p * len(tables))(*[t.value for t in tables])
        handle = ctypes.c_void_p()
        self.call("XGBoosterCreate", held, ctypes.c_uint64(len(tables)), ctypes.byref(handle))
        for key, value in dict(parameters, nthread=1, seed=7, silent=1).items():
            if key != "silent" or self.version < (1, 0):
                self.call("XGBoosterSetParam", handle, key.encode(), str(value).encode())
        return Booster(self, handle)


def array(values):
    """How the library is told where numbers lie."""
    return dict(data=[values.ctypes.data, True], shape=values.shape, version=3, typestr=values.dtype.str)


def texts(values):
    return (ctypes.c_char_p * len(values))(*[v.encode() for v in values])


class Booster:
    def __init__(self, library, handle):
        self.library = library
        self.handle = handle

    def train(self, table, rounds):
        for i in range(rounds):
            self.library.call("XGBoosterUpdateOneIter", self.handle, ctypes.c_int(i), table)
        return self

    def describe(self, what, values):
        """@param what feature_name or feature_type, which versions below 1.4 do not keep"""
        if self.library.has("XGBoosterSetStrFeatureInfo"):
            self.library.call("XGBoosterSetStrFeatureInfo", self.handle, what.encode(), texts(values),
                              ctypes.c_uint64(len(values)))

    def attribute(self, key, value):
        self.library.call("XGBoosterSetAttr", self.handle, key.encode(), value.encode())

    def slice(self, begin, end):
        out = ctypes.c_void_p()
        self.library.call("XGBoosterSlice", self.handle, ctypes.c_int(begin), ctypes.c_int(end), ctypes.c_int(1),
                          ctypes.byref(out))
        return Booster(self.library, out)

    def load(self, file):
        self.library.call("XGBoosterLoadModel", self.handle, str(file).encode())
        return self

    def save(self, file):
        self.library.call("XGBoosterSaveModel", self.handle, str(file).encode())

    def serialised(self):
        """The model with its configuration, as a pickled booster holds it."""
        return self.buffer("XGBoosterSerializeToBuffer")

    def raw(self, format):
        """What {@code save_raw} of the Python package gives; in old versions the binary format only."""
        if self.library.has("XGBoosterSaveModelToBuffer"):
            return self.buffer("XGBoosterSaveModelToBuffer", json.dumps(dict(format=format)).encode())
        return self.buffer("XGBoosterGetModelRaw")

    def buffer(self, function, *arguments):
        size = ctypes.c_uint64()
        out = ctypes.c_void_p()
        self.library.call(function, self.handle, *arguments, ctypes.byref(size), ctypes.byref(out))
        return ctypes.string_at(out, size.value)

    def dump(self, format, stats, names=None, types=None):
        size = ctypes.c_uint64()
        out = ctypes.POINTER(ctypes.c_char_p)()
        if names:
            self.library.call("XGBoosterDumpModelExWithFeatures", self.handle, ctypes.c_int(len(names)), texts(names),
                              texts(types), ctypes.c_int(stats), format.encode(), ctypes.byref(size),
                              ctypes.byref(out))
        else:
            self.library.call("XGBoosterDumpModelEx", self.handle, b"", ctypes.c_int(stats), format.encode(),
                              ctypes.byref(size), ctypes.byref(out))
        return [out[i].decode() for i in range(size.value)]

    def predict(self, table, rows, kind, trees=0):
        """@param kind margin, value, contribs, approximate or interactions @return [rows, ...]"""
        out = ctypes.POINTER(ctypes.c_float)()
        if self.library.has("XGBoosterPredictFromDMatrix"):
            number = dict(value=0, margin=1, contribs=2, approximate=3, interactions=4)[kind]
            shape = ctypes.POINTER(ctypes.c_uint64)()
            rank = ctypes.c_uint64()
            self.library.call("XGBoosterPredictFromDMatrix", self.handle, table, json.dumps(dict(
                type=number, training=False, iteration_begin=0, iteration_end=0, strict_shape=True)).encode(),
                ctypes.byref(shape), ctypes.byref(rank), ctypes.byref(out))
            size = tuple(shape[i] for i in range(rank.value))
        else:
            mask = dict(value=0, margin=1, contribs=4, approximate=12, interactions=16)[kind]
            length = ctypes.c_uint64()
            training = [] if self.library.version < (1, 0) else [ctypes.c_int(0)]
            self.library.call("XGBoosterPredict", self.handle, table, ctypes.c_int(mask), ctypes.c_uint(trees),
                              *training, ctypes.byref(length), ctypes.byref(out))
            size = (rows, length.value // rows)
        return np.ctypeslib.as_array(out, shape=size).copy()
