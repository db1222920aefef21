#!/usr/bin/env python3
# Copyright (c) 2026 The Loupe authors.
# This program and the accompanying materials are made available under the terms of the
# Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
# SPDX-License-Identifier: EPL-2.0
"""Times a step of feature visualization beside a pass forward and back of the same target, in turn.

    ascent_speed.py LOUPE MODEL LAYER INPUT.npy [--profiles chollet,lucid] [--repeat 5] [--threads 2] [-- CARD OPTIONS]

LOUPE is a built product's start script; INPUT.npy is only what the plain pass is fed with. A step costs the difference
between a long run and a short one, divided by the difference of their steps, so that what a run does once does not
count. Prints for each profile the milliseconds of a pass and of a step (lowest of the repetitions), their ratio and
their difference.
"""
import argparse
import json
import subprocess

SHORT, LONG = 10, 40


def bench(loupe, model, method, npy, options, repeat):
    """The lowest time of a call in milliseconds."""
    command = [loupe, "bench", model, "--method", method, "--input", npy, "--repeat", str(repeat), "--warmup", "2",
               "--json", *options]
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return json.loads(out)["minMillis"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("loupe")
    parser.add_argument("model")
    parser.add_argument("layer")
    parser.add_argument("input")
    parser.add_argument("--profiles", default="chollet,lucid,yosinski,tf-keras-vis")
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("options", nargs="*", help="passed on, as --card FILE")
    args = parser.parse_args()
    common = ["--threads", str(args.threads), "--target", f"channel:{args.layer}/0", *args.options]
    for profile in args.profiles.split(","):
        once = bench(args.loupe, args.model, "gradient", args.input, common, args.repeat * 4)
        runs = {}
        for steps in (SHORT, LONG):
            more = ["--profile", profile, "--set", f"steps={steps}"]
            runs[steps] = bench(args.loupe, args.model, "feature-visualization", args.input, common + more,
                                args.repeat)
        step = (runs[LONG] - runs[SHORT]) / (LONG - SHORT)
        print(f"{profile:14s} pass {once:8.2f} ms  step {step:8.2f} ms  ratio {step / once:5.2f}  "
              f"difference {step - once:6.2f} ms", flush=True)


if __name__ == "__main__":
    main()
