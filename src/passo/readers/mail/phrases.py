"""How mail programs and people say "here begins what is not mine", in four languages."""

# Beginnings and verbs of the line before a quotation: "On Monday Anna wrote:".
QUOTE_BEGINNINGS = (
    "on ", "il ", "in data ", "in date ", "lunedì", "martedì", "mercoledì", "giovedì", "venerdì",
    "sabato", "domenica", "am ", "vom ", "montag", "dienstag", "mittwoch", "donnerstag",
    "freitag", "samstag", "sonntag", "el ", "con fecha", "le ", "op ", "at ", "monday", "tuesday",
    "wednesday", "thursday", "friday", "saturday", "sunday",
)  # fmt: skip
QUOTE_VERBS = (
    "wrote", "writes", "said", "ha scritto", "scrive", "scriveva", "scrisse", "schrieb",
    "schreibt", "geschrieben", "escribió", "escribio", "escribe", "a écrit", "schreef",
)  # fmt: skip

# The head that Outlook puts before the mail it answers.
FROM_LABELS = frozenset({"from", "von", "da", "de", "mittente", "absender", "remitente"})
HEAD_LABELS = frozenset(
    {
        "sent", "date", "to", "cc", "subject", "reply-to",
        "gesendet", "datum", "an", "betreff",
        "inviato", "data", "a", "oggetto", "data invio", "inviata",
        "enviado", "enviado el", "fecha", "para", "asunto",
    }
)  # fmt: skip

# Lines between dashes, or ending with a colon, after which an older mail follows.
ORIGINALS = frozenset(
    {
        "original message", "original mail", "forwarded message", "begin forwarded message",
        "start of forwarded message", "reply message",
        "messaggio originale", "messaggio inoltrato", "inizio messaggio inoltrato",
        "messaggio originario",
        "ursprüngliche nachricht", "originalnachricht", "original-nachricht",
        "weitergeleitete nachricht", "anfang der weitergeleiteten nachricht",
        "ursprüngliche mail", "original nachricht",
        "mensaje original", "mensaje reenviado", "inicio del mensaje reenviado",
        "forwarded by", "message d'origine",
    }
)  # fmt: skip

# Beginnings of the line that a phone or a free program adds.
SENT_FROM = (
    "sent from my ", "sent from mail for ", "sent from outlook", "sent from yahoo mail",
    "sent via ", "get outlook for ", "sent with proton", "sent from samsung", "sent using ",
    "inviato da ", "inviato dal ", "inviata da ", "ottieni outlook per ", "scarica outlook per ",
    "von meinem ", "gesendet von ", "gesendet mit ",
    "gesendet über ", "outlook für android", "outlook für ios", "holen sie sich outlook",
    "enviado desde ", "enviado con ", "obtener outlook para ", "enviado mediante ",
)  # fmt: skip

SIGN_OFFS = frozenset(
    {
        "best", "best regards", "kind regards", "regards", "warm regards", "many thanks", "thanks",
        "thank you", "cheers", "sincerely", "yours sincerely", "yours faithfully", "best wishes",
        "all the best", "with kind regards", "yours", "thanks and regards", "thanks in advance",
        "cordiali saluti", "distinti saluti", "cordialmente", "saluti", "un saluto",
        "un caro saluto", "cari saluti", "buona giornata",
        "grazie", "grazie mille", "a presto", "grazie e saluti",
        "molte grazie", "un cordiale saluto", "porgo cordiali saluti", "buon lavoro",
        "mit freundlichen grüßen", "mit freundlichen grüssen", "freundliche grüße",
        "freundliche grüsse", "viele grüße", "liebe grüße", "beste grüße", "herzliche grüße", "mfg",
        "mit freundlichem gruß", "mit besten grüßen", "lg", "vg", "danke", "vielen dank", "gruß",
        "grüße", "schöne grüße", "mit herzlichen grüßen",
        "saludos", "un saludo", "saludos cordiales", "cordiales saludos", "atentamente",
        "muchas gracias", "gracias", "un cordial saludo", "un abrazo", "muy atentamente",
        "reciba un cordial saludo", "atte", "quedo a su disposición",
    }
)  # fmt: skip

# Three of these in one paragraph of some length make it a disclaimer.
DISCLAIMER_SIGNS = (
    "confidential", "intended solely", "intended recipient", "intended only", "addressee",
    "privileged", "unauthorized", "unauthorised", "received this e", "received this message in",
    "in error", "delete it", "delete this", "disclaimer", "virus-free", "scanned for",
    "riservat", "destinatari", "esclusivamente", "per errore", "vietat", "non autorizzat",
    "d.lgs", "196/2003", "2016/679", "gdpr", "informazioni contenute", "privacy",
    "vertraulich", "empfänger", "irrtümlich", "rechtlich geschützt", "unbefugte", "nicht gestattet",
    "vernichten", "löschen sie", "versehentlich",
    "confidencial", "destinatario", "por error", "prohibid", "eliminar", "lopd", "no autorizad",
    "divulgación", "secreto profesional",
)  # fmt: skip

# One of these is enough where a paragraph begins with it.
DISCLAIMER_BEGINNINGS = (
    "confidentiality notice", "this e-mail and any", "this email and any", "disclaimer",
    "this message and any", "the information contained in this", "this message is intended",
    "this e-mail is confidential", "this email is confidential", "please consider the environment",
    "think before you print", "before printing", "virus-free",
    "le informazioni contenute in", "ai sensi del", "ai sensi dell'", "questo messaggio e",
    "questa e-mail", "avvertenze ai sensi", "il presente messaggio", "avviso di riservatezza",
    "informativa privacy", "prima di stampare", "rispetta l'ambiente", "pensa all'ambiente",
    "diese e-mail enthält vertrauliche", "diese nachricht enthält vertrauliche", "diese e-mail und",
    "der inhalt dieser e-mail", "bitte denken sie an die umwelt", "haftungsausschluss",
    "bitte prüfen sie, ob diese mail", "vertraulichkeitshinweis",
    "este mensaje y", "este mensaje contiene", "este mensaje puede", "este correo electrónico y",
    "la información contenida en este", "aviso legal", "aviso de confidencialidad",
    "este mensaje va dirigido", "este correo y", "antes de imprimir", "este e-mail",
)  # fmt: skip
