"""English, as clients and owners write it."""

from passo.engine.signals.tellings.english import KINDS, UNLESS
from passo.engine.signals.wording import Wording

ENGLISH = Wording(
    code="en",
    lists={
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
    },
    asks=r"""
        (?:please|kindly) (?:send|submit|forward) (?:your|yours)
        ^(?:any|is there any|is there a) (?:chance|possibility|way)
        what do you (?:think|say|reckon)
        can (?:someone|somebody|anyone|anybody)
        (?:please|kindly|pls) (?:just )?(?:let <me> know|tell <me>|confirm|send <me>|advise)
        (?:please|kindly|pls) (?:reply|answer|respond|get back to <me>|call <me> back|\
            come back to <me>)
        let <me> know (?:by|what|when|if you (?:can|could|want|would|need)|whether|how|which|\
            where|who)
        i(?:'d| would) (?:like|love|need) to know
        (?:i )?(?:wanted|want) to (?:ask|know)
        (?:i was|i'm|i am|was) wondering (?:if|whether|how|what|when)
        (?:looking forward to|waiting for|awaiting) (?:your|an) (?:answer|reply|response|feedback)
        (?:grateful|thankful) for (?:a|an|your) … (?:answer|reply|response)
        (?:could|can|would|will) you (?:please |kindly )?(?:tell|send|confirm|let <me>|come|give|\
            check|call|explain|quote|help)
        would you mind
        an answer by
        rsvp
    """,
    opens=r"""
        (?:(?:hi|hello|hey|and|so|but|also)[, ]+(?:there[, .]+)?)*(?:what|how|when|which|where|\
            who|why) (?:(?:much|many|long|often|time|day|colou?rs?|size|kind|sort) )?(?:do|does|\
            is|are|was|were|can|could|would|will|should|did|has|have|about)
        (?:(?:hi|hello|hey|and|so|but|also)[, ]+(?:there[, .]+)?)*(?:have|do|can|could|are|would|\
            will|did|should|may|shall) (?:you|i|we|they|someone|somebody|anyone|anybody)
        is (?:that|this|it) (?:under|still|included|possible|ok)
        any news
    """,
    chat=r"""
        where do i sign
        how(?:'s| is| are|'re| have) (?:you|life|things|everything|it going|everyone|the family|\
            business)
        (?:are )?you (?:all )?(?:well|ok|okay|alright|keeping well)\?
        all (?:good|well)(?: with you)?\?
        how do you do
        (?:any|more|further) (?:questions|doubts|queries)
        if (?:you have|there are|anything|something) … (?:questions?|unclear|queries|else)
        questions\?
        who would(?:'ve| have)? (?:have )?(?:thought|believed|guessed)
        would you believe(?: it)?
        can you believe
        (?:isn't|wasn't|aren't|weren't) (?:it|that|this|they)(?: \w+)?\?
        who (?:knows|cares|doesn't|wouldn't)
        what (?:can|shall|should) (?:i|one|you) (?:say|do)\?
        what else can
        (?:guess|you know) what
        why not\?
        what's not to like
        remember\?
        who's complaining
        don't you think\?
        how (?:cool|great|nice|lovely) is that
        did you know
        ^right\?
    """,
    asked=r"""
        you (?:asked|were asking|wanted to know|wondered)
        your question (?:was|is|about)
    """,
    answers=r"""
        because
        simple
        the answer
        easy
    """,
    vows=r"""
        (?:<will>) <soon>(?:<deed>)
        (?:<will>) (?:[^ ,]+ ){1,7}?and (?:<deed>)
        (?:^|[,:-] ?|ok |and )will <soon>(?:<deed>)
        you(?:'ll| will) hear from (?:me|us)
        i promise (?:to|that|you)
    """,
    dated_vows=r"""
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
    """,
    marked_vows=(
        r"[A-Z][a-z]+ (?:will|'ll) (?:drop|bring|call|ring|phone|send|pop|deliver|email|pay|"
        r"transfer|pick|collect|post|visit|contact)(?! (?:me|us))"
    ),
    goes_on=r"""
        (?:and|,) (?:then )?(?:<deed>)
    """,
    unsaid=r"""
        (?<!know )(?<!see )(?<!check )(?<!ask )if
        unless
        as soon as
        once (?:you|we|i|the|it|that)
        when (?:you|i return|i'm back|i am back|i get back|we are back|we're back)
        assuming
        provided
        in case
        depends|depending
    """,
    unsure=r"""
        after that|thereafter
        hope|hopefully|hoping
        try|trying
        maybe|perhaps|might|possibly|probably|guess|may
        (?:tell|told|say|said) (?:him|her|them)
        would|could|should
        (?:not|'t) (?:be able|sure|certain)
        (?:said|told|says|thinks?) … (?:i|we|he|she|they)
    """,
    negated=r"""
        not|never|won't|cannot|can't|wont
        no longer
    """,
    turns=r"""
        and|but|so|then
    """,
    deeds={
        "pay": "pay|transfer|settle|payment|money",
        "call": "call|ring|phone",
        "come": "bring|drop|come by|come (?:over|round|on|and|to)|come|pop|drop (?:by|in)|stop by|"
        "be there|be with you|coming",
        "answer": "let you know|get back|come back to|confirm|tell you|give you (?:an?|our|"
        "my) (?:answer|decision)|hear from|answer|reply|keep you|update",
        "send": "send|sending|email|mail|forward|post|share|give|have|get|receive|upload|provide|"
        "ship|submit",
    },
    kinds=KINDS,
    unless=UNLESS,
    campaign=r"""
        unsubscribe|unsubscribing
        (?:view|open|see|read) (?:this|it) … in (?:your|a|the) browser
        (?:you are|you're) receiving this
        you receive this (?:mail|email|e-mail|message|newsletter)
    """,
    short_forms="mr mrs ms dr prof st no nr approx e.g i.e etc tel ca vs dept ext",
)
