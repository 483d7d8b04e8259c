"""English, as clients and owners write it."""

from passo.engine.signals.pledges import english as pledges
from passo.engine.signals.tellings.english import KINDS, UNLESS
from passo.engine.signals.wording import Wording

ENGLISH = Wording(
    code="en",
    lists=pledges.LISTS,
    asks=r"""
        (?:i|we) (?:still |urgently )?need (?:the|your|a|an|that|those|his|\
            her) (?:\w+ ){0,2}?(?:invoice|\
            quote|receipt|contract|documents?|address|measurements|photos|figures|details|copy|\
            certificate|list|numbers?)(?! (?:from (?:him|her|them)|to))
        (?:it |that )?(?:would|'d) be (?:really |very |so )?(?:good|great|helpful|useful|nice|\
            handy|lovely|\
            brilliant|ideal) (?:to (?:have(?! you)|know|get|hear|find out)|if (?:you|someone|i|\
            we) (?:could|\
            can|would))
        (?:i|we) (?:really |just )?(?:need|want|would like|'d like) you (?:guys |\
            both )?to(?! (?:know|\
            understand|be|have|feel|see))
        (?:i|we|what i|stuff i) (?:still )?need (?:off|from) you
        (?:please |kindly )acknowledge
        ^(?:please |just )?(?:ring|call|phone|text|message) <me>(?! (?:if|any|should|whenever))
        wondering (?:if|whether|how|what|when)
        (?:would|i'd|we'd) (?:appreciate|love|be grateful for) (?:a|an|your) … (?:call|reply|\
            answer|word|update|response)
        give <me> a (?:quick )?(?:shout (?:when|once|as)|ring|call|bell|buzz|ping)(?! (?:if|\
            any ?time|should|\
            whenever))
        ^(?:please )?(?:send|text|email) <me> (?:your|the|a|over|some|it|them)
        (?:wants?|would like) to know (?:if|what|when|how|whether|which)
        could do with (?:a|an|some)
        any (?:idea|thoughts on|chance of|word on) (?:what|when|how|if|where|who|why|whether|\
            \w+ing|\
            the|your|a)
        (?:could|can|would|will) (?:you|u|ya|someone)(?! (?:see|imagine|believe|not|have|be|get))
        (?:would you |do you )?(?:mind|fancy) \w+ing (?:me|us|it|over|that|your|the|a)
        ^(?:i |we |i'm |we're |just )*(?:need|require|after|looking for|want) (?:a|an|some|\
            your) … (?:figure|price|prices|quote|estimate|quotation|ballpark|advice|info)
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
        (?<!n't )(?<!not )(?:wanted|want) to (?:ask|know)
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
        whats|wheres|hows|whens
        (?:(?:hi|hiya|hello|hey)[, ]+(?:\w+[, ]+)?)?(?:please )?(?:could|can|would|will|may|\
            should|shall|do|does|did|have|has|are|is|was|were) (?:i|you|u|we|they|someone|anyone|\
            my|our|it|that|this|there|your)
        (?:(?:hi|hiya|hello|hey)[, ]+(?:\w+[, ]+)?)?(?:what's|how's|where's|when's|who's|\
            how (?:much|many|long|far|soon))
        any (?:joy|luck|updates?|word|sign|progress)
        (?:(?:hi|hiya|hello|hey)[, ]+(?:\w+[, ]+)?)?(?:still|all) (?:ok|okay|on|good) for
        anything (?:i|we) (?:should|need|must|can)
        (?:(?:hi|hello|hey|and|so|but|also)[, ]+(?:there[, .]+)?)*(?:what|how|when|which|where|\
            who|why) (?:(?:much|many|long|often|time|day|colou?rs?|size|kind|sort) )?(?:do|does|\
            is|are|was|were|can|could|would|will|should|did|has|have|about)
        (?:(?:hi|hello|hey|and|so|but|also)[, ]+(?:there[, .]+)?)*(?:have|do|can|could|are|would|\
            will|did|should|may|shall) (?:you|i|we|they|someone|somebody|anyone|anybody)
        (?:is|was) (?:that|this|it) (?:under|still|included|possible|ok|okay|normal|too|all right)
        (?:(?:hello|hi|hey)[ ,]+)?(?:just (?:checking|wondering|asking)|quick (?:one|\
            question))?[,: ]*(?:did|does|are|is|was|were|has|have) (?:my|our|your|the|they|it|\
            there|any|anyone|someone)
        any news
    """,
    chat=r"""
        may i say
        (?:he|she|they) asked
        what would (?:i|we) do without
        who'd have (?:thought|believed|guessed)
        ^(?:nice|good|lovely|great) (?:weekend|holiday|trip|break|christmas|easter)\?
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
        unsubscribe|unsubscribing
        (?:view|open|see|read) (?:this|it) … in (?:your|a|the) browser
        (?:you are|you're) receiving this
        you receive this (?:mail|email|e-mail|message|newsletter)
    """,
    short_forms="mr mrs ms dr prof st no nr approx e.g i.e etc tel ca vs dept ext",
)
