#!/bin/sh
# Copyright (c) 2026 The Loupe authors.
# This program and the accompanying materials are made available under the terms of the
# Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
# SPDX-License-Identifier: EPL-2.0
#
# Measures what a user waits for, with the built product on Linux: `explain --help`, `predict` on a real model, the first
# window, and the memory of the idle workbench.
#   startup.sh [MODEL CARD INPUT]     default: MobileNet and a cat under ../shared/data
# Needs Xvfb and xdotool for the workbench; without them those two lines say so.
set -u
here=$(CDPATH='' cd -P -- "$(dirname -- "$0")" && pwd)
root=$(CDPATH='' cd -P -- "$here/../.." && pwd)
product=$root/releng/org.loupe.repository/target/products/loupe/linux/gtk/x86_64/loupe
data=$root/../shared/data/image
model=${1:-$data/mobilenet_v1_0.25_224.onnx}
card=${2:-}
input=${3:-$data/chelsea.png}
repeat=5
if [ ! -x "$product/loupe" ]; then
  echo "startup.sh: not built: $product; run ./loupe or ./verify first" >&2
  exit 1
fi
scratch=$(mktemp -d)
xvfb='' workbench=''
trap 'if [ -n "$workbench" ]; then kill "$workbench" 2>/dev/null; wait "$workbench" 2>/dev/null; fi
  if [ -n "$xvfb" ]; then kill "$xvfb" 2>/dev/null; fi
  rm -rf "$scratch"' EXIT

now() { date +%s%N; }

# Prints the least and the median of the milliseconds that the command "$@" takes in $repeat runs.
measure() {
  label=$1
  shift
  : >"$scratch/times"
  i=0
  while [ "$i" -lt "$repeat" ]; do
    begin=$(now)
    if ! "$@" >"$scratch/out" 2>"$scratch/err" </dev/null; then
      printf '%-22s failed: %s\n' "$label" "$(head -n 1 "$scratch/err")"
      return 1
    fi
    echo $((($(now) - begin) / 1000000)) >>"$scratch/times"
    i=$((i + 1))
  done
  sort -n "$scratch/times" | awk -v label="$label" '{ t[NR] = $1 } END { printf "%-22s min %d ms, median %d ms of %d runs\n", label, t[1], t[int((NR + 1) / 2)], NR }'
}

measure_workbench() {
  for tool in Xvfb xdotool; do
    if ! command -v "$tool" >/dev/null 2>&1; then
      echo "workbench              not measured: no $tool"
      return
    fi
  done
  Xvfb -displayfd 3 -screen 0 1600x1200x24 -nolisten tcp 3>"$scratch/display" >/dev/null 2>&1 &
  xvfb=$!
  until [ -s "$scratch/display" ]; do sleep 0.1; done
  DISPLAY=:$(cat "$scratch/display")
  export DISPLAY
  begin=$(now)
  "$product/loupe" ide --workspace "$scratch/workspace" >"$scratch/out" 2>&1 &
  workbench=$!
  until xdotool search --onlyvisible --name 'Loupe' >/dev/null 2>&1; do
    if ! kill -0 "$workbench" 2>/dev/null; then
      echo "workbench              ended: $(tail -n 1 "$scratch/out")"
      return
    fi
    sleep 0.05
  done
  printf '%-22s %d ms (new workspace)\n' "first window" $((($(now) - begin) / 1000000))
  sleep 30
  java=$(pgrep -P "$workbench" java | head -n 1)
  awk -v label="idle workbench" '/^VmRSS/ { rss = $2 } /^VmHWM/ { peak = $2 } END { printf "%-22s %d MB resident after 30 s, peak %d MB\n", label, rss / 1024, peak / 1024 }' "/proc/$java/status"
}

"$product/loupe" --version >/dev/null 2>&1 # the first start fills the state
measure "explain --help" "$product/loupe" explain --help
if [ -r "$model" ] && [ -r "$input" ]; then
  if [ -n "$card" ]; then measure "predict" "$product/loupe" predict "$model" --card "$card" --input "$input"; else
    measure "predict" "$product/loupe" predict "$model" --input "$input"
  fi
else
  echo "predict                not measured: no $model"
fi
measure_workbench
