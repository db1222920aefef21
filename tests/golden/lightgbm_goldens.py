#!/usr/bin/env python3
# Copyright (c) 2026 The Loupe authors.
# This program and the accompanying materials are made available under the terms of the
# Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
# SPDX-License-Identifier: EPL-2.0
"""Writes small LightGBM models of every kind and what LightGBM answers, for the tests of tree ensembles.

    VENV/bin/python tests/golden/lightgbm_goldens.py

from the top of the repository, in the environment of shap_goldens.py with pandas. Models are trained on generated data
with fixed seeds. Of each model NAME it writes NAME.model, NAME.inputs.npy [rows, features], NAME.margins.npy and
NAME.predictions.npy [rows, outputs], and NAME.leaves.npy [rows, trees], the leaf of each tree. Inputs have missing
values, zeros, tiny numbers, categories that training never saw, and values at thresholds. The raw scores of a random
forest are divided by its trees, which LightGBM does before it applies the objective."""
import pathlib

import lightgbm as lgb
import numpy as np
import pandas

OUT = pathlib.Path("bundles/org.loupe.trees/src_test/org/loupe/trees/internal/golden/lightgbm")
TRAINED = 500
ROWS = 40
PLAIN = dict(verbose=-1, num_threads=1, deterministic=True, force_col_wise=True, seed=1, min_data_in_leaf=5,
             min_data_per_group=5, cat_smooth=1, learning_rate=0.3, num_leaves=6, max_bin=63)
COLOURS = ["red", "blue", "deep green", "violet", "black"]


def table(rng):
    x = rng.normal(size=(TRAINED, 5))
    x[:, 1] = rng.integers(0, 3, TRAINED)
    x[:, 4] = rng.integers(0, 40, TRAINED)
    signal = x[:, 0] + x[:, 1] * x[:, 2] + np.where(np.isin(x[:, 4], [2, 3, 35, 36]), 1.5, -0.5)
    return x, signal + 0.5 * rng.normal(size=TRAINED)


def holes(rng, x, codes):
    """Negative numbers above -1 stand in no column of codes: formats differ in which code they are."""
    kept = x[:, codes].copy()
    x = x.copy()
    for value in (np.nan, 0, 1e-36, -1e-36, 1e-34):
        x[rng.random(x.shape) < 0.05] = value
    x[:, codes] = kept
    for column in codes:
        x[:8, column] = [41, 63, 64, 1e6, -1, 7.9, np.nan, 1e12]
    return x


def train(x, y, categorical="auto", rounds=5, group=None, **parameters):
    return lgb.train(dict(PLAIN, **parameters), lgb.Dataset(x, y, categorical_feature=categorical, group=group), rounds)


def models(rng):
    x, y = table(rng)
    positive = np.exp(0.4 * y)
    share = 1 / (1 + np.exp(-y))
    classes = np.digitize(y, [-0.7, 0.9])
    yield "binary", train(x, y > 0, objective="binary", sigmoid=1.7), x, []
    yield "multiclass", train(x, classes, objective="multiclass", num_class=3, rounds=3), x, []
    yield "multiclassova", train(x, classes, objective="multiclassova", num_class=3, sigmoid=0.8, rounds=3), x, []
    yield "forest", train(x, y > 0, objective="binary", boosting="rf", bagging_freq=1, bagging_fraction=0.6), x, []
    yield "forest-classes", train(x, classes, objective="multiclass", num_class=3, boosting="rf", bagging_freq=1,
                                  bagging_fraction=0.6, rounds=3), x, []
    for name in ("poisson", "gamma", "tweedie"):
        yield name, train(x, positive, objective=name), x, []
    yield "sqrt", train(x, y * np.abs(y), objective="regression", reg_sqrt=True), x, []
    for name in ("regression_l1", "huber", "fair", "quantile", "mape"):
        yield name, train(x, y + 3, objective=name, rounds=3), x, []
    yield "cross_entropy", train(x, share, objective="cross_entropy"), x, []
    yield "cross_entropy_lambda", train(x, share, objective="cross_entropy_lambda"), x, []
    yield "lambdarank", train(x, classes, objective="lambdarank", group=[20] * 25), x, []
    yield "rank_xendcg", train(x, classes, objective="rank_xendcg", group=[20] * 25, rounds=3), x, []
    yield "dart", train(x, y, objective="regression", boosting="dart", drop_rate=0.5, rounds=8), x, []
    yield "stumps", train(x, y, objective="regression", min_data_in_leaf=1000, rounds=2), x, []
    yield "linear", train(x, y, objective="regression", linear_tree=True), x, []
    missing = holes(rng, x, [])
    yield "missing-nan", train(missing, y, objective="regression", rounds=8), missing, []
    yield "missing-zero", train(missing, y, objective="regression", zero_as_missing=True, rounds=8), missing, []
    yield "missing-none", train(missing, y, objective="regression", use_missing=False, rounds=8), missing, []
    yield "linear-missing", train(missing, y, objective="regression", linear_tree=True), missing, []
    yield "categories", train(x, y, [1, 4], objective="regression", rounds=8), x, [1, 4]
    frame = pandas.DataFrame({"size": x[:, 0], "colour of it": pandas.Categorical.from_codes(
        (x[:, 4] % 5).astype(int), COLOURS), "b": x[:, 2]})
    yield "words", train(frame, y, objective="regression"), np.stack([x[:, 0], x[:, 4] % 5, x[:, 2]], 1), [1]


def thresholds(node):
    if "threshold" in node:
        if node["decision_type"] == "<=":
            yield node["split_feature"], node["threshold"]
        yield from thresholds(node["left_child"])
        yield from thresholds(node["right_child"])


def inputs(rng, model, x, codes):
    rows = holes(rng, x[:ROWS], codes)
    exact = [t for tree in model.dump_model()["tree_info"] for t in thresholds(tree["tree_structure"])]
    for row, (column, value) in zip(rows[ROWS // 2:], exact):
        row[column] = value
    return rows


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(11)
    for name, model, x, codes in models(rng):
        rows = inputs(rng, model, x, codes)
        # The parser of text takes the model alone, as any reader of the file does; a table's words are codes here.
        text = model.model_to_string()
        alone = lgb.Booster(model_str=text.split("\npandas_categorical")[0] + "\npandas_categorical:null\n")
        raw = alone.predict(rows, raw_score=True)
        if "average_output" in text:
            raw = raw / (model.num_trees() // model.num_model_per_iteration())
        file = text.replace("\n", "\r\n") if name == "gamma" else text
        (OUT / f"{name}.model").write_bytes(file.encode())
        arrays = dict(inputs=rows, margins=raw.reshape(ROWS, -1), predictions=alone.predict(rows).reshape(ROWS, -1))
        for what, array in arrays.items():
            np.save(OUT / f"{name}.{what}.npy", np.ascontiguousarray(array, dtype=np.float64))
        leaves = alone.predict(rows, pred_leaf=True).reshape(ROWS, -1)
        np.save(OUT / f"{name}.leaves.npy", np.ascontiguousarray(leaves, dtype=np.int32))


if __name__ == "__main__":
    main()
