"""What stands before the @ of addresses behind which no single person is, in four languages.

Hyphens, dots and underscores are left out before looking, so that `no-reply` is `noreply`.
"""

from passo.readers.mail.words import word_set

# The beginning or the end of it: a machine that nobody can answer.
NO_REPLY = (
    *("noreply", "donotreply", "dontreply", "noanswer", "noreplies", "neverreply"),
    *("nonrispondere", "norispondere", "nonrisponda"),
    *("nichtantworten", "keineantwort", "nichtbeantworten"),
    *("noresponder", "nocontestar", "noresponda", "noresponde"),
)

# The whole of it, or one word of it: a machine that reports on things.
NOTICES = (
    word_set("notification notifications notify notifier reminder reminders autoconfirm automated")
    | word_set("autoreply autoresponder automailer rssfeeds mailbot supportbot unmonitored")
    | word_set("notifica notifiche promemoria")
    | word_set("benachrichtigung benachrichtigungen erinnerung erinnerungen")
    | word_set("notificacion notificaciones recordatorio recordatorios")
)

# Only the whole of it: words that are also names, or parts of honest addresses.
ONLY_NOTICES = (
    word_set("alert alerts system automation automatic robot bot cron root daemon nobody wwwdata")
    | word_set("calendarserver calendarnotification voicemail scanner printer fax monitoring")
    | word_set("avviso avvisi allarmi sistema stampante")
    | word_set("hinweis hinweise warnung drucker")
    | word_set("aviso avisos alerta alertas impresora")
)

# The whole of it, or one word of it.
NEWSLETTERS = word_set(
    "newsletter newsletters enews mailing mailings mailer campaign campaigns"
) | word_set("notiziario rundbrief rundschreiben infobrief boletin boletines")

# Only the whole of it.
ONLY_NEWSLETTERS = (
    word_set("news promo promos promotion promotions offers deals digest")
    | word_set("offerte promozioni novita angebote aktionen neuigkeiten")
    | word_set("ofertas promociones novedades")
)

# The whole of it, or one word of it.
BOUNCES = word_set("bounce bounces bounced mailerdaemon postmaster maildaemon undeliverable")

# The first or last word of it, after a hyphen: how mailing lists call their own addresses.
LIST_ENDS = word_set("unsubscribe subscribe request owner bounces")

# The whole of it: a desk in a firm, where today one person reads and tomorrow another.
SHARED = (
    word_set(
        """
        info information office contact contactus contacts hello team sales support help helpdesk
        service services customerservice customercare admin administration administrator billing
        accounts accounting accountspayable accountsreceivable finance invoice invoices order
        orders shop store booking bookings reservations reception frontdesk hr jobs careers
        recruiting recruitment marketing press media legal privacy dpo security abuse webmaster
        hostmaster postmaster feedback enquiries inquiries enquiry inquiry mail email secretary
        management workshop warehouse purchasing procurement logistics shipping quality events
        editor partners payments quotes welcome customers clients board committee staff
        """
    )
    | word_set(
        """
        informazioni ufficio amministrazione contabilita segreteria commerciale vendite acquisti
        clienti assistenza servizioclienti direzione contatti contatto ordini fatture
        fatturazione fornitori magazzino officina laboratorio negozio prenotazioni lavoro
        personale risorseumane stampa ciao posta pec preventivi tecnico ufficiotecnico logistica
        spedizioni qualita eventi redazione studio protocollo sportello pagamenti bottega
        ristorante hotel azienda amministratore
        """
    )
    | word_set(
        """
        buero büro kontakt verwaltung buchhaltung rechnung rechnungen vertrieb verkauf einkauf
        kunden kundenservice kundendienst bestellung bestellungen anfrage anfragen sekretariat
        geschaeftsfuehrung geschäftsführung geschaeftsleitung zentrale empfang werkstatt lager
        versand personal personalabteilung bewerbung bewerbungen karriere presse datenschutz
        hallo praxis kanzlei rezeption reservierung buchung buchungen laden termine technik
        logistik redaktion vorstand veranstaltungen willkommen auskunft hausverwaltung
        """
    )
    | word_set(
        """
        informacion oficina administracion contabilidad ventas compras clientes cliente atencion
        atencionalcliente contacto contactar pedidos pedido facturas facturacion proveedores
        almacen taller tienda reservas recepcion empleo rrhh recursoshumanos prensa hola correo
        soporte ayuda servicio tecnica direccion gerencia secretaria comercial presupuestos
        envios calidad eventos redaccion privacidad
        """
    )
)

# Also with a word more: info.milano@, sales-uk@, ufficio.acquisti@.
SHARED_BEGINNINGS = word_set(
    """
    info office sales support service servicio servizio amministrazione ufficio vendite assistenza
    buero büro vertrieb verwaltung buchhaltung ventas oficina administracion atencion segreteria
    customer reception kontakt contact
    """
)
