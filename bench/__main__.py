"""Runs every bench: each prints a table and whether its goal is met."""

import sys

from bench import answered_in_time, cold_start, import_time, model_turn, openings, relay, rules_answers

BENCHES = (import_time, rules_answers, openings, model_turn, answered_in_time, relay, cold_start)

if __name__ == "__main__":
    results = [bench.main() for bench in BENCHES]
    sys.exit(not all(results))
