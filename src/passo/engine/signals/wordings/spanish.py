"""Spanish, as clients and owners write it."""

from passo.engine.signals.pledges import spanish as pledges
from passo.engine.signals.tellings.spanish import KINDS, UNLESS
from passo.engine.signals.wording import Wording

SPANISH = Wording(
    code="es",
    lists=pledges.LISTS,
    asks=r"""
        necesit(?:o|amos|aría|aríamos) (?:todavía |urgentemente )?(?:el|la|los|las|un|una|tu|su|\
            vuestr\w+) \
            (?:\w+ )?(?:facturas?|recibo|contrato|documentos?|dirección|medidas|fotos|datos|copia|\
            certificado|lista|números?)
        (?:échale|échele|echadle|dale|dele) un (?:ojo|vistazo)
        y (?:ya )?(?:me|nos) (?:dices|dice|cuentas|cuenta|avisas|avisa|decís)(?=$|[,.!]| (?:qué|si|\
            algo))
        (?:estaría|sería|vendría) (?:muy |genial |estupendo )?(?:bien|bueno|útil|ideal|\
            importante) (?:saber|\
            tener|conocer|recibir|que (?:me|nos)|si (?:me|nos|pud\w+))\w*
        necesit(?:o|amos|aría|aríamos) que (?:(?:me|nos|l[oae]s?|usted|ustedes) \w+|\w+[aei]s)
        (?:me|nos) (?:hacen? falta (?:el|la|los|las|un|una|tu|su|vuestr\w+)|faltan? … (?:de tu|\
            de su|de vuestra|tu|su|vuestr\w+))
        (?:le|les|os|te) (?:ruego|rogamos) (?:acuse|confirm\w+)
        \w+(?:áis|éis) vosotros o
        (?:me|nos) preguntá?b(?:a|amos) si
        (?:me|nos) (?:re)?(?:mandas|envías|pasas|confirmas|mandáis|enviáis|pasáis|\
            confirmáis)
        sería posible
        (?:pregunta|quiere saber|pregunto) si
        quería (?:una|un|reservar|encargar|pedir)
        agradecería una
        (?:me|nos) (?:l[oae]s? )?\w+(?:as|es|áis|éis) (?:a \w+ )?(?:\w+ ){0,3}(?:porfa|por favor|\
            plis)
        necesit(?:o|aría|amos|aríamos) … (?:precio|presupuesto|información|cifra|orientación|idea)
        (?:hagan|haga|haz|haced|háganos|haznos) llegar
        (?:habría|hay|existe) (?:manera|forma|alguna forma|alguna manera|posibilidad|la posibilidad)
        qué (?:os|te|le|les) parece
        (?:<wish>)
        (?:les? |os |te )?(?:ruego|rogamos|pido|pedimos|agradecería|agradeceríamos|\
            agradezco) (?:\w+ )?(?:que )?(?:me|nos) \w+
        (?:les? |os |te )?(?:agradecería|agradeceríamos|agradezco) … (?:respuesta|presupuesto|\
            información|confirmación)
        (?:quería|queríamos|quisiera|quisiéramos|me gustaría|nos gustaría|querría) (?:saber|\
            preguntar\w*|pedir\w* (?:presupuesto|un presupuesto))
        (?:quedo|quedamos|estoy|estamos) a la espera de … (?:respuesta|noticias|confirmación|\
            contestación)
        (?:espero|esperamos|esperando) (?:su|tu|vuestra|una) (?:respuesta|contestación|confirmación)
        (?:me|nos) (?:puede|puedes|podéis|pueden|podría|podrías|podríais|podrían) (?:decir|mandar|\
            enviar|confirmar|dar|hacer|pasar|ayudar|explicar|indicar)
        (?:puede|puedes|podéis|pueden|podría|podrías|podríais|podrían) (?:decirme|mandarme|\
            enviarme|confirmarme|darme|hacerme|pasarme|ayudarme|explicarme|indicarme|decirnos|\
            mandarnos|enviarnos|confirmarnos|darnos|hacernos|venir|pasarse|pasarte|pasar)
        necesito (?:saber|que me)
        necesitamos (?:saber|que nos)
    """,
    opens=r"""
        (?:(?:hola|buenas|buenos dias|oye|y)[, ]+)?(?:a qué hora|hasta qué hora|ha podido|\
            has podido|habéis podido|sigue en pie|seguimos en|está libre|están libres|\
            está disponible|te va bien|le va bien|os va bien|tú cuál|usted cuál)
        (?:(?:hola|buenas|buenos dias|oye|y)[, ]+)?(?:cuánto|cuándo|dónde|cuál|cuáles|quién|\
            a qué hora|hasta cuándo|qué|cómo) (?:se|cuesta\w*|costaría\w*|vale|valdría|cobr\w+|\
            podéis|pueden|puede|podrían|podríais|tarda\w*|es|sería|son|tengo|debo|hay|precio)
        (?:(?:hola|buenas|buenos dias|oye|y)[, ]+)?(?:cuánto|cuál|cuáles|\
            dónde) (?!me alegr)(?:me|nos|te|os|le|\w+)
        es (?:normal|posible|mejor)(?! que)
        (?:(?:hola|buenas|oye|y)[, ]+)?(?:necesitas|necesitáis|sabes(?! que)|sabéis(?! que)|\
            quieres|queréis|\
            puedes|vienes|venís|(?:has|habéis|han) (?:podido|visto|recibido|mirado|pensado|\
            aparecido|encontrado|llegado|tenido)|vuelves|te importa|os importa)
        (?:(?:hola|buenas|buenos dias|oye|y)[, ]+)?(?:tenéis|tienen|tiene|hacéis|hacen|podéis|\
            pueden|puede|podrían|podría|es posible(?! que)|hay (?:novedades|algún|alguna|alguien|\
            posibilidad|sitio|hueco|plazas?)|\
            puedo|podemos|podríais|podrías)
    """,
    chat=r"""
        cuando (?:quiera|quieras|queráis|quieran)
        tienen? (?:usted |ustedes )?(?:mucha |toda la )?razón
        puedo (?:decir|confirmar|asegurar)\w*
        (?:tiene|tienen|tenéis|tienes) (?:usted |ustedes )?(?:un|una) \w+ (?:precios|bonit|\
            maravillos)\w+
        qué (?:haría|haríamos) sin
        (?:qué tal|cómo (?:estás|está|estáis|están|va|va todo|te va|le va|os va|vamos|andas|\
            lo llevas|lo lleváis))(?: (?:todo|estás|está|estáis|vosotros|la familia|el verano|\
            las vacaciones|por ahí|por allí|te va|os va|ha ido))*
        (?:todo|y tú|y vosotros|vosotros|y usted|y ustedes|por ahí)(?: todo)? bien
        (?:cualquier|alguna|para cualquier|ante cualquier|si tiene\w*|si tenéis|\
            si hay) (?:alguna )?(?:duda|dudas|pregunta|cosa|consulta|aclaración|problema)
        (?:alguna )?(?:dudas?|preguntas?)\?
        quién (?:(?:lo )?iba a (?:decir|pensar)|lo diría|sabe|no)
        (?:se lo|te lo|os lo) (?:puede|puedes|podéis|pueden) creer
        qué (?:le|se le) (?:vamos|va) a hacer
        qué (?:puedo|voy a|quieres que|quiere que) (?:te |le )?(?:decir|diga)
        ^¿?(?:no|verdad|eh|vale)\?
        (?:y )?(?:por qué no)\?
        (?:no es|no son) (?:genial|maravilloso|increíble|estupendo)
        sabía\w* que|sabías que
        quién (?:no|se queja)
    """,
    asked=r"""
        (?:me|nos) (?:preguntaba|preguntabas|preguntabais|preguntaban|preguntó|preguntaste|\
            preguntasteis)
        (?:su|tu|vuestra) pregunta (?:era|sobre)
    """,
    answers=r"""
        porque
        muy sencillo
        la respuesta
        fácil
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
        dar(?:se|te|me)? de baja|date de baja|dese de baja
        recibes? este (?:correo|mail|email|mensaje|newsletter)
        (?:ver|abrir|leer) … en (?:el|tu|su) navegador
        cancelar (?:la|tu|su) suscripción
    """,
    short_forms="sr sra srta sres dr dra d dª avda núm num tel ej p.ej etc aprox uds ud vd art c",
)
