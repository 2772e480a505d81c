"""Something went wrong and it is our fault."""

from linda.language.intents.vocabulary.entry import Says

SAYS = Says(
    strong="""
    complaint|complain|unacceptable|unprofessional|scam|scammed|scammer|scammers|ripped_off|fraud|lawyer|sue
    terrible|horrible|awful|worst|bad|poor ?customer service|job|experience|work|review|repair|customer|shop|place
    shitty|crappy|disappointing|pathetic|trash|garbage ?customer service|job|experience|work
    shitty|crappy|disappointing|pathetic|trash|garbage ?customer review|repair|customer|shop|place
    worst|terrible|horrible|awful
    disappointed|unhappy|dissatisfied|upset|pissed|furious|angry
    mad about|that
    not happy|satisfied|pleased|acceptable|ok_with
    {i} want|need ?a|my refund|money_back
    refund|money_back
    money back
    {you} .. broke|messed|screwed|ruined|damaged|scratched|lost .. {phone}|it|my|screen|up
    {you} fixed|replaced|repaired .. again|already|still|not|broken|stopped|but|and_now|now
    you just fixed|replaced|repaired
    still not
    still does|is|will not|broken|cracked|having|doing
    still broken|doing_it|not_working|does_not_work|messed_up|having
    stopped|quit working again|after
    broke|broken|stopped|cracked|messing|acting|dying|black again|already
    same|exact problem|issue again|as
    again same problem|issue
    after .. {repair} .. not|stopped|worse|broken
    after you|he {repair}
    worse than|now
    you lied|overcharged|suck|cheated|scammed
    fuck|bullshit|bs|wtf
    not what you quoted|said|told|promised
    been # days|hours|weeks
    new screen|battery|glass .. peeling|flickering|dying|glitching
    {you} never|did_not call|called|showed|answer|text|fix|answered|show
    no one|body showed|called|came|answers|answered|there
    nobody showed|called|came|answers|answered|there
    {repair} did not last
    waited|waiting .. hour|hours|days|week|weeks|forever
    one star|1_star|bad_review
    bad|negative|1 review
    you put in|on .. stopped|quit|broke|not|fell|died|cracked|peeling|coming|glitching
    already broken|broke|cracked|dead|not_working|stopped|messed|dying|acting
    no_one|nobody|no_body was|is|were there|here|around|in
    since you|he {repair}
    """,
    against="""
    not bad
    bad battery|phone|screen|shape
    mad at|my
    """,
)
