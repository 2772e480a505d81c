"""The sentences of the rules brain: short, plain, all of them in use."""

import re
from pathlib import Path
from string import Formatter

import pytest

import linda.adapters.rules_brain as rules
from linda.adapters.rules_brain.wording import IN_ORDER, PLACE, SENTENCES, sentence
from linda.adapters.rules_brain.wording.questions import QUESTIONS
from linda.conversation.finishing import prompts_reserved_word
from linda.domain.shop import Persona
from linda.domain.sms_text import is_gsm7, measure

FOLDER = Path(rules.__file__).parent
CODE = "\n".join(file.read_text(encoding="utf-8") for file in sorted(FOLDER.glob("*.py")))
NAMED_BY_BOUND = {"none_after", "none_before", "none_around"}


def voices(key: str) -> tuple[str, ...]:
    entry = SENTENCES[key]
    return (entry,) if isinstance(entry, str) else entry


@pytest.mark.parametrize("key", SENTENCES)
def test_every_sentence_is_said_somewhere(key: str) -> None:
    assert key in NAMED_BY_BOUND or re.search(rf'"{key}"', CODE)


def test_a_sentence_stands_in_one_table_only() -> None:
    assert len(PLACE) == sum(len(table) for table in IN_ORDER)


@pytest.mark.parametrize("key", SENTENCES)
def test_every_voice_is_one_short_gsm7_text_with_the_same_fields(key: str) -> None:
    fields = [{name for _, name, _, _ in Formatter().parse(each) if name} for each in voices(key)]
    assert all(is_gsm7(each) and measure(each).segments == 1 for each in voices(key))
    assert all(each - {"owner"} == fields[0] - {"owner"} for each in fields)


@pytest.mark.parametrize("key", SENTENCES)
def test_no_sentence_prompts_with_a_word_the_provider_takes(key: str) -> None:
    assert not any(prompts_reserved_word(each) for each in voices(key))


@pytest.mark.parametrize("key", [key for key in SENTENCES if key not in QUESTIONS])
def test_only_the_last_table_asks(key: str) -> None:
    assert not any(each.endswith("?") for each in voices(key))


def test_a_sentence_begins_with_a_capital_unless_a_brand_name_does() -> None:
    named = {"price": "$79", "minutes": "45 min"}
    assert sentence("quote", Persona.PROFESSIONAL, job="battery", **named).startswith("Battery starts")
    assert sentence("quote", Persona.PROFESSIONAL, job="iPhone 13 screen", **named).startswith("iPhone 13")
