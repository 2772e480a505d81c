"""What was done: bookings, changes, add-ons, messages to the owner; and the courtesies that stand in front."""

DEEDS: dict[str, str | tuple[str, str, str]] = {
    "named": ("Thanks, {name}.", "Thanks, {name}.", "Good to meet you, {name}!"),
    "photo": "Thanks for the photo.",
    "unclear": "Sorry, I didn't get that.",
    "unclear_again": "I still don't follow.",
    "small_talk": ("Doing well, thank you.", "Doing good, thanks.", "Doing great!"),
    # bookings
    "booked": (
        "You're booked: {moment}, {job}, {price}. Code {code}.",
        "You're all set: {moment}, {job}, {price}. Code {code}.",
        "Locked in: {moment}, {job}, {price}. Code {code}.",
    ),
    "moved": ("Moved: you're now booked {moment}.", "Done, moved you to {moment}.", "Done! New time: {moment}."),
    "kept": ("Your appointment stays {moment}.", "Cool, you're still on for {moment}.", "You're still on: {moment}!"),
    "dropped": (
        "Your appointment {moment} is cancelled.",
        "No worries, your appointment {moment} is cancelled.",
        "Done, {moment} is cancelled.",
    ),
    "nothing_booked": "No problem, nothing is booked.",
    # add-ons
    "added": ("Added: {item}, {price}.", "Cool, added the {item}, {price}.", "Nice, {item} added, {price}."),
    "not_added": ("No problem.", "No worries.", "All good."),
    # the owner
    "human": (
        "I've let {owner} know, he'll get back to you as soon as he can.",
        "I've pinged {owner}, he'll get back to you soon as he can.",
        "I've told {owner}, he'll get back to you as soon as he can.",
    ),
    "sorry": "I'm sorry about that. I've told {owner} and he'll get back to you himself.",
    "danger": (
        "Safety first: stop charging and using it, don't press on it, keep it away from anything that burns. "
        "I've alerted {owner}."
    ),
    "danger_again": "Please leave it unplugged, away from anything that burns, and don't press on it. {owner} knows.",
    "ready": "I've asked {owner} how your phone is doing, he'll get back to you.",
    "late": "Thanks for telling me, I've let {owner} know you're running late.",
    "arrived": "I've told {owner} you're here.",
    "other_service": "That one is for {owner}: I've passed it on and he'll get back to you.",
    "booked_price": "Once it's booked that's up to {owner}: I've asked him and he'll get back to you.",
}
