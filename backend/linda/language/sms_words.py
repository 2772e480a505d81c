"""SMS spellings, contractions and the words whose misspellings are understood."""

from linda.language.tables import lines, words

EMOJI = {
    "👍": "yes",
    "👌": "ok",
    "✅": "yes",
    "💯": "yes",
    "👎": "no",
    "❌": "no",
    "🙏": "thanks",
    "👋": "hi",
    "🔥": "fire",
    "💨": "smoke",
}

SHORT_FORMS = """
is not: aint isnt isn
are not: arent
can not: cant cannot
could not: couldnt
did not: didnt didn
does not: doesnt doesn
do not: dont dnt
had not: hadnt
has not: hasnt
have not: havent
should not: shouldnt
was not: wasnt
were not: werent
will not: wont
would not: wouldnt
i am: im
i will: ima imma
i would: id
i have: ive
you are: youre
you have: youve
you will: youll
you would: youd
they are: theyre
he is: hes
she is: shes
it is: its
it will: itll
that is: thats
that will: thatll
that would: thatd
there is: theres
here is: heres
what is: whats
what are: whatre
where is: wheres
when is: whens
who is: whos
how is: hows
how are: howre
why is: whys
let us: lets
we have: weve
how have: howve
you: u ya yall
your: ur yalls
are: r
why: y
and: n
be: b
see: c
with: w
because: cuz bc cos
going to: gonna finna
want to: wanna
got to: gotta gota
give me: gimme
let me: lemme
trying to: tryna
kind of: kinda
please: pls plz plss plzz plox pleas
about: abt bout
through: thru
though: tho
thanks: thx thnx thanx thks tks tnx ty tysm tyvm thankyou thanku thnks thank cheers
ok: k kk okay okey okie oki okk alright alrighty aight ight aite
yes: yea yeah yeh yep yup yupp yess yee yah yh yeap yap ye yas yessir yessum aye si mhm mmhm uhhuh
no: nah nope naw nop nopee nahh noo nay
no thanks: noty
never mind: nvm nevermind nm
i do not know: idk
do not know: dunno
no problem: np
appointment: appt appts apt apointment appointmnt appointments
reschedule: resched rebook
cancel: canx cxl cncl
cancelled: canceled
cancelling: canceling
what: wat wut wht whut
when: wen whn
where: wher whr
how: hw
how are you: hru
what is up: wassup sup wazzup whatsup wyd
could: cud
would: wud
should: shud
can: cn
the: da d
this: dis
that: dat
them: dem
sorry: sry srry soz
tell: tel
good: gud gd
great: gr8
later: l8r
late: l8
tomorrow: 2moro 2morrow tmrw tmr tmw tomoro tomm tommorow tomorow
today: 2day tday
tonight: 2nite tonite
before: b4
next: nxt
week: wk
weekend: wknd
right now: rn
as soon as possible: asap
address: addy adress
location: loc
hour: hr
hours: hrs
minutes: min mins
phone: ph fone fon phn cell cellphone
screen: scrn scr lcd oled digitizer
glass: glas
battery: bat batt batery baterry
charging: chargin chargn
diagnostic: diag
damage: dm
be right back: brb
talk to you later: ttyl
see you: cya cu cyas
good night: gn
good morning: gm
hi: hiya hii howdy hola
hey: heyy heya
hello: helo hallo ello
yo: yoo
bye: byee buhbye bbye byebye goodbye goodby adios tata
discount: disc discnt
expensive: xpensive pricey spendy
available: avail avails availble
schedule: sched
birthday: bday
government: govt
little: lil
a lot: alot
something: sth smth sumthing sumthin somthing
people: ppl
probably: prob probs
definitely: def deff
perfect: perf
obviously: obvi
have: hav hv
love: luv
my: ma mah
there: thr ther
looking: lookin
iphone: ifone ifon ipohne aphone eyephone
protector: prot
screen protector: sp
so: soo
"""
SPELLINGS = {
    form: meaning for meaning, _, forms in (row.partition(": ") for row in lines(SHORT_FORMS)) for form in words(forms)
}
"""From what is typed to what is meant."""

KNOWN_WORDS = words("""
address afternoon android answer appointment appreciate assessment availability available balance battery before
bloated booking broken brother bulging burning business camera cancel cancellation cancelled change charge charger
charging cheaper cracked cracks credit customer damage damaged deleted deposit diagnostic diagnostics directions
discount display earlier estimate everything expensive farewell finished galaxy goodnight google guarantee guaranteed
hello hours human insurance iphone iphones later leaking located location manager message minutes morning motorola
moved moving nothing oneplus opening openings original owner payment person phone phones photos pictures pixel please
possible postpone price prices problem protector ready repair repaired repairs replace replaced replacement
representative reschedule rescheduling reservation samsung saturday sayonara schedule scheduled screen screens service
shattered smashed smoking someone something speaker starting store swelling swollen talking technician thanks thursday
today tomorrow touch tuesday unlock warranty water wednesday weekend where wondering working wrong
""")
"""Words recognised through a typing slip."""

EXACT_ONLY = frozenset(
    words("""
addressed addressee addresses afternoons androids anointment answers appointments appreciable appreciated appreciates
appreciative assailable assessments avoidable balanced balances batter batters bleated blotted boated boobing booing
bookings booming booting boozing bossiness bother broke broker brooking brothel brotherly brothers bruskness budging
bugging bugling bulkiness bulking bulling bunging burdening burliness burping burring burying bushiness businesses
busyness buttery cameras cancelation canceled cancellations cancels cancer carjacked catcalled chance chancel changed
changes changing channelled charged chargers charges charier charmer charming charring charter charting cheapen
cheater clacked clacks concealed crack cracker crackled cranked cranks credits cricked cricks crocked crocks customary
customers damages defections deflected delegated delete deletes depleted deposited depositor deposits diagnosis
digestions directing direction directional directives directors discounted discounts dismount dismounts displayed
displays dissections earthlier estimable estimated estimates estimator excessive expansive expensively explosive
expressive extensive finisher finishers finishes furnished goggle googled googles guarantees guarantied guaranties
guarantor haman hellos humane humans insurances insurgence lactation lager lamer laser latex lather latter laxer layer
leading leafing leaning leaping leasing leaving liter locate locates locations locution locutions manage managed
managers manages manger massage messages minuets minuses minute minuted minuter minutest moaning mooed mooing mooning
moped moping mornings mourning mover moves mowed mowing noshing notching nothings noting opining originally originals
originate owned owners parson payments pearson pease persona persons phoned phoney phoneys phonies phony photo photon
photons picture pictured pixels pleas pleased pleases pones possibles possibly postponed postpones priced pricey prick
pricks pricy pride prides pries prime primes prince princes prise prises prize prizes problems projector projectors
prone prosecutor prospector protected protection protectors protester protestor protestors protractor punctures reads
reedy repaid repainted repairmen replacements replaces replayed representation representatives rescheduled reschedules
reservations scattered scheduler schedulers schedules score selling serviced services servile shelling sheltered shore
shuttered skittered slashed slathered smarting smashes smelling smocking smoothing sneaker snore someones somethings
spattered speakers spelling spellings splattered spore sputtered starching stare staring starling starlings starring
startling starving starvings stashed stating stoke stoking stole stone stored stores storey stork storm story stove
stuttered swashed swattered swellings swilling swivelling swore tacking taking tanking tanks tasking technical
technicians thank thinks toady toddy tomorrows torch touchy tough unblock unlocks wader wafer wager waiter wandering
warrant warranted warrants waster waters watery waver weekended weekends wheres whore wintering wording workings
worming wring wrongs wrung
""")
)
"""English words a slip away from a known word that mean themselves (found with the SCOWL word lists)."""
