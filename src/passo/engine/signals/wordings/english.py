"""English, as clients and owners write it."""

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
    kinds={
        "thanks": r"""
        (?:thank you|thanks|ta|cheers|thx) … for (?:sorting|fixing|coming|helping|making|doing|\
            bringing|sending someone|getting (?:it|this|that|us)|squeezing|fitting|repairing|\
            cleaning|saving|finishing)
        (?:thank you|thanks) (?:so|ever so|very) much
        (?:thank you|thanks|thanks a lot|grateful) … for (?:coming(?! back)|helping|making|doing|\
            fixing|saving|being|having|looking after|sorting|taking|all|everything)
        (?:thank you|thanks|thanks a lot) … for (?:the|your|a|such) … (?:work|help|repair|support|\
            service|visit|meal|evening|advice|tip|lesson|care|effort|hospitality|recommendation|\
            present|gift)
        (?:i'm|i am|we're|we are) (?:so|very|really) grateful
        can't thank you enough
        """,
        "praise": r"""
        unrecogni[sz]able
        (?:reads|works|fits|runs|looks|closes|sounds|plays|drives) (?:so |absolutely |\
            really )?(?:beautifully|wonderfully|perfectly|brilliantly)
        (?:brilliant|great|lovely|fantastic|excellent|wonderful|beautiful|superb) (?:proposal|\
            offer|class|course|photos|pictures|design|cake|food|meal|evening|garden|session|\
            workshop)
        (?<!be )loved (?:the|your|it|every)
        (?:happy|glad|delighted) to recommend you
        what a (?:difference|transformation|result|pleasure)
        you(?:'re| are) (?:a star|stars|a legend|legends|the best|brilliant|amazing|wonderful)
        (?:couldn't|could not) be (?:happier|better)
        (?:first class|first rate|top notch|spot on) (?:job|work|service)
        (?:lovely|beautiful|brilliant|excellent|amazing|wonderful|perfect|great) (?:bit of |\
            piece of )?work
        (?:great|excellent|fantastic|brilliant|amazing|wonderful|superb|lovely|perfect|\
            top) (?:job|work|service|quality)
        (?:was|were|looks|tasted|turned out) (?:really |absolutely |so |just |\
            simply )?(?:fantastic|brilliant|amazing|wonderful|excellent|superb|delicious|perfect|\
            gorgeous|beautiful|outstanding)
        (?:really|very|so|extremely|more than|absolutely) (?:happy|pleased|satisfied|impressed|\
            delighted) with
        (?:delighted|thrilled|impressed) (?:with|by) (?:your|how you|the (?:work|result|service|\
            job))
        like a dream
        well done
        (?:everybody|everyone|we all|they all|the guests|the kids) loved
        (?:we|i) (?:love|loved|adore) (?:our new|your|what you)
        (?:would|will|can only|have already|already) recommend(?:ed)? you
        """,
        "complaint": r"""
        (?:unfortunately|sadly|i'm afraid) … still
        (?:and|but) … (?:bill|invoice) (?:says|is|shows)
        agreed (?:on )?(?:\w+ )?\d+ (?:and|but)
        not good enough|a disgrace|shoddy work|(?:i'm|i am|we're|we are) (?:really |a bit )?fed up
        (?:asked|called|written|rung|phoned|emailed) (?:you )?(?:two|three|four|five|several|many|\
            \d) times
        (?:you|your (?:man|people|lads)) (?:left|broke|damaged|scratched)
        (?:had|have had) (?:no|not one) (?:reply|answer|call)
        (?:over|more than) \w+ (?:days|weeks|months) late
        disappointed
        (?:i'm|i am|we're|we are|really|was|were|i was|we were) (?:not|un|really not) ?(?:at all |\
            very |too )?(?:happy|satisfied|pleased) (?:with|about|at)
        (?:is|are|was|were|simply|just|totally) unacceptable|unhappy with (?:your|the)
        (?:drips|leaks|broken|dripping|leaking|fails|failed|stopped working|breaks) again
        still (?:doesn't|does not|isn't|is not|not|don't) (?:work|working|fixed|repaired|done|\
            closed?|open)
        (?:nobody|no one|noone) (?:came|showed up|called|turned up|answers|answered|has (?:come|\
            called))
        (?:nothing|it) (?:has|hasn't|had) (?:not )?arrived(?: yet)?
        (?:still|keep|been) waiting (?:for (?:you|a|an|the (?:delivery|part|quote|answer|invoice|\
            order|van|call))|since)
        (?:a |the )?(?:mistake|error) (?:in|on|with) (?:your|the|our) (?:invoice|bill|order|quote)
        (?:third|second|fourth) time (?:i|we|that)
        (?:wrong|incorrect) (?:size|colou?r|item|order|invoice|amount|part)
        overcharged|charged (?:me|us) (?:twice|too much|for \w+ (?:hours|days|pieces))
        (?:i|we) (?:want|have|must|need|would like|wish) to (?:complain|make a complaint)
        (?:a|formal|this) complaint (?:about|regarding)
        (?:came|arrived|delivered) (?:damaged|broken|scratched|late)
        """,
        "introduction_offered": r"""
        (?:recommend|mention|suggest) you to
        (?:say|tell (?:him|her|them)) (?:that )?i (?:sent|recommended) you
        (?:say|tell (?:him|her|them)) (?:that )?you(?:'re| are) (?:a friend|from me)
        (?:give|send|pass on) you (?:his|her|their) (?:number|details|contact|address|email)
        (?:i |we |i'd |happy to |glad to |can |could |i'll |let me )+(?:put|get) (?:you|\
            the two of you) in (?:touch|contact) with
        (?:happy|glad) to (?:introduce|connect|put)
        (?:i )?(?:can|could|will|'ll|would) (?:gladly )?(?:introduce|connect) (?:you|the two of you)
        you (?:should|must|ought to) (?:meet|get to know)
        shall i (?:introduce|connect)
        """,
        "introduction_made": r"""
        \(?(?:in|on) (?:cc|copy)\)?|(?:i'm |i am )?(?:copying in|looping in)|adding … to (?:this|\
            the) (?:thread|mail|email|conversation)
        (?:i've|i have|i) (?:just )?(?:copied|cc'?d|cc'ed) (?:you|in|him|her|them|my)
        (?:meet|let me introduce|i'd like to introduce|may i introduce|this is to introduce|\
            introducing) …, (?:meet|this is)
        , meet [a-z]+
        (?:i )?(?:have |'ve )?(?:gave|given|passed|passed on) (?:him |her |them )?your (?:number|\
            name|details|address|contact|card)
        (?:i'm|i am) (?:hereby )?(?:introducing|connecting) you
        over to you(?: two| both)
        """,
        "not_before": r"""
        (?:no point|pointless|no use|no sense|too busy|full|booked up|booked out|fully booked|\
            frozen) … (?:before|until|till)
        (?:drop|give) <me> … (?:then|in|after|from)
        (?:wait|leave it|hold off|park (?:it|this)|postpone (?:it|this)?) … (?:until|till)
        not (?:before|until|till)
        (?:can't|cannot|can not|nothing|anything|impossible) … (?:before|until|till)
        (?:get back to|contact|call|ask|ping|write to|try|come back to|remind|\
            reach out to) (?:<me>)? ?(?:again )?(?:in|after|from|towards)
        (?:talk|speak|touch base|look at (?:it|this)|revisit|check in) again (?:in|after)
        earliest (?:in|from|would be)
        (?:in|after) … at the earliest
        contact <me> again then
        """,
        "no_longer_here": r"""
        no longer (?:works?|working|with|employed|part of) (?:here|for us|with us|us|at|\
            the company|our)
        (?:has|have|am|is) (?:left|leaving|retired from) (?:the|our|this) (?:company|firm|\
            business|team|organisation|organization|office|shop|practice|school)
        (?:doesn't|does not) work (?:here|for us|with us) any ?more
        (?:my|his|her) last (?:working )?day (?:is|was|at|in|will)
        """,
        "refusal": r"""
        decided to (?:leave|keep|stay|wait|postpone)
        (?:can't|cannot|won't|not) (?:be able to )?(?:go ahead|proceed|commit|happen)
        (?:isn't|not) going to happen|(?:decided|have) to (?:cancel|call it off)
        (?:gone|went|going|go) with (?:a|an|the|our) (?:local|other|another|different|cheaper|\
            usual|old|existing)
        (?:found|hired|chosen|chose|picked|taken on) (?:someone|somebody|a different|another|\
            a cheaper)
        please (?:delete|remove) (?:it|me|us|my|our)|(?:delete|remove) (?:me|us|my (?:address|\
            email|name|data|details)|our (?:address|email|name))
        not (?:for us|what we're looking for|what we need|a fit|a good fit|going ahead|proceeding)
        (?:won't|will not|not) be (?:going ahead|proceeding|taking (?:it|this|you) (?:further|up))
        (?:don't|do not) need (?:anything|it any ?more)
        no,? thanks|no,? thank you
        (?:i'm|i am|we're|we are|we|afraid) (?:not|aren't|\
            no longer) (?:really )?interested(?! in \w+ing)
        no interest (?:in|at)
        (?:decided|chosen|opted|going|gone) (?:to go |to work )?(?:with|for) (?:another|\
            someone else|somebody else|a different|a competitor|other)
        (?:decided|chose) (?:against|not to (?:go|proceed|continue|accept))
        (?:we'll|i'll|we|i) (?:will |have to |must |are going to )?(?:pass (?:this time|on this|\
            on it|on your|for now)|decline (?:your|the))
        take (?:me|us) off (?:your|the) list
        (?:don't|do not) (?:need|require) (?:your|any) … (?:services?|offer)
        too expensive for (?:us|me)
        (?:regret|afraid) (?:to inform you )?(?:that )?(?:we|i) (?:have to|must|can't|\
            cannot) (?:decline|accept|take)
        """,
        "clients_first": r"""
        only (?:work|deal|buy|cooperate) … (?:with|from) (?:firms|companies|suppliers|businesses|\
            partners|people) … (?:references?|track record|customers|clients|experience)
        (?:once|when|if|after) you(?: have|'ve got| can show)? (?:have )?(?:a few|some|more|\
            your first|first|other|enough) (?:customers?|clients?|references?|projects)
        (?:come back|return|write|talk) … when you have (?:some|references|clients|customers|more)
        (?:need|want|like) to see (?:some |more )?(?:references|track record|other customers|\
            case studies) first
        too (?:new|young|small) (?:for us|a firm|a company)
        """,
        "out_of_office": r"""
        (?:we're|we are|shop is|office is|will be|i'm|i am) (?:closed|shut) (?:from|between|until|\
            till|for|on)
        (?:i'm|i am|i will be|i'll be|we're|we are|we will be|we'll be|currently|\
            is) (?:currently |now )?out of (?:the )?office
        (?:i'm|i am|i will be|i'll be|we're|we are|we will be|we'll be|currently) (?:currently |\
            now )?(?:away|on (?:\w+ )?(?:leave|holiday|vacation)) (?:until|from|till|and)
        (?:i'll be|i will be|we'll be|we will be) back (?:in the office |at work )?(?:on|from)
        ^out of (?:the )?office
        automatic reply|auto-?reply|autoreply
        """,
        "bounce": r"""
        delivery (?:to the following|has failed|failed|status notification)
        (?:undelivered|undeliverable) (?:mail|message)
        could not be delivered
        (?:address|mailbox|recipient|user) (?:not found|does not exist|unknown|is full|rejected)
        (?:account|mailbox) that you tried to reach
        mail ?box (?:is )?full
        """,
        "enclosed": r"""
        attached|enclosed|attachment
        (?:i|we) attach
        here(?:'s| is| are) (?:the|your|my|our)
        please find
        """,
        "withdrawn": r"""
        never ?mind
        forget (?:about )?(?:the|my|it|that|what)
        (?:already |have |i've |i )(?:solved|sorted|found) (?:it|the|this)
        (?:no longer|don't) need(?:ed)? (?:it|the|this|that|an answer|a reply|anymore)
        no need to (?:answer|reply|call|come)
        (?:sorted|solved|resolved) itself
        """,
    },
    unless={
        "thanks": r"""
        in advance
        """,
        "praise": r"""
        would be|will be|could be|have a|if
        not|\w*n't|never
        """,
        "complaint": r"""
        (?:not|no|never|without|\w*n't) (?:be )?(?:disappointed|complain|complaint|complaints)
        if
        """,
        "introduction_offered": r"""
        (?:could|can|would) you
        """,
        "refusal": r"""
        not interested only
        """,
        "out_of_office": r"""
        (?:is|are|was|were) (?:she|he|you) (?:away|out)
        """,
    },
    campaign=r"""
        unsubscribe|unsubscribing
        (?:view|open|see|read) (?:this|it) … in (?:your|a|the) browser
        (?:you are|you're) receiving this
        you receive this (?:mail|email|e-mail|message|newsletter)
    """,
    short_forms="mr mrs ms dr prof st no nr approx e.g i.e etc tel ca vs dept ext",
)
