"""Italian, German and Spanish names: one line a full name, its short and pet forms after it.

Common knowledge about names, gathered for Passo. A short form may belong to several full names.
"""

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
