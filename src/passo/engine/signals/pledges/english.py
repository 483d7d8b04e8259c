"""What promises in English, and what makes it none."""

LISTS = {
    "idle": "need|have to|have (?!it|them|this|that|your|the|an answer|an offer|a price)|"
    "see|miss|think|try|wait|hope|not|"
    "never|"
    "talk|speak|discuss|sleep|probably|meet|know|find|want|get there|take|turn|start without|"
    "stay|eat|go|leave|travel|fly|marry|celebrate|close|open|work|like|love|enjoy|expect|"
    "accept|"
    "keep in mind|understand|remember|forget|become|end|cost|last|require",
    "me": "me|us",
    "will": r"i'?ll|we'll|(?:i|we) (?:will|shall)|i(?: a|')m going to|we(?: a|')re going to",
    "soon": r"(?:(?:also|then|certainly|definitely|gladly|surely|of course|be sure to|just|"
    r"now|probably not) )?",
    "deed": "send|email|mail|forward|post|call|ring|phone|text|come|pop|drop|stop|be there|"
    "be with you|bring|deliver|pick|collect|pay|transfer|settle|finish|fix|repair|make|"
    "prepare|draw|write|order|book|arrange|organi[sz]e|check|look into|look at|have a look|"
    "ask|confirm|let you know|let <me> know|get back|come back|tell you|give you|"
    "answer|reply|share|update|install|replace|do (?:it|that|this)|take care|see to|sort|"
    "hand|return|sign|put together|get (?:it|this|that|them) (?:done|ready|to you)|provide|"
    "issue|submit|upload|set up|have it|follow up|ship|keep you",
}

VOWS = r"""
    (?:<will>) <soon>(?:<deed>)
    (?:<will>) (?:[^ ,]+ ){1,7}?and (?:<deed>)
    (?:^|[,:-] ?|ok |and )will <soon>(?:<deed>)
    you(?:'ll| will) hear from (?:me|us)
    i promise (?:to|that|you)
"""

DATED_VOWS = r"""
    (?:my|our) … (?:will|is going to) (?:<deed>)
    (?:<will>) (?!(?:<idle>)\b|be (?!there|with|round|over|at your|sending|coming|calling|\
        bringing|delivering|paying|posting))[a-z]+
    (?:money|payment|transfer|cash|cheque|quote|offer|parcel|drawing|\
        invoice)s?(?:'s| is| will be) (?:in|on|with|at|out|there|yours)
    (?:i|we) (?:can|could) have (?:it|them|this|that) (?:with you|ready|done)
    (?:i'm|i am|we're|we are) (?:sending|coming|calling|bringing|delivering|paying|finishing|\
        ordering|posting)
    [a-z]+ (?:goes|will go|is going|go|going) (?:out|off|in the post)
    (?:my|our|the|your) [a-z]+(?: [a-z]+)? (?:follows?|will follow)
    [a-z]+ to follow
    (?:he|she|they|(?:my|our) [a-z]+)(?: will|'ll) <soon>(?:drop|bring|call|ring|phone|send|\
        come|pop|deliver|email|pay|transfer|pick|collect|post|be round|visit|\
        contact)(?! (?:me|us))
    (?:i|we) (?:send|deliver|come|pay|finish|bring|call|start)
    is ready (?:on|by|for)
    you(?:'ll| will) (?:have|get|receive|find|see)
    (?:will|'ll) (?:be|get) (?:ready|finished|done|sent|paid|delivered|repaired|fixed|shipped|\
        posted|completed)
"""

MARKED_VOWS = (
    r"[A-Z][a-z]+ (?:will|'ll) (?:drop|bring|call|ring|phone|send|pop|deliver|email|pay|"
    r"transfer|pick|collect|post|visit|contact)(?! (?:me|us))"
)

GOES_ON = r"""
    (?:and|,) (?:then )?(?:<deed>)
"""

UNSAID = r"""
    (?<!know )(?<!see )(?<!check )(?<!ask )if
    unless
    as soon as
    once (?:you|we|i|the|it|that)
    when (?:you|i return|i'm back|i am back|i get back|we are back|we're back)
    assuming
    provided
    in case
    depends|depending
"""

UNSURE = r"""
    after that|thereafter
    hope|hopefully|hoping
    try|trying
    maybe|perhaps|might|possibly|probably|guess|may
    (?:tell|told|say|said) (?:him|her|them)
    would|could|should
    (?:not|'t) (?:be able|sure|certain)
    (?:said|told|says|thinks?) … (?:i|we|he|she|they)
"""

NEGATED = r"""
    not|never|won't|cannot|can't|wont
    no longer
"""

TURNS = r"""
    and|but|so|then
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
