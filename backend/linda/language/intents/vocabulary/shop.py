"""The shop and its work: where, when, how, what it sells and does not do."""

from linda.language.intents.topics import Topic
from linda.language.intents.vocabulary.entry import Says

SHOP = {
    Topic.HOURS: Says(
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
        still there|open
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
        in|for|within|couple|few|several|two|three hours
        {phone} .. open|opens|closes|opening
        app|apps .. open|opens|closes|closing|close
        phone is|was open
        """,
    ),
    Topic.LOCATION: Says(
        strong="""
        address|directions|location
        where is|are|was|exactly|abouts|at {shop}|your|the|that|this|you|it|we
        where do|can|will|should i|we|you|it ?be find|go|come|meet|drop|bring|park|staying|stay|located
        where .. located|located_at|at|based|find|shop|store|go|come|meet
        located
        where you|are at|located
        where >
        street|house number|name
        what place is
        how do|{can} i|we get|find there|to|it|you
        how do i get
        what part|side|area|street|city|town|road
        are you near|by|close|close_to|in|on|around|far
        cross street|streets
        near me
        parking|park
        {give} me|us ?your|the ?a location|address|pin|directions
        drop|send ?me ?a ?the pin
        is it|that|the_shop near|far|close
        how far
        """,
        against="""
        ip|email|mac|my|billing|home address
        address on|in|of my
        wrong address
        where .. problem|reason|point|money|score|form|credit
        where .. hurts|crack|cracked|broke
        my location
        share .. location
        """,
    ),
    Topic.WARRANTY: Says(
        strong="""
        warranty|warranties|guarantee|guaranteed|guarantees
        what if|happens .. breaks|broke|break|cracks|crack|stops|dies|fails|again
        is|are|was it|that|this|my|the ?repair|screen ?still covered|under
        {repair}|screen .. come with
        stand behind .. work
        if it breaks|stops|fails
        """,
    ),
    Topic.ON_SITE: Says(
        strong="""
        {can} you|someone|anyone|he|brandon|somebody|they ?ever come ?out|over|by to|here|out|over|by
        {can} you|someone|he come|drive|travel|meet
        do you ?ever come|travel|do|offer|make|go .. me|house|home|work|job|onsite|on_site|people|customers
        come to|2 me|my|us|the|our
        meet me|up|somewhere|halfway|you_at
        house|home call|calls|visit|visits|service
        onsite|on_site repair|repairs|service|visit|fix|tech
        onsite
        on site
        at my|our house|home|apartment|office|job|work|place|hotel|condo|dorm
        to my|our house|home|apartment|office|job|work|place|hotel|condo|dorm
        {can_not} drive|leave|get_there|come_to_you|make_it_to_you
        no|without car|ride|transportation
        pick ?up|it ?it|my|up ?phone ?up from
        """,
        against="""
        {can} i|we come
        come with
        comes to
        it come
        came to my
        """,
    ),
    Topic.WALK_IN: Says(
        strong="""
        walk in|ins|up|right_in|into
        walkin|walkins
        do i|we need|want an appointment
        do i|we|you ?have ?to ?need|have|require|want ?an|a ?to ?make appointment
        need|have to|an ?make|book ?an appointment
        without ?an|a|making appointment
        no appointment
        {can} i|we just|jus come|show|walk|stop|drop|swing|pop|roll
        just come|show|walk|stop|drop|swing|pop in|up|by|over
        show up
        first come
        come ?in|by anytime|whenever|any_time
        """,
        against="""
        drop|dropped ?it|my|phone in|it|my
        want|need|like an appointment for|at|on|to|please|{day}|#
        i ?would need|want|like an appointment
        """,
    ),
    Topic.REMOTE: Says(
        strong="""
        remote|remotely|virtual|virtually
        over|through|by|on ?the|a phone|video|zoom|facetime|call diagnose|diagnostic|help|look|check|fix|figure
        diagnose|diagnostic|check|troubleshoot|fix|help|figure .. over|online|remotely|by_phone|through_the_phone
        video call|chat
        facetime
        without coming|bringing
        online|phone diagnostic|diagnosis|diagnostics
        """,
        against="""
        tv|roku|apple remote
        """,
    ),
    Topic.DATA_SAFETY: Says(
        strong="""
        lose|lost|erase|erased|wipe|wiped|delete|deleted|keep|save|safe|recover|retrieve|back_up|backup|transfer .. {data}
        {data} .. safe|lost|erased|deleted|gone|wiped|stay|saved|kept|private|recovered
        data|photo|photos|picture|pictures|files|contacts recovery
        data
        everything|anything .. lost|erased|deleted|wiped|be_gone
        wipe|erase|reset|factory_reset my|the|it
        lose everything|anything|my|all
        need|give|want|have .. passcode|password|pin|code
        passcode|privacy|backup|icloud
        {can} .. see|look .. {data}
        """,
        against="""
        delete .. {booking}
        """,
    ),
    Topic.PARTS: Says(
        strong="""
        original|genuine|oem|aftermarket|authentic|refurbished|knockoff|generic
        original|genuine|oem|aftermarket
        apple|samsung|real|quality|official|certified|fake part|parts|screen|screens|battery|batteries|certified
        apple certified
        kind|type|quality|brand|grade of part|parts|screen|screens|battery|batteries
        have|got|carry|stock .. part|parts|screen|screens
        parts|part|screen|screens|battery in stock
        in stock
        parts
        quality .. screen|screens|part
        true tone|truetone
        """,
    ),
    Topic.UPSELL_ITEM: Says(
        strong="""
        screen|tempered|glass|privacy protector|protectors
        protector|protectors
        tempered glass
        phone|a|new|any|some|good|iphone|otterbox|clear|nice|sell|have|get|buy|the|add|and case|cases
        cases
        case and
        otterbox
        case >
        """,
        against="""
        in case
        the case >
        not ?the case
        in any|that|this case
        just in case
        court|legal|my case is
        """,
    ),
    Topic.OTHER_SERVICE: Says(
        strong="""
        unlock|unlocking|unlocked|jailbreak|sim_unlock|carrier_unlock
        sell|selling|sold ?me|my|you|a|old|you_my|phones {phone}
        do|{can} you|guys ?also sell|buy|trade|take_trade .. {phone}|used|phones|old
        buy|buying|purchase|trade ?in|back ?my|a|an|old|used|broken|new|your|from {phone}
        sell|buy {phone}
        trade in|ins
        tradein
        laptop|laptops|macbook|computer|computers|pc|desktop|imac|chromebook|printer|tv|tvs|television|console|xbox|ps5|ps4
        ps5|ps4|playstation|xbox|nintendo|switch_repair|airpods|airpod|drone|hoverboard|camera_repair|vape|ipod|kindle
        apple watch|watches
        smart|apple|galaxy watch
        smartwatch
        bypass|remove|hack icloud|google|frp|lock|passcode
        icloud|google|activation|frp|account|carrier lock|locked
        frp
        hack|spy|track
        sim card
        new plan|line|service
        phone|prepaid plan|plans
        activate|activation
        data recovery
        solder|soldering|microsolder|motherboard|logic_board
        do you do|fix|repair cars|tablets|watches|consoles|anything_else
        are you hiring
        hiring|job_application
        """,
        against="""
        not|will_not unlock
        face|touch .. unlock
        unlock .. screen
        """,
    ),
}
