"""What promises in German, and what makes it none."""

from passo.engine.signals.pledges.forms import either, german_i

VERBS = (
    "schicken senden mailen bringen kommen liefern zahlen bezahlen machen bestellen reparieren "
    "montieren holen erledigen kümmern bereiten prüfen klären fragen antworten melden reichen "
    "leiten stellen vereinbaren beginnen starten installieren tauschen unterschreiben geben "
    "bestätigen erstellen bauen richten schauen legen werfen setzen streichen putzen reinigen "
    "waschen bügeln nähen kürzen schneiden mähen pflanzen pflastern fliesen verlegen verputzen "
    "dämmen lackieren schleifen schweißen löten bohren schrauben kleben messen ausmessen "
    "zeichnen entwerfen planen drucken binden übersetzen korrigieren überarbeiten ändern "
    "anpassen ergänzen aktualisieren buchen verbuchen abrechnen rechnen erstatten begleichen "
    "einzahlen überweisen reservieren blockieren besorgen kaufen packen verpacken verschicken "
    "versenden laden räumen entsorgen entfernen wechseln ersetzen füllen warten backen kochen "
    "servieren decken informieren benachrichtigen erinnern telefonieren besuchen begutachten "
    "kontrollieren testen veröffentlichen freischalten einrichten übergeben zeigen erklären "
    "beantworten abstimmen organisieren vorbereiten unterzeichnen erfassen"
)
INFINITIVES = either(
    (
        VERBS + " vorbeikommen vorbeibringen vorbeischauen anrufen zurückrufen anfangen abholen "
        "nachfragen weiterleiten austauschen aufbauen einbauen fertigstellen fertigmachen "
        "fertigbekommen ausstellen mitteilen nachreichen einreichen zuschicken zusenden "
        "zurückgeben mitbringen rüberschicken ausliefern abgeben durchgeben hochladen vorlegen "
        "losschicken rausschicken ansehen anschauen schreiben sagen tun losfahren "
        "einsetzen umbauen vorstellen"
    ).split()
)
LISTS = {
    "to_do": INFINITIVES,
    "i_do": german_i(VERBS.replace(" warten", "").replace(" planen", "").replace(" rechnen", "")),
    "no_verb": "und|dass|ob|wenn|weil|wie|was|hab|hatt|war|bin|kann|muss|will|darf|soll|mag|weiß|"
    "glaub|denk|find|hoff|brauch|dann|doch|auch|nur|aber|oder|als|damit|bevor|bis|seit|nachdem|"
    "obwohl|wo|wer|wann|warum|welch\\w+|sondern|kenn|dank|wünsch|freu|wohn|fahr|flieg|geh|bleib|"
    "arbeit\\w*|nehm|heirat|konnt|wollt|würd|werd|wär|hätt|sobald|sofern|falls|solang|sah|kam|"
    "ging|fand|"
    "schrieb|blieb|rief|nahm|gab|sprach|traf|las|fuhr|bekam|ließ|hielt|stand|lag|saß|half|"
    "dacht|den|dem|der|"
    "das|die|noch|schon|gestern|heute|morgen|jetzt|vorher|meld\\w*|versuch|probier|plan|rechn|"
    "erwart|schlaf|komm nicht|feier|treff|such|wart|dacht|meint|sagt",
    "goods": "angebot|kostenvoranschlag|preis|rechnung|paket|geld|betrag|überweisung|zahlung|"
    "lieferung|ware|sendung|zeichnung|zeichnungen|entwurf|plan|pläne|unterlagen|vertrag|muster|"
    "bilder|fotos|liste|bestellung|bericht|gutachten|auftrag|anzahlung|restbetrag|rest|"
    "schlüssel|kopie|regal|gerüst|heizung|küche|bad|zaun|dach|seite|webseite|website|torte|"
    "kuchen|texte|text|übersetzung|protokoll|daten|dateien|datei|möbel|ergebnis|termin|alles|es",
    "at_yours": "bei (?:ihnen|euch|dir)|(?:im|in|auf|an) (?:\\w+ )?(?:ihrem|ihrer|deinem|deiner|"
    "eurem|eurer|briefkasten|postfach|posteingang|konto)|vor ort|da|"
    "vor (?:der|ihrer|deiner|eurer) (?:tür|haustür)|in der post",
    "ours": "kolleg\\w+|monteur\\w*|techniker\\w*|fahrer\\w*|mitarbeiter\\w*|lehrling|geselle|"
    "chef|chefin|partner|bruder|mann|frau|sohn|tochter|vater|steuerberater|buchhaltung|"
    "buchhalterin|büro|team|leute|jungs|elektriker|installateur|spediteur|kurier|spedition",
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
    "lese|überlege|trage|nehme|heirate|schließe|esse|spiele|akzeptiere|bespreche|rede|"
    "spreche",
    "idle": "haben|hatten|waren|sind|würden|hätten|wären|können|könnten|sollten|sollen|"
    "wollten|wollen|möchten|müssen|dürfen|brauchen|benötigen|suchen|hoffen|feiern|dachten|"
    "denken|ziehen|treffen|fahren|fliegen|warten|sehen|wissen|freuen|hören|heiraten|"
    "schließen|grillen|öffnen|essen|spielen|bleiben|reisen|nehmen|akzeptieren|bitten|danken|"
    "finden|wünschen|erwarten|haetten|planen|arbeiten|wohnen|sitzen|kennen|meinen|glauben|"
    "kommen wir nicht|werden",
}

VOWS = r"""
    (?:werde|werden wir|wir werden|ich werde) (?:<you>|mich|uns|es|das|die|den|am|bis|heute|\
        morgen|gleich|noch|dann|im|nächste) … (?:<deed>|<to_do>)
    (?:werde|werden wir|wir werden|ich werde) (?:<deed>|<to_do>)
    (?:melde|melden|meld) (?:ich |wir )?(?:mich|uns)(?! (?:über|an))
    (?:ich )?(?:melde|meld) mich
    (?:gebe|sage) (?:[^ ]+ ){0,6}?bescheid
    (?:wir (?:geben|sagen)|(?:geben|sagen) wir|geb (?:dir|ihnen|euch)) (?:[^ ]+ ){0,5}?bescheid
    (?:ich|wir) (?:verspreche|versprechen|garantiere|garantieren|sichern|sichere)
    (?:schreibe|(?!(?:<idle_i>)\b|schulde)\w{3,}e) ich (?:<you>) (?:\w+ ){0,3}?noch(?! (?:nicht|\
        nie|was))
    ich (?:schreibe|(?!(?:<idle_i>)\b|schulde)\w{3,}e) (?:<you>) (?:\w+ ){0,3}?noch(?! (?:nicht|\
        nie|was))
    (?:bringe|repariere|besorge|reserviere|installiere|montiere|tausche) ich (?:es |sie |\
        ihn )?(?:<you>)
    ich (?:bringe|repariere|besorge|reserviere|installiere|montiere|tausche) (?:es |sie |\
        ihn )?(?:ihnen|\
        dir|euch)
"""

DATED_VOWS = r"""
    (?:wird|werden) (?:<you>) (?:\w+ ){0,5}?\w*ge\w+(?:t|en)
    (?:dürfen|dürft|darfst|könnt|kannst) (?:\w+ ){0,5}?rechnen
    (?:erfahren|erfährst|erfahrt) (?:sie|du|ihr)
    (?:das geld|alles|es|ihn) (?:sehen|siehst|seht) (?:sie|du|ihr)
    (?:großes )?ehrenwort|versprochen ist versprochen
    (?:liegt|liegen|steht|stehen) (?:[^ ,]+ ){0,6}?bereit
    liegt (?:er|sie|es|das) (?:im|in|auf|bei)
    (?:hab|habe|haben) (?:ich|wir) (?:\w+ ){0,5}?dabei
    kommen? (?:sie|es|er) … (?:zu|bei) (?:ihnen|euch|dir)
    (?:bekommst|kriegst|hast) (?:du )?(?:dein\w*|das|die|den|alles)
    (?:und )?(?:klingle|klingele|läute|hock|sitz)
    gib mir (?:noch )?(?:zeit )?bis|geben sie mir (?:noch )?(?:zeit )?bis
    kommt (?:die|der|das|mein\w*|unser\w*) \w+ (?:rauf|rein|raus|zu ihnen|zu dir|zu euch)
    (?:bezahlt|geliefert|gezahlt|überwiesen|montiert|verschickt|abgerechnet) wird
    (?:steht|stehen|liegen|hängen|landen) (?:\w+ ){0,3}?(?:in|auf|bei) (?:ihr\w+|dein\w+|eur\w+|\
        dir|ihnen|euch)
    der (?:\w+ )?rest bis
    (?!(?:<no_verb>)\b)\w{2,}(?<![te]) ich|(?:<i_do>) ich
    (?:auf mich|darauf|drauf) verlassen
    verlass dich (?:drauf|darauf)
    ich (?:<i_do>)
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
    (?:<goods>) … (?:trifft|treffen|geht|gehen|kommt|kommen|folgt|liegt|liegen|ist|sind|landet|\
        wird|werden) … (?:<at_yours>|raus|ab|per (?:mail|post)|ein|zu (?:ihnen|euch|dir)|rüber|\
        ausgeliefert|zugestellt|verschickt|versandt|versendet|geliefert|fertig|montiert|geändert)
    wird … (?:ausgeliefert|zugestellt|versandt|versendet|beglichen|angewiesen|montiert|eingebaut|\
        gemacht|geschickt|bearbeitet|gezahlt|abgeholt|geändert|gereinigt|gestrichen|umgesetzt)
    (?:liegt|liegen|ist|sind|trifft|landet|landen|steht) (?:\w+ ){0,5}?(?:<at_yours>)
    bis [^,]{3,20} (?:steht|ist|sind|hängt|läuft) (?:das|die|der|alles|es|ihr\w*|dein\w*)
    (?:bekommen|bekommst|bekommt|kriegst|kriegen|kriegt|erhalten|erhältst|erhaltet|hören|hörst|\
        hört|haben|hast|habt|wissen|weißt|wisst) (?:sie|du|ihr)(?! … (?:zeit|frist|frei)\b)
    ^(?:bekommst|kriegst|hast|kriegen|bekommen|haben|erhalten)(?: du| sie| ihr)? … bis
    können … mit (?:der|dem|den|einer|unserer|unserem) … rechnen
    (?:ich|wir) (?:habe|haben) (?:es )?(?:vor|geplant|eingeplant), … zu (?:<to_do>)
    (?:plane|planen|beabsichtige|beabsichtigen) (?:ich |wir )?… zu (?:<to_do>)
    (?:bin|sind) (?:ich|wir) … (?:<at_yours>)
    (?:ich|wir) (?:bin|sind) … (?:<at_yours>)
    (?:ich|wir) (?:bin|sind) (?!die ganze|den ganzen|immer|wieder)(?:\w+ ){1,4}da
    (?:suche|suchen) (?:ich|wir) (?:[^ ,;:]+ ){0,8}?(?:raus|heraus|zusammen)
    (?:kommt|schaut|ruft|geht) (?:morgen |dann )?(?:mein\w*|unser\w*|ein) (?:\w+ )?(?:<ours>)
    (?:nehme ich|ich nehme) … (?:vor|mit|maß\w*|in angriff)
    gibt(?:'s| es) (?:die|das|den|mein\w*|unser\w*)
    ich (?:schau|mach|ruf|meld|komm|bring|schick|hol|bau|leg|frag|stell|geb|überweis|kümmer|\
        bestell|schreib|werf|fang)
    (?:versprochen|garantiert)[.!]*$
    (?:schreibe ich|ich schreibe) … (?:zusammen|auf|ihnen|dir|euch)(?! (?:weil|wegen|um))
    (?:^|[,:-] ?|und |aber )(?:<i_do>)(?<=e)(?! (?:sie|ihr|mir|uns|bitte))
    (?:^|[,:-] ?|und )(?:schau|mach|ruf|meld|komm|bring|schick|hol|bau|leg|frag|stell|geb|\
        überweis|kümmer|bestell)(?! (?:bitte|doch|mir|uns|mal|sie|ihr)\b)
    (?:mein\w*|unser\w*|der|die|das) (?:<ours>) (?:\w+ )?(?:schaut|kommt|bringt|ruft|holt|liefert|\
        meldet|baut|macht|erledigt|schickt|zahlt|überweist|bezahlt|montiert|kommen|\
        übernimmt)
    (?:herr|frau) \w+ (?:kommt|schaut|meldet|ruft|bringt|holt|ist … bei)
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
"""

MARKED_VOWS = r"(?!)"

GOES_ON = r"""
    und (?:<now>)
    und \w+(?:e|en) (?:ihnen|dir|euch|es|das|sie|mich|uns|den|die)
"""

UNSAID = r"""
    (?<!bescheid, )wenn
    falls|sofern
    (?:nach|bei) (?:meiner |unserer )?rückkehr
    hängt (?:davon|vom|von)|kommt (?:drauf|darauf) an
    (?:sollten|solltest) (?:sie|du)
"""

UNSURE = r"""
    wieder \w+tag|wieder mittwoch
    montag bis|prozent|rabatt|kommt … aus|(?:meine|unsere) (?:eltern|familie)|neues auto
    (?:zahnarzt|arzt|(?:aus der|in die) werkstatt|urlaub|ferien|geburtstag|hochzeit|beerdigung|\
        schule|kindergarten|\
        kinder)
    (?:mache?|nehme?|habe|haben|machen|nehmen|bin|sind) (?:ich |wir )?… frei
    lade … ein|wieder da|bin … durch
    die ganze|den ganzen tag
    normalerweise|üblicherweise|meistens|meist|(?<!wie )immer|jeden(?! fall)|jede|jeweils|\
        \w+tags (?:von|\
        bis|ab)
    danach|hinterher
    habe ich(?! … vor)|ich habe(?! vor)|haben wir(?! … vor)|wir haben(?! vor)|hatte
    (?:haben|hast|habt|habe) … (?:zeit|frei|frist)
    hoffe|hoffen|hoffentlich
    versuche|versuchen|probiere|probieren
    vielleicht|eventuell|evtl|vermutlich|wahrscheinlich|möglicherweise
    würde|würden|könnte|könnten|sollte|sollten|(?<!die )(?<!der )wäre|hätte
    wollte|wollten
    (?:hat|haben|hatte) … (?:gesagt|versprochen|geschickt|gesendet|gemacht)
    meinte|sagte
"""

NEGATED = r"""
    nicht(?! später)|nix|nichts|nimmer|nie|kein|keine|keinen|keiner|niemand
"""

SOON = r"""
    so ?bald wie möglich|so schnell wie möglich|schnellstmöglich|baldmöglichst|umgehend|sofort
"""

WAITS = r"""
    sobald(?! wie möglich)|erst wenn|nachdem
"""

OFFERS = r"""
    (?:kann|können|könnte) (?:ich|wir) (?:[^ ,;:]+ ){0,7}?(?:<to_do>)
    (?:ich|wir) (?:kann|können) (?:[^ ,;:]+ ){0,7}?(?:<to_do>)
"""

TURNS = r"""
    und(?! \d)|aber|sondern
"""

DEEDS = {
    "pay": r"\w*zahl\w*|überweis\w*|begleich\w*|zahlung|überweisung",
    "call": r"anrufen|zurückrufen|rufe?n?|ruft|telefonier\w+",
    "come": r"\w*bring\w*|komm\w*|vorbeikommen|bin … da|sind … da",
    "answer": r"bescheid|meld\w+|hören|hört|antwort\w*|bestätig\w+|mitteilen|sagen?|klär\w+",
    "send": r"schick\w*|send\w*|mail\w*|\w*reich\w*|leit\w*|bekomm\w*|erh[aä]lt\w*|"
    r"haben|geben?|\w*kommen lassen",
}
