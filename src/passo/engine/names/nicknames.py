"""Which given names are short or pet forms of which others, in four languages.

Common knowledge about names, gathered for Passo; one line a full name, its other forms after it.
A short form may belong to several full names (Gigi: Luigi, Gianluigi).
"""

from functools import cache

from passo.engine.names.folding import fold

ITALIAN = """
giuseppe pino beppe peppe peppino pinuccio giuse bepi bepe peppone
giovanni gianni nanni vanni gio giovannino gian
gianluigi gigi luigi
francesco franco ciccio checco cecco cesco chicco franz
antonio toni tonino nino totò tonio antonino
luigi gigi gigino luigino gino
salvatore totò turi salvo tore totuccio
vincenzo enzo vince cenzo vincenzino
lorenzo enzo renzo lore
domenico mimmo mimì nico menico
alessandro sandro ale alex sandrino
roberto berto robi roby
alberto berto albi
umberto berto
raffaele lello raffa raf lele
michele mike miki lino
nicola nico cola nick
stefano ste stefi
andrea andre
matteo teo matte
gabriele gabri lele
daniele dani
federico fede chicco
riccardo ricky ricki rick
leonardo leo nardo
massimo max mino
massimiliano max massi
maurizio mauri icio
fabrizio fabri brizio
maria mari mariuccia mariella
giuseppina pina peppina giusy giusi
giovanna gianna vanna
francesca franca fra checca cesca
antonia tonia
antonella anto nella
alessandra sandra ale
elisabetta betta elisa lisa betti
caterina rina katia kate
margherita rita marghe
annamaria anna annina
raffaella lella raffa
filomena mena filo
concetta tina cetta titti
immacolata imma titina
rosaria rosa sara rosetta
teresa resi terry
stefania stefi ste
valentina vale tina
federica fede
simona simo
roberta robi roby
daniela dani
gabriella gabri lella
michela miki
martina marti tina
eleonora nora ele
emanuele manu lele ema
emanuela manu manuela
cristina cri tina
filippo pippo
giacomo jack mino
tommaso tom tommy masino
edoardo edo dodo
ferdinando nando
fernando nando
armando nando
gennaro gennarino rino
calogero lillo
carmelo melo
carmine carminuccio
pasquale lino pasqualino
gaetano tano
ignazio gnazio
bartolomeo meo bartolo
benedetto betto
sebastiano iano bastiano seba
cristiano cri
gianfranco franco gianni
pierluigi piero gigi
pietro piero
ludovico ludo vico
"""
GERMAN = """
johannes hans hannes jo johann hansi
johann hans hansi hannes
josef sepp seppi pepi joschi jupp josel
joseph sepp joe joey jo
franz franzl franzi
georg schorsch jörg görg
friedrich fritz fred friedel
heinrich heinz heiner heini hein
wilhelm willi willy helm wim
karl kalle karli
karlheinz kalle heinz
ludwig lutz wiggerl
matthias matze hias mattes hiasl
michael michi michel micha mike
andreas andi andy anderl
thomas tom tommy
stefan steffen stef
alexander alex sascha xandi
maximilian max maxi
sebastian basti wastl bastian seb
benjamin ben benni benny
christian chris chrissi
christoph chris stoffel
florian flo
tobias tobi
dominik domi dom
daniel dani dan
manfred manni fred
gerhard gerd hardy
eberhard hardy ebi
bernhard bernd berni hardy
reinhard reini hardy
wolfgang wolf wolfi
rudolf rudi rolf
rudolph rudi rudy rolf
walter walt waldi
werner wern
günther günni
siegfried sigi
ulrich uli ulli
martin maddin
peter pit peterl
robert rob robbi bob bert
herbert bert hebbe
norbert bert nobbi
hubert hubsi bert
albert bert albi al
anton toni
jakob jockel jake köbi
nikolaus klaus niko claus nik
konrad conny kurt konni
katharina kathi käthe kati katja kathrin
elisabeth lisa lisi sissi elsbeth liesel else betty elli bettina
margarete grete gretel margit greta meta
margaretha grete gretel greta
maria mitzi mizzi mia
magdalena lena leni magda
helena lena leni
johanna hanna hanni jo
christina tina chris christl
christine tina chris christl
barbara babsi bärbel babs
gertrud trude traudl gerti
hildegard hilde
brigitte gitti gitte britt biggi
gabriele gabi
susanne susi sanne
sabine bine sabi
ursula uschi ulla
angelika geli
veronika vroni
theresa resi resl tessa
theresia resi resl
franziska franzi fanny sissi ziska
alexandra alex sandra xandra
stephanie steffi
stefanie steffi
monika moni
martina tina
rosemarie rosi
annemarie anni
anna anni anne änne
dorothea dora doro thea
charlotte lotte lotti charly
"""
SPANISH = """
josé pepe pepito chepe joselito
josefa pepa pepita fina
francisco paco pancho curro kiko fran quico pacho frasco
francisca paca paqui paquita fran curra
ignacio nacho iñaki
manuel manolo manu lolo manolito
manuela manoli manola manu
antonio toño toni antoñito
antonia toñi toña
enrique quique kike
jesús chus chuy suso
jesús-maría chema
josé-maría chema josema
josé-luis pepelu joselu
josé-manuel josema
juan juanito juancho
juan-carlos juanca
juan-josé juanjo
juan-manuel juanma
luis lucho luisito
guillermo memo guille willy
roberto beto berto robe
alberto beto berto
gilberto beto
eduardo lalo edu eddie
fernando fer nando
rafael rafa fali rafi
ricardo richi ricki
sergio checo
alejandro alex álex jandro ale
alejandra alex ale jandra
federico fede
gabriel gabi gabo
gregorio goyo
javier javi xavi
jorge coque
miguel migue miki
miguel-ángel michelángel
pedro perico
salvador salva chava
santiago santi yago
vicente chente vicen
víctor vito vic
daniel dani
david davi
concepción concha conchi conchita
dolores lola loli lolita
maría mari maruja mariquita
maría-teresa maite mayte
maría-isabel maribel
maría-josé majo coté
maría-luisa marisa
maría-jesús chus
maría-carmen maricarmen
rosario charo
mercedes merche meche
consuelo chelo
pilar pili
teresa tere teresita
isabel isa chabela
cristina cris
beatriz bea
guadalupe lupe
montserrat montse
inmaculada inma
encarnación encarna
asunción asun
remedios reme
milagros mila
rocío chío
graciela chela
"""
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


@cache
def forms() -> dict[str, frozenset[str]]:
    """Each known given name to the full names it may stand for (itself too, if it is one).

    >>> sorted(forms()["gigi"])[:2]
    ['gianluigi', 'luigi']
    """
    found: dict[str, set[str]] = {}
    for line in (ITALIAN + GERMAN + SPANISH + ENGLISH).splitlines():
        names = [fold(word).replace("-", " ") for word in line.split()]
        for name in names:
            found.setdefault(name, set()).add(names[0])
    for name in fold(OTHERS).split():
        found.setdefault(name, set()).add(name)
    return {name: frozenset(full) for name, full in found.items()}


def roots(name: str) -> frozenset[str]:
    """Which full names may this given name stand for?

    Takes a folded name. Cost O(1) after the first call. Source: the table above.

    >>> sorted(roots("pepe")), sorted(roots("pino")), sorted(roots("abcde"))
    (['jose'], ['giuseppe'], [])
    """
    return forms().get(name, frozenset())


def is_given_name(name: str) -> bool:
    """Is this folded word one of the given names we know?

    >>> is_given_name("luca"), is_given_name("rossi")
    (True, False)
    """
    return name in forms()


def is_short_for(short: str, full: str) -> bool:
    """Is the one a short or pet form of the other?

    Two short forms of one name (Pino, Beppe) are no proof that it is one person, and are told
    by `roots` meeting.

    >>> is_short_for("pino", "giuseppe"), is_short_for("giuseppe", "pino")
    (True, False)
    """
    return short != full and full in roots(short)
