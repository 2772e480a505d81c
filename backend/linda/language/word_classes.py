"""Word classes the vocabulary tables share, by meaning; `a_b` is one entry of two words."""

CLASSES = {
    "i": "i we he she they",
    "my": "my our the a an this that these those his her their your any some me us",
    "me": "me us my_wife my_husband my_son my_daughter my_mom my_dad him her",
    "be": "is are am be was were being been",
    "can": "can could would will may might should",
    "month": "january february march april may june july august september october november december jan "
    "feb mar apr jun jul aug sep sept oct nov dec",
    "can_not": "can_not could_not will_not would_not not_able_to unable_to",
    "want": "want need wanted needed like love wish wanting needing hoping wants needs",
    "want_to": "want_to need_to wanted_to needed_to like_to love_to wish_to have_to got_to going_to "
    "hoping_to looking_to trying_to about_to ready_to wants_to needs_to must",
    "get": "get got getting gotten have having",
    "give": "give send text tell show",
    "phone": "phone phones iphone iphones device devices samsung galaxy android pixel ipad tablet droid moto",
    "repair": "repair repairs repaired repairing fix fixed fixes fixing replace replaced replacement "
    "replacing change changed swap swapped redo redone",
    "part": "screen screens battery batteries glass back charger port camera lens display speaker button buttons",
    "booking": "appointment booking bookings reservation reservations slot meeting visit table room spot "
    "event session checkup date consultation",
    "book": "book booked booking schedule scheduled scheduling reserve reserved reserving",
    "cancel": "cancel cancelled cancelling cancels cancellation",
    "day": "today tomorrow tonight monday tuesday wednesday thursday friday saturday sunday mon tue tues "
    "wed weds thu thur thurs fri sat sun weekend week weekday weekdays morning afternoon evening "
    "noon lunch lunchtime day",
    "shop": "shop store place business location office branch venue restaurant theater stadium there it they you",
    "price": "price prices pricing cost costs rate rates fee fees charge charges quote quotes estimate "
    "estimates total fare ballpark figure",
    "person": "person human people manager agent representative rep operator owner boss technician tech guy "
    "someone somebody anyone anybody brandon supervisor staff receptionist reception employee "
    "advisor dude advisors agents",
    "talk": "talk speak chat talking speaking deal",
    "you": "you they",
    "very": "really so very too super extremely crazy insanely way pretty freaking fucking",
    "good": "good great fine perfect awesome excellent nice cool wonderful fantastic amazing lovely "
    "brilliant super terrific ok dope sweet beautiful correct right true",
    "swollen": "swollen swelling swelled swell swelled_up bulging bulge bulged bulges bloated bloating bloat "
    "puffy puffed puffing puffs puff expanded expanding expands ballooned ballooning balloon "
    "inflated inflating swole swoll",
    "when": "when what_time what_times what_day what_days which_days till_when until_when how_late how_early",
    "pay": "cash card cards credit debit visa mastercard amex venmo zelle paypal cashapp cash_app "
    "apple_pay google_pay check checks bitcoin crypto tap chime klarna afterpay affirm",
    "data": "data photo photos pics pic picture pictures file files contacts messages texts info "
    "information stuff everything memories videos apps whatsapp notes",
    "have": "have got has had",
}
