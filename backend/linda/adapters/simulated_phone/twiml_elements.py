"""One element of a document: its attributes, its text and what stands in it, or why Twilio would not have it."""

import xml.etree.ElementTree as ET
from collections.abc import Callable, Container, Mapping
from dataclasses import fields
from typing import Any

from linda.adapters.simulated_phone.twiml_attributes import ATTRIBUTES, SCHEMA


def refused(code: int, element: ET.Element, why: str) -> ValueError:
    """Return the error with Twilio's number, the element and a sentence."""
    return ValueError(f"{code}: <{element.tag}>: {why}")


def attributes(element: ET.Element) -> dict[str, Any]:
    """Return the attributes that are there, read; raises `ValueError`."""
    legal = ATTRIBUTES[element.tag]
    read: dict[str, Any] = {}
    for name, given in element.attrib.items():
        if name not in legal:
            raise refused(SCHEMA, element, f"there is no attribute {name}")
        code, reader = legal[name]
        try:
            read[name] = reader(given)
        except ValueError as bad:
            raise refused(code, element, f"{name} is {given!r}; it {bad}") from bad
    return read


def renamed(given: Mapping[str, Any], verb: type) -> dict[str, Any]:
    """Return those of the attributes that `verb`, a dataclass, has a field for, under the field's name."""
    snake = {"".join(f"_{c.lower()}" if c.isupper() else c for c in name): value for name, value in given.items()}
    return {each.name: snake[each.name] for each in fields(verb) if each.name in snake}


def nested(element: ET.Element, legal: Container[str] = (), code: int = SCHEMA) -> list[ET.Element]:
    """Return the children, which are all of `legal`, with no text between; raises `ValueError` with `code`."""
    if any((text or "").strip() for text in (element.text, *(child.tail for child in element))):
        raise refused(code, element, "there is text where none may be")
    return _children(element, legal, code)


def checked(element: ET.Element, code: int, reader: Callable[[str], str]) -> str:
    """Return the text of an element in which nothing else stands, as `reader` takes it; raises `ValueError`."""
    _children(element, (), SCHEMA)
    text = (element.text or "").strip()
    try:
        return reader(text)
    except ValueError as bad:
        raise refused(code, element, f"it holds {text!r}, which {bad}") from bad


def _children(element: ET.Element, legal: Container[str], code: int) -> list[ET.Element]:
    for child in element:
        if child.tag not in legal:
            raise refused(code, element, f"<{child.tag}> may not stand in it")
    return list(element)
