"""Hello, thanks and goodbye."""

from linda.language.intents.topics import Topic

COURTESY = {
    Topic.GREETING: """
    < hi|hello|hey|yo|heller|hiya|greetings|aloha|ahoy|bonjour|salutations
    hello|hi|greetings|aloha|howdy
    < ?why|well|oh hi|hello|hey there
    hey there|you|guys|linda|man|bro|buddy|friend|brandon|yall >
    good morning|afternoon|evening|day
    how are|is|have|has|r you|u|things|everything|life|your|it ?been|going|doing|today|treating >
    how {be}|do|have|has|did .. you|things|everything|life|day|it .. doing|going|treating|feeling|been|do|feel
    how is|are|was|goes|has your|ur|the|life|everything|things|it ?day|it|been|week|night|morning|evening|going
    how is it ?going|been|hanging
    how are you|u|things|ya
    how goes
    how have you|things been
    how do you feel|do
    what is up|new|good|happening|cracking|crackin|poppin
    what is going on
    are you ?doing|feeling ?doing|feeling ok|okay|well|good|great|fine|alright
    is everything ?going ok|well|good|fine|alright|great
    good|nice|great to see|meet you
    pleased|pleasure to meet
    ?hello ?is any|anyone|anybody|someone ?one ?there|home|here >
    long time no see
    what do|would you feel|like doing
    what are you doing|up_to
    """,
    Topic.THANKS: """
    thanks
    thanks|thanking you|so|very
    appreciate|appreciated|appreciative
    grateful|gratitude|thankful|obliged|gracias|merci|danke|arigato|grazie
    thanks a lot|bunch|ton|million
    {you} .. helpful|lifesaver|life_saver|the_best|the_man|a_legend|awesome|so_kind|a_star|a_blessing
    was|that|you|very|so|been helpful
    help|helped a lot|me|out ?a_lot
    you helped
    good|great|nice|excellent job|work
    answer pleased|helped
    god bless
    i owe you
    """,
    Topic.GOODBYE: """
    bye
    good bye|night
    goodnight
    see|c|catch you|u|ya ?around|later|then|soon|tomorrow|next|at|there|some|again|in >
    see|catch you|u|ya|yall ?around|later|then|soon|some_other_time|again|another
    see you >
    talk|speak|chat|text ?to|with ?you|u|ya later|soon|tomorrow|again
    talk to you
    later gator|alligator|gater|dude|man|bro|on|days >
    ^ later|laters|peace|ciao|cheerio|farewell|toodles|tootles|toodle|sayonara|deuces|bounce >
    so_long|peace|farewell|adieu|ciao|hasta|sayonara|tootles|toodles|cheerio
    until next|then|later|we ?time|meet
    take care|it_easy
    have|enjoy ?yourself|a|an|the|your|your_self {very}|{good}|blessed|safe|lovely|pleasant ?one|day|night|evening|weekend|week|rest|time|afternoon|trip
    have a {good} .. day|night|one|evening|weekend|week|afternoon|time
    have fun
    enjoy your|the|ur rest|day|night|weekend|evening
    good|nice|great|pleasant|cool|fun|glad|lovely|wonderful|pleasure|enjoyed|awesome .. talk|talking|chatting|chat|speaking|conversation|conversing|converse|seeing|catching|catch|meeting
    good|nice|great|lovely talk|chat|conversation
    had fun|a_good_time|a_great_time
    thanks for talking|chatting|chat|talk
    i have|got|need|should|must|will ?to ?be leaving|go|leave|going|run|head|jet|off
    i am leaving|off|out|done|heading|outta|going|gone|signing|finished
    outta here
    out of here
    that is|will_be|would_be|was ?it|all|everything ?for|i ?needed|need|now|today|have|wanted ?thanks >
    that is all
    that will be all
    all i need|needed|wanted
    nothing more|else .. bye|talk|now|today|$
    gotta|got_to|need_to go|run
    over and out
    time to say
    saying bye
    """,
}
