"""First names common enough to be one even when unasked (US Social Security name tables)."""

from linda.language.tables import words

FIRST_NAMES = frozenset(
    words(
        """
aaron abby abdul abigail adam adrian adriana ahmed aidan aiden al alan alejandra alejandro alex alexa alexander
alexandra alexis ali alice alicia alisha allen allison alyssa amanda amber amelia amir amy ana andre andrea andres
andrew andy angel angela angelica angie anita ann anna anne annie anthony antoine antonio april ariana ariel arthur
ashley ashton audrey austin ava barbara becky ben benjamin bernard beth bethany betty beverly bianca bill billy blake
bob bobby bonnie brad bradley brandi brandon brandy brenda brendan brent brett brian brianna bridget britney brittany
brooke bruce bryan bryce caitlin caleb calvin cameron camila candace carl carla carlos carmen carol caroline carolyn
carrie casey catherine cathy chad charlene charles charlie charlotte chelsea cheryl chloe chris christian christina
christine christopher cindy claire clara clarence claudia cody colin connor corey cory courtney craig cristian crystal
curtis cynthia daisy dale damon dan dana daniel daniela danielle danny darius darlene darnell darrell darren darryl
dave david dawn deandre debbie deborah debra denise dennis derek derrick desiree destiny devin devon diana diane diego
dominic dominique don donald donna doris dorothy doug douglas duane dustin dwayne dylan earl ebony eddie edgar eduardo
edward edwin elaine eleanor elena eli elias elijah elizabeth ella ellen emily emma emmanuel eric erica erik erika erin
ernest ethan eugene eva evan evelyn fatima felicia felix fernando frances francis francisco frank fred gabby gabriel
gabriela gabrielle garrett gary gavin gene george gerald gina gladys glenn gloria gordon grace grant greg gregory
hailey hannah harold harry harvey hassan heather hector heidi helen henry holly hope howard hunter ian ibrahim irene
isaac isabel isabella isaiah ivan jack jackie jackson jacob jacqueline jada jaden jake jamal james jamie jan jane
janet janice jared jasmine jason javier jay jayden jean jeff jeffrey jen jenna jennifer jenny jeremiah jeremy jermaine
jerome jerry jesse jessica jesus jill jim jimmy joan joanna jocelyn joe joel john johnny jon jonathan jordan jorge
jose joseph josh joshua joy joyce juan juanita judith judy julia julian juliana julie julio justin kaitlyn karen
karina karl kate katelyn katherine kathleen kathryn kathy katie katrina kayla keisha keith kelly kelsey ken kendra
kenneth kenny kevin khalil kiara kim kimberly kirk kristen kristin kristina kurt kyle kylie lakisha lamar lance larry
latoya laura lauren laurie lawrence leah lee leo leon leonard leroy leslie leticia liam linda lindsay lindsey lisa
logan lori lorraine louis lucas lucia lucy luis luke lydia lynn madison malik manny manuel marc marco marcus margaret
maria mariah mariana marie marilyn mario marissa mark marlene marquis marsha marshall martha martin marvin mary mason
mateo mathew matt matthew maurice max maya megan melanie melinda melissa melvin mercedes mia micah michael michele
michelle miguel mike mildred miles miranda misty mitchell mohamed mohammed molly monica monique morgan muhammad nancy
naomi natalia natalie natasha nate nathan nathaniel neil nelson nicholas nick nicolas nicole nina noah nora norma
norman olga oliver olivia omar oscar owen pablo paige pam pamela parker patricia patrick patty paul paula pedro peggy
penny pete peter phil philip phillip phyllis priscilla priya rachel rafael ralph ramon randall randy raquel raul ray
raymond rebecca regina rhonda ricardo richard rick ricky rita rob robert roberta roberto robin rocio rodney roger
roland ron ronald ronnie rosa rosie ross roy ruben russell ruth ryan sabrina sally salvador sam samantha samuel sandra
sandy santiago sara sarah savannah scott sean sebastian sergio seth shane shannon sharon shaun shawn sheila shelby
shelly sheri sherry shirley sierra silvia simon sofia sonia sophia sophie stacey stacy stan stanley stella stephanie
stephen steve steven stuart sue susan suzanne sydney sylvia tamara tammy tanya tara tasha taylor ted teresa terrance
terrell terrence terri terry tessa theodore theresa thomas tiffany tim timothy tina todd tom tommy toni tony tonya
tracey traci tracy travis trevor trey tricia tristan troy tyler tyrone valerie vanessa vernon veronica vicki vicky
victor victoria vincent virginia vivian walter wanda warren wayne wendy wesley whitney will william willie xavier
yesenia yolanda yvette yvonne zach zachary zoe
"""
    )
)
