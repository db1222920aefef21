#!/usr/bin/env python3
# Copyright (c) 2026 The Loupe authors.
# This program and the accompanying materials are made available under the terms of the
# Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
# SPDX-License-Identifier: EPL-2.0
"""Trains LightGBM models of tables, and makes a table whose true effects are known.

    tree_models.py train TABLE.csv FOLDER --label COLUMN [--trees 150] [--seed 1]
    tree_models.py generate FOLDER [--rows 4000] [--noise 0.5] [--trees 400] [--seed 1]
    tree_models.py compare FOLDER VALUES.csv

train      writes FOLDER/TABLE.model: two classes where the label has two words, of which the later in the alphabet is
           what the model gives the probability of; several classes where it has more; else a regression.
generate   writes FOLDER/generated.csv, generated.model and generated.effects.csv. The score of a row is the sum of ten
           effects and normal noise; all twelve columns are independent, so that the Shapley values of the sum without
           noise are known: each effect less its mean, and half of the interaction for each of its two columns. They
           are what generated.effects.csv holds, for the rows of generated.csv.
compare    prints how far attributions (VALUES.csv, as "loupe explain FOLDER/generated.model --input
           FOLDER/generated.csv --method tree-shap --out VALUES.csv" writes it) are from these effects.

Needs lightgbm, numpy and pandas. Writes nothing but what is named here."""
import argparse
import os

import lightgbm as lgb
import numpy as np
import pandas as pd


def with_categories(table):
    """Words as categories in the order of their letters, which LightGBM writes into the model."""
    for name in table.columns:
        if not pd.api.types.is_numeric_dtype(table[name]):
            table[name] = table[name].astype("category")
    return table


def fit(table, label, objective, trees, seed, **more):
    settings = dict(objective=objective, num_leaves=15, learning_rate=0.05, min_data_in_leaf=15, cat_smooth=1,
                    min_data_per_group=5, verbose=-1, seed=seed, deterministic=True, **more)
    return lgb.train(settings, lgb.Dataset(table, label), trees)


def train(args):
    table = with_categories(pd.read_csv(args.table))
    if args.label not in table.columns:
        raise SystemExit(f"{args.table} has no column {args.label}; it has {', '.join(table.columns)}")
    table = table.dropna(subset=[args.label])
    label = table.pop(args.label)
    more = {}
    if isinstance(label.dtype, pd.CategoricalDtype):
        words = list(label.cat.categories)
        label = label.cat.codes
        objective = "binary" if len(words) == 2 else "multiclass"
        more = {} if len(words) == 2 else dict(num_class=len(words))
        print(f"classes of {args.label}: {', '.join(words)}")
    else:
        objective = "regression"
    model = fit(table, label, objective, args.trees, args.seed, **more)
    file = os.path.join(args.folder, os.path.splitext(os.path.basename(args.table))[0] + ".model")
    model.save_model(file)
    print(f"wrote {file}: {objective}, {len(table)} rows, {table.shape[1]} columns, {model.num_trees()} trees")


STAGES = {"I": -0.4, "II": 0.0, "III": 0.3, "IV": 1.2}


def draw(rows, rng):
    """Twelve independent columns."""
    glucose = rng.gamma(9, 12, rows).round(0)
    glucose[rng.random(rows) < 0.1] = np.nan
    return pd.DataFrame(dict(
        age=rng.integers(20, 81, rows), sex=rng.choice(["female", "male"], rows),
        weight=rng.normal(75, 12, rows).round(1), height=rng.normal(172, 9, rows).round(0),
        pressure=rng.normal(135, 15, rows).round(0), cholesterol=rng.normal(200, 35, rows).round(0), glucose=glucose,
        smoker=rng.choice(["no", "yes"], rows, p=[0.7, 0.3]), exercise=rng.exponential(3, rows).round(1),
        stage=rng.choice(list(STAGES), rows, p=[0.4, 0.3, 0.2, 0.1]),
        eyes=rng.choice(["blue", "brown", "green"], rows), pulse=rng.normal(70, 9, rows).round(0)))


def effects(t):
    """What single columns add. height and eyes add nothing; weight and sex act together alone."""
    return dict(age=0.03 * (t.age - 50), pressure=1.0 * (t.pressure >= 140), smoker=0.8 * (t.smoker == "yes"),
                cholesterol=((t.cholesterol - 200) / 50) ** 2, exercise=np.exp(-t.exercise / 2),
                glucose=np.where(t.glucose.isna(), 0.6, np.tanh((t.glucose - 110) / 25)),
                stage=t.stage.map(STAGES), pulse=0.01 * (t.pulse - 70))


def shapley(t):
    """Shapley values of the sum of all effects, with the rows themselves as the data that is averaged over."""
    out = pd.DataFrame(0.0, index=t.index, columns=t.columns)
    for name, effect in effects(t).items():
        out[name] = effect - np.mean(effect)
    sign = np.where(t.sex == "male", 1.0, -1.0)
    heavy = 0.04 * (t.weight - 75)
    both = sign * heavy
    by_sex, by_weight = sign * heavy.mean(), sign.mean() * heavy
    mean = sign.mean() * heavy.mean()
    out["sex"] = (both - by_weight + by_sex - mean) / 2
    out["weight"] = (both - by_sex + by_weight - mean) / 2
    return out, both


def generate(args):
    rng = np.random.default_rng(args.seed)
    table = draw(args.rows, rng)
    values, both = shapley(table)
    score = sum(effects(table).values()) + both + rng.normal(0, args.noise, args.rows)
    model = fit(with_categories(table.copy()), score, "regression", args.trees, args.seed)
    base = os.path.join(args.folder, "generated")
    table.assign(score=score.round(4)).to_csv(base + ".csv", index=False)
    values.round(6).to_csv(base + ".effects.csv", index=False)
    model.save_model(base + ".model")
    print(f"wrote {base}.csv, {base}.model, {base}.effects.csv: {args.rows} rows, {model.num_trees()} trees")


def compare(args):
    true = pd.read_csv(os.path.join(args.folder, "generated.effects.csv"))
    found = pd.read_csv(args.values)
    if len(found) != len(true) or not set(true.columns) <= set(found.columns):
        raise SystemExit(f"{args.values} has not the {len(true)} rows and the columns of the generated table")
    print(f"{'column':12} {'mean |true|':>12} {'mean |found|':>12} {'rms of difference':>18} {'correlation':>12}")
    for name in true.abs().mean().sort_values(ascending=False).index:
        a, b = true[name], found[name]
        same = f"{np.corrcoef(a, b)[0, 1]:12.4f}" if a.std() > 0 and b.std() > 0 else f"{'':>12}"
        print(f"{name:12} {a.abs().mean():12.4f} {b.abs().mean():12.4f} {np.sqrt(((a - b) ** 2).mean()):18.4f} {same}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    works = parser.add_subparsers(required=True)
    one = works.add_parser("train")
    one.add_argument("table")
    one.add_argument("folder")
    one.add_argument("--label", required=True)
    one.set_defaults(work=train, trees=150)
    two = works.add_parser("generate")
    two.add_argument("folder")
    two.add_argument("--rows", type=int, default=4000)
    two.add_argument("--noise", type=float, default=0.5)
    two.set_defaults(work=generate, trees=400)
    for each, trees in ((one, 150), (two, 400)):
        each.add_argument("--trees", type=int, default=trees)
        each.add_argument("--seed", type=int, default=1)
    three = works.add_parser("compare")
    three.add_argument("folder")
    three.add_argument("values")
    three.set_defaults(work=compare)
    args = parser.parse_args()
    os.makedirs(args.folder, exist_ok=True)
    args.work(args)


if __name__ == "__main__":
    main()
