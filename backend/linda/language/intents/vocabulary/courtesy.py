"""Hello, thanks and goodbye."""

from linda.language.intents.topics import Topic

COURTESY = {
    Topic.GREETING: """
    < hi|hello|hey|yo|heller|greetings|aloha|ahoy|bonjour|salutations
    how do you do
    how you doing|been
    you doing ok|{good}
    are you having ?a {good}
    are you well|ok|{good} today|this|>
    how {be} you|we|it|things|everything|everybody|everyone
    how you are|doing
    tell me how you
    what is happening|cracking|shaking|new|good|crackalackin
    nice|good|great|happy|glad|pleasure to ?finally meet|see|hear
    bonjour|ciao|namaste|salutations|greetings
    top of the morning
    hello|hi|greetings|aloha
    < ?why|well|oh hi|hello|hey there
    hey there|you|guys|linda|man|bro|buddy|friend|brandon >
    good morning|afternoon|evening|day
    how are|is|have|has you|things|everything|life
    how {be}|do|have|has|did .. you|things|everything|life|day|it .. doing|going|treating|feeling|been|do|feel
    how is|was|has your day|week|night|morning|weekend|evening
    how is it going|been|hanging
    {be} things|everything|life going
    have you been {good}|ok
    how is .. doing
    how are you|things
    how goes
    how have you|things been
    how do you feel|do
    what is up|new|good|happening|cracking|crackin|poppin
    what is going on
    are you ?doing|feeling ?doing|feeling ok|well|good|great|fine
    is everything ?going ok|well|good|fine|great
    good|nice|great to see|meet you
    pleased|pleasure to meet
    is|hello any|anyone|anybody|someone ?one there|home|here >
    any|anyone|anybody ?one there|home|here >
    long time no see
    what do|would you feel|like doing
    what are you doing|up_to
    ^ ?are you ?still there
    """,
    Topic.THANKS: """
    thanks
    thankful|thanking
    you rock|rule|did_great|saved_me|made_my_day
    you|you_have are|been ?so|very|really|such|truly ?a ?great|real the_best|great|awesome|amazing|wonderful|helpful
    you|you_have are|been ?so|very|really|such|truly ?a ?great|real kind|sweet|fantastic
    you|you_have are|been ?so|very|really|such|truly ?a ?great|real lovely|excellent|brilliant|genius
    well done|played
    kudos|props|bravo
    that|this|it|which is|was|really|very helpful|helped|helps|useful|informative
    very|so|super|really|quite helpful|kind|useful|informative
    kind|nice|sweet|thoughtful of you
    happy|pleased|satisfied|impressed|delighted with
    without you
    your kindness|assistance|support
    {good} answer|response|info|information|advice|suggestion|assistance
    like|love|enjoyed|liked|loved your answer|response|help|reply
    bless you
    thanks|thanking you|so|very
    appreciate|appreciated|appreciative
    grateful|gratitude|thankful|obliged|gracias|merci|danke|arigato|grazie
    thanks a lot|bunch|ton|million
    {you} .. helpful|lifesaver|life_saver|the_best|the_man|a_legend|awesome|so_kind|a_star|a_blessing
    was|that|you|very|so|been helpful
    helped a_lot|me|us|out
    you .. a doll|gem|star|angel|legend|champ|lifesaver|blessing|saint
    big|great|huge help
    ^ your answer|response|reply|help is|was
    you helped
    good|great|nice|excellent job|work
    answer pleased|helped
    god bless
    i owe you
    """,
    Topic.GOODBYE: """
    bye
    au_revoir|arrivederci|ttfn
    signing|logging|heading off|out
    sleep well|tight
    sweet dreams
    talk|speak soon|later|again|tomorrow >
    it is|has been ?a ?so|very|really real|nice|great|pleasure|fun|good|lovely|wonderful
    enjoyed|loved our|the|this|talking|chatting|speaking|conversing
    enjoyable|fascinating|interesting|stimulating talk|talking|chatting|conversation|to
    i|we must|have_to|need_to|should|got_to|better get|be|go|run|head going|leaving|off|now|out >
    i|we must|have_to|need_to|should|got_to|better get|be|go|run|head >
    i will be back|leaving|going
    hope to|we see|talk|speak|chat
    be seeing you
    catch you
    got to go|run|jet|bounce|dip
    i am off|out|done|gone|leaving|finished >
    it was ?so|very|really ?a ?{good} {good}|pleasure|pleasant|enjoyable|fun ?to talk|talking|chatting
    it was ?so|very|really ?a ?{good} {good}|pleasure|pleasant|enjoyable|fun ?to to|speaking|seeing|having
    nothing more
    catch you some
    good bye|night
    goodnight
    see|catch you ?around later|then|soon|some_other_time|again|another
    ^ ?will|ok|thanks|i ?will see you >
    see you around
    see you next|monday|tuesday|wednesday|thursday|friday|saturday|sunday|at|#
    talk|speak|chat|text ?to|with ?you later|soon|tomorrow|again
    talk to you
    later gator|alligator|gater|dude|man|bro|on|days >
    ^ later|peace|ciao|cheerio|farewell|toodles|tootles|toodle|sayonara|deuces|bounce >
    so_long|peace|farewell|adieu|ciao|hasta|sayonara|tootles|toodles|cheerio
    until next_time|we_meet
    take care|it_easy
    have|enjoy ?a|an|the|your ?{very} {good}|blessed|safe|pleasant one|day|night|evening|weekend
    have|enjoy ?a|an|the|your ?{very} {good}|blessed|safe|pleasant week|rest|time|afternoon|trip
    call|conversation|chat is over
    have a {good} .. day|night|one|evening|weekend|week|afternoon|time
    have fun
    enjoy your|the rest|day|night|weekend|evening
    good|nice|great|pleasant|cool|fun .. talk|talking|chatting|chat|speaking|conversation
    glad|lovely|wonderful|pleasure|enjoyed|awesome .. talk|talking|chatting|chat|speaking|conversation
    good|nice|great|pleasant|cool|fun .. conversing|converse|seeing|catching|catch|meeting
    glad|lovely|wonderful|pleasure|enjoyed|awesome .. conversing|converse|seeing|catching|catch|meeting
    good|nice|great|lovely talk|chat|conversation
    had fun|a_good_time|a_great_time
    thanks for talking|chatting|chat|talk
    i have|got|need|should|must|will ?to ?be leaving|go|leave|going|run|head|jet|off
    i am leaving|off|out|done|heading|outta|going|gone|signing|finished
    outta here
    out of here
    that is|will_be|would_be|was it|all|everything >
    that is|will_be|would_be all|everything for|i
    that is all
    that will be all
    all i need|needed|wanted
    nothing more|else .. bye|talk|now|today|$
    got_to|need_to go|run
    over and out
    time to say
    saying bye
    """,
}
