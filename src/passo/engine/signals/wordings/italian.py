"""Italian, as clients and owners write it."""

from passo.engine.signals.pledges import italian as pledges
from passo.engine.signals.tellings.italian import KINDS, UNLESS
from passo.engine.signals.wording import Wording

ITALIAN = Wording(
    code="it",
    lists=pledges.LISTS,
    asks=r"""
        (?:ho|abbiamo|avrei|avremmo) (?:ancora |urgente )?bisogno (?:del|della|dei|delle|dell'|\
            di un|di una) \
            ?(?:\w+ )?(?:fattur\w|preventivo|ricevuta|contratto|documenti|indirizzo|misure|foto|\
            dati|\
            copia|certificato|elenco|lista|numer\w)
        (?:dacci|dammi|dagli|dateci|dategli|ci dia|gli dia) un'? ?(?:occhiata|occhio)
        e (?:poi )?(?:mi|ci) (?:dici|dice|dite|fai sapere)(?=$|[,.!]| (?:cosa|se|qualcosa))
        sarebbe (?:molto |davvero )?(?:utile|bello|comodo|ottimo|bene|importante) (?:sapere|avere|\
            ricevere|capire|poter|se (?:mi|ci|poteste|potesse|potessi))\w*
        (?:avrei|avremmo|ho|abbiamo) bisogno che
        (?:avrei|avremmo|ho) bisogno di sapere
        (?:mi|ci) (?:manca|mancano|servono|serve) ancora
        ^(?:chiamami|chiamatemi|chiamateci|chiamaci)(?! (?:se|per|quando vuo))
        (?:mi|ci) (?:può|puoi|potete|potrebbe) (?!immagin)\w+r
        (?:mi|ci) (?:chiedevo|chiedevamo|domandavo|domandavamo) (?:se|quando|quanto)
        sarebbe possibile
        (?:mi|ci) (?:faccia|fai|fa) un (?:fischio|squillo|cenno)
        (?:ci sono|avete|hai|ha) (?:novità|notizie)
        (?:ha|hai|avete) avuto (?:modo|tempo|occasione) di
        (?:mi|ci) (?:ri)?(?:manda|mandi|invia|invii|dice|dici|conferma|confermi|passa|passi|gira|\
            giri)(?:te)? … (?:per (?:favore|cortesia|piacere)|gentilmente)
        (?:avremmo|avrei|abbiamo|ho) bisogno di (?:un|una) (?:preventivo|offerta|appuntamento|\
            prezzo|informazione|copia)
        (?:vorrei|vorremmo) (?:un|una|prenotare|fissare|prendere)
        (?:chiede|vuole sapere|vorrebbe sapere) (?:se|quanto|quando)
        sare(?:i|mmo) grat\w+
        (?:me l[oaie]|mi|ci) \w+(?:resti|reste|rebbe)(?! (?:tanto )?piacere)
        (?:mi|ci) (?:serve|servirebbe|occorre|occorrerebbe|servirebbero) … (?:prezzo|preventivo|\
            offerta|cifra|idea|costo)
        per caso (?:avete|hai|ha|sapete|sa|sai|c'è|ci sono|è|avreste)
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
        (?<!si )(?:può|puoi|potete|potrebbe|potresti|potreste|riesce|riesci|\
            riuscite) (?:per favore |\
            gentilmente |cortesemente )?(?:dir|far|mandar|inviar|confermar|venir|passar|dar(?!si)|\
            spiegar|indicar)\w*
        (?:mi|ci) (?:può|puoi|potete|potrebbe|potresti|potreste) (?:dire|mandare|inviare|\
            confermare|fare|dare|spiegare|aiutare)
        gradire[im]\w* (?:un|una|sapere|ricevere)
        chiedo (?:un|una|il) preventivo
    """,
    opens=r"""
        (?:(?:ciao|salve|buongiorno|buonasera|e)[, ]+)?(?:qual è|quali sono|a che ora|\
            fino a quando|è ancora|è sempre|tutto confermato|ci sono ancora|c'è ancora|c'è posto|\
            serve (?:un|una|altro|anche))
        (?:(?:ciao|salve|buongiorno|buonasera|e)[, ]+)?(?:quanto|quando|dove|come|quale|quali|chi|\
            cosa|che) (?:si|ci|mi|cost\w+|ven(?:iss|it|g)\w*|vien\w*|potete|può|puoi|potreste|\
            fate|siete|sono|devo|dobbiamo|è)
        (?:(?:ciao|salve|buongiorno|buonasera|e)[, ]+)?(?:avete|fate|potete|può|puoi|riuscite|\
            riesce|riesci|è possibile|c'è modo|posso|possiamo|potrei|potremmo)
        novità (?:su|per|del|sul|sulla)
    """,
    chat=r"""
        (?:avete|ha|hai) fatto (?:un|dei|delle) (?:\w+ )?(?:lavor|figur)\w+
        è ancora tutto
        come (?:faremmo|farei) senza
        (?:può|puoi|potete) immaginare
        vi (?:sembra|pare) (?:il modo|normale|possibile)
        come (?:stai|sta|state|va|vanno le cose|te la passi|procede la vita|andiamo)
        (?:voi |tu |lei |da voi |lì )?tutto (?:bene|ok|a posto)(?: (?:da voi|lì|in famiglia|voi))?\?
        ^(?:e )?(?:voi|tu|lei|la famiglia)(?: tutto)?(?: bene)?\?
        (?:hai|avete|aveste|avesse|avessi|altre|ulteriori|qualche|per) … (?:domande|dubbi)
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
    vows=pledges.VOWS,
    dated_vows=pledges.DATED_VOWS,
    marked_vows=pledges.MARKED_VOWS,
    goes_on=pledges.GOES_ON,
    offers=pledges.OFFERS,
    waits=pledges.WAITS,
    soon=pledges.SOON,
    unsaid=pledges.UNSAID,
    unsure=pledges.UNSURE,
    negated=pledges.NEGATED,
    turns=pledges.TURNS,
    deeds=pledges.DEEDS,
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
