"""What promises in Spanish, and what makes it none."""

LISTS = {
    "you": "te|le|les|os|se l[oae]s?|te l[oae]s?|os l[oae]s?|l[oae]s?|la|lo",
    "future": "enviar|mandar|llevar|traer|pasar|entregar|pagar|transferir|abonar|terminar|"
    "acabar|preparar|llamar|escribir|responder|contestar|dar|confirmar|pedir|arreglar|"
    "reparar|avisar|fijar|comprobar|revisar|preguntar|devolver|comunicar|ingresar|montar|"
    "instalar|cambiar|reservar|organizar|recoger|firmar|tendr|har|vendr|ir|dir|estar|"
    "encargar|facilitar|presentar(?!e)|empezar|colocar|informar",
    "now": "mando|envío|envio|llevo|traigo|paso|vengo|voy|entrego|pago|transfiero|abono|"
    "ingreso|termino|acabo|preparo|(?<!me )llamo|respondo|contesto|doy|digo|confirmo|"
    "pido|arreglo|reparo|aviso|compruebo|reviso|pregunto|devuelvo|monto|instalo|cambio|"
    "reservo|recojo|hablo yo|compro|busco|quito|quitamos|compramos|hablamos nosotros|"
    "firmo|encargo|cuento|"
    "mandamos|enviamos|llevamos|traemos|pasamos|venimos|vamos|entregamos|pagamos|"
    "transferimos|abonamos|terminamos|acabamos|preparamos|llamamos|respondemos|"
    "damos|decimos|confirmamos|pedimos|arreglamos|reparamos|avisamos|revisamos|montamos|"
    "instalamos|cambiamos|recogemos|firmamos|empezamos|ingresamos",
    "deed": "enviar\\w*|mandar\\w*|llevar\\w*|pasar\\w*|entregar\\w*|pagar\\w*|transferir\\w*|"
    "terminar\\w*|preparar\\w*|llamar\\w*|responder\\w*|contestar\\w*|dar\\w*|confirmar\\w*|"
    "pedir\\w*|arreglar\\w*|reparar\\w*|avisar\\w*|hacer\\w*|revisar\\w*|ir|venir|decir\\w*|"
    "cambiar\\w*|montar\\w*|instalar\\w*|recoger\\w*",
    "idle": "espero|esperamos|recuerdo|recordamos|agradezco|agradecemos|ruego|rogamos|pido|"
    "escribo|escribimos|saludo|saludamos|deseo|deseamos|invito|invitamos|informo|informamos|"
    "estamos|tenemos|queremos|podemos|debemos|sabemos|somos|hemos|vamos|necesitamos|buscamos|"
    "pensamos|creemos|quedamos|abrimos|cerramos|salimos|viajamos|celebramos|trabajamos|"
    "hablamos|vemos|íbamos|estábamos|teníamos|queríamos|llegamos|vivimos|preferimos|"
    "decíamos|gustaría|anticipo|comento|veo|tengo|quiero|necesito|puedo|debo|digo que|"
    "primero|último|mismo|próximo|lo mismo|nuevo|segundo|tercero|vamos|estuvimos|volvemos|"
    "podríamos|deberíamos|querríamos|habríamos|haríamos|éramos|cuando|cierro|viajo|"
    "cumplo|empiezo|trabajo|duermo|ceno|juego|estudio|descanso|vuelo|regreso|vuelvo|abro|"
    "quedo|cojo|tomo|acepto|aceptamos|cogemos|tomamos|cenamos|comemos|pasado|santo|como|"
    "pero|caso|todo|luego|nuevamente|hacemos|inauguramos|apunto|"
    "apuntamos|hablo|comentamos|celebramos|empieza",
    "wish": "dime|dígame|díganme|decidme|decidnos|confirme|confirmen|confírmame|"
    "avísame|avísenme|avíseme|avisadme|envíenme|envíeme|envíame|mándame|mándeme|mándenme|"
    "mandadme|mandadnos|indíqueme|indíquenme|contésteme|contéstame|respóndame|coménteme|"
    "coméntame|pásame|páseme|infórmeme",
}

VOWS = r"""
    (?:(?:<you>) )?(?<!me )(?<!nos )(?<!cuanto )(?:<future>)(?:é|emos)
    (?:te|le|les|os|se lo) (?:llamará|llamarán|enviará|enviarán|mandará|mandarán|pasará|\
        contactará|avisará|visitará|llevará)
    (?:voy|vamos) a (?:<deed>)
    (?:te|le|les|os) (?:digo|decimos|diré|diremos) (?:algo|cosas)
    (?:te|le|les|os) (?:aviso|avisamos|confirmo|confirmamos|cuento|contamos|contesto|\
        contestamos)
    (?:te|le|les|os|la|lo) (?:llamo|llamamos|devuelvo la llamada)
    (?:tendrá|tendrás|tendréis|tendrán|recibirá|recibirás|recibiréis|recibirán)
    (?:estará|estarán) (?:list\w+|terminad\w+|acabad\w+|hech\w+|enviad\w+|pagad\w+|reparad\w+|\
        arreglad\w+)
    (?:te|le|les|os) (?:prometo|prometemos|garantizo|garantizamos|aseguro|aseguramos) que
    me comprometo|nos comprometemos
    me encargo (?:yo|de)|nos encargamos
"""

DATED_VOWS = r"""
    (?:os|les|te|le) (?:transfiere|llama|manda|envía|lleva|paga|ingresa|entrega|trae)
    me (?:paso|acerco|pongo|ocupo|voy)
    (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|mañana|noche|\
        tarde) (?!(?:<idle>)\b)\w{3,}o
    (?:la|lo|las|los) (?:tiene|tienes|tenéis|tienen)
    (?:te|se|os|le|les) (?:l[oae]s? )?(?:hago|hacemos)
    (?:tenéis|tiene|tienes|tienen) (?:el|la|los|las) (?:dinero|presupuesto|oferta|pedido|\
        transferencia|plano|planos|factura)
    (?:el|la) <now>
    (?:<you>) (?:<now>)
    (?:<now>)
    (?:está|están) list\w+ (?:para|antes)
    (?:pago|transferencia|paquete|pedido|envío|señal|factura|mercancía) sale
    (?:te|le|les|os|se l[oae]s?|te l[oae]s?|os l[oae]s?|la|lo) (?!(?:<idle>)\b)\w{2,}(?:o|oy|\
        amos|emos|imos)
    (?!(?:<idle>)\b)\w{2,}(?<!i)(?<!b)(?:amos|imos)
    (?:te|os|se) l[oae]s? \w{2,}[ae]
    (?:mi|nuestro|nuestra) … (?:llama|pasa|viene|lleva|manda|envía)
"""

MARKED_VOWS = (
    r"(?i:(?<!me )(?<!nos )(?!estar|ser|podr|tendr|habr|querr|sabr|deber|volver|regresar|"
    r"retir|prepar|compar|repar|separ|declar|aclar|esper|super|oper|gener|consider|admir|"
    r"respir)\w{2,}[aei]ré)"
    r"|(?i:(?!estar|ser|podr|tendr|habr|querr|sabr|deber|volver|regresar)\w{2,}remos)"
)

GOES_ON = ""

UNSAID = r"""
    (?<!digo )(?<!aviso )(?<!diré )(?<!saber )(?<!vemos )(?<!veo )(?<!ver )si(?![,.!])
    en cuanto|tan pronto|nada más
    cuando (?:me|nos|tenga\w*|llegue\w*|vuelva\w*|esté\w*|pueda\w*|quier\w+|sepa\w*)
    siempre que|en caso de|salvo que|a menos que
    a (?:la|mi) vuelta
    depende
"""

UNSURE = r"""
    después
    espero|esperamos|esperando
    intento|intentamos|intentaré|intentaremos|trataré|trato de|procuro|procuraré|procuraremos
    quizás?|tal vez|a lo mejor|posiblemente|seguramente|probablemente|igual
    cerrad[oa]s?
    podría|podríamos|debería|deberíamos|habría|haría|querría|me gustaría
    (?:dijo|ha dicho|dijeron|me han dicho)
    creo|supongo|imagino
"""

NEGATED = r"""
    no|nunca|tampoco|ni|nadie
"""

OFFERS = ""

TURNS = r"""
    y|e|pero|luego|así que
"""

DEEDS = {
    "pay": r"pag\w+|transfer\w+|abon\w+|ingres(?:o|amos|aré|aremos)|transferencia|pago",
    "call": r"llam\w+",
    "come": r"llev\w+|traig\w+|traer\w*|pas(?:o|amos|aré|aremos|ará)|voy(?! a \w+r)|"
    r"vamos(?! a \w+r)|iré|iremos|veng\w+|vien\w+|vendr\w+|estaré|estaremos",
    "answer": r"digo|decimos|diré|diremos|avis\w+|confirm\w+|respuesta|contest\w+|respond\w+|"
    r"cuento|inform\w+|comunic\w+",
    "send": r"mand\w+|envi\w+|recib\w+|tendr\w+|facilit\w+",
}
