"""Openings and bookings: ask, book, move, cancel, recall."""

from linda.language.intents.topics import Topic
from linda.language.intents.vocabulary.entry import Says

SCHEDULE = {
    Topic.CANCEL: Says(
        strong="""
        {cancel} .. {booking}
        {booking} .. {cancel}
        {cancel} it|that|this|everything|mine|me
        {cancel} the|my|this|that
        {cancel} all
        ^ ?please|just|yes|no|ok|actually ?please|just {cancel}
        want|need|have|like|going to {cancel}
    not going to ?my {booking}|dinner|lunch
    trash .. {booking}
        {can} i|you|we {cancel}
        delete|remove|erase|drop|scrap|scratch|void|annul|undo|unbook|unreserve|repeal|kill|nix|axe .. {booking}
        ^ ?please|just|yes|no|ok|actually delete|remove|erase|scrap|scratch|clear
        delete|remove|erase|scrap it|that|this|them|those
        {can} you|i ?please|just delete|remove|erase
        {want_to} delete|remove|erase
        clear ?out .. plans|schedule|calendar|{booking}
        get rid of .. {booking}|it|that
        abandon|withdraw .. {booking}
        a cancellation
        {cancel} .. {cancel}
        take me|it|that|us off
        call off|it_off
        not going|able to make it
        {can_not} make it
        {can_not} make it .. {booking}
        {can_not} make .. {booking}
        {can_not} come ?in|by|today|tomorrow|anymore $
        {can_not} come ?in|by today|tomorrow|anymore
        {can_not} attend
        {can_not} keep .. {booking}
        {can_not} require|need .. {booking}
        do|does not need|want|require .. {booking} anymore
        do|does not need|want|require ?my|the|this {booking}
        no longer need|needs|want|require|needed|coming|able
        not coming
        {booking} .. not needed|necessary|required
        {booking} .. not need|want
        need to release
        forget ?about ?the|my|our {booking}
        let .. {booking} go
        back out of
        end ?my|the|our reservation|booking|appointment
        not be coming
        not be there|attending|showing
        {cancel} please
        {cancel} >
        no need to confirm .. {booking}
        give up my {booking}
        """,
        weak="""
        {cancel}
        delete|erase|scrap
        do not need
        {booking}|booked
        not want|need it|this|that anymore
        sick|emergency
        """,
        against="""
        cancellation fee|policy|charge
        {cancel} {price}
        noise {cancel}
        school|class|work|practice|game|flight|meeting|job|church|concert .. was|is|got|been|has {cancel}
        {cancel} school|class|work|practice|game|flight
        school|class|work|boss|flight|job|kid {cancel}
        if .. {cancel}
        someone|anyone|anybody|somebody|people|person {cancel}
        any|a|get {cancel} .. {day}
        do|did not {cancel}
        not {want_to} {cancel}
        {can_not} make it .. before|until|till|earlier|sooner
        {can_not} make .. before|until|till
        """,
    ),
    Topic.RESCHEDULE: Says(
        strong="""
        reschedule|rescheduling|rescheduled|postpone|postponed|postponing
        move|change|switch|push|bump|shift|delay|bring|update|modify|amend|alter|adjust|edit|moved|changed .. {booking}
        move|push|bump|shift|delay|slide|switch it|that|me|us|mine
        move|push|bump|shift|delay|switch .. to #|{day}|later|earlier|another|next
        change it|that|this|me|mine to|from|$
        change|update|modify|adjust|alter .. to #|{day}|later|earlier|next
        change|update|modify|switch ?the|my|start|starting time|date|day|hour|dates|times
        change .. time|date|day|dates|times
        {booking} .. moved|changed|pushed|switched
        {booking} .. {want_to} be changed|moved|pushed
        {can} .. different|another|later|earlier|new time|day|date
        {want} ?to .. different|another|later|earlier|new time|day|date
        different|another|later|earlier ?time|day instead
        change|move|switch|update .. to ?around|about|like #|{day}|{month}|noon
        change|move|switch|update .. from .. to
        make that|it .. instead
        meant ?to ?say {day}|#|am|pm
        rearrange|re_arrange
        {booking} .. earlier|later|sooner
        # one is ?a ?little better
        come|make|do|be|get .. later|earlier|sooner instead|than
        make .. {day}|#|later|earlier instead
        make it ?for|at ?# later|earlier
        make|do it|that ?for|at # ?pm|am instead
        make it ?for|at ?the #|{day}|later|earlier
        {want} it|that later|earlier|sooner
        please move|change|update|push
        running|going_to_be|be ?a|# ?bit|little|few|minutes late
        i am ?a|# ?bit|few|little ?minutes late
        be there ?a|# ?bit|few|little ?minutes late
        come ?in a_different|another day
        put|set|it|meeting|{booking} should be|start|last|end at|on|set|from|for|#
        put it|that from|on|to|at|back
        ^ ?please|actually|no|yes|ok|hi ?please|just ?also change|move|update|push|switch|shift|postpone|delay|extend|modify|edit|amend|adjust|alter|bump
        {can} you|i|we ?please|just change|move|update|push|switch|shift|postpone|delay|extend|modify|edit|amend|adjust|alter|bump
        {want_to} ?please|just change|move|update|push|switch|shift|postpone|delay|extend|modify|edit|amend|adjust|alter|bump
        push|pushed ?it|that|this|me|my ?{booking} back
        {can_not} make it ?today|tomorrow ?at|until|before|till #|{day} .. instead|{can}|how_about
        add|include .. person|people|adult|adults|kids|guests to|in .. {booking}|it
        make|need|have amendments|changes
        make some|a|any|few change|changes|amendments|adjustments
        {want_to} change ?some|the|my ?details|day|time ?of ?my|the {booking}
        change|update|switch .. details
        make|do ?my|the|it|that .. instead
        make ?my|the .. happen|start|begin
        change|move|switch|update|make .. to be|start|happen|begin ?at|on|in
        oops|shoot|actually|wait|no|sorry ?i ?that|it|meant should|meant be|to|for|{day}|#
        {booking} starts|start|begins at
        # not #
        {want} .. to start|be|begin at|on
        extend|shorten|prolong .. {booking}|meeting|it|to|by
        upgrade .. {booking}
        """,
        weak="""
        instead
        change|move|update|switch
        late
        """,
        against="""
        change ?the|my|a|out screen|battery|glass|port|lens|oil|tire|name|password|pin|language
        change|switch|update ?the|my|your ?phone|user screen|battery|name|names|password|pin|language|number|volume|settings|phone|software|ios|address|carrier|plan|accent|voice|playlist|list
        {repair} .. {part}
        how_much .. change
        change .. {part}
        """,
    ),
    Topic.MY_BOOKING: Says(
        strong="""
        when|what_time|what_day is|was my|our {booking}
        when|what_time|what_day do i|we come|have
        when|what_time .. my {booking}
        what is my {booking}
        what time am|was i|we supposed|coming|booked|scheduled|in
        when am i ?supposed|coming|booked|scheduled|due to|in
        what time was it again
        do i have|still_have ?an|a|my {booking}
        am i still|all set|booked|scheduled|good|on for
        am i booked|scheduled
        confirm|check|verify|remind ?me ?of ?about my {booking}
        my {booking} ?is|was|still confirmed|on|good|at|for $
        is my {booking} still|confirmed|on|at|for|today|tomorrow
        did i|you book|get|make|have .. {booking}
        is ?my ?it still on
        forgot .. {booking}
        forgot what|when .. time|day|{booking}
        what did i book
        """,
    ),
    Topic.AVAILABILITY: Says(
        strong="""
        availability|openings|available
        any|an|next|first|other|open|free|earliest opening|openings|slots|slot|spots|spot|times
        any|next|first|earliest .. available
        what|which times|time|slots|days|openings do|are|is|works
        when {can} you|i|we .. do|come|get|bring|fit|see|take|drop|stop|fix|look|swing
        how soon|early|late|quick|quickly|fast {can} you|i|we
        what is the earliest|soonest|latest
        soonest|earliest
        {can} you|they fit|squeeze|get|see|take|sneak me|us|my|it
        {can} you do it|this|that|today|tomorrow|#|{day}
        {can} i|we come|bring|drop|stop|swing|pop|get|do|make .. {day}|#|now|later|soon
        {can} i|we come ?in|by|over $
        do you have .. {day}|#|times|slots|openings|spots
        got|have anything|something|any|room|space .. {day}|#|open|free|available|times|slots|time|spots
        anything open|free|available|earlier|sooner|later|{day}
        are you|they|i|we|he free|available|busy|booked|slammed|around
        am i free
        is .. {day} free|available|open|ok|good|possible|too
        is|are # ?pm|am free|available|open|taken|still|ok
        # ?pm|am free|available|open $
        free|open|spare time|times|hours|slots|slot|spots|calendar|schedule
        when .. not have anything|something|any
        my|your|the|his schedule|calendar
        {when} .. free|available
        i|we be|am|are free|available
        time works|work
        what about|how_about {day}|#|later|earlier|next|the
        ^ how|what about {day}|#
        """,
        weak="""
        {can} you|i
        {day}
        free|open|slot|slots|openings
        """,
        against="""
        are you|they open|opened
        is it|wifi|parking|breakfast|there free
        free of|estimate|diagnostic|diagnostics|shipping|quote|quotes
        part|parts|color|colors available|in
        """,
    ),
    Topic.BOOK: Says(
        strong="""
        {book} .. {booking}
        {book} me|us|it|that|this|him|her
        make|get|set|need|want|like|have|schedule|create|add|put|fix|arrange|do|place|reserve|take .. {booking}
        {want_to} {book}
        {can} i|you|we ?please {book}
        put|pencil|sign|slot|lock|get me|us|it down|in|for|up
        {book} ?a|an|the|my|for|on {phone}|{repair}|{day}|#|{part}
        {want_to} come|bring|drop|stop|swing ?it|by|in|over|off|my .. {day}|#|in|by|over|off
        {i} {can} come|bring|drop|stop|be_there|be_in|be_by|swing .. {day}|#
        i will take the|that ?#|{day} slot|one|am|pm|spot|first|last|second|earliest|later|#|{day}
        i will take #|{day}
        let us|me do|go|take|get|make ?with|for|it ?the|for|a #
        let us|me do|go|book|schedule ?with|for|it {day}
        see|visit a|the|my|dr doctor|dentist|technician|tech
        find|help me .. hotel|doctor|dentist|place|table|room|salon|stylist
        want|need|like to|a .. {repair} .. {day}
        drop ?it|my|the ?{phone} off
        new|another {booking}
        {book} for|at|on #|{day}|{month}|next|the
        get .. changed|serviced|cleaned .. appointment
        {want_to} {book} .. #|{day}|check|checkup|visit|service
        can|could|would you {book}
        {booking} for|at|on|under #|{day}|me|my|two|one
        appointment please
        want|need ?to ?get|have ?my .. {repair}
        sign me up
        {want}|{want_to} .. checked|inspected|looked
        is|who|find .. someone|somebody|anyone .. check|inspect|look
        how do i|we {book}
        {can} .. get .. {book}
        ^ ?please|hi|yes|ok|now ?please|can_you book|reserve|schedule|arrange|set_up
        {can} you|i|we ?please ?help ?me ?to book|reserve|schedule|arrange
        {want_to} ?please ?make book|reserve|schedule|arrange|set_up
        looking for|to ?get|find|book ?a|an {booking}|place|hotel
        {want} ?a|an|another ?new|the {booking}|hotel
        room|table|stay|suite .. nights|people|adults|adult|persons|two|night|weekend
        there someone|somebody|anyone|anybody|mechanic .. check|inspect|look|fix
        which|who|what mechanic|someone|in .. check|inspect|fix
        set up .. {booking}|meeting
        try .. book again
        stay|room for #
        """,
        weak="""
        {booking}
        {book}
        {day}
        tonight|afternoon|morning|pm|am
        {repair}
        """,
        against="""
        my {booking} .. is|was
        {cancel}
        reschedule
        change|move|update .. {booking}
        price book
        read|reading|face book
        do|did|does not {want_to} .. {book}|make|reserve|buy|schedule
        delete|remove .. {booking}
        know|tell|remember .. when
        appreciate .. {booking}
        thanks .. for making|booking|scheduling|organizing|setting|getting|fitting|squeezing
        {can_not}|not .. need ?my|the|that {booking}
        book it later
        """,
    ),
    Topic.STATUS: Says(
        strong="""
        is|are my|the|our|it|his|her ?{phone}|one|repair ?done|all ?all ready|done|fixed|finished|repaired|complete|completed
        {phone} ready|done|fixed|finished
        is it|that ?all ready|done|fixed|finished
        status|progress of|on|update|for .. {phone}|repair|my|order|device
        status ?update >
        any|an update|updates|word|news
        how is my|the {phone}|repair|it coming|going|doing|looking
        how is it coming|going_with|looking
        when {can} ?my|the|i|it ?{phone}|be|pick|get|come ?be|it|my|to ready|done|finished|up|back
        {can} i|we pick|come|get|grab .. {phone} up|back|yet
        {can} i|we pick it|my|the up
        {can} i come|swing|stop|pick ?by ?and|to get|pick|grab|up it|my
        did|have|has ?you|he|they fix|finish|fixed|finished .. {phone}|it
        get to ?my {phone}|it yet
        are you done|finished with
        you done|finished|fixed with|my yet|phone
        still waiting|working on ?my {phone}|it
        has my|the ?{phone}|part|parts|screen been|arrived|come|came
        did|has|is my|the part|parts|screen|order come|came|arrive|arrived|in
        dropped ?it|my|the ?{phone} off .. ready|done|yet
        ready yet|for_pickup|to_be_picked_up|to_pick_up
        """,
        against="""
        is my|the {phone} fixable|covered
        how long
        """,
    ),
    Topic.DURATION: Says(
        strong="""
        how long {can}
        how long do|does|is|are|till|until|would .. take|takes|be|wait|{repair}
        how long .. take|takes|wait|leave|{part}|{repair}
        how much|many time|hours|minutes|days
        what is the|your wait|turnaround|turn_around|wait_time
        wait|turnaround time|times
        {can} i wait
        wait|waiting for it|while .. {repair}|it
        same day
        do i|we have to|2 leave|wait
        how fast|quick|quickly {can} .. {repair}|done|do
        {repair} .. while i wait
        take ?very|too long
        ?done in|under an|half|# hour|minutes
        """,
        against="""
        how long .. open|warranty|been|guarantee|covered|ago|stay|last|lasts|good
        how long .. close|closed
        how long .. i have .. live|grow
        """,
    ),
}
