"""What one can do in a step, and how long it usually takes before anything is known."""

from django.utils.translation import gettext_lazy as _

CALL, WRITE, SEND, MEET, ASK, THANK = "call", "write", "send", "meet", "ask", "thank"
OFFER, DELIVER, RESEARCH, ANSWER, OTHER = "offer", "deliver", "research", "answer", "do"

CHOICES = [
    (CALL, _("call")),
    (WRITE, _("write")),
    (ANSWER, _("answer")),
    (SEND, _("send")),
    (MEET, _("meet")),
    (ASK, _("ask")),
    (THANK, _("thank")),
    (OFFER, _("offer")),
    (DELIVER, _("deliver")),
    (RESEARCH, _("find out")),
    (OTHER, _("do")),
]
# What a step of this verb leaves behind when it is done: a touch of this kind, or none.
LEAVES = {CALL: "call", WRITE: "mail", ANSWER: "mail", SEND: "mail", MEET: "meeting", THANK: "mail"}
MINUTES = {
    CALL: 6,
    WRITE: 8,
    ANSWER: 6,
    SEND: 10,
    MEET: 25,
    ASK: 6,
    THANK: 3,
    OFFER: 12,
    DELIVER: 20,
    RESEARCH: 5,
    OTHER: 10,
}
LARGE = 30  # more minutes than this are more than a step
CARRIED = 3  # put off so often, it asks to be split
