"""Yes and no in all their forms; the later of two decisive words wins over the earlier filler."""

YES_NO = {
    "yes": """
    < ?well|oh|ok|umm|um|hmm|uh yes|sure|absolutely|definitely|certainly|indeed|totally|affirmative|exactly|correct
    < ?actually|lol|haha|hell|heck|thanks|great|cool yes|sure|absolutely|definitely|certainly
    < ?actually|lol|haha|hell|heck|thanks|great|cool indeed|totally|affirmative|exactly|correct
    < ok|yes|sure >
    < ?ok|yes you >
    < ?ok ?yes perfect|great|awesome|excellent|cool|wonderful|deal|bet
    < ?ok ?yes fantastic|sweet|fine|good|right|true|nice|gladly|precisely
    yes >
    yes please|sir|maam|thanks
    hell|heck|oh|um|uh yes
    sounds|looks|seems|sound|look ?about|like|real|pretty {good}|a_plan|right|like_a_plan
    that|it|this|which ?one|time|all {be}|sounds|seems|looks|feels|appears ?all|really|so {good}
    that|it|this|which ?one|time|all {be}|sounds|seems|looks|feels|appears ?totally|very|absolutely {good}
    all|everything|time|all_of_that ?one|time|all {be}|sounds|seems|looks|feels|appears ?all|really|so {good}
    all|everything|time|all_of_that ?one|time|all {be}|sounds|seems ?totally|very|absolutely {good}
    all|everything|time|all_of_that ?one|time|all looks|feels|appears ?totally|very|absolutely {good}
    that|it|this|which ?one|time|all {be}|sounds|seems|looks|feels|appears ?quite|just|exactly {good}
    that|it|this|which ?one|time|all {be}|sounds|seems|looks|feels|appears ?pretty|about|actually {good}
    all|everything|time|all_of_that ?one|time|all {be}|sounds|seems|looks|feels|appears ?quite|just|exactly {good}
    all|everything|time|all_of_that ?one|time|all {be}|sounds|seems ?pretty|about|actually {good}
    all|everything|time|all_of_that ?one|time|all looks|feels|appears ?pretty|about|actually {good}
    that|it|this|which|# ?one|pm|am|time|day ?can|will|would|should|ll|also works|work|do
    works ?great|fine|good|well for me|us
    works >
    {day} works|{good}
    # ?pm|am works|{good}
    # ?pm|am is {good}
    go ahead|for_it
    let us|me do|go|book
    do it|that >
    book|schedule|reserve|confirm it|that|this|me
    agree|agreed|concur
    ^ ?i|yes ?i ?do confirm|accept|approve|affirm
    that|it|this|which would|will ?all ?really be {good}
    would|have_to say yes
    i guess|suppose|believe|think so|yes >
    i vote|say yes
    i do|will|would|am|did >
    all right
    positive|accurate|valid >
    is a|the yes|truth|win
    i will|would take|love|do it|that|one|them|this
    why not
    no problem|worries|doubt
    of course
    for sure|real
    you_got_it|you_bet >
    you are right|correct
    count me in
    i am {good}|down|game with|for|to
    i am in|down|game >
    down for|with
    {good} with|for|to me|us|go
    ^ ?i|that|this|it ?is ?most definitely|absolutely|certainly|indeed|affirmative|correct|exactly|true|totally
    uh huh
    right on
    by all means
    might as well
    please do
    sure thing|why|ok|please|no_problem|sounds|that|go|i
    < ok then|sounds|great|cool|perfect|good|works|do|let|book|please
    ^ ok $
    ok >
    is|was {good}|a_fact|right|true|correct >
    sign me up
    throw in ?a|the|that case|protector|one
    add it|that|one|them|the
    throw it|one|that in
    gladly
    < perfect >
    surely|naturally|roger|amen|affirmative
    you know it
    without ?a doubt|question
    no doubt|question
    right >
    < that is right|it|correct|true|so
    that|it|this will ?definitely work|do
    true that
    very|so|too|quite|all|certainly|indeed|absolutely|totally|definitely|really true|correct|right
    they|it|we|he|she are|is|does|do|did >
    a true|fact|yes >
    i believe|think ?that|it|this ?is ?to ?be true|correct|right
    whatever you say|think
    fine by|with me
    any of|time works|is_fine
    hit me
    make it so|happen
    proceed
    """,
    "no": """
    < ?well|oh|ok|umm|um|hmm|uh no|negative|never|false|wrong
    < ?well|oh|ok|umm|um|hmm|uh incorrect|absolutely_not|definitely_not|certainly_not|of_course_not|not
    < ?actually|lol|haha|hell|heck|ah|yes no|negative|never|false|wrong
    < ?actually|lol|haha|hell|heck|ah|yes incorrect|absolutely_not|definitely_not|certainly_not|of_course_not
    no >
    no thanks|sir|maam|way|not|need|longer_interested
    not ?right|really|at|for|just now|this|today|that|really|interested|yet|all|time|moment|correct|true|right >
    < not
    not ?right now
    not at|for|right this|the time|moment
    not interested|necessary|needed|today|really|correct|true|right|accurate|yet|anymore|happening|at_all
    do|does|did|would not {want}|think|care|agree|believe|work|sound|seem|look|feel
    do not ?really want|need|like
    {can_not} be|do|say right|that|correct|true|it|yes
    i am {good} >
    i am {good} thanks|for_now|on_that|without|bro|man|dude|right_now
    we are {good}
    i will pass
    ^ pass
    pass on
    that|it|this|which|one {be}|does|do|did not ?really|at|the|what true|right|{good}|case|work|what|fit|help
    that|it|this|which|one {be}|does|do|did not ?a|going|quite|exactly true|right|{good}|case|work|what|fit|help
    i am not going|interested|buying
    no|not {want_to}
    never mind
    false|incorrect|inaccurate|untrue|negative|nein|falsehood
    {be} .. wrong >
    ^ wrong
    you {be} wrong
    i disagree|refuse|decline|deny|doubt
    forget it|about|that
    hold off|up
    ^ ?please ?no hold on
    rather not
    maybe later|another|next|some_other
    another|other time|day
    some other time
    {i} {can_not} >
    {i} {can_not} do|make|today|tomorrow|then|on|at
    ^ ?i {can_not} >
    answer|say|saying .. no
    is|a no >
    a no from me
    nada|nil
    perhaps|maybe ?a ?at ?some ?different|another|later later|time|day|other_time
    that|it|this will|does|do|would|did not work|do|fit|be
    leave it
    skip it|that
    all set >
    too far|late|early|soon
    nothing else|more|right_now
    no way|chance|can_do|sir
    not a chance|lie
    a lie
    not likely|exactly|so_much|so|quite|really >
    hardly
    uh uh
    nuh uh
    out of the question
    not for me
    not going to happen
    would rather not
    no need
    {be} not ?a ?even ?remotely ?at_all it|true|right|correct|accurate|so|possible|fact|factual|valid
    ^ do|did|does|is|would not >
    i do|did|would|am|could not >
    i doubt
    not my|what name|said|meant|asked|wanted
    not of ?my|any ?concern|interest
    not the case|one
    contrary
    keep looking
    ^ nothing >
    neither
    none
    hell|heck|oh no
    i will|would not >
    by no means
    under no circumstances
    i think not
    """,
}
NOT_A_NO = """
what if .. not ?work|working|fix|good
if it does|is not
no power|sound|display|signal|service|charge|problem|worries|picture|image|touch|response
no light|screen|network|sim|audio|lights|idea|doubt|rush|hurry|appointment|clue
not sure|working|charging|turning|bad|too|sure_if|able|coming|only|going_to_lie
not a|an problem|issue
why not
can not thanks|wait|express|believe
"""
NOT_A_YES = """
what is|are|was {good}
not sure|know .. is|are|was
sure not
not ?a ?very|really|so|the|that|too|all {good}|sure|correct|sounds|exactly
do|does|did|would|will|{can}|is|are|was not ?really|going ?to work|sound|seem|look|agree|think
do|does|did|would|will|{can}|is|are|was not ?really|going ?to accept|confirm|guess|want|like|take|book
ok|great|cool|perfect|good|right|fine thanks ?bye|for
{good} morning|afternoon|evening|night|bye|day|job
not true|right|correct|work|works|perfect
yes no
never
definitely|totally|absolutely|certainly|completely ?a not|false|wrong|incorrect|no|untrue|inaccurate|negative
not .. correct|true|right|{good}
"""
