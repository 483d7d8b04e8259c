"""Italian, as clients and owners write it."""

from passo.engine.signals.tellings.italian import KINDS, UNLESS
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
    kinds=KINDS,
    unless=UNLESS,
    campaign=r"""
        disiscri\w+|cancella(?:re|ti) (?:la tua |l')iscrizione|annulla(?:re)? l'iscrizione
        (?:non|non si) … (?:leggere|visualizzare|vedere) … (?:questa mail|questa email|\
            questo messaggio)
        ricevi questa (?:mail|email|e-mail|newsletter|comunicazione)
    """,
    short_forms="sig sigg sig.ra dott dott.ssa ing arch avv geom prof spett "
    "egr gent.ma gent ca n tel cell ecc es p.iva art",
)
