"""What is told by set words in German: thanks, a complaint, a refusal …; and what is not meant."""

KINDS = {
    "thanks": r"""
    (?:danke|dank) … (?:fürs|für das|für die|für den|für eure|für ihre|\
        für deine) (?:\w+ )?(?:schnelle |tolle |super |gute |kurzfristige )*(?:abdichten|kommen|\
        helfen|reparieren|machen|vorbeikommen|einspringen|montieren|putzen|organisieren|arbeit|\
        hilfe|reparatur|einsatz)
    (?:tausend|herzlichen|vielen lieben|ganz herzlichen|ganz lieben|1000|\
        allerherzlichsten) dank(?! (?:im voraus|für (?:ihre|die|deine|eure) (?:mail|nachricht|\
        anfrage|antwort|schnelle antwort|rückmeldung|email)))
    (?:danke|dank|bedanken|bedanke),? … (?:dass (?:sie|du|ihr)|\
        dafür)(?! (?:[^ ,;:]+ ){0,6}?(?:sagen|sagst|\
        sagt|schreiben|schreibst|schreibt|melden|meldest|meldet|gesagt|geschrieben|gemeldet|\
        mitteilen|\
        mitgeteilt|informieren|bescheid))
    (?:danke|dank) … für (?:die|den|das|eure|ihre|deine) (?:so )?(?:lecker|schön|toll|wunderbar|\
        super|\
        herrlich|köstlich|großartig|gut|liebevoll)\w* (?!mail|nachricht|antwort|worte|angebot)\w+
    (?:danke|dank|bedanken|bedanke) … für (?:die|das|den|ihre|deine|eure|ihren|ihr|diese|alles|\
        so) ?(?:\w+ )?(?:arbeit|hilfe|reparatur|besuch|essen|abend|einsatz|unterstützung|beratung|\
        tipp|rat|geduld|service|mühe|geschenk|empfehlung|gastfreundschaft|betreuung)
    (?:bin|sind) (?:ihnen|dir|euch) (?:sehr |so |wirklich )?dankbar
    """,
    "praise": r"""
        (?:so|sehr|wirklich|ganz) (?:lieb|nett|herzlich|reizend) (?:war|waren)|(?:war|\
            waren) (?:so|sehr|wirklich|ganz) (?:lieb|nett|herzlich|reizend)
        fünf sterne|5 sterne|eins mit stern|note eins
        (?:sehr|wirklich|so|äußerst|total) (?:professionell|freundlich|hilfsbereit|sauber|\
            kompetent|geduldig|zuverlässig|pünktlich|nett)
        (?:unsere|meine|alle) erwartungen übertroffen
        (?:der|die|das) beste \w+,? (?:den|die|das|seit|der|ever)
        (?:kann|können) (?:ich |wir )?(?:sie|euch|dich) nur (?:empfehlen|loben)
    nicht wiederzuerkennen
    (?:liest|fährt|läuft|sieht|klingt|passt|schließt|fühlt|\
        schmeckt) (?:sich )?(?:\w+ )?(?:wunderbar|super|herrlich|toll|fantastisch|perfekt|\
        traumhaft|großartig)
    (?:tolle|super|klasse|schöne|großartige|geniale|wunderbare|wunderschöne|\
        spitzen)[srn]? ?(?:konzept|angebot|kurs|fotos|bilder|entwurf|kuchen|torte|essen|abend|\
        garten|idee)
    (?:was für ein|was ein) (?:unterschied|ergebnis|service|erlebnis|traum)
    (?:ihr seid|sie sind|du bist) (?:\w+ )?(?:spitze|super|klasse|toll|die besten|der beste|\
        die beste|genial|ein schatz)
    (?:hätte|hätten) (?:es )?(?:nicht|kaum) besser
    (?:ganz |sehr |richtig |wirklich )(?:tolle|schöne|saubere|gute) (?:arbeit|sache)
    (?:super|tolle|gute|großartige|hervorragende|klasse|saubere|erstklassige|top|\
        spitzen) ?(?:arbeit|job|leistung|service)
    (?:war|waren|schmeckt|schmeckte|aussieht|geworden) … (?:fantastisch|großartig|hervorragend|\
        wunderbar|klasse|perfekt|toll|super|köstlich|ausgezeichnet|wunderschön|spitze|genial|lecker)
    (?:fantastisch|großartig|hervorragend|wunderbar|klasse|perfekt|toll|super|köstlich|\
        ausgezeichnet|wunderschön) (?:geworden|gemacht|gearbeitet|geklappt)
    (?:sehr|wirklich|total|mehr als|rundum|super|überaus|höchst) zufrieden
    (?:bin|sind|waren|war|alle|total|ganz) (?:\w+ )?(?:begeistert|beeindruckt|hin und weg)
    ein traum
    (?:gut|toll|super|prima|klasse) gemacht
    (?:empfehle|empfehlen|empfohlen) (?:sie|euch|dich)|(?:sie|euch|dich) … weiterempf\w+
    ein (?:großes |dickes )?(?:lob|kompliment)
    gefällt (?:es |er |sie |das |alles )?(?:mir|uns|meiner|meinem|allen)? ?(?:\w+ )?(?:sehr|super|\
        wahnsinnig|total|richtig gut|ausgezeichnet)
    (?:ist|sind|war|waren) … (?:toll|wunderbar|traumhaft|super|klasse|fantastisch) (?:geworden|\
        gelungen|\
        angekommen)
    """,
    "complaint": r"""
        mir reicht(?:'?s| es)|unmöglich sowas|so etwas ist unmöglich
        wo waren sie am|kein anruf, n
        (?:mehr|etwas anderes|besseres) erwartet
        (?:zweite|dritte|vierte) (?:woche|mal|tag) (?:ohne|in folge)
        legt (?:man )?(?:einfach |mir )*auf
        nicht (?:das|die|der|den),? (?:was|die|den|das) (?:wir|ich) (?:bestellt|vereinbart|\
            wollten|wollte)
        (?:funktioniert|schließt|hält) (?:aber |leider |gar |überhaupt |immer )*(?:nicht|\
            nicht mehr|nicht richtig)
        (?:schlechte|miserable|schlampige|mangelhafte) (?:arbeit|qualität|leistung)
        (?:bis heute|bisher|immer noch) (?:keine|nichts|niemand)
        (?:geld zurück|erstattung|rückerstattung)
        (?:fehlt|fehlen) (?:noch |immer |leider )*(?:ein|eine|die|zwei|drei|das)
    leider … (?:immer noch|noch immer)
    auf der rechnung (?:stehen|steht|sind)
    so geht (?:das|es) (?:aber |doch |ja )?nicht
    (?:habe|haben) … (?:zweimal|dreimal|viermal|mehrmals|mehrfach|schon \w+ mal) (?:angerufen|\
        geschrieben|gefragt|gebeten|nachgefragt)
    (?:haben|hat) (?:[^ ,;:]+ ){0,9}?(?:kaputt gemacht|kaputtgemacht|beschädigt|zerkratzt|ruiniert|\
        dreck hinterlassen)
    (?:unzumutbar|eine zumutung|(?:sehr|wirklich|echt|mehr als|richtig|so) ärgerlich|verärgert)
    enttäuscht|enttäuschend|enttäuschung
    (?:nicht|un) ?(?:zufrieden|akzeptabel|hinnehmbar)
    (?:tropft|leckt|klemmt|spinnt|flackert|ausgefallen|undicht|kaputt|defekt) (?:schon |jetzt |\
        doch )?(?:wieder|erneut|nochmal)
    (?:schon )?wieder (?:kaputt|defekt|ausgefallen|undicht)
    (?:immer noch|noch immer|nach wie vor|weiterhin) (?:nicht|kein|keine|keinen|nichts|defekt|\
        kaputt|undicht)
    (?:niemand|keiner) (?:ist )?(?:gekommen|kam|erschienen|aufgetaucht|da|erreichbar|angerufen|\
        gemeldet)
    (?:ist|hat) (?:niemand|keiner|sich niemand|sich keiner) … (?:gekommen|erschienen|angerufen|\
        gemeldet|da)
    noch (?:immer )?nichts (?:angekommen|gehört|da|passiert)
    (?:warten|warte) (?:noch immer|immer noch|schon seit|seit (?:wochen|tagen|monaten|\w+ wochen))
    (?:rechnung|abrechnung|bestellung|lieferung|angebot) … (?:ein fehler|fehler|fehlerhaft|\
        stimmt … nicht|nicht korrekt|falsch)
    fehler in (?:der|ihrer|eurer|deiner) (?:rechnung|abrechnung|bestellung)
    falsch berechnet
    (?:zweiten|dritten|vierten|x-ten) mal
    (?:zweite|dritte|vierte) mal (?:diese\w*|in)
    (?:sind|waren|habe|haben) … (?:mehrere|viele|einige|zahlreiche|lauter) (?:fehler|mängel)
    (?:falsche[nrs]?|verkehrte[nrs]?) (?:größe|farbe|artikel|rechnung|betrag|teil|maße?)
    (?:möchte|muss|müssen|will|wollen) (?:ich |wir |mich |uns )*(?:beschweren|reklamieren)
    unverschämt|eine frechheit
    (?:beschädigt|zerkratzt|kaputt|zu spät) (?:angekommen|geliefert)
    """,
    "introduction_offered": r"""
        (?:stell|stelle) ich (?:euch|dich|sie) … vor
        sage ich (?:meinem|meiner) \w+,? (?:er|sie) soll (?:dich|sie|euch) (?:anrufen|kontaktieren)
        (?:ich )?kenne (?:jemanden|einen|eine|da jemanden),? (?:der|die|\w+),? ?(?:\w+ )?(?:sucht|\
            braucht|bräuchte)?
        soll ich (?:ihm|ihr|dich|euch)
        (?:lege|leg) (?:ich )?(?:\w+ )?ein gutes wort
    empfehle (?:ich )?(?:dich|sie|euch)(?: gern| gerne)? (?:\w+ )?(?:unserem|unserer|meinem|\
        meiner|dem|der|einem|einer)
    (?:schöne|viele|liebe|einen schönen) (?:grüße|gruß) von mir
    (?:sag|sagt|sagen sie),? dass (?:ich|du von mir|sie von mir)
    (?:kann|könnte|gebe|schicke) (?:ich )?(?:dir|ihnen|euch) (?:gern |gerne |mal )?(?:seine|ihre|\
        die) (?:nummer|kontaktdaten|adresse|telefonnummer)
    (?:kann|könnte|können|könnten|würde|will|werde) (?:ich |\
        wir )?(?:\w+ ){0,4}(?:den )?(?:kontakt herstellen|bekannt machen|bekanntmachen|vernetzen|\
        einander vorstellen)
    (?:stelle|stellen|stell) (?:ich |wir )?(?:euch|sie|dich|dir) (?:gern|gerne) … vor
    (?:stelle|stellen|mache|machen) (?:ich |wir )?(?:gern|gerne) (?:den kontakt|euch)
    (?:solltest|sollten|sollte|müsstest|müssen) (?:du |sie |ihr |unbedingt |\
        mal )*(?:\w+ ){0,3}kennenlernen
    bringe (?:ich )?(?:sie|dich|euch) (?:gern|gerne)? ?(?:mit \w+ )?(?:zusammen|in kontakt)
    """,
    "introduction_made": r"""
        (?:nehm|nehme|hol|hole) (?:ich )?(?:mal )?(?:die |den )?\w+ (?:mal )?(?:mit rein|dazu|\
            ins cc|in cc)
        könnt ihr (?:zwei|beide|beiden)
        ihr (?:zwei|beiden|beide) (?:solltet|müsst) (?:reden|sprechen|euch)
        (?:habe|hab) (?:ich )?(?:ihm|ihr|ihnen) … (?:gesagt|gebeten),? (?:er|sie|dass)
        (?:habe|hab) (?:ich )?(?:deine|ihre|eure) (?:\w+ )?(?:weitergegeben|weitergeleitet)
        (?:das|dies) ist \w+,? (?:von dem|von der|der|die) ich
    \(?in (?:cc|kopie)\)?|ich nehme … (?:in kopie|in cc|mit rein|dazu)
    (?:darf|möchte) ich (?:dir|ihnen|euch) … vorstellen
    (?:euch|sie|dich|ihn|beide) (?:beide |alle )?(?:in|ins) (?:kopie|cc) (?:gesetzt|genommen)
    (?:ihre|deine|eure) (?:nummer|kontaktdaten|adresse|daten|telefonnummer|handynummer|\
        visitenkarte) … (?:gegeben|weitergegeben|weitergeleitet)
    (?:hiermit|somit) (?:stelle|bringe|mache|verbinde) ich
    in (?:kopie|cc) (?:ist|sind|finden|findest|steht) … (?:von der ich|der|die|mein|meine)
    """,
    "not_before": r"""
        vorher hat (?:das|es) keinen (?:zweck|sinn)|vorher nicht
        vor … (?:nix|nichts mehr|gar nichts|unmöglich|keine chance)
    (?:keinen sinn|unmöglich|ausgebucht|voll|eingefroren|ausgelastet|dicht) … (?:vor|bis|bis zum)
    (?:bis|bis zum|bis ende|bis mitte|bis anfang) … (?:ausgebucht|voll|eingefroren|ausgelastet|\
        dicht|keine zeit)
    (?:melden|meldet|meld|schreiben|schreibt|rufen|fragen) (?:sie |ihr |euch |dich |sich |mich |\
        uns |bitte |doch |gern |gerne |einfach )*(?:im|ab|nach|anfang|ende|mitte)(?= (?:januar|\
        februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|frühjahr|\
        frühling|sommer|herbst|winter|neuen jahr|ostern|weihnachten))
    (?:verschieben|warten|vertagen) … (?:auf|bis|bis nach)
    (?:nicht|nichts) vor
    (?:vor|bis) (?:dem|zum) (?:\d+\.?|ersten|montag|dienstag|mittwoch|donnerstag|freitag|samstag|\
        sonntag) (?:\w+ )?(?:\w+ ){0,3}?(?:nicht|nichts|kein\w*)
    vor (?!allem|ort|kurzem|langem|dem|der|einer|einem|zwei|drei)… (?:geht|wird|passiert|ist|\
        haben|können|kann|brauchen|braucht|machen|macht) … (?:nichts|nicht|kein\w*|unmöglich)
    (?:frühestens|erst|erst wieder) (?:im|ab|nach|in|am|mitte|ende|anfang|wieder)
    (?<!wir )(?:melden(?! wir)|meldet|meld|rufen(?! wir)|schreiben(?! wir)|fragen|kommen|versuchen|\
        reden|sprechen|telefonieren) (?:sie |wir |uns |sich |mich |nochmal |es |gern |gerne |\
        bitte |doch )*(?:im|\
        nach|ab|mitte|anfang|ende) … (?:wieder|nochmal|noch mal|nochmals|erneut|an|reden|sprechen|\
        darüber)
    (?:lassen sie uns|lass uns|lasst uns) (?:im|nach|ab|mitte|anfang|ende) … (?:reden|sprechen|\
        telefonieren|schauen|anschauen)
    """,
    "no_longer_here": r"""
        nicht mehr (?:in unserem|bei|in der|im) \w+ (?:tätig|beschäftigt)
    (?:arbeitet|arbeite|ist|bin|tätig|beschäftigt) (?:\w+ ){0,2}?(?:nicht mehr|\
        nicht länger) (?:\w+ ){0,2}?(?:bei uns|hier|für uns|in unserem|im haus|im unternehmen|\
        bei der|in der firma|tätig|beschäftigt)
    (?:hat|habe|haben|wird|werde) (?:das|die|den|unser|unsere|unseren) (?:unternehmen|firma|\
        betrieb|haus|team|büro) … (?:verlassen|verlasse)
    (?:ausgeschieden|in (?:den ruhestand|rente) gegangen)
    (?:mein|ihr|sein) letzter (?:arbeitstag|tag)
    (?:arbeitet|arbeite) (?:\w+ ){0,4}?(?:nicht mehr|nicht länger) (?:für|bei|in der|im) \w+
    nicht mehr (?:für|bei) (?:\w+ ){1,4}?(?:arbeite|arbeitet|tätig|angestellt|beschäftigt)
    (?:habe|hat) (?:\w+ ){0,4}?(?:den job|die stelle|den arbeitgeber|die firma) gewechselt
    """,
    "refusal": r"""
        brauchen wir (?:leider |nun |jetzt )?doch nicht
        (?:macht|übernimmt) (?:es|das) (?:jetzt |nun )?(?:doch|lieber) (?:mein|meine|unser|unsere|\
            ein)
        (?:ein nein|leider nein)|rechnet sich (?:für uns )?(?:leider )?nicht
        (?:haben|habe|hat) (?:wir |ich )?(?:schon|bereits) (?:einen|eine|jemanden|unseren|meinen)
        (?:vergeben|anderweitig vergeben|anderweitig)
        (?:nehmen|nehme) (?:wir |ich )?(?:davon )?abstand
        (?:müssen|muss|möchten|möchte) (?:wir |ich )?(?:\w+ ){0,3}?(?:absagen|ablehnen|stornieren|\
            zurückziehen)
        (?:ihr|euer|dein) (?:preis|angebot) (?:ist|war|liegt) (?:uns |leider |deutlich |\
            mir )*(?:zu hoch|zu teuer|über)
        (?:lassen|lasse) (?:wir |ich )?es (?:\w+ ){0,3}?(?:bleiben|sein|gut sein|dabei)
        (?:sehen|sieht) (?:wir |uns )?(?:\w+ ){0,3}?(?:keinen bedarf|nicht in der lage)
        (?:wollen|möchten) (?:wir |ich )?(?:das |es |den |die )?(?:\w+ )?(?:nicht|\
            nicht mehr) (?:mehr |weiter)?
        doch (?:nicht|nichts|keine?n?) (?:machen|nehmen|brauchen|bestellen)
    lassen … (?:wie (?:sie|es|er) ist|bleiben|sein)|lassen (?:[^ ]+ ){1,6}?wie (?:sie|es|er) ist
    (?:wird|wirds|wird's) … (?:nichts|nix) (?:mit|daraus|draus)
    (?:müssen|muss) (?:wir |ich )?(?:leider )?(?:absagen|verzichten|stornieren)
    (?:können|kann) … nicht (?:zusagen|umsetzen|beauftragen|annehmen)
    (?:eine|einen|die|den) (?:andere\w*|firma|anbieter|betrieb|handwerker) … (?:genommen|gefunden|\
        beauftragt|gewählt|gewechselt)
    bitte (?:\w+ ){0,4}?(?:löschen|streichen|entfernen)(?! sie (?:den termin|die buchung|\
        die bestellung))
    (?:ich|wir) (?:brauche|brauchen|benötige|benötigen) nichts
    (?:passt|ist) (?:leider )?(?:nicht|nichts) für (?:uns|mich)
    (?:kommt|kommen) (?:für (?:uns|mich) )?(?:leider )?nicht (?:infrage|in frage)
    nein,? (?:danke|vielen dank)
    (?:kein|keinerlei|nicht) (?:interesse|interessiert|bedarf)
    (?:für (?:einen?|ein|den|die) (?:andere\w*|mitbewerber\w*|wettbewerber\w*|\
        konkurrenten)) … (?:entschieden)
    (?:anders|dagegen) entschieden|gegen (?:ihr|das|dein) angebot entschieden
    (?:wir|ich) (?:verzichten|verzichte)|(?:müssen|muss) (?:leider )?(?:absagen|ablehnen)|\
        sagen wir (?:leider )?ab
    (?:aus|von) (?:dem|der|ihrem|ihrer) (?:verteiler|liste)
    (?:brauchen|benötigen|brauche|benötige) (?:wir |ich )?(?:das |die |derzeit |aktuell |\
        momentan |leider )*(?:nicht|keine|keinen|kein)(?! mehr zu)
    (?:zu teuer|zu hoch) für (?:uns|mich)|(?:uns|mir) zu teuer
    (?:entschieden|beschlossen|entschlossen),? (?:[^ ,;:]+ ){0,8}?nicht (?:mehr |\
        weiter )?(?:zu \w+|\
        \w+zu\w+en)
    (?:bleibe|bleiben) (?:wir |ich )?(?:\w+ )?bei (?:unserem|unserer|meinem|meiner|dem|der) (?:\w+)
    nicht (?:mehr )?(?:verlängern|weiterführen|fortführen|fortsetzen|erneuern|beauftragen)
    """,
    "clients_first": r"""
        erst sehen, dass (?:das|es) (?:woanders|anderswo|irgendwo) … läuft
        (?:zwei, drei|ein paar) (?:häuser|betriebe|firmen|kunden), die damit
    (?:arbeiten|arbeite|kaufen|kooperieren) (?:wir |ich )?(?:grundsätzlich |leider )?(?:nur|\
        ausschließlich) (?:mit|bei|von) … (?:referenz\w*|erfahrung|kunden)
    (?:nur|ausschließlich) mit (?:firmen|unternehmen|lieferanten|partnern|\
        betrieben) … (?:referenz\w*|erfahrung|kunden)
    (?:wenn|sobald|falls) (?:sie|du|ihr) … (?:ein paar|einige|erste|die ersten|mehr|weitere|\
        andere|genug) (?:kunden|referenzen|projekte)
    (?:kommen|melden|kommt|melde|komm) (?:sie |dich |euch |sich )*(?:wieder|dann wieder), (?:wenn|\
        sobald) … (?:haben|hast|habt|referenzen|kunden)
    versuchskaninchen|(?:die ersten|der erste|die erste) sein
    (?:solange|bevor|bis) (?:sie|du|ihr|wir) … (?:referenzen|andere\w* kunden|einige kunden)
    """,
    "out_of_office": r"""
    (?:haben wir|wir haben|(?:laden|büro|werkstatt|betrieb|praxis) (?:ist|bleibt|\
        hat)) (?:\w+ ){0,4}?geschlossen
    (?:nicht|außer) (?:im büro|im haus|am platz|am arbeitsplatz|erreichbar|hause?)
    (?:bin|sind|befinde mich) (?:\w+ |\d+\. ?){0,5}(?:abwesend|im urlaub|auf dienstreise|\
        in elternzeit|außer haus|auf geschäftsreise)
    automatische (?:antwort|nachricht)|abwesenheitsnotiz|abwesenheitsnachricht
    wieder (?:im büro|für (?:sie|dich|euch) da|erreichbar|zurück|am platz)
    (?:betriebsurlaub|betriebsferien)
    """,
    "bounce": r"""
    (?:nicht|un) ?(?:zugestellt werden|zustellbar|zugestellt)
    (?:postfach|adresse|empfänger|e-mail-adresse|benutzer) (?:existiert nicht|unbekannt|ist voll|\
        voll|nicht gefunden|wurde nicht gefunden)
    zustellung (?:fehlgeschlagen|gescheitert|nicht möglich)
    unzustellbar
    """,
    "enclosed": r"""
    anbei|im anhang|angehängt|beigefügt|als anlage|in der anlage
    hier (?:ist|sind|kommt|kommen|die|das|der|nochmal)
    wie (?:versprochen|besprochen)
    """,
    "solved": r"""
    (?:funktioniert|funktionieren|läuft|laufen|geht|gehen) (?:\w+ ){0,2}?(?:wieder|von selbst)(?! \
        (?:nicht|kaputt|aus|los|schlecht|weg))
    (?:jetzt|nun) (?:funktioniert|läuft|geht) (?:es|alles|sie|er|wieder)
    (?:problem|störung|fehler) (?:ist|wurde|hat sich) (?:\w+ ){0,2}?(?:gelöst|behoben|weg)
    """,
    "withdrawn": r"""
    (?:ist|sind|wird) (?:\w+ ){0,2}?(?:nicht mehr|nicht länger) (?:nötig|notwendig|erforderlich)
    (?:brauchen|müssen) sie (?:\w+ ){0,3}?nicht mehr (?:\w+ )?(?:kommen|vorbei\w*|anrufen|schicken|\
        antworten|zu \w+)
    (?:brauchst|musst) du (?:\w+ ){0,3}?nicht mehr (?:\w+ )?(?:kommen|vorbei\w*|anrufen|schicken|\
        antworten|zu \w+)
    (?:hat|haben) sich (?:\w+ ){0,3}?erledigt
    (?:hat|haben) sich (?:\w+ )?erledigt|schon erledigt|bereits erledigt
    (?:brauche|brauchen|benötigen|benötige) … nicht mehr
    nicht mehr (?:nötig|notwendig|erforderlich)
    (?:vergiss|vergessen sie) (?:die|meine|das|es)
    (?:habe|haben) (?:es |ich |wir |das |selbst |schon )*(?:gelöst|hinbekommen|selbst gefunden)
    """,
}
UNLESS = {
    "withdrawn": r"""
    (?:vergiss|vergessen sie) … (?:\w+ )?nicht\b|\b(?:falls|wenn|sobald|solange)\b
    """,
    "solved": r"""
    \b(?:falls|wenn|sobald|bis|hoffe\w*|hoffentlich|nur|nicht(?! mehr)|kein\w*|aber|manchmal)\b
    """,
    "thanks": r"""
    im voraus
    """,
    "praise": r"""
    wäre(?!n)|würde|nicht(?! wieder)|hoffe|schönes|schönen
    """,
    "complaint": r"""
    (?:keine?|nicht|nie) (?:beschwer|reklam|enttäusch|fehler)\w*
    falls|wenn
    """,
    "introduction_offered": r"""
    (?:kannst|könntest|können|könnten|könntet) (?:du|sie|ihr)
    """,
    "out_of_office": r"""
    (?:waren|warst|sind) (?:sie|du|ihr)
    """,
}
