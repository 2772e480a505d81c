"""What customers of a repair shop text, by what they want; each line is one text."""

from linda.language.intents import Topic

LINES: dict[Topic, str] = {
    Topic.PRICE: """
        how much for a iphone 13 screen
        hw much 2 fix my scren
        whats the price on a s22 battery
        price for back glass iphone 12?
        what do u charge for water damage
        what would it cost to get my charging port fixed
        cost of screen replacement
        can i get a quote for a cracked pixel 7
        how much would it run me to fix this
        yo how much u charge for screens
        whats it gonna cost me
        need a price on an xr screen pls
        quote for iphone 14 pro max back glass
        how much does a battery cost
        ballpark price for a samsung screen?
        how much is it to fix a cracked screen
        Hi, how much to replace the battery in an iphone 11
        what r u asking for a screen fix
        do you charge for diagnostics
        are diagnostics free
        is the diagnostic free?
        give me an estimate please
        how much extra if u come to me
        what's the damage gonna be for a new screen lol
        prices for s21 ultra screen?
        how much u want for a battery swap
        how many bucks for a new screen
    """,
    Topic.PRICE_LIST: """
        whats your price list
        can you send me your prices
        what are your rates
        what all do you fix
        do you have a menu of services
        what services do you offer
        what kind of repairs do you do
        what phones do you fix
    """,
    Topic.AVAILABILITY: """
        got anything open tomorrow
        what times do you have saturday
        any openings today?
        when can i come in
        can i bring it in today
        whats ur soonest appointment
        do you have anything after 3
        can you fit me in this afternoon
        r u free at 2
        how soon can you do it
        is 10am available
        anything sat morning
        when are you available
        what days work for you
        can you squeeze me in before 5
        what about thursday
        how about 2:30
        whats the earliest you got
        do u have any slots friday
        can i come by around noon
        can u do it today
        any time next week?
        you got time this afternoon?
        is tomorrow at 9 open
    """,
    Topic.BOOK: """
        i'd like to book an appointment
        book me for tmrw at 2
        can i schedule a repair
        i want to make an appt for friday
        put me down for 3pm
        schedule me for saturday morning please
        i'll take the 2 oclock
        lets do 4:30
        set up an appointment for my phone
        reserve me a spot at noon
        i need to get my screen fixed
        need my iphone fixed today
        i need a new battery put in
        can you book me in for monday
        pencil me in for 11
        i wanna set up a time to bring my phone
        looking to get my screen replaced
        sign me up for 10am
        lock me in for tuesday
        i need a repair
    """,
    Topic.RESCHEDULE: """
        can we reschedule
        i need to move my appointment to friday
        push my appt to 4 please
        can i change my time
        can we do another day instead
        gotta reschedule, somethin came up
        move me to tomorrow
        is it possible to switch my appointment to next week
        running 15 minutes late
        im gonna be a little late
        can you push it back an hour
        can i come earlier than 3
        need to change my appointment time
        could we make it 5 instead
        can i come a different day
        change it to thursday
        need to bump my appointment to monday
        i need to postpone
        can u move me up to 1pm
        any way to move my booking later
    """,
    Topic.CANCEL: """
        cancel my appointment
        i need to cancel
        cancel it
        pls cancel my appt for tomorrow
        i wont be able to make it
        cant make it today sorry
        i got it fixed somewhere else so cancel me
        take me off the schedule
        no longer need the appointment
        not gonna make it
        forget about my appointment
        have to cancel sorry
        hey can u cancel my booking
        i dont need the repair anymore, cancel please
        call off my appointment
        canel my appointmnt
        delete my appointment
        im not coming anymore
    """,
    Topic.MY_BOOKING: """
        when is my appointment
        what time is my appt again
        what time am i booked for
        do i have an appointment tomorrow
        am i still on for 3
        remind me of my appointment
        did i book for friday or saturday
        i forgot what time my appointment is
        is my appointment still good
        can you confirm my appointment
        what day am i scheduled
    """,
    Topic.STATUS: """
        is my phone ready
        is it done yet
        is my phone fixed
        any update on my phone
        hows my phone coming along
        when can i pick up my phone
        can i come get my phone
        u done with my phone yet?
        is my iphone done
        whats the status of my repair
        did you finish my phone
        when will it be ready
        has my part come in yet
        checking on my phone
        can i pick it up now
        are you finished with my screen
        dropped my phone off this morning is it ready
    """,
    Topic.HOURS: """
        what time do you close
        are you open
        u open sunday?
        what are your hours
        when do you open tomorrow
        are yall open on saturdays
        how late are you open
        you guys still open
        what time u close 2day
        r u closed on labor day
        open today?
        store hours?
        do you work weekends
        what time do you guys open
        till when are you open
    """,
    Topic.LOCATION: """
        where are you located
        whats ur address
        where r u at
        where is the shop
        can you send me the address
        how do i get there
        directions please
        what street are you on
        addy?
        where do i go
        what side of town are you on
        are you near the town center
        is there parking
        wheres your store
        send me your location
    """,
    Topic.WARRANTY: """
        is there a warranty
        do you guarantee your work
        whats the warranty on the screen
        what if it breaks again
        how long is the warranty
        does it come with a warranty
        is my repair still under warranty
        what happens if the new screen stops working
    """,
    Topic.PAYMENT: """
        do you take cards
        do u take cash app
        can i pay with venmo
        do you accept apple pay
        is cash ok
        how do i pay
        can i pay when its done
        do you do payment plans
        need a deposit?
        zelle?
        do i pay up front
        can i pay next friday
        u take credit
        can i get a receipt
    """,
    Topic.ON_SITE: """
        can you come to me
        do you come to my house
        can u come to my job
        do you do house calls
        can you meet me somewhere
        are you mobile
        do you offer mobile repair
        can you fix it at my office
        i dont have a car can you come here
        do you travel
        i cant drive can someone come out
        can you come out to my place
    """,
    Topic.WALK_IN: """
        do you take walk ins
        can i just walk in
        do i need an appointment
        can i just show up
        walk-ins ok?
        can i come without an appointment
        is it first come first serve
        can i just stop by
        do i have to make an appointment
    """,
    Topic.REMOTE: """
        can you diagnose it over the phone
        do you do remote diagnostics
        can we do a video call so you can see it
        can you check it remotely
        is there a virtual option
        can you take a look over facetime
    """,
    Topic.DURATION: """
        how long does it take
        how long for a screen
        hw long will it take to fix
        can i wait while you fix it
        how long is the wait
        whats the turnaround time
        do i have to leave my phone
        is it same day
        how fast can you get it done
        how many hours does a battery take
        will it take long
        how long do you need my phone for
    """,
    Topic.DISCOUNT: """
        any discounts?
        can you do better on the price
        thats too expensive
        can u do 60
        would you take $60
        thats a lil high
        can you knock off 10 bucks
        got any deals
        20% off?
        can you go lower
        can i get a discount im a student
        whats the best you can do
        military discount?
        the other shop does it for $50
        come down a little?
        i only have 40 bucks
        can you work with me on the price
        any coupons
        hook me up
        do you price match
        too much
        thats steep
        can you do it cheaper
        will you take 65 cash
        i'll give you 50
        how about $70
        can i get 15 percent off
        cant afford that
        can you beat that price
        why so expensive
        im on a budget
    """,
    Topic.HUMAN: """
        can i talk to a person
        i want to speak to brandon
        is there a real person i can talk to
        let me talk to the owner
        get me a human
        have brandon call me
        can someone call me
        call me back please
        representative
        i need to talk to someone
        speak to a manager
        can i talk to the guy who fixes the phones
        connect me with a real person
        this bot sucks let me talk to someone
        tell brandon to call me
        is brandon there
        can i speak with the technician
        stop with the robot get me somebody
        i dont wanna talk to a robot
        is there a number i can call
        wheres brandon
        brandon pls
        can i get brandons number
        operator
        can u call me
    """,
    Topic.COMPLAINT: """
        you broke my phone
        the screen you put in stopped working
        i want my money back
        this is unacceptable
        worst service ever
        im really unhappy with the repair
        you guys fixed my phone last week and its already broken
        same problem again
        i want a refund
        still not working after you fixed it
        you messed up my phone
        ive been waiting for two hours
        nobody showed up
        its worse than before
        im gonna leave a bad review
        you never called me back
        terrible job on my screen
        the battery you replaced died again already
        yall scratched my phone
        you lied to me
        you overcharged me
        thats not what you quoted me
        my new screen is peeling
        its been 3 days
        this is bs
        who do i complain to
        i paid 79 and it still doesnt work
        i came yesterday and no one was there
    """,
    Topic.DANGER: """
        my battery is swollen
        battery is bulging
        the back is bulging out
        my phone is puffed up
        phone looks bloated
        its smoking
        theres smoke coming from my phone
        i smell burning
        smells like burnt plastic
        my phone smells funny
        battery is leaking
        its too hot to touch
        my phone caught fire
        phone is on fire
        it got super hot and now wont turn on
        my phone is really hot
        phone gets hot when charging
        its overheating
        the battery exploded
        my charger port is sparking
        its making a hissing sound
        screen is lifting up on its own
        the screen popped off by itself
        battery is pushing the screen out
        my battery blew up like a balloon
        i think the battery expanded
        charging port melted
        it burned my hand
        battery puffy and back coming off
        is a swolen battery dangerous
        my iphone is burning up
        phone got hot and is swelling up
        i punctured the battery
        white smoke came out of it
        sparks came out when i plugged it in
        phone shocked me
        theres fluid coming out of the battery
        its hot as hell and smells weird
        the batt is swolling up
        SWOLLEN BATTERY HELP
        my battery gets warm
        phone hot and battery drains fast
        back glass popped open a little
        screen is raised on one side
        phone fell in water and is getting hot
        is a bulging battery dangerous
        my pocket got burned
        there was a pop and a flash
        battery looks fat
        screen separating from the frame
    """,
    Topic.UPSELL_ITEM: """
        do you sell screen protectors
        how much is a case
        ill take a case too
        add a screen protector
        do you have cases for the 14
        can you put a tempered glass on it
        got any phone cases
        do u have otterbox
    """,
    Topic.ABOUT_LINDA: """
        are you a bot
        is this a real person
        who is this
        am i talking to a computer
        who am i speaking with
        are you human
        whats your name
        is this ai
        r u a robot lol
        is this the phone repair place
        who dis
    """,
    Topic.DATA_SAFETY: """
        will i lose my photos
        will my data be erased
        do i need to back up my phone
        are my pictures safe
        will you wipe my phone
        do you need my passcode
        can you recover my pics
        will everything still be on it
        is my info private
        will i lose everything
    """,
    Topic.PARTS: """
        do you use original parts
        are the screens oem
        is it a genuine apple screen
        what kind of parts do you use
        are they aftermarket
        do you have the part in stock
        do you use real samsung screens
        is it a good quality screen
    """,
    Topic.OTHER_SERVICE: """
        can you unlock my phone
        do you buy phones
        do you sell phones
        i want to sell my iphone
        can you fix a laptop
        do you repair ps5
        do you fix macbooks
        can you remove icloud lock
        do you do trade ins
        do you fix apple watches
        do you sell used iphones
        can you fix my xbox
        can you jailbreak it
    """,
    Topic.SMALL_TALK: """
        lol
        haha ok
        how about them jags
        happy friday
        did you watch the game
        tell me a joke
    """,
}

SEVERAL: dict[str, tuple[Topic, ...]] = {
    "how much for a battery and are u open sat?": (Topic.PRICE, Topic.HOURS),
    "where are you and what time do you close": (Topic.LOCATION, Topic.HOURS),
    "how long does it take and how much": (Topic.DURATION, Topic.PRICE),
    "hi whats the price for an s21 screen, do you take cash app": (Topic.PRICE, Topic.PAYMENT),
    "is there a warranty? and do u use original parts": (Topic.WARRANTY, Topic.PARTS),
    "can you come to my house and how much extra is that": (Topic.ON_SITE, Topic.PRICE),
    "battery is swollen how much to replace": (Topic.DANGER, Topic.PRICE),
    "do i need an appointment or can i walk in, and where are you located": (Topic.WALK_IN, Topic.LOCATION),
    "will i lose my pics? also how long does it take": (Topic.DATA_SAFETY, Topic.DURATION),
    "you broke my phone i want to talk to the owner": (Topic.COMPLAINT, Topic.HUMAN),
    "is my phone ready and what do i owe you": (Topic.STATUS, Topic.PRICE),
    "how much is the screen and can i get a discount": (Topic.PRICE, Topic.DISCOUNT),
    "are you open now? how much for a 12 pro screen? can i come at 3?": (Topic.HOURS, Topic.PRICE, Topic.AVAILABILITY),
    "cancel my appointment and give me my money back": (Topic.CANCEL, Topic.COMPLAINT),
    "price for screen plus a screen protector": (Topic.PRICE, Topic.UPSELL_ITEM),
}

INNOCENT: dict[str, tuple[Topic, ...]] = {
    "my kid canceled school, can i come today": (Topic.CANCEL,),
    "my flight got cancelled so i can come in today": (Topic.CANCEL,),
    "do i have to pay if i cancel, whats the cancellation fee": (Topic.CANCEL,),
    "did someone cancel so i can get in earlier": (Topic.CANCEL,),
    "dont cancel my appointment": (Topic.CANCEL,),
    "my battery is hot stuff lol": (Topic.DANGER,),
    "its hot outside lol": (Topic.DANGER,),
    "that price is fire": (Topic.DANGER,),
    "thats a smoking deal": (Topic.DANGER,),
    "is the hotspot fixable": (Topic.DANGER,),
    "i smoke so ill wait outside": (Topic.DANGER,),
    "can you change my screen": (Topic.RESCHEDULE, Topic.CANCEL),
    "how much to change my battery": (Topic.RESCHEDULE,),
    "will you delete my photos": (Topic.CANCEL,),
    "i need to move my contacts to a new phone": (Topic.CANCEL,),
    "how much time do you need": (Topic.PRICE,),
    "just in case it rains": (Topic.UPSELL_ITEM,),
    "in that case yes": (Topic.UPSELL_ITEM,),
    "no charge when i plug it in": (Topic.PRICE,),
    "my phone wont unlock after i dropped it": (Topic.OTHER_SERVICE,),
    "talk to you later": (Topic.HUMAN,),
    "ok nice talking to you": (Topic.HUMAN,),
    "the app wont open": (Topic.HOURS,),
    "my phone cracked open": (Topic.HOURS,),
    "not bad at all": (Topic.COMPLAINT,),
    "thats not too bad": (Topic.COMPLAINT, Topic.DISCOUNT),
    "thank you so much": (Topic.DISCOUNT,),
    "i love it": (Topic.COMPLAINT, Topic.DANGER),
    "my battery isnt swollen just dies fast": (Topic.DANGER,),
    "no smoke or anything": (Topic.DANGER,),
    "the weather is hot today": (Topic.DANGER,),
    "it broke again": (Topic.DISCOUNT,),
    "i have a crack on my screen": (Topic.PARTS,),
    "tomorrow morning": (Topic.BOOK, Topic.CANCEL),
    "4pm": (Topic.BOOK, Topic.DISCOUNT),
    "you there?": (Topic.HOURS,),
}
