#!/usr/bin/env python3
# Copyright (c) 2026 The Loupe authors.
# This program and the accompanying materials are made available under the terms of the
# Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
# SPDX-License-Identifier: EPL-2.0
"""Makes small models with tree ensembles of ai.onnx.ml and writes what ONNX Runtime gives for them, for the tests of
org.loupe.trees. Made with onnx 1.23.1, onnxruntime 1.30.0, scikit-learn 1.9.1, numpy 2.4.6 for Python 3.11.

Run from the top of the repository: python3 tests/golden/onnx_trees.py [../shared/data/trees/sklearnonnx_treecl.onnx]
The named model is not copied; only what it gives is written.
Beside each NAME.onnx lies NAME.json: the rows that were fed, by input; the value that the ensemble's node asks; what
the node gives, and what the model gives. Trained models are checked against scikit-learn here, too."""
import json
import pathlib
import sys

import numpy as np
import onnx
import onnxruntime as ort
from onnx import TensorProto as T
from onnx import helper as h
from onnx import numpy_helper
from sklearn.ensemble import GradientBoostingClassifier, GradientBoostingRegressor, RandomForestClassifier
from sklearn.ensemble import RandomForestRegressor
from sklearn.tree import DecisionTreeRegressor

OUT = pathlib.Path("bundles/org.loupe.trees/src_test/org/loupe/trees/internal/onnx/golden")
ML = "ai.onnx.ml"
TYPES = {T.FLOAT: np.float32, T.DOUBLE: np.float64, T.INT64: np.int64, T.STRING: object}
TREES = ("TreeEnsemble", "TreeEnsembleRegressor", "TreeEnsembleClassifier")
rng = np.random.default_rng(6)


def model(nodes, inputs, outputs, opset=3, constants=()):
    graph = h.make_graph(nodes, "g", inputs, outputs, [numpy_helper.from_array(a, n) for n, a in constants])
    return h.make_model(graph, opset_imports=[h.make_opsetid("", 17), h.make_opsetid(ML, opset)], ir_version=8,
                        producer_name="tests/golden/onnx_trees.py")


def value(name, kind, width):
    return h.make_tensor_value_info(name, kind, ["N", width] if width else ["N"])


def run(m, feeds, names):
    """The named values; inner ones are declared as outputs of a copy."""
    copy = onnx.ModelProto()
    copy.CopyFrom(m)
    there = {o.name for o in copy.graph.output}
    for name in names:
        if name not in there and name not in feeds:
            copy.graph.output.append(h.make_empty_tensor_value_info(name))
    session = ort.InferenceSession(copy.SerializeToString(), providers=["CPUExecutionProvider"])
    asked = [n for n in names if n not in feeds]
    got = dict(zip(asked, session.run(asked, feeds)))
    return [feeds[n] if n in feeds else got[n] for n in names]


def plain(array):
    """Rows of numbers or texts; of maps the numbers in their order."""
    if isinstance(array, list):
        array = np.array([list(row.values()) for row in array])
    array = np.asarray(array)
    array = array.reshape(len(array), -1)
    return [[v if isinstance(v, str) else float(v) for v in row] for row in array.tolist()]


def write(name, m, feeds, scores=None):
    """scores: name of the model's output with the answer; the last one by default."""
    OUT.mkdir(parents=True, exist_ok=True)
    node = next(n for n in m.graph.node if n.op_type in TREES)
    given = node.output[1 if node.op_type.endswith("Classifier") else 0]
    answer = scores or m.graph.output[-1].name
    asked, node_gives, model_gives = run(m, feeds, [node.input[0], given, answer])
    onnx.save(m, OUT / f"{name}.onnx")
    content = {"inputs": {k: plain(v) for k, v in feeds.items()}, "value": plain(asked),
               "scores": plain(node_gives), "answer": plain(model_gives)}
    (OUT / f"{name}.json").write_text(json.dumps(content, separators=(",", ":")) + "\n")
    return np.asarray(plain(model_gives), dtype=np.float64)


def arrays(trees, leaf_weights, kind):
    """Attributes of versions 1 and 3 for trees of scikit-learn. leaf_weights(tree, values) gives target ids and weights."""
    a = {k: [] for k in ("nodes_treeids", "nodes_nodeids", "nodes_featureids", "nodes_values", "nodes_modes",
                         "nodes_truenodeids", "nodes_falsenodeids", "nodes_hitrates", f"{kind}_treeids",
                         f"{kind}_nodeids", f"{kind}_ids", f"{kind}_weights")}
    for t, tree in enumerate(trees):
        s = tree.tree_
        for n in range(s.node_count):
            leaf = s.children_left[n] < 0
            a["nodes_treeids"].append(t)
            a["nodes_nodeids"].append(n)
            a["nodes_featureids"].append(0 if leaf else int(s.feature[n]))
            # The same way for each single-precision number as for the threshold in double precision.
            threshold = np.float32(s.threshold[n])
            if threshold > s.threshold[n]:
                threshold = np.nextafter(threshold, np.float32(-np.inf))
            a["nodes_values"].append(0.0 if leaf else float(threshold))
            a["nodes_modes"].append("LEAF" if leaf else "BRANCH_LEQ")
            a["nodes_truenodeids"].append(0 if leaf else int(s.children_left[n]))
            a["nodes_falsenodeids"].append(0 if leaf else int(s.children_right[n]))
            a["nodes_hitrates"].append(float(s.weighted_n_node_samples[n]))
            if leaf:
                for target, weight in leaf_weights(t, s.value[n]):
                    a[f"{kind}_treeids"].append(t)
                    a[f"{kind}_nodeids"].append(n)
                    a[f"{kind}_ids"].append(int(target))
                    a[f"{kind}_weights"].append(float(weight))
    return a


def regressor(value_in, out, a, targets=1, **more):
    return h.make_node("TreeEnsembleRegressor", [value_in], [out], domain=ML, n_targets=targets, **a, **more)


def classifier(value_in, a, labels, **more):
    key = "classlabels_strings" if isinstance(labels[0], str) else "classlabels_int64s"
    return h.make_node("TreeEnsembleClassifier", [value_in], ["label", "scores"], domain=ML, **{key: labels}, **a,
                       **more)


def labels_out(labels):
    return value("label", T.STRING if isinstance(labels[0], str) else T.INT64, 0)


def table(rows, columns):
    x = rng.normal(size=(rows, columns)).astype(np.float32)
    y = x[:, 0] * 2 + np.sin(x[:, 1] * 2) + x[:, 2] * x[:, 0]
    return x, y.astype(np.float64)


def same(ours, theirs, error=1e-4):
    assert np.allclose(ours, theirs, atol=error), np.abs(ours - theirs).max()


def forest_weights(count):
    return lambda t, v: [(c, p / count) for c, p in enumerate(v[0] / v[0].sum())]


def forests():
    x, y = table(160, 4)
    x_in = value("x", T.FLOAT, 4)
    three = np.digitize(y, [-1, 1])
    words = np.array(["low", "middle", "high"])
    f = RandomForestClassifier(7, max_depth=5, random_state=0).fit(x, words[three])
    a = arrays(f.estimators_, forest_weights(7), "class")
    names = f.classes_.tolist()
    got = write("forest-words", model([classifier("x", a, names)], [x_in],
                                      [labels_out(names), value("scores", T.FLOAT, 3)], 1), {"x": x[:40]})
    same(got, f.predict_proba(x[:40]))

    f = RandomForestClassifier(5, max_depth=4, random_state=1).fit(x, y > 0)
    a = arrays(f.estimators_, forest_weights(5), "class")
    zip_map = h.make_node("ZipMap", ["scores"], ["maps"], domain=ML, classlabels_int64s=[0, 1])
    maps = h.make_value_info("maps", h.make_sequence_type_proto(h.make_map_type_proto(T.INT64, h.make_tensor_type_proto(
        T.FLOAT, []))))
    got = write("forest-zipmap", model([classifier("x", a, [0, 1]), zip_map], [x_in], [labels_out([0]), maps], 1),
                {"x": x[:40]})
    same(got, f.predict_proba(x[:40]))

    two = np.stack([y, y * y], 1)
    f = RandomForestRegressor(6, max_depth=4, random_state=2).fit(x, two)
    a = arrays(f.estimators_, lambda t, v: enumerate(v[:, 0]), "target")
    got = write("forest-average", model([regressor("x", "y", a, 2, aggregate_function="AVERAGE")], [x_in],
                                        [value("y", T.FLOAT, 2)]), {"x": x[:40]})
    same(got, f.predict(x[:40]), 1e-3)


def boosted():
    x, y = table(160, 4)
    x_in = value("x", T.FLOAT, 4)
    g = GradientBoostingRegressor(n_estimators=12, max_depth=3, random_state=0).fit(x, y)
    shrunk = lambda g: lambda t, v: [(0, g.learning_rate * v[0, 0])]
    a = arrays(g.estimators_.ravel(), shrunk(g), "target")
    got = write("boosted", model([regressor("x", "y", a, base_values=[float(g.init_.constant_.item())])], [x_in],
                                 [value("y", T.FLOAT, 1)], 1), {"x": x[:40]})
    same(got[:, 0], g.predict(x[:40]))

    g = GradientBoostingClassifier(n_estimators=9, max_depth=2, random_state=0).fit(x, y > 0)
    a = arrays(g.estimators_.ravel(), shrunk(g), "class")
    prior = float(np.log((y > 0).mean() / (1 - (y > 0).mean())))
    got = write("boosted-two", model([classifier("x", a, [0, 1], post_transform="LOGISTIC", base_values=[prior])],
                                     [x_in], [labels_out([0]), value("scores", T.FLOAT, 2)], 1), {"x": x[:40]})
    same(got, g.predict_proba(x[:40]))

    three = np.digitize(y, [-1, 1])
    g = GradientBoostingClassifier(n_estimators=5, max_depth=2, random_state=0).fit(x, three)
    a = arrays(g.estimators_.ravel(), lambda t, v: [(t % 3, g.learning_rate * v[0, 0])], "class")
    priors = np.log(np.bincount(three) / len(three))
    got = write("boosted-three", model([classifier("x", a, [10, 20, 30], post_transform="SOFTMAX",
                                                   base_values=priors.tolist())], [x_in],
                                       [labels_out([0]), value("scores", T.FLOAT, 3)], 1), {"x": x[:40]})
    same(got, g.predict_proba(x[:40]), 2e-3)


def doubles():
    """Thresholds that single precision cannot tell apart."""
    x, _ = table(200, 3)
    x = 1 + x.astype(np.float64) * 1e-9
    y = np.stack([x[:, 0] - 1, x[:, 1] - 1], 1) * 1e9
    # scikit-learn rounds to single precision, so the tree is trained on what was taken off.
    d = DecisionTreeRegressor(max_depth=6, random_state=0).fit((x - 1) * 1e9, y)
    a = arrays([d], lambda t, v: enumerate(v[:, 0]), "target")
    for name in ("nodes_values", "nodes_hitrates", "target_weights"):
        a[name + "_as_tensor"] = numpy_helper.from_array(np.array(a.pop(name), np.float64), name)
    s = d.tree_
    a["nodes_values_as_tensor"] = numpy_helper.from_array(
        np.where(s.children_left < 0, 0.0, 1 + s.threshold * 1e-9), "nodes_values")
    write("doubles", model([regressor("x", "y", a, 2)], [value("x", T.DOUBLE, 3)], [value("y", T.FLOAT, 2)]),
          {"x": x[:60]})


def random_nodes(depth, columns, modes, targets, thresholds):
    """A full tree as nodes: (mode, column, threshold, yes, no, missing) and leaves [(target, weight)]."""
    inner = 2 ** depth - 1
    nodes = []
    for n in range(inner):
        column = int(rng.integers(columns))
        nodes.append((modes[int(rng.integers(len(modes)))], column, float(rng.choice(thresholds)), 2 * n + 1,
                      2 * n + 2, int(rng.integers(2))))
    leaves = [[(t, float(rng.normal())) for t in range(targets)] for _ in range(inner + 1)]
    return nodes, leaves


def classic(trees, kind, missing=True):
    a = {k: [] for k in ("nodes_treeids", "nodes_nodeids", "nodes_featureids", "nodes_values", "nodes_modes",
                         "nodes_truenodeids", "nodes_falsenodeids", "nodes_missing_value_tracks_true",
                         f"{kind}_treeids", f"{kind}_nodeids", f"{kind}_ids", f"{kind}_weights")}
    for t, (nodes, leaves) in enumerate(trees):
        rows = [(n, *row) for n, row in enumerate(nodes)]
        rows += [(len(nodes) + n, "LEAF", 0, 0.0, 0, 0, 0) for n in range(len(leaves))]
        for number, mode, column, threshold, yes, no, holds in rows:
            for key, item in zip(("nodes_treeids", "nodes_nodeids", "nodes_modes", "nodes_featureids", "nodes_values",
                                  "nodes_truenodeids", "nodes_falsenodeids", "nodes_missing_value_tracks_true"),
                                 (t, number, mode, column, threshold, yes, no, holds)):
                a[key].append(item)
        for n, weights in enumerate(leaves):
            for target, weight in weights:
                for key, item in zip(("treeids", "nodeids", "ids", "weights"), (t, len(nodes) + n, target, weight)):
                    a[f"{kind}_{key}"].append(item)
    if not missing:
        del a["nodes_missing_value_tracks_true"]
    return a


def edges(rows, columns, grid, special=(np.nan, np.inf, -np.inf, 0.0, -0.0)):
    """Rows of thresholds, what is next to them, and what is special."""
    near = np.concatenate([np.nextafter(np.float32(grid), np.float32(d)) for d in (-np.inf, np.inf)])
    pool = np.concatenate([np.float32(grid), near, np.float32(special)])
    return rng.choice(pool, size=(rows, columns)).astype(np.float32)


GRID = [-1.5, -0.25, 0.0, 0.5, 1.0, 2.0]
MODES = ["BRANCH_LEQ", "BRANCH_LT", "BRANCH_GTE", "BRANCH_GT", "BRANCH_EQ", "BRANCH_NEQ"]


def modes():
    x_in = value("x", T.FLOAT, 3)
    for mode in MODES + ["mixed", "mixed-untracked"]:
        trees = [random_nodes(4, 3, MODES if mode.startswith("mixed") else [mode], 1, GRID) for _ in range(5)]
        a = classic(trees, "target", mode != "mixed-untracked")
        name = "mode-" + mode.removeprefix("BRANCH_").lower()
        write(name, model([regressor("x", "y", a)], [x_in], [value("y", T.FLOAT, 1)]), {"x": edges(80, 3, GRID)})
    whole = rng.integers(-3, 4, size=(60, 3))
    trees = [random_nodes(4, 3, MODES, 3, [-2.0, -0.5, 0.0, 1.0, 2.0]) for _ in range(3)]
    write("whole-numbers", model([classifier("x", classic(trees, "class"), [0, 1, 2])], [value("x", T.INT64, 3)],
                                 [labels_out([0]), value("scores", T.FLOAT, 3)]), {"x": whole})


def chain():
    """Sets as exporters write them: tests of equality that share the child where they hold."""
    nodes = [("BRANCH_EQ", 0, 1.0, 3, 1, 0), ("BRANCH_EQ", 0, 3.0, 3, 2, 1), ("BRANCH_EQ", 0, 7.0, 3, 4, 0),
             ("BRANCH_LEQ", 1, 0.5, 5, 6, 0), ("BRANCH_EQ", 1, 2.5, 7, 8, 0)]
    leaves = [[(0, w)] for w in (1.0, 2.0, 4.0, 8.0)]
    apart = [("BRANCH_EQ", 0, 1.5, 2, 1, 1), ("BRANCH_EQ", 0, -3.0, 2, 3, 0), ("BRANCH_LT", 1, 0.5, 4, 5, 0)]
    a = classic([(nodes, leaves), (apart, [[(0, 16.0)], [(0, 32.0)], [(0, 64.0)]])], "target")
    x = rng.choice(np.float32([1, 1.5, 2.5, 3, 7, -3, 0, 0.5, np.nan, np.inf]), size=(80, 2))
    write("chain", model([regressor("x", "y", a)], [value("x", T.FLOAT, 2)], [value("y", T.FLOAT, 1)]), {"x": x})


def two_classes():
    """One weight a leaf for two classes, of both signs or of one; with and without base value."""
    x_in = value("x", T.FLOAT, 2)
    for signs in ("mixed", "positive"):
        for transform in ("NONE", "LOGISTIC", "SOFTMAX"):
            for base in ([], [0.125]):
                trees = [random_nodes(3, 2, ["BRANCH_LEQ"], 1, GRID) for _ in range(3)]
                if signs == "positive":
                    trees = [(n, [[(0, abs(w[0][1]) / 8)] for w in leaves]) for n, leaves in trees]
                more = {"base_values": base} if base else {}
                node = classifier("x", classic(trees, "class"), ["no", "yes"], post_transform=transform, **more)
                write(f"two-{signs}-{transform.lower()}{'-base' if base else ''}",
                      model([node], [x_in], [labels_out(["no"]), value("scores", T.FLOAT, 2)]),
                      {"x": edges(30, 2, GRID)})
    trees = [random_nodes(3, 2, ["BRANCH_LEQ"], 1, GRID) for _ in range(3)]
    second = [(n, [[(1, w[0][1])] for w in leaves]) for n, leaves in trees]
    for transform in ("NONE", "LOGISTIC", "SOFTMAX"):
        node = classifier("x", classic(second, "class"), [3, 5], post_transform=transform)
        write(f"two-second-{transform.lower()}", model([node], [x_in], [labels_out([3]), value("scores", T.FLOAT, 2)]),
              {"x": edges(30, 2, GRID)})


def transforms():
    x_in = value("x", T.FLOAT, 2)
    trees = [random_nodes(3, 2, ["BRANCH_LT"], 3, GRID) for _ in range(4)]
    for transform in ("LOGISTIC", "SOFTMAX"):
        a = classic(trees, "target")
        node = regressor("x", "y", a, 3, post_transform=transform, base_values=[0.5, -0.25, 0.125])
        write(f"targets-{transform.lower()}", model([node], [x_in], [value("y", T.FLOAT, 3)]),
              {"x": edges(30, 2, GRID)})
    one = [random_nodes(3, 2, ["BRANCH_LT"], 1, GRID) for _ in range(4)]
    for op in ("Exp", "Sigmoid"):
        nodes = [regressor("x", "sum", classic(one, "target")), h.make_node(op, ["sum"], ["y"])]
        write(f"then-{op.lower()}", model(nodes, [x_in], [value("y", T.FLOAT, 1)]), {"x": edges(30, 2, GRID)})
    # One target is not transformed, whatever is written.
    node = regressor("x", "y", classic(one, "target"), post_transform="LOGISTIC")
    write("one-logistic", model([node], [x_in], [value("y", T.FLOAT, 1)]), {"x": edges(30, 2, GRID)})


def flat(kind, numpy, name, columns=3, targets=2, average=False, transform=0, codes=(1, 2, 3, 5, 8, 30)):
    """TreeEnsemble of version 5, with all modes; three trees of a full shape.

    For sets with other members than 1 to 30 ONNX Runtime cuts what it asks to a whole number first, where the
    specification asks for equality; so rows of such models are whole numbers."""
    features, numbers, splits, yes, no, yes_leaf, no_leaf, holds, sets = [], [], [], [], [], [], [], [], []
    ids, weights, roots = [], [], []
    for _ in range(3):
        first, depth = len(features), 4
        roots.append(first)
        inner = 2 ** depth - 1
        for n in range(inner):
            mode = int(rng.integers(7))
            features.append(int(rng.integers(columns)))
            numbers.append(mode)
            splits.append(0.0 if mode == 6 else float(rng.choice(GRID)))
            holds.append(int(rng.integers(2)))
            if mode == 6:
                sets += sorted(rng.choice(codes, size=int(rng.integers(1, 4)), replace=False).tolist()) + [np.nan]
            for child, at, leaf in ((2 * n + 1, yes, yes_leaf), (2 * n + 2, no, no_leaf)):
                leaf.append(int(child >= inner))
                at.append(len(ids) if child >= inner else first + child)
                if child >= inner:
                    ids.append(int(rng.integers(targets)))
                    weights.append(float(rng.normal()))
    tensor = lambda a, n, t=numpy: numpy_helper.from_array(np.array(a, t), n)
    node = h.make_node("TreeEnsemble", ["x"], ["y"], domain=ML, n_targets=targets,
                       aggregate_function=0 if average else 1, post_transform=transform, tree_roots=roots,
                       nodes_featureids=features, nodes_modes=tensor(numbers, "modes", np.uint8),
                       nodes_splits=tensor(splits, "splits"), nodes_truenodeids=yes, nodes_trueleafs=yes_leaf,
                       nodes_falsenodeids=no, nodes_falseleafs=no_leaf, nodes_missing_value_tracks_true=holds,
                       membership_values=tensor(sets, "sets"), leaf_targetids=ids, leaf_weights=tensor(weights, "w"))
    x = edges(120, columns, GRID).astype(numpy)
    mixed = rng.random(x.shape) < 0.5
    x[mixed] = rng.choice(np.array([*codes, 2.5, 5.5, 7], numpy), size=int(mixed.sum()))
    if min(codes) < 1 or max(codes) > 30:
        x = np.nan_to_num(np.round(x), nan=np.nan, posinf=9, neginf=-9)
    write(name, model([node], [value("x", kind, columns)], [value("y", kind, targets)], 5), {"x": x})


def pipelines():
    rows = 160
    numbers = rng.normal(size=(rows, 3)).astype(np.float32) * [3, 0.5, 40] + np.float32([10, 0, -100])
    numbers = numbers.astype(np.float32)
    numbers[rng.random(numbers.shape) < 0.1] = np.nan
    colours = rng.choice(["red", "green", "blue"], size=rows)
    sizes = rng.choice(["S", "M", "L", "XL"], size=rows)
    texts = np.stack([colours, sizes], 1).astype(object)
    filled = np.where(np.isnan(numbers), np.float32([10, 0, -100]), numbers)
    scaled = ((filled - np.float32([10, 0, -100])) * np.float32([0.25, 2, 0.03125])).astype(np.float32)
    hot = np.concatenate([(colours[:, None] == ["blue", "green", "red"]), (sizes[:, None] == ["S", "M", "L", "XL"])], 1)
    z = np.concatenate([scaled, hot], 1).astype(np.float32)
    y = scaled[:, 0] + 2 * (colours == "red") + scaled[:, 1] * (sizes == "XL")
    f = RandomForestRegressor(6, max_depth=5, random_state=0).fit(z, y)
    a = arrays(f.estimators_, lambda t, v: [(0, v[0, 0])], "target")
    nodes = [
        h.make_node("Imputer", ["numbers"], ["filled"], domain=ML, imputed_value_floats=[10.0, 0.0, -100.0],
                    replaced_value_float=float("nan")),
        h.make_node("Scaler", ["filled"], ["scaled"], domain=ML, offset=[10.0, 0.0, -100.0], scale=[0.25, 2.0, 0.03125]),
        h.make_node("ArrayFeatureExtractor", ["texts", "first"], ["colour"], domain=ML),
        h.make_node("ArrayFeatureExtractor", ["texts", "second"], ["size"], domain=ML),
        h.make_node("OneHotEncoder", ["colour"], ["colour3"], domain=ML, cats_strings=["blue", "green", "red"]),
        h.make_node("OneHotEncoder", ["size"], ["size3"], domain=ML, cats_strings=["S", "M", "L", "XL"]),
        h.make_node("Concat", ["colour3", "size3"], ["hot3"], axis=2),
        h.make_node("Reshape", ["hot3", "shape"], ["hot"]),
        h.make_node("Concat", ["scaled", "hot"], ["joined"], axis=1),
        h.make_node("Cast", ["joined"], ["asked"], to=T.FLOAT),
        regressor("asked", "y", a, aggregate_function="AVERAGE"),
    ]
    m = model(nodes, [value("numbers", T.FLOAT, 3), value("texts", T.STRING, 2)], [value("y", T.FLOAT, 1)],
              constants=[("first", np.array([0])), ("second", np.array([1])), ("shape", np.array([-1, 7]))])
    same(write("pipeline", m, {"numbers": numbers[:50], "texts": texts[:50]})[:, 0], f.predict(z[:50]), 1e-3)

    codes = np.array([["S", "M", "L", "XL"].index(s) for s in sizes], np.float32)
    z = np.stack([numbers[:, 0], filled[:, 1] * 2 - 1, codes], 1)
    z[np.isnan(z)] = 0
    f = RandomForestClassifier(5, max_depth=4, random_state=0).fit(z, y > 0)
    a = arrays(f.estimators_, forest_weights(5), "class")
    nodes = [
        h.make_node("LabelEncoder", ["size"], ["code"], domain=ML, keys_strings=["S", "M", "L", "XL"],
                    values_int64s=[0, 1, 2, 3], default_int64=-1),
        h.make_node("Cast", ["code"], ["size_number"], to=T.FLOAT),
        h.make_node("Mul", ["height", "two"], ["doubled"]),
        h.make_node("Sub", ["doubled", "one"], ["moved"]),
        h.make_node("FeatureVectorizer", ["weight", "moved", "size_number"], ["asked"], domain=ML,
                    inputdimensions=[1, 1, 1]),
        classifier("asked", a, ["light", "heavy"]),
    ]
    m = model(nodes, [value("weight", T.FLOAT, 1), value("height", T.FLOAT, 1), value("size", T.STRING, 1)],
              [labels_out(["light"]), value("scores", T.FLOAT, 2)],
              constants=[("two", np.float32([[2]])), ("one", np.float32([1]))])
    feeds = {"weight": z[:50, :1], "height": filled[:50, 1:2], "size": sizes[:50, None].astype(object)}
    write("inputs", m, feeds)

    x, y = table(160, 4)
    unit = x / np.abs(x).sum(1, keepdims=True)
    f = RandomForestRegressor(4, max_depth=4, random_state=0).fit(unit, y)
    a = arrays(f.estimators_, lambda t, v: [(0, v[0, 0] / 4)], "target")
    nodes = [h.make_node("Normalizer", ["x"], ["unit"], domain=ML, norm="L1"),
             h.make_node("Gather", ["unit", "order"], ["asked"], axis=1), regressor("asked", "y", a)]
    m = model(nodes, [value("x", T.FLOAT, 4)], [value("y", T.FLOAT, 1)], constants=[("order", np.array([0, 1, 2, 3]))])
    write("normalized", m, {"x": x[:30]})


if __name__ == "__main__":
    forests()
    boosted()
    doubles()
    modes()
    chain()
    two_classes()
    transforms()
    flat(T.FLOAT, np.float32, "flat")
    flat(T.DOUBLE, np.float64, "flat-doubles")
    flat(T.FLOAT, np.float32, "flat-average", average=True)
    flat(T.FLOAT, np.float32, "flat-softmax", transform=2)
    flat(T.FLOAT, np.float32, "flat-codes", codes=(0, 2, 40, 100))
    flat(T.DOUBLE, np.float64, "flat-negative", codes=(-2, 0, 1, 7))
    flat(T.FLOAT, np.float32, "flat-one", targets=1, transform=1)
    pipelines()
    for path in sys.argv[1:]:
        shared = onnx.load(path)
        rows = rng.normal(size=(40, 20)).astype(np.float32)
        write(pathlib.Path(path).stem, shared, {shared.graph.input[0].name: rows})
        (OUT / pathlib.Path(path).name).unlink()
    print(sum(f.stat().st_size for f in OUT.iterdir()), "bytes in", OUT)
