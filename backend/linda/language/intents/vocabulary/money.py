"""Prices, haggling and paying."""

from linda.language.intents.topics import Topic
from linda.language.intents.vocabulary.entry import Says

MONEY = {
    Topic.PRICE: Says(
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
        total cost|price
        what .. {price} >
        what {price}
        looking at|for .. {price}
        what|how much|many {can} i owe|pay
        damage report
        is|are ?the|it|that|there .. free
        is .. included|extra|charge|fee
        do you charge
        is there a|any|an fee|charge|cost|price
        how expensive|cheap|costly
        how many|much bucks|dollars|money
        what am i looking at
        what is it going to cost|run|be
        what is the total|bill|rent|fareent
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
        """,
    ),
    Topic.PRICE_LIST: Says(
        strong="""
        price|prices|pricing|rate list|sheet|menu|chart|book|lists
        list of .. {price}|services|repairs
        what are|is your|the|all|you prices|rates|pricing|fees
        ^ ?your prices|pricing|rates ?please $
        {give} me ?all ?your|the prices|pricing|rates
        what do|can you fix|repair|offer|service|do ?there|here $
        what|which phones|devices|models do you
        what kind|type|types|sort of repairs|services|phones|things
        what services|repairs
        all|see ?of ?your prices|services|rates
        menu
        """,
        against="""
        what do|{can}|does you do .. {day}|#
        what time|times|day|days
        do .. about
        """,
    ),
    Topic.DISCOUNT: Says(
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
        budget|broke
        can not afford
        afford
        only have|got $#
        ripoff|rip_off
        wiggle room
        throw in
        rather pay
        """,
        against="""
        take|turn|switch|turned|took|drop|dropped|come|came|fell|shut|shuts|turns it|my|off
        too much work|water|trouble|damage
        back came off
        no discount
        """,
    ),
    Topic.PAYMENT: Says(
        strong="""
        do|can|will|would you|i|we ?only take|accept|pay|use|do .. {pay}
        take|accept|accepts|taking {pay}
        pay|paying with|by|using|in|via|through
        {can} i pay
        how {can} i|we pay
        how do i|we|you pay|take_payment|want_me_to_pay
        payment|payments
        pay .. later|after|upfront|up_front|before|advance|installments|online|payday|friday
        deposit
        {pay} ok|accepted|fine|only
        is {pay} ok|fine
        tap to pay
        send|get|need|want|have .. invoice|receipt|bill
        receipt|invoice|financing|finance|layaway|afterpay|klarna|affirm
        credit card|cards
        """,
    ),
}
