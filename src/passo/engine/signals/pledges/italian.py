"""What promises in Italian, and what makes it none."""

LISTS = {
    "you": "ti|le|vi|la|lo|li|gliel[oaie]|te l[oaie]|te|ve l[oaie]|ve|ce l[oaie]|gli|ci|ne",
    "future": "invier|mander|spedir|porter|passer|verr|consegner|pagher|bonificher|salder|"
    "finir|terminer|preparer|chiamer|richiamer|telefoner|scriver|risponder|dar|dir|"
    "confermer|ordiner|sistemer|riparer|aggiorner|fisser|controller|verificher|chieder|"
    "riconsegner|restituir|comunicher|provveder|effettuer|inoltrer|girer|monter|installer|"
    "sostituir|procurer|prenoter|organizzer|ritirer|firmer|caricher|emetter|contatter",
    "now": "mando|invio|spedisco|porto|passo|vengo|consegno|pago|bonifico|saldo|finisco|"
    "termino|preparo|(?<!mi )chiamo|richiamo|telefono|rispondo|do|dico|confermo|"
    "ordino|sistemo|riparo|aggiorno|controllo|verifico|riconsegno|giro|inoltro|"
    "monto|installo|smonto|smontiamo|sento|sentiamo|compro|compriamo|cerco|scrivo io|"
    "parlo io|pubblico|sostituisco|prenoto|ritiro|carico|metto|contatto|provvedo|"
    "mandiamo|inviamo|spediamo|portiamo|passiamo|veniamo|consegniamo|paghiamo|bonifichiamo|"
    "saldiamo|finiamo|terminiamo|prepariamo|chiamiamo|richiamiamo|rispondiamo|"
    "diamo|diciamo|confermiamo|ordiniamo|sistemiamo|ripariamo|aggiorniamo|controlliamo|"
    "verifichiamo|montiamo|installiamo|sostituiamo|ritiriamo|provvediamo|giriamo",
    "know": "sapere|avere",
    "idle": "abbiamo|siamo|vogliamo|possiamo|dobbiamo|stiamo|sappiamo|speriamo|pensiamo|"
    "aspettiamo|aspetto|cerchiamo|crediamo|ricordo|ricordiamo|ringrazio|ringraziamo|prego|"
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
"""

DATED_VOWS = r"""
    (?:vi|le|ti|gliel[oa]|ve l[oa]|te l[oa]) (?:bonifica|manda|chiama|porta|invia|paga|\
        consegna|spedisce|richiama)
    (?:lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|domani|domattina|stasera|\
        dopodomani|mattina|sera) (?!(?:<idle>)\b|\w+(?:[ae]vo|vamo)\b)\w{3,}o
    (?:ce l'|ce li |ce le |l')(?:hai|ha|avete)
    (?:te|glie|ve)(?: ?l[oaie]|li) (?:faccio|facciamo)
    (?:bonifico|pagamento|soldi|preventivo|disegno|fattura) (?:lo|li|la|è|sono|\
        saranno) (?:\w+ )?(?:faccio|facciamo|fatto|conto|pronto)
    (?:lo|la|li|le) (?:trova|trovi|trovate|ha|hai|avete) (?:sul|in|da|entro|pronto|pronta)
    (?:(?:<you>) )?(?:<now>)
    (?:ti|le|vi|te lo|glielo|ve lo|te la|gliela|te li|glieli|ve li|ve la) (?:<now>)
    (?:è|sono) pront\w+ (?:per|entro)
    (?:bonifico|pagamento|spedizione|pacco|ordine|acconto|saldo|fattura|merce) (?:parte|partono)
    (?:ti|le|vi|la|lo|li|gliel[oaie]|glieli|te l[oaie]|ve l[oaie]|te li|\
        ve li) (?!(?:<idle>)\b)\w{2,}(?:o|iamo)(?: io| noi)?
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
        (?<!vedere )(?<!dire )se(?! ne| lo| la)
    appena|non appena
    quando (?:mi|ci|avr\w+|arriv\w+|torn\w+|rientr\w+)
    a patto|purché|qualora|nel caso|in caso
    dopo che
    al mio (?:rientro|ritorno)
    dipende
"""

UNSURE = r"""
    dopodiché
    sper(?:o|iamo|ando)|speriamo
    prov(?:o|iamo|erò|eremo|ando) a|cerc(?:o|hiamo|herò|heremo) di
    forse|magari|probabilmente|eventualmente
    vorrei|vorremmo|potrei|potremmo|dovrei|dovremmo|sarei|avrei
    (?:ha|hanno|mi ha|mi hanno) detto
    credo|penso|pensiamo|immagino
"""

NEGATED = r"""
    non|mai|neanche|nemmeno|né|nessuno
"""

TURNS = r"""
    e|ed|ma|poi|quindi|però
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
