"""Coming without an appointment."""

from linda.language.intents.vocabulary.entry import Says

SAYS = Says(
    strong="""
    walk in|ins|up|right_in|into
    do i|we ?really need ?an appointment
    walkin|walkins
    do i|we need|want an appointment
    do i|we|you ?have ?to need|require|want ?an|a ?to ?make appointment
    do i have to ?make|have|book ?an appointment
    need|have to|an ?make|book ?an appointment
    without ?an|a|making appointment
    do|should|must i|we need ?to ?make|book|schedule ?an appointment
    no appointment
    {can} i|we just|jus come|show|walk|stop|drop|swing|pop|roll
    just come|show|walk|stop|drop|swing|pop in|up|by|over
    show up
    first come
    come ?in|by anytime|whenever|any_time
    """,
    against="""
    drop|dropped ?it|my|phone in|it|my
    want|need|like an appointment for|at|on|to|please|{day}|#
    ^ ?hi|hello|hey|ok|yes i ?would need|want|like an appointment
    """,
)
