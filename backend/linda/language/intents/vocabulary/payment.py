"""How to pay."""

from linda.language.intents.vocabulary.entry import Says

SAYS = Says(
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
    ^ ?do ?you ?take zelle|venmo|cashapp|paypal|cash|klarna|afterpay|apple_pay|cash_app|credit|debit|cards $
    {pay} ok|accepted|fine|only
    is {pay} ok|fine
    tap to pay
    send|get|need|want|have .. invoice|receipt|bill
    receipt|invoice|financing|finance|layaway|afterpay|klarna|affirm
    credit card|cards
    """,
)
