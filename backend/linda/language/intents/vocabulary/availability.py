"""Openings."""

from linda.language.intents.vocabulary.entry import Says

SAYS = Says(
    strong="""
    availability|openings|available
    any|an|next|first|other|open|free|earliest opening|openings|slots|slot|spots|spot|times
    any|next|first|earliest .. available
    what do you have open|available
    any time ?{day} {day}|next|tomorrow|this
    what|which days|times|time work|works|do|are
    have|got time {day}|this|later|after|before|around|for|to
    what|which times|time|slots|days|openings do|are|is|works
    when {can} you|i|we .. do|come|get|bring|fit|see|take|drop|stop|fix|look|swing
    how soon|early|late|quick|quickly|fast {can} you|i|we
    what is the earliest|soonest|latest
    soonest|earliest
    {can} you|they fit|squeeze|get|see|take|sneak me|us|my|it
    {can} you do it|this|that|#|{day}
    {can} you do ?it|this|that the|on|at|by #|{day}|{month}
    {can} i|we come|bring|drop|stop|swing|pop|get|do|make .. {day}|#|now|later|soon
    {can} i|we come in|by|over|$ >
    do you have .. {day}|#|times|slots|openings|spots
    got|have anything|something|any|room|space .. {day}|#|open|free|available|times|slots|time|spots
    anything open|free|available|earlier|sooner|later|{day}
    are you|they|i|we|he free|available|busy|booked|slammed|around
    am i free
    is .. {day} free|available|open|ok|good|possible|too
    is|are # ?pm|am free|available|open|taken|still|ok
    # ?pm|am free|available|open $
    free|open|spare time|times|hours|slots|slot|spots|calendar|schedule
    when .. not have anything|something|any
    my|your|the|his schedule|calendar
    {when} .. free|available
    i|we be|am|are free|available
    time works|work
    what about|how_about {day}|#|later|earlier|next|the
    ^ how|what about {day}|#
    """,
    weak="""
    {can} you|i
    {day}
    free|open|slot|slots|openings
    """,
    against="""
    are you|they open|opened
    is it|wifi|parking|breakfast|there free
    free of|estimate|diagnostic|diagnostics|shipping|quote|quotes
    part|parts|color|colors available|in
    # percent|%|off|bucks|dollars
    # credit|debit card|cards
    open ?an|a|my|another account
    {be} you open|opened
    you ?still open ?on {day}|now
    ^ open
    when|what_time|what .. you ?still ?usually open|opened|close|closing|opening|closed
    .. cheaper|lower
    how .. fast|quick|quickly
    how .. pay
    """,
)
