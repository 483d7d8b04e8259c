"""English, as owners type it."""

from passo.engine.capture.tongue import Cue, Tongue

WHEN = r"(?: (?:early|late|in the|morning|afternoon|evening|noon|night|first thing))*"

ENGLISH = Tongue(
    code="en",
    marks=(
        "the a an and with to for of at by his her him she he they we i is was his wants want "
        "call called spoke met sent send needs will about from yesterday tomorrow today next "
        "on it not has have had this back us me them my our told ask came week weeks days"
    ),
    weekdays="monday|mon tuesday|tue|tues wednesday|wed|weds thursday|thu|thurs friday|fri "
    "saturday sunday",
    months="january|jan february|feb march|mar april|apr may june|jun july|jul august|aug "
    "september|sept|sep october|oct november|nov december|dec",
    counts={
        "a couple of": 2,
        "a few": 3,
        "a": 1,
        "an": 1,
        "one": 1,
        "two": 2,
        "three": 3,
        "four": 4,
        "five": 5,
        "six": 6,
        "seven": 7,
        "eight": 8,
        "nine": 9,
        "ten": 10,
        "twelve": 12,
    },
    units={
        "day": "day",
        "fortnight": "fortnight",
        "days": "day",
        "week": "week",
        "wk": "week",
        "wks": "week",
        "weeks": "week",
        "month": "month",
        "months": "month",
        "year": "year",
        "years": "year",
    },
    offsets={
        "the day after tomorrow": 2,
        "day after tomorrow": 2,
        "tomorrow": 1,
        "tmrw": 1,
        "today": 0,
        "tonight": 0,
        "this morning": 0,
        "this afternoon": 0,
        "this evening": 0,
        "the day before yesterday": -2,
        "day before yesterday": -2,
        "yesterday": -1,
        "last night": -1,
    },
    by="by|before|until|till|no later than",
    on="on|to|from|since|around|for|starting",
    dates=(
        ("offset", rf"(?:(?P<by><by>) )?(?:noon |first thing )?(?P<offset><offset>){WHEN}"),
        (
            "weekday",
            (
                r"(?:(?P<by><by>) |(?:<on>) )?(?:(?P<which>next|last|this|coming|the) )?"
                rf"(?P<weekday><weekday>)(?: (?P<after>week))?{WHEN}"
            ),
        ),
        (
            "weekday",
            (
                r"(?:(?P<by><by>)|on|this|(?P<which>next|last)) "
                r"(?:the )?(?P<saturday>sat|weekend)|(?:at|over) the weekend"
            ),
        ),
        ("ahead", r"(?:in|within) (?P<count><count>) (?P<unit><unit>)(?: ' time)?"),
        ("ahead", r"(?P<count><count>) (?P<unit><unit>) from now"),
        ("ago", r"(?P<count><count>) (?P<unit><unit>) ago"),
        ("next", r"(?:(?P<by><by>) )?(?:early |some ?time )?next (?P<unit>week|month|year)"),
        ("next", r"(?:(?P<by><by>) )?(?:the )?(?P<unit>week|month|year) (?P<over>after next)"),
        ("last", r"(?:early |late )?last (?P<unit>week|month|year)"),
        (
            "end",
            r"(?:(?P<by><by>) |at )?(?:the )?end of (?:the |this )?(?P<unit>week|month|year)",
        ),
        ("end", r"(?:(?P<by><by>) )?(?:later )?this (?P<unit>week|month)"),
        (
            "part",
            (
                r"(?:(?P<by><by>) |at |in )?(?:the )?(?P<part>early|start of|beginning of|mid(?: "
                r"-)?|"
                r"middle of|late|end of) (?P<month><month>)"
            ),
        ),
        (
            "day",
            (
                r"(?:(?P<by><by>) |(?:<on>) )?(?:the )?(?P<day>\d{1,2})(?: (?:st|nd|rd|th))?(?: "
                r"of)? "
                r"(?P<month><month>)(?: (?P<year>20\d\d))?"
            ),
        ),
        (
            "day",
            (
                r"(?:(?P<by><by>) |(?:<on>) )?(?P<month><month>) (?:the )?(?P<day>\d{1,2})"
                r"(?: (?:st|nd|rd|th))?(?: ,? ?(?P<year>20\d\d))?(?! \d)"
            ),
        ),
        ("day", r"(?:(?P<by><by>) |(?:<on>) )?the (?P<day>\d{1,2})(?: (?:st|nd|rd|th))"),
        ("month", r"(?:(?P<by>by|before|until) |in |from |for )(?P<month><month>)"),
        ("season", r"(?:in|before|by|until) (?:the )?(?P<season>spring|summer|autumn|winter)"),
        ("feast", r"(?P<by>before|by|after) (?P<feast>easter|christmas)"),
        ("new_year", r"(?:in|after) the new year|next year"),
        (
            "time",
            (
                r"(?:at|around|by) (?:noon|\d{1,2}(?: ?(?:am|pm|o ' clock))?|\d{1,2}[:.]\d\d"
                r"(?: ?(?:am|pm))?)"
            ),
        ),
    ),
    cues=(
        Cue("call", "both", r"(?:quick |short |long )?(?:call|chat|word) (?:w /|with)"),
        Cue("mail", "out", r"(?:quote|invoice|contract|offer|proposal) (?:\S+ ){0,4}?sent"),
        Cue("call", "both", r"(?:on|off) the phone (?:to|with)"),
        Cue("meeting", "both", r"(?:talked|went) (?:\S+ ){1,3}?(?:with|to)"),
        Cue("call", "both", r"(?:spoken?|talked|chatted) (?:\S+ ){0,2}?(?:with|to)"),
        Cue("meeting", "both", r"had (?:\S+ ){1,4}?with|sat down with|hung out with"),
        Cue("visit", "out", r"(?:popped|nipped|drove|swung|dropped) (?:\S+ )?(?:to see|round to)"),
        Cue("call", "out", r"(?:tried|couldn ' t reach|could not reach|no answer from)"),
        Cue("mail", "subject", r"(?:forwarded|invoiced|quoted)"),
        Cue(
            "call",
            "in",
            r"<said> (?:me |us |back )+|(?:left|leaves) (?:me )?a (?:voicemail|message|"
            r"message on the phone)|(?:call|phone call|voicemail) from",
        ),
        Cue(
            "call",
            "both",
            r"(?:zoom|video|phone|conference|teams)(?: -)? ?call with|on the phone "
            r"(?:to|with)|videocall with|(?:spoke|speak|spoken|talked|chatted|caught up)"
            r"(?: (?:again|briefly|today))? (?:to|with)|had a call with",
        ),
        Cue("call", "subject", r"called|rang|phoned"),
        Cue("mail", "in", r"(?:e - )?(?:e ?mail|mail) from|got an email"),
        Cue("mail", "out", r"sent (?:an? )?(?:e ?mail|mail)|email to"),
        Cue("message", "in", r"(?:whatsapp|text|sms|message|dm) from"),
        Cue(
            "message",
            "out",
            r"sent (?:\S+ ){0,3}?(?:a )?(?:whatsapp|text|sms|message)|"
            r"(?:whatsapp|text|sms) to",
        ),
        Cue("message", "subject", r"texted|messaged|whatsapped|dmed|pinged"),
        Cue(
            "letter",
            "out",
            r"sent (?:\S+ ){0,2}?(?:a )?(?:letter|card)|posted (?:\S+ ){0,3}?"
            r"(?:letter|card)|letter to",
        ),
        Cue("letter", "in", r"(?:letter|card) from"),
        Cue("mail", "subject", r"emailed|mailed|wrote|replied|sent"),
        Cue(
            "visit",
            "out",
            r"visited|(?:went|been) (?:over )?to (?:see|visit)|called in at|"
            r"dropped off|stopped by|visit (?:to|at)",
        ),
        Cue(
            "visit",
            "subject",
            r"(?:came|dropped|popped|stopped|passed) (?:by|in|over|round|to)|"
            r"swung by",
        ),
        Cue(
            "meeting",
            "both",
            r"met(?: up)?(?: with)?|ran into|bumped into|saw|caught up over|"
            r"had (?:an? )?(?:\S+ )?(?:lunch|dinner|breakfast|coffee|meeting|chat|beer|drink)",
        ),
        Cue(
            "meeting",
            "both",
            r"(?:lunch|dinner|breakfast|coffee|tea|pint|meeting|drinks|beer|appointment)"
            r" with",
            weak=True,
        ),
    ),
    lists={"said": "(?:called|rang|phoned)"},
    places=r"(?:at|on) (?:the|his|her|their|a) (?:\S+ )?(?:fair|market|show|shop|office|site|bar|"
    r"school|party|workshop|event|club|station|pub|cafe)|in person|face to face",
    before_name=(
        "with to met saw called call ring rang phone phoned email emailed visit visited from ask "
        "tell told thank see text texted meet and for at remind invite promised into owe send "
        "sent chase spoke by message mail colleague brother sister wife husband friend about sell"
    ),
    after_name=(
        r"(?:called|rang|phoned|texted|messaged|wrote|emailed|wants|needs|is|was|has|said|says|"
        r"told|asked|asks|paid|pays|owes|promised|came|dropped|popped|left|will|ordered|agreed|"
        r"replied|confirmed|loves|likes|got|and|complained|' s|rings|calls)"
    ),
    first_met=r"met|introduced to|new (?:contact|lead|client|prospect)|her colleague|his colleague|"
    r"colleague|meeting with|lead",
    titles="mr mrs ms miss dr prof sir",
    belongs="from of at",
    also_words=(
        "will may mark bill grace joy hope penny rob jack rose faith dawn daisy lily sue pat drew "
        "frank art gene miles chance summer april june august ivy ruby amber olive violet king "
        "young price stone baker cole ward marsh grant wright archer foster page cook long short "
        "white black green brown wood field hill church bell fox wolf bird day winter park hunter "
        "mason smith fisher turner walker palmer glass guy ray dean earl rich max sandy sunny "
        "pearl iris heather basil herb rusty skip chip buck chase trip pierce reed rust nick don "
        "victor carol melody harmony patience prudence chastity clay cliff brook lane reef shaw "
        "design catering print motors events yoga optics weddings studio bakery signs solar"
    ),
    small=(
        "i we he she it they you me us him her them the a an and or but with to for of at by on in "
        "from is was are be been has have had wants want needs need call called spoke met sent "
        "send about yesterday tomorrow today next last this that back told ask quote invoice mail "
        "email phone whatsapp text zoom video new our my his their good great no yes not so who "
        "what when if all both had owe owes reply need let s ll d ve re m t"
    ),
    places_before="street road avenue st hotel villa square",
    acts=(
        r"call|ring|phone|email|rebook|scan|send|check|clean|cut|charge|forward|collect|reply|"
        r"come|e ?mail|text|message|send|reply|answer|ask|tell|invite|visit|meet|"
        r"book|order|buy|pick|collect|fix|finish|follow|chase|remind|thank|post|write|measure|"
        r"confirm|try|prepare|check|bring|deliver|show|sell|offer|quote|introduce|invoice|pay|"
        r"get|make|mark|order|let|arrange|schedule|drop|share|update|sign|print|install|see|"
        r"take|give|find|look|go|do|start|plan|propose|review|set|proof|move|repair|return"
    ),
    must=(
        r"(?:i |we )?(?:need|needs|have|has|want|ought|got) to|(?:i |we )?(?:must|should)|"
        r"i owe (?:\S+ ){0,3}?(?=a |an |the )|let ' s|remember(?: to)?|reminder :|reminder to|"
        r"don ' t forget to|please|"
        r"to do :|(?:i|we) (?:' ll|will)|(?:and |then )"
    ),
    ours=(
        r"(?:i |we )?promised (?!to introduce me)(?:to (?!me |us )|(?:\S+ ){1,3}?(?=the |a |an |to "
        r"|some |his |her ))|(?:i |we )?(?:told|assured) (?:\S+ ){1,3}?(?:that )?(?:i|we) "
        r"(?:' d|' ll|would|will)|(?:i|we) (?:said|agreed)(?: that)?(?: i| we)? "
        r"(?:to|' d|would|' ll)|(?:i|we) (?:' ll|will)"
    ),
    theirs=(
        r"(?=(?:he|she|they) ' (?:s|re) \S+ing )|says (?=\S+ )|said (?=(?:he|she|they) )|says "
        r"(?=(?:he|she|they) )|(?=(?:he|she|they) (?:' ll|will) )|"
        r"(?:he |she |they |who )?promised (?:to (?=introduce me )|"
        r"(?:me|us) (?:to )?)|(?:he|she|they|who) promised (?:to )?|"
        r"(?=will (?:come|send|let|call|ring|bring|pay|decide|write|reply|get back|give|email|"
        r"introduce|confirm) )|(?=(?:he|she) (?:pays|sends|brings|calls) )"
    ),
    wants=(
        r"wants?|needs?(?! to)|asked|asking|said yes|' d like|d like|hasn ' t|cancelled|"
        r"interested|due|is|are|was|were|ready|paid|ordered|"
        r"looking for|would like|still waiting|opens|loves|agreed on|budget|deposit|no answer|"
        r"complained|birthday"
    ),
    papers=r"quotes?|quotation|offers?|estimates?|invoices?|proposals?",
    joins="and then",
)
