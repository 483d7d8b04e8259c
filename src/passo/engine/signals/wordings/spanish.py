"""Spanish, as clients and owners write it."""

from passo.engine.signals.wording import Wording

SPANISH = Wording(
    code="es",
    lists={
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
    },
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
    vows=r"""
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
    """,
    dated_vows=r"""
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
    """,
    marked_vows=(
        r"(?i:(?<!me )(?<!nos )(?!estar|ser|podr|tendr|habr|querr|sabr|deber|volver|regresar|"
        r"retir|prepar|compar|repar|separ|declar|aclar|esper|super|oper|gener|consider|admir|"
        r"respir)\w{2,}[aei]ré)"
        r"|(?i:(?!estar|ser|podr|tendr|habr|querr|sabr|deber|volver|regresar)\w{2,}remos)"
    ),
    goes_on="",
    unsaid=r"""
        (?<!digo )(?<!aviso )(?<!diré )(?<!saber )(?<!vemos )(?<!veo )(?<!ver )si(?![,.!])
        en cuanto|tan pronto|nada más
        cuando (?:me|nos|tenga\w*|llegue\w*|vuelva\w*|esté\w*|pueda\w*|quier\w+|sepa\w*)
        siempre que|en caso de|salvo que|a menos que
        a (?:la|mi) vuelta
        depende
    """,
    unsure=r"""
        después
        espero|esperamos|esperando
        intento|intentamos|intentaré|intentaremos|trataré|trato de|procuro|procuraré|procuraremos
        quizás?|tal vez|a lo mejor|posiblemente|seguramente|probablemente|igual
        cerrad[oa]s?
        podría|podríamos|debería|deberíamos|habría|haría|querría|me gustaría
        (?:dijo|ha dicho|dijeron|me han dicho)
        creo|supongo|imagino
    """,
    negated=r"""
        no|nunca|tampoco|ni|nadie
    """,
    turns=r"""
        y|e|pero|luego|así que
    """,
    deeds={
        "pay": r"pag\w+|transfer\w+|abon\w+|ingres(?:o|amos|aré|aremos)|transferencia|pago",
        "call": r"llam\w+",
        "come": r"llev\w+|traig\w+|traer\w*|pas(?:o|amos|aré|aremos|ará)|voy(?! a \w+r)|"
        r"vamos(?! a \w+r)|iré|iremos|veng\w+|vien\w+|vendr\w+|estaré|estaremos",
        "answer": r"digo|decimos|diré|diremos|avis\w+|confirm\w+|respuesta|contest\w+|respond\w+|"
        r"cuento|inform\w+|comunic\w+",
        "send": r"mand\w+|envi\w+|recib\w+|tendr\w+|facilit\w+",
    },
    kinds={
        "thanks": r"""
        (?:mil|millones de|infinitas|un millón de) gracias(?! (?:por (?:su|tu|el|\
            vuestro) (?:correo|mensaje|mail|respuesta))|de antemano)
        (?:muchísimas gracias|gracias de (?:corazón|verdad|todo corazón))(?! por (?:su|tu|el|\
            vuestro|la|vuestra) (?:correo|mensaje|mail|respuesta|oferta|presupuesto))
        (?:gracias|agradezco|agradecemos|agradecerle|agradecerte|agradeceros) … por (?:venir|\
            hacer\w*|ayudar\w*|arreglar\w*|atender\w*|haber\w*|todo|salvar\w*|traer\w*|cuidar\w*|\
            recibir\w*|preparar\w*)
        (?:gracias|agradezco|agradecemos|agradecerle|agradecerte|agradeceros) … por (?:el|la|los|\
            las|su|tu|vuestr\w|tan|un|una) (?:\w+ )?(?:trabajo|ayuda|reparación|visita|cena|\
            comida|apoyo|servicio|consejo|consejos|rapidez|regalo|esfuerzo|trato|atención recibida)
        (?:te|le|les|os) (?:estoy|estamos) (?:muy |sumamente )?agradecid\w+
        """,
        "praise": r"""
        irreconocible
        (?:qué|vaya) (?:cambio|diferencia|maravilla|trabajo|gusto|pasada)
        (?:sois|eres|es usted) (?:unos |un |una |los |el |la )?(?:cracks?|mejores|mejor|genial\w*|\
            fantástic\w+|estupend\w+|máquinas?|sol)
        (?:no podíamos|no podía) (?:pedir|haber)
        (?:un|vaya) trabajo (?:fantástico|estupendo|excelente|impecable|de diez)|de diez|un diez
        (?:gran|buen|excelente|estupendo|magnífico|fantástico) (?:trabajo|servicio|trabajazo)
        (?:buenísim|riquísim|amabilísim|fantástic|estupend|magnífic|maravillos|espectacular|\
            impecable|preciosísim|precios)\w*
        (?:muy|super|realmente|encantadísim\w+|contentísim\w+|más que) (?:content\w+|satisfech\w+|\
            feliz|felices) con
        (?:encantad[oa]s?|contentísim[oa]s?) con
        enhorabuena|felicidades por|os felicito|le felicito|te felicito
        de maravilla
        (?:quedó|quedado|está|estuvo|todo|trabajo) (?:todo )?(?:perfect[oa]|genial)
        (?:os|le|te|les) (?:recomendaré|recomendaremos|hemos recomendado|he recomendado|\
            recomiendo a todos)
        muy bien hecho
        """,
        "complaint": r"""
        (?:por desgracia|desgraciadamente|lamentablemente) (?:[^ ]+ ){0,8}?(?:sigue|siguen|\
            todavía|aún)
        en la factura (?:pone|sale|aparece|veo) \d+
        así no (?:se puede|podemos|puede ser|vamos)
        (?:he|hemos) (?:llamado|escrito|preguntado) (?:dos|tres|cuatro|cinco|varias|muchas) veces
        (?:han|habéis|ha) (?:roto|rayado|estropeado|dejado todo (?:sucio|roto|perdido))
        (?:no hay derecho|una tomadura|qué vergüenza|lamentable)
        decepcionad\w+|decepción|decepcionante
        (?:no|nada|poco) (?:estoy|estamos|quedé|quedamos|nada)? ?(?:content\w+|satisfech\w+)
        inaceptable|una vergüenza|vergonzoso|indignad[oa]s?
        (?:vuelve|volvió|ha vuelto|vuelven) a (?:gotear|perder|fallar|romperse|estropearse|saltar|\
            salir|pasar)
        (?:otra vez|de nuevo) (?:rot\w|estropead\w|averiad\w|pierde|gotea|falla)
        (?:sigue|siguen|continúa) sin (?:funcionar|arreglar|llegar|responder|estar|cerrar|ir|\
            contestar)
        (?:todavía|aún) no (?:funciona\w*|ha (?:llegado|venido)|han (?:llegado|venido|arreglado)|\
            está (?:list|arreglad|termin)\w+)
        no (?:vino|ha venido|apareció|contestó|llamó|contesta|responde) (?:nadie)
        nadie (?:vino|ha venido|llamó|ha llamado|contesta|apareció|responde)
        (?:sigo|seguimos|llevamos|llevo) (?:\w+ )?(?:\w+ )?esperando
        (?:hay|han cometido|he visto|contiene) (?:un error|una equivocación)
        error en (?:su|la|vuestra|tu) (?:factura|cuenta|pedido)
        (?:segunda|tercera|cuarta|enésima) vez que
        (?:talla|color|artículo|importe|pieza|medida) (?:equivocad|incorrect|erróne)\w+
        (?:quiero|quisiera|tengo que|debo|queremos) (?:\w+ )?(?:quejarme|quejarnos|reclamar|\
            poner una (?:queja|reclamación))
        una (?:queja|reclamación) (?:por|formal)
        (?:llegó|llegaron|ha llegado|han llegado) (?:rot\w+|dañad\w+|tarde|estropead\w+)
        """,
        "introduction_offered": r"""
        (?:le|les) (?:hablo|hablaré|puedo hablar|hablamos) de (?:ti|usted|vosotros)
        (?:te|le|os) (?:recomiendo|recomendaré) (?:a|al)
        (?:dile|dígale|decidle|díganle) que (?:vas|va|vais|van) de (?:mi|nuestra) parte|de mi parte
        (?:te|le|os|les) (?:doy|paso|puedo dar|puedo pasar|mando) (?:su|el) (?:número|contacto|\
            teléfono|correo|móvil)
        (?:te|le|os|les) (?:pongo|puedo poner|podría poner|ponemos|pondría) en contacto
        (?:te|le|os|les|se) (?:lo |la |los |las )?(?:puedo|podría) presentar
        (?:os|te lo|te la|se lo|se la) (?:presento|presentaré|presentamos) (?:cuando|si|\
            encantad\w|con gusto)
        (?:deberías|debería|deberíais|tienes que|tiene que|tenéis que) conocer
        puedo (?:presentar|poner)(?:te|le|os|les)
        """,
        "introduction_made": r"""
        \(?(?:en copia|en cc)(?! (?:la|el) (?:factura|oferta|contrato|presupuesto))\)?
        (?:te|le|les) presento a
        (?:os|te|le|les|lo|la) (?:pongo|he puesto|puse|hemos puesto|dejo) (?:a los dos |\
            a ambos )?en copia(?! (?:la|el) )
        (?:he dado|di|pasé|he pasado) (?:su|tu|vuestro) (?:número|teléfono|contacto|nombre|correo|\
            móvil)
        todo vuestro
        """,
        "not_before": r"""
        (?:no tiene sentido|imposible|congelad\w|complet\w|hasta arriba|llenos) … (?:antes de|\
            hasta|hasta el)
        (?:escríb|llám|contáct)(?:eme|ame|enme|adme|enos|anos|ennos|eme usted|adnos|\
            enos usted) (?:mejor |otra vez |de nuevo |pues )*(?:en|después de|a partir de|pasada|\
            tras)(?= (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|\
            noviembre|diciembre|primavera|verano|otoño|invierno|navidad|semana santa|año nuevo|\
            el nuevo))
        (?:aplazamos|aplazarlo|dejamos|dejarlo|esperamos|esperar) … (?:hasta|para|a)
        (?:no|nunca|nada) antes de
        (?:hasta|antes de|antes del) … (?:no (?:podemos|puedo|podremos|vamos|hay|nos)|nada|\
            imposible)
        no … (?:hasta|antes de|antes del)
        (?:hablamos|hablemos|volvemos a hablar|lo hablamos|lo vemos|llám\w+|escríb\w+|contáct\w+|\
            vuelva a \w+|vuelve a \w+|retomamos|lo retomamos|inténtel\w) … (?:en|después de|\
            después del|a partir de|pasad[oa]s?|tras)
        (?:a partir de|solo después|como pronto|como muy pronto) (?:en|de|a|el)
        como (?:muy )?pronto
        """,
        "no_longer_here": r"""
        ya no (?:trabaja|trabajo|está|estoy|forma parte|colabora|pertenece) (?:aquí|con nosotros|\
            en|con|de|a|para)
        (?:dejó|ha dejado|dejo|deja|dejaré) (?:la|nuestra|el|esta) (?:empresa|compañía|despacho|\
            firma|oficina|equipo)
        se (?:ha jubilado|jubiló|jubila)
        (?:mi|su) último día
        """,
        "refusal": r"""
        (?:decidido|vamos a) (?:dejar|quedarnos|esperar|aplazar)\w*
        no (?:podrá|va a poder|puede|podremos) (?:ser|hacerlo|hacerse)
        no (?:podemos|vamos a poder) (?:aceptar|seguir|hacerlo)
        (?:cogido|contratado|elegido|encontrado|optado por|escogido) … (?:una empresa|\
            otra empresa|otro|otra|alguien)
        (?:bórr|elimin|quít)(?:enlo|elo|adlo|alo|en|e|eme|enme) ?(?:mi|mis|el|la)?
        no (?:necesito|necesitamos|quiero|queremos) nada
        no (?:es|encaja|nos encaja) (?:para nosotros|lo que buscamos|con nosotros)
        no vamos a (?:seguir adelante|seguir|continuar|contratar)
        no,? (?:muchas )?gracias
        no (?:nos|me) interesa|no (?:estamos|estoy) interesad\w+
        (?:hemos|he) (?:decidido|elegido|optado) … (?:otro|otra|otros|no seguir|no continuar|\
            no contratar)
        (?:lo dejamos pasar|lo dejo pasar|renunciamos|descartamos|declinamos|tenemos que rechazar|\
            debemos rechazar)
        (?:quítenos|quítennos|quítame|quítenme|bórrenos|bórrenme|sáquennos|elimínenme|elimínennos)
        se (?:nos|me) (?:va|sale|escapa) de (?:presupuesto|precio)
        (?:demasiado|muy) car[oa]s? para (?:nosotros|mí)
        no (?:necesitamos|necesito) (?:sus|vuestros|tus) servicios
        """,
        "clients_first": r"""
        (?:solo|sólo|únicamente) (?:trabajamos|trabajo|compramos|\
            colaboramos) con … (?:referencias|experiencia|clientes)
        (?:trabajamos|trabajo|colaboramos) (?:solo|sólo|únicamente|\
            solamente) con … (?:referencias|experiencia|clientes)
        cuando (?:tenga|tengas|tengáis|tengan) (?:ya )?(?:algun\w+|más|unos|unos cuantos|varios|\
            otros|los primeros|sus primeros|referencias|clientes)
        (?:vuelv|regres)\w+ cuando (?:l[oa]s )?teng\w+
        (?:queremos|necesitamos|preferimos) ver (?:antes |primero )?referencias
        demasiado (?:nuev|joven|pequeñ)\w* para (?:nosotros|una empresa)
        """,
        "out_of_office": r"""
        (?:del|desde el) … (?:estaremos|estamos|estará|está) cerrad\w+
        fuera de la oficina|fuera de oficina
        (?:estoy|estaré|estamos|estaremos) (?:de vacaciones|ausente|ausentes|de baja|de viaje|\
            de permiso|cerrad\w+)
        respuesta automática|mensaje automático
        (?:vuelvo|regreso|volveré|regresaré|me reincorporo) (?:el|a la oficina|al trabajo|en)
        cerrad\w+ por vacaciones
        """,
        "bounce": r"""
        no (?:se ha podido|se pudo|ha sido posible|ha podido) (?:ser )?entrega\w*
        (?:dirección|destinatario|usuario|buzón|cuenta) (?:no existe|no encontrad\w|desconocid\w|\
            lleno|está lleno|inexistente)
        (?:error|fallo) (?:de|en la) entrega
        """,
        "enclosed": r"""
        adjunt[oa]s?|adjuntamos|en adjunto|te adjunto
        aquí (?:va|van|tiene|tienes|tenéis|tienen|está|están)
        como (?:te|le|os|les) (?:prometí|dije|comenté)
        """,
        "withdrawn": r"""
        olvid(?:e|a|ad|en) (?:mi|el|la|lo)
        ya no (?:hace falta|es necesario|lo necesito|lo necesitamos|necesito|necesitamos|\
            me hace falta)
        ya (?:está|lo he|lo hemos|quedó) (?:resuelt\w|solucionad\w|arreglad\w|encontrad\w|\
            solucionado)
        no (?:hace falta|es necesario) que (?:me |nos )?(?:respond|contest|llam|veng)\w+
        """,
    },
    unless={
        "thanks": r"""
        de antemano|por adelantado
        """,
        "praise": r"""
        sería|serían|no|estaría|nos viene (?:perfecto|genial|estupendo)|me viene (?:perfecto|genial)
        perfectamente|(?:a las \d+|el \w+) (?:perfecto|genial)|perfecto,|generalmente
        encantad[oa]s? con la idea
        """,
        "complaint": r"""
        (?:ninguna|sin|no) (?:tengo |hay )?(?:queja|quejas|decep)\w*
        si (?:no|hubiera)
        """,
        "introduction_offered": r"""
        (?:me|nos) (?:puedes|podrías|puede|podría) (?:presentar|poner)
        """,
        "refusal": r"""
        no renunci\w+
        """,
        "out_of_office": r"""
        (?:está|estás|estaba|estabas) (?:fuera|de vacaciones)\?
        """,
    },
    campaign=r"""
        dar(?:se|te|me)? de baja|date de baja|dese de baja
        recibes? este (?:correo|mail|email|mensaje|newsletter)
        (?:ver|abrir|leer) … en (?:el|tu|su) navegador
        cancelar (?:la|tu|su) suscripción
    """,
    short_forms="sr sra srta sres dr dra d dª avda núm num tel ej p.ej etc aprox uds ud vd art c",
)
