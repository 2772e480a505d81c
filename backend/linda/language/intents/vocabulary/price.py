"""What a repair costs."""

from linda.language.intents.vocabulary.entry import Says

SAYS = Says(
    strong="""
    how much
    how much {be} .. {price}
    what|how {can} .. cost|costs|run|pay|charge|set_me_back|owe|quote
    what|how do|does|did .. cost|costs|run|charge|pay|owe|come_to|come_out_to|go_for
    what|how is|are|was .. {price}
    what is|are .. {price}
    {price} ?for|on|of|to .. {part}|{phone}|{repair}
    {price} please|again|range|tag|check|details|quote
    ^ ?and|the|so|ok|what|total {price} >
    ^ {price} for|on|of|to
    {give} me|us .. {price}
    get|have|need|want|like|know|find|see|tell .. {price}
    {can} i|you|we ?please|just get|have|give|know|tell|quote .. {price}
    {can} you quote
    quote me
    have to pay .. extra|for
    pay extra
    include|includes|included|with|plus|before|after tax|taxes|labor|parts
    total cost|price
    what .. {price} >
    what {price}
    looking at|for .. {price}
    what|how much|many {can} i owe|pay
    damage report
    is|are the|it|that|there|your|diagnostic|diagnostics .. free
    how much .. free
    is .. included|extra|charge|fee
    do you charge
    is there a|any|an fee|charge|cost|price
    how expensive|cheap|costly
    what are you asking|charging|wanting for
    what is the damage .. for|be
    what is .. going_to be for
    how many|much bucks|dollars
    how much money .. cost|charge|need|bring
    what am i looking at
    what is it going to cost|run|be
    what is the total|bill|rent|fare
    is it|that still #
    """,
    weak="""
    {price}
    cheapest|expensive|cheap
    {part}
    """,
    against="""
    how much time|longer|long|storage|memory|space|data|life
    how much .. left|later|longer|time|discount|off|battery_life
    no charge
    {phone} charge|charging
    charging charge|port
    free time|slot|slots|times|spot
    charge .. {phone}|battery|port
    not|will_not charge
    price list
    how {can} i|we pay
    how do i|we pay
    """,
)
