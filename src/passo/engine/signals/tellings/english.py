"""What is told by set words in English: thanks, a complaint, a refusal …; and what is not meant."""

KINDS = {
    "thanks": r"""
    (?:thank you|thanks|ta|cheers|thx) … for (?:sorting|fixing|coming|helping|making|doing|\
        bringing|sending someone|getting (?:it|this|that|us)|squeezing|fitting|repairing|cleaning|\
        saving|finishing)
    (?:thank you|thanks) (?:so|ever so|very) much
    (?:thank you|thanks)(?: so much)?(?: \w+)?, (?:it |that |this |all |everything )?(?:looks|\
        works|fits|\
        tastes|runs|sounds|is working|arrived safely)
    (?:thank you|thanks|thanks a lot) … for the (?:lovely|delicious|beautiful|great|wonderful|\
        amazing|\
        brilliant|fantastic|tasty|gorgeous|perfect) (?!mail|email|message|reply|offer|note)\w+
    (?:thank you|thanks|thanks a lot|grateful) … for (?:coming(?! back)|helping|making|doing|\
        fixing|saving|being|having|looking after|sorting|taking|all|everything)
    (?:thank you|thanks|thanks a lot) … for (?:the|your|a|such) … (?:work|help|repair|support|\
        service|visit|meal|evening|advice|tip|lesson|care|effort|hospitality|recommendation|\
        present|gift)
    (?:i'm|i am|we're|we are) (?:so|very|really) grateful
    can't thank you enough
    """,
    "praise": r"""
        what would (?:i|we) do without
        what would (?:i|we) do without you
        (?:it's|it is|they're|so|absolutely) (?:gorgeous|stunning|stunningly)
        best (?:bit|piece|thing) (?:of|we)
        (?:the|your|our new|it|they) \w+ (?:\w+ )?(?:is|are|look|looks|taste|tastes|\
            came out|\
            turned out) (?:so |just |really |absolutely |simply )?(?:lovely|gorgeous|stunning|\
            beautiful|\
            amazing|superb|delicious|fantastic|fabulous)(?! (?:to|idea|news|day|time))
        (?:was|were) (?:absolutely |just )?(?:spot on|perfect|flawless)
        (?:was|were) (?:so |very |really |absolutely )?(?:lovely|charming|a delight)
        five stars|5 stars|10 out of 10|ten out of ten
        (?:so|very|really|such|absolutely) (?:professional|helpful|friendly|tidy|polite|patient|\
            kind|talented)
        (?:exceeded|beyond) (?:all )?(?:our|my) expectations
        keep up the (?:good|great|excellent|fantastic|brilliant|amazing|lovely) work
        highly recommend
    unrecogni[sz]able
    (?:reads|works|fits|runs|looks|closes|sounds|plays|drives) (?:so |absolutely |\
        really )?(?:beautifully|wonderfully|perfectly|brilliantly)
    (?:brilliant|great|lovely|fantastic|excellent|wonderful|beautiful|superb) (?:proposal|offer|\
        class|course|photos|pictures|design|cake|food|meal|evening|garden|session|workshop)
    (?<!be )loved (?:the|your|it|every)
    (?:happy|glad|delighted) to recommend you
    what a (?:difference|transformation|result|pleasure)
    you(?:'re| are) (?:a star|stars|a legend|legends|the best|brilliant|amazing|wonderful)
    (?:couldn't|could not) be (?:happier|better)
    (?:first class|first rate|top notch|spot on) (?:job|work|service)
    (?:lovely|beautiful|brilliant|excellent|amazing|wonderful|perfect|great) (?:bit of |\
        piece of )?work
    (?:great|excellent|fantastic|brilliant|amazing|wonderful|superb|lovely|perfect|top) (?:job|\
        work|service|quality)
    (?:was|were|looks|tasted|turned out) (?:really |absolutely |so |just |simply )?(?:fantastic|\
        brilliant|amazing|wonderful|excellent|superb|delicious|perfect|gorgeous|beautiful|\
        outstanding)(?! (?:to (?:hear|know|meet|see)|news|idea))
    (?:really|very|so|extremely|more than|absolutely) (?:happy|pleased|satisfied|impressed|\
        delighted) with
    (?:delighted|thrilled|impressed) (?:with|by) (?:your|how you|the (?:work|result|service|job))
    like a dream
    well done
    (?:everybody|everyone|we all|they all|the guests|the kids) loved
    (?:we|i) (?:love|loved|adore) (?:our new|your|what you)
    (?:would|will|can only|have already|already) recommend(?:ed)? you
    """,
    "complaint": r"""
        you promised <me> … for last
        (?:i'm|we're|i am|we are) still (?:waiting|chopping|without|sitting)
        can't lose another
        (?:second|third|fourth|fifth) (?:week|day|month|time) (?:without|in a|running|in a row|this)
        (?:was|were|is|are|came|arrived) (?:\w+ )?(?:short|wrong|late|broken|cold|dirty|stale|\
            missing) again
        (?:are|were|found|full of) (?:several|many|lots of|too many|a few|some) (?:mistakes|errors|\
            faults|typos)
        expected better|(?:put|puts|putting) the phone down on
        (?:come|came|fallen|fell) (?:off|apart|loose) (?:again|for the)
        (?:not what (?:we|i) (?:ordered|agreed|asked for))
        (?:poor|terrible|awful|sloppy) (?:work|service|quality|workmanship)
        (?:still|yet) no (?:answer|reply|news|sign|word)
        you (?:really |have )?let (?:us|me) down
        (?:want|would like|expect) (?:my|our|a) (?:money back|refund)
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
    still (?:doesn't|does not|isn't|is not|not|don't) (?:work|working|fixed|repaired|done|closed?|\
        open)
    (?:nobody|no one|noone) (?:came|showed up|called|turned up|answers|answered|has (?:come|called))
    (?:nothing|it) (?:has|hasn't|had) (?:not )?arrived(?: yet)?
    (?:still|keep|been) waiting (?:for (?:you|a|an|the (?:delivery|part|quote|answer|invoice|\
        order|van|call))|since)
    (?:a |the )?(?:mistake|error) (?:in|on|with) (?:your|the|our) (?:invoice|bill|order|quote)
    (?:third|second|fourth) time (?:i|we|that)
    (?:wrong|incorrect) (?:size|colou?r|item|invoice|amount|part)
    overcharged|charged (?:me|us) (?:twice|too much|for \w+ (?:hours|days|pieces))
    (?:i|we) (?:want|have|must|need|would like|wish) to (?:complain|make a complaint)
    (?:a|formal|this) complaint (?:about|regarding)
    (?:came|arrived|delivered) (?:damaged|broken|scratched|late)
    """,
    "introduction_offered": r"""
        (?:i can|i could|i'll|shall i|let me) (?:ask|tell|get) my \w+ to (?:ring|call|contact|write)
        (?:shall|should) i (?:give|pass|mention|tell|ask|drop) (?:him|her|them|my|your|you)
        i know (?:someone|somebody|a \w+) who (?:needs|is looking|could|wants)
        (?:i'll|i will|i can|happy to) (?:mention|pass on|give (?:him|her|them)) your (?:name|\
            number|details|card)
        (?:put|put in) a (?:good )?word
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
        you two (?:should|must|need to) (?:talk|meet|speak)
        (?:told|asked|said to) (?:him|her|them|my \w+) to (?:call|ring|write to|contact|\
            get in touch with) you
        (?:passed|given) (?:on )?your (?:name|number|details) (?:on )?to
        (?:this is|here is) \w+,? (?:whom|who|the one) i (?:told|mentioned)
        (?:from now on|i'll leave|i leave) you (?:two|both) to it
    \(?(?:in|on) (?:cc|copy)\)?|(?:i'm |i am )?(?:copying in|looping in)|adding … to (?:this|\
        the) (?:thread|mail|email|conversation)
    (?:i've|i have|i) (?:just )?(?:copied|cc'?d|cc'ed) (?:you|in|him|her|them|my)
    (?:meet|let me introduce|i'd like to introduce|may i introduce|this is to introduce|\
        introducing) …, (?:meet|this is)
    , meet [a-z]+
    (?:i )?(?:have |'ve )?(?:gave|given|passed|passed on) (?:him |her |them )?your (?:number|name|\
        details|address|contact|card)
    (?:i'm|i am) (?:hereby )?(?:introducing|connecting) you
    over to you(?: two| both)
    """,
    "not_before": r"""
    (?:no point|pointless|no use|no sense|too busy|full|booked up|booked out|fully booked|\
        frozen) … (?:before|until|till)
    (?:drop|give) <me> … (?:then|in|after|from)
    (?:wait|leave it|hold off|park (?:it|this)|postpone (?:it|this)?) … (?:until|till)(?! (?:i'm|\
        we're|\w+'s|he|she))
    not (?:before|until|till)
    (?:^|please |so |[,.;:] )(?:don't|do not) (?!forget|hesitate|worry|be|think|mind|\
        let)\w+ … (?:before|\
        until|till)(?! (?:i'm|we're|\w+'s|he|she))
    (?:don't|do not|won't|doesn't) (?:need|want|expect|require) … (?:before|until|till)
    (?:can't|cannot|can not|nothing|anything|impossible) … (?:before|until|till)(?! (?:i'm|we're|\
        \w+'s|he|she))
    (?<!'ll )(?<!will )(?<!can )(?<!to )(?<!and )(?:get back to|contact|call|ask|ping|write to|try|\
        come back to|remind|reach out to) (?:<me>)? ?(?:again )?(?:in|after|from|towards)
    (?:talk|speak|touch base|look at (?:it|this)|revisit|check in) again (?:in|after)
    earliest (?:in|from|would be)
    (?:in|after) … at the earliest
    contact <me> again then
    """,
    "no_longer_here": r"""
        left us (?:at|in|last|for)
    (?<!day )(?<!that )(?<!this )(?<!it )(?<!time )(?<!date )(?<!which )(?<!plan )\
        no longer (?:works?|\
        working|with|employed|part of) (?:here|for us|with us|us|at|the company|our)\
        (?! (?:weekends?|nights?|all|the moment|home|least|best))
    (?:i|he|she)(?: am|'m| is|'s)? no longer (?:works?|working|employed|based) (?:for|at|with|\
        in) (?!the \
        (?:mornings?|afternoons?|evenings?|summer|winter)|weekends?|nights?|home|person)[a-z]+
    (?:i|he|she) (?:don't|do not|doesn't|does not) work (?:for|at|with|\
        there) (?:\w+ ){0,4}?any ?(?:more|\
        longer)
    (?:i've|i have|he has|she has|he's|she's) (?:moved on (?:from|to)|changed jobs|\
        changed employers?|\
        left my (?:job|post|position|role)|moved to (?:a|another) (?:different |new )?(?:company|\
        firm|\
        job|role|employer))
    (?:has|have|am|is) (?:left|leaving|retired from) (?:the|our|this) (?:company|firm|business|\
        team|organisation|organization|office|shop|practice|school)
    (?:doesn't|does not) work (?:here|for us|with us) any ?more
    (?:my|his|her) last (?:working )?day (?:is|was|at|in|will)
    """,
    "refusal": r"""
        (?:is|are) going to do it (?:for us|himself|herself|ourselves|themselves|after all)
        it's (?:a )?no (?:from|for) us|(?:is|it's) a no
        (?:don't|doesn't) add up
        (?:not|isn't|n't) (?:something|anything) (?:we|i) (?:need|want|are looking for)
        (?:already|we) have (?:a|our|someone|somebody) … (?:supplier|firm|electrician|plumber|\
            baker|builder|person|who does)
        (?:already )?(?:sorted|covered|sorted out) (?:with|by) (?:someone|somebody|another|a local)
        (?:thanks|thank you) but no
        (?:have|we've|i've) (?:decided|chosen|agreed) (?:to use|on) (?:another|someone|\
            a different|the other)
        (?:we|i) (?:don't|do not) want (?:it|to go|to proceed|any more|to continue)
        (?:leave|leaving) it (?:at that|for now|this year|there)
        (?:called|calling) it off|(?:won't|will not) be needing
        your (?:offer|quote|price) (?:is|was) (?:too high|too much|above|beyond|over)
        (?:the )?(?:job|contract|order) (?:has )?(?:gone|went|goes) to (?:another|someone|a|the)
        (?:cancel|withdraw) (?:the|my|our) (?:order|request|enquiry)
    (?:we|i|we've|i've|have|but) decided to (?:leave|keep|wait|postpone)
    (?:can't|cannot|won't|not) (?:be able to )?(?:go ahead|proceed|commit)
    (?:isn't|not) going to happen|(?:decided|have) to (?:cancel|call it off)
    (?:gone|went|going|go) with (?:a|an|the|our) (?:local|other|another|different|cheaper|usual|\
        old|existing)
    (?:found|hired|chosen|chose|picked|taken on) (?:someone|somebody|a different|another|a cheaper)
    please (?:delete|remove) (?:it|me|us|my|our)|(?:delete|remove) (?:me|us|my (?:address|email|\
        name|data|details)|our (?:address|email|name))
    not (?:for us|what we're looking for|what we need|a fit|a good fit|going ahead|proceeding)
    (?:won't|will not|not) be (?:going ahead|proceeding|taking (?:it|this|you) (?:further|up))
    (?:don't|do not) need (?:anything|it any ?more)
    no,? thanks|no,? thank you
    (?:i'm|i am|we're|we are|we|afraid) (?:not|aren't|\
        no longer) (?:really )?interested(?! in \w+ing)
    no interest (?:in|at)
    (?:decided|chosen|opted|going|gone) (?:to go |to work )?(?:with|for) (?:another|someone else|\
        somebody else|a different|a competitor|other)
    (?:decided|chose|prefer|preferred) (?:against|not to \w+)
    (?:stay|stick|remain|sticking|staying) with (?:our|the) (?:current|existing|usual|old|present|\
        supplier|one we)
    (?:won't|will not|aren't|are not|not) (?:be )?(?:renew|renewing|taking up|going further|\
        continuing|\
        ordering|buying)
    (?:we'll|i'll|we|i) (?:will |have to |must |are going to )?(?:pass (?:this time|on this|on it|\
        on your|for now)|decline (?:your|the))
    take (?:me|us) off (?:your|the) list
    (?:don't|do not) (?:need|require) (?:your|any) … (?:services?|offer)
    too expensive for (?:us|me)
    (?:regret|afraid) (?:to inform you )?(?:that )?(?:we|i) (?:have to|must|can't|\
        cannot) (?:decline|accept|take)
    """,
    "clients_first": r"""
        (?:anything|something) that isn't already (?:running|used|working|in use)
        already running (?:in|at|with) (?:a few|a couple|other|some)
    only (?:work|deal|buy|cooperate) … (?:with|from) (?:firms|companies|suppliers|businesses|\
        partners|people) … (?:references?|track record|customers|clients|experience)
    (?:once|when|if|after) you(?: have|'ve got| can show)? (?:have )?(?:a few|some|more|\
        your first|first|other|enough) (?:customers?|clients?|references?|projects)
    (?:come back|return|write|talk) … when you have (?:some|references|clients|customers|more)
    (?:need|want|like) to see (?:some |more )?(?:references|track record|other customers|\
        case studies) first
    too (?:new|young|small) (?:for us|a firm|a company)
    (?:be|being|as) (?:the|your|a) (?:first(?: one| customer| client| ones)?(?= to|$|[,.;])|\
        guinea pigs?|\
        test case)|guinea pigs?
    (?:until|unless|before|once) (?:you|we|there|i) … (?:references|track record|(?:other|more|\
        some|\
        existing) (?:customers|clients|users))
    """,
    "out_of_office": r"""
    (?:we're|we are|shop is|office is|will be|i'm|i am) (?:closed|shut) (?:from|between|until|\
        till|for|on)
    (?:i'm|i am|i will be|i'll be|we're|we are|we will be|we'll be|currently|is) (?:currently |\
        now )?out of (?:the )?office
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
    here(?:'s| is| are) (?:the(?! deal| thing| plan)|your|my|our)
    please find
    """,
    "solved": r"""
    (?:works|is working|are working|runs|is running|is fixed|is back on) (?:\w+ )?(?:again|now|\
        after all|by itself|on its own)
    now (?:it |everything |all |that )(?:works|is working|runs|is fixed|is fine)
    (?:the )?(?:problem|issue|fault) (?:is|has been|was) (?:\w+ )?(?:solved|\
        sorted|fixed|resolved|gone)
    """,
    "withdrawn": r"""
    (?:is|are|it's|that's|was|will be) (?:no longer|not) (?:needed|necessary|required)(?! (?:to|\
        for|until|before|at))
    no longer (?:needed|necessary|required)
    no need (?:any ?more|any longer|now|to (?:come|visit|drop|send|bring|worry))
    (?:you )?(?:needn't|don't need to|don't have to) (?:answer|reply|call|come|visit|bother|send|\
        drop|bring)
    (?:sorted|solved|fixed|resolved) (?:it |this )?(?:\w+ )?(?:ourselves|myself|already)
    never ?mind
    forget (?:about )?(?:the|my|it|that|what)
    (?:already |have |i've |i )(?:solved|sorted|found) (?:it|the|this)
    (?:no longer|don't) need(?:ed)? (?:it|the|this|that|an answer|a reply|anymore)
    no need to (?:answer|reply|call|come)
    (?:sorted|solved|resolved) itself
    """,
}
UNLESS = {
    "withdrawn": r"""
    (?:don't|do not|didn't|never|not|won't|can't) forget|\bif\b|\bunless\b|\bwhether\b|\buntil\b
    """,
    "solved": r"""
    \b(?:if|unless|whether|until|when|once|hope|hopefully|only|sometimes|not|but)\b|\w+n't
    """,
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
}
