"""Can you come to me?"""

from linda.language.intents.vocabulary.entry import Says

SAYS = Says(
    strong="""
    {can} you|someone|anyone|he|brandon|somebody|they ?ever come ?out|over|by to|here|out|over|by
    {can} you|someone|he come|drive|travel|meet
    do you ?ever come|travel|do|offer|make|go .. me|house|home|work|job|onsite|on_site|people|customers
    come to|2 me|my|us|the|our
    meet me|up|somewhere|halfway|you_at
    house|home call|calls|visit|visits|service
    onsite|on_site repair|repairs|service|visit|fix|tech
    onsite
    on site
    you mobile|traveling
    mobile ?phone repair|repairs|service|tech|mechanic|unit
    do|can|will you travel|deliver
    at my|our house|home|apartment|office|job|work|place|hotel|condo|dorm
    to my|our house|home|apartment|office|job|work|place|hotel|condo|dorm
    {can_not} drive|leave|get_there|come_to_you|make_it_to_you
    no|without car|ride|transportation
    pick ?up|it ?it|my|up ?phone ?up from
    """,
    against="""
    {can} i|we come
    come with
    comes to
    it come
    came to my
    """,
)
