"""What is told by set words in Italian: thanks, a complaint, a refusal …; and what is not meant."""

KINDS = {
    "thanks": r"""
    grazie (?:mille |tante |davvero |ancora )*(?:per|di) (?:aver|esser)\w*
    grazie (?:mille |tante |davvero |ancora )*per (?:la|il|l'|lo|le|i) ?(?:\w+ )?(?:rapidità|\
        velocità|gentilezza|pazienza|disponibilità|intervento|lavoro|aiuto|riparazione)
    grazie (?:infinite|di cuore|tantissim\w+|davvero)(?! (?:anticipat|in anticipo|della mail|\
        per la mail|per la risposta))
    (?:grazie|ringrazio|ringraziamo|ringraziarla|ringraziarti|ringraziarvi) … (?:per|\
        di) (?:esser\w+|aver\w+|quello|quanto|tutto)
    (?:grazie|ringrazio|ringraziamo|ringraziarla|ringraziarti|ringraziarvi) … (?:per|del|della|\
        dell') ?(?:il|la|lo|l'|i|le|vostr\w+|tu\w|su\w)? ?(?:\w+ )?(?:lavoro|aiuto|riparazione|\
        visita|cena|pranzo|serata|consigli\w*|intervento|disponibilità dimostrata|pazienza avuta|\
        regalo|ospitalità|supporto|servizio|assistenza|lezione)
    (?:le|ti|vi) (?:sono|siamo) (?:molto |davvero |tanto )?grat[oiae]
    non so come ringraziar\w+
    """,
    "praise": r"""
        (?:lei |tu |voi )?(?:fa|fai|fate) miracoli
        (?:carinissim|dolcissim|simpaticissim|puntualissim|professionalissim)\w+
        cinque stelle|5 stelle|dieci e lode|da dieci
        (?:davvero|molto|proprio|veramente|così) (?:professional\w+|gentil\w+|brav\w+|\
            disponibil\w+|precis\w+|pulit\w+|puntual\w+|bell\w+ da vedere)
        (?:oltre|superato) (?:ogni|le nostre|le mie) (?:aspettativ\w+)
        (?:il|la) (?:miglior|migliore) \w+ (?:che|mai)
        (?:siamo|sono|è) (?:tutti |tutto )?(?:entusiast\w+|uno spettacolo|incantat\w+)
    irriconoscibile
    che è un(?:a)? (?:piacere|bellezza|spettacolo|amore)
    che (?:differenza|spettacolo|meraviglia|bel (?:lavoro|risultato)|cambiamento)
    siete (?:dei grandi|grandi|i migliori|bravissimi|fantastici|stati (?:bravissimi|fantastici|\
        gentilissimi|perfetti))
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
    (?:è|sono|ci è|mi è) (?:venut|uscit|riuscit|rimast|piaciut)\w+ (?:davvero |\
        proprio )?(?:benissimo|\
        bene|tantissimo|moltissimo|meravigli\w+|stupend\w+|uno spettacolo)
    (?:lavoro|risultato|servizio|lavori|foto|torta|giardino|sito) (?:davvero )?(?:stupend|magnific|\
        meraviglios|favolos|impeccabil)\w+
    (?:al settimo cielo|a bocca aperta)
    (?:vi|la|ti) (?:consiglierò|consiglieremo|consiglio a tutti|raccomando a tutti)
    """,
    "complaint": r"""
        (?:sono|siamo) (?:stufo|stufa|stufi|stanco di aspettare)
        ancora non c'è
        non s'è visto nessuno|non si è visto nessuno|nessuno s'è fatto vivo
        per la (?:seconda|terza|quarta|ennesima) volta
        (?:è|già) la (?:seconda|terza|quarta|ennesima) volta
        (?:ci sono|trovato|pieno di|pieni di|piena di) (?:\w+ )?(?:diversi|molti|parecchi|troppi|\
            vari|\
            tanti|alcuni)? ?(?:errori|sbagli|difetti)
        non ce l[oa]? ?(?:aspettavamo|saremmo aspettat\w)|non me l[oa]? ?aspettavo
        (?:cliente|clienti|ospiti) si (?:è|sono) lamentat\w
        (?:seconda|terza|quarta) (?:settimana|volta|giornata) (?:senza|che|di fila)
        mi aspettavo (?:di meglio|altro|di più)|ci aspettavamo (?:di meglio|altro|di più)
        (?:mi|ci) (?:sbattono|buttano|hanno sbattuto) giù
        non (?:è quello|sono quelli|è ciò) che (?:avevamo|avevo|abbiamo) (?:ordinato|chiesto|\
            concordato)
        (?:pessim\w|scadente|mal fatt\w|fatto male) ?(?:lavoro|servizio|esperienza)?
        (?:nessuna|ancora nessuna) risposta
        (?:rivoglio|voglio indietro|rimborso|essere rimborsat\w)
        (?:manca|mancano) (?:ancora )?(?:un pezzo|dei pezzi|le viti|la metà|due|tre)
    purtroppo … ancora|purtroppo (?:[^ ]+ ){5,8}?ancora
    (?:in|nella|sulla) fattura (?:c'è|ci sono|risult\w+|leggo|vedo) \d+
    così non (?:va|si può|va bene)
    (?:vi|le|ti) ho (?:chiamato|scritto|chiesto) (?:due|tre|quattro|cinque|più|tante|mille) volte
    (?:avete|ha|hanno) (?:rotto|rovinato|graffiato|lasciato tutto (?:sporco|in disordine|aperto|\
        rotto))
    (?:aspettiamo|aspetto) da (?:\w+ )?(?:giorni|settimane|mesi)
    delus[oaie]|delusione
    (?:non|poco|per niente|affatto) (?:sono |siamo |siamo affatto |sono affatto )?(?:content|\
        soddisfatt)\w+
    inaccettabile|una vergogna|è vergognoso
    (?:perde|gocciola|si è rott\w|salta|si blocca|non va|non funziona) (?:di nuovo|ancora|\
        un'altra volta)
    (?:ancora|tuttora|continua a) non (?:funziona\w*|va|è (?:arrivat\w|stat\w|riparat\w|pront\w))
    non (?:funziona\w*|va|è (?:arrivat\w|stat\w)) ancora
    non è ancora (?:arrivat\w|stat\w|pront\w|riparat\w)
    non (?:è venuto|si è (?:visto|presentato|fatto vivo)|ha chiamato|risponde) nessuno
    nessuno (?:ha chiamato|è venuto|si è (?:visto|presentato|fatto vivo)|risponde|mi ha richiamat\w)
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
        (?:te l[oa]|ve l[oa]|gliel[oa]) (?:faccio|posso far) conoscere
        (?:chiedo|dico|posso chiedere|posso dire) (?:a|al|alla) (?:\w+ ){1,3}?di (?:chiamar|\
            scriver|sentir|contattar)(?:ti|la|vi)
        conosco (?:uno|una|qualcuno|chi|un|un'|una persona) (?:\w+ )?che (?:cerca|ha bisogno|\
            potrebbe|vorrebbe)
        (?:vuole|vuoi|volete) che (?:le |ti |vi )?(?:faccia|dia|presenti|metta|passi|giri|scriva|\
            chieda)
        (?:ti|la|vi) (?:metterei|posso mettere|metto volentieri) in (?:contatto|comunicazione)
        metto una buona parola
    (?:faccio|fare|farei|facciamo) (?:volentieri )?il (?:tuo|suo|vostro) nome
    (?:ti|la|vi) (?:consiglio|raccomando|segnalo|presento) (?:volentieri )?(?:a|al|alla|ai)
    (?:digli|dille|gli dica|le dica|dite|dica) che (?:ti|la|vi) mando io|a nome mio|da parte mia
    (?:ti|le|vi) (?:do|giro|passo|posso dare|mando) (?:il suo|la sua|il) (?:numero|contatto|mail|\
        indirizzo|recapito)
    (?:ti|la|vi) (?:metto|posso mettere|metterei|mettiamo|mettere) in contatto
    (?:te|ve|glie)(?:l[oaie]|li) present(?:o|erei|iamo)
    (?:te|ve|gliel[oa]|ve l[oaie]|te l[oaie]) (?:l[oaie] )?(?:posso presentare|\
        presento) (?:volentieri|se|quando)
    (?:ti|le|vi) (?:posso|potrei) presentare
    (?:dovrest[ie]|dovrebbe|devi|deve) (?:conoscere|sentire|incontrare)
    (?:posso|potrei) (?:presentar|metter)(?:ti|la|vi|le)
    """,
    "introduction_made": r"""
        voi due dov\w+ (?:parlar|conoscer|sentir)\w+
        (?:gli|le|a lui|a lei) ho (?:detto|chiesto) di (?:chiamar|scriver|sentir|contattar)(?:ti|\
            la|vi|le)
        (?:ho|abbiamo) (?:girato|passato|lasciato|dato) (?:il tuo|il suo|il vostro|i tuoi|i suoi|\
            i vostri)
        (?:questo|lui|lei|questa) è \w+,? (?:di cui|l'amic\w|la persona|il mio|la mia)
    \(?(?:in cc|in copia)(?! (?:della|del|la|il|di|fotostatica|conforme))\)?
    (?:che )?(?:leggi|legge|leggete|trovi|trova|trovate) in copia
    (?:ti|le|vi) presento(?! (?:volentieri|se|il preventivo|l'offerta|la fattura|il conto))
    (?:vi|ti|la|l'|li) ?(?:ho messo|ho messi|ho messa|metto|abbiamo messo) (?:tutti )?(?:in copia|\
        in cc)
    (?:ho dato|ho lasciato|ho passato|ho girato) (?:il (?:suo|tuo|vostro) (?:numero|contatto|nome|\
        indirizzo)|i (?:suoi|tuoi|vostri) (?:recapiti|contatti))
    a voi la parola
    vi metto in contatto (?:qui|con questa)
    """,
    "not_before": r"""
        non prima (?:del|dell'\d+|di|della)
    (?:inutile|bloccat\w|impossibile|pieni|al completo|congelat\w|sospes\w) … (?:prima di|fino a|\
        fino al|fino all')
    (?:scriv|chiam|sent|richiam|riscriv)(?:imi|iamoci|etemi|eteci|ici|a|i|ami|ateci|atemi|\
        iti) (?:pure |di nuovo |magari |dopo |verso )*(?:a|in|dopo|da|verso)(?= (?:gennaio|\
        febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre|\
        primavera|autunno|estate|inverno|pasqua|natale))
    (?:rimandiamo|rimandare|rinviamo|posticipiamo|aspettiamo) … (?:a|fino a|al|dopo)
    (?:non|mai) prima (?:di|del|della|che)
    (?:prima di|prima del|prima della|fino a|fino al|fino alla|fino ad) … (?:non (?:possiamo|\
        posso|riusciamo|riesco|se ne|ci)|niente|nulla|impossibile)
    non … (?:prima di|prima del|prima della|fino a|fino al)
    prima (?:di|del|della|dell') ?(?:[^ ,;:]+ ){1,6}?non(?! ho| abbiamo| avevo| ero| eravamo)
    (?:risentiamoci|sentiamoci|ci risentiamo|ci sentiamo|riparliamone|ne riparliamo|parliamone|\
        ricontatt(?:i|a|ate|ami|aci|atemi|ateci)|richiam(?:i|a|ate|ami|aci|atemi|ateci)|\
        ci riscriva|mi riscriva|riprova\w*|riprovi) … (?:a|in|dopo|da|dal|\
        dalla|ad|verso)
    (?:solo|soltanto|non se ne parla) (?:dopo|da|dal|a partire)
    al più presto (?:a|in|dopo|dal)
    """,
    "no_longer_here": r"""
    non (?:lavora|lavoro|opera|fa|è|sono|collabora) (?:più )?(?:più |ormai )(?:qui|qua|con noi|\
        da noi|per noi|in azienda|per|parte|presso|nella|nell'|in|alle)
    (?:ha|hanno|ho) lasciato (?:l'|la |lo |il |questa |la nostra )(?:azienda|ditta|società|studio|\
        ufficio|nostra)
    (?:è|sono) andat[oa] in pensione
    non (?:lavora|lavoro|collabora|collaboro) (?:più|ormai più) (?:al|alla|allo|all'|da|dal|dalla|\
        con|\
        nel|nello)
    (?:ho|ha) cambiato (?:lavoro|azienda|ditta|datore)
    (?:il mio|il suo) ultimo giorno
    """,
    "refusal": r"""
        (?:ha|abbiamo|hanno) preferito (?:un altro|un'altra|altri)
        (?:alla fine )?(?:ce|me) l[oa] fa (?:mio|mia|nostro|un|il)
        (?:è|ed è) un no|(?:i conti|le cifre) non (?:ci |mi )?tornano
        (?:abbiamo|ho) già (?:un|una|il nostro|la nostra|il mio|chi|qualcuno)
        (?:ci|mi) siamo (?:già )?(?:affidati|rivolti|accordati) (?:a|ad|con)
        non (?:se ne fa nulla|andiamo avanti|proseguiamo|intendiamo|desideriamo|vogliamo|\
            è quello che)
        (?:per ora|per quest'anno|per il momento|stavolta) (?:lasciamo|rinunciamo|soprassediamo|\
            non (?:facciamo|se ne))
        (?:il )?(?:vostro|suo|tuo) (?:prezzo|preventivo) (?:è|era|risulta) (?:troppo|fuori|più)
        (?:il lavoro|l'incarico|la commessa) (?:è andat\w|l'abbiamo dat\w|lo abbiamo dato) (?:a|ad)
        (?:annullo|annulliamo|ritiriamo|disdico|disdiciamo) (?:l'ordine|la richiesta|il contratto)
        (?:declinare|rifiutare) (?:la|l'|il) (?:vostra|sua|tua|offerta|proposta|invito)
        non (?:ci|mi) (?:occorre|serve|interessano|convince)
    (?:deciso|preferito) di (?:lasciare|tenere|aspettare|rimandare)
    (?:purtroppo|quest'anno|dispiace) … non (?:si fa|se ne fa|possiamo|riusciamo|è possibile)
    non (?:si fa|se ne fa) (?:più|niente|nulla)?
    (?:preso|scelto|trovato|incaricato|chiamato) … (?:un'altra|un altro|una ditta|un'azienda|\
        qualcun altro|altri)
    cancell(?:atelo|atela|atemi|ateci|ami|aci)|cancell(?:ate|i|a) (?:pure )?(?:il mio indirizzo|\
        la mia mail|i miei dati)
    non (?:mi|ci) (?:serve|occorre) (?:nulla|niente)
    non (?:fa|fanno) (?:per noi|al caso nostro|per me)
    non (?:se ne fa|ne facciamo|procediamo|proseguiamo)
    no,? (?:grazie(?! a )|la ringrazio|ti ringrazio|vi ringrazio)
    non (?:siamo|sono|saremmo|sarei) (?:più )?interessat\w
    non (?:ci|mi) interessa
    (?:abbiamo|ho) (?:deciso|scelto|preferito|optato) … (?:un altro|un'altra|altri|altra|altro|\
        di non)
    (?:rinunciamo|rinuncio|lasciamo perdere|lascio perdere|passiamo la mano|decliniamo|declino)
    toglie(?:temi|teci|te)|cancellatemi|cancellateci
    non (?:abbiamo|ho) (?:bisogno|necessità) (?:di|del|della|dei)
    (?:troppo (?:caro|alto|cara)|fuori budget|fuori dal nostro budget) per (?:noi|me)
    non (?:possiamo|posso) accettare
    non (?:rinnoviamo|rinnoveremo|rinnovare|procederemo|proseguiremo|confermeremo|aderiamo)
    (?:restiamo|rimaniamo|resto|rimango|restare|rimanere) (?:con|fedeli a) (?:il|la|al|alla|\
        quell\w) \
        (?:nostr\w|mi[oa]|attuale|solit\w|vecchi\w|fornitore)
    """,
    "clients_first": r"""
        (?:vedere|sapere) (?:qualche|un'|altr\w+) … che (?:lo|la) (?:usa|usano|ha|hanno)
        (?:due o tre|qualche|alcune) referenze
    (?:lavoriamo|collaboriamo|lavoro|compriamo) (?:solo|soltanto|solamente|\
        esclusivamente) con … (?:referenze|esperienza|clienti|storico)
    (?:solo|soltanto|solamente|esclusivamente) con (?:aziende|ditte|fornitori|chi|imprese|\
        partner) … (?:referenze|esperienza|clienti)
    (?:quando|appena|se) (?:avrà|avrai|avrete|avete|ha|hai) (?:già )?(?:qualche|dei|alcuni|altri|\
        i primi|più|delle|abbastanza|un po' di) (?:client\w+|referenz\w+)
    (?:torn|ripass|riscriv)\w+ quando (?:ne|avr\w+|av\w+|ha|hai)
    (?:vogliamo|vorremmo|dobbiamo) (?:prima )?vedere (?:prima )?(?:delle |qualche |le )?referenze
    troppo (?:giovan\w|nuov\w|piccol\w) per (?:noi|un'azienda)
    (?:fare|far|facciamo|faremo) (?:da|le) cavi[ae]|essere (?:i primi|il primo|la prima)(?= a|$|\
        [,.;])
    (?:finché|se) non … (?:referenze|altri clienti|qualche cliente)
    """,
    "out_of_office": r"""
    fuori (?:ufficio|sede|dall'ufficio)
    (?:sono|sarò|siamo|saremo) (?:in ferie|in vacanza|assente|assenti|in malattia|in maternità|\
        chiusi)
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
    "solved": r"""
    (?:(?:adesso|ora) (?:\w+ )?(?:funziona|funzionano|va|vanno)|funziona(?:no)? (?:\w+ )?(?:adesso|\
        ora|di nuovo|da sol\w))(?! (?:male|peggio|a ))
    (?:è|sono) (?:di nuovo|tornat\w) (?:a posto|a funzionare|a andare|a andar)
    (?:ha|hanno) ripreso a (?:funzionare|andare|scaldare)
    (?:il )?(?:problema|guasto) (?:si )?(?:è|è stato|è già) (?:\w+ )?(?:risolto|sparito|rientrato)
    """,
    "withdrawn": r"""
    (?:non|ormai non) è più (?:necessari\w|il caso|urgente che)
    non (?:ne )?(?:abbiamo|ho|c'è) più bisogno
    non (?:serve|occorre|c'è bisogno) più(?! di)
    lasci(?:a|ate)? (?:stare|perdere)
    (?:non|ormai non) (?:mi |ci )?(?:serve|servono|occorre) più
    (?:ho|abbiamo) (?:già )?risolto|(?:già )?tutto risolto
    come non detto
    non (?:serve|occorre|c'è bisogno) (?:che|di) (?:mi |ci )?(?:rispond|richiam|ven|pass)\w+
    (?:si è )?risolt[oa] da sol[oa]
    dimentic(?:a|hi|ate) (?:la|quello|il)
    """,
}
UNLESS = {
    "withdrawn": r"""
    \bnon (?:si |ti |vi )?dimentic\w*|\bse\b(?! ne)|\bfinché\b|\bappena\b
    """,
    "solved": r"""
    \bse\b|\bfinché\b|\bappena\b|\bquando\b|\bsper\w+|\bsolo\b|\bnon\b(?! (?:serve|occorre|c'è|ne|\
        è|mi|ci|abbiamo|ho))|\bma\b|\bperò\b
    """,
    "thanks": r"""
    in anticipo|anticipatamente
    aver(?:ci|mi|melo|celo)? (?:contattat|scritt|rispost|pensat|dedicat|dett|avvisat|segnalat|\
        informat)\w+
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
}
