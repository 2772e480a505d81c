"""Yes and no in all their forms; the later of two decisive words wins over the earlier filler."""

YES_NO = {
    "yes": """
    < ?well|oh|ok|umm|um|hmm|uh|actually|lol|haha|hell|heck|thanks|great|cool yes|sure|absolutely|definitely|certainly|indeed|totally|affirmative|exactly|correct|yas|yass
    < ok|yes|sure >
    < ?ok ?yes perfect|great|awesome|excellent|cool|wonderful|deal|bet|fantastic|sweet|fine|good|right|true|nice|gladly|precisely
    yes >
    yes please|sir|maam|thanks
    hell|heck|oh|um|uh yes
    sounds|looks|seems|sound|look ?about|like|real|pretty {good}|a_plan|right|like_a_plan
    that|it|this|which|all|everything|time|all_of_that ?one|time|all {be}|sounds|seems|looks|feels|appears ?all|really|so|totally|very|absolutely|quite|just|exactly|pretty|about|actually {good}
    that|it|this|which|# ?one|pm|am|time|day ?can|will|would|should|ll|also works|work|do
    works ?great|fine|good|well for me|us
    works >
    {day} works|{good}|is_{good}
    # ?pm|am works|{good}
    # ?pm|am is {good}
    go ahead|for_it
    let us|me do|go|book ?it|that|this|for|with|the
    do it|that >
    book|schedule|reserve|confirm it|that|this|me
    i agree|confirm|accept|approve|guess|suppose|believe_so|think_so|concur|do|will|would|am|did|vote
    i will|would|d take|like|do|love ?it|that|to|one|them
    why not
    no problem|worries|doubt
    of course
    for sure|real
    you|u got|bet|are ?it|right|correct
    count me in
    i am {good}|down|in|ok|game|fine ?with|for|to ?that|it|this|go
    down for|with
    {good} with|for|to me|us|go
    definitely|absolutely|certainly|indeed|affirmative|correct|exactly|uh_huh|yess|true|totally
    uh huh
    right on
    by all means
    might as well
    please do
    sure thing|why|ok|please|no_problem|sounds|that|go|i|lets
    ok|alright ?then|sounds|great|lets|cool|perfect|good|that|i|do|yes ?then|great|good|cool|works
    is|was {good}|a_fact|right|true|correct >
    sign me up
    add it|that|one|them|the
    throw it|one|that in
    gladly
    perfect
    hit me
    make it so|happen
    proceed
    """,
    "no": """
    < ?well|oh|ok|umm|um|hmm|uh|actually|lol|haha|hell|heck|ah|yes no|nay|negative|never|false|wrong|incorrect|absolutely_not|definitely_not|certainly_not|of_course_not|not
    no >
    no thanks|sir|maam|way|not|need|longer_interested
    not ?right|really|at|for|just ?now|this|today|that|really|interested|yet|all|time|moment|correct|true|right|sure_about >
    ^ not
    not ?right now
    not at|for|right this|the|now ?time|moment
    not interested|necessary|needed|today|really|correct|true|right|accurate|yet|anymore|happening|at_all
    do|does|did|would not {want}|think|care|agree|believe|work|sound|seem|look|feel
    do not ?really want|need|like|wanna
    {can_not} be|do|say right|that|correct|true|it|yes
    i am {good} >
    i am {good} thanks|for_now|on_that|without|bro|man|dude|right_now
    we are {good}
    i will|ill pass
    ^ pass
    pass on
    {be}|does|do|did not ?really|at|the|what|a|going|gonna|quite|exactly ?true|right|correct|good|the|case|it|work|ok|what|going|interested|gonna|buying|buy
    no|not {want_to}
    never mind
    false|incorrect|inaccurate|untrue|wrong|negative|nay|nein|falsehood
    i disagree|refuse|decline|deny|doubt
    forget it|about|that
    hold off|on|up
    rather not
    maybe later|another|next|some_other
    another|other time|day
    some other time
    {i} {can_not}
    that|it {be} not
    that|it will|does|do|would|did not
    leave it
    skip ?it|that
    too far|late|early|soon
    nothing else|more|right_now
    no way
    nothing
    neither
    none
    hell|heck|oh no
    ?i will|would not
    by no means
    under no circumstances
    i think not
    """,
}
NOT_A_NO = """
no power|sound|display|signal|service|charge|problem|worries|picture|image|touch|response|light|screen|network|sim|audio|lights|idea|doubt|rush|hurry|appointment|clue
not sure|working|charging|turning|bad|too|sure_if|able|coming|only|going_to_lie
not a|an problem|issue
why not
"""
NOT_A_YES = """
sure not
not ?a ?very|really|so|the|that|too|all {good}|sure|correct|sounds|exactly
do|does|did|would|will|{can}|is|are|was not ?really|going ?to work|sound|seem|look|agree|think|accept|confirm|guess|want|like|take|book
ok|great|cool|perfect|good|right|fine thanks ?bye|for
{good} morning|afternoon|evening|night|bye|day|job
not true|right|correct|work|works|perfect
yes no
never
"""
