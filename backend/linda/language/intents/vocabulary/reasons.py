"""Reasons a customer gives for a lower price, by the names of the discount law."""

REASONS = {
    "repeat_customer": """
    been here|there|to_you|in before
    came|come|gone|went|brought to|in|by|here|there .. before|last|already|again
    repeat|loyal|returning|regular|longtime|long_time|previous|past customer|client
    always come|bring|came|go|use|used
    {you} fixed|repaired|replaced|did .. last|before|earlier|other|year|month|ago
    second|third|2nd|3rd|4th|fourth|fifth|5th time .. you|here|coming|customer|phone|repair|there
    used you before
    my last|other phone|repair
    customer for|since years|#
    """,
    "referral": """
    referred|referral|refered|recommended|recommends
    friend|cousin|buddy|brother ?of|who|that|mine|just sent|send|said|told|recommended|referred
    sister|coworker|neighbor|boss|mom ?of|who|that|mine|just sent|send|said|told|recommended|referred
    friend|cousin|buddy|brother ?of|who|that|mine|just uses|used|swears|went|got|comes
    sister|coworker|neighbor|boss|mom ?of|who|that|mine|just uses|used|swears|went|got|comes
    dad|wife|husband|girlfriend|boyfriend ?of|who|that|mine|just sent|send|said|told|recommended|referred
    aunt|uncle|homie|roommate|boy ?of|who|that|mine|just sent|send|said|told|recommended|referred
    dad|wife|husband|girlfriend|boyfriend ?of|who|that|mine|just uses|used|swears|went|got|comes
    aunt|uncle|homie|roommate|boy ?of|who|that|mine|just uses|used|swears|went|got|comes
    heard about|of you from
    sent me
    got your number from
    got your name from
    """,
    "bulk_repair": """
    two|2|three ?of|my|more|other|cracked|broken ?my|cracked|broken {phone}|phones|screens|batteries|iphones
    3|four|4|five ?of|my|more|other|cracked|broken ?my|cracked|broken {phone}|phones|screens|batteries|iphones
    5|six|6|multiple ?of|my|more|other|cracked|broken ?my|cracked|broken {phone}|phones|screens|batteries|iphones
    several|couple|few|both ?of|my|more ?my|cracked|broken {phone}|phones|screens|batteries|iphones
    several|couple|few|both ?other|cracked|broken ?my|cracked|broken {phone}|phones|screens|batteries|iphones
    my|mine|{phone} and|plus|& ?also my|his|her wife|wifes|husband|husbands|son|sons|daughter|daughters
    my|mine|{phone} and|plus|& ?also my|his|her moms|mom|kid|kids|girlfriend|girlfriends|brother|brothers
    couple|few|bunch|lot of {phone}|phones|screens|iphones
    whole|entire|all family|office|team|company|the
    bulk
    fleet
    """,
    "service_recovery": """
    {you} messed|screwed|broke|scratched|ruined|damaged|forgot|lost|never|cancelled
    still not|broken|cracked|messed|acting
    same problem|issue again
    broke|stopped|cracked|died again
    again after ?you|the|it {repair}
    waited|waiting .. hour|hours|long|forever|days
    you were late
    no one|body showed|was
    nobody showed|was
    brought|bring|bringing it|my back again
    had_to|have_to come back
    already paid|fixed|replaced
    """,
}
