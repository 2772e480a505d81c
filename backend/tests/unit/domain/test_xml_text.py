import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linda.domain.xml_text import keep_xml_characters


@pytest.mark.parametrize("forbidden", [*map(chr, range(9)), "\x0b", "\x0c", "\x1f", "\udcff", "\ufffe", "\uffff"])
def test_what_xml_forbids_is_left_out_and_the_rest_stays(forbidden: str) -> None:
    assert keep_xml_characters(f"a{forbidden}b") == "ab"


@pytest.mark.parametrize(
    "allowed", ["\t", "\n", "\r", " ", "\x7f", "\x85", "\ud7ff", "\ue000", "\ufffd", "😀", "\U0010ffff"]
)
def test_what_xml_allows_is_kept(allowed: str) -> None:
    assert keep_xml_characters(f"a{allowed}b") == f"a{allowed}b"


def test_nothing_that_xml_forbids_is_printable() -> None:
    allowed = [*range(0x20, 0xD800), *range(0xE000, 0xFFFE), *range(0x10000, 0x110000), 9, 10, 13]
    forbidden = set(range(0x110000)).difference(allowed)
    assert not [each for each in forbidden if chr(each).isprintable()]


@given(st.text(st.characters()).filter(lambda text: "\r" not in text))
def test_the_kept_text_goes_through_an_xml_parser_unchanged(text: str) -> None:
    kept = keep_xml_characters(text)
    element = ET.Element("Message")
    element.text = kept
    assert (ET.fromstring(ET.tostring(element, "unicode")).text or "") == kept  # noqa: S314 - our own document
