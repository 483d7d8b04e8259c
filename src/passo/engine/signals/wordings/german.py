"""German, as clients and owners write it."""

from passo.engine.signals.pledges import german as pledges
from passo.engine.signals.tellings.german import KINDS, UNLESS
from passo.engine.signals.wording import Wording

GERMAN = Wording(
    code="de",
    lists=pledges.LISTS,
    asks=r"""
        ^(?:bitte )?(?:schau|schaut|schauen sie) (?:bitte |doch |mal |kurz )*(?:\w+ )?(?:drauf|\
            drüber|rein)
        (?:wäre|fände) (?:ich |es |das )?(?:sehr |wirklich |ganz )?(?:gut|schön|toll|super|\
            hilfreich|nett|\
            lieb|prima|klasse)(?: von (?:ihnen|dir|euch))?,? (?:wenn (?:sie|du|ihr|ich|wir|man|uns|\
            mir)|\
            zu wissen|zu erfahren)
        über (?:ein|ihr|euer|dein|einen|eine|ihre) … (?:würde|würden|freue|freuen) (?:ich|\
            wir) (?:mich|uns)
        (?:bräuchte|brauche|bräuchten|brauch) (?:ich |wir )?(?:noch )?von (?:euch|dir|ihnen)
        (?:mir|uns) (?:fehlt|fehlen) (?:noch )?(?:von (?:dir|euch|ihnen)|ihr\w*|dein\w*|eur\w*)
        sag(?:t|ts|en sie|)? (?:mir|uns)s?,? (?:was|wann|wie|ob|wo)
        ^ruf(?:t)? (?:mich|uns) (?:bitte|doch|mal|kurz|an|zurück)
        ^(?:bitte )?rufen sie (?:mich|uns) (?:bitte |doch |kurz |mal )*(?:zurück|an)
        ^(?:schicken|senden|mailen|geben|nennen) sie (?:mir|uns)
        (?:schickst|sendest|gibst|sagst|mailst|bringst) du (?:mir|uns)
        (?:möchte|will|wüsste) (?:gern |gerne )?wissen
        über (?:eine|ihre|deine|eure) … (?:rückmeldung|antwort|nachricht)
        (?:hätte|hätten) (?:ich |wir )?(?:gern|gerne) (?:einen|eine|ein) (?:termin|angebot|\
            rückruf|preis|auskunft)
        wäre es möglich
        (?:was|wos) kost
        (?:magst|kannst|könntest|würdest|tätst|tätest) (?:du )?(?:mir|uns)
        (?:bräuchte|brauche|bräuchten|benötige|brauchen|benötigen) … (?:preis|angebot|hausnummer|\
            kostenvoranschlag|richtwert|info|auskunft|richtpreis)
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
        \w{2,}t ihr(?! euch)
        (?:(?:hallo|hi|moin|servus|guten tag|und)[, ]+)?(?:findet|bleibt|bleibts|darf|dürfen|\
            muss|kann|soll|geht|gehts|gilt|klappt|klappts|gibts|ist|sind|war|wäre|wird|hat|\
            braucht|reicht|nehmen|machen|haben|brauchen) (?:ich|wir|sie|es|er|das|der|man|ihr|\
            mein\w*|unser\w*|auch \d)
        (?:(?:hallo|hi|moin|servus|guten tag|und)[, ]+)?(?:bleibts|gehts|gibts|klappts) (?:bei|\
            auch|noch|schon|am|um|morgen)
        welche\w* (?:würde\w*|nehm\w+|soll\w*)|wie (?:hoch|groß|weit|teuer)
        (?:(?:hallo|hi|moin|servus|guten tag|und|aber)[, ]+)?(?:was|wann|wie viel|wieviel|\
            wie lange|wie|wo|wer|welche\w*|ab wann) (?:kosten|kostet|können|könnten|kann|könnt|\
            machen|macht|ist|sind|war|waren|hieß|heißt|würde|hätten|haben|habt|soll|sollen|wäre|\
            nehmt|nehmen|geht|gibt|muss|darf|dauert|kommt|kommen|lange|viel|viele|oft)
        (?:(?:hallo|hi|moin|servus|guten tag|und)[, ]+)?(?:haben sie|habt ihr|hast du|können sie|\
            könnt ihr|kannst du|könnten sie|könntet ihr|könntest du|macht ihr|machen sie|gibt es|\
            passt|geht das|ist das|könnte ich|kann ich|sind bei|ist bei|sind mein\w*|ist mein\w*)
        ist das (?:normal|ok|okay|möglich|richtig|in ordnung|so)|soll(?:en)? (?:ich|wir)
        (?:(?:hallo|hi|moin|servus)[, ]+)?\w{3,}st du(?! (?:\w+ )*(?:kommst|willst|magst),)
    """,
    chat=r"""
        (?:haben|habt) (?:sie )?(?:noch )?(?:einen schönen|ein schönes|eine schöne) (?:tag|abend|\
            woche\w*|zeit)
        (?:machen|nehmen) sie sich (?:keine|ruhig|zeit|die zeit)
        kann ich (?:gut |gar |nur )?(?:verstehen|nachvollziehen|bestätigen|nicht)
        war das (?:ein|eine)
        was (?:täten|würden|würde|tät|machten) (?:wir|ich) (?:bloß |nur )?ohne
        ist das (?:eine|die) art
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
    vows=pledges.VOWS,
    dated_vows=pledges.DATED_VOWS,
    marked_vows=pledges.MARKED_VOWS,
    goes_on=pledges.GOES_ON,
    offers=pledges.OFFERS,
    waits=pledges.WAITS,
    soon=pledges.SOON,
    unsaid=pledges.UNSAID,
    unsure=pledges.UNSURE,
    negated=pledges.NEGATED,
    turns=pledges.TURNS,
    deeds=pledges.DEEDS,
    kinds=KINDS,
    unless=UNLESS,
    campaign=r"""
        (?:hier |newsletter |vom newsletter )abmelden|abbestellen|abzumelden|abmeldelink
        (?:im|in ihrem|in deinem) browser (?:ansehen|öffnen|anzeigen|lesen)
        sie erhalten diese (?:mail|e-mail|email|nachricht|newsletter)
    """,
    short_forms="hr fr herr dr prof dipl ing str nr ca z.b z b u.a bzw usw "
    "etc evtl ggf inkl exkl zzgl tel abs d.h st max ust mwst kfm",
)
