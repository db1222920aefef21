#!/bin/sh
# Copyright (c) 2026 The Loupe authors.
# This program and the accompanying materials are made available under the terms of the
# Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
# SPDX-License-Identifier: EPL-2.0
#
# Measures how long after the forward run the channels of a layer are painted in the Activations view of the built product
# on Linux: in fresh processes, whose first layer it is (cold), and for the layers after that (warm). The model is one whose
# layers have 512 channels of 28 x 28 places (wide), or the sample's (biased). The view is opened when a picture is chosen
# (opened), or the picture is chosen while the view is there (chosen), so that the prediction and an explanation are computed
# at the same time, or that with the view over the whole window (large).
#   first_layer.sh [wide|biased] [opened|large|chosen] [PROCESSES] [PRODUCT]
# Default: wide, opened, 5, the product of this tree.
# Needs a JDK for javac and jar, and a display or Xvfb.
set -u
here=$(CDPATH='' cd -P -- "$(dirname -- "$0")" && pwd)
root=$(CDPATH='' cd -P -- "$here/../.." && pwd)
model=${1:-wide}
way=${2:-opened}
processes=${3:-5}
product=${4:-$root/releng/org.loupe.repository/target/products/loupe/linux/gtk/x86_64/loupe}
if [ ! -x "$product/loupe" ]; then
  echo "first_layer.sh: not built: $product; run ./loupe or ./verify first" >&2
  exit 1
fi
bin=${JAVA_HOME:+$JAVA_HOME/bin/}
scratch=$(mktemp -d)
xvfb=''
trap 'if [ -n "$xvfb" ]; then kill "$xvfb" 2>/dev/null; fi
  rm -rf "$scratch"' EXIT

# A copy of the product with one more bundle, which does what a user would.
cp -a "$product" "$scratch/product" || exit 1
mkdir "$scratch/classes" "$scratch/models"
"${bin}javac" --release 21 -proc:none -nowarn -cp "$(printf '%s:' "$product"/plugins/*.jar)" -d "$scratch/classes" \
  "$here/first_layer/FirstLayer.java" || exit 1
cp "$here/first_layer/plugin.xml" "$scratch/classes/"
"${bin}jar" --create --file "$scratch/product/plugins/org.loupe.benchmarks.workbench_0.1.0.jar" \
  --manifest "$here/first_layer/MANIFEST.MF" -C "$scratch/classes" . || exit 1
echo 'org.loupe.benchmarks.workbench,0.1.0,plugins/org.loupe.benchmarks.workbench_0.1.0.jar,4,false' \
  >>"$scratch/product/configuration/org.eclipse.equinox.simpleconfigurator/bundles.info"
printf '%s\n' 'org.loupe.ui.activations/debug=true' 'org.loupe.ui.activations/debug/paint=true' >"$scratch/options"

if [ -z "${DISPLAY:-}" ]; then
  Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3>"$scratch/display" >/dev/null 2>&1 &
  xvfb=$!
  until [ -s "$scratch/display" ]; do
    kill -0 "$xvfb" 2>/dev/null || { echo "first_layer.sh: no display and no Xvfb" >&2; exit 1; }
    sleep 0.1
  done
  DISPLAY=:$(cat "$scratch/display")
  export DISPLAY
fi

# Runs a process; its lines go to $scratch/out.
look() {
  rm -rf "$scratch/workspace"
  LOUPE_JAVA_OPTS="${LOUPE_JAVA_OPTS:-} -Dloupe.sample=none -Dloupe.benchmark.folder=$scratch/models \
    -Dloupe.benchmark.model=$model.onnx -Dloupe.benchmark.way=$way" "$scratch/product/loupe" ide --workspace "$scratch/workspace" \
    -debug "$scratch/options" >"$scratch/out" 2>"$scratch/err"
  if grep '^failed' "$scratch/out"; then exit 1; fi
}

# Prints the median of the numbers of the lines that come in.
median() { sort -n | awk -v label="$1" '{ t[NR] = $1 } END { if (NR) printf "%s: median %.1f ms, from %.1f to %.1f ms, of %d\n", label, t[int((NR + 1) / 2)], t[1], t[NR], NR }'; }

look # the first start fills the state of Equinox, and writes the models
i=0
while [ "$i" -lt "$processes" ]; do
  look
  awk '$1 == "painted" { print $(NF - 1) }' "$scratch/out" >"$scratch/times"
  head -n 1 "$scratch/times" >>"$scratch/cold"
  tail -n +6 "$scratch/times" >>"$scratch/warm"
  grep '^painted' "$scratch/out" | sed "s/^/process $((i + 1)): /"
  i=$((i + 1))
done
median "cold" <"$scratch/cold"
median "warm" <"$scratch/warm"
