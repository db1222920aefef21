#!/usr/bin/env python3
# Copyright (c) 2026 The Loupe authors.
# This program and the accompanying materials are made available under the terms of the
# Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
# SPDX-License-Identifier: EPL-2.0
"""Exports pipelines of scikit-learn and LightGBM with the usual converters, for the tests of the command line.

    pip install numpy pandas scikit-learn==1.9.1 lightgbm==4.7.0 onnx==1.23.1 onnxruntime==1.30.0
    with skl2onnx 1.21.0 and onnxmltools 1.17.0 installed or on PYTHONPATH: python tests/golden/sklearn_onnx.py

from the top of the repository. The table is generated with a fixed seed. Of each model NAME it writes NAME.onnx and in
NAME.json what ONNX Runtime gives for the rows of the table that the test makes of "table", and, where the trees of the
model are explained, interventional Shapley values of the raw score against the rows of "background": every coalition of
the columns that the trees ask is worked out with a copy of the ensemble that has no transformation. Which column of the
table a column of the trees belongs to is found by changing one column of the table after the other."""
import json
import math
import pathlib
import warnings

import numpy as np
import onnx
import onnxruntime as ort
import pandas as pd
from lightgbm import LGBMClassifier, LGBMRegressor
from onnx import helper
from onnxmltools.convert.lightgbm.operator_converters.LightGbm import convert_lightgbm
from skl2onnx import convert_sklearn, update_registered_converter
from skl2onnx.common.data_types import DoubleTensorType, FloatTensorType, Int64TensorType, StringTensorType
from skl2onnx.common.shape_calculator import (calculate_linear_classifier_output_shapes,
                                              calculate_linear_regressor_output_shapes)
from skl2onnx.sklapi import CastTransformer
from sklearn.calibration import CalibratedClassifierCV
from sklearn.compose import ColumnTransformer
from sklearn.decomposition import PCA
from sklearn.ensemble import (AdaBoostClassifier, BaggingRegressor, ExtraTreesRegressor, GradientBoostingClassifier,
                              GradientBoostingRegressor, HistGradientBoostingClassifier,
                              HistGradientBoostingRegressor, IsolationForest, RandomForestClassifier,
                              RandomForestRegressor, StackingClassifier, VotingRegressor)
from sklearn.feature_selection import SelectKBest
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LinearRegression, LogisticRegression, SGDClassifier
from sklearn.multioutput import MultiOutputRegressor
from sklearn.neighbors import KNeighborsClassifier
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import (Binarizer, KBinsDiscretizer, MaxAbsScaler, MinMaxScaler, Normalizer, OneHotEncoder,
                                   OrdinalEncoder, PolynomialFeatures, PowerTransformer, RobustScaler, StandardScaler,
                                   TargetEncoder)
from sklearn.svm import SVC, SVR
from sklearn.tree import DecisionTreeClassifier

warnings.filterwarnings("ignore")
OUT = pathlib.Path("tests/org.loupe.cli.tests/src/org/loupe/cli/tests/pipelines")
ROWS, BACKGROUND, TRAINED = 8, 16, 300
NUMBERS, WORDS = ["age", "pressure", "chol", "vessels"], ["sex", "pain"]
NO_MAP = dict(zipmap=False)
SEED = dict(random_state=0)


def table():
    rng = np.random.default_rng(7)
    t = pd.DataFrame({
        "age": rng.integers(30, 80, TRAINED).astype(float), "pressure": rng.normal(130, 18, TRAINED).round(),
        "chol": rng.normal(240, 50, TRAINED).round(1), "vessels": rng.integers(0, 4, TRAINED).astype(float),
        "sex": rng.choice(["female", "male"], TRAINED),
        "pain": rng.choice(["asympt", "atyp angina", "non-anginal", "typ angina"], TRAINED)})
    score = (0.05 * (t.age - 55) + 0.02 * (t.pressure - 130) + 0.01 * (t.chol - 240) * (t.sex == "male")
             + 1.2 * (t.pain == "asympt") + 0.4 * t.vessels - 1.1).to_numpy()
    holes = t.copy()
    holes.loc[rng.random(TRAINED) < 0.2, "chol"] = np.nan
    holes.loc[rng.random(TRAINED) < 0.1, "age"] = np.nan
    return t, holes, score, (score + rng.normal(0, 0.5, TRAINED) > 0).astype(int)


FULL, HOLES, SCORE, TWO = table()
THREE = np.digitize(SCORE, [-0.5, 0.7])
NUMBER = SCORE * 10 + 100
PAIR = np.c_[NUMBER, FULL.age - 7.0 * (FULL.sex == "male")]
SICK = np.where(TWO == 1, "sick", "healthy")


def forest(**more):
    return RandomForestClassifier(5, max_depth=4, **SEED, **more)


def boosted(**more):
    return GradientBoostingClassifier(n_estimators=6, **SEED, **more)


def boosted_number():
    return GradientBoostingRegressor(n_estimators=6, **SEED)


def columns(words=None):
    """What most people write: numbers are filled and scaled, words are encoded."""
    return ColumnTransformer([
        ("numbers", make_pipeline(SimpleImputer(strategy="median"), StandardScaler()), NUMBERS),
        ("words", words or OneHotEncoder(handle_unknown="ignore", sparse_output=False), WORDS)])


def matrix_models():
    """Of one matrix of numbers: name, model, table, target, options."""
    hist = dict(max_iter=6, max_depth=4)
    leaves = dict(n_estimators=5, num_leaves=6, verbose=-1, min_child_samples=5)
    yield "boosted-map", boosted(), FULL, TWO, {}
    yield "boosted-raw", boosted(), FULL, THREE, dict(zipmap=False, raw_scores=True)
    yield "boosted-exponential", boosted(loss="exponential"), FULL, TWO, NO_MAP
    yield "forest-words", forest(), FULL, SICK, {}
    yield "forest-missing", forest(), HOLES, THREE, NO_MAP
    yield "extra-number", ExtraTreesRegressor(5, max_depth=4, **SEED), FULL, NUMBER, {}
    yield "forest-pair", RandomForestRegressor(5, max_depth=4, **SEED), FULL, PAIR, {}
    yield "hist-two", HistGradientBoostingClassifier(**hist), HOLES, TWO, NO_MAP
    yield "hist-poisson", HistGradientBoostingRegressor(loss="poisson", **hist), HOLES, np.exp(SCORE), {}
    yield ("tree-way", DecisionTreeClassifier(max_depth=4, **SEED), FULL, TWO,
           dict(zipmap=False, decision_path=True, decision_leaf=True))
    yield "lightgbm-two", LGBMClassifier(**leaves), HOLES, TWO, NO_MAP
    yield "lightgbm-poisson", LGBMRegressor(objective="poisson", **leaves), HOLES, np.exp(SCORE), {}
    steps = dict(robust=RobustScaler(), minmax=MinMaxScaler(), maxabs=MaxAbsScaler(), best=SelectKBest(k=2),
                 power=PowerTransformer(), zeroone=Binarizer(threshold=100), normal=Normalizer(),
                 components=PCA(n_components=2, **SEED), bins=KBinsDiscretizer(n_bins=3, encode="ordinal"))
    for name, step in steps.items():
        yield "step-" + name, make_pipeline(step, boosted()), FULL, TWO, NO_MAP
    yield ("step-nested", make_pipeline(make_pipeline(SimpleImputer(), MinMaxScaler()), forest()),
           HOLES, SICK, {})
    yield "step-squares", make_pipeline(PolynomialFeatures(2), boosted()), FULL, TWO, NO_MAP
    yield "step-double", make_pipeline(StandardScaler(), CastTransformer(), boosted_number()), FULL, NUMBER, {}
    yield "several-ada", AdaBoostClassifier(n_estimators=3, **SEED), FULL, TWO, NO_MAP
    yield "several-bagging", BaggingRegressor(n_estimators=3, max_samples=0.1, **SEED), FULL, NUMBER, {}
    yield "several-calibrated", CalibratedClassifierCV(forest(), cv=2), FULL, TWO, NO_MAP
    yield "several-stacked", StackingClassifier([("a", forest()), ("b", boosted())]), FULL, TWO, NO_MAP
    yield ("several-voting", VotingRegressor([("a", boosted_number()), ("b", LinearRegression())]), FULL, NUMBER, {})
    yield "several-outputs", MultiOutputRegressor(boosted_number()), FULL, PAIR, {}
    yield "several-isolation", IsolationForest(n_estimators=3, max_samples=16, **SEED), FULL, None, {}


def column_models():
    """Of one input for each column of the table."""
    def words(encoder):
        return make_pipeline(columns(encoder), boosted())

    dense = dict(sparse_output=False)
    yield "columns-boosted", make_pipeline(columns(), boosted()), HOLES, TWO, {}
    yield "columns-forest", make_pipeline(columns(OneHotEncoder(handle_unknown="ignore")), forest()), HOLES, SICK, {}
    yield "columns-drop", words(OneHotEncoder(drop="first", **dense)), HOLES, TWO, NO_MAP
    yield "columns-drop-two", words(OneHotEncoder(drop="if_binary", **dense)), HOLES, TWO, NO_MAP
    yield ("columns-rare", words(OneHotEncoder(handle_unknown="infrequent_if_exist", min_frequency=80, **dense)), HOLES,
           TWO, NO_MAP)
    yield ("columns-codes", make_pipeline(columns(OrdinalEncoder(handle_unknown="use_encoded_value",
                                                                 unknown_value=-1)), forest()), HOLES, TWO, NO_MAP)
    yield "columns-target", words(TargetEncoder(cv=2, **SEED)), HOLES, TWO, NO_MAP
    yield ("columns-filled", words(make_pipeline(SimpleImputer(strategy="most_frequent", missing_values=""),
                                                 OneHotEncoder(**dense))), HOLES, TWO, NO_MAP)
    passed = ColumnTransformer([("w", OneHotEncoder(**dense), WORDS)], remainder="passthrough")
    yield "columns-pass", make_pipeline(passed, boosted_number()), FULL, NUMBER, {}
    yield ("columns-nested", make_pipeline(ColumnTransformer([
        ("a", make_pipeline(ColumnTransformer([("i", SimpleImputer(), [0]), ("s", StandardScaler(), [1])])),
         ["chol", "pressure"]), ("m", MinMaxScaler(), ["age", "vessels"]), ("w", OneHotEncoder(**dense), WORDS)]),
        boosted()), HOLES.assign(age=FULL.age), TWO, NO_MAP)
    one_hot = ColumnTransformer([("n", "passthrough", NUMBERS[:3]), ("v", OneHotEncoder(**dense), ["vessels"])])
    yield "columns-numbers", make_pipeline(one_hot, forest()), FULL[NUMBERS], TWO, NO_MAP
    yield ("columns-whole", make_pipeline(one_hot, forest()), FULL[NUMBERS].astype({"vessels": "int64"}), TWO, NO_MAP)
    codes = ColumnTransformer([("w", OrdinalEncoder(), WORDS), ("n", "passthrough", NUMBERS)])
    sets = HistGradientBoostingClassifier(max_iter=6, max_depth=4, categorical_features=[0, 1])
    yield "columns-sets", make_pipeline(codes, sets), HOLES, TWO, NO_MAP
    yield ("columns-bins", make_pipeline(ColumnTransformer([
        ("k", KBinsDiscretizer(n_bins=3, encode="onehot-dense"), ["age", "chol"]), ("n", "passthrough", ["pressure"])]),
        boosted()), FULL[["age", "chol", "pressure"]], TWO, NO_MAP)
    light = LGBMClassifier(n_estimators=5, num_leaves=6, verbose=-1)
    yield "columns-lightgbm", make_pipeline(columns(), light), HOLES, TWO, NO_MAP
    others = dict(logistic=LogisticRegression(), svc=SVC(probability=True, **SEED), sgd=SGDClassifier(loss="log_loss", **SEED),
                  neighbours=KNeighborsClassifier(3), network=MLPClassifier((6,), max_iter=50, **SEED))
    for name, model in others.items():
        yield "other-" + name, make_pipeline(columns(), model), HOLES[:40], TWO[:40], NO_MAP
    yield "other-linear", make_pipeline(columns(), LinearRegression()), HOLES, NUMBER, {}
    yield "other-svr", make_pipeline(columns(), SVR()), HOLES[:40], NUMBER[:40], {}


def fed(rows, inputs):
    """The inputs of a model for rows of the table."""
    if list(inputs) == ["X"]:
        return {"X": rows.to_numpy().astype(inputs["X"])}
    if list(inputs) == ["numbers", "words"]:
        return {"numbers": rows[NUMBERS].to_numpy().astype(inputs["numbers"]), "words": rows[WORDS].to_numpy(object)}
    return {c: rows[[c]].to_numpy().astype(inputs[c]) for c in rows.columns}


def session(model):
    options = ort.SessionOptions()
    options.log_severity_level = 3
    return ort.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])


def ensemble(model):
    """The one that answers: the exporter writes it first."""
    return next(n for n in model.graph.node if n.op_type.startswith("TreeEnsemble"))


def shapley(model, rows, background, inputs, target):
    """Raw scores, the base value and values [row][column of the table]."""
    node = ensemble(model)
    asked = node.input[0]
    opened = onnx.ModelProto()
    opened.CopyFrom(model)
    if asked not in inputs:
        opened.graph.output.append(helper.make_empty_tensor_value_info(asked))
    whole = session(opened)

    def columns_of(frame):
        feeds = fed(frame, inputs)
        return feeds[asked] if asked in feeds else whole.run([asked], feeds)[0]

    plain = onnx.NodeProto()
    plain.CopyFrom(node)
    for attribute in plain.attribute:
        if attribute.name == "post_transform":
            attribute.s = b"NONE"
    x, others = columns_of(rows), columns_of(background)
    kind = helper.np_dtype_to_tensor_dtype(x.dtype)
    graph = helper.make_graph([plain], "trees", [helper.make_tensor_value_info(asked, kind, [None, None])],
                              [helper.make_empty_tensor_value_info(o) for o in plain.output])
    trees = session(helper.make_model(graph, opset_imports=list(model.opset_import), ir_version=8))
    output = 1 if node.op_type.endswith("Classifier") else 0

    def scores(values):
        return trees.run(None, {asked: values})[output].astype(float)[:, target]

    width = x.shape[1]
    worth = np.zeros((1 << width, len(x)))
    for coalition in range(1 << width):
        mask = np.array([coalition >> c & 1 for c in range(width)], bool)
        mixed = np.repeat(others[None], len(x), 0)
        mixed[:, :, mask] = x[:, None, mask]
        worth[coalition] = scores(mixed.reshape(-1, width)).reshape(len(x), -1).mean(1)
    values = np.zeros(x.shape)
    for c in range(width):
        for coalition in range(1 << width):
            if not coalition >> c & 1:
                size = bin(coalition).count("1")
                weight = math.factorial(size) * math.factorial(width - size - 1) / math.factorial(width)
                values[:, c] += weight * (worth[coalition | 1 << c] - worth[coalition])
    return worth[-1], worth[0][0], folded(values, rows, background, columns_of)


def folded(values, rows, background, columns_of):
    """Values by column of the table; None if one column of the trees depends on several."""
    before = columns_of(rows)
    owner = {}
    for name in rows.columns:
        for shift in range(len(background)):
            changed = rows.copy()
            changed[name] = np.roll(background[name].to_numpy(), shift)[:len(rows)]
            for c in np.flatnonzero(np.any(~np.isclose(columns_of(changed), before, equal_nan=True), axis=0)):
                owner.setdefault(int(c), set()).add(name)
    if any(len(names) > 1 for names in owner.values()):
        return None
    out = {name: np.zeros(len(rows)) for name in rows.columns}
    for c, names in owner.items():
        out[next(iter(names))] += values[:, c]
    return out


def write(name, model, frame, target, options, inputs):
    model.fit(frame if list(inputs) == list(frame.columns) else frame.to_numpy(), target)
    last = model.steps[-1][1] if isinstance(model, Pipeline) else model
    kinds = {np.float32: FloatTensorType, np.float64: DoubleTensorType, np.int64: Int64TensorType,
             object: StringTensorType}
    widths = {"X": frame.shape[1], "numbers": len(NUMBERS), "words": len(WORDS)}
    exported = convert_sklearn(model, initial_types=[(i, kinds[t]([None, widths.get(i, 1)]))
                                                     for i, t in inputs.items()],
                               options={id(last): dict(options)} if options else None,
                               target_opset={"": 18, "ai.onnx.ml": 3})
    # The exporter draws a name and an order; files stay the same when they are made again.
    exported.graph.name = name
    sets = sorted(exported.opset_import, key=lambda o: o.domain)
    del exported.opset_import[:]
    exported.opset_import.extend(sets)
    onnx.save(exported, OUT / (name + ".onnx"))
    rows, background = frame.iloc[:ROWS], frame.iloc[ROWS:ROWS + BACKGROUND]
    opened = session(exported)
    answers = opened.run(None, fed(rows, inputs))
    golden = {"table": rows.to_csv(index=False), "background": background.to_csv(index=False), "outputs": {}}
    for output, answer in zip(opened.get_outputs(), answers):
        golden["outputs"][output.name] = [list(r.values()) if isinstance(r, dict) else np.ravel(r).tolist()
                                          for r in answer]
    trees = any(n.op_type.startswith("TreeEnsemble") for n in exported.graph.node)
    if trees and not name.startswith("several-"):
        classes = ensemble(exported).op_type.endswith("Classifier")
        golden["target"] = int(classes)
        raw, base, values = shapley(exported, rows, background, inputs, int(classes))
        golden |= {"scores": raw.tolist(), "base": base,
                   "values": values and {c: v.tolist() for c, v in values.items()}}
    (OUT / (name + ".json")).write_text(json.dumps(golden, separators=(",", ":")) + "\n")


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    update_registered_converter(LGBMClassifier, "Classifier", calculate_linear_classifier_output_shapes,
                                convert_lightgbm, options={"zipmap": [True, False], "nocl": [True, False]})
    update_registered_converter(LGBMRegressor, "Regressor", calculate_linear_regressor_output_shapes, convert_lightgbm)
    for name, model, frame, target, options in matrix_models():
        number = np.float64 if name == "step-double" else np.float32
        write(name, model, frame[NUMBERS], target, options, {"X": number})
    for name, model, frame, target, options in column_models():
        kinds = {"f": np.float32, "i": np.int64}
        write(name, model, frame, target, options, {c: kinds.get(frame[c].dtype.kind, object) for c in frame})
    blocks = ColumnTransformer([("n", StandardScaler(), [0, 1, 2, 3]),
                                ("w", OneHotEncoder(handle_unknown="ignore", sparse_output=False), [4, 5])])
    write("blocks", make_pipeline(blocks, boosted()), FULL, TWO, NO_MAP, {"numbers": np.float32, "words": object})


main()
