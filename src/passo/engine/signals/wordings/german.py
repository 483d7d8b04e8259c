"""German, as clients and owners write it."""

from passo.engine.signals.wording import Wording

GERMAN = Wording(
    code="de",
    lists={
        "who": "ich|wir",
        "you": "ihnen|dir|euch|sie|dich",
        "now": "schicken?|schick|senden?|sende|mailen?|maile|bringen?|bring|kommen?|komm|"
        "liefern?|liefere|zahlen?|zahle|bezahlen?|überweisen?|überweise|rufen?|ruf|machen?|mache|"
        "mach|bestellen?|bestelle|reparieren?|repariere|montieren?|montiere|holen?|hole|hol|"
        "gehen?|erledigen?|erledige|kümmern?|kümmere|bereiten?|prüfen?|prüfe|klären?|kläre|"
        "fragen?|frage|frag|antworten?|antworte|melden?|melde|meld|reichen?|reiche|leiten?|leite|"
        "stellen?|stelle|vereinbaren?|vereinbare|beginnen?|beginne|fangen?|fange|installieren?|"
        "tauschen?|unterschreiben?|lasse|lassen|gebe|geben|geb|sage|sagen|sag|bestätigen?|"
        "bestätige|erstellen?|erstelle|bauen?|baue|richten?|richte",
        "deed": "schicken|zuschicken|senden|zusenden|zukommen lassen|mailen|bringen|"
        "vorbeibringen|kommen|vorbeikommen|liefern|zahlen|bezahlen|überweisen|begleichen|anrufen|"
        "zurückrufen|machen|bestellen|reparieren|montieren|abholen|erledigen|kümmern|vorbereiten|"
        "prüfen|klären|nachfragen|fragen|antworten|melden|weiterleiten|erstellen|vereinbaren|"
        "beginnen|anfangen|installieren|austauschen|unterschreiben|geben|sagen|mitteilen|"
        "bestätigen|nachreichen|einreichen|aufbauen|einbauen|schreiben|fertigstellen|übergeben|"
        "ausstellen",
        "idle_i": "habe|hatte|hätte|wäre|würde|werde|könnte|möchte|sollte|wollte|müsste|dürfte|"
        "brauche|suche|hoffe|denke|dachte|glaube|warte|freue|wünsche|heiße|weiße|finde|sehe|"
        "meine|arbeite|wohne|danke|bitte|fahre|fliege|frage mich|verstehe|kenne|sitze|bleibe|"
        "feiere|erwarte|plane|rechne|gehe|fange|beginne|reise|liege|lebe|schreibe|bräuchte|"
        "versuche|probiere|eine|meinte|sagte|dass die|und die|die|diese|keine|erreiche|treffe|"
        "lese|überlege|trage|lade|nehme|heirate|schließe|esse|spiele|akzeptiere|bespreche|rede|"
        "spreche",
        "idle": "haben|hatten|waren|sind|würden|hätten|wären|können|könnten|sollten|sollen|"
        "wollten|wollen|möchten|müssen|dürfen|brauchen|benötigen|suchen|hoffen|feiern|dachten|"
        "denken|ziehen|treffen|fahren|fliegen|warten|sehen|wissen|freuen|hören|heiraten|"
        "schließen|grillen|öffnen|essen|spielen|bleiben|reisen|nehmen|akzeptieren|bitten|danken|"
        "finden|wünschen|erwarten|haetten|planen|arbeiten|wohnen|sitzen|kennen|meinen|glauben|"
        "kommen wir nicht|werden",
    },
    asks=r"""
        (?:ihre|ihres|ihren|deine|eure) (?:\w+ )?bitte bis
        (?:sag|sagt|sagen sie) (?:\w+ ){0,3}?\w+, (?:wann|ob|wie|was|wo|welche\w*)
        (?:besteht|gibt es) (?:die|eine|irgendeine) möglichkeit
        was (?:meinst|meinen|haltet|hältst|halten|denkst|sagst|sagt) (?:du|sie|ihr)
        bitte (?:um|teilen sie|sagen sie|geben sie|senden sie|schicken sie|lassen sie|nennen sie|\
            melden sie sich(?! (?:dann|wieder|im|ab|nach|gern|gerne|bei fragen))|rufen sie)
        (?:teilen|sagen|geben|senden|schicken|lassen|nennen|bestätigen) sie (?:mir|uns) (?:bitte|\
            doch|kurz|mal)
        (?:gib|gebt|sag|sagt|schick|schickt|schreib|lass|lasst) (?:mir|uns) (?:bitte|doch|kurz|mal)
        (?:gib|gebt|geben sie|sag|sagt) (?:mir|uns) … bescheid
        (?:ich|wir) (?:wollte|wollten|möchte|möchten|würde|würden) (?:gern |gerne |mal |kurz |\
            nur |noch )*(?:fragen|wissen|nachfragen)
        ^(?:wollte|möchte) (?:gern |gerne |mal |kurz |nur |noch )*(?:fragen|wissen|nachfragen)
        (?:warte|warten) (?:noch |immer noch )?auf (?:ihre|eine|deine|eure|die) … (?:rückmeldung|\
            antwort|nachricht)
        um (?:eine |ihre |kurze |baldige )?(?:antwort|rückmeldung|bestätigung|mitteilung|\
            rückruf) … (?:wird gebeten|bitten|bitte)
        (?:bitte|bitten|bitten wir) um (?:eine |ihre |kurze |baldige )?(?:antwort|rückmeldung|\
            bestätigung|mitteilung|rückruf|zusendung|angebot|ein angebot)
        (?:können|könnten|könntest|kannst|könntet|würden|würdest) (?:sie|du|ihr) (?:mir|uns|bitte|\
            vielleicht|mal|das|den|die)
        (?:freue mich|freuen uns|freue ich mich) auf (?:ihre|eine|deine|eure) (?:baldige |\
            schnelle )?(?:rückmeldung|antwort)
    """,
    opens=r"""
        (?:(?:hallo|hi|moin|servus|guten tag|und|aber)[, ]+)?(?:was|wann|wie viel|wieviel|\
            wie lange|wie|wo|wer|welche\w*|ab wann) (?:kosten|kostet|können|könnten|kann|könnt|\
            machen|macht|ist|sind|war|waren|hieß|heißt|würde|hätten|haben|habt|soll|sollen|wäre|\
            nehmt|nehmen|geht|gibt|muss|darf|dauert|kommt|kommen|lange|viel|viele|oft)
        (?:(?:hallo|hi|moin|servus|guten tag|und)[, ]+)?(?:haben sie|habt ihr|hast du|können sie|\
            könnt ihr|kannst du|könnten sie|könntet ihr|könntest du|macht ihr|machen sie|gibt es|\
            passt|geht das|ist das|könnte ich|kann ich)
    """,
    chat=r"""
        wie (?:geht'?s|geht es|läuft'?s|läuft es|war)(?: (?:dir|ihnen|euch|so|denn|bei euch|\
            bei ihnen|der urlaub|das wochenende|es))?
        alles (?:gut|klar|okay|ok|fit|in ordnung)
        (?:bei )?(?:euch|dir|ihnen) (?:alles|auch|hoffentlich)(?: auch| alles)? (?:gut|klar|okay|\
            gesund)
        (?:noch|weitere|irgendwelche|bei|für|haben sie|hast du|habt ihr) (?:noch |\
            weitere )?(?:fragen|rückfragen)
        fragen\?
        (?:falls|wenn|sollten|solltest) … (?:fragen|unklar|rückfragen|unklarheiten|probleme)
        wer hätte (?:das |es )?(?:je |gar )?gedacht
        (?:kann man|können sie|kannst du|könnt ihr) (?:das|es|sich das) (?:glauben|vorstellen)
        wer (?:weiß|kennt das nicht|kennt es nicht)
        was (?:soll|will) (?:man|ich) (?:machen|sagen|da machen|dazu sagen)
        warum (?:auch )?nicht\?
        ^(?:oder|nicht wahr|gell|ne|nicht)\?
        ist das nicht
        wussten sie|wusstest du|wusstet ihr
        wer (?:will|beschwert sich|mag) (?:das )?(?:nicht|schon)
    """,
    asked=r"""
        (?:sie|du|ihr) (?:hatten|hattest|hattet|haben|hast|habt|wollten|wolltest) (?:mich |uns |\
            ja |noch |nach \w+ )*(?:gefragt|wissen)
        (?:ihre|deine|eure) frage (?:war|nach|lautete)
    """,
    answers=r"""
        weil
    """,
    vows=r"""
        (?:werde|werden wir|wir werden|ich werde) (?:<you>|mich|uns|es|das|die|den|am|bis|heute|\
            morgen|gleich|noch|dann|im|nächste) … (?:<deed>)
        (?:werde|werden wir|wir werden|ich werde) (?:<deed>)
        (?:melde|melden|meld) (?:ich |wir )?(?:mich|uns)(?! (?:über|an))
        (?:ich )?(?:melde|meld) mich
        (?:gebe|sage) (?:[^ ]+ ){0,6}?bescheid
        (?:wir (?:geben|sagen)|(?:geben|sagen) wir|geb (?:dir|ihnen|euch)) (?:[^ ]+ ){0,5}?bescheid
        (?:ich|wir) (?:verspreche|versprechen|garantiere|garantieren|sichern|sichere)
    """,
    dated_vows=r"""
        (?:haben sie|hast du|habt ihr) (?:unser\w*|mein\w*|den|das|die|alles|es|sie|eine antwort|\
            ein angebot)
        (?:sind wir|bin ich|wir sind|ich bin) (?:\w+ )?(?:bei (?:ihnen|euch|dir)|vor ort)
        und (?!(?:<idle_i>)\b)\w{3,}e (?:kurz|schnell|mal|dann|gleich|ihnen|dir|euch|es|das|vorbei)
        (?:liegt|liegen|ist|sind) … (?:in|auf|bei) (?:deinem|ihrem|eurem|deiner|ihrer|dir|ihnen|\
            euch)
        (?:foto|fotos|bild|bilder|unterlagen|liste|plan|geld|rechnung|angebot|paket|rest|\
            entwurf) (?:kommt|kommen|folgt|folgen)
        (?:geld|betrag|angebot|rechnung|paket|überweisung|zeichnung) (?:geht|kommt|liegt)
        (?:geld|betrag) ist
        (?!(?:<idle>) )\w+(?:en|eln|ern) wir
        wir (?!ge|(?:<idle>)\b)\w+(?:en|eln|ern)
        (?!(?:<idle_i>)\b)\w{3,}e ich
        ich (?!(?:<idle_i>)\b)\w{3,}e
        (?:bringt|wirft|ruft|schickt|liefert|überweist|zahlt|holt|legt|gibt|stellt|kommt|meldet|\
            mailt) … (?:bei (?:euch|dir|ihnen)|ihnen|euch|dir)
        (?:<you>|sie|ihr|du) (?:haben|hast|habt) (?:die|den|das|es|alles|ihr|ihre|deine|\
            euer) … (?:bis|spätestens)
        (?:<now>) (?:<who>)
        (?:<you>|sie|ihr|du) (?:bekommen|bekommst|bekommt|erhalten|erhältst|erhaltet|hören|hört|\
            hörst|haben|hast) (?:von (?:uns|mir)|den|die|das|sie|es|ihn|ihr|ihre|alles|bis|am|\
            spätestens|morgen|heute|noch)
        wird … (?:fertig|geliefert|erledigt|verschickt|überwiesen|bezahlt|repariert)
        (?:<who>) (?:<now>)
        (?:^|[,:-] ?|und |ok |danke,? )(?:schicke?|sende|ruf|rufe|komme?|bringe?|bring|zahle|\
            überweise|melde|mache|mach|liefere|gebe|bestelle)(?! (?:sie|ihr))
        geht … (?:raus|zur post|in die post|an (?:sie|euch|dich))
        (?:ist|sind) … fertig
        (?:mein|meine|unser|unsere) … (?:ruft|kommt|bringt|schickt|meldet|liefert)
    """,
    marked_vows=r"(?!)",
    goes_on=r"""
        und (?:<now>)
        und \w+(?:e|en) (?:ihnen|dir|euch|es|das|sie|mich|uns|den|die)
    """,
    unsaid=r"""
        (?<!bescheid, )wenn
        falls|sofern
        sobald|erst wenn
        (?:nach|bei) (?:meiner |unserer )?rückkehr
        hängt (?:davon|vom|von)|kommt (?:drauf|darauf) an
        (?:sollten|solltest) (?:sie|du)
    """,
    unsure=r"""
        danach|hinterher
        habe ich|ich habe|haben wir|wir haben|hatte
        hoffe|hoffen|hoffentlich
        versuche|versuchen|probiere|probieren
        vielleicht|eventuell|evtl|vermutlich|wahrscheinlich|möglicherweise
        würde|würden|könnte|könnten|sollte|sollten|wäre|hätte
        wollte|wollten
        (?:hat|haben|hatte) … (?:gesagt|versprochen|geschickt|gesendet|gemacht)
        meinte|sagte
    """,
    negated=r"""
        nicht|nie|kein|keine|keinen|keiner|niemand
    """,
    turns=r"""
        und|aber|dann|sondern
    """,
    deeds={
        "pay": r"\w*zahl\w*|überweis\w*|begleich\w*|zahlung|überweisung",
        "call": r"anrufen|zurückrufen|rufe?n?|ruft|telefonier\w+",
        "come": r"\w*bring\w*|komm\w*|vorbeikommen|bin … da|sind … da",
        "answer": r"bescheid|meld\w+|hören|hört|antwort\w*|bestätig\w+|mitteilen|sagen?|klär\w+",
        "send": r"schick\w*|send\w*|mail\w*|\w*reich\w*|leit\w*|bekomm\w*|erh[aä]lt\w*|"
        r"haben|geben?|\w*kommen lassen",
    },
    kinds={
        "thanks": r"""
        (?:danke|dank) … (?:fürs|für das|für die|für den|für eure|für ihre|\
            für deine) (?:\w+ )?(?:schnelle |tolle |super |gute |kurzfristige )*(?:abdichten|\
            kommen|helfen|reparieren|machen|vorbeikommen|einspringen|montieren|putzen|\
            organisieren|arbeit|hilfe|reparatur|einsatz)
        (?:tausend|herzlichen|vielen lieben|ganz herzlichen|ganz lieben|1000|\
            allerherzlichsten) dank(?! (?:im voraus|für (?:ihre|die|deine|eure) (?:mail|nachricht|\
            anfrage|antwort|schnelle antwort|rückmeldung|email)))
        (?:danke|dank|bedanken|bedanke),? … (?:dass (?:sie|du|ihr)|dafür)
        (?:danke|dank|bedanken|bedanke) … für (?:die|das|den|ihre|deine|eure|ihren|ihr|diese|\
            alles|so) ?(?:\w+ )?(?:arbeit|hilfe|reparatur|besuch|essen|abend|einsatz|\
            unterstützung|beratung|tipp|rat|geduld|service|mühe|geschenk|empfehlung|\
            gastfreundschaft|betreuung)
        (?:bin|sind) (?:ihnen|dir|euch) (?:sehr |so |wirklich )?dankbar
        """,
        "praise": r"""
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
        (?:war|waren|schmeckt|schmeckte|aussieht|geworden) … (?:fantastisch|großartig|\
            hervorragend|wunderbar|klasse|perfekt|toll|super|köstlich|ausgezeichnet|wunderschön|\
            spitze|genial|lecker)
        (?:fantastisch|großartig|hervorragend|wunderbar|klasse|perfekt|toll|super|köstlich|\
            ausgezeichnet|wunderschön) (?:geworden|gemacht|gearbeitet|geklappt)
        (?:sehr|wirklich|total|mehr als|rundum|super|überaus|höchst) zufrieden
        (?:bin|sind|waren|war|alle|total|ganz) (?:\w+ )?(?:begeistert|beeindruckt|hin und weg)
        ein traum
        (?:gut|toll|super|prima|klasse) gemacht
        (?:empfehle|empfehlen|empfohlen) (?:sie|euch|dich)|(?:sie|euch|dich) … weiterempf\w+
        ein (?:großes |dickes )?(?:lob|kompliment)
        """,
        "complaint": r"""
        leider … (?:immer noch|noch immer)
        auf der rechnung (?:stehen|steht|sind)
        so geht (?:das|es) (?:aber |doch |ja )?nicht
        (?:habe|haben) … (?:zweimal|dreimal|viermal|mehrmals|mehrfach|schon \w+ mal) (?:angerufen|\
            geschrieben|gefragt|gebeten|nachgefragt)
        (?:haben|hat) … (?:kaputt gemacht|beschädigt|zerkratzt|dreck hinterlassen)
        (?:unzumutbar|eine zumutung|sehr ärgerlich|verärgert)
        enttäuscht|enttäuschend|enttäuschung
        (?:nicht|un) ?(?:zufrieden|akzeptabel|hinnehmbar)
        (?:tropft|leckt|klemmt|spinnt|flackert|ausgefallen|undicht|kaputt|defekt) (?:schon |\
            jetzt |doch )?(?:wieder|erneut|nochmal)
        (?:schon )?wieder (?:kaputt|defekt|ausgefallen|undicht)
        (?:immer noch|noch immer|nach wie vor|weiterhin) (?:nicht|kein|keine|keinen|nichts|defekt|\
            kaputt|undicht)
        (?:niemand|keiner) (?:ist )?(?:gekommen|kam|erschienen|aufgetaucht|da|erreichbar|\
            angerufen|gemeldet)
        (?:ist|hat) (?:niemand|keiner|sich niemand|sich keiner) … (?:gekommen|erschienen|\
            angerufen|gemeldet|da)
        noch (?:immer )?nichts (?:angekommen|gehört|da|passiert)
        (?:warten|warte) (?:noch immer|immer noch|schon seit|seit (?:wochen|tagen|monaten|\
            \w+ wochen))
        (?:rechnung|abrechnung|bestellung|lieferung|angebot) … (?:ein fehler|fehler|fehlerhaft|\
            stimmt … nicht|nicht korrekt|falsch)
        fehler in (?:der|ihrer|eurer|deiner) (?:rechnung|abrechnung|bestellung)
        falsch berechnet
        (?:zweiten|dritten|vierten|x-ten) mal
        (?:falsche[nrs]?|verkehrte[nrs]?) (?:größe|farbe|artikel|rechnung|betrag|teil|maße?)
        (?:möchte|muss|müssen|will|wollen) (?:ich |wir |mich |uns )*(?:beschweren|reklamieren)
        unverschämt|eine frechheit
        (?:beschädigt|zerkratzt|kaputt|zu spät) (?:angekommen|geliefert)
        """,
        "introduction_offered": r"""
        empfehle (?:ich )?(?:dich|sie|euch)(?: gern| gerne)? (?:\w+ )?(?:unserem|unserer|meinem|\
            meiner|dem|der|einem|einer)
        (?:schöne|viele|liebe|einen schönen) (?:grüße|gruß) von mir
        (?:sag|sagt|sagen sie),? dass (?:ich|du von mir|sie von mir)
        (?:kann|könnte|gebe|schicke) (?:ich )?(?:dir|ihnen|euch) (?:gern |gerne |mal )?(?:seine|\
            ihre|die) (?:nummer|kontaktdaten|adresse|telefonnummer)
        (?:kann|könnte|können|könnten|würde|will|werde) (?:ich |\
            wir )?(?:\w+ ){0,4}(?:den )?(?:kontakt herstellen|bekannt machen|bekanntmachen|\
            vernetzen|einander vorstellen)
        (?:stelle|stellen|stell) (?:ich |wir )?(?:euch|sie|dich|dir) (?:gern|gerne) … vor
        (?:stelle|stellen|mache|machen) (?:ich |wir )?(?:gern|gerne) (?:den kontakt|euch)
        (?:solltest|sollten|sollte|müsstest|müssen) (?:du |sie |ihr |unbedingt |\
            mal )*(?:\w+ ){0,3}kennenlernen
        bringe (?:ich )?(?:sie|dich|euch) (?:gern|gerne)? ?(?:mit \w+ )?(?:zusammen|in kontakt)
        """,
        "introduction_made": r"""
        \(?in (?:cc|kopie)\)?|ich nehme … (?:in kopie|in cc|mit rein|dazu)
        (?:darf|möchte) ich (?:dir|ihnen|euch) … vorstellen
        (?:euch|sie|dich|ihn|beide) (?:beide |alle )?(?:in|ins) (?:kopie|cc) (?:gesetzt|genommen)
        (?:ihre|deine|eure) (?:nummer|kontaktdaten|adresse|daten|telefonnummer|handynummer|\
            visitenkarte) … (?:gegeben|weitergegeben|weitergeleitet)
        (?:hiermit|somit) (?:stelle|bringe|mache|verbinde) ich
        in (?:kopie|cc) (?:ist|sind|finden|findest|steht) … (?:von der ich|der|die|mein|meine)
        """,
        "not_before": r"""
        (?:keinen sinn|unmöglich|ausgebucht|voll|eingefroren|ausgelastet|dicht) … (?:vor|bis|\
            bis zum)
        (?:bis|bis zum|bis ende|bis mitte|bis anfang) … (?:ausgebucht|voll|eingefroren|\
            ausgelastet|dicht|keine zeit)
        (?:melden|meldet|meld|schreiben|schreibt|rufen|fragen) (?:sie |ihr |euch |dich |sich |\
            mich |uns |bitte |doch |gern |gerne |einfach )*(?:im|ab|nach|anfang|ende|\
            mitte)(?= (?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|\
            november|dezember|frühjahr|frühling|sommer|herbst|winter|neuen jahr|ostern|weihnachten))
        (?:verschieben|warten|vertagen) … (?:auf|bis|bis nach)
        (?:nicht|nichts) vor
        vor (?!allem|ort|kurzem|langem|dem|der|einer|einem|zwei|drei)… (?:geht|wird|passiert|ist|\
            haben|können|kann|brauchen|braucht|machen|macht) … (?:nichts|nicht|kein\w*|unmöglich)
        (?:frühestens|erst|erst wieder) (?:im|ab|nach|in|am|mitte|ende|anfang|wieder)
        (?:melden|meldet|meld|rufen|schreiben|fragen|kommen|versuchen|reden|sprechen|\
            telefonieren) (?:sie |wir |uns |sich |mich |nochmal |es |gern |gerne |bitte |\
            doch )*(?:im|nach|ab|mitte|anfang|ende) … (?:wieder|nochmal|noch mal|nochmals|erneut|\
            an|reden|sprechen|darüber)
        (?:lassen sie uns|lass uns|lasst uns) (?:im|nach|ab|mitte|anfang|ende) … (?:reden|\
            sprechen|telefonieren|schauen|anschauen)
        """,
        "no_longer_here": r"""
        (?:arbeitet|arbeite|ist|bin|tätig|beschäftigt) (?:\w+ ){0,2}?(?:nicht mehr|\
            nicht länger) (?:\w+ ){0,2}?(?:bei uns|hier|für uns|in unserem|im haus|im unternehmen|\
            bei der|in der firma|tätig|beschäftigt)
        (?:hat|habe|haben|wird|werde) (?:das|die|den|unser|unsere|unseren) (?:unternehmen|firma|\
            betrieb|haus|team|büro) … (?:verlassen|verlasse)
        (?:ausgeschieden|in (?:den ruhestand|rente) gegangen)
        (?:mein|ihr|sein) letzter (?:arbeitstag|tag)
        """,
        "refusal": r"""
        lassen … (?:wie (?:sie|es|er) ist|bleiben|sein)|lassen (?:[^ ]+ ){1,6}?wie (?:sie|es|er) ist
        (?:wird|wirds|wird's) … (?:nichts|nix) (?:mit|daraus|draus)
        (?:müssen|muss) (?:wir |ich )?(?:leider )?(?:absagen|verzichten|stornieren)
        (?:können|kann) … nicht (?:zusagen|umsetzen|beauftragen|annehmen)
        (?:eine|einen|die|den) (?:andere\w*|firma|anbieter|betrieb|handwerker) … (?:genommen|\
            gefunden|beauftragt|gewählt|gewechselt)
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
        """,
        "clients_first": r"""
        (?:arbeiten|arbeite|kaufen|kooperieren) (?:wir |ich )?(?:grundsätzlich |leider )?(?:nur|\
            ausschließlich) (?:mit|bei|von) … (?:referenz\w*|erfahrung|kunden)
        (?:nur|ausschließlich) mit (?:firmen|unternehmen|lieferanten|partnern|\
            betrieben) … (?:referenz\w*|erfahrung|kunden)
        (?:wenn|sobald|falls) (?:sie|du|ihr) … (?:ein paar|einige|erste|die ersten|mehr|weitere|\
            andere|genug) (?:kunden|referenzen|projekte)
        (?:kommen|melden|kommt|melde|komm) (?:sie |dich |euch |sich )*(?:wieder|\
            dann wieder), (?:wenn|sobald) … (?:haben|hast|habt|referenzen|kunden)
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
        (?:postfach|adresse|empfänger|e-mail-adresse|benutzer) (?:existiert nicht|unbekannt|\
            ist voll|voll|nicht gefunden|wurde nicht gefunden)
        zustellung (?:fehlgeschlagen|gescheitert|nicht möglich)
        unzustellbar
        """,
        "enclosed": r"""
        anbei|im anhang|angehängt|beigefügt|als anlage|in der anlage
        hier (?:ist|sind|kommt|kommen|die|das|der|nochmal)
        wie (?:versprochen|besprochen)
        """,
        "withdrawn": r"""
        (?:hat|haben) sich (?:\w+ )?erledigt|schon erledigt|bereits erledigt
        (?:brauche|brauchen|benötigen|benötige) … nicht mehr
        nicht mehr (?:nötig|notwendig|erforderlich)
        (?:vergiss|vergessen sie) (?:die|meine|das|es)
        (?:habe|haben) (?:es |ich |wir |das |selbst |schon )*(?:gelöst|hinbekommen|selbst gefunden)
        """,
    },
    unless={
        "thanks": r"""
        im voraus
        """,
        "praise": r"""
        wäre|wären|würde|nicht(?! wieder)|hoffe|schönes|schönen
        """,
        "complaint": r"""
        (?:keine?|nicht|nie) (?:beschwer|reklam|enttäusch|fehler)\w*
        falls
        """,
        "introduction_offered": r"""
        (?:kannst|könntest|können|könnten|könntet) (?:du|sie|ihr)
        """,
        "out_of_office": r"""
        (?:waren|warst|sind) (?:sie|du|ihr)
        """,
    },
    campaign=r"""
        (?:hier |newsletter |vom newsletter )abmelden|abbestellen|abzumelden|abmeldelink
        (?:im|in ihrem|in deinem) browser (?:ansehen|öffnen|anzeigen|lesen)
        sie erhalten diese (?:mail|e-mail|email|nachricht|newsletter)
    """,
    short_forms="hr fr herr dr prof dipl ing str nr ca z.b z b u.a bzw usw "
    "etc evtl ggf inkl exkl zzgl tel abs d.h std min st max ust mwst kfm",
)
