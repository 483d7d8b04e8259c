"""German, as clients and owners write it."""

from passo.engine.signals.tellings.german import KINDS, UNLESS
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
    kinds=KINDS,
    unless=UNLESS,
    campaign=r"""
        (?:hier |newsletter |vom newsletter )abmelden|abbestellen|abzumelden|abmeldelink
        (?:im|in ihrem|in deinem) browser (?:ansehen|öffnen|anzeigen|lesen)
        sie erhalten diese (?:mail|e-mail|email|nachricht|newsletter)
    """,
    short_forms="hr fr herr dr prof dipl ing str nr ca z.b z b u.a bzw usw "
    "etc evtl ggf inkl exkl zzgl tel abs d.h std min st max ust mwst kfm",
)
