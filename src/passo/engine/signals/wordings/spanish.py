"""Spanish, as clients and owners write it."""

from passo.engine.signals.pledges import spanish as pledges
from passo.engine.signals.tellings.spanish import KINDS, UNLESS
from passo.engine.signals.wording import Wording

SPANISH = Wording(
    code="es",
    lists=pledges.LISTS,
    asks=r"""
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
        (?:(?:hola|buenas|buenos dias|oye|y)[, ]+)?(?:cuánto|cuándo|dónde|cuál|cuáles|quién|\
            a qué hora|hasta cuándo|qué|cómo) (?:se|cuesta\w*|costaría\w*|vale|valdría|cobr\w+|\
            podéis|pueden|puede|podrían|podríais|tarda\w*|es|sería|son|tengo|debo|hay|precio)
        (?:(?:hola|buenas|buenos dias|oye|y)[, ]+)?(?:tenéis|tienen|tiene|hacéis|hacen|podéis|\
            pueden|puede|podrían|podría|es posible|hay|puedo|podemos|podríais|podrías)
    """,
    chat=r"""
        (?:qué tal|cómo (?:estás|está|estáis|están|va|va todo|te va|le va|os va|vamos|andas|\
            lo llevas|lo lleváis))(?: (?:todo|estás|está|estáis|vosotros|la familia|el verano|\
            las vacaciones|por ahí|por allí|te va|os va|ha ido))*
        (?:todo|y tú|y vosotros|vosotros|y usted|y ustedes|por ahí)(?: todo)? bien
        (?:cualquier|alguna|para cualquier|ante cualquier|si tiene\w*|si tenéis|\
            si hay) (?:alguna )?(?:duda|dudas|pregunta|cosa|consulta|aclaración|problema)
        (?:alguna )?(?:dudas?|preguntas?)\?
        quién (?:lo iba a (?:decir|pensar)|lo diría|sabe|no)
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
