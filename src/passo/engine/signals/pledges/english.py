"""What promises in English, and what makes it none."""

from passo.engine.signals.pledges.forms import either, english_ing

VERBS = (
    "send email mail forward post call ring phone text come pop drop stop bring deliver pick "
    "collect pay transfer settle finish fix repair make prepare draw order book arrange "
    "organise organize check ask confirm answer reply share update install replace sort hand "
    "return sign put provide issue submit upload ship file fit paint lay print bake cut clean "
    "remove measure test build swap change sand plaster tile wire plumb hang mount assemble mow "
    "trim prune plant dig seal treat polish scan translate proofread edit review revise amend "
    "correct draft quote invoice bill refund chase follow contact tell give start begin complete "
    "service inspect survey visit swing nip sew alter tailor crop record register apply notify "
    "inform advise add attach dispatch load unload rent lend reserve pencil copy laminate design "
    "sketch render publish reset configure pack wrap label cook cater tune weld solder drill saw "
    "glue insulate varnish stain rewire unblock flush bleed clear tidy wash iron mend fetch "
    "restock refill top strip dismantle demonstrate present show get revert respond discuss"
)
LISTS = {
    "verb": either(VERBS.split()) + "|look (?:into|at|over|after)|have a look",
    "doing": english_ing(VERBS) + "(?<!putting)|writing (?:it|up)|getting (?:it|this|that|them)",
    "idling": "going|hoping|trying|looking|waiting|thinking|expecting|having|being|getting|seeing|"
    "wondering|writing|working|putting|flying|moving|leaving|staying|travelling|meeting|marrying|"
    "celebrating|closing|opening|eating|sleeping|feeling|living|missing|needing|wanting|taking|"
    "talking|running|planning|guessing|asking|considering|during|nothing|anything|something|"
    "coming down|inviting|learning|losing|playing|studying|turning|spending|becoming|enjoying|"
    "sitting my|relying|counting|struggling|using",
    "goods": "money|payment|transfer|cash|cheque|check|quote|quotation|estimate|offer|parcel|"
    "package|delivery|drawings?|draft|invoice|deposit|balance|contract|report|proofs?|photos?|"
    "pictures|files?|documents?|paperwork|samples?|order|boards|parts?|goods|plans?|proposal|"
    "minutes|keys|list|rest|cake|it|they|all of it|everything",
    "with_you": "with you|at yours|in your (?:inbox|account|hands|letterbox|office|shop)|"
    "on your (?:desk|doorstep|account)|at your (?:door|place|house|office|site)",
    "ours": "driver|fitter|plumber|electrician|engineer|colleague|assistant|partner|accountant|"
    "bookkeeper|lads|team|crew|courier|man|son|daughter|brother|wife|husband|office|apprentice",
    "idle": "need|have to|have (?!it|them|this|that|your|the|an answer|an offer|a price)|"
    "see|miss|think|try|wait|hope|not|"
    "never|"
    "talk|speak|discuss|sleep|probably|meet|know|find|want|get there|take|turn|start without|"
    "stay|eat|go|leave|travel|fly|marry|celebrate|close|open|work|like|love|enjoy|expect|"
    "accept|"
    "keep in mind|understand|remember|forget|become|end|cost|last|require",
    "me": "me|us",
    "will": r"i'?ll|we'll|(?:i|we) (?:will|shall)|i(?: a|')m going to|we(?: a|')re going to|"
    r"(?:(?:i|we)(?:'m| am|'re| are)? )?gonna",
    "soon": r"(?:(?:also|then|certainly|definitely|gladly|surely|of course|be sure to|just|"
    r"now|probably not) )?",
    "deed": "send|email|mail|forward|post|call|ring|phone|text|come|pop|drop|stop|be there|"
    "be with you|bring|deliver|pick|collect|pay|transfer|settle|revert|finish|fix|repair|make|"
    "prepare|draw|write|order|book|arrange|organi[sz]e|check|look into|look at|have a look|"
    "ask|confirm|let you know|let <me> know|get back|come back|tell you|give you|"
    "answer|reply|share|update|install|replace|do (?:it|that|this)|take care|see to|sort|"
    "hand|return|sign|put together|get (?:it|this|that|them) (?:done|ready|to you)|provide|"
    "issue|submit|upload|set up|have it|follow up|ship|keep you",
}

VOWS = r"""
    (?:<will>) <soon>(?:<deed>)
    (?:<will>) (?:[^ ,]+ ){1,7}?and (?:<deed>)
    (?:^|[,:-] ?|ok |and |but )will <soon>(?:let|get back|call you|ring you|send you|email you|\
        come back|confirm|fix|check|keep you|forward it|reply|answer)
    you(?:'ll| will) hear from (?:me|us)
    i promise (?:to|that|you)
"""

DATED_VOWS = r"""
    (?:^|ok |and |but |^\w+, )will <soon>(?:<deed>)
    (?:^|, |- |: |and |so )expect (?:me|us)
    give (?:me|us) (?:until|till)
    (?:undertake|undertakes|commit|commits|pledge) to
    one's with you
    (?:will|'ll) be (?:waiting|ready|there) for you
    [a-z]+ is going (?:in|out|up|live)(?! to\b)
    cross my heart|(?:my )?word of honou?r|you have my word
    (?:will|'ll|shall) be (?:<with_you>)
    (?:lands?|arrives?|reach(?:es)?) (?:with |at )?(?:you|yours)
    [a-z]+ (?:goes|go|will go|going) (?:live|online|over|up in your)
    the (?:rest|remainder|others?|remaining \w+|balance)(?: of (?:it|them|the \w+))? (?:by|on|\
        follows?)
    ^\w+(?: \w+)?(?: -|,) (?:<doing>) (?:it|this|them|that|round|over|by|in|off)
    ^(?:will )?be (?:with you|round|there|over)
    ^will do
    (?:count|rely|bank) on (?:it|me|us|the|my|our|having)
    (?:i )?promised?[.!]*$
    ^(?:hand on heart|guaranteed)
    (?:my|our) … (?:will|is going to) (?:<deed>)
    (?:<will>) (?!(?:<idle>)\b|be (?!there|with|round|over|at your|in touch|back to|on site|\
        <doing>))[a-z]+
    (?:money|payment|transfer|cash|cheque|quote|offer|parcel|drawing|\
        invoice)s?(?:'s| is| will be) (?:in|on|with|at|out|there|yours)
    (?:i|we) (?:can|could) have (?:it|them|this|that) (?:with you|ready|done)
    (?:i'm|i am|we're|we are) <soon>(?:<doing>)(?! (?:from|for you to|that you))
    (?:i'm|i am|we're|we are) (?!(?:<idling>)\b)[a-z]+ing (?:[^ ,]+ ){0,4}?(?:you|your)
    (?:i'm|i am|we're|we are) (?!(?:<idling>)\b)[a-z]+ing (?:[^ ,]+ ){1,6}?by
    (?:^am|^are) (?:<doing>)(?! (?:from|for you to|that you))
    ^(?:<doing>) (?:it|this|them|that|the|you|your|over|round|back)
    (?:i|we) (?:plan|intend|mean|are due|am due|are set|are planning|\
        am planning) to <soon>(?:<verb>)
    (?:i'm|we're) (?:due|set|planning|intending) to <soon>(?:<verb>)
    let me … (?:<verb>)
    (?:i'm|i am|we're|we are|(?:<ours>)(?:'s| is| are)) (?:back )?(?:<with_you>|round|there|\
        on site|\
        over)
    (?:<goods>)(?:'s| is| are| will be|'ll be| should be) (?:<with_you>|on (?:its|their) way|\
        (?:going|heading|leaving|coming|arriving|landing))
    (?:<goods>) (?:will |'ll )?(?:arrives?|reach(?:es)?|gets? to|goes? (?:out|off|over|to)|leaves?|\
        lands?|comes? (?:to you|over|back)|hits? your)
    ^(?:\w+ ){0,3}(?:<goods>) (?:to|with) you
    (?<!had )(?<!have )(?:it|this|that|they|<goods>)(?:'ll|'s)? … (?:done|ready|finished|sorted|\
        fixed) (?:by|on|for|\
        before)
    (?:^|you can |please )(?:expect|consider) (?:it|this|that|the|my|our|a) … (?:done|sorted|paid|\
        from (?:me|us)|by|on)
    (?:make|making) sure … (?:reach(?:es)?|gets? to|have|has)
    (?:(?:my|our) (?:<ours>)|the (?:driver|fitter|engineer|courier|office|lads|team|\
        crew)) (?:will |'ll |is going to |are going to |is |are )?(?:comes?|\
        calls?|drops?|brings?|pops?|visits?|sends?|pays?|settles?|collects?|delivers?|coming|\
        calling|dropping|bringing|popping|visiting|sending|paying|collecting|delivering)
    [a-z]+ (?:goes|will go|is going|go|going) (?:out|off|in the post)
    (?:my|our|the|your) [a-z0-9]+(?: [a-z0-9]+)? (?:follows?|will follow)
    [a-z]+ to follow
    (?:he|she|they|(?:my|our) [a-z]+)(?: will|'ll) <soon>(?:drop|bring|call|ring|phone|send|\
        come|pop|deliver|email|pay|transfer|pick|collect|post|be round|visit|\
        contact)(?! (?:me|us))
    (?:i|we) (?:send|deliver|come|pay|finish|bring|call|ring|ship|start(?! a new| school| work))
    is ready (?:on|by|for)
    you(?:'ll| will| shall| can expect| should)? (?:receive|find|hear|get(?! \d)|\
        have(?! (?:until|till|to|time|a choice|been|any)))
    you(?:'ll| will) see
    in your (?:inbox|account|hands|letterbox)
    (?:he|she|they)(?:'s| is|'re| are) going to <soon>(?:<verb>)
    (?:will|'ll) (?:be|get) (?:ready|sorted|fitted|installed|settled|finished|done|sent|paid|\
        delivered|repaired|fixed|shipped|\
        posted|completed)
"""

MARKED_VOWS = (
    r"[A-Z][a-z]+ is going to (?:look|drop|bring|call|come|send|deliver|fix|pick|collect|visit)|"
    r"[A-Z][a-z]+(?:'s| is) (?:dropping|bringing|calling|popping|delivering|collecting|sending)|"
    r"[A-Z][a-z]+ (?:will|'ll) (?:drop|bring|call|ring|phone|send|pop|deliver|email|pay|"
    r"transfer|pick|collect|post|visit|contact)(?! (?:me|us))"
)

GOES_ON = r"""
    (?:and|,) (?:then )?(?:<deed>)
"""

UNSAID = r"""
    (?<!know )(?<!see )(?<!check )(?<!ask )if
    unless
    when (?:you|i return|i'm back|i am back|i get back|we are back|we're back)
    assuming
    provided
    in case
    depends|depending
"""

UNSURE = r"""
    is \w+day again
    (?:monday|tuesday) (?:to|till|until) \w+day|says the|off until
    (?:dentist|doctor|garage|doctor's|holidays?|vacation|birthday|wedding|funeral|party)
    (?:the|my|our) (?:kids|children)|finish work
    after that|thereafter
    usually|normally|always|every|often|typically|as a rule|generally|mostly|sometimes
    do (?:my|our) best|aim
    hope|hopefully|hoping
    try|trying
    maybe|perhaps|might|possibly|probably|guess|(?<!\d )(?<!of )(?<!\dth )may(?! \d)
    (?:tell|told|say|said) (?:him|her|them)
    would|could|should
    (?:not|'t) (?:be able|sure|certain)
    (?:said|told|says|thinks?) … (?:i|we|he|she|they)
"""

NEGATED = r"""
    not(?! later)|never|won't|cannot|can't|wont
    no longer
"""

SOON = r"""
    as soon as (?:possible|i can|we can)|asap|right away|straight ?away|at once|immediately
"""

WAITS = r"""
    once (?:its|you|we|i|the|it|they|that)|once it's
    as soon as(?! (?:possible|i can|we can))|until then|when (?:it|they|the)
"""

OFFERS = r"""
    (?:i|we) (?:can|am able to|are able to) <soon>(?:<verb>)
    (?:^|yes,? )can <soon>(?:<verb>|do)
    (?:happy|glad|pleased) to (?:<verb>)
    yes,? (?:i|we) can do
"""

TURNS = r"""
    and(?<!\d and)|but|so
"""

DEEDS = {
    "pay": "pay|transfer|settle|payment|money",
    "call": "call|ring|phone",
    "come": "bring|drop|come by|come (?:over|round|on|and|to)|come|pop|drop (?:by|in)|stop by|"
    "be there|be with you|coming",
    "answer": "let you know|get back|come back to|confirm|tell you|give you (?:an?|our|"
    "my) (?:answer|decision)|hear from|answer|reply|keep you|update",
    "send": "send|sending|email|mail|forward|post|share|give|have|get|receive|upload|provide|"
    "ship|submit",
}
