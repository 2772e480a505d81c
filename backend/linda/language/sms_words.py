"""SMS spellings, contractions and the words whose misspellings are understood."""

from linda.language.tables import words

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
}  # fmt: skip

_WRITTEN_OUT = """
aint=is not|arent=are not|cant=can not|cannot=can not|couldnt=could not|didnt=did not|doesnt=does not|dont=do not|
hadnt=had not|hasnt=has not|havent=have not|isnt=is not|shouldnt=should not|wasnt=was not|werent=were not|
wont=will not|wouldnt=would not|dnt=do not|doesn=does not|didn=did not|isn=is not|
im=i am|ima=i will|imma=i will|id=i would|ive=i have|youre=you are|youve=you have|youll=you will|youd=you would|
theyre=they are|hes=he is|shes=she is|its=it is|itll=it will|thats=that is|thatll=that will|thatd=that would|
theres=there is|heres=here is|whats=what is|whatre=what are|wheres=where is|whens=when is|whos=who is|hows=how is|
howre=how are|whys=why is|lets=let us|weve=we have|howve=how have|
u=you|ur=your|r=are|y=why|n=and|b=be|c=see|w=with|ya=you|yall=you|yall=you|yalls=your|cuz=because|bc=because|cos=because|
gonna=going to|wanna=want to|gotta=got to|gimme=give me|lemme=let me|tryna=trying to|finna=going to|kinda=kind of|
pls=please|plz=please|plss=please|plzz=please|plox=please|pleas=please|abt=about|bout=about|thru=through|tho=though|
thx=thanks|thnx=thanks|thanx=thanks|thks=thanks|tks=thanks|tnx=thanks|ty=thanks|tysm=thanks|tyvm=thanks|thankyou=thanks|
thanku=thanks|thnks=thanks|thank=thanks|cheers=thanks|
k=ok|kk=ok|okay=ok|okey=ok|okie=ok|oki=ok|okk=ok|alright=ok|alrighty=ok|aight=ok|ight=ok|aite=ok|
yea=yes|yeah=yes|yeh=yes|yep=yes|yup=yes|yupp=yes|yess=yes|yee=yes|yah=yes|yh=yes|yeap=yes|yap=yes|ye=yes|yas=yes|
yessir=yes|yessum=yes|aye=yes|si=yes|mhm=yes|mmhm=yes|uhhuh=yes|
nah=no|nope=no|naw=no|nop=no|nopee=no|nahh=no|noo=no|nay=no|noty=no thanks|
nvm=never mind|nevermind=never mind|nm=never mind|idk=i do not know|dunno=do not know|np=no problem|
appt=appointment|appts=appointment|apt=appointment|apointment=appointment|appointmnt=appointment|appointments=appointment|
resched=reschedule|rebook=reschedule|canx=cancel|cxl=cancel|cncl=cancel|canceled=cancelled|canceling=cancelling|
wat=what|wut=what|wht=what|whut=what|wen=when|wher=where|whr=where|hw=how|hru=how are you|wassup=what is up|sup=what is up|
wazzup=what is up|whatsup=what is up|wyd=what is up|cud=could|wud=would|shud=should|cn=can|da=the|dis=this|dat=that|
d=the|dem=them|dis=this|sry=sorry|srry=sorry|soz=sorry|tel=tell|gud=good|gd=good|gr8=great|l8r=later|l8=late|2moro=tomorrow|
2morrow=tomorrow|tmrw=tomorrow|tmr=tomorrow|tmw=tomorrow|tomoro=tomorrow|tomm=tomorrow|tommorow=tomorrow|
tomorow=tomorrow|2day=today|tday=today|2nite=tonight|tonite=tonight|b4=before|nxt=next|wk=week|wknd=weekend|
rn=right now|asap=as soon as possible|addy=address|adress=address|loc=location|hr=hour|hrs=hours|min=minutes|mins=minutes|
ph=phone|fone=phone|fon=phone|phn=phone|cell=phone|cellphone=phone|
scrn=screen|scr=screen|lcd=screen|oled=screen|digitizer=screen|glas=glass|bat=battery|batt=battery|batery=battery|
baterry=battery|chargin=charging|chargn=charging|diag=diagnostic|
dm=damage|brb=be right back|ttyl=talk to you later|cya=see you|cu=see you|gn=good night|gm=good morning|
hiya=hi|hii=hi|heyy=hey|helo=hello|hallo=hello|ello=hello|howdy=hi|heya=hey|yoo=yo|hola=hi|
byee=bye|buhbye=bye|bbye=bye|byebye=bye|goodbye=bye|goodby=bye|cyas=see you|adios=bye|tata=bye|
disc=discount|discnt=discount|xpensive=expensive|pricey=expensive|spendy=expensive|
avail=available|avails=available|availble=available|sched=schedule|bday=birthday|govt=government|
lil=little|alot=a lot|sth=something|smth=something|sumthing=something|sumthin=something|somthing=something|
ppl=people|prob=probably|probs=probably|def=definitely|deff=definitely|perf=perfect|obvi=obviously|
whn=when|hav=have|hv=have|luv=love|ma=my|mah=my|thr=there|ther=there|gota=got to|lookin=looking|
ifone=iphone|ifon=iphone|ipohne=iphone|aphone=iphone|eyephone=iphone|prot=protector|sp=screen protector|tempered=tempered
"""
SPELLINGS = {
    spelling.strip(): meaning
    for spelling, _, meaning in (entry.partition("=") for entry in _WRITTEN_OUT.replace("\n", "").split("|"))
}

KNOWN_WORDS = words(
    """
iphones farewell sayonara address afternoon android answer appointment appreciate assessment availability available balance battery before
bloated booking broken brother bulging burning business camera cancel cancellation cancelled change charge charger
charging cheaper cracked cracks credit customer damage damaged deleted deposit diagnostic diagnostics directions
discount display earlier estimate everything expensive finished galaxy goodnight google guarantee guaranteed hello
hours human insurance iphone later leaking located location manager message minutes morning motorola moved moving
nothing oneplus opening openings original owner payment person phone phones photos pictures pixel please possible
postpone price prices problem protector ready repair repaired repairs replace replaced replacement representative
reschedule rescheduling reservation samsung saturday schedule scheduled screen screens service shattered smashed
smoking someone something speaker starting store swelling swollen talking technician thanks thursday today tomorrow
touch tuesday unlock warranty water wednesday weekend where wondering working wrong
"""
)
"""Words recognised through a typing slip."""

EXACT_ONLY = frozenset(
    words(
        """
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
"""
    )
)
"""English words a slip away from a known word that mean themselves (compared with the SCOWL word lists)."""
