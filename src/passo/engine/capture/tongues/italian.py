"""Italian, as owners type it. Patterns are folded: “è” is written “e”."""

from passo.engine.capture.tongue import Cue, Tongue

WHEN = (
    r"(?: (?:di |nel |in )?(?:presto|mattina|pomeriggio|sera|mattinata|notte|pranzo|"
    r"tarda|prima|tardo|primo))*"
)
OF_DAY = r"(?:al|il|l '|alla|per il|per l '|entro il|entro l '|dal|prima del)"

ITALIAN = Tongue(
    code="it",
    marks=(
        "il lo la gli le di da con per che ho ha mi un una del della dal dalla al alla e ieri oggi "
        "domani entro fra tra fine vuole sentito chiamare parlato richiamare mandare devo sono "
        "stato passato settimana prossima scorso mail euro non dei delle nel ci gli visto i col "
        "dell all nell l"
    ),
    weekdays="lunedi martedi mercoledi giovedi venerdi sabato domenica",
    months="gennaio|gen febbraio|feb marzo|mar aprile|apr maggio|mag giugno|giu luglio|lug "
    "agosto|ago settembre|set ottobre|ott novembre|nov dicembre|dic",
    counts={
        "un paio di": 2,
        "un": 1,
        "una": 1,
        "uno": 1,
        "due": 2,
        "tre": 3,
        "quattro": 4,
        "cinque": 5,
        "sei": 6,
        "sette": 7,
        "otto": 8,
        "nove": 9,
        "dieci": 10,
        "quindici": 15,
        "venti": 20,
    },
    units={
        "giorno": "day",
        "giorni": "day",
        "gg": "day",
        "sett": "week",
        "settimana": "week",
        "settimane": "week",
        "mese": "month",
        "mesi": "month",
        "anno": "year",
        "anni": "year",
    },
    offsets={
        "dopodomani": 2,
        "dopo domani": 2,
        "domani": 1,
        "domattina": 1,
        "oggi": 0,
        "stamattina": 0,
        "stamani": 0,
        "stasera": 0,
        "stanotte": 0,
        "questa mattina": 0,
        "questo pomeriggio": 0,
        "questa sera": 0,
        "l ' altro ieri": -2,
        "altro ieri": -2,
        "l ' altroieri": -2,
        "altroieri": -2,
        "avantieri": -2,
        "ieri": -1,
    },
    by="entro|prima di|prima del|prima dell '|per|fino a|entro e non oltre",
    on="da|di|dal|a",
    dates=(
        ("offset", rf"(?:(?P<by><by>) )?(?P<offset><offset>){WHEN}"),
        (
            "weekday",
            (
                r"(?:(?P<by><by>) )?(?:(?:il|la|di|a|questo|questa) )?(?:(?P<before>prossimo|"
                r"prossima|"
                r"scorso|scorsa) )?(?P<weekday><weekday>)(?: (?P<which>prossimo|prossima|scorso|"
                r"scorsa"
                rf"|che viene))?{WHEN}"
            ),
        ),
        ("weekday", r"(?:(?P<by><by>) )?(?:nel|il|questo) (?P<saturday>weekend|fine settimana)"),
        ("ahead", r"(?:fra|tra|in|entro) (?P<count><count>) (?P<unit><unit>)"),
        ("ago", r"(?P<count><count>) (?P<unit><unit>) fa"),
        (
            "next",
            (
                r"(?:(?P<by><by>) )?(?:la |il |nella |l ')?(?:(?:prossim[oa]) (?P<unit>settimana|"
                r"mese|"
                r"anno)|(?P<unit2>settimana|mese|anno) (?:prossim[oa]|che viene|entrante))"
            ),
        ),
        (
            "last",
            (
                r"(?:la |il |l ' )?(?:(?:scors[oa]) (?P<unit>settimana|mese|anno)|(?P<unit2>"
                r"settimana|mese|anno) (?:scors[oa]|passat[oa]))"
            ),
        ),
        (
            "end",
            (
                r"(?:(?P<by><by>) (?:la )?|a )?(?:la )?fine (?:di |della |del |dell ' "
                r")?(?:questo )?"
                r"(?P<unit>settimana|mese|anno)"
            ),
        ),
        ("end", r"(?P<by>entro) (?:la |il )(?P<unit>settimana|mese)"),
        ("end", r"in (?:questa )?settimana|(?P<by>entro) questa settimana"),
        (
            "part",
            (
                r"(?:(?P<by><by>) |a |agli |ai )?(?P<part>inizio|inizi di|primi di|meta|fine) "
                r"(?:di )?"
                r"(?P<month><month>)"
            ),
        ),
        (
            "day",
            (
                rf"(?:(?P<by><by>) )?(?:{OF_DAY} ?)?(?:(?P<day>\d{{1,2}}|primo|1°)) (?:di )?"
                r"(?P<month><month>)(?: (?P<year>20\d\d))?"
            ),
        ),
        (
            "day",
            (
                r"(?:(?P<by>entro il|entro l '|per il|prima del)|il|l '|dal|del) "
                r"(?P<day>\d{1,2})(?! [%€$£k]| euro| percento)(?= (?:[.,;:!?)] )?)"
            ),
        ),
        ("month", r"(?:(?P<by>entro|prima di|per) |a |ad |in |da )(?P<month><month>)"),
        (
            "season",
            (
                r"(?:in|prima dell '|entro l '|dopo l ') ?(?P<season>primavera|estate|autunno|"
                "inverno)"
            ),
        ),
        ("feast", r"(?P<by>prima di|entro|dopo) (?P<feast>pasqua|natale)"),
        ("new_year", r"(?:con|dopo) l ' anno nuovo|l ' anno prossimo"),
        (
            "time",
            (
                r"(?:alle(?: ore)?|verso le|ore|dalle|entro le) \d{1,2}(?:[:.]\d\d)?(?! euro)|"
                r"a mezzogiorno"
            ),
        ),
    ),
    cues=(
        Cue("call", "both", r"al telefono"),
        Cue(
            "meeting",
            "both",
            r"(?:scambiat[oaie] (?:due|quattro) (?:parole|chiacchiere)|"
            "chiacchierato) con",
        ),
        Cue(
            "mail",
            "out",
            r"(?:preventivo|fattura|offerta|contratto|mail) (?:\S+ "
            "){0,6}?(?:mandat|inviat|spedit)[oa]",
        ),
        Cue("visit", "out", r"ero (?:da|dal|dalla)"),
        Cue(
            "visit",
            "in",
            r"(?:venut|passat)[ie] (?:in negozio|in studio|da me|da noi|a "
            "trovarci)",
        ),
        Cue("message", "out", r"mandato (?:\S+ )?vocale"),
        Cue("mail", "in", r"(?:ricevut|arrivat)[oa] (?:una )?(?:e ?- ?)?mail (?:di|da)"),
        Cue("message", "in", r"(?:ricevut|arrivat)[oa] (?:un )?(?:messaggio|vocale|whatsapp|sms)"),
        Cue(
            "visit",
            "out",
            r"(?:fatt[oa] )?sopralluogo (?:da|dal|dalla|in)|(?:siamo|sono) andat[oaie]",
        ),
        Cue("call", "both", r"(?:fatt[oa] |avut[oa] )?(?:due chiacchiere|chiacchierat[oa]) con"),
        Cue(
            "meeting",
            "both",
            r"(?:abbiamo|ho|siamo|sono) (?:pranzato|cenato|bevuto|preso|fatto|mangiato|"
            r"stat[oaie]|usciti|uscit[oa]) (?:\S+ ){0,3}?con|(?:ho |l ' ho )?(?:beccat|incrociat|"
            r"trovat)[oaie]",
        ),
        Cue("call", "out", r"provato a (?:chiamare|sentire)"),
        Cue(
            "message",
            "in",
            r"(?:whatsapp|sms|messaggio|vocale) (?:da|dal|dalla|di)|(?:<hai> )"
            r"(?:scritto|contattato|mandato) (?:\S+ ){0,3}?(?:su whatsapp|via sms|un messaggio|"
            r"un vocale|un sms|un whatsapp)|ha mandato un (?:messaggio|vocale|whatsapp|sms)",
        ),
        Cue(
            "message",
            "out",
            r"(?:whatsapp|sms|messaggio|vocale) (?:a|al|alla)|(?:mandato|scritto|"
            r"inviato) (?:\S+ ){0,3}?(?:un )?(?:messaggio|whatsapp|sms|vocale)",
        ),
        Cue(
            "call", "in", r"<hai> (?:ri)?(?:chiamato|telefonato)(?! <io>)|telefonata (?:da|di|dal)"
        ),
        Cue(
            "call",
            "both",
            r"(?:ho |abbiamo )?(?:ri)?sentit[oaie](?: con)?|(?:ho |abbiamo )?"
            r"parlato (?:\S+ ){0,3}?(?:con|al telefono|a)|al telefono con|videochiamata con|"
            r"call con|zoom con|telefonata con",
        ),
        Cue("call", "out", r"(?:ho |abbiamo )?(?:ri)?(?:chiamat[oaie]|telefonato)"),
        Cue(
            "letter",
            "out",
            r"(?:spedita|mandata|inviata|spedito|mandato) (?:\S+ ){0,2}?lettera|"
            r"lettera (?:spedita|mandata|inviata|a)",
        ),
        Cue("letter", "in", r"lettera (?:da|dal|dalla|di)"),
        Cue(
            "mail",
            "in",
            r"<hai> (?:scritto|risposto|contattato|mandato)|(?:e ?- ?)?mail "
            r"(?:da|di|dal|dalla)|ha scritto",
        ),
        Cue(
            "mail",
            "out",
            r"(?:ho |abbiamo )?(?:scritto|risposto) a|(?:e ?- ?)?mail (?:a|al|alla) "
            r"(?:\S+ ){1,3}?(?:mandata|inviata)|(?:ho |abbiamo )?(?:mandat|inviat|spedit)[oaie]",
        ),
        Cue(
            "visit",
            "in",
            r"(?:e |sono )?(?:venut|passat)[oaie](?: (?:a trovarmi|in negozio|"
            r"in officina|in studio|da me|da noi))|(?<=e )(?:venut|passat)[oaie]|visita d[ie]",
        ),
        Cue(
            "visit",
            "out",
            r"(?:sono )?(?:passat|stat|andat)[oaie] (?:da|dal|dalla|a trovare|"
            r"dai|all ')|visitat[oaie]|(?<![a-z] )dal? (?=\S+ (?:ieri|oggi))|visita (?:a|al|alla|"
            r"da)",
        ),
        Cue(
            "meeting",
            "both",
            r"(?:ho |abbiamo )?(?:re)?(?:incontrat|vist|conosciut)[oaie]|"
            r"ci siamo visti|beccat[oaie]",
        ),
        Cue(
            "meeting",
            "both",
            r"(?:pranzo|cena|caffe|colazione|aperitivo|riunione|incontro|"
            r"appuntamento) (?:\S+ ){0,2}?(?:con|da)",
            weak=True,
        ),
    ),
    lists={"hai": "(?:(?:mi|ci) )?(?:ha|hanno)", "io": "(?:io|noi)"},
    places=r"(?:in|alla|al|nel|allo|in) (?:fiera|mercato|cantiere|bar|negozio|officina|ufficio|"
    r"camera di commercio|stand|scuola|festa|evento)|di persona",
    before_name=(
        "marito moglie fratello sorella figlio figlia socio socia collega con da dal dalla dai a "
        "al alla sentito sentita visto vista chiamare chiamato chiamata "
        "incontrato incontrata conosciuto conosciuta per sentire richiamare e di su parlato "
        "avvisare citofonare ringraziare ricordare telefonato passata passato venuto venuta "
        "scrivere scritto la il mandare preventivo fattura chiedere"
    ),
    after_name=(
        r"(?:ha|mi|ci|vuole|chiede|cerca|e|passa|viene|manda|compie|dice|deve|paga|telefona|chiama"
        r"|scrive|risponde|preferisce|conferma|ordina|serve|presenta)"
    ),
    first_met=r"conosciut[oa]|incontrat[oa]|mi ha contattat[oa]|contattat[oa]|passat[oa]|"
    r"nuov[oa] (?:contatto|cliente)|mi ha (?:scritto|chiamato)",
    titles="sig sigra signor signora signorina dott dottor dottore dottssa dottoressa ing ingegner "
    "ingegnere avv avvocato geom geometra arch architetto rag ragionier prof professor "
    "professoressa don maestro",
    belongs="di della del dell da dalla dal dello",
    also_words=(
        "rosa franco bianca marina sole domenica sabato viola gemma stella luna gloria vittoria "
        "speranza grazia serena chiara letizia perla margherita angelo leone sala villa testa "
        "grassi monti costa longo gallo greco ricci riva serra fontana conti rossi bianchi neri "
        "verdi marino fabbri orlando leone vitale amato moro bella santo felice libero fortunato "
        "benigno celeste alba aurora catering studio moda vini arredi infissi edilizia ceramiche "
        "grafica eventi bar caffe panificio farmacia comune hotel bici yoga asilo impianti primo "
        "italia pace fede norma allegra"
    ),
    small=(
        "il lo la i gli le un una uno di a da in con su per tra fra del della dal dalla al alla e "
        "o ma che chi cui ho ha hai abbiamo hanno sono stato mi ti ci vi si ne non se come ieri "
        "oggi domani entro fine vuole sentito chiamare parlato mandare preventivo fattura mail "
        "whatsapp messaggio telefono pranzo cena riunione devo visto incontrato oggi d l dell all "
        "nell gli questo questa quello bella bello buona"
    ),
    places_before="via viale piazza corso villa hotel largo vicolo strada bar",
    acts=(
        r"tel(?:efonare)?|"
        r"\S{3,}(?:ar|er|ir)(?:l[oaie]|gli|gliel[oaie])|appuntamento|sollecito|"
        r"(?:ri)?(?:chiam|mand|port|ritir|invi|consegn|ringrazi|ricord|fiss|present|cerc|avvis|"
        r"pag|prepar|compr|ordin|prenot|invit|cont?att|telefon|propo?n|consult|stamp|mont|"
        r"inst?all|controll|visit|incontr|sped|fattur|aggiorn|pass|and|f|fir?m|riprov|sollecit|"
        r"parl|guard|confer?m|spieg|citofon|organizz|domand|lasci)ar(?:e|l[oaie]|gli|gliel[oaie]|"
        r"mi|ci|ti|si)|(?:chied|scriv|risent|sent|rispond|propor|decid|ved|discut|vend|offr|ripet"
        r"|consegn|dir|rivedere|sped|richied|fin|mett|fissar|fornir|concluder)(?:e|i)r(?:e|l[oaie]|"
        r"gli|ci|mi)|proporre|proporgli|proporle|proporlo|dare|darle|dargli|dirgli|dirle|dire|"
        r"fare|farle|farlo|farsi|preventivo|fattura|conferma|firma|consegna|sopralluogo|richiama"
    ),
    must=r"(?:fissat[oa]|preso) (?=appuntamento)|(?:io )?(?:devo|dobbiamo|dovrei|dovremmo|"
    r"bisogna|occorre|voglio|vorrei|ricordarsi(?: di)?|non dimenticare(?: di)?|promemoria :|"
    r"ricordati di|da)|(?:e |poi )",
    ours=(
        r"(?:gli|le|ti|loro) ho promesso(?: di| che)?|ho promesso (?:di|che|(?:a|al|alla) "
        r"\S+(?: di| che)?)|(?:gli |le )?(?:ho )?detto (?:a \S+ )?che(?= (?:gli|le|lo|la) )|"
        r"promesso (?:a|al|alla) \S+(?: di)?|(?=(?:gli|le) (?:porto|mando|spiego|faccio|invio|"
        r"dico|do|presento|consegno|preparo|scrivo|passo|giro) )"
    ),
    theirs=(
        r"ha detto che|dice che|"
        r"(?=(?:mi|ci) (?:deve|manda|presenta|risponde|fa sapere|porta|richiama|da|invia|paga|"
        r"chiama|"
        r"dice|scrive|conferma|gira|consegna|dira|fara|mandera|portera) )|(?:mi|ci) ha promesso"
        r"(?: di| che)?|(?=richiama (?:lei|lui) )|(?=invia (?:lei|lui) )|"
        r"(?=passa (?:\S+ ){0,4}?(?:a|da|per) )|ha promesso(?: di| che)?|(?=(?:viene|vengono|verra|"
        r"passera|mandera|portera) )"
    ),
    wants=(
        r"vuole|vogliono|chiede|cerca|serve|le serve|gli serve|ha bisogno|e pronto|e pronta|e|"
        r"apre|pronto|pronta|compie|pagato|ok|spostat[oa]|in arrivo|budget|totale|sconto|"
        r"si va avanti|dice|ha pagato"
    ),
    papers=r"preventiv[oi]|offert[ae]|fattur[ae]|propost[ae]",
    joins="e poi",
)
