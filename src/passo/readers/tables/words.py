"""The words that stand over columns, in the languages our owners speak."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

_FIELDS = {
    "name": """name; full name; display name; contact name; contact person; contact; person;
        file as; nome e cognome; nome cognome; cognome e nome; cognome nome; nome completo;
        nominativo; nome visualizzato; referente; persona di contatto; contatto; cliente;
        vor- und nachname; vorname nachname; vorname und nachname; name vorname; ganzer name;
        vollständiger name; anzeigename; ansprechpartner; ansprechpartnerin; ansprechperson;
        kontaktperson; kontakt; kunde; nombre completo; nombre y apellidos; nombre y apellido;
        apellidos y nombre; nombre para mostrar; persona de contacto; contacto; client; customer;
        people; member; mitglied; socio; person name""",
    "given": """first name; given name; forename; fname; vorname; rufname; nome; nome di battesimo;
        primo nome; nombre; nombre de pila; primer nombre; first; given""",
    "additional": """middle name; additional name; second name; other names; middle names;
        secondo nome; weitere vornamen; zweiter vorname; segundo nombre; middle""",
    "family": """last name; family name; surname; lname; second surname; nachname; familienname;
        zuname; cognome; apellido; apellidos; primer apellido; segundo apellido; last; family""",
    "prefix": """prefix; name prefix; honorific; honorific prefix; salutation; anrede; titel;
        akademischer titel; prefisso; appellativo; titolo; tratamiento; prefijo; saludo;
        courtesy title; saluto""",
    "suffix": "suffix; name suffix; honorific suffix; suffisso; sufijo; namenszusatz; namenssuffix",
    "nickname": "nickname; nick name; nick; alias; spitzname; soprannome; apodo; sobrenombre",
    "organisation": """organisation; organization; company; company name; firm; business name;
        business; employer; account name; organization name; organisation name;
        current company; associated company; primary company; firma; firmenname; firmenbezeichnung;
        unternehmen; unternehmensname; betrieb; arbeitgeber; azienda; nome azienda; società; ditta;
        ragione sociale; impresa; denominazione; organizzazione; ente; nome società; empresa;
        nombre de la empresa; nombre de empresa; compañía; organización; sociedad; razón social;
        negocio; agency; verein; associazione; asociación""",
    "unit": """department; organization department; division; abteilung; reparto; dipartimento;
        ufficio; departamento; unit; sezione; sparte""",
    "title": """job title; job; position; role; title; occupation; organization title; headline;
        profession; posizione; ruolo; mansione; qualifica; funzione; carica; professione;
        posizione lavorativa; beruf; funktion; stelle; stellenbezeichnung; jobbezeichnung;
        berufsbezeichnung; jobtitel; puesto; puesto de trabajo; cargo; función; profesión;
        título; rol""",
    "mail": """e-mail; mail; e-mails; e-mail address; mail address; e-mail addresses; e-mail id;
        e-mail value; e-mail adresse; mailadresse; posta elettronica; indirizzo mail; indirizzo pec;
        indirizzo posta elettronica; indirizzo di posta elettronica; indirizzo e-mail; pec;
        correo; correo electrónico; correos; dirección de correo electrónico; e-mail 1;
        dirección del correo electrónico; dirección de correo; dirección e-mail; smtp;
        elektronische post; e-mail addr; address e-mail""",
    "phone": """phone; phones; telephone; tel; phone number; telephone number; phone no; tel no;
        phone numbers; contact number; number; direct line; landline; direct phone; whatsapp;
        telefono; telefoni; numero di telefono; numero telefono; numero telefonico; num telefono;
        recapito telefonico; recapito; telefono fisso; fisso; centralino; telefon; telefonnummer;
        telefonnr; rufnummer; tel nr; festnetz; festnetznummer; durchwahl; haupttelefon;
        teléfono; teléfonos; número de teléfono; número teléfono; teléfono fijo; fijo; abitazione;
        particular; phone value; telefono principale società""",
    "street": """street; address; street address; address line; street name; postal address;
        address street; extended address; po box; full address; house number; via; indirizzo;
        indirizzo postale; indirizzo completo; via e numero; numero civico; civico;
        casella postale; strasse; anschrift; adresse; strasse und hausnummer; strasse hausnummer;
        strasse nr; hausnummer; hausnr; postfach; postanschrift; calle; dirección; domicilio;
        dirección postal; calle y número; apartado postal; apartado de correos""",
    "city": """city; town; locality; location; city town; città; comune; località; luogo; ort;
        stadt; wohnort; standort; ciudad; población; localidad; municipio; citta comune;
        ubicación; plz ort; plz wohnort; cap città; cap località; cp población; zip city""",
    "region": """state; region; province; county; state province; state region; state code;
        provincia; prov; regione; sigla provincia; bundesland; bundesland kanton; kanton; estado;
        provincia o estado; comunidad autónoma; provincia estado; región""",
    "code": """zip; zip code; postal code; postcode; zip postal code; postal; cap; codice postale;
        codice avviamento postale; plz; postleitzahl; código postal; cp; c postal""",
    "country": """country; country region; nation; country code; paese; nazione; stato;
        paese area geografica; paese regione; land; staat; land region; land gebiet; país;
        país o región; país región""",
    "birthday": """birthday; date of birth; dob; birth date; birth day; born; geburtstag;
        geburtsdatum; geb datum; geboren; geboren am; compleanno; data di nascita; nato il;
        nascita; data nascita; cumpleaños; fecha de nacimiento; nacimiento; fecha nacimiento""",
    "note": """note; notes; comment; comments; remark; remarks; memo; annotazioni; osservazioni;
        commento; commenti; appunti; notiz; notizen; bemerkung; bemerkungen; kommentar;
        anmerkung; anmerkungen; notas; nota; observaciones; comentario; comentarios; about; bio;
        description; descrizione; beschreibung; descripción""",
    "tags": """tag; tags; label; labels; group; groups; group membership; category; categories;
        lists; gruppe; gruppen; kategorie; kategorien; schlagwort; schlagworte; schlagwörter;
        etiketten; gruppo; gruppi; categoria; categorie; etichetta; etichette; grupo; grupos;
        categorías; etiqueta; etiquetas""",
    "web": """website; web site; web; url; web page; web address; homepage; home page; internet;
        website url; website value; webseite; internetseite; webadresse; sito; sito web;
        sito internet; pagina web; sitio web; sitio; página web; profile url; linkedin;
        linkedin url; linkedin profile; linkedin profile url; public profile url; domain;
        company domain name; website address; xing""",
    "connected_on": """connected on; connection date; connected since; connected at;
        collegato il; data collegamento; verbunden am; verbunden seit; conectado el""",
    "uid": "passo uid",
    "ignore": """office location; ufficio 2; organizational id number; organization type;
        account id; assistant; ad name; user name; postal code suffix; custom field;
        name assistent; profession code; büro; status; state of lead; organization location""",
}
# What a number or a place is for, as the reader calls it
_LABELS = {
    "home": """home private privat private privato privata privati casa ab abitazione personal
        personale personali particular domicilio residencia zuhause""",
    "work": """work business office company geschäftlich geschäft dienstlich arbeit beruflich firma
        büro ufficio uff lavoro aziendale azienda trabajo oficina empresa profesional laboral""",
    "mobile": """mobile cell cellphone cellulare telefonino handy handynummer mobil mobiltelefon
        mobilnummer mobilfunk móvil celular iphone smartphone cellular cellulari""",
    "fax": "fax telefax faxnummer",
    "other": "other altro altra altri weitere weiterer weiteres andere otro otra secondary",
    "mailing": "mailing corrispondenza", "billing": "billing fatturazione rechnung facturación",
    "shipping": "shipping spedizione lieferung envío", "whatsapp": "whatsapp",
    "pec": "pec", "linkedin": "linkedin", "xing": "xing",
}  # fmt: skip
_OF_PHONES = {"mobile", "fax", "whatsapp"}
_LABELLED = {"mail", "phone", "web", "street", "city", "region", "code", "country"}
_NOISE = """lead customer client clients cliente clienti kunde kunden contact contatto kontakt
    contacto primary main principale principal haupt your my tuo tua ihr ihre deine del dell della
    de der des di da la el il lo person persona user r e"""
_MORE_NOISE = """no nr num n number numero número value valor valore wert address adresse dirección
    phone telefono telefon teléfono line zeile riga línea"""
_NUMBERED = re.compile(
    r"(e-?mail|phone|address|website|organi[sz]ation|im) (\d+) - (.+)", re.IGNORECASE
)
_PARTS = {
    "address": {"street", "city", "region", "code", "country"},
    "organization": {"organisation", "title", "unit"},
}
_WHOLE = {"e-mail": "mail", "email": "mail", "phone": "phone", "website": "web"}
_SHORTEST_WITH_A_SLIP = 4
_LONGEST = 100


class Heading(NamedTuple):
    """What a column holds, what it is for, and which columns belong together."""

    field: str = ""
    label: str = ""
    group: str = ""


def squeezed(text: str) -> str:
    """Small letters and digits only, without accents: “E-Mail Address” is “emailaddress”."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.replace("ß", "ss"))
    return "".join(letter for letter in text.casefold() if letter.isalnum() and letter < "\u0300")


def _squeezed(words: str) -> set[str]:
    return {squeezed(word) for word in words.split(";")}


_FIELD = {key: field for field, words in _FIELDS.items() for key in _squeezed(words)}
_LABEL = {squeezed(word): label for label, words in _LABELS.items() for word in words.split()}
_QUIET = {squeezed(word) for word in _NOISE.split()}
_QUIETER = _QUIET | {squeezed(word) for word in _MORE_NOISE.split()}


def heading_of(text: str) -> Heading:
    return _heading_of(text) if len(text) <= _LONGEST else Heading()


@lru_cache(maxsize=4096)
def _heading_of(text: str) -> Heading:
    if found := _NUMBERED.match(text.strip()):
        return _numbered(found[1].casefold(), found[2], found[3])
    words = [squeezed(word) for word in re.findall(r"[^\W_]+", _spaced(text))]
    label = " ".join(dict.fromkeys(_LABEL[word] for word in words if word in _LABEL))
    field = _FIELD.get(squeezed(text)) or _without_labels(words) or _despite_a_slip(squeezed(text))
    label = label if field in _LABELLED else ""
    return Heading(field, label, label)


def _spaced(text: str) -> str:
    """“firstName” and “MailingStreet” are two words each; E-Mail is one."""
    apart = re.sub(r"(?<=[a-zà-ÿ]{2})(?=[A-ZÀ-Þ])", " ", text)
    return re.sub(r"(?i)\be[- _]mail", "email", apart)


def _numbered(kind: str, number: str, part: str) -> Heading:
    """Google writes “Phone 1 - Type”, “Phone 1 - Value”, “Address 1 - City”."""
    group = f"{kind} {number}"
    if part.casefold() in {"type", "label"}:
        return Heading("label" if kind in _WHOLE or kind == "address" else "ignore", "", group)
    if kind in _WHOLE:
        return Heading(_WHOLE[kind] if part.casefold() == "value" else "ignore", "", group)
    field = {"name": "organisation"}.get(part.casefold()) or _FIELD.get(squeezed(part), "")
    known = _PARTS["address" if kind == "address" else "organization"]
    return Heading(field if field in known else "ignore", "", group)


def _without_labels(words: list[str]) -> str:
    """“Telefon geschäftlich 2”: what is left without number and purpose tells the field."""
    words = [word for word in words if not word.isdigit()]
    if not words:
        return ""
    for left_out in (set(), {*_LABEL}, _QUIET, {*_LABEL} | _QUIET, {*_LABEL} | _QUIETER):
        rest = "".join(word for word in words if word not in left_out)
        if field := _FIELD.get(rest.rstrip("0123456789")):
            return field
    if not rest and any(_LABEL.get(word) in _OF_PHONES for word in words):
        return "phone"
    return _run_together("".join(words))


def _run_together(word: str) -> str:
    """Two words as one, as in “companycity”."""
    for label in ("company", "business", "home", "work", "mobile", "billing", "mailing"):
        if word.startswith(label) and (field := _FIELD.get(word.removeprefix(label), "")):
            return field if field in _LABELLED else ""
    return ""


def _despite_a_slip(key: str) -> str:
    """“Nmae”, “Emial”, “Phne”: one letter missing, too many, or in the wrong place."""
    if len(key) < _SHORTEST_WITH_A_SLIP:
        return ""
    near = {
        field
        for word, field in _FIELD.items()
        if len(word) >= _SHORTEST_WITH_A_SLIP
        and OSA.distance(key, word, score_cutoff=1) == 1
        and (len(word) != len(key) or sorted(word) == sorted(key))
    }
    return near.pop() if len(near) == 1 else ""
