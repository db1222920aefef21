#!/usr/bin/env python3
# Copyright (c) 2026 The Loupe authors.
# This program and the accompanying materials are made available under the terms of the
# Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
# SPDX-License-Identifier: EPL-2.0
"""Writes models in every format of XGBoost and what they must answer, for the tests of tree ensembles.

    VENV/bin/python tests/golden/xgboost_goldens.py

from the top of the repository, with NumPy alone. The trees are grown here, at random thresholds on generated data with
missing values; the formats are written after XGBoost's sources of the version that each file claims, and the answers
worked out in single precision by walking the trees. Of each model it writes the file, NAME.inputs.npy [rows, features],
NAME.margins.npy and NAME.predictions.npy [rows, outputs]. Inputs have values at thresholds and just below."""
import json
import pathlib
import struct

import numpy as np

OUT = pathlib.Path("bundles/org.loupe.trees/src_test/org/loupe/trees/internal/golden/xgboost")
F = np.float32
FEATURES = 5
CODES = 4  # the column of categories
ROWS = 40
MISSING = F(0.12)


def table(rng, rows, categories):
    x = rng.normal(size=(rows, FEATURES)).astype(F)
    x[:, CODES] = rng.integers(0, 37, rows) if categories else x[:, CODES]
    x[rng.random(x.shape) < MISSING] = np.nan
    return x


def goes_left(node, values):
    codes = node["codes"]
    tested = ~np.isin(values, codes) if codes else values < node["threshold"]
    return np.where(np.isnan(values), node["default_left"], tested)


def grow(rng, x, depth, categories, width=1):
    """A tree as a list of nodes in the order of their numbers; each level after the one before."""
    nodes = [dict(rows=np.arange(len(x)), parent=2147483647)]
    for i, node in enumerate(nodes):
        rows, level = node["rows"], node.get("level", 0)
        node.update(left=-1, right=-1, column=0, threshold=F(0), codes=None, default_left=False,
                    hess=F(0.25 * len(rows)), values=rng.normal(size=width).astype(F) * F(0.5))
        if level == depth or len(rows) < 10 or (level > 1 and rng.random() < 0.15):
            continue
        column = int(rng.integers(0, FEATURES))
        asked = x[rows, column]
        known = asked[~np.isnan(asked)]
        codes = sorted(set(map(int, rng.choice(known, 6)))) if categories and column == CODES else None
        split = dict(column=column, threshold=F(np.median(rng.choice(known, 3))), codes=codes,
                     default_left=bool(rng.random() < 0.5))
        left = goes_left(split, asked)
        if 0 < left.sum() < len(rows):
            node.update(split, left=len(nodes), right=len(nodes) + 1)
            nodes += [dict(rows=rows[left], parent=i, level=level + 1),
                      dict(rows=rows[~left], parent=i, level=level + 1)]
    return nodes


def leaf(nodes, row):
    at = 0
    while nodes[at]["left"] >= 0:
        at = nodes[at]["left" if goes_left(nodes[at], row[nodes[at]["column"]]) else "right"]
    return nodes[at]["values"]


def margins(trees, groups, weights, x, base):
    out = np.tile(np.asarray(base, dtype=F), (len(x), 1))
    for nodes, group, weight in zip(trees, groups, weights):
        for r, row in enumerate(x):
            values = leaf(nodes, row)
            for k, value in enumerate(values):
                out[r, group if len(values) == 1 else k] += value * F(weight)
    return out


def cut_off(nodes):
    """Two nodes that nothing leads to, as pruning leaves them, before the last."""
    extra = [dict(nodes[-1], parent=0, column=4294967295, gone=True) for _ in range(2)]
    at = len(nodes) - 1
    moved = lambda n: n + 2 if n >= at else n
    return [dict(n, left=moved(n["left"]), right=moved(n["right"]), parent=n["parent"]) for n in nodes[:at]] \
        + extra + nodes[at:]


def link(objective, m):
    m = m.astype(np.float64)
    if objective in ("binary:logistic", "reg:logistic"):
        return 1 / (1 + np.exp(-m))
    if objective.startswith("multi:"):
        return np.exp(m) / np.exp(m).sum(1, keepdims=True)
    if objective in ("count:poisson", "reg:gamma", "reg:tweedie", "survival:cox", "survival:aft"):
        return np.exp(m)
    return np.where(m > 0, 1.0, 0.0) if objective == "binary:hinge" else m


def to_margin(objective, base):
    base = np.asarray(base, dtype=F)
    if objective in ("binary:logistic", "reg:logistic"):
        return -np.log(1 / base - 1)
    return np.log(base) if link(objective, np.zeros((1, 1)))[0, 0] == 1 and not objective.startswith("multi:") \
        else base


# JSON and UBJSON


def tree_object(nodes, number, style):
    width = max(len(n["values"]) for n in nodes)
    lists = {
        "left_children": [n["left"] for n in nodes], "right_children": [n["right"] for n in nodes],
        "parents": [n["parent"] for n in nodes], "split_indices": [min(n["column"], 2147483647) for n in nodes],
        "default_left": [int(n["default_left"]) for n in nodes], "sum_hessian": [n["hess"] for n in nodes],
        "loss_changes": [F(0.5) for _ in nodes],
        "split_conditions": [n["values"][0] if n["left"] < 0 and width == 1 else F("nan") if n["codes"]
                             else n["threshold"] for n in nodes],
        "base_weights": [v for n in nodes for v in n["values"]], "split_type": [int(bool(n["codes"])) for n in nodes]}
    if width > 1 and style == "mapped":
        leaves = [i for i, n in enumerate(nodes) if n["left"] < 0]
        for place, i in enumerate(leaves):
            lists["right_children"][i] = place
        lists["leaf_weights"] = [v for i in leaves for v in nodes[i]["values"]]
        lists["base_weights"] = [F(9) for _ in lists["base_weights"]]
    asked = [i for i, n in enumerate(nodes) if n["codes"]]
    sizes = [len(nodes[i]["codes"]) for i in asked]
    lists.update(categories_nodes=asked, categories_sizes=sizes,
                 categories_segments=[sum(sizes[:i]) for i in range(len(sizes))],
                 categories=[c for i in asked for c in nodes[i]["codes"]])
    return dict(lists, id=number, tree_param=dict(
        num_deleted=str(sum("gone" in n for n in nodes)), num_feature=str(FEATURES), num_nodes=str(len(nodes)),
        size_leaf_vector=str(width if width > 1 else 0 if style == "old" else 1)))


def document(model):
    trees = [tree_object(t, i, model["style"]) for i, t in enumerate(model["trees"])]
    held = dict(gbtree_model_param=dict(num_trees=str(len(trees)), num_parallel_tree="1"), trees=trees,
                tree_info=model["groups"])
    if "cats" in model:
        held["cats"] = model["cats"]
    booster = dict(name=model["booster"], model=held)
    if model["booster"] == "gblinear":
        booster = dict(name="gblinear", model=dict(weights=model["weights"], boosted_rounds=3))
    elif model["booster"] == "dart" and model["style"] == "old":
        booster = dict(name="dart", gbtree=dict(booster, name="gbtree"), weight_drop=model["weights"])
    elif model["booster"] == "dart":
        booster["name"] = "gbtree"
        held["weight_drop"] = model["weights"]
    k = model["outputs"]
    multi = model["objective"].startswith("multi:")
    return dict(version=model["version"], learner=dict(
        attributes={"best_score": "0.5", "scikit_learn": "{}"}, feature_names=model.get("names", []), feature_types=[],
        gradient_booster=booster, objective=dict(name=model["objective"], reg_loss_param=dict(scale_pos_weight="1")),
        learner_model_param=dict(base_score=model["base_text"], num_feature=str(FEATURES),
                                 num_class=str(k if multi else 0), num_target=str(1 if multi else k))))


def as_json(value):
    """Numbers in single precision with nine digits; what is not finite without quotes."""
    if isinstance(value, dict):
        return "{" + ",".join(json.dumps(k) + ":" + as_json(v) for k, v in sorted(value.items())) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ",".join(map(as_json, value)) + "]"
    if isinstance(value, F):
        return "NaN" if np.isnan(value) else f"{value:.9g}".upper().replace("E+", "E")
    return json.dumps(value, ensure_ascii=False)


def as_ubjson(value):
    if isinstance(value, dict):
        return b"{" + b"".join(as_ubjson(k)[1:] + as_ubjson(v) for k, v in sorted(value.items())) + b"}"
    if isinstance(value, str):
        text = value.encode()
        return b"SL" + struct.pack(">q", len(text)) + text
    if isinstance(value, (list, tuple)) and value and all(isinstance(v, F) for v in value):
        return b"[$d#L" + struct.pack(">q", len(value)) + b"".join(struct.pack(">f", v) for v in value)
    if isinstance(value, np.ndarray):
        mark = {"int8": b"i", "int32": b"l", "uint8": b"U"}[str(value.dtype)]
        held = value.astype(value.dtype.newbyteorder(">")).tobytes()
        return b"[$" + mark + b"#L" + struct.pack(">q", len(value)) + held
    if isinstance(value, (list, tuple)):
        return b"[#L" + struct.pack(">q", len(value)) + b"".join(map(as_ubjson, value))
    if isinstance(value, F):
        return b"d" + struct.pack(">f", value)
    for mark, code, most in ((b"i", ">b", 127), (b"I", ">h", 32767), (b"l", ">i", 2 ** 31 - 1)):
        if abs(value) <= most:
            return mark + struct.pack(code, value)
    return b"L" + struct.pack(">q", value)


def typed(value):
    """Arrays of whole numbers as XGBoost types them: bytes for flags, words for the rest."""
    if isinstance(value, dict):
        return {k: np.array(v, dtype=np.uint8) if k in ("default_left", "split_type") else typed(v)
                for k, v in value.items()}
    if isinstance(value, list) and value and all(isinstance(v, int) for v in value):
        return np.array(value, dtype=np.int32)
    return [typed(v) for v in value] if isinstance(value, list) else value


# The binary format


def text(value):
    return struct.pack("<Q", len(value)) + value.encode()


def binary_tree(nodes):
    out = struct.pack("<6i", 1, len(nodes), sum("gone" in n for n in nodes), 0, FEATURES, 0) + bytes(31 * 4)
    for n in nodes:
        column = n["column"] | (0x80000000 if n["default_left"] and n["left"] >= 0 else 0)
        number = n["values"][0] if n["left"] < 0 else n["threshold"]
        parent = -1 if n["parent"] == 2147483647 else n["parent"]
        out += struct.pack("<iiiIf", parent, n["left"], n["right"], column & 0xffffffff, number)
    return out + b"".join(struct.pack("<fffi", 0.5, n["hess"], 0, 0) for n in nodes)


def binary(model):
    classes = model["outputs"] if model["objective"].startswith("multi:") else 0
    major, minor = model["version"][:2]
    named = model.get("header", True)
    out = (b"binf" if named else b"") + struct.pack("<fIiii", model["base"][0], FEATURES, classes, int(major > 0), 0)
    out += struct.pack("<IIIi", major, minor, 1 if major else 0, 0) + bytes(100)
    out += text(model["objective"]) + text(model["booster"])
    if model["booster"] == "gblinear":
        return out + bytes(34 * 4) + struct.pack("<Q", len(model["weights"])) + np.array(model["weights"], F).tobytes()
    trees = model["trees"]
    out += struct.pack("<4iqii", len(trees), 1, 0, 0, 0, 0, 0) + bytes(32 * 4)
    out += b"".join(map(binary_tree, trees)) + struct.pack(f"<{len(trees)}i", *model["groups"])
    if model["booster"] == "dart":
        out += struct.pack("<Q", len(model["weights"])) + np.array(model["weights"], F).tobytes()
    return out + (struct.pack("<Q", 1) + text("metrics") + text("auc;") if major else b"")


# Dumps


def name(model, column):
    return model["names"][column] if "names" in model else f"f{column}"


def text_dump(model):
    out = []

    def write(nodes, i, tabs):
        n = nodes[i]
        cover = f",cover={n['hess']:.9g}" if model["stats"] else ""
        if n["left"] < 0:
            values = ",".join(f"{v:.9g}" for v in n["values"])
            out.append("\t" * tabs + f"{i}:leaf=" + (values if len(n["values"]) == 1 else f"[{values}]") + cover)
            return
        missing = n["left"] if n["default_left"] else n["right"]
        test = f":{{{','.join(map(str, n['codes']))}}}" if n["codes"] else f"<{n['threshold']:.9g}"
        yes, no = (n["right"], n["left"]) if n["codes"] else (n["left"], n["right"])
        out.append("\t" * tabs + f"{i}:[{name(model, n['column'])}{test}] yes={yes},no={no},missing={missing}"
                   + (",gain=0.5" + cover if cover else ""))
        write(nodes, n["left"], tabs + 1)
        write(nodes, n["right"], tabs + 1)

    for t, nodes in enumerate(model["trees"]):
        out.append(f"booster[{t}]:")
        write(nodes, 0, 0)
    return "\n".join(out) + "\n"


def json_dump(model):
    def node(nodes, i, depth):
        n = nodes[i]
        if n["left"] < 0:
            out = dict(nodeid=i, leaf=n["values"][0])
            return dict(out, cover=n["hess"]) if model["stats"] else out
        yes, no = (n["right"], n["left"]) if n["codes"] else (n["left"], n["right"])
        out = dict(nodeid=i, depth=depth, split=name(model, n["column"]), split_condition=n["codes"] or n["threshold"],
                   yes=yes, no=no, missing=n["left"] if n["default_left"] else n["right"],
                   children=[node(nodes, n[c], depth + 1) for c in ("left", "right")])
        return dict(out, gain=F(0.5), cover=n["hess"]) if model["stats"] else out

    return as_json([node(nodes, 0, 0) for nodes in model["trees"]]).replace("[{", "[\n  {", 1)


# What is written


def linear(model, x):
    w = np.array(model["weights"], F).reshape(FEATURES + 1, model["outputs"])
    return np.nan_to_num(x) @ w[:-1] + w[-1]


def exact(x, trees):
    """Rows of which one value each is at a threshold, or the number before it."""
    tests = [(n["column"], n["threshold"]) for t in trees for n in t if n["left"] >= 0 and not n["codes"]]
    for r, (column, value) in enumerate(tests[:ROWS // 2]):
        x[r, column] = value if r % 2 else np.nextafter(value, F(-np.inf), dtype=F)
    return x


def write(file, content, model, x):
    stem = file.rsplit(".", 1)[0]
    (OUT / file).write_bytes(content.encode() if isinstance(content, str) else content)
    objective = model["objective"]
    dumped = "stats" in model
    base = [0] * model["outputs"] if dumped else model.get("raw_base")
    base = to_margin(objective, model["base"]) if base is None else base
    if model["booster"] == "gblinear":
        m = linear(model, x) + np.asarray(base, F)
    else:
        weights = model.get("weights") if not dumped else None
        m = margins(model["trees"], model["groups"], weights or [1] * len(model["trees"]), x, base)
    for what, array in dict(inputs=x, margins=m, predictions=link("" if dumped else objective, m)).items():
        np.save(OUT / f"{stem}.{what}.npy", np.ascontiguousarray(array, dtype=F))


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(3)

    def model(objective, outputs=1, trees=5, categories=False, width=1, base=(0.3,), booster="gbtree",
              version=(2, 1, 4), style="old", **more):
        x = table(rng, 300, categories)
        grown = [grow(rng, x, 4, categories, width) for _ in range(trees)]
        text = f"{base[0]:G}" if version[0] < 3 else "[" + ",".join(f"{b:.8E}" for b in base) + "]"
        out = dict(objective=objective, outputs=outputs, trees=grown, booster=booster, version=version, style=style,
                   base=list(base) if len(base) == outputs else list(base) * outputs, base_text=text,
                   groups=[0 if width > 1 else t % outputs for t in range(trees)], **more)
        return out, exact(table(rng, ROWS, categories), grown)

    dropped = [F(w) for w in (1, 0.5, 0.25, 0.75, 1)]
    weights = [F(w) for w in rng.normal(size=FEATURES + 1)]
    names = ["age", "mean blood pressure", "höhe", "ขนาด", "code"]
    words = "red,deep green,violet".split(",")
    cats = dict(enc=[{} for _ in range(4)] + [dict(
        offsets=np.array([0, 3, 13, 19], np.int32), values=np.frombuffer("".join(words).encode(), np.int8))],
        feature_segments=np.array([0, 0, 0, 0, 0, 3], np.int32), sorted_idx=np.array([1, 0, 2], np.int32))

    for objective in ("binary:logistic", "binary:logitraw", "binary:hinge", "reg:squarederror", "reg:logistic",
                      "count:poisson", "reg:gamma", "reg:tweedie", "rank:ndcg", "survival:cox", "survival:aft"):
        m, x = model(objective, trees=2)
        write(objective.replace(":", "-") + ".json", as_json(document(m)), m, x)
    m, x = model("binary:logistic", names=names)
    write("named.json", json.dumps(json.loads(as_json(document(m))), indent=2), m, x)
    m, x = model("binary:logistic", version=(3, 1, 1), style="new")
    write("binary.ubj", as_ubjson(typed(document(m))), m, x)
    m, x = model("multi:softprob", 3, 6, base=(0.2, 0.5, 0.3), version=(3, 1, 1), style="new")
    write("classes.ubj", as_ubjson(document(m)), m, x)
    m, x = model("multi:softmax", 3, 6, base=(0.5,), version=(1, 7, 6))
    write("classes-old.json", as_json(document(m)), m, x)
    m, x = model("reg:squarederror", categories=True, version=(3, 1, 1), style="new", cats=cats)
    write("categories.ubj", as_ubjson(typed(document(m))), m, x)
    m, x = model("reg:squarederror", categories=True)
    write("categories-old.json", as_json(document(m)), m, x)
    m, x = model("reg:squarederror", booster="dart", weights=dropped, version=(1, 7, 6))
    write("dart.json", as_json(document(m)), m, x)
    m, x = model("reg:squarederror", booster="dart", weights=dropped, version=(3, 4, 1), style="new")
    write("dart-new.ubj", as_ubjson(typed(document(m))), m, x)
    m, x = model("reg:squarederror", 3, width=3, base=(0.1, 0.2, 0.3), version=(3, 0, 5), style="new")
    write("vector.ubj", as_ubjson(typed(document(m))), m, x)
    m, x = model("reg:squarederror", 3, width=3, base=(0.1, 0.2, 0.3), version=(3, 4, 1), style="mapped")
    write("vector-new.json", as_json(document(m)), m, x)
    m, x = model("reg:squarederror")
    m["trees"] = [cut_off(t) for t in m["trees"]]
    write("pruned.json", as_json(document(m)), m, x)
    m, x = model("binary:logistic", trees=0, booster="gblinear", weights=weights)
    write("linear.json", as_json(document(m)), m, x)
    write("linear.ubj", as_ubjson(typed(document(m))), m, x)
    write("linear-binary.model", binary(m), m, x)

    m, x = model("binary:logistic", base=(-0.4,), raw_base=[-0.4], version=(0, 0, 0), header=False)
    m["trees"] = [cut_off(t) for t in m["trees"]]
    write("binary-old.model", binary(m), m, x)
    m, x = model("count:poisson", base=(1.7,), version=(1, 7, 6))
    write("binary-header.bin", binary(m), m, x)
    m, x = model("multi:softprob", 3, 6, base=(0.5,), version=(1, 2, 0))
    write("binary-classes.model", binary(m), m, x)
    m, x = model("reg:squarederror", booster="dart", weights=dropped, version=(1, 7, 6))
    write("binary-dart.model", binary(m), m, x)

    for stats in (True, False):
        kind = "stats" if stats else "plain"
        m, x = model("reg:squarederror", categories=stats, stats=stats)
        write(f"dump-{kind}.txt", text_dump(m), m, x)
        write(f"dump-json-{kind}.json", json_dump(m), m, x)
    m, x = model("reg:squarederror", 2, width=2, stats=True)
    write("dump-vector.txt", text_dump(m), m, x)


if __name__ == "__main__":
    main()
