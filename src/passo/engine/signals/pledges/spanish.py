"""What promises in Spanish, and what makes it none."""

from passo.engine.signals.pledges.forms import either, spanish_first

VERBS = (
    "enviar mandar llevar pasar entregar pagar abonar ingresar terminar acabar preparar llamar "
    "responder contestar confirmar arreglar reparar avisar revisar montar desmontar instalar "
    "cambiar reservar firmar encargar comprar buscar quitar facilitar presentar colocar organizar "
    "pintar lijar barnizar limpiar lavar planchar coser cortar podar plantar medir dibujar "
    "imprimir traducir corregir facturar registrar tramitar rellenar cobrar devolver reembolsar "
    "anular retirar cargar descargar publicar subir colgar dejar enseñar mostrar "
    "explicar consultar preguntar hablar reclamar insistir gestionar resolver solucionar "
    "completar finalizar iniciar hornear cocinar empaquetar etiquetar apuntar bloquear guardar "
    "actualizar modificar ajustar afinar soldar taladrar pegar sustituir reponer recargar "
    "adelantar concretar redactar meter sacar echar "
    "escanear fotocopiar compartir adjuntar añadir remitir despachar"
)
INFINITIVES = either(
    (
        VERBS + " hacer decir ir venir traer dar poner empezar recoger escribir ver cerrar pedir"
    ).split()
)
LISTS = {
    "verb": spanish_first(
        VERBS.replace(" apuntar", "").replace(" hablar", "").replace(" explicar", "")
    ),
    "to_do": INFINITIVES + r"(?:\w{2,5})?",
    "goods": "presupuesto|oferta|factura|transferencia|pago|saldo|señal|paquete|pedido|envío|"
    "entrega|borrador|diseño|dibujo|dibujos|plano|planos|proyecto|contrato|fotos|documentos|"
    "documentación|muestras|muestra|informe|propuesta|dinero|ingreso|resto|todo|copia|llaves|"
    "lista|certificado|recibo|trabajo|encargo|archivo|archivos|mercancía|material",
    "at_yours": "(?:en|a) (?:su|tu|vuestra|vuestro|vuestras) \\w+|en (?:casa|el buzón|la puerta|"
    "correo|portería|tienda)|con (?:usted|ustedes|vosotros)|ahí|allí",
    "ours": "técnico|compañero|compañera|repartidor|gestor|gestora|"
    "contable|socio|socia|mensajero|chico|chicos|operario|operarios|equipo|marido|mujer|hijo|"
    "hija|hermano|padre|oficina|encargado|transportista|aprendiz",
    "you": "te|le|les|os|se l[oae]s?|te l[oae]s?|os l[oae]s?|l[oae]s?|la|lo",
    "future": "enviar|mandar|llevar|traer|pasar|entregar|pagar|transferir|abonar|terminar|"
    "acabar|preparar|llamar|escribir|responder|contestar|dar|confirmar|pedir|arreglar|"
    "reparar|avisar|fijar|comprobar|revisar|preguntar|devolver|comunicar|ingresar|montar|"
    "instalar|cambiar|reservar|organizar|recoger|firmar|tendr|har|vendr|ir|dir|estar|"
    "encargar|facilitar|presentar(?!e)|empezar|colocar|informar",
    "now": "mando|envío|envio|llevo|traigo|paso|vengo|(?<!me )voy|entrego|pago|transfiero|abono|"
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
    "idle": "opero|caso|contamos que|cuento que|mudamos|mudo|recibo|recibimos|salgo|ando|andamos|"
    "espero|esperamos|recuerdo|recordamos|agradezco|agradecemos|ruego|rogamos|pido|"
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
    "wish": "(?:llámeme|llámame|llamadme|llámenos)(?! (?:sin|cuando quier|si))|reenvíame|reenvíeme|"
    "dime|dígame|díganme|decidme|decidnos|confirme|confirmen|confírmame|"
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
    (?:te|le|les|os) (?:aviso|avisamos|confirmo|confirmamos|cuento(?! que)|contamos(?! que)|\
        contesto|\
        contestamos)
    (?:te|le|les|os|la|lo) (?:llamo|llamamos|devuelvo la llamada)
    (?:tendrá|tendrás|tendréis|tendrán|recibirá|recibirás|recibiréis|recibirán)
    (?:estará|estarán) (?:list\w+|terminad\w+|acabad\w+|hech\w+|enviad\w+|pagad\w+|reparad\w+|\
        arreglad\w+)
    (?:te|le|les|os) (?:prometo|prometemos|garantizo|garantizamos|aseguro|aseguramos) que
    me comprometo|nos comprometemos
    me encargo (?:yo|de)|nos encargamos
    (?:te|le|os|les|se|te l[oae]s?|se l[oae]s?|os l[oae]s?) (?:hago|hacemos|llevo|llevamos|instalo|\
        instalamos|arreglo|arreglamos|reparo|cambio|preparo|preparamos|traigo|acerco|reservo|monto|\
        consigo)
"""

DATED_VOWS = r"""
    (?:te|os|le|les) caen?
    l[oa]s? (?:encuentras?|encontráis|ves|ve usted|veis|recibes?|recibís)
    (?:cobras|cobráis|cobra usted)
    (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|mañana|noche|tarde) (?:me|te|le|os|\
        nos|lo|la) (?!(?:<idle>)\b|\w+(?:ndo|ado)\b)\w{3,}o
    (?:palabrita|palabra de honor|te doy mi palabra|le doy mi palabra)
    dame hasta|deme hasta
    (?:me|nos) tiene\w? (?:en|ahí|allí|a)
    (?:prometid|garantizad)[oa][.!]*$
    (?:<goods>) (?:va|van|irá|irán)
    (?:sale|saldrá|salen) (?:por|con|en) (?!coche|avión|tren)\w+
    (?:empiezo|empezamos|comienzo|comenzamos|arrancamos)(?! (?:las|el|a trabajar))
    (?:tienes?|tenéis|tienen) (?:el|la|los|las|tu|su) (?:<goods>)
    (?:estoy|estamos) en (?:la obra|su|tu)
    <goods>, … en (?:su|tu|vuestra|vuestro)
    (?:os|les|te|le) (?:transfiere|llama|manda|envía|lleva|paga|ingresa|entrega|trae)
    me (?:paso|acerco|pongo|ocupo)
    (?:va|irá|viene|vendrá|pasa|pasará|acerca|llama) (?:el|mi|nuestro|nuestra|\
        un) (?:\w+ )?(?:<ours>)
    (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|mañana|noche|\
        tarde) (?!(?:<idle>)\b|\w+(?:ndo|ado)\b)\w{3,}o
    (?:la|lo|las|los) (?:tiene|tienes|tenéis|tienen)
    (?:te|se|os|le|les) (?:l[oae]s? )?(?:hago|hacemos)
    (?:tenéis|tiene|tienes|tienen) (?:el|la|los|las) (?:dinero|presupuesto|oferta|pedido|\
        transferencia|plano|planos|factura)
    la (?:<now>)
    (?:<you>) (?:<now>)
    (?<!el )(?<!un )(?<!su )(?<!la )(?<!de )(?<!del )(?<!al )(?<!por )(?:<now>)
    (?:está|están) list\w+ (?:para|antes)
    (?<!me )(?<!nos )(?<!el )(?<!un )(?<!su )(?<!tu )(?<!mi )(?<!de )(?<!del )(?<!al )(?:<verb>)
    (?:<goods>) … (?:sale|salen|saldrán?|llegan?(?! de)|llegarán?(?! de)|estarán? (?:<at_yours>)|\
        (?:está|están) (?:<at_yours>))
    (?:te|le|les|os) (?:llegan?|llegarán?)
    (?:llega|llegará|sale|saldrá) … (?:a|en) (?:su|tu|vuestra|vuestro) \w+
    (?:hago|hacemos) (?:el|la|un|una|los|las) \w+
    (?:me|nos) (?:pongo|ponemos) (?:con|a|en ello)
    (?:me|nos) (?:acerco|acercamos|acercaré|acercaremos|paso|pasamos|pasaré|pasaremos|encargo|\
        encargamos)
    (?:le|te|os|les) escrib(?:o|imos|iré|iremos)(?! (?:para|por|en|de|porque|desde|con motivo))
    quedamos en (?:<to_do>)
    (?:tengo|tenemos) (?:previsto|pensado|intención de|programado) (?:<to_do>)
    (?:pienso|pensamos|prevemos|preveo) (?:<to_do>)
    (?:me comprometo|nos comprometemos) a (?:<to_do>)
    (?:estoy|estamos|estaré|estaremos) (?:ahí|allí|en (?:su|tu|vuestra) (?:casa|tienda|oficina))
    (?:ahí|allí) (?:estoy|estamos|estaré|estaremos|me tienes|me tiene|nos tiene\w*|nos tenéis)
    (?:está|están|estará|estarán|queda|quedará|quedan|quedarán) (?:todo )?(?:pagad|hech|resuelt|\
        list|\
        entregad|enviad|arreglad|terminad|instalad|montad|puest|cerrad)[oa]s?
    (?:para|antes de) [^,]{3,20} (?:está|están|estará|estarán|lo tiene\w*|lo tenéis|la tiene\w*|\
        la tenéis|lo tendr\w+|la tendr\w+) ?(?:list\w+|hech\w+|terminad\w+|acabad\w+)?
    (?:cuenta|cuente|contad|cuenten) con (?:ello|eso|la|el|los|las)
    (?:sabrá|sabrás|sabréis|sabrán) … (?:de|por) (?:mí|nosotros)
    (?:tendrá|tendrás|tendréis) noticias
    (?:el|mi|nuestro|nuestra|los|mis|un) (?:<ours>) (?:(?:te|le|os|les|se) )?(?:va|irá|viene|\
        vendrá|pasa|pasará|acerca|acercará|lleva|llevará|llama|llamará|entrega|entregará|recoge|\
        recogerá|manda|mandará|envía|enviará|estará|van|irán|vienen|pasan|está (?:<at_yours>))
    (?:te|le|les|os|se l[oae]s?|te l[oae]s?|os l[oae]s?|la|lo) (?!(?:<idle>)\b)\w{2,}(?:o|oy|\
        amos|emos|imos)
    (?!(?:<idle>)\b)\w{2,}(?<!i)(?<!b)(?:amos|imos)
    (?:te|os|se) l[oae]s? \w{2,}[ae]
    (?:mi|nuestro|nuestra) … (?:llama|pasa|viene|lleva|manda|envía)
"""

MARKED_VOWS = (
    r"(?i:quedo) en (?i:\w+[aei]r(?:le|te|les|os|lo|la)?)|"
    r"(?i:(?<!me )(?<!nos )(?!estar|ser|podr|tendr|habr|querr|sabr|deber|volver|regresar|"
    r"retir|prepar|compar|repar|separ|declar|aclar|esper|super|oper|gener|consider|admir|"
    r"respir)\w{2,}[aei]ré)"
    r"|(?i:(?!estar|ser|podr|tendr|habr|querr|sabr|deber|volver|regresar)\w{2,}remos)"
)

GOES_ON = ""

UNSAID = r"""
    (?<!digo )(?<!aviso )(?<!diré )(?<!saber )(?<!vemos )(?<!veo )(?<!ver )si(?![,.!])
    cuando (?:me|nos|tenga\w*|llegue\w*|vuelva\w*|esté\w*|pueda\w*|quier\w+|sepa\w*)
    siempre que|en caso de|salvo que|a menos que
    a (?:la|mi) vuelta
    depende
"""

UNSURE = r"""
    otra vez a \w+
    de lunes a|vence
    (?:dentista|médico|(?<!su )(?<!tu )(?<!vuestro )taller|vacaciones|cumpleaños|boda|entierro|\
        niños|colegio|cole)
    normalmente|generalmente|habitualmente|(?<!como )siempre|cada|todos los|todas las|solemos|suelo
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
    no(?! más tarde)|nunca|tampoco|ni|nadie
"""

SOON = r"""
    cuanto antes|lo antes posible|en ?seguida|ahora mismo|inmediatamente
"""

WAITS = r"""
    en cuanto(?! pued\w+)|tan pronto(?! como (?:sea )?pos)|nada más
"""

OFFERS = r"""
    (?:puedo|podemos) (?:<to_do>)
"""

TURNS = r"""
    y(?! (?:las |media|\d))|e|pero|así que
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
