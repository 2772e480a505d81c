"""What the checks of the template share: finding resources, and saying how one differs from what is wanted."""

from collections.abc import Mapping
from typing import Any

from tests.deploy.transformed import Template

NOTHING = "nothing"


def of_type(template: Template, kind: str) -> dict[str, dict[str, Any]]:
    """Return the resources of type `kind` by their names in the template."""
    return {name: each for name, each in template.get("Resources", {}).items() if each["Type"] == kind}


def properties(template: Template, name: str) -> dict[str, Any]:
    """Return the properties of the resource `name`; none when it is not there."""
    found: dict[str, Any] = template.get("Resources", {}).get(name, {}).get("Properties", {})
    return found


def differences(what: str, found: Mapping[str, Any], wanted: Mapping[str, Any]) -> list[str]:
    """Return a sentence for each key of either whose values differ."""
    return [
        f"{what}: {key} is {found.get(key, NOTHING)!r}, not {wanted.get(key, NOTHING)!r}"
        for key in sorted({*found, *wanted})
        if found.get(key, NOTHING) != wanted.get(key, NOTHING)
    ]


def strings(value: Any) -> list[str]:
    """Return every text inside `value`, keys left out."""
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else []
    return [text for each in inner for text in strings(each)]
