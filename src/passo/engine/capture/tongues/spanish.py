"""Spanish, as owners type it. Patterns are folded: “mañana” is written “manana”."""

from passo.engine.capture.tongue import Cue, Tongue

WHEN = (
    r"(?: (?:por|de|a|en) (?:la )?(?:manana|tarde|noche|mediodia|primera hora)| temprano| "
    r"tarde| noche)*"
)

SPANISH = Tongue(
    code="es",
    marks=(
        "el la los las un una de del con para por que le me se lo al y ayer hoy manana antes "
        "quiere llamar llame llamo hable semana viene enviar mandar he ha correo tengo esta no "
        "en su nos dia dias lunes martes miercoles jueves viernes pasado despues es hace a"
    ),
    weekdays="lunes martes miercoles jueves viernes sabado domingo",
    months="enero|ene febrero|feb marzo|mar abril|abr mayo|may junio|jun julio|jul agosto|ago "
    "septiembre|setiembre|sep octubre|oct noviembre|nov diciembre|dic",
    counts={
        "un par de": 2,
        "un": 1,
        "una": 1,
        "dos": 2,
        "tres": 3,
        "cuatro": 4,
        "cinco": 5,
        "seis": 6,
        "siete": 7,
        "ocho": 8,
        "nueve": 9,
        "diez": 10,
        "quince": 15,
        "veinte": 20,
    },
    units={
        "dia": "day",
        "dias": "day",
        "semana": "week",
        "semanas": "week",
        "mes": "month",
        "meses": "month",
        "ano": "year",
        "anos": "year",
    },
    offsets={
        "pasado manana": 2,
        "manana": 1,
        "hoy": 0,
        "esta manana": 0,
        "esta tarde": 0,
        "esta misma tarde": 0,
        "esta misma noche": 0,
        "esta misma manana": 0,
        "esta noche": 0,
        "este mediodia": 0,
        "antes de ayer": -2,
        "anteayer": -2,
        "antier": -2,
        "anoche": -1,
        "ayer": -1,
    },
    by="antes de|antes del|para|para el|hasta|hasta el|como tarde",
    on="desde|a partir de|el|este",
    dates=(
        ("offset", rf"(?:(?P<by><by>) )?(?<! la )(?P<offset><offset>){WHEN}"),
        (
            "weekday",
            (
                r"(?:(?P<by>antes del|antes de|para el|hasta el|para) )?(?:(?:el|este) )?"
                r"(?:(?P<before>proximo|pasado) )?(?P<weekday><weekday>)(?: (?P<which>pasado|"
                r"proximo|"
                rf"que viene))?{WHEN}"
            ),
        ),
        ("weekday", r"(?:(?P<by>para|antes del) )?(?:el|este) (?P<saturday>finde|fin de semana)"),
        ("ahead", r"(?:dentro de|en|de aqui a) (?P<count><count>) (?P<unit><unit>)"),
        ("ago", r"hace (?P<count><count>) (?P<unit><unit>)"),
        (
            "next",
            (
                r"(?:(?P<by>antes de|para|hasta) )?(?:(?:la|el) )?(?:(?P<unit>semana|mes|ano) "
                r"(?:que viene|proxim[oa]|entrante)|proxim[oa] (?P<unit2>semana|mes|ano))"
            ),
        ),
        (
            "last",
            (
                r"(?:(?:la|el) )?(?:(?P<unit>semana|mes|ano) pasad[oa]|pasad[oa] "
                r"(?P<unit2>semana|mes))"
            ),
        ),
        (
            "end",
            (
                r"(?:(?P<by>antes de|para|hasta) )?(?:(?:a|al) )?(?:el )?(?:fin|final|finales) de "
                r"(?:el |la |este |esta )?(?P<unit>semana|mes|ano)"
            ),
        ),
        ("end", r"(?:(?P<by>para) )?esta (?P<unit>semana)"),
        (
            "part",
            (
                r"(?:(?P<by>antes de|para) )?(?:a |al )?(?P<part>principios|primeros|inicios|"
                r"mediados|finales|fin) de (?P<month><month>)"
            ),
        ),
        (
            "day",
            (
                r"(?:(?P<by>antes del|para el|hasta el) )?(?:(?:el|del|al) )?(?P<day>\d{1,2}) "
                r"(?:de )?"
                r"(?P<month><month>)(?: (?:de |del )?(?P<year>20\d\d))?"
            ),
        ),
        (
            "day",
            (
                r"(?:(?P<by>antes del|para el|hasta el)|el|el dia) (?P<day>\d{1,2})"
                r"(?! [%€$£]| euros| por)"
            ),
        ),
        ("month", r"(?:(?P<by>antes de|para|hasta) |en |a partir de |desde )(?P<month><month>)"),
        (
            "season",
            (
                r"(?:en|antes de|antes del|para el) (?P<season>primavera|verano|otono|"
                "invierno)"
            ),
        ),
        ("feast", r"(?P<by>antes de|despues de) (?P<feast>semana santa|pascua|navidad)"),
        ("new_year", r"(?:el ano que viene|en ano nuevo)"),
        (
            "time",
            (
                r"(?:a|sobre|hacia) las? \d{1,2}(?:[:.]\d\d)?(?: y media| y cuarto)?"
                r"(?: de la (?:manana|tarde|noche))?"
            ),
        ),
    ),
    cues=(
        Cue(
            "mail",
            "out",
            r"(?:presupuesto|factura|correo|oferta|contrato) (?:\S+ "
            "){0,6}?(?:enviad|mandad)[oa]",
        ),
        Cue(
            "visit",
            "in",
            r"(?:estuvo|estuvieron|vino|vinieron|pasaron|se paso) (?:\S+ )?(?:en|"
            "por) (?:la|el|mi|nuestra|nuestro) (?:tienda|taller|oficina|local|estudio|obrador)",
        ),
        Cue("meeting", "both", r"(?:me )?(?:encontre|cruce|tope) (?:a|con)"),
        Cue("call", "both", r"acabo de hablar con|hablando con|charle con|charlado con"),
        Cue("call", "out", r"acabo de llamar a|no localizo a"),
        Cue(
            "message",
            "in",
            r"(?:me|nos) (?:paso|dejo|ha dejado|ha pasado) (?:un |una )?(?:mensaje|audio|"
            r"whatsapp|nota)",
        ),
        Cue(
            "meeting",
            "both",
            r"(?:estuve|estuvimos|he estado|hemos estado|comi|cene|desayune|tome|tomamos|"
            r"he comido|hemos comido|almorce|me reuni|nos reunimos|coincidi) (?:\S+ ){0,3}?con",
        ),
        Cue("meeting", "both", r"(?:he quedado|quede|quedamos) (?:\S+ ){0,3}?con", weak=True),
        Cue("mail", "in", r"(?:recibido|recibi|llego) (?:un )?(?:correo|mail|email) de"),
        Cue(
            "message",
            "in",
            r"(?:whatsapp|sms|mensaje|audio) de|(?:me|nos) (?:ha|han) "
            r"(?:escrito|mandado|enviado) (?:\S+ ){0,2}?(?:mensaje|whatsapp|audio|sms)|(?:me|nos) "
            r"(?:mando|envio|escribio) (?:\S+ ){0,3}?(?:mensaje|whatsapp|audio|sms)",
        ),
        Cue(
            "message",
            "out",
            r"(?:whatsapp|sms|mensaje) a|(?:le |les )?(?:mande|envie|escribi) "
            r"(?:\S+ ){0,3}?(?:mensaje|whatsapp|audio|sms)",
        ),
        Cue(
            "call",
            "both",
            r"(?:he )?hab(?:le|lamos|lado) (?:\S+ ){0,4}?con|videollamada "
            r"con|llamada con|por telefono con|zoom con",
        ),
        Cue(
            "letter",
            "out",
            r"(?:mande|envie|he mandado|he enviado) (?:\S+ ){0,2}?carta|carta "
            r"(?:enviada )?a",
        ),
        Cue("letter", "in", r"carta de"),
        Cue("mail", "out", r"(?:correo|mail|email) (?:enviado|mandado) a"),
        Cue("mail", "in", r"(?:correo|mail|email) de"),
        Cue("call", "accent", r"llame|llamo|telefonee|telefoneo"),
        Cue(
            "call",
            "in",
            r"(?:me|nos) (?:ha|han) (?:llamado|telefoneado)|ha llamado|(?:me|nos) "
            r"llamaron|llamada de",
        ),
        Cue("call", "out", r"(?:he|hemos) llamado|llamamos a"),
        Cue(
            "mail",
            "in",
            r"(?:me|nos) (?:escribio|ha escrito|contesto|respondio|ha contestado|"
            r"mando|envio)|ha escrito|escribio",
        ),
        Cue(
            "mail",
            "out",
            r"(?:le |les )?(?:escribi|envie|mande|respondi|conteste)|(?:he|hemos) "
            r"(?:escrito|enviado|mandado|respondido)",
        ),
        Cue(
            "visit",
            "in",
            r"(?:vino|ha venido|vinieron|paso|ha pasado) (?:a|por) (?:la|el|mi|"
            r"nuestra|nuestro) (?:tienda|taller|oficina|local|estudio|obrador)|vino a ver",
        ),
        Cue(
            "visit",
            "out",
            r"visite|(?:he )?visitado|pase (?:por|a ver)|fui (?:a ver|a casa de|a "
            r"visitar)|estuve (?:en|con)",
        ),
        Cue(
            "meeting",
            "both",
            r"vi a|(?:he )?(?:visto|conocido) a|conoci a|comi con|cene con|"
            r"cenamos con|comimos con|me encontre con",
        ),
        Cue("meeting", "both", r"(?:reunion|comida|cena|cafe|desayuno|almuerzo) con", weak=True),
    ),
    places=r"en (?:la|el) (?:feria|mercado|obra|bar|tienda|taller|oficina|escuela|evento)|"
    r"en persona",
    before_name=(
        "con a de al marido mujer hermano hermana hijo hija socio socia llamar llame vi conoci "
        "por para y decirle don dona senor senora escribir "
        "preguntar visite hable pasar ver felicitar ofrecerle"
    ),
    after_name=(
        r"(?:no|me|nos|ha|quiere|pide|necesita|llamo|vino|viene|vienen|pasa|paso|cumple|esta|dice|"
        r"pregunta|prometio|escribio|revisa|pinta|debe|y|es|paga|manda)"
    ),
    first_met=r"conocid[oa]|conoci|nuev[oa] (?:contacto|cliente)|contacto",
    titles="sr sra srta don dona senor senora doctor doctora dr dra ingeniero arquitecto profesor "
    "profesora",
    belongs="de del",
    also_words=(
        "sol rosa franco pilar luz mar cielo esperanza alba aurora blanco cruz rey leon cano marin "
        "vega torres castro reyes campos prieto delgado moreno rubio bueno calvo marco consuelo "
        "dolores mercedes gloria paz rocio nieves pena molina santos medina serrano iglesias "
        "herrera morales ramos vidal flores moda motos viajes web limpiezas catering joyas "
        "arquitectos pintura optica diseno solar libreria academia clinica floristeria panaderia "
        "carpinteria agencia ayuntamiento bodegas gimnasio hostal talleres cafes eventos abogados "
        "instalaciones climatizacion transportes linda bella clara blanca perla angel concepcion"
    ),
    small=(
        "el la los las un una de del con para por que le les me se lo al y o pero si no en su nos "
        "ayer hoy manana antes despues quiere llamar llame hable semana mes dia correo factura "
        "presupuesto reunion tengo esta es son he ha a como cuando muy ya mas porque mi tu sus "
        "este ese hace comprar entregar"
    ),
    places_before="calle plaza avenida hotel paseo villa feria",
    acts=(
        r"(?:prob|ofrec|adelant|apunt|negoci|coment|repas|arregl|comprob)(?:ar|er)|"
        r"\S{3,}(?:ar|er|ir)(?:l[aeo]s?|me|nos|sel[oa]s?)|visita|"
        r"(?:volver a )?(?:llam|mand|envi|confirm|contest|llev|reclam|pregunt|visit|entreg|pag|"
        r"record|d|prepar|compr|present|cobr|revis|pas|felicit|busc|encarg|program|qued|invit|"
        r"avis|insist|firm|habl|termin|instal|pint|ayud|agend|reserv|cerr|mostr|ense[nñ]|tom|"
        r"mir|d)ar(?:l[eoa]s?|me|nos|sel[oa])?|(?:respond|ofrec|vend|recog|hac|proponer|prop?on|"
        r"devolv|ve|vuelv|volv|tra|promet|resolv)er(?:l[eoa]s?|me|nos)?|(?:escrib|ped|dec|"
        r"decid|segu|insist|sub|ir|repart)ir(?:l[eoa]s?|me|nos)?|ir|entrega|presupuesto|cita|"
        r"cita con|iria"
    ),
    must=r"no olvidar|recordatorio :|acordarme de|(?:yo )?(?:(?:le|les) debo (?=una |un )|que "
    r"(?=le |les )|tengo que|tenemos que|hay "
    r"que|debo|deberia|debemos|quiero|queremos|voy a|"
    r"vamos a|necesito)|(?:y |luego )",
    ours=(
        r"(?:le |les |te )?(?:prometi|he prometido|prometimos)(?: (?:a|al) \S+)?(?: que)?|(?:quede|"
        r"quedamos|he quedado) en|(?:le |les )?(?:he dicho|dije) (?:a \S+ )?que(?= (?:le|les|lo|la)"
        r" )"
    ),
    theirs=(
        r"(?:ha dicho|dice|dijo) que|(?=(?:vendra|pasara|mandara|enviara|llamara|traera|pagara|"
        r"avisara|"
        r"firmara|contestara|entregara|recogera|vendran|hara) )|(?=(?:me|nos) va a )|"
        r"(?=(?:me|nos) (?:manda|presenta|dira|contesta|envia|trae|llama|avisa|paga|responde|dice|"
        r"mandara|confirma|enviara) )|(?:me |nos )?(?:prometio|ha prometido)(?: que)?|"
        r"(?=(?:pasa|viene|vienen|pasan) (?:\S+ ){0,6}?a )|(?=pinta )|(?=lo tiene )"
    ),
    wants=(
        r"quiere|quieren|no ha pagado|cobra|necesita|pide|busca|esta(?! (?:tarde|noche|manana|"
        r"semana|mes))|estan|es|son|cumple|abre|no "
        r"contesta|pregunta|"
        r"listos?|listas?|senal|boda|buen ambiente|ofrece|debe|haran"
    ),
    papers=r"presupuestos?|ofertas?|facturas?|propuestas?|cotizacion",
    joins="y luego",
)
