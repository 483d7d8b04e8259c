"""English names with their short forms, and full names of many languages that have none."""

ENGLISH = """
robert bob rob bobby robbie bert robby
william bill will billy willy liam willie
richard dick rick rich ricky richie
james jim jimmy jamie jem
john jack johnny jon
jonathan jon jonny jonathon nathan
joseph joe joey jo
michael mike mick mickey micky mikey
thomas tom tommy
charles charlie chuck chas chaz charley
edward ed eddie ted ned teddy eddy
edmund ed eddie ned
edwin ed eddie
theodore ted theo teddy
henry harry hank hal
harold harry hal
francis frank fran frankie
franklin frank
anthony tony ant
antony tony ant
andrew andy drew
alexander alex al sandy xander lex
albert al bert albie
alfred alf fred al alfie
frederick fred freddie freddy fritz
frederic fred freddie
christopher chris kit topher
christian chris
daniel dan danny
david dave davy davey
stephen steve stevie
steven steve stevie
matthew matt matty
nicholas nick nicky nico
samuel sam sammy
samantha sam sammie
benjamin ben benny benji
gregory greg
geoffrey geoff jeff
jeffrey jeff
gerald gerry jerry
jerome jerry
lawrence larry laurie lawrie
laurence larry laurie
leonard len lenny leo
louis lou louie
lewis lew lewie
martin marty
maxwell max
maximilian max
nathaniel nate nat nathan
nathan nate nat
patrick pat paddy
patricia pat patty trish tricia patsy
peter pete
philip phil pip
phillip phil
raymond ray
reginald reg reggie
ronald ron ronnie
donald don donnie
kenneth ken kenny
timothy tim timmy
vincent vince vinnie
walter walt wally
zachary zach zack zac
jacob jake
joshua josh
douglas doug
eugene gene
isaac ike zac
dominic dom nick
oliver ollie
harrison harry
archibald archie
elizabeth liz beth betty lizzie eliza betsy bess libby lisa elsie
katherine kate kathy katie kat kay kitty kathie
catherine kate cathy katie cat kitty cath
kathleen kathy kate
margaret maggie meg peggy marge madge greta rita daisy
mary molly polly may
susan sue susie suzy
susanna sue susie
deborah deb debbie debby
barbara barb babs
jennifer jen jenny jenn
jessica jess jessie
rebecca becky becca beck
victoria vicky tori vicki vic
alexandra alex sandra lexi sandy
christina chris tina chrissy
christine chris tina chrissie
dorothy dot dottie dolly
eleanor ellie nell nora ellen
helen nell ellie
frances fran fanny frankie
jacqueline jackie jacqui
judith judy jude
caroline carrie caro
abigail abby gail
amanda mandy
cynthia cindy
pamela pam
theresa terry tess tessa
virginia ginny ginger
gabrielle gabby
isabella bella izzy isabel
isabelle bella izzy
josephine jo josie
joanna jo
joanne jo
nicola nicky nikki
stephanie steph
valerie val
florence flo florrie
penelope penny
emily em emmy millie
amelia amy millie mia
olivia liv livvy
charlotte lottie charlie
sarah sally sadie
sara sally
"""
# Full names with no usual short form, so that "Rossi Luca" is known to be turned round.
OTHERS = """
luca marco paolo mario carlo fabio davide simone claudio sergio bruno dario diego enrico giorgio
giulio guido ivan jacopo livio lucio manuel mirko nicolò omar oscar renato rocco samuele silvio
tiziano ugo valerio vito walter ada agnese alba alice anna arianna aurora beatrice bianca camilla
carla carlotta chiara cinzia clara claudia cristina debora donatella elena elisa emma erica
erika eva fabiana flavia gaia giada ginevra gioia giorgia giulia grazia greta ilaria irene laura
letizia lidia lina livia loredana lucia luisa marina marta mirella monica nadia noemi olga ornella
paola patrizia rachele rebecca sabrina sara serena silvia sofia sonia susanna tiziana vera
veronica viola virginia vittoria vittorio adriano aldo angelo angela arturo attilio
jürgen klaus uwe dieter helmut horst jens kai lars nils ralf rainer sven torsten thorsten volker
detlef erik felix jan jonas julian kevin lukas marcel marcus markus moritz niklas oliver pascal
patrick paul philipp simon tim timo lena leonie marie mia sophie heike silke petra renate ingrid
karin kerstin birgit anja antje ute jutta julia laura sandra nicole nadine melanie claudia andrea
eva erika helga inge kirsten maike meike sarah
carlos pablo raúl rubén álvaro adrián iván óscar andrés gonzalo hugo mario marcos tomás ramón
ángel alfonso agustín joaquín esteban felipe lorenzo emilio julio marta lucía paula elena ana
carmen raquel sonia silvia nuria rosa susana alicia esther yolanda inés julia irene olga lorena
mónica natalia verónica eva noelia alba andrea carla sara
george kevin mark brian gary eric scott justin ryan adam jason aaron kyle sean ian neil colin
craig stuart simon graham alan trevor nigel derek keith barry emma laura anna karen linda lisa
nancy sandra ashley kimberly donna carol michelle sharon angela amy rachel heather diane julie
joyce evelyn megan andrea hannah alice julia grace denise amber marilyn danielle brittany natalie
sophia rose kayla alexis chloe lucy ruby zoe jack oscar max noah leo ethan lucas mason logan
jean pierre jacques michel philippe nicolas claude andre françois louise sylvie sergei ivan dmitri
vladimir mikhail nikolai elena tatiana natalia olga svetlana igor oleg yuri giannis yannis dimitris
kostas nikos georgios sofia katerina mehmet mustafa ahmed mohamed fatima ali hassan ibrahim
"""
