#!/usr/bin/env python3
# Copyright (c) 2026 The Loupe authors.
# This program and the accompanying materials are made available under the terms of the
# Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
# SPDX-License-Identifier: EPL-2.0
"""Writes Shapley values of small LightGBM models by LightGBM and by shap, for the tests of tree ensembles.

    python3.11 -m venv VENV && VENV/bin/pip install lightgbm==4.7.0 shap==0.51.0
    VENV/bin/python tests/golden/shap_goldens.py

from the top of the repository. Models are trained on generated data with fixed seeds. Of each model NAME it writes

    NAME.model               the model as text
    NAME.inputs.npy          [rows, features]
    NAME.background.npy      [20, features]
    NAME.contribs.npy        [rows, outputs, features + 1] path-dependent values by LightGBM, the expected value last
    NAME.interventional.npy  the same against the background
    NAME.interactions.npy    [rows, outputs, features, features] path-dependent, main effects on the diagonal

all of raw scores. The shap package has no categorical splits; there, interventional values and interactions follow from
their definition: the value of every set of features, worked out one by one."""
import itertools
import math
import pathlib

import lightgbm as lgb
import numpy as np
import shap

OUT = pathlib.Path("bundles/org.loupe.trees/src_test/org/loupe/trees/internal/golden/shap")
ROWS = 40
PLAIN = dict(verbose=-1, num_threads=1, deterministic=True, force_col_wise=True, seed=1, min_data_in_leaf=5,
             min_data_per_group=5, cat_smooth=1, learning_rate=0.3)


def data(rng, rows, features):
    x = rng.normal(size=(rows, features))
    x[:, 1] = np.round(x[:, 1])
    return x


def trained(x, y, rounds, categorical="auto", **parameters):
    return lgb.train(dict(PLAIN, **parameters), lgb.Dataset(x, y, categorical_feature=categorical), rounds)


def models():
    rng = np.random.default_rng(5)
    x = data(rng, 400, 6)
    signal = x[:, 0] * 1.5 + x[:, 1] * x[:, 2] + np.sin(3 * x[:, 3])
    noise = rng.normal(size=400)
    yield "binary", trained(x, signal + noise > 0, 15, objective="binary", num_leaves=8), x
    yield "regression", trained(x, signal + noise, 12, objective="regression", num_leaves=12), x
    yield "multiclass", trained(x, np.digitize(signal + noise, [-1, 1]), 6, objective="multiclass", num_class=3,
                                num_leaves=6), x
    yield "dart", trained(x, signal + noise, 12, objective="regression", boosting="dart", drop_rate=0.4,
                          num_leaves=7), x
    x = data(rng, 400, 5)
    x[:, 4] = rng.integers(0, 9, 400)
    y = x[:, 0] + np.where(np.isin(x[:, 4], [1, 4, 7]), 2, -1) * x[:, 1] + noise
    x[rng.random(x.shape) < 0.15] = np.nan
    yield "categorical", trained(x, y, 10, [4], objective="regression", num_leaves=8), x


def leaves_below(node, x, known):
    """Value of a tree with only some features known: both ways, by how many rows went each, where one is not."""
    if "leaf_value" in node:
        return node["leaf_value"]
    left, right = node["left_child"], node["right_child"]
    if node["split_feature"] in known:
        return leaves_below(left if goes_left(node, x[node["split_feature"]]) else right, x, known)
    a, b = (c.get("internal_count", c.get("leaf_count")) for c in (left, right))
    return (a * leaves_below(left, x, known) + b * leaves_below(right, x, known)) / (a + b)


def goes_left(node, value):
    if node["decision_type"] == "==":
        return not np.isnan(value) and str(int(value)) in node["threshold"].split("||")
    if np.isnan(value) and node["missing_type"] == "NaN":
        return node["default_left"]
    return (0 if np.isnan(value) else value) <= node["threshold"]


def subsets(features):
    return [frozenset(s) for n in range(features + 1) for s in itertools.combinations(range(features), n)]


def shapley(worth, features):
    """Values from the worth of every set, and the worth of none last."""
    out = []
    for i in range(features):
        out.append(sum(math.factorial(len(s)) * math.factorial(features - len(s) - 1) / math.factorial(features)
                       * (worth[s | {i}] - worth[s]) for s in worth if i not in s))
    return out + [worth[frozenset()]]


def interactions(worth, features):
    """Shapley interaction values, half of an interaction at each of its two places."""
    out = np.zeros((features, features))
    for i, j in itertools.combinations(range(features), 2):
        out[i, j] = out[j, i] = sum(
            math.factorial(len(s)) * math.factorial(features - len(s) - 2) / (2 * math.factorial(features - 1))
            * (worth[s | {i, j}] - worth[s | {i}] - worth[s | {j}] + worth[s])
            for s in worth if i not in s and j not in s)
    np.fill_diagonal(out, np.array(shapley(worth, features)[:-1]) - out.sum(1))
    return out


def by_definition(model, x, background):
    features = x.shape[1]
    trees = [t["tree_structure"] for t in model.dump_model()["tree_info"]]
    values, pairs = [], []
    for row in x:
        worth = {}
        for s in subsets(features):
            mixed = background.copy()
            mixed[:, sorted(s)] = row[sorted(s)]
            worth[s] = model.predict(mixed, raw_score=True).mean()
        values.append(shapley(worth, features))
        pairs.append(interactions({s: sum(leaves_below(t, row, s) for t in trees) for s in subsets(features)},
                                  features))
    return np.array(values)[:, None], np.array(pairs)[:, None]


def by_package(model, x, background):
    # A booster of several outputs is taken for one of a single output, unless a classifier wraps it.
    explained = model
    if model.num_model_per_iteration() > 1:
        explained = lgb.LGBMClassifier()
        explained._Booster, explained._n_classes, explained.fitted_ = model, model.num_model_per_iteration(), True
        explained._objective, explained._n_features = "multiclass", x.shape[1]
    explainer = shap.TreeExplainer(explained, background, feature_perturbation="interventional")
    values = stacked(explainer.shap_values(x, check_additivity=False), 2)
    base = np.broadcast_to(np.reshape(explainer.expected_value, (1, -1, 1)), values.shape[:2] + (1,))
    pairs = shap.TreeExplainer(explained).shap_interaction_values(x)
    return np.concatenate([values, base], 2), stacked(pairs, 3)


def stacked(values, rank):
    """With outputs on the axis after rows."""
    values = np.stack(values, -1) if isinstance(values, list) else np.asarray(values)
    return values[:, None] if values.ndim == rank else np.moveaxis(values, -1, 1)


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    for name, model, x in models():
        rows, background = x[:ROWS], x[200:220]
        outputs = model.num_model_per_iteration()
        contribs = model.predict(rows, pred_contrib=True).reshape(ROWS, outputs, -1)
        values, pairs = (by_definition if name == "categorical" else by_package)(model, rows, background)
        raw = model.predict(rows, raw_score=True).reshape(ROWS, outputs)
        for what in (contribs, values):
            assert np.abs(what.sum(2) - raw).max() < 1e-6, name
        assert np.abs(pairs.sum(3) - contribs[:, :, :-1]).max() < 1e-5, name
        (OUT / f"{name}.model").write_text(model.model_to_string())
        for what, array in dict(inputs=rows, background=background, contribs=contribs, interventional=values,
                                interactions=pairs).items():
            np.save(OUT / f"{name}.{what}.npy", np.ascontiguousarray(array, dtype=np.float64))


if __name__ == "__main__":
    main()
