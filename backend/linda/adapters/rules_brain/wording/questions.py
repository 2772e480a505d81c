"""The question a reply ends with."""

from linda.conversation.tools.by_text import SHOW_NUMBER

QUESTIONS: dict[str, str | tuple[str, str, str]] = {
    "ask_job": (
        "What phone is it, and what's wrong with it?",
        "What phone you got, and what's up with it?",
        "What phone is it and what do we need to fix?",
    ),
    "ask_what": "Are you after a price, an appointment, or something else?",
    "ask_help": ("What can I do for you?", "What can I do for you?", "What do you need?"),
    "ask_same_job": "Is it about the {job}?",
    "ask_repair": ("What's wrong with the {device}?", "What's up with the {device}?", "What does the {device} need?"),
    "ask_device": ("Which phone is it?", "What phone is it?", "Which phone is it?"),
    "ask_brand": "Is it {choices}?",
    "ask_when": (
        "What day and time would suit you?",
        "What day and time works for you?",
        "When do you want to come in?",
    ),
    "ask_which_slot": ("Which works?", "Which works?", "Which one should I lock in?"),
    "ask_this_slot": ("Shall I book it?", "Want it?", "Should I lock it in?"),
    "ask_which_day": "Do you mean {days}?",
    "ask_half_day": "Do you mean {times}?",
    "ask_which_booking": "You have {bookings}. Which one?",
    "ask_move": "You're booked {booked}. Move it to {wished}?",
    "ask_move_there": "You're booked {booked}. Shall I move it?",
    "ask_drop": "Your appointment is {booked}. Shall I cancel it?",
    "ask_visit": "Should he come to you?",
    "ask_address": "What's the address for the visit?",
    "ask_confirm": "{reason} Then write OK here.",
    "ask_another_time": "Want another time?",
    "ask_which_time": ("Which time works for you?", "Which time works?", "Which time should I lock in?"),
    "show_number": SHOW_NUMBER,
    "ask_again": "{question}",
    "pitch": "{pitch}",
    "pitch_asked": "Want it with your repair?",
}

LEAD_TO_A_BOOKING = frozenset(("ask_when", "ask_which_slot", "ask_this_slot", "ask_which_time"))
"""Questions whose answer is a booking."""
