"""The template as CloudFormation comes to see it: transformed by SAM first, then linted, which finds more."""

import json
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from linda.testing.servers.process import INSTALLED, ROOT, installed

TEMPLATE = ROOT / "infra" / "template.yaml"
TOOL = Path(__file__).with_name("sam_and_lint.py")

Template = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Question:
    """A template's text with values for its parameters, and whether it is to be linted."""

    text: str
    parameters: Mapping[str, str] = field(default_factory=dict)
    lint: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """The transformed template (empty when the transform refused it), and what is wrong with it, in sentences."""

    template: Template
    findings: tuple[str, ...]


def ask(questions: Iterable[Question]) -> list[Answer]:
    """Return the answers in order; one process for all, since its imports take longest. Raises `ServerMissing`."""
    python = installed(INSTALLED / ".venv/bin/python", "SAM's transform")
    said = json.dumps([asdict(each) for each in questions])
    done = subprocess.run(  # noqa: S603 - our own tool
        [str(python), "-B", str(TOOL)], input=said, capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stderr
    return [Answer(each["template"], tuple(each["findings"])) for each in json.loads(done.stdout)]


@cache
def ours() -> Answer:
    """Return LINDA's template, transformed and linted once for all tests of this process."""
    return ask([Question(TEMPLATE.read_text(encoding="utf-8"), lint=True)])[0]
