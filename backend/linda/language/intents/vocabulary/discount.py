"""Haggling."""

from linda.language.intents.vocabulary.entry import Says

SAYS = Says(
    strong="""
    discount|discounts|coupon|coupons|promo|promos|promotion|haggle|negotiate|negotiable
    special|specials|deal|deals going|on|today|right_now|for|this
    any|a|the|your|some ?good ?current deal|deals|special|specials|sale|sales $
    any|a|some deal|deals|special|specials|sale|sales
    cut|give|hook|help|do|make me|us ?a|some ?better|good deal|break|up|slack|price
    cut|help me ?a ?some deal|break|slack|out
    hook|hooking it|a_brother|a_girl|me|us up
    {very} expensive|steep|high
    too much
    {be} .. so|very|really|kind_of|pretty much $
    too much money|$
    that|it is ?kind|a ?of ?bit|little|lot ?too|so|very|really|pretty expensive|steep|high|much|crazy
    expensive
    {can} you|we|i ?do ?it|do|get|go|come|make ?it|any|a ?a|bit|little better|lower|cheaper|less|down
    better|lower|best|cheaper|special price|deal|offer|rate
    best you can do
    go|any|come|knock|bring|take lower|cheaper|down|less|off
    any|a ?bit|little cheaper|lower
    cheaper
    # off
    # percent
    percent|% off
    knock|take|get|give .. # off
    money|something|anything|bucks|dollars|little|bit|some off
    {can} you ?do ?it ?for $#
    price match|drop|reduction
    match .. price|quote
    someone|somebody|place|shop|guy|he|they .. for $#
    will|would you take|accept|do $#
    military|student|senior|veteran|teacher|police|responder discount|rate|price
    budget
    am ?kind_of broke
    beat .. price|that|quote|it
    beat|match $#
    ^ ?come_on|please do better|lower
    ^ come_on lower|better|cheaper
    can not afford
    afford
    only have|got $#
    ripoff|rip_off
    wiggle room
    {can} you throw in
    throw in .. free
    rather pay
    work with me on
    a deal
    """,
    against="""
    take|turn|switch|turned|took|drop|dropped|come|came|fell|shut|shuts|turns it|my|off
    too much work|water|trouble|damage
    back came off
    no discount
    """,
)
