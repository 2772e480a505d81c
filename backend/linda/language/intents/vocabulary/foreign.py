"""Subjects this shop has nothing to do with; a text about one of them asks the shop for nothing."""

FOREIGN = """
loan|loans|mortgage|mortgages|overdraft|overdrafts|cheque|cheques|savings|pension|pensions|payee|payees|iban|routing
tax|taxes|w2|paycheck|salary|payroll|pto|income|irs|stocks|401k
credit score|limit|report|rating|history
bank|current|savings|checking|joint|credit|my account|accounts|statement|statements|transactions|branch
transaction|transactions|atm|withdraw|withdrawal|direct_deposit
direct_debit|debits|wire|currency|exchange_rate|balance
transfer .. money|funds|$#|account|payment
money transfer|abroad|overseas
send|move|borrow|deposit money|$#|cash
my|a|the|that transfer
contactless|top_up|refund
cable|electric|electricity|gas|light|utility|internet|phone|hospital|medical|credit|water bill|bills|payment
insurance|passport|visas
visa for|rewards|to|card|requirements
need|require|international .. visa
lost|stolen|stole|declined|blocked|activate|activation|replacement|expired|frozen|rewards|limit|debit|new .. card
card .. lost|stolen|declined|blocked|activated|arrive|arrived|expired|frozen|limit|contactless|snapped
pin for|number|change|code
vaccine|vaccines|vaccination|shots|embassy
flight|flights|fly|flying|airline|airlines|luggage|carry_on|carry_ons|airport|cruise|itinerary
recipe|recipes|calorie|calories|nutrition|nutritional|ingredient|ingredients
cook|cooking|bake|oven|meal|meals|sugar|vitamins
weather|forecast|temperature|snow|playlist|song|songs|music|lyrics|album|joke|jokes
shopping|todo|to_do list
timer|alarm|reminder|reminders|remind|translate|spell|spelling|definition|synonym
mpg|mileage|fuel|gasoline|jumpstart|jump_start|gallon|gallons|gas
holiday|holidays|vacation|hobbies|pets|dice|coin
day_off|days_off|payday|timezone|time_zone|thermostat
apr|interest|fraud|fraudulent|fico|dividend|currencies|currency|topup|top_up|standing_order|standing_orders
spending|spent|spend
pounds|euros|pesos|yen
expiration date
rewards|reward points
points
play|pause|skip .. music|song|songs|movie|radio|by
your|my volume|accent|nickname
speak|talk slower|faster|louder|in_french|in_spanish
send|write ?a text|message|email .. to|and|saying|that
text|call my mom|dad|mother|father|wife|husband|brother|sister|friend
how many ounces|cups|calories|miles|days|teaspoons|grams
meaning of
what is the time|date|day
lights|garbage|laundry_list|groceries
uber|lyft|traffic|commute
"""
