"""When the shop is open."""

from linda.language.intents.vocabulary.entry import Says

SAYS = Says(
    strong="""
    {be} you|they|it|guys|shop|store|place|we ?still open|opened|closed|closing|opening
    {be} the|your {shop} ?still open|closed|closing|opening
    {when} do|does|did|is|are|will|can .. open|opens|close|closes|closed|closing|opening
    {when} .. you|shop|store|place open|close|closing|opening|there_till|there_until
    how late|early {be}|do|does
    how late|early .. open|there
    hours
    your|store|business|opening|working|weekend|holiday|shop hours
    open .. {day}|now|late|#|christmas|holidays|holiday|thanksgiving
    open >
    closed .. {day}|holiday|christmas
    still open
    what days|time|times are|do|does you .. open|work|close|there
    do you work|open|close .. {day}|late|weekends
    check in|out time|times
    latest|earliest .. check
    what time .. ready
    last appointment|customer|call|walk_in
    when|what_time|what_is_the_latest do|can|will|does|i|would i|the|we|you .. check|room|gym|pool|pick_up
    """,
    against="""
    crack|cracked|back|opened is|was open
    hours .. working|out|ago
    # hours
    how many hours
    in|for|within|couple|few|several|two|three hours
    {phone} .. open|opens|closes|opening
    app|apps .. open|opens|closes|closing|close
    phone is|was open
    what do you have open
    """,
)
