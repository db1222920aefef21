#!/usr/bin/env python3
# Copyright (c) 2026 The Loupe authors.
# This program and the accompanying materials are made available under the terms of the
# Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
# SPDX-License-Identifier: EPL-2.0
"""Shows whether gradients leave memory behind: the peak of resident memory after few and after many of them, each in a
process of its own.

    gradient_memory.py LOUPE MODEL INPUT.npy [--runs 10,100,1000] [--batch 1]
"""
import argparse
import json
import subprocess


def peak(args, runs):
    out = subprocess.run([args.loupe, "bench", args.model, "--method", "gradient", "--input", args.input,
                          "--batch", str(args.batch), "--warmup", "0", "--repeat", str(runs), "--json"],
                         capture_output=True, text=True, check=True).stdout
    return json.loads(out)["peakMemoryBytes"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("loupe")
    parser.add_argument("model")
    parser.add_argument("input")
    parser.add_argument("--runs", default="10,100,1000")
    parser.add_argument("--batch", type=int, default=1)
    args = parser.parse_args()
    for runs in map(int, args.runs.split(",")):
        print(f"{runs} runs: at most {peak(args, runs) / 2**20:.0f} MiB resident", flush=True)


if __name__ == "__main__":
    main()
