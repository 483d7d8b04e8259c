"""Italian, as clients and owners write it."""

from passo.engine.signals.wording import Wording

ITALIAN = Wording(
    code="it",
    lists={
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
    },
    asks=r"""
        c'è (?:modo|la possibilità|qualcuno che)
        cosa ne (?:pensa|pensi|pensate|dice|dici|dite)
        (?:mi|ci) (?:faccia|fa|fate|facci|facciate) sapere
        (?:fammi|fatemi|fateci|facci|mi facci) sapere
        (?:mi|ci) (?:dica|dici|dite|confermi|confermate|invii|inviate|mandi|mandate)
        (?:dimmi|ditemi|diteci|dicci|mandami|mandatemi|inviatemi|confermatemi|confermami)
        (?:la |vi |ti )?(?:prego|preghiamo|chiedo|chiediamo) (?:cortesemente |\
            gentilmente )?(?:di )(?:inviar|mandar|confermar|comunicar|far|risponder|indicar|dir|\
            sapere)\w*
        (?:volevo|vorrei|volevamo|vorremmo|mi piacerebbe|desidero|desidererei) (?:sapere|\
            chieder\w*|avere (?:un|una) (?:riscontro|risposta|preventivo|informazione|offerta))
        (?:attendo|attendiamo|aspetto|aspettiamo|resto in attesa di|rimango in attesa di|\
            restiamo in attesa di|in attesa di) (?:un |una )?(?:vostr[oa]|su[oa]|tu[oa]|\
            cortese)? ?(?:risposta|riscontro|notizie)
        (?:può|puoi|potete|potrebbe|potresti|potreste|riesce|riesci|riuscite) (?:per favore |\
            gentilmente |cortesemente )?(?:dir|far|mandar|inviar|confermar|venir|passar|dar(?!si)|\
            spiegar|indicar)\w*
        (?:mi|ci) (?:può|puoi|potete|potrebbe|potresti|potreste) (?:dire|mandare|inviare|\
            confermare|fare|dare|spiegare|aiutare)
        gradire[im]\w* (?:un|una|sapere|ricevere)
        chiedo (?:un|una|il) preventivo
    """,
    opens=r"""
        (?:(?:ciao|salve|buongiorno|buonasera|e)[, ]+)?(?:quanto|quando|dove|come|quale|quali|chi|\
            cosa|che) (?:si|ci|mi|cost\w+|ven(?:iss|it|g)\w*|vien\w*|potete|può|puoi|potreste|\
            fate|siete|sono|devo|dobbiamo|è)
        (?:(?:ciao|salve|buongiorno|buonasera|e)[, ]+)?(?:avete|fate|potete|può|puoi|riuscite|\
            riesce|riesci|è possibile|c'è modo|posso|possiamo|potrei|potremmo)
        novità (?:su|per|del|sul|sulla)
    """,
    chat=r"""
        come (?:stai|sta|state|va|vanno le cose|te la passi|procede la vita|andiamo)
        (?:voi |tu |lei |da voi |lì )?tutto (?:bene|ok|a posto)(?: (?:da voi|lì|in famiglia|voi))?\?
        ^(?:e )?(?:voi|tu|lei|la famiglia)(?: tutto)?(?: bene)?\?
        (?:hai|ha|avete|aveste|avesse|avessi|altre|ulteriori|qualche|per) … (?:domande|dubbi)
        (?:per )?(?:qualsiasi|qualunque|ogni|eventuali) (?:\w+ )?(?:domanda|domande|dubbio|dubbi|\
            chiarimento|chiarimenti|informazione|cosa|necessità|evenienza)
        domande\?
        dubbi\?
        se qualcosa non (?:è chiaro|va|torna)
        se (?:serve|servono|ci sono|avete|ha|hai) (?:altro|altre|problemi|domande|dubbi)
        chi l'avrebbe (?:mai )?(?:detto|pensato)
        chi (?:lo sa|sa)\?
        (?:che|cosa) (?:dire|vuoi|vuole|ci vuoi fare|posso dire|fare)\?
        ci (?:crede|credi|credete)(?: \w+)?\?
        (?:perché|e perché) no\?
        ^(?:no|vero|giusto|eh)\?
        non è (?:fantastico|bello|meraviglioso|incredibile)
        sapevi che|sapevate che|lo sapevi
        chi (?:non|si lamenta)
    """,
    asked=r"""
        mi (?:chiedeva|chiedevi|chiedevate|hai chiesto|ha chiesto|avete chiesto|avevi chiesto|\
            aveva chiesto)
        ci (?:chiedeva|chiedevi|chiedevate|ha chiesto|avete chiesto)
        la (?:sua|tua|vostra) domanda era
    """,
    answers=r"""
        perché
        semplice
        la risposta
        facile
    """,
    vows=r"""
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
    """,
    dated_vows=r"""
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
    """,
    marked_vows=(
        r"(?i:(?<!mi )(?<!ci )(?!sar|avr|potr|dovr|vorr|sapr|andr|star|rest|rientr|torner)\w{2,}rò)"
        r"|(?i:(?!sar|avr|potr|dovr|vorr|sapr|andr|star|rest|sp|rientr|torner)\w{2,}remo)"
    ),
    goes_on="",
    unsaid=r"""
        (?<!sapere )(?<!vediamo )(?<!vedo )(?<!dirò )(?<!diciamo )(?<!dico )\
            (?<!vedere )(?<!dire )se(?! ne| lo| la)
        appena|non appena
        quando (?:mi|ci|avr\w+|arriv\w+|torn\w+|rientr\w+)
        a patto|purché|qualora|nel caso|in caso
        dopo che
        al mio (?:rientro|ritorno)
        dipende
    """,
    unsure=r"""
        dopodiché
        sper(?:o|iamo|ando)|speriamo
        prov(?:o|iamo|erò|eremo|ando) a|cerc(?:o|hiamo|herò|heremo) di
        forse|magari|probabilmente|eventualmente
        vorrei|vorremmo|potrei|potremmo|dovrei|dovremmo|sarei|avrei
        (?:ha|hanno|mi ha|mi hanno) detto
        credo|penso|pensiamo|immagino
    """,
    negated=r"""
        non|mai|neanche|nemmeno|né|nessuno
    """,
    turns=r"""
        e|ed|ma|poi|quindi|però
    """,
    deeds={
        "pay": r"pag\w+|bonific\w+|sald(?:o|iamo|erò|eremo)|pagamento|bonifico",
        "call": r"chiam\w+|richiam\w+|telefon\w+",
        "come": r"port(?:o|iamo|erò|eremo|ando)|pass(?:o|iamo|erò|eremo|a|erà)|"
        r"veng\w+|ven(?:iamo|go)|verr\w+|viene",
        "answer": r"sapere|aggiorn\w+|risp\w+|risposta|riscontro|conferm\w+|dico|dirò|diremo|"
        r"ricontatt\w+|comunich\w+",
        "send": r"mand\w+|invi\w+|sped\w+|gir(?:o|iamo|erò)|inoltr\w+|avere|avr\w+|ricever\w+",
    },
    kinds={
        "thanks": r"""
        grazie (?:mille |tante |davvero |ancora )*(?:per|di) (?:aver|esser)\w*
        grazie (?:mille |tante |davvero |ancora )*per (?:la|il|l'|lo|le|i) ?(?:\w+ )?(?:rapidità|\
            velocità|gentilezza|pazienza|disponibilità|intervento|lavoro|aiuto|riparazione)
        grazie (?:infinite|di cuore|tantissim\w+|davvero)(?! (?:anticipat|in anticipo|della mail|\
            per la mail|per la risposta))
        (?:grazie|ringrazio|ringraziamo|ringraziarla|ringraziarti|ringraziarvi) … (?:per|\
            di) (?:esser\w+|aver\w+|quello|quanto|tutto)
        (?:grazie|ringrazio|ringraziamo|ringraziarla|ringraziarti|ringraziarvi) … (?:per|del|\
            della|dell') ?(?:il|la|lo|l'|i|le|vostr\w+|tu\w|su\w)? ?(?:\w+ )?(?:lavoro|aiuto|\
            riparazione|visita|cena|pranzo|serata|consigli\w*|intervento|disponibilità dimostrata|\
            pazienza avuta|regalo|ospitalità|supporto|servizio|assistenza|lezione)
        (?:le|ti|vi) (?:sono|siamo) (?:molto |davvero |tanto )?grat[oiae]
        non so come ringraziar\w+
        """,
        "praise": r"""
        irriconoscibile
        che è un(?:a)? (?:piacere|bellezza|spettacolo|amore)
        che (?:differenza|spettacolo|meraviglia|bel (?:lavoro|risultato)|cambiamento)
        siete (?:dei grandi|grandi|i migliori|bravissimi|fantastici|stati (?:bravissimi|\
            fantastici|gentilissimi|perfetti))
        (?:sei|è stat[oa]|sei stat[oa]) (?:un grande|una grande|grande|bravissim[oa]|fantastic[oa])
        (?:non potevamo|non potevo) (?:chiedere|sperare) (?:di )?meglio
        (?:lavoro|lavori) (?:fatto|fatti|eseguito) (?:davvero |proprio )?(?:bene|a regola d'arte|\
            benissimo)
        (?:ottimo|bel|gran|splendido|eccellente|magnifico|perfetto) (?:lavoro|servizio)
        (?:bravissim|gentilissim|buonissim|bellissim|fantastic|splendid|eccezional|strepitos|\
            impeccabil)\w+(?<!mente)
        (?:lavoro|risultato|servizio|lavori|tutto|posa|montaggio) … (?:perfett|ottim|splendid)\w+
        (?:molto|davvero|proprio|super|contentissim\w+|veramente) (?:content\w+|soddisfatt\w+|\
            felic\w+) (?:del|della|dei|delle|di|per|con)
        (?:siamo|sono|rimast\w+) (?:entusiast\w+|soddisfattissim\w+|contentissim\w+|conquistat\w+)
        complimenti(?! per l[a'] ?(?:idea|domanda|scelta))
        che è una meraviglia
        (?:vi|la|ti) (?:consiglierò|consiglieremo|consiglio a tutti|raccomando a tutti)
        """,
        "complaint": r"""
        purtroppo … ancora|purtroppo (?:[^ ]+ ){5,8}?ancora
        (?:in|nella|sulla) fattura (?:c'è|ci sono|risult\w+|leggo|vedo) \d+
        così non (?:va|si può|va bene)
        (?:vi|le|ti) ho (?:chiamato|scritto|chiesto) (?:due|tre|quattro|cinque|più|tante|\
            mille) volte
        (?:avete|ha|hanno) (?:rotto|rovinato|graffiato|lasciato tutto (?:sporco|in disordine|\
            aperto|rotto))
        (?:aspettiamo|aspetto) da (?:\w+ )?(?:giorni|settimane|mesi)
        delus[oaie]|delusione
        (?:non|poco|per niente|affatto) (?:sono |siamo |siamo affatto |sono affatto )?(?:content|\
            soddisfatt)\w+
        inaccettabile|una vergogna|è vergognoso
        (?:perde|gocciola|si è rott\w|salta|si blocca|non va|non funziona) (?:di nuovo|ancora|\
            un'altra volta)
        (?:ancora|tuttora|continua a) non (?:funziona\w*|va|è (?:arrivat\w|stat\w|riparat\w|\
            pront\w))
        non (?:funziona\w*|va|è (?:arrivat\w|stat\w)) ancora
        non è ancora (?:arrivat\w|stat\w|pront\w|riparat\w)
        non (?:è venuto|si è (?:visto|presentato|fatto vivo)|ha chiamato|risponde) nessuno
        nessuno (?:ha chiamato|è venuto|si è (?:visto|presentato|fatto vivo)|risponde|\
            mi ha richiamat\w)
        (?:stiamo|sto) ancora aspettando|aspetto ancora|aspettiamo ancora
        (?:c'è|avete fatto|ho trovato|abbiamo trovato) (?:un errore|uno sbaglio)
        (?:errore|sbaglio) (?:in|nella|sulla|nel) (?:fattura|conto|ordine|vostra)
        (?:seconda|terza|quarta|ennesima) volta che
        (?:misura|colore|articolo|importo|pezzo) sbagliat\w
        (?:voglio|vorrei|devo|dobbiamo|vogliamo) (?:fare (?:un )?reclamo|reclamare|lamentarm\w+|\
            lamentarci)
        (?:un|il mio|formale) reclamo
        arrivat\w (?:rott|danneggiat|rovinat|in ritardo)\w*
        """,
        "introduction_offered": r"""
        (?:faccio|fare|farei|facciamo) (?:volentieri )?il (?:tuo|suo|vostro) nome
        (?:ti|la|vi) (?:consiglio|raccomando|segnalo|presento) (?:volentieri )?(?:a|al|alla|ai)
        (?:digli|dille|gli dica|le dica|dite|dica) che (?:ti|la|vi) mando io|a nome mio|da parte mia
        (?:ti|le|vi) (?:do|giro|passo|posso dare|mando) (?:il suo|la sua|il) (?:numero|contatto|\
            mail|indirizzo|recapito)
        (?:ti|la|vi) (?:metto|posso mettere|metterei|mettiamo|mettere) in contatto
        (?:te|ve|glie)(?:l[oaie]|li) present(?:o|erei|iamo)
        (?:te|ve|gliel[oa]|ve l[oaie]|te l[oaie]) (?:l[oaie] )?(?:posso presentare|\
            presento) (?:volentieri|se|quando)
        (?:ti|le|vi) (?:posso|potrei) presentare
        (?:dovrest[ie]|dovrebbe|devi|deve) (?:conoscere|sentire|incontrare)
        (?:posso|potrei) (?:presentar|metter)(?:ti|la|vi|le)
        """,
        "introduction_made": r"""
        \(?(?:in cc|in copia)(?! (?:della|del|la|il|di|fotostatica|conforme))\)?
        (?:che )?(?:leggi|legge|leggete|trovi|trova|trovate) in copia
        (?:ti|le|vi) presento(?! (?:volentieri|se|il preventivo|l'offerta|la fattura|il conto))
        (?:vi|ti|la|l'|li) ?(?:ho messo|ho messi|ho messa|metto|\
            abbiamo messo) (?:tutti )?(?:in copia|in cc)
        (?:ho dato|ho lasciato|ho passato|ho girato) (?:il (?:suo|tuo|vostro) (?:numero|contatto|\
            nome|indirizzo)|i (?:suoi|tuoi|vostri) (?:recapiti|contatti))
        a voi la parola
        vi metto in contatto (?:qui|con questa)
        """,
        "not_before": r"""
        (?:inutile|bloccat\w|impossibile|pieni|al completo|congelat\w|sospes\w) … (?:prima di|\
            fino a|fino al|fino all')
        (?:scriv|chiam|sent|richiam|riscriv)(?:imi|iamoci|etemi|eteci|ici|a|i|ami|ateci|atemi|\
            iti) (?:pure |di nuovo |magari |dopo |verso )*(?:a|in|dopo|da|verso)(?= (?:gennaio|\
            febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre|\
            primavera|autunno|estate|inverno|pasqua|natale))
        (?:rimandiamo|rimandare|rinviamo|posticipiamo|aspettiamo) … (?:a|fino a|al|dopo)
        (?:non|mai) prima (?:di|del|della|che)
        (?:prima di|prima del|prima della|fino a|fino al|fino alla|fino ad) … (?:non (?:possiamo|\
            posso|riusciamo|riesco|se ne|ci)|niente|nulla|impossibile)
        non … (?:prima di|prima del|prima della|fino a|fino al)
        (?:risentiamoci|sentiamoci|ci risentiamo|ci sentiamo|riparliamone|ne riparliamo|\
            parliamone|ricontatt\w+|richiam\w+|ci riscriva|mi riscriva|riprova\w*|riprovi) … (?:a|\
            in|dopo|da|dal|dalla|ad|verso)
        (?:solo|soltanto|non se ne parla) (?:dopo|da|dal|a partire)
        al più presto (?:a|in|dopo|dal)
        """,
        "no_longer_here": r"""
        non (?:lavora|lavoro|opera|fa|è|sono|collabora) (?:più )?(?:più |ormai )(?:qui|qua|\
            con noi|da noi|per noi|in azienda|per|parte|presso|nella|nell'|in|alle)
        (?:ha|hanno|ho) lasciato (?:l'|la |lo |il |questa |la nostra )(?:azienda|ditta|società|\
            studio|ufficio|nostra)
        (?:è|sono) andat[oa] in pensione
        (?:il mio|il suo) ultimo giorno
        """,
        "refusal": r"""
        (?:deciso|preferito) di (?:lasciare|tenere|aspettare|rimandare)
        (?:purtroppo|quest'anno|dispiace) … non (?:si fa|se ne fa|possiamo|riusciamo|è possibile)
        non (?:si fa|se ne fa) (?:più|niente|nulla)?
        (?:preso|scelto|trovato|incaricato|chiamato) … (?:un'altra|un altro|una ditta|un'azienda|\
            qualcun altro|altri)
        cancell(?:atelo|atela|atemi|ateci|ami|aci)|cancell(?:ate|i|\
            a) (?:pure )?(?:il mio indirizzo|la mia mail|i miei dati)
        non (?:mi|ci) (?:serve|occorre) (?:nulla|niente)
        non (?:fa|fanno) (?:per noi|al caso nostro|per me)
        non (?:se ne fa|ne facciamo|procediamo|proseguiamo)
        no,? (?:grazie(?! a )|la ringrazio|ti ringrazio|vi ringrazio)
        non (?:siamo|sono|saremmo|sarei) (?:più )?interessat\w
        non (?:ci|mi) interessa
        (?:abbiamo|ho) (?:deciso|scelto|preferito|optato) … (?:un altro|un'altra|altri|altra|\
            altro|di non)
        (?:rinunciamo|rinuncio|lasciamo perdere|lascio perdere|passiamo la mano|decliniamo|declino)
        toglie(?:temi|teci|te)|cancellatemi|cancellateci
        non (?:abbiamo|ho) (?:bisogno|necessità) (?:di|del|della|dei)
        (?:troppo (?:caro|alto|cara)|fuori budget|fuori dal nostro budget) per (?:noi|me)
        non (?:possiamo|posso) accettare
        """,
        "clients_first": r"""
        (?:lavoriamo|collaboriamo|lavoro|compriamo) (?:solo|soltanto|solamente|\
            esclusivamente) con … (?:referenze|esperienza|clienti|storico)
        (?:solo|soltanto|solamente|esclusivamente) con (?:aziende|ditte|fornitori|chi|imprese|\
            partner) … (?:referenze|esperienza|clienti)
        (?:quando|appena|se) (?:avrà|avrai|avrete|avete|ha|hai) (?:già )?(?:qualche|dei|alcuni|\
            altri|i primi|più|delle|abbastanza|un po' di) (?:client\w+|referenz\w+)
        (?:torn|ripass|riscriv)\w+ quando (?:ne|avr\w+|av\w+|ha|hai)
        (?:vogliamo|vorremmo|dobbiamo) (?:prima )?vedere (?:prima )?(?:delle |qualche |\
            le )?referenze
        troppo (?:giovan\w|nuov\w|piccol\w) per (?:noi|un'azienda)
        """,
        "out_of_office": r"""
        fuori (?:ufficio|sede|dall'ufficio)
        (?:sono|sarò|siamo|saremo) (?:in ferie|in vacanza|assente|assenti|in malattia|\
            in maternità|chiusi)
        risposta automatica|messaggio automatico
        (?:rientrerò|rientro|sarò di ritorno|tornerò in ufficio|torno in ufficio) (?:il|in|lunedì|\
            martedì|mercoledì|giovedì|venerdì|dal)
        chius[oi] per ferie
        ufficio (?:è |resta |rimarrà )?chiuso
        """,
        "bounce": r"""
        impossibile (?:recapitare|consegnare)
        (?:mancato|mancata) (?:recapito|consegna)
        non è stato (?:possibile )?(?:recapita|consegna)\w+
        (?:indirizzo|destinatario|utente) (?:non esiste|inesistente|sconosciut\w|non trovat\w)
        casella (?:di posta )?(?:è )?piena
        """,
        "enclosed": r"""
        allegat[oiae]|in allegato|allego|alleghiamo
        ecco
        qui (?:trova|trovi|trovate)
        come da accordi
        """,
        "withdrawn": r"""
        lasci(?:a|ate)? (?:stare|perdere)
        (?:non|ormai non) (?:mi |ci )?(?:serve|servono|occorre) più
        (?:ho|abbiamo) (?:già )?risolto|(?:già )?tutto risolto
        come non detto
        non (?:serve|occorre|c'è bisogno) (?:che|di) (?:mi |ci )?(?:rispond|richiam|ven|pass)\w+
        (?:si è )?risolt[oa] da sol[oa]
        dimentic(?:a|hi|ate) (?:la|quello|il)
        """,
    },
    unless={
        "thanks": r"""
        in anticipo|anticipatamente
        averci (?:contattat|scritt|rispost|pensat)\w+|avermi (?:contattat|scritt|rispost)\w+
        """,
        "praise": r"""
        sarebbe|sarebbero|non|buon|buona
        perfettamente|ottimale
        (?:complimenti|ottima|ottimo) (?:per l'idea|giornata|idea|domanda)
        va (?:benissimo|perfetto)
        """,
        "complaint": r"""
        (?:senza|nessun|non) (?:delus|reclam|lament)\w+
        se (?:non|dovesse)
        """,
        "introduction_offered": r"""
        (?:puoi|può|potresti|potrebbe|potreste) (?:presentar|metter)\w+
        """,
        "refusal": r"""
        non rinunc\w+
        """,
        "out_of_office": r"""
        (?:è|eri|era) (?:in ferie|fuori)
        """,
    },
    campaign=r"""
        disiscri\w+|cancella(?:re|ti) (?:la tua |l')iscrizione|annulla(?:re)? l'iscrizione
        (?:non|non si) … (?:leggere|visualizzare|vedere) … (?:questa mail|questa email|\
            questo messaggio)
        ricevi questa (?:mail|email|e-mail|newsletter|comunicazione)
    """,
    short_forms="sig sigg sig.ra dott dott.ssa ing arch avv geom prof spett "
    "egr gent.ma gent ca n tel cell ecc es p.iva art",
)
