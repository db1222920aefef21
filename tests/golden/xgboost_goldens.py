#!/usr/bin/env python3
# Copyright (c) 2026 The Loupe authors.
# This program and the accompanying materials are made available under the terms of the
# Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
# SPDX-License-Identifier: EPL-2.0
"""Trains small models with seven versions of XGBoost, and writes their files and what the same version answers.

    python3.11 -m venv VENV && VENV/bin/pip install numpy
    VENV/bin/python tests/golden/xgboost_goldens.py [--maven mvn] [--repository FOLDER] [--jar VERSION=FILE]...

from the top of the repository, on Linux of 64 bits, with a JDK (JAVA_HOME). The native libraries are those of the
packages ml.dmlc:xgboost4j of Maven Central. Written below golden/xgboost of org.loupe.trees:

    inputs.npy                [rows, features]; the first rows are of the training data, the last ones are odd
    VERSION/NAME.json, .ubj   the model as that version saves it; .model is the binary format, .buffer what a pickled
                              booster holds, NAME-sums.*.txt and .json are dumps
    VERSION/NAME.npy          [rows, outputs, n]: margin, answer, and, if n > 2, the contributions and the approximate
                              contributions of the features, the expected value last; NaN what is not answered
    VERSION/NAME-sums.npy     the same without the base score, which dumps do not hold
    VERSION/NAME.pairs.npy    [rows, outputs, features + 1, features + 1] interactions of the first rows
"""
import argparse
import pathlib
import shutil
import subprocess
import sys
import tempfile

import numpy as np

from xgboost_library import F, Failure, Library, extract, jar

OUT = pathlib.Path("bundles/org.loupe.trees/src_test/org/loupe/trees/internal/golden/xgboost")
VERSIONS = ("0.90", "1.0.0", "1.3.1", "1.7.6", "2.1.4", "3.0.4", "3.4.0")
USUAL = {"0.90": ["deprecated"], "1.0.0": ["json"], "1.3.1": ["deprecated"], "1.7.6": ["ubj"],
         "2.1.4": ["json", "deprecated"], "3.0.4": ["ubj"], "3.4.0": ["json"]}
FEATURES = 7
TRAINED = 200
PAIRED = 4
NAMES = ["age", "ขนาด รอบเอว", "身高 (cm)", "a\"b\\c", "x=1,yes=2", "code:{1}", "é€😀"]
PLAIN = [n.replace("\"", "'").replace("\\", "/") for n in NAMES]  # as old dumps write names as they are
WORDS = {5: [f"{place} 房间" for place in range(11)] + ["ห้อง"], 6: ["red", "deep green", "violet"]}
CODES = ["float"] * 5 + ["c", "c"]
EVERY = ("reg:squarederror", "reg:logistic", "binary:logistic", "binary:logitraw", "binary:hinge", "multi:softmax",
         "multi:softprob", "count:poisson", "reg:gamma", "reg:tweedie", "rank:pairwise", "rank:ndcg", "rank:map",
         "survival:cox", "survival:aft", "reg:squaredlogerror", "reg:pseudohubererror", "reg:absoluteerror",
         "reg:quantileerror", "reg:expectileerror")
SOME = ("reg:logistic", "binary:logitraw", "binary:hinge", "multi:softprob", "count:poisson", "reg:gamma",
        "survival:cox", "survival:aft", "reg:absoluteerror", "reg:quantileerror")
EXTRA = {"reg:quantileerror": dict(quantile_alpha="[0.1,0.5,0.9]", tree_method="hist"),
         "reg:expectileerror": dict(expectile_alpha="[0.2,0.5,0.8]", tree_method="hist"),
         "reg:tweedie": dict(tweedie_variance_power=1.3), "reg:pseudohubererror": dict(huber_slope=0.7),
         "survival:aft": dict(aft_loss_distribution="logistic", aft_loss_distribution_scale=0.8),
         "multi:softmax": dict(num_class=3), "multi:softprob": dict(num_class=3)}


def data():
    """Features that are coarse, smooth, whole, mostly missing, of wide range, and two of codes."""
    rng = np.random.default_rng(5)
    x = np.stack([np.round(rng.normal(size=TRAINED) * 4) / 4, rng.normal(size=TRAINED),
                  rng.integers(0, 10, TRAINED), rng.normal(size=TRAINED), np.exp(3 * rng.normal(size=TRAINED)),
                  rng.integers(0, 12, TRAINED), rng.integers(0, 3, TRAINED)], axis=1).astype(F)
    score = (x[:, 0] * (x[:, 2] > 4) + np.sin(2 * x[:, 1]) + 0.2 * np.log(x[:, 4]) + np.cos(x[:, 5] * 2)
             + (x[:, 6] == 1) + 0.3 * rng.normal(size=TRAINED))
    x[rng.random(TRAINED) < 0.6, 3] = np.nan
    x[:, :5][rng.random((TRAINED, 5)) < 0.05] = np.nan
    x[::23, 5] = np.nan
    score += np.where(np.isnan(x[:, 3]), 0.7, 0)
    odd = x[28:40].copy()
    odd[0] = np.nan
    odd[1] = 0
    odd[2] = -0.0
    odd[3, :5] = 3e38
    odd[4, :5] = -3e38
    odd[5, :5] = 1e-42
    odd[6:, 5] = [-1, -0.5, 2.7, 11.999, 40, 16777216]
    odd[6:, 6] = [1.5, -0.0, 3, 300, 2147483648, 1e30]
    return x, score, np.concatenate([x[:28], odd])


def labels(objective, score):
    if objective in ("reg:logistic", "binary:logistic", "binary:logitraw", "binary:hinge"):
        return dict(label=score > 0.5)
    if objective.startswith("multi:"):
        return dict(label=np.digitize(score, [-0.3, 1]))
    if objective.startswith("rank:"):
        return dict(label=np.digitize(score, [0.5] if objective == "rank:map" else [-0.5, 0.5, 1.5]), group=[20] * 10)
    if objective == "survival:cox":
        return dict(label=np.where(score > 1.5, -1, 1) * np.exp(score))
    if objective == "survival:aft":
        return dict(label_lower_bound=np.exp(score), label_upper_bound=np.where(score > 1.5, np.inf, np.exp(score)))
    if objective == "count:poisson":
        return dict(label=np.round(np.exp(score)))
    if objective in ("reg:gamma", "reg:tweedie", "reg:squaredlogerror"):
        return dict(label=np.exp(score))
    return dict(label=10 * score)


class Writer:
    def __init__(self, library, folder):
        self.library = library
        self.folder = folder
        self.x, self.score, self.inputs = data()
        self.usual = USUAL[".".join(map(str, library.version))]
        self.answered = {}
        self.whole = library.version in ((0, 90), (2, 1, 4), (3, 4, 0))
        self.documents = [f for f in self.usual if f != "deprecated"] or ["ubj"]

    def at_least(self, *version):
        return self.library.version >= version

    def fit(self, objective, rounds=2, types=None, x=None, missing=np.nan, facts=None, **parameters):
        table = self.library.table(self.x if x is None else x, missing, types,
                                   **(facts or labels(objective, self.score)))
        settings = dict(dict(objective=objective, max_depth=2, eta=0.5, tree_method="exact"),
                        **EXTRA.get(objective, {}))
        booster = self.library.booster([table], **dict(settings, **parameters))
        return booster.train(table, rounds)

    def answers(self, name, booster, outputs, contributions=False, pairs=False, types=None, trees=0, base=False,
                **table):
        rows = len(self.inputs)
        if base:
            table["base_margin"] = np.zeros((rows, outputs) if self.at_least(1, 7) else rows * outputs, F)
        asked = self.library.table(table.pop("x", self.inputs), types=types, **table)
        parts = [booster.predict(asked, rows, kind, trees).reshape(rows, -1, 1) for kind in ("margin", "value")]
        assert parts[0].shape[1] == outputs, (name, parts[0].shape)
        self.answered[name] = asked, parts[0], trees
        parts[1] = np.broadcast_to(parts[1], parts[0].shape)
        for kind in ("contribs", "approximate") if contributions else ():
            try:
                parts.append(booster.predict(asked, rows, kind, trees).reshape(rows, outputs, FEATURES + 1))
            except Failure as e:
                print("   ", self.library.version, name, "gives no", kind, str(e)[-120:])
                parts.append(np.full((rows, outputs, FEATURES + 1), np.nan, F))
        np.save(self.folder / f"{name}.npy", np.concatenate(parts, axis=2))
        if pairs:
            found = booster.predict(asked, rows, "interactions", trees)
            np.save(self.folder / f"{name}.pairs.npy",
                    found.reshape(rows, outputs, FEATURES + 1, FEATURES + 1)[:PAIRED])

    def save(self, name, booster, formats=None):
        """Writes some of the formats that the version has, or all. The file must answer as the model does when the
        same version loads it, and save_raw give the same bytes."""
        table, margins, trees = self.answered[name]
        for format in formats or (["json"] if self.at_least(1, 0) else []) + (["ubj"] if self.at_least(1, 7) else []) \
                + ([] if self.at_least(3, 0) else ["deprecated"]):
            file = self.folder / f"{name}.{format}"
            booster.save(file)
            if format != "json" or self.at_least(1, 7):
                assert file.read_bytes() == booster.raw(format), file
            try:
                loaded = self.library.booster([]).load(file).predict(table, len(self.inputs), "margin", trees)
                assert np.allclose(loaded.ravel(), margins.ravel(), rtol=1e-5, atol=1e-5), file
            except Failure as e:  # version 1.0.0 cannot load its own files of pruned trees
                assert "deleted_nodes" in str(e) and not self.at_least(1, 3), e
            if format == "deprecated":
                file.rename(file.with_suffix(".model"))

    def dump(self, name, booster, types, kinds):
        for kind in kinds:
            stats = kind != "plain"
            given = (NAMES if self.at_least(2, 0) else PLAIN, types) if kind == "names" else ()
            for format in ("text", "json"):
                trees = booster.dump(format, stats, *given)
                if format == "json":
                    content = "[\n" + ",\n".join(trees) + "\n]"
                else:
                    content = "".join(f"booster[{i}]:\n{tree}" for i, tree in enumerate(trees))
                (self.folder / f"{name}.{kind}.{'json' if format == 'json' else 'txt'}").write_text(content)

    def objectives(self):
        """Every objective, with a base score that is given and one that the library finds."""
        for objective in EVERY if self.whole else SOME:
            outputs = 3 if objective.split(":")[1] in ("softmax", "softprob", "quantileerror", "expectileerror") else 1
            for kind in ("given", "found"):
                if kind == "found" and not self.at_least(1, 7):
                    continue
                name = objective.replace(":", "-") + "-" + kind
                base = {} if kind == "found" else dict(base_score=0.3)
                try:
                    booster = self.fit(objective, **base)
                except Failure as e:
                    assert any(t in str(e) for t in ("Unknown objective", "Invalid Parameter", "Unknown metainfo")), e
                    print("   ", self.library.version, "has no", objective)
                    break
                self.answers(name, booster, outputs)
                self.save(name, booster, self.usual)

    def boosters(self):
        trees = self.fit("reg:squarederror", 4, max_depth=4, base_score=2.5)
        self.answers("trees", trees, 1, True, True)
        self.answers("trees-sums", trees, 1, True, base=True)
        self.save("trees", trees)
        if self.library.version in ((1, 0, 0), (2, 1, 4), (3, 4, 0)):
            (self.folder / "trees.buffer").write_bytes(trees.serialised())
        self.dump("trees-sums", trees, ["q"] * FEATURES, ("stats", "names") if self.whole else ("stats",))
        if not self.at_least(1, 3) and not self.whole:
            self.dump("trees-sums", trees, None, ("plain",))
        if self.whole:
            whole = self.fit("count:poisson", 2, max_depth=3)
            self.answers("whole-sums", whole, 1, base=True)
            self.dump("whole-sums", whole, ["q", "q", "int", "q", "q", "int", "int"], ("names",))

        for kind, base in (("given", dict(base_score=0.3)), ("found", {})):
            none = self.fit("binary:logistic", 0, **base)
            self.answers("none-" + kind, none, 1)
            self.save("none-" + kind, none, self.usual)
        named = self.fit("binary:logistic", 4, max_depth=3, scale_pos_weight=2.5, base_score=0.3)
        named.describe("feature_name", NAMES)
        named.attribute("best_iteration", "1")
        named.attribute("best_score", "0.5")
        self.answers("named", named, 1, True, True)
        self.save("named", named)
        classes = self.fit("multi:softprob", 3, max_depth=3)
        self.answers("classes", classes, 3, True, True)
        self.save("classes", classes, self.usual)
        if self.at_least(1, 3):
            part = classes.slice(1, 3)
            self.answers("slice", part, 3, True)
            self.save("slice", part, self.usual)

        dart = self.fit("reg:squarederror", 5, booster="dart", rate_drop=0.5, max_depth=3, base_score=0.5)
        # Contributions of version 0.90 leave out the weights of dropped trees, and do not add up.
        self.answers("dart", dart, 1, self.at_least(1, 0), trees=0 if self.at_least(1, 0) else 5)
        self.save("dart", dart, None if self.whole else self.usual)
        forest = self.fit("binary:logistic", 2, num_parallel_tree=3, subsample=0.6, colsample_bynode=0.6, max_depth=3,
                          tree_method="hist")
        self.answers("forest", forest, 1, True)
        self.save("forest", forest, self.usual)
        leaves = self.fit("reg:squarederror", 3, tree_method="hist", grow_policy="lossguide", max_leaves=9,
                          max_depth=0, monotone_constraints="(1,0,-1,0,0,0,0)")
        self.answers("lossguide", leaves, 1, True)
        self.save("lossguide", leaves, self.usual)
        pruned = self.fit("reg:squarederror", 2, gamma=300, max_depth=4)
        self.answers("pruned", pruned, 1, True)
        self.save("pruned", pruned, self.usual)
        filled = np.where(np.isnan(self.x), F(-999), self.x)
        missing = self.fit("reg:squarederror", 3, x=filled, missing=-999, max_depth=4)
        self.answers("missing", missing, 1, True, x=np.where(np.isnan(self.inputs), F(-999), self.inputs),
                     missing=-999)
        self.save("missing", missing, self.usual)
        for name, objective, outputs in (("linear", "binary:logistic", 1), ("linear-classes", "multi:softprob", 3)):
            linear = self.fit(objective, 3, booster="gblinear", updater="coord_descent", tree_method="auto")
            self.answers(name, linear, outputs)
            self.save(name, linear, None if outputs == 1 else self.usual)
        if self.at_least(3, 4):
            self.words()
        if self.at_least(1, 7):
            self.targets()
            self.categories()

    def targets(self):
        two = np.stack([self.score, np.sin(self.score)], axis=1)
        pair = self.fit("reg:squarederror", 3, facts=dict(label=two), tree_method="hist")
        self.answers("targets", pair, 2, True)
        self.save("targets", pair, self.documents)
        marks = self.fit("binary:logistic", 3, facts=dict(label=two > 0.3), tree_method="hist")
        self.answers("marks", marks, 2, True)
        self.save("marks", marks, self.documents)
        if self.at_least(2, 0):
            for name, objective, facts, outputs in (
                    ("vectors", "reg:squarederror", dict(label=two), 2),
                    ("vectors-classes", "multi:softprob", labels("multi:softprob", self.score), 3)):
                vectors = self.fit(objective, 3, facts=facts, tree_method="hist", multi_strategy="multi_output_tree",
                                   max_depth=3)
                self.answers(name, vectors, outputs, True)
                self.save(name, vectors, self.documents)
                if self.at_least(3, 4):
                    self.answers(name + "-sums", vectors, outputs, base=True)
                    self.dump(name + "-sums", vectors, None, ("plain", "stats"))

    def words(self):
        columns = np.nan_to_num(self.x)
        table = self.library.columns(columns.T, WORDS, CODES, **labels("reg:squarederror", self.score))
        booster = self.library.booster([table], objective="reg:squarederror", max_depth=3, tree_method="hist")
        booster.train(table, 3)
        self.answers("words", booster, 1, True, types=CODES)
        self.save("words", booster)

    def categories(self):
        for name, most, base in (("sets", 1, 0.5), ("one-hot", 64, 0.5), ("mixed", 4, None)):
            booster = self.fit("reg:squarederror", 3, CODES, tree_method="hist", max_cat_to_onehot=most, max_depth=3,
                               min_child_weight=2, **({} if base is None else dict(base_score=base)))
            booster.describe("feature_type", CODES)
            self.answers(name, booster, 1, True, name == "sets", CODES)
            self.save(name, booster, self.documents)
            if name == "mixed":
                self.answers(name + "-sums", booster, 1, True, types=CODES, base=True)
                self.dump(name + "-sums", booster, CODES, ("names",))


def write(version, native, folder):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    writer = Writer(Library(version, native), folder)
    writer.objectives()
    writer.boosters()
    np.save(folder.parent / "inputs.npy", writer.inputs)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--maven", default="mvn")
    parser.add_argument("--repository", type=pathlib.Path, help="Maven's local repository; default: a temporary one")
    parser.add_argument("--jar", action="append", default=[], metavar="VERSION=FILE")
    parser.add_argument("--one", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        write(options.one[0], *map(pathlib.Path, options.one[1:]))
        return
    given = dict(j.split("=", 1) for j in options.jar)
    with tempfile.TemporaryDirectory() as temporary:
        here = pathlib.Path(temporary)
        repository = (options.repository or here / "repository").resolve()
        for version in VERSIONS:
            package = given.get(version) or jar(version, options.maven, repository)
            native = extract(package, here / version)
            subprocess.run([sys.executable, __file__, "--one", version, native, OUT / version], check=True)


if __name__ == "__main__":
    main()
