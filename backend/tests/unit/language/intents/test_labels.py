"""The one label a text gets, in the words of the public intent rows."""

import pytest

from linda.language.intents import main_intent


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("how much is a screen", "price"),
        ("send me your price list", "price"),
        ("any openings friday", "availability"),
        ("book me for 3pm", "book"),
        ("yes please book it", "affirm"),
        ("yes, book me for tuesday at 2", "book"),
        ("no i dont want to book", "negate"),
        ("no i dont need an appointment", "negate"),
        ("no, cancel it", "cancel"),
        ("no not friday, book me for monday", "book"),
        ("cancel my appointment", "cancel"),
        ("move it to friday", "reschedule"),
        ("what time do you close", "hours_location"),
        ("wheres your shop", "hours_location"),
        ("let me talk to a person", "human"),
        ("yup", "affirm"),
        ("nope", "negate"),
        ("no thanks", "negate"),
        ("thank you!", "thanks"),
        ("sure, thanks", "thanks"),
        ("thanks bye", "goodbye"),
        ("thanks for the booking, bye", "goodbye"),
        ("bye, see you friday at 2 for my appointment", "goodbye"),
        ("hey there", "greeting"),
        ("lol thanks", "thanks"),
        ("do you sell laptops", "other"),
        ("qwerty", "other"),
        ("", "other"),
    ],
)
def test_a_text_gets_the_label_of_what_it_mainly_wants(text: str, label: str) -> None:
    assert main_intent(text) == label
