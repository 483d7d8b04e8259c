"""German, as owners type it. Patterns are folded: “übermorgen” is written “ubermorgen”."""

from passo.engine.capture.tongue import Cue, Tongue

WHEN = (
    r"(?: (?:fruh|vormittag|mittag|nachmittag|abend|nacht|morgen|morgens|abends|nachmittags|"
    r"vormittags|noch))*"
)

WEEKDAYS = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag")
PARTS = ("", "s", "fruh", "morgen", "vormittag", "mittag", "nachmittag", "abend", "nacht")

GERMAN = Tongue(
    code="de",
    marks=(
        "der die das den dem ein eine einen mit und fur von vom beim zu im am bis ich wir er sie "
        "ihm ihr ihn hat habe ist war nicht auf an gestern heute morgen woche nachste nachsten "
        "anrufen angerufen telefoniert getroffen schicken frau herr herrn angebot will braucht "
        "euro wegen aus in mir per nach sich gemailt geschrieben anrufen zuruckrufen uhr ab"
    ),
    weekdays=" ".join("|".join(f"{day}{part}" for part in PARTS) for day in WEEKDAYS).replace(
        "samstag|", "samstag|sonnabend|"
    ),
    months="januar|jan|janner februar|feb marz|maerz april|apr mai juni|jun juli|jul august|aug "
    "september|sept|sep oktober|okt november|nov dezember|dez",
    counts={
        "ein paar": 3,
        "ein": 1,
        "eine": 1,
        "einem": 1,
        "einer": 1,
        "zwei": 2,
        "drei": 3,
        "vier": 4,
        "funf": 5,
        "fuenf": 5,
        "sechs": 6,
        "sieben": 7,
        "acht": 8,
        "neun": 9,
        "zehn": 10,
        "zwolf": 12,
        "vierzehn": 14,
    },
    units={
        "tag": "day",
        "tage": "day",
        "tagen": "day",
        "tg": "day",
        "wo": "week",
        "woche": "week",
        "wochen": "week",
        "monat": "month",
        "monate": "month",
        "monaten": "month",
        "jahr": "year",
        "jahren": "year",
    },
    offsets={
        "ubermorgen": 2,
        "uebermorgen": 2,
        "morgen": 1,
        "heute": 0,
        "heut": 0,
        "vorgestern": -2,
        "gestern": -1,
    },
    by="bis|bis zum|bis zu|bis spatestens|spatestens|vor|bis spatestens am|spatestens am",
    on="am|ab|seit|vom|fur|zum|von",
    dates=(
        ("offset", rf"(?:(?P<by><by>) )?(?:(?:ab|fur|von) )?(?P<offset><offset>){WHEN}"),
        (
            "weekday",
            (
                r"(?:(?P<by><by>) )?(?:(?:am|ab|den|zum|fur) )?(?:(?P<which>(?:uber)?nachsten?r?|"
                r"kommenden?r?|"
                rf"letzten?r?|diesen?r?|vergangenen?r?) )?(?P<weekday><weekday>){WHEN}"
            ),
        ),
        (
            "weekday",
            (
                r"(?:(?P<by>bis zum)|am|(?P<which>nachstes|letztes|dieses)) "
                r"(?P<saturday>wochenende)"
            ),
        ),
        ("ahead", r"(?:in|binnen|innerhalb von) (?P<count><count>) (?P<unit><unit>)"),
        ("ago", r"vor (?P<count><count>) (?P<unit><unit>)"),
        (
            "next",
            (
                r"(?:(?P<by><by>) )?(?:(?:in der|im|zur) )?(?:(?P<over>uber)?nachste[nrs]?|"
                r"kommende[nrs]?|(?P<over2>ueber)?naechste[nrs]?) (?P<unit>woche|monat|jahr)"
            ),
        ),
        (
            "last",
            (
                r"(?:(?:in der|im) )?(?:letzte[nrs]?|vergangene[nrs]?|vorige[nrs]?) "
                r"(?P<unit>woche|monat|jahr)"
            ),
        ),
        (
            "end",
            (
                r"(?:(?P<by><by>) )?(?:am |zum )?ende (?:der |des |diese[rs] )?(?P<unit>woche|"
                r"monats|"
                r"monat|jahres|jahr)"
            ),
        ),
        ("end", r"(?:(?P<by><by>) )?(?:noch )?diese (?P<unit>woche)"),
        ("end", r"(?:(?P<by><by>) )?(?:zum |am )?(?P<whole>monatsende|jahresende|wochenende)"),
        ("part", r"(?:(?P<by><by>) )?(?P<part>anfang|mitte|ende) (?P<month><month>)"),
        (
            "day",
            (
                r"(?:(?P<by><by>) )?(?:(?:am|ab|den|zum|dem|vom) )?(?P<day>\d{1,2}) \. "
                r"(?P<month><month>)(?: (?P<year>20\d\d))?"
            ),
        ),
        ("day", r"(?:(?P<by>bis zum|bis)|am|ab|den|zum) (?P<day>\d{1,2}) \."),
        ("month", r"(?:(?P<by>bis|vor|bis zum) |im |ab |fur )(?P<month><month>)"),
        ("season", r"(?:im|vor dem|bis zum) (?P<season>fruhjahr|fruhling|sommer|herbst)"),
        ("feast", r"(?P<by>vor|bis|nach) (?P<feast>ostern|weihnachten)"),
        ("new_year", r"im neuen jahr|nachstes jahr"),
        (
            "time",
            (
                r"(?:um|gegen|ab) \d{1,2}(?:[:.]\d\d)?(?: uhr)?|\d{1,2}(?:[:.]\d\d)? uhr|"
                r"heute noch"
            ),
        ),
    ),
    cues=(
        Cue(
            "call",
            "both",
            r"mit (?:\S+ ){1,6}?(?:geredet|gequatscht|geplaudert|geschnackt|gesprochen)",
        ),
        Cue(
            "mail",
            "out",
            r"(?:rechnung|angebot|vertrag|mail) an (?:\S+ ){1,4}?(?:raus|verschickt|"
            r"geschickt|gesendet|gemailt)",
        ),
        Cue(
            "message",
            "in",
            r"(?:sms|nachricht|whatsapp|sprachnachricht) von (?:\S+ ){1,4}?"
            r"(?:bekommen|erhalten)",
        ),
        Cue(
            "message",
            "out",
            r"(?:habe?|haben) (?:\S+ ){1,6}?per (?:whatsapp|sms|nachricht) "
            "(?:geschickt|geschrieben)",
        ),
        Cue(
            "message",
            "in",
            r"hat (?:\S+ ){1,6}?per (?:whatsapp|sms|nachricht) (?:geschickt|"
            "geschrieben)",
        ),
        Cue("call", "out", r"nicht erreicht|nicht drangegangen"),
        Cue(
            "meeting",
            "both",
            r"mit (?:\S+ ){1,4}?(?:essen|zusammengesessen|kaffee trinken) (?:gewesen)?|"
            r"mit (?:\S+ ){1,6}?(?:getrunken|gegessen|zusammengesetzt)",
        ),
        Cue("visit", "out", r"(?:war|waren) (?:\S+ )?(?:bei|beim)"),
        Cue(
            "message",
            "in",
            r"(?:whatsapp|sms|nachricht) von|hat (?:\S+ ){0,5}?(?:sms|nachricht|"
            r"whatsapp) (?:\S+ )?(?:geschickt|geschrieben)",
        ),
        Cue("message", "out", r"(?:whatsapp|sms|nachricht) an"),
        Cue(
            "call",
            "in",
            r"(?:hat|haben) (?:\S+ ){0,4}?(?:angerufen|sich gemeldet|zuruckgerufen)|"
            r"hat sich (?:\S+ )?gemeldet|rief (?:\S+ ){0,4}?(?:an|zuruck)|anruf von",
        ),
        Cue(
            "call",
            "both",
            r"telefoniert|telefonat mit|video ?- ?(?:call|anruf) mit|videocall mit|"
            r"gesprochen|zoom mit|am telefon mit|gesprach mit",
        ),
        Cue("call", "out", r"angerufen|zuruckgerufen"),
        Cue("letter", "out", r"brief an|brief (?:\S+ ){0,4}?(?:verschickt|geschickt)"),
        Cue("letter", "in", r"brief von|post von"),
        Cue(
            "mail",
            "in",
            r"(?:e - )?(?:mail|email) von|hat (?:\S+ ){0,4}?(?:geschrieben|gemailt|"
            r"geantwortet)|schrieb|hat per mail|per mail",
        ),
        Cue(
            "mail",
            "out",
            r"(?:mail|email) an|gemailt|angeschrieben|geschrieben|geschickt|"
            r"verschickt|geantwortet",
        ),
        Cue(
            "visit",
            "in",
            r"war(?:en)? (?:\S+ ){0,3}?(?:im laden|da|bei mir|bei uns|hier|in der "
            r"werkstatt|im geschaft)|(?:vorbeigekommen|kam (?:\S+ ){0,2}?vorbei)|hat (?:\S+ ){0,3}?"
            r"gebracht|besuch von",
        ),
        Cue(
            "visit",
            "out",
            r"besucht|vorbeigefahren|(?:beim|bei) (?:\S+ ){1,4}?(?:gewesen|"
            r"vorbeigeschaut)|besuch bei|vorbeigeschaut",
        ),
        Cue(
            "meeting",
            "both",
            r"getroffen|kennengelernt|kennen gelernt|gesehen|kaffee getrunken|"
            r"gegessen mit",
        ),
        Cue(
            "meeting",
            "both",
            r"(?:mittagessen|abendessen|kaffee|besprechung|treffen|meeting|essen|"
            r"fruhstuck|termin) mit",
            weak=True,
        ),
    ),
    places=r"(?:auf|an|in|im|am) (?:der |dem )?(?:messe|markt|baustelle|laden|buro|werkstatt|"
    r"stand|fest|cafe|veranstaltung|schule)|personlich",
    before_name=(
        "mann bruder schwester sohn tochter kollege kollegin partner mit von vom beim bei an "
        "frau herr herrn und fur zu zum zur der den die dem fragt anrufen "
        "habe hab klingeln ruckruf ich sehe treffe an kontakt"
    ),
    after_name=(
        r"(?:hat|ist|war|will|braucht|mochte|schickt|ruft|rief|schrieb|meldet|bringt|kommt|sagt|"
        r"baut|bedankt|versprach|zuruckrufen|anrufen|schreiben|kennengelernt|getroffen|besucht|"
        r"angerufen|und|wegen|von|aus|fragt|zahlt)"
    ),
    first_met=r"kennengelernt|kennen gelernt|neue[rn]? (?:kontakt|kunde|kundin|interessent)|"
    r"getroffen|interessent",
    titles="frau fr herr herrn hr dr prof dipl ing",
    belongs="von vom aus bei der",
    also_words=(
        "freitag montag sommer winter klein koch lange konig weiss schafer wagner fuchs wolf hahn "
        "busch keller maier braun richter becker vogt fischer muller schneider schmied bauer "
        "kaiser "
        "herzog jung gross schwarz stein berg bach baum vogel lang kurz roth reich sonntag mai "
        "august winkler kraft engel blum rose zimmermann neumann baumann krause hofmann pohl "
        "garten "
        "metall druck sanitar kuchen solar logistik hofladen kanzlei agentur blumen holzbau cafe "
        "kalte pension reisen praxis textil weine event fenster verein brillen optik backerei "
        "gasthof hotel bau dach immobilien mark ernst erika rosa viola heide sonne linde"
    ),
    small=(
        "der die das den dem des ein eine einen einem einer und oder aber mit von vom beim bei zu "
        "zum zur im am in an auf bis fur aus nach vor ich wir er sie es ihm ihr ihn uns mir mich "
        "hat habe haben ist war sind nicht kein keine gestern heute morgen ubermorgen woche monat "
        "tag angebot rechnung termin mail brief anruf plan will braucht dass wegen noch nur auch "
        "neuer neue kontakt euro uhr mein meine sein seine wenn als"
    ),
    places_before="strasse hotel platz weg gasse",
    acts=(
        r"anzurufen|zuruckzurufen|ruckruf|hinfahren|hingehen|tel|"
        r"\S*(?:anrufen|rufen|schicken|schreiben|probieren|erledigen|einrichten|mitnehmen|"
        r"vorbeischauen|einplanen|kummern|weiterleiten|uberweisen|verschicken|mahnen|buchen|"
        r"aufmachen|messen|checken|fertigmachen|rausschicken|antworten|fragen|zusagen|mailen|"
        r"liefern|holen|"
        r"bringen|zeigen|kaufen|machen|bestellen|treffen|besuchen|ansehen|nachhaken|nachfragen|"
        r"versuchen|streichen|ausmachen|senden|prufen|melden|danken|geben|planen|bezahlen|zahlen|"
        r"abholen|einladen|erinnern|vorbereiten|klaren|bauen|kalkulieren|drucken|besprechen|"
        r"schneiden|reparieren|montieren|einkaufen|unterschreiben|anbieten|sprechen|reden|"
        r"vereinbaren|vorbeifahren|vorbeikommen|vorbeibringen|fahren|gratulieren|bedanken)|"
        r"angebot|termin|entwurf|aufmass|antwort|ruckmeldung|unterlagen|ruckruf|rechnung|muster"
    ),
    must=r"nicht vergessen :?|erinnerung :|(?:ich |wir )?(?:muss|mussen|soll|sollen|sollte|will|"
    r"mochte|werde|werden)|bitte|(?:und |"
    r"dann )|(?<=, )ich(?= \S+e )|noch",
    ours=(
        r"(?:ich |wir )?(?:habe?|haben)(?= (?:\S+ ){1,12}?versprochen )|versprochen|"
        r"zugesagt(?: , dass)?|(?:ich )?(?:habe? )(?:\S+ ){1,5}?gesagt , dass|"
        r"versprach ich(?: \S+)?"
    ),
    theirs=(
        r"(?:er |sie )?hat(?= (?:\S+ ){0,6}?(?:versprochen|zugesagt) )|hat (?:versprochen|"
        r"zugesagt) ,?|"
        r"(?=(?:er|sie|kommt) (?:kummert|macht|kommt|holt|liefert|baut|\S+ und) )|(?=kommt (?:er|"
        r"sie|\S+ (?:und|vorbei|zum|zur)) )|"
        r"(?=(?:er|sie) (?:meldet|schickt|stellt|gibt|bringt|ruft|zahlt|kommt|sagt) )|"
        r"(?=schickt (?:mir|uns) )|(?=ruft (?:\S+ ){0,3}?(?:an|zuruck) )|(?=bringt (?:\S+ ){0,4}?"
        r"vorbei )|(?:hat (?:mir|uns) (?:\S+ ){0,4}?)?versprach ,?|(?=baut )|"
        r"(?=meldet sich )|hat (?:mir|uns) (?:\S+ ){0,6}?versprochen|(?=gibt (?:mir|uns) )"
    ),
    wants=(
        r"will|wollte|uberlegen|braucht|mochte|ist|sind|gefallen|tropft|lauft|keiner da|bestellt|"
        r"wunscht|sucht|"
        r"kennt|kannte|fragt nach|bedankt|abgesagt|offen"
    ),
    papers=r"\S*(?:angebote?|rechnung|offerte|kostenvoranschlag)",
    joins="und dann",
    nouns_are_capital=True,
)
