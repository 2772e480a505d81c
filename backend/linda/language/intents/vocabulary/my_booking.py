"""Recalling an appointment: when was it again?"""

from linda.language.intents.vocabulary.entry import Says

SAYS = Says(
    strong="""
    when|what_time|what_day is|was my|our {booking}
    when|what_time|what_day do i|we come|have
    when|what_time .. my {booking}
    what is my {booking}
    what time am|was i|we supposed|coming|booked|scheduled|in
    when am i ?supposed|coming|booked|scheduled|due to|in
    what time was it again
    do i ?still have ?an|a|my {booking}
    am i still|all set|booked|scheduled|good|on for
    am i booked|scheduled
    confirm|check|verify|remind ?me ?of ?about my {booking}
    my {booking} ?is|was|still confirmed|on|good|at|for $
    is my {booking} still|confirmed|on|at|for|today|tomorrow
    did i|you book|get|make|have .. {booking}
    is ?my ?it still on
    forgot .. {booking}
    forgot what|when .. time|day|{booking}
    ^ ?when|what my {booking} >
    what did i book
    did i book|schedule|say|pick|reserve
    """,
)
