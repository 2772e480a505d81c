"""The pages are built with this machine's Node, and where it has none, or an old one, with that of PyPI."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.shop_desk import ROOT

NONE = "exit 127"
OLD = 'case "$*" in *process*) exit 1;; esac; exit 127'
"""A Node that is there and, asked for its version as the script asks, is too old; it builds nothing."""


@pytest.mark.parametrize("node", [NONE, OLD])
def test_without_a_node_that_is_new_enough_npm_runs_out_of_the_wheel(tmp_path: Path, node: str) -> None:
    for name in ("node", "npm"):
        (tmp_path / name).write_text(f"#!/bin/sh\n{node}\n", encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    environment = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"}
    command = [str(ROOT / "frontend/scripts/npm"), "--version"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 - our own
    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(r"\d+\.\d+\.\d+\n", done.stdout)
