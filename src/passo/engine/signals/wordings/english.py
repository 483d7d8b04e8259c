"""English, as clients and owners write it."""

from passo.engine.signals.pledges import english as pledges
from passo.engine.signals.tellings.english import KINDS, UNLESS
from passo.engine.signals.wording import Wording

ENGLISH = Wording(
    code="en",
    lists=pledges.LISTS,
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
    vows=pledges.VOWS,
    dated_vows=pledges.DATED_VOWS,
    marked_vows=pledges.MARKED_VOWS,
    goes_on=pledges.GOES_ON,
    offers=pledges.OFFERS,
    unsaid=pledges.UNSAID,
    unsure=pledges.UNSURE,
    negated=pledges.NEGATED,
    turns=pledges.TURNS,
    deeds=pledges.DEEDS,
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
