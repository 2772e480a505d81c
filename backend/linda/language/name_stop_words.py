"""Words that follow "its", "im" or stand alone in a text and are nobody's name."""

from linda.language.tables import words

NOT_NAMES = frozenset(
    words(
        """
a able about about-to actually afraid after afternoon again all alright also always am amazing an and android any
anybody anyone anything anytime anywhere apple appointment are around as asap ask asking at august available
available-now aware away awesome back bad battery be because been before being best better big bit black bloated blue
book booked booking boss bot both bout bring broke broken brother btw bulging burning busted busy but buy by call
calling came can cancel cant car case cash cell charge charged charger charging cheap check closed closer cold come
coming computer confirmed cool correct cost could cracked crazy cuz damaged daughter day dead deal december definitely
device did didnt different do does doesnt doing done dont down driving dropped dude early either else end evening ever
every everything exactly expensive february feeling fine first fix fixed fixing flexible for free fri friday from
front full fully galaxy gdmorning get getting girlfriend give glad glass go going gonna good google got gotta great
green guess had half hand happy has have having he hello help her here hey hi him his hmm home hope hoping hot hour
hours how huh hurry husband i id idk if ill im in interested ipad iphone is isnt it its ive january july just k
kidding kind know lady laptop last late later leaking leaving let lets like linda line live ll location lol long
looking lost lot love ma maam mad man many march maybe me mean might min mine mins minute mobile mom mon monday month
more morning motorola much my nah name need needs neither never new next nice night no nobody none noon nope not note
nothing november now number nvm october of off oh ok okay old on one only open or original other our out outside over
perfect person phone pixel plan planning please pls plz port possible powered pretty price probably problem quick
quite ready real really red repair replaced ride right running sad safe said same samsung sat saturday say saying
screen see september seriously shattered she should sick since sir slow small smoking so some someone something
sometimes son soon sorry sounds speaking still stop stuck stupid such sun sunday super supposed sure swollen tablet
take taking text texting than thank thanks that thats the their them then there these they thing think thinking this
those though thu thur thurs thursday thx time tmr tmrw to today tomorrow tonight too totally touch town trouble true
trying tue tues tuesday turn turned two u ugh um unlocked until up upset ur urgent us using usually very wait waiting
walking wanna want was wasnt water way we wed wednesday week weekend well were wet what whatever whats when where
which white who why wife with without wondering wont work working works worried would wow wrong wtf xr xs y ya yall
yea yeah yep yes yesterday yet yo you your yours yup
"""
    )
)
