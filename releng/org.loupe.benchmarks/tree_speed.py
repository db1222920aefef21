#!/usr/bin/env python3
# Copyright (c) 2026 The Loupe authors.
# This program and the accompanying materials are made available under the terms of the
# Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
# SPDX-License-Identifier: EPL-2.0
"""Times Shapley values of tree ensembles: Loupe beside LightGBM and shap, on the same machine in one run.

    tree_speed.py FOLDER [--classpath CLASSES] [--repeat 3]

from the top of the repository. FOLDER keeps the models (made when missing). Loupe runs as the JMH benchmark
TreeShapBenchmark, through Maven, or with java and a class path that is given. Three works:

    boosted path-dependent   500 trees of LightGBM of 256 leaves and depth 8, 30 features, 2,000 rows; pred_contrib
    forest path-dependent    100 trees of scikit-learn, 569 rows of 30 features; shap.TreeExplainer
    forest interventional    the same against 100 background rows

Prints a line for each: milliseconds (lowest of the peer's repetitions, mean of JMH's iterations), the ratio, and how
far values differ. Needs lightgbm, shap and scikit-learn; no data is downloaded."""
import argparse
import json
import os
import subprocess
import time

import lightgbm as lgb
import numpy as np
import shap
from sklearn.datasets import load_breast_cancer
from sklearn.ensemble import RandomForestClassifier

THREADS = os.cpu_count()


def boosted(folder):
    """A model whose trees are full, kept as text."""
    file = os.path.join(folder, "boosted.model")
    rng = np.random.default_rng(0)
    x = rng.normal(size=(50000, 30))
    if not os.path.exists(file):
        y = x[:, 0] * x[:, 1] + np.sin(x[:, 2]) + rng.normal(size=len(x))
        lgb.train(dict(num_leaves=256, max_depth=8, learning_rate=0.05, min_data_in_leaf=1, min_sum_hessian_in_leaf=0,
                       verbose=-1, seed=1), lgb.Dataset(x, y), 500).save_model(file)
    return lgb.Booster(model_file=file), np.ascontiguousarray(x[:2000])


def export_boosted(model, file):
    leaves = 0
    with open(file, "w") as out:
        for tree in model.dump_model()["tree_info"]:
            nodes = []

            def add(node):
                at = len(nodes)
                nodes.append(None)
                if "leaf_value" in node:
                    nodes[at] = (-1, 0.0, 0, 0, node.get("leaf_count", 1), node["leaf_value"])
                else:
                    nodes[at] = (node["split_feature"], node["threshold"], add(node["left_child"]),
                                 add(node["right_child"]), node["internal_count"], 0.0)
                return at

            add(tree["tree_structure"])
            leaves += tree["num_leaves"]
            write(out, nodes)
    return leaves


def export_forest(forest, file):
    with open(file, "w") as out:
        for tree in (e.tree_ for e in forest.estimators_):
            share = tree.value[:, 0, 1] / tree.value[:, 0].sum(1) / len(forest.estimators_)
            write(out, [(int(tree.feature[i]) if tree.children_left[i] >= 0 else -1, float(tree.threshold[i]),
                         int(tree.children_left[i]), int(tree.children_right[i]),
                         float(tree.weighted_n_node_samples[i]), float(share[i])) for i in range(tree.node_count)])


def write(out, nodes):
    out.write(f"{len(nodes)}\n")
    out.writelines(" ".join(map(repr, node)) + "\n" for node in nodes)


def timed(call, repeat):
    times = []
    for _ in range(repeat):
        start = time.perf_counter()
        value = call()
        times.append((time.perf_counter() - start) * 1000)
    return min(times), value


def loupe_times(folder, classpath):
    results = os.path.join(os.path.abspath(folder), "loupe.json")
    arguments = ["TreeShapBenchmark", "-p", "folder=" + os.path.abspath(folder), "-f", "1", "-wi", "5", "-w", "1",
                 "-i", "5", "-r", "1", "-rf", "json", "-rff", results]
    if classpath:
        command = ["java", "-cp", classpath, "org.openjdk.jmh.Main", *arguments]
    else:
        command = ["mvn", "-q", "-Pbench", "-pl", "releng/org.loupe.benchmarks", "-am", "verify", "-DskipTests",
                   "-Djmh.arguments=" + " ".join(arguments)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    with open(results) as file:
        return {run["params"]["work"]: run["primaryMetric"] for run in json.load(file)}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--classpath")
    parser.add_argument("--repeat", type=int, default=3)
    args = parser.parse_args()
    os.makedirs(args.folder, exist_ok=True)
    model, rows = boosted(args.folder)
    leaves = export_boosted(model, os.path.join(args.folder, "boosted.txt"))
    np.save(os.path.join(args.folder, "boosted_rows.npy"), rows)
    data = load_breast_cancer()
    forest = RandomForestClassifier(100, random_state=0).fit(data.data, data.target)
    export_forest(forest, os.path.join(args.folder, "forest.txt"))
    np.save(os.path.join(args.folder, "forest_rows.npy"), data.data)
    single = data.data.astype(np.float32).astype(float)
    path = shap.TreeExplainer(forest)
    against = shap.TreeExplainer(forest, single[:100], feature_perturbation="interventional")
    print(f"LightGBM {lgb.__version__}, shap {shap.__version__}, {THREADS} processors, "
          f"{leaves / model.num_trees():.0f} leaves in a boosted tree")
    peers = {
        "boosted path-dependent": timed(lambda: model.predict(rows, pred_contrib=True, num_threads=THREADS)[:, :-1],
                                        args.repeat),
        "forest path-dependent": timed(lambda: path.shap_values(single, check_additivity=False)[..., 1], args.repeat),
        "forest interventional": timed(lambda: against.shap_values(single, check_additivity=False)[..., 1],
                                       args.repeat),
    }
    ours = loupe_times(args.folder, args.classpath)
    for work, (peer, values) in peers.items():
        metric = ours[work]
        found = np.fromfile(os.path.join(args.folder, work + ".values"), dtype="<f8").reshape(values.shape)
        apart = np.abs(found - values)
        print(f"{work}: Loupe {metric['score']:.1f} ms (+- {metric['scoreError']:.1f}), peer {peer:.1f} ms, "
              f"{peer / metric['score']:.1f} times as fast; values differ by {apart.max():.1e} at most, in "
              f"{(apart > 1e-6).mean() * 100:.1f} % of places by more than 1e-6", flush=True)


if __name__ == "__main__":
    main()
