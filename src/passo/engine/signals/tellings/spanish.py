"""What is told by set words in Spanish: thanks, a complaint, a refusal …; and what is not meant."""

KINDS = {
    "thanks": r"""
    (?:mil|millones de|infinitas|un millón de) gracias(?! (?:por (?:su|tu|el|vuestro) (?:correo|\
        mensaje|mail|respuesta))|de antemano)
    (?:muchísimas gracias|gracias de (?:corazón|verdad|todo corazón))(?! por (?:su|tu|el|vuestro|\
        la|vuestra) (?:correo|mensaje|mail|respuesta|oferta|presupuesto))
    (?:gracias|agradezco|agradecemos|agradecerle|agradecerte|agradeceros) … por (?:venir|hacer\w*|\
        ayudar\w*|arreglar\w*|atender\w*|haber\w*|todo|salvar\w*|traer\w*|cuidar\w*|recibir\w*|\
        preparar\w*)
    (?:gracias|agradezco|agradecemos|agradecerle|agradecerte|agradeceros) … por (?:el|la|los|las|\
        su|tu|vuestr\w|tan|un|una) (?:\w+ )?(?:trabajo|ayuda|reparación|visita|cena|comida|apoyo|\
        servicio|consejo|consejos|rapidez|regalo|esfuerzo|trato|atención recibida)
    (?:te|le|les|os) (?:estoy|estamos) (?:muy |sumamente )?agradecid\w+
    """,
    "praise": r"""
        (?:fue|fueron|son|ha sido|han sido) (?:\w+ )?(?:encantador\w*|una maravilla|majísim\w+|\
            simpatiquísim\w+)
        cinco estrellas|5 estrellas|matrícula de honor
        (?:muy|realmente|tan|súper|de lo más) (?:profesional\w*|amabl\w+|atent\w+|limpi\w+|\
            serviciales|puntual\w*|cuidados\w+)
        (?:superado|por encima de) (?:todas )?(?:nuestras|mis) expectativas
        (?:el|la) mejor \w+ que
        (?:totalmente|muy) recomendable\w*
    irreconocible
    (?:qué|vaya) (?:cambio|diferencia|maravilla|trabajo|gusto|pasada)
    (?:sois|eres|es usted) (?:unos |un |una |los |el |la )?(?:cracks?|mejores|mejor|genial\w*|\
        fantástic\w+|estupend\w+|máquinas?|sol)
    (?:no podíamos|no podía) (?:pedir|haber)
    (?:un|vaya) trabajo (?:fantástico|estupendo|excelente|impecable|de diez)|de diez|un diez
    (?:gran|buen|excelente|estupendo|magnífico|fantástico) (?:trabajo|servicio|trabajazo)
    (?:buenísim|riquísim|amabilísim|fantástic|estupend|magnífic|maravillos|espectacular|impecable|\
        preciosísim)\w*|precios[oa]s?|preciosidad\w*
    (?:muy|super|realmente|encantadísim\w+|contentísim\w+|más que) (?:content\w+|satisfech\w+|\
        feliz|felices) con
    (?:encantad[oa]s?|contentísim[oa]s?) con
    enhorabuena|felicidades por|os felicito|le felicito|te felicito
    de maravilla
    (?:quedó|quedado|está|estuvo|todo|trabajo) (?:todo )?(?:perfect[oa]|genial)
    (?:os|le|te|les) (?:recomendaré|recomendaremos|hemos recomendado|he recomendado|\
        recomiendo a todos)
    muy bien hecho
    (?:ha|han|quedó|quedaron) (?:quedado |salido )?(?:precios[oa]s?|genial|estupend\w+|\
        perfect[oa]s?|\
        de lujo)
    """,
    "complaint": r"""
        ya está bien, hombre|ya está bien de esperar
        por (?:segunda|tercera|cuarta|enésima) vez
        (?:es|ya es) la (?:segunda|tercera|cuarta|enésima) vez
        (?:hay|tiene|con|encontrado) (?:varios|muchos|bastantes|demasiados|algunos) (?:errores|\
            fallos|\
            defectos)
        (?:segunda|tercera|cuarta) semana (?:sin|que)
        (?:esperaba|esperábamos) (?:otra cosa|más|algo mejor)|(?:me|nos) cuelgan
        no es lo que (?:pedimos|pedí|habíamos|acordamos|encargamos)
        (?:se ha|ya se ha) (?:roto|despegado|estropeado|caído|atascado|rajado)
        no funciona(?: bien| ya)?
        (?:pésim\w|mal|chapucer\w) (?:trabajo|servicio|hecho|experiencia)
        (?:sin|ninguna) respuesta|siguen sin contestar
        (?:me devuelvan|devolución del dinero|reembolso)
        (?:falta|faltan) (?:todavía |aún )?(?:una pieza|piezas|(?:los|las)(?! de)|dos|tres)
    (?:por desgracia|desgraciadamente|lamentablemente) (?:[^ ]+ ){0,8}?(?:sigue|siguen|todavía|aún)
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
    (?:sigue|siguen|continúa) sin (?:funcionar|arreglar|llegar|responder|estar|cerrar|ir|contestar)
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
        (?:le|les) (?:digo|pido|puedo decir|puedo pedir) a (?:\w+ ){1,3}?que (?:te|le|\
            os) (?:llame|escriba|contacte)
        conozco a (?:alguien|uno|una|un|una persona) (?:\w+ )?que (?:busca|necesita|podría|quiere)
        (?:quieres|quiere|queréis) que (?:te |le |os |se )?(?:lo |la )?(?:presente|pase|dé|ponga|\
            hable|escriba|pregunte)
        (?:le|te) puedo poner en contacto
    (?:le|les) (?:hablo|hablaré|puedo hablar|hablamos) de (?:ti|usted|vosotros)
    (?:te|le|os) (?:recomiendo|recomendaré) (?:a|al)
    (?:dile|dígale|decidle|díganle) que (?:vas|va|vais|van) de (?:mi|nuestra) parte|de mi parte
    (?:te|le|os|les) (?:doy|paso|puedo dar|puedo pasar|mando) (?:su|el) (?:número|contacto|\
        teléfono|correo|móvil)
    (?:te|le|os|les) (?:pongo|puedo poner|podría poner|ponemos|pondría) en contacto
    (?:te|le|os|les|se) (?:lo |la |los |las )?(?:puedo|podría) presentar
    (?:os|te lo|te la|se lo|se la) (?:presento|presentaré|presentamos) (?:cuando|si|encantad\w|\
        con gusto)
    (?:deberías|debería|deberíais|tienes que|tiene que|tenéis que) conocer
    puedo (?:presentar|poner)(?:te|le|os|les)
    """,
    "introduction_made": r"""
        tenéis que (?:hablar|conoceros)|deberíais hablar
        le he (?:dicho|pedido) que (?:te|le|os|les) (?:llame|escriba|contacte)
        (?:he pasado|pasé|le he pasado|di) (?:su|tu|vuestro) (?:nombre|número|teléfono|contacto)
        (?:ella|él|este|esta) es \w+,? (?:de quien|de la que|del que|mi)
    \(?(?:en copia|en cc)(?! (?:la|el) (?:factura|oferta|contrato|presupuesto))\)?
    (?:te|le|les) presento a
    (?:os|te|le|les|lo|la) (?:pongo|he puesto|puse|hemos puesto|dejo) (?:a los dos |\
        a ambos )?en copia(?! (?:la|el) )
    (?:he dado|di|pasé|he pasado) (?:su|tu|vuestro) (?:número|teléfono|contacto|nombre|correo|móvil)
    todo vuestro
    """,
    "not_before": r"""
        antes no(?! me| nos)|antes imposible
    (?:no tiene sentido|imposible|congelad\w|complet\w|hasta arriba|llenos) … (?:antes de|hasta|\
        hasta el)
    (?:escríb|llám|contáct)(?:eme|ame|enme|adme|enos|anos|ennos|eme usted|adnos|\
        enos usted) (?:mejor |otra vez |de nuevo |pues )*(?:en|después de|a partir de|pasada|\
        tras)(?= (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|\
        noviembre|diciembre|primavera|verano|otoño|invierno|navidad|semana santa|año nuevo|\
        el nuevo))
    (?:aplazamos|aplazarlo|dejamos|dejarlo|esperamos|esperar) … (?:hasta|para|a)
    (?:no|nunca|nada) antes de
    (?:hasta|antes de|antes del) … (?:no (?:podemos|puedo|podremos|vamos|hay|nos)|nada|imposible)
    antes del? (?:[^ ,;:]+ ){1,6}?(?:no(?! he| hemos| había| ha ))
    no … (?:hasta|antes de|antes del)(?! que)
    (?:hablamos|hablemos|volvemos a hablar|lo hablamos|lo vemos|(?:llám|escríb|contáct)(?:a|e|ad|\
        en)(?:me|nos)?|\
        vuelva a \w+|vuelve a \w+|retomamos|lo retomamos|inténtel\w) … (?:en|después de|\
        después del|a partir de|pasad[oa]s?|tras)
    (?:a partir de|solo después|como pronto|como muy pronto) (?:en|de|a|el)
    como (?:muy )?pronto
    """,
    "no_longer_here": r"""
    ya no (?:trabaja|trabajo|forma parte|formo parte|colabora|colaboro|pertenece|\
        pertenezco) (?:aquí|con|\
        en|de|a|para)
    ya no (?:está|estoy) (?:aquí|con nosotros|con ellos|en (?:la |esta |nuestra |el )?(?:empresa|\
        compañía|despacho|firma|oficina|equipo|puesto|cargo))
    (?:he|ha) cambiado de (?:trabajo|empresa|puesto)
    (?:dejó|ha dejado|dejo|deja|dejaré) (?:la|nuestra|el|esta) (?:empresa|compañía|despacho|firma|\
        oficina|equipo)
    se (?:ha jubilado|jubiló|jubila)
    (?:mi|su) último día
    """,
    "refusal": r"""
        se ha adjudicado a (?:otra|otro)
        (?:no l[oa] vamos|no vamos) a necesitar
        nos l[oa] hace (?:mi|un|una|nuestro|nuestra)
        va a ser que no|no (?:nos|me) salen las cuentas
        ya tenemos (?:a alguien|proveedor|quien|uno|una|nuestro)|ya tengo (?:a alguien|proveedor|\
            quien|uno|una)
        (?:se lo|se la|lo|la) hemos (?:dado|encargado|adjudicado) a
        (?:su|vuestro|tu) (?:precio|presupuesto) (?:es|está|era|resulta|queda) (?:demasiado|muy|\
            por encima|fuera)
        no (?:vamos a|queremos|deseamos|pensamos) (?:seguir|continuar|hacerlo|hacer|comprar|\
            contratar)
        (?:de momento|por ahora|este año|esta vez) (?:lo dejamos|no lo hacemos|lo descartamos|\
            pasamos)
        (?:anulo|anulamos|cancelamos|retiramos|cancelo) (?:el|la|nuestro|mi) (?:pedido|encargo|\
            solicitud|contrato)
        (?:rechazar|declinar) (?:su|la|vuestra|tu) (?:oferta|propuesta|invitación)
        no (?:nos|me) (?:convence|encaja)
        (?:hemos|he|ha|han) decidido (?:finalmente |al final )?(?:no \w+r|prescindir|\
            buscar (?:otr\w+|en))
        (?:no|tampoco) (?:renovaremos|renovamos|seguiremos|continuaremos|contrataremos|aceptamos)
        (?:preferimos|prefiero|preferido) (?:seguir|quedarnos|quedarme|continuar) con
        (?:nos|me) (?:quedamos|quedo|quedaremos) con (?:el|la|lo|nuestr\w+|mi) (?:que|de siempre|\
            actual|\
            proveedor)
    (?:decidido|vamos a) (?:dejar|quedarnos|esperar|aplazar)\w*
    no (?:podrá|va a poder|puede|podremos) (?:ser|hacerlo|hacerse)
    no (?:podemos|vamos a poder) (?:aceptar|seguir|hacerlo)
    (?:cogido|contratado|elegido|encontrado|optado por|escogido) … (?:una empresa|otra empresa|\
        otro|otra|alguien)
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
        nada que no esté ya (?:funcionando|probado|en marcha)
        cuando teng\w+ dos o tres
    (?:solo|sólo|únicamente) (?:trabajamos|trabajo|compramos|colaboramos) con … (?:referencias|\
        experiencia|clientes)
    (?:trabajamos|trabajo|colaboramos) (?:solo|sólo|únicamente|solamente) con … (?:referencias|\
        experiencia|clientes)
    cuando (?:tenga|tengas|tengáis|tengan) (?:ya )?(?:algun\w+|más|unos|unos cuantos|varios|otros|\
        los primeros|sus primeros|referencias|clientes)
    (?:vuelv|regres)\w+ cuando (?:l[oa]s )?teng\w+
    (?:queremos|necesitamos|preferimos) ver (?:antes |primero )?referencias
    demasiado (?:nuev|joven|pequeñ)\w* para (?:nosotros|una empresa)
    conejillos? de indias|ser l[oa]s? primer[oa]s?(?= en|$|[,.;])
    (?:hasta que|mientras) no … (?:referencias|otros clientes|más clientes)
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
    "solved": r"""
    (?:(?:ahora|ya) (?:\w+ )?(?:funciona|funcionan|va bien|van bien)|(?:funciona|funcionan) \
        (?:\w+ )?(?:ahora|de nuevo|otra vez|sol\w))(?! (?:mal|peor))
    (?:vuelve|vuelven|ha vuelto|han vuelto) a (?:funcionar|ir bien|calentar)
    (?:el )?(?:problema|fallo|avería) (?:ya )?(?:está|se ha|quedó|ha sido) (?:\w+ )?(?:resuelt\w|\
        solucionad\w|arreglad\w)
    """,
    "withdrawn": r"""
    ya no (?:es preciso|hay necesidad|nos hace falta|le necesit\w+|te necesit\w+|os necesit\w+)
    no (?:hace falta|es necesario) (?:ya|más)
    (?:se ha|se) (?:solucionado|arreglado|arregló|solucionó|resuelto) (?:ya )?(?:sol\w)
    olvid(?:e|a|ad|en) (?:mi|el|la|lo)
    ya no (?:hace falta|es necesario|lo necesito|lo necesitamos|necesito|necesitamos|me hace falta)
    ya (?:está|lo he|lo hemos|quedó) (?:resuelt\w|solucionad\w|arreglad\w|encontrad\w|solucionado)
    no (?:hace falta|es necesario) que (?:me |nos )?(?:respond|contest|llam|veng)\w+
    """,
}
UNLESS = {
    "withdrawn": r"""
    \bno (?:se |te |os |me )?olvid\w*|\bsi\b|\bcuando\b|\bhasta que\b
    """,
    "solved": r"""
    \b(?:si|cuando|hasta que|espero|ojalá|solo|sólo|no(?! hace| es| lo| me| nos| le| te| os)|pero|\
        a veces)\b
    """,
    "thanks": r"""
    de antemano|por adelantado
    ^(?:muchas )?gracias por todo\W*$
    haber(?:me|nos)? (?:avisado|escrito|dicho|contestado|contactado|respondido|informado|pensado)
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
}
