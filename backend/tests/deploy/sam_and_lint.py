"""Transforms templates as AWS does, then lints them; runs in the environment of the servers, which has the tools.

Questions come as JSON on standard input, answers leave as JSON on standard output (see `transformed`).
"""

import importlib
import json
import os
import sys
from typing import Any

REGION = "us-east-1"


class _NoManagedPolicies:
    def load(self) -> dict[str, str]:
        return {}


def answer(question: dict[str, Any]) -> dict[str, Any]:
    """Return the transformed template and what is wrong with it, linted only where that is asked for."""
    decoded, unreadable = importlib.import_module("cfnlint.decode").decode_str(question["text"])
    if unreadable:
        return {"template": {}, "findings": [str(each) for each in unreadable]}
    plain = json.loads(json.dumps(decoded))
    refused = importlib.import_module("samtranslator.model.exceptions").InvalidDocumentException
    transform = importlib.import_module("samtranslator.translator.transform").transform
    try:
        template = transform(plain, question["parameters"], _NoManagedPolicies())
    except refused as bad:
        return {"template": {}, "findings": [cause.message for cause in bad.causes]}
    return {"template": template, "findings": _findings(template) if question["lint"] else []}


def _findings(template: dict[str, Any]) -> list[str]:
    lint = importlib.import_module("cfnlint.api").lint
    arguments = importlib.import_module("cfnlint.config").ManualArgs
    # "I" are the remarks below a warning: they are wanted too.
    found = lint(json.dumps(template, indent=1), config=arguments(regions=[REGION], include_checks=["I"]))
    return [f"{each.rule.id} {'/'.join(map(str, each.path or ()))}: {each.message}" for each in found]


if __name__ == "__main__":
    os.environ["AWS_DEFAULT_REGION"] = REGION
    json.dump([answer(question) for question in json.load(sys.stdin)], sys.stdout)
