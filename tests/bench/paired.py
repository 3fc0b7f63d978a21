#!/usr/bin/env python3
"""Two commands as whole processes, in turn (A B A B …), so that a machine whose speed drifts does neither an injustice.

    tests/bench/paired.py [--runs N] 'COMMAND A' 'COMMAND B'

Prints wall time, processor time and peak memory of each (median, with least and most) and the ratio A/B, run by run.
The commands are split as a shell would; their output is thrown away. Exit status 1 when a run of either fails."""
import argparse
import os
import shlex
import statistics
import subprocess
import sys
import time

FIGURES = (("wall", "ms", 1e3), ("cpu", "ms", 1e3), ("memory", "MB", 1 / 1e3))


def run(words):
    start = time.perf_counter()
    process = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"paired.py: exit status {process.returncode}: {' '.join(words)}")
    return {"wall": wall, "cpu": used.ru_utime + used.ru_stime, "memory": used.ru_maxrss * 1024 / 1e3}


def spread(values, scale=1.0, form="{:.1f}"):
    return " ".join(form.format(f(values) * scale) for f in (statistics.median, min, max))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("commands", nargs=2, metavar="COMMAND")
    options = parser.parse_args()
    commands = [shlex.split(c) for c in options.commands]
    for words in commands:
        run(words)                                          # a warm-up that does not count
    rows = [[run(words) for words in commands] for _ in range(options.runs)]
    print(f"{options.runs} runs each, in turn; median least most")
    for figure, unit, scale in FIGURES:
        a, b = ([row[k][figure] for row in rows] for k in (0, 1))
        ratios = [x / y for x, y in zip(a, b) if y]
        print(f"{figure:7} A {spread(a, scale)} {unit} | B {spread(b, scale)} {unit} | A/B {spread(ratios, form='{:.3f}')}")


if __name__ == "__main__":
    main()
