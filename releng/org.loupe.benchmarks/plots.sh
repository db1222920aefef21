#!/bin/sh
# Copyright (c) 2026 The Loupe authors.
# This program and the accompanying materials are made available under the terms of the
# Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
# SPDX-License-Identifier: EPL-2.0
#
# Draws every plot of attributions for a table whose effects are known and for a table of one's own, as docs/plots.md
# shows them: plots-known-*.png and plots-NAME-*.png.
#
#     plots.sh FOLDER [TABLE.csv LABEL]
#
# trains the models with tree_models.py into FOLDER, and writes the pictures there. Set PYTHON to a Python that has
# lightgbm, numpy and pandas, and LOUPE to another command than ./loupe.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
loupe=${LOUPE:-$here/../../loupe}
python=${PYTHON:-python3}
[ $# -eq 1 ] || [ $# -eq 3 ] || { echo "usage: plots.sh FOLDER [TABLE.csv LABEL]" >&2; exit 2; }
mkdir -p "$1"
folder=$(cd "$1" && pwd)

draw() { # MODEL TABLE NAME
  rm -f "$1.card.json"
  "$loupe" card "$1" --input "$2" --out "$1.card.json"
  for plot in waterfall force beeswarm bar dependence decision attribution-heat-map force-rows attribution-summary; do
    "$loupe" explain "$1" --input "$2" --method tree-shap --set interactions=true --visualizer "$plot" \
      --out "$folder/plots-$3-$plot.png"
  done
}

"$python" "$here/tree_models.py" generate "$folder" --rows 1000
draw "$folder/generated.model" "$folder/generated.csv" known
# the one interaction that is in it
"$loupe" explain "$folder/generated.model" --input "$folder/generated.csv" --method tree-shap --set interactions=true \
  --visualizer dependence --view feature=weight --out "$folder/plots-known-dependence.png"
if [ $# -eq 3 ]; then
  name=$(basename "$2" .csv)
  "$python" "$here/tree_models.py" train "$2" "$folder" --label "$3"
  draw "$folder/$name.model" "$2" "$name"
fi
