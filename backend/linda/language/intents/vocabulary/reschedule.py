"""Moving an appointment."""

from linda.language.intents.vocabulary.entry import Says

SAYS = Says(
    strong="""
    reschedule|rescheduling|rescheduled|postpone|postponed|postponing
    move|change|switch|push|bump|shift|delay|bring|update|modify|amend|alter|adjust|edit|moved|changed .. {booking}
    move|push|bump|shift|delay|slide|switch it|that|me|us|mine
    move|push|bump|shift|delay|switch .. to #|{day}|later|earlier|another|next
    change it|that|this|me|mine to|from|$
    change|update|modify|adjust|alter .. to #|{day}|later|earlier|next
    change|update|modify|switch ?the|my|start|starting time|date|day|hour|dates|times
    change .. time|date|day|dates|times
    {booking} .. moved|changed|pushed|switched
    {booking} .. {want_to} be changed|moved|pushed
    {can} .. different|another|later|earlier|new time|day|date
    {want} ?to .. different|another|later|earlier|new time|day|date
    different|another|later|earlier ?time|day instead
    change|move|switch|update .. to ?around|about|like #|{day}|{month}|noon
    change|move|switch|update .. from .. to
    make that|it .. instead
    meant ?to ?say {day}|#|am|pm
    rearrange|re_arrange
    {booking} .. earlier|later|sooner
    # one is ?a ?little better
    come|make|do|be|get .. later|earlier|sooner instead|than
    make .. {day}|#|later|earlier instead
    make it ?for|at ?# later|earlier
    make|do it|that ?for|at # ?pm|am instead
    make it ?for|at ?the #|{day}|later|earlier
    {want} it|that later|earlier|sooner
    please move|change|update|push
    running|going_to_be|be ?a|# ?bit|little|few|minutes late
    i am ?a|# ?bit|few|little ?minutes late
    be there ?a|# ?bit|few|little ?minutes late
    come ?in a_different|another day
    put|set|it|meeting|{booking} should be|start|last|end at|on|set|from|for|#
    put it|that from|on|to|at|back
    ^ ?please|actually|no|yes|ok|hi ?please|just ?also change|move|update|push|switch|shift|postpone
    ^ ?please|actually|no|yes|ok|hi ?please|just ?also delay|extend|modify|edit|amend|adjust|alter|bump
    {can} you|i|we ?please|just change|move|update|push|switch|shift|postpone
    {can} you|i|we ?please|just delay|extend|modify|edit|amend|adjust|alter|bump
    {want_to} ?please|just change|move|update|push|switch|shift|postpone
    {want_to} ?please|just delay|extend|modify|edit|amend|adjust|alter|bump
    push|pushed ?it|that|this|me|my ?{booking} back
    {can_not} make it ?today|tomorrow ?at|until|before|till #|{day} .. instead|{can}|how_about
    add|include .. person|people|adult|adults|kids|guests to|in .. {booking}|it
    make|need|have amendments|changes
    make some|a|any|few change|changes|amendments|adjustments
    {want_to} change ?some|the|my ?details|day|time ?of ?my|the {booking}
    change|update|switch .. details
    make|do ?my|the|it|that .. instead
    make ?my|the .. happen|start|begin
    change|move|switch|update|make .. to be|start|happen|begin
    {can} .. be changed|moved|rescheduled|pushed|switched
    wait|no|actually|sorry i need|want|meant it|that on|at|by|for #|the|{day}
    make .. {booking} .. instead|from
    make it|that to #|{day}
    {want_to} change .. booking|appointment|reservation
    oops|shoot|actually|wait|no|sorry ?i ?that|it|meant should|meant be|to|for|{day}|#
    {booking} starts|start|begins at
    # not #
    {want} .. to start|be|begin at|on
    extend|shorten|prolong .. {booking}|meeting|it|to|by
    upgrade .. {booking}
    """,
    weak="""
    instead
    change|move|update|switch
    late
    """,
    against="""
    change ?the|my|a|out screen|battery|glass|port|lens|oil|tire|name|password|pin|language
    change|switch|update ?the|my|your ?phone|user screen|battery|name|names|password
    change|switch|update ?the|my|your ?phone|user pin|language|number|volume|settings
    change|switch|update ?the|my|your ?phone|user phone|software|ios|address|carrier|plan|accent|voice|playlist|list
    {repair} .. {part}
    how_much .. change
    change .. {part}
    """,
)
