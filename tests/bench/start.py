#!/usr/bin/env python3
"""From the start of the window to a comparison drawn, in a home of its own each time (so: import, analysis, comparison).

    tests/with-display tests/bench/start.py [--runs N] [--kept] PROGRAM FILE…

The program reports on its log when the panes with their marks are on the screen. --kept: the library is there already,
as at the second start. Prints median, least and most in ms."""
import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time

DRAWN = re.compile(rb"comparison drawn")


def run(words, home, seconds=30):
    environment = dict(os.environ, G_MESSAGES_DEBUG="synoptic", XDG_DATA_HOME=home, XDG_CONFIG_HOME=home)
    start = time.perf_counter()
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment)
    for line in process.stdout:
        if DRAWN.search(line):
            drawn = time.perf_counter() - start
            process.terminate()
            process.wait()
            return drawn
        if time.perf_counter() - start > seconds:
            break
    process.kill()
    sys.exit("start.py: the program never reported a drawn comparison")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--kept", action="store_true")
    parser.add_argument("words", nargs="+", metavar="PROGRAM FILE")
    options = parser.parse_args()
    times = []
    with tempfile.TemporaryDirectory() as kept:
        for number in range(options.runs + 1):
            with tempfile.TemporaryDirectory() as fresh:
                took = run(options.words, kept if options.kept else fresh)
            if number > 0:                                  # the first is a warm-up
                times.append(took * 1e3)
    print(f"start to panes drawn: median {statistics.median(times):.0f} ms, least {min(times):.0f}, most {max(times):.0f}")


if __name__ == "__main__":
    main()
