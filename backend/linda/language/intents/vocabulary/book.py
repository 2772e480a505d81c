"""Making an appointment."""

from linda.language.intents.vocabulary.entry import Says

SAYS = Says(
    strong="""
    {book} .. {booking}
    {book} me|us|it|that|this|him|her
    make|get|set|need|want|like|have|schedule|create|add|put|fix|arrange|do|place|reserve|take .. {booking}
    {want_to} {book}
    {can} i|you|we ?please {book}
    put|pencil|sign|slot|lock|get me|us|it down|in|for|up
    {book} ?a|an|the|my|for|on {phone}|{repair}|{day}|#|{part}
    {want_to} come|bring|drop|stop|swing ?it|by|in|over|off|my .. {day}|#|in|by|over|off
    {i} {can} come|bring|drop|stop|be_there|be_in|be_by|swing .. {day}|#
    i will take the|that ?#|{day} slot|one|am|pm|spot|first|last|second|earliest|later|#|{day}
    i will take #|{day}
    let us|me do|go|take|get|make ?with|for|it ?the|for|a #
    let us|me do|go|book|schedule ?with|for|it {day}
    see|visit a|the|my|dr doctor|dentist|technician|tech
    find|help me .. hotel|doctor|dentist|place|table|room|salon|stylist
    want|need|like to|a .. {repair} .. {day}
    drop ?it|my|the ?{phone} off
    new|another {booking}
    {book} for|at|on #|{day}|{month}|next|the
    get .. changed|serviced|cleaned .. appointment
    {want_to} {book} .. #|{day}|check|checkup|visit|service
    can|could|would you {book}
    {booking} for|at|on|under #|{day}|me|my|two|one
    appointment please
    want|need ?to ?get|have ?my .. {repair}
    sign me up
    {want}|{want_to} .. checked|inspected|looked
    {want}|looking ?to ?get|have .. {part} replaced|fixed|installed|put|changed|swapped|done
    looking ?to get .. {repair}
    is|who|find .. someone|somebody|anyone .. check|inspect|look
    how do i|we {book}
    {can} .. get .. {book}
    ^ ?please|hi|yes|ok|now ?please|can_you book|reserve|schedule|arrange|set_up
    {can} you|i|we ?please ?help ?me ?to book|reserve|schedule|arrange
    {want_to} ?please ?make book|reserve|schedule|arrange|set_up
    looking for|to ?get|find|book ?a|an {booking}|place|hotel
    {want} ?a|an|another ?new|the {booking}|hotel
    room|table|stay|suite .. nights|people|adults|adult|persons|two|night|weekend
    there someone|somebody|anyone|anybody|mechanic .. check|inspect|look|fix
    someone|who|somebody|anyone .. look_at|check|inspect|fix|check_out my
    find .. hotel|salon|dentist|doctor
    which|who|what mechanic|someone|in .. check|inspect|fix
    set up .. {booking}|meeting
    try .. book again
    stay|room for #
    """,
    weak="""
    {booking}
    {book}
    {day}
    {repair}
    """,
    against="""
    my {booking} .. is|was
    {cancel}
    reschedule
    change|move|update .. {booking}
    price book
    do i|we ?really need|have ?to .. appointment
    read|reading|face book
    do|did|does not {want_to} .. {book}|make|reserve|buy|schedule
    delete|remove .. {booking}
    know|tell|remember .. when
    appreciate .. {booking}
    thanks .. for making|booking|scheduling|organizing|setting|getting|fitting|squeezing
    {can_not}|not .. need ?my|the|that {booking}
    book it later
    """,
)
