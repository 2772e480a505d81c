"""Every sentence the rules brain can say, in one table: short, GSM-7, one voice per persona.

A text value is every persona's; a triple is (professional, laid_back, hustler).
"""

from collections.abc import Mapping

from linda.domain.shop import Persona

_ORDER = (Persona.PROFESSIONAL, Persona.LAID_BACK, Persona.HUSTLER)

SENTENCES: Mapping[str, str | tuple[str, str, str]] = {
    # asking
    "ask_job": (
        "What phone is it, and what's wrong with it?",
        "What phone you got, and what's up with it?",
        "What phone is it and what do we need to fix?",
    ),
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
    "ask_address": "What's the address for the visit?",
    # prices
    "quote": (
        "{job} starts at {price}, about {minutes}.",
        "{job} starts at {price}, takes about {minutes}.",
        "{job} from just {price}, done in about {minutes}.",
    ),
    "quote_fixed": "{job}: {price}, about {minutes}.",
    "quote_discounted": "{job}: {price} with {percent}% off, about {minutes}.",
    "quote_on_site": "On-site adds {surcharge}.",
    "needs_look": "{job} has no fixed price: the look is free and takes {minutes}.",
    "not_there": "{reason}",
    "price_list": "{prices}.",
    "duration": "{job} takes about {minutes}.",
    # openings
    "offer": ("I have {slots}.", "I've got {slots}.", "I can get you in {slots}."),
    "offer_one": ("{slot} is open.", "{slot} is open.", "{slot} is open right now."),
    "scarce_one": ("It is the only opening left {day}.", "That's the only one left {day}.", "Last opening {day}!"),
    "scarce": ("Only {left} openings left {day}.", "Only {left} left {day}.", "Just {left} openings left {day}!"),
    "taken": "{moment} is not available.",
    "past": "{moment} is already past.",
    "none_on": "Nothing open {day}.",
    "closed_on": "We're closed {day}.",
    "none_in_part": "Nothing open {day} {part}.",
    "no_openings": "I have no openings in the next days. I've asked {owner} and he'll text you.",
    "held": "I'm holding {slot} for {minutes}.",
    # bookings
    "booked": (
        "You're booked: {moment}, {job}, {price}. Code {code}.",
        "You're all set: {moment}, {job}, {price}. Code {code}.",
        "Locked in: {moment}, {job}, {price}. Code {code}.",
    ),
    "moved": ("Moved: you're now booked {moment}.", "Done, moved you to {moment}.", "Done! New time: {moment}."),
    "dropped": (
        "Your {moment} appointment is cancelled.",
        "No worries, your {moment} appointment is cancelled.",
        "Done, {moment} is cancelled.",
    ),
    "dropped_more": "Want another time?",
    "your_bookings": "Your appointment: {bookings}.",
    "no_booking": "I see no appointment under this number.",
    # add-ons
    "pitch": "{pitch}",
    "added": ("Added: {item}, {price}.", "Cool, added the {item}, {price}.", "Nice, {item} added, {price}."),
    "not_added": ("No problem.", "No worries.", "All good."),
    "add_on_price": "{item}: {price}.",
    "see_you": ("See you {moment}.", "See ya {moment}.", "See you {moment}!"),
    # discounts
    "discounted": (
        "I can do {percent}% off: {price} instead of {full}.",
        "I can knock off {percent}%: {price} instead of {full}.",
        "For you, {percent}% off: {price} instead of {full}!",
    ),
    "most": (
        "{percent}% off is the most I can do: {price}.",
        "{percent}% off is as low as I can go: {price}.",
        "{percent}% is my best: {price}.",
    ),
    "no_discount": "I can't take anything off that, but every repair has a {days}-day warranty.",
    "no_discount_plain": "I can't take anything off that price.",
    "discount_needs_job": "Tell me the phone and the repair and I'll see what I can do.",
    # about the shop
    "hours": "We're open {hours}.",
    "hours_on": "{day}: {hours}.",
    "hours_closed_on": "We're closed {day}.",
    "location": "We're in {address}. {directions}",
    "warranty": "Repairs carry a {days}-day warranty.",
    "payment": "We take {payment}.",
    "walk_in_yes": "Walk-ins are fine while we're open, a booked time goes first.",
    "walk_in_no": "Walk-ins won't work right now, but I can book you a time.",
    "on_site": "{owner} can come to you for {surcharge} on top.",
    "remote": "{job} is {price} and takes about {minutes}.",
    "data": "Your data normally stays on the phone, but please back it up first.",
    "parts": "{owner} can tell you about the parts for your phone; repairs carry a {days}-day warranty.",
    "other_service": "That one is for {owner}: I've passed it on and he'll text you.",
    "about": "I'm {name}, {owner}'s automated assistant. I can quote repairs and book you in.",
    "small_talk": ("Doing well, thank you.", "Doing good, thanks.", "Doing great!"),
    "status": "{status}",
    # courtesy
    "welcome": ("You're welcome.", "Anytime.", "Anytime!"),
    "any_time": "No problem. Text me any time.",
    "bye": ("Have a good day.", "Take care.", "Talk soon!"),
    "photo": "Thanks for the photo.",
    # owner
    "human": (
        "I've let {owner} know, he'll text you as soon as he can.",
        "I've pinged {owner}, he'll text you soon as he can.",
        "I've told {owner}, he'll text you as soon as he can.",
    ),
    "sorry": "I'm sorry about that. I've told {owner} and he'll get back to you himself.",
    "danger": (
        "Safety first: stop charging and using it, don't press on it, keep it away from anything that burns. "
        "I've alerted {owner}."
    ),
    "ready": "I've asked {owner} how your phone is doing, he'll text you.",
    "unclear_pending": "Sorry, I didn't get that.",
    "unclear": "Sorry, I didn't get that. Are you after a price, an appointment, or something else?",
    "unclear_again": "I still don't follow. What phone is it and what should be fixed?",
}


def sentence(key: str, persona: Persona, **fields: object) -> str:
    """Return the sentence `key` as `persona` says it, a capital in front unless a brand name is."""
    entry = SENTENCES[key]
    template = entry if isinstance(entry, str) else entry[_ORDER.index(persona)]
    said = template.format(**fields)
    is_brand = said[1:2].isupper()  # "iPhone" stays as its maker writes it
    return said if is_brand else said[:1].upper() + said[1:]
