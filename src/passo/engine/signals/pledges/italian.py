"""What promises in Italian, and what makes it none."""

from passo.engine.signals.pledges.forms import either, italian_first

VERBS = (
    "mandare inviare spedire portare riportare passare ripassare consegnare riconsegnare pagare "
    "saldare terminare preparare richiamare ricontattare telefonare rispondere confermare ordinare "
    "sistemare riparare aggiornare controllare verificare inoltrare girare montare smontare "
    "installare comprare cercare sostituire prenotare ritirare caricare mettere contattare "
    "provvedere completare iniziare cominciare tagliare pulire lavare stirare cucire "
    "stampare disegnare progettare misurare provare collaudare cambiare aggiustare verniciare "
    "dipingere tinteggiare imbiancare carteggiare piastrellare posare piantare potare scavare "
    "tradurre revisionare correggere rivedere fatturare emettere registrare compilare firmare "
    "restituire rimborsare  accreditare depositare presentare allegare "
    "condividere pubblicare aggiungere togliere rimuovere spostare recapitare ricaricare "
    "organizzare fissare bloccare tenere riservare lasciare mostrare spiegare illustrare "
    "accompagnare guardare smaltire svuotare riempire saldare avvitare incollare levigare lucidare "
    "cuocere infornare impastare confezionare impacchettare etichettare sollecitare chiedere "
    "avvisare avvertire sentire risolvere occupare"
)
INFINITIVES = either(f"{verb[:-1]}" for verb in f"{VERBS} venire fare dare dire finire".split())
LISTS = {
    "verb": italian_first(VERBS),
    "to_do": INFINITIVES + r"(?:e|\w{2,7})?",
    "goods": "preventivo|offerta|fattura|bonifico|pagamento|saldo|acconto|pacco|"
    "spedizione|consegna|bozza|disegno|disegni|progetto|contratto|foto|documenti|pratica|"
    "campioni|campione|relazione|perizia|proposta|soldi|denaro|lavoro|"
    "resto|tutto|copia|chiavi|elenco|lista|certificato|ricevuta|testo|testi|"
    "traduzione|file|versione|bozze|torta|ordine|album|stampe|correzioni|link|risposta|pezzo|pezzi",
    "at_yours": "da (?:lei|voi|te)|(?:a casa|nella|sulla|nel|sul|in) (?:sua|tua|vostra|suo|tuo|"
    "vostro)(?: \\w+)?|a casa (?:sua|tua|vostra)|(?:lì|li) da (?:lei|voi|te)",
    "ours": "tecnico|collega|corriere|operaio|"
    "commercialista|ragazzo|ragazzi|operai|colleghi|socio|socia|fattorino|assistente|squadra|"
    "studio|ufficio|segretaria|marito|moglie|figlio|figlia|fratello|padre",
    "you": "ti|le|vi|la|lo|li|gliel[oaie]|te l[oaie]|te|ve l[oaie]|ve|ce l[oaie]|gli|ci|ne",
    "future": "invier|mander|spedir|porter|passer|verr|consegner|pagher|bonificher|salder|"
    "finir|terminer|preparer|chiamer|richiamer|telefoner|scriver|risponder|dar|dir|"
    "confermer|ordiner|sistemer|riparer|aggiorner|fisser|controller|verificher|chieder|"
    "riconsegner|restituir|comunicher|provveder|effettuer|inoltrer|girer|monter|installer|"
    "sostituir|procurer|prenoter|organizzer|ritirer|firmer|caricher|emetter|contatter",
    "now": "mando|invio|spedisco|porto|passo|vengo|consegno|pago|"
    "(?<!il )(?<!un )(?<!o )bonifico|(?<!il )(?<!o )saldo|finisco|"
    "termino|preparo|(?<!mi )chiamo|richiamo|telefono|rispondo|do|dico|confermo|"
    "ordino|sistemo|riparo|aggiorno|controllo|verifico|riconsegno|giro|inoltro|"
    "monto|installo|smonto|smontiamo|sento|sentiamo|compro|compriamo|cerco|scrivo io|"
    "parlo io|pubblico|sostituisco|prenoto|ritiro|carico|metto|contatto|provvedo|"
    "mandiamo|inviamo|spediamo|portiamo|passiamo|veniamo|consegniamo|paghiamo|bonifichiamo|"
    "saldiamo|finiamo|terminiamo|prepariamo|chiamiamo|richiamiamo|rispondiamo|"
    "diamo|diciamo|confermiamo|ordiniamo|sistemiamo|ripariamo|aggiorniamo|controlliamo|"
    "verifichiamo|montiamo|installiamo|sostituiamo|ritiriamo|provvediamo|giriamo",
    "know": "sapere|avere",
    "idle": "opero|sposo|riposo|sveglio|alzo|diverto|"
    "chiuso|aperto|libero|pieno|fermo|\\w+(?:ano|nno|ono)|"
    "abbiamo|siamo|vogliamo|possiamo|dobbiamo|stiamo|sappiamo|speriamo|pensiamo|"
    "aspettiamo|aspetto|attendo|attendiamo|cerchiamo|crediamo|ricordo|ricordiamo|"
    "ringrazio|ringraziamo|prego|"
    "preghiamo|chiedo|chiediamo|scrivo|scriviamo|spero|auguro|auguriamo|saluto|salutiamo|"
    "invito|invitiamo|informo|informiamo|abbia|vediamo|sentiamo|andiamo|festeggiamo|"
    "partiamo|traslochiamo|apriamo|chiudiamo|lavoriamo|facciamo festa|ho|so|sono|vedo|trovo|"
    "facciamo|preferiamo|desideriamo|scorso|dopo|sotto|sopra|solo|quando|anno|tardo|"
    "tempo|adesso|presto|posso|voglio|devo|desidero|contiamo|prevediamo|riaggiorniamo|"
    "parliamo|diciamo|"
    "risentiamo|rivediamo|troviamo|vado|parto|compio|chiudo|apro|compiamo|mangiamo|"
    "ceniamo|dormo|resto|rimango|torno|torniamo|rientro|rientriamo|viaggio|volo|gioco|"
    "corro|esco|usciamo|prendo|prendiamo|accetto|accettiamo|segno|segniamo|parlo|discuto|"
    "confido|anticipo|segnalo|comunico|"
    "avviso|primo|ultimo|"
    "prossimo|stesso|secondo|terzo|mattino|pomeriggio|giorno|lavoro|anno|mercato|anticipo",
    "send": "mand|invi|sped|gir|inoltr",
}

VOWS = r"""
    (?:ti|le|vi) so dire
    (?:(?:<you>) )?(?<!mi )(?<!ci )(?<!quanto )(?:<future>)(?:ò|emo|o'|à|anno)
    (?:<you>|io) farò|faremo
    (?:ti|le|vi|te lo|glielo|ve lo) (?:faccio|facciamo) (?:<know>)
    (?:ti|la|vi) (?:richiamo|richiamiamo|ricontatto|ricontattiamo)
    (?:ti|le|vi) (?:do|diamo) (?:una )?(?:conferma|risposta|riscontro)
    (?:avrai|avrà|avrete|riceverai|riceverà|riceverete)
    (?:sarà|saranno) (?:pront|finit|consegnat|spedit|pagat|riparat|completat)\w+
    (?:ti |le |vi )?(?:prometto|promettiamo|garantisco|assicuro|mi impegno|\
        ci impegniamo) (?:che|di|a)
    ci pens(?:o|iamo) (?:io|noi)
    (?:ti|le|vi|te l[oaie]|gliel[oaie]|ve l[oaie]) (?:preparo|porto|sistemo|riparo|cambio|monto|\
        installo|\
        prenoto|riservo|procuro|rifaccio)(?:iamo)?
"""

DATED_VOWS = r"""
    (?:mi|ci) (?:vede|vedi|vedete) arrivare
    dammi (?:tempo )?fino|mi dia (?:tempo )?fino
    (?:parola mia|parola d'onore|hai la mia parola|ha la mia parola)
    (?:da voi|da lei|da te) (?:sarà|saranno|arriva)
    (?:te|ve|se) l[oaie] (?:ri)?trov\w+
    (?:le|ti|vi) (?:viene|verrà|vengono|verranno|sarà|saranno) \w+(?:at|it|ut|ess|es|ost)[aoie]
    (?:lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|domani|domattina|stasera|\
        stanotte) (?:mi|ci|ti|le|vi|lo|la|li) (?!(?:<idle>)\b)\w{3,}o
    (?<!da \w{6} )(?<!da \w{7} )(?:è|sono|sarà|saranno) pront\w+(?! da)
    (?:parte|partono|arriva|arrivano|segue|partirà) (?:il |la |i |le |l'|lo )(?:<goods>)
    (?:consegna|spedizione|pagamento) (?:garantit|assicurat|previst)\w
    (?:promess|garantit)[oa][.!]*$
    (?:trov(?:a|i|ate|erà|erai|erete)|ricev(?:e|i|ete)) (?:tutto|il|la|i|le|l'|un|una|nella|nel|\
        sul|sulla|da me|da noi)
    sarà (?:mia|nostra) (?:cura|premura)
    (?:ci )?vengo (?:su|giù|io|lì)
    (?:vi|le|ti|gliel[oa]|ve l[oa]|te l[oa]) (?:bonifica|manda|chiama|porta|invia|paga|\
        consegna|spedisce|richiama)
    (?:lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|domani|domattina|stasera|\
        dopodomani|mattina|sera) (?!(?:<idle>)\b|\w+(?:[ae]vo|vamo|ndo|[au]to)\b)\w{3,}o
    (?:ce l'|ce li |ce le |l')(?:hai|ha|avete)
    (?:te|glie|ve)(?: ?l[oaie]|li) (?:faccio|facciamo)
    (?:bonifico|pagamento|soldi|preventivo|disegno|fattura) (?:lo|li|la|è|sono|\
        saranno) (?:\w+ )?(?:faccio|facciamo|fatto|conto|pronto)
    (?:lo|la|li|le) (?:trova|trovi|trovate|ha|hai|avete) (?:sul|in|da|entro|pronto|pronta)
    (?:(?:<you>) )?(?<!ultimo )(?<!primo )(?<!un )(?<!il )(?:<now>)
    (?:ti|le|vi|te lo|glielo|ve lo|te la|gliela|te li|glieli|ve li|ve la) (?:<now>)
    (?:è|sono) pront\w+ (?:per|entro)
    (?<!mi )(?<!ci )(?<!il )(?<!un )(?<!o )(?:<verb>)
    (?:ordine|merce) (?:parte|partono|partirà)
    (?:<goods>) … (?:parte|partono|arriva|arrivano|arriverà|arriveranno|parti\w+|segue|seguirà|\
        (?:è|sono|sarà|saranno) (?:<at_yours>|in viaggio|disponibil\w+|sul (?:suo|tuo|vostro)))
    (?:vi|ti|le) arriv(?:a|ano|erà|eranno)
    (?:<goods>) (?:lo|la|li|le) (?:vede|vedi|vedete|ricev\w+|trova|trovi|trovate)
    (?:per|entro) [^,]{3,20} (?:è|sono|sarà|saranno) (?:tutto )?(?:pront|finit|consegnat|montat|\
        sistemat)\w+
    (?:ha|hai|avete) (?:tutto|pronto|(?:il|la|i|le|un|una|l') ?(?:\w+ )?(?:<goods>))
    (?:per|entro) [^,]{3,25} (?:lo |la |li |le )?(?:ha|hai|avete)(?! (?:già|un altro|tempo|modo|\
        la possibilità|\
        scelta))
    (?:lo|la|li|le) (?:ha|hai|avete|ricev\w+)
    (?:sono|siamo|sarò|saremo) (?:tutti )?(?:<at_yours>|lì alle|lì|sul posto|in cantiere)
    (?:conto|contiamo|intendo|intendiamo|ho intenzione|abbiamo intenzione|pensiamo|penso|ho in \
        programma|abbiamo in programma|mi impegno|ci impegniamo) (?:di |a )?(?:<to_do>)
    (?:mi|ci) (?:faccio|facciamo|farò|faremo) (?:sentire|viv[oi]|avanti)
    (?:mi|ci) (?:metto|mettiamo|metterò|metteremo) (?:subito )?(?:al lavoro|all'opera|a )
    (?:ti|le|vi) scriv(?:o|iamo)(?! (?:per|a nome|in merito|perché|da|di|in quanto))
    (?:faccio|facciamo) (?:(?:il|la|un|una|i|le|l'|lo|i) ?)?(?:bonific\w|pagament\w|versament\w|\
        giro|salto|disegn\w|preventiv\w|lavor\w|telefonata|chiamata|consegna|prov\w|\
        sopralluogo|ordine|fattur\w|copi\w|foto|misur\w|spedizione|controllo|revisione)
    (?:sto|stiamo) (?:per )?(?:<to_do>)
    (?:il|lo|la|l'|i|un|mio|mia|nostr\w+|miei) ?(?:<ours>) (?:\w+ )?(?:passa|viene|verrà|\
        passerà|passano|vengono|verranno|chiama|chiamerà|porta|porterà|consegna|consegnerà|ritira|\
        ritirerà|ti|le|vi|sarà|saranno|sono (?:<at_yours>)|è (?:<at_yours>))
    (?:viene|vengono|passa|passano|verrà|verranno) (?:\w+ )?(?:mio|mia|il nostro|la nostra|i miei|\
        i nostri|un nostro|il mio|la mia)
    (?:vi|le|ti) mando
    (?:ti|le|vi|la|lo|li|gliel[oaie]|glieli|te l[oaie]|ve l[oaie]|te li|\
        ve li) (?<!\blo (?=s[^aeiou]|z|ps|gn))(?<!\bla (?=(?:foto|radio|mano|moto|auto)\b))\
        (?!(?:<idle>)\b)\w{2,}(?:o|iamo)(?: io| noi)?
    (?<!mi )(?!(?:<idle>)\b)\w{2,}iamo(?! (?:ricevuto|visto|fatto))
    (?:te|ve) (?:l[oaie]|li|ne) \w{2,}a|glie(?:l[oaie]|li|ne) \w{2,}a
    (?:il mio|la mia|il nostro|la nostra) … (?:chiama|passa|viene|porta|consegna|manda|invia)
"""

MARKED_VOWS = (
    r"(?i:(?<!mi )(?<!ci )(?!sar|avr|potr|dovr|vorr|sapr|andr|star|rest|rientr|torner)\w{2,}rò)"
    r"|(?i:(?!sar|avr|potr|dovr|vorr|sapr|andr|star|rest|sp|rientr|torner)\w{2,}remo)"
)

GOES_ON = ""

UNSAID = r"""
    (?<!sapere )(?<!vediamo )(?<!vedo )(?<!dirò )(?<!diciamo )(?<!dico )\
        (?<!vedere )(?<!dire )se(?! ne| lo| la| piove)
    quando (?:mi|ci|avr\w+|arriv\w+|torn\w+|rientr\w+)
    a patto|purché|qualora|nel caso|in caso
    al mio (?:rientro|ritorno)
    dipende
"""

UNSURE = r"""
    di nuovo (?:\w+dì|sabato|domenica)
    dal lunedì al|è (?:saltat|slittat|rimandat)\w
    (?:dentista|dottore|dal meccanico|medico|ferie|vacanz[ae]|compleanno|matrimonio|funerale|\
        bambini|\
        scuola)
    dopodiché
    sper(?:o|iamo|ando)|speriamo
    prov(?:o|iamo|erò|eremo|ando) a|cerc(?:o|hiamo|herò|heremo) di
    forse|magari|probabilmente|eventualmente
    vorrei|vorremmo|potrei|potremmo|dovrei|dovremmo|sarei|avrei
    (?:ha|hanno|mi ha|mi hanno) detto
    credo|(?<!ci )penso(?! di)|(?<!ci )pensiamo(?! di)|immagino
    di solito|normalmente|solitamente|generalmente|(?<!come )sempre|ogni(?! caso| modo)|\
        abitualmente|tutti i|\
        tutte le
"""

NEGATED = r"""
    (?<!finché )non(?! oltre| più tardi)|mai|neanche|nemmeno|né|nessuno
"""

SOON = r"""
    (?:il|al) più presto|(?:il|al) prima possibile|quanto prima|appena possibile|immediatamente
"""

WAITS = r"""
    appena(?! possibile)|dopo che|quando (?:è|sono|sarà)
"""

OFFERS = r"""
    (?:posso|possiamo|riesco a|riusciamo a) (?:<to_do>)
"""

TURNS = r"""
    e(?! le \d| \d| mezz\w| un quarto)|ed|ma|quindi|però
"""

DEEDS = {
    "pay": r"pag\w+|bonific\w+|sald(?:o|iamo|erò|eremo)|pagamento|bonifico",
    "call": r"chiam\w+|richiam\w+|telefon\w+",
    "come": r"port(?:o|iamo|erò|eremo|ando)|pass(?:o|iamo|erò|eremo|a|erà)|"
    r"veng\w+|ven(?:iamo|go)|verr\w+|viene",
    "answer": r"sapere|aggiorn\w+|risp\w+|risposta|riscontro|conferm\w+|dico|dirò|diremo|"
    r"ricontatt\w+|comunich\w+",
    "send": r"mand\w+|invi\w+|sped\w+|gir(?:o|iamo|erò)|inoltr\w+|avere|avr\w+|ricever\w+",
}
