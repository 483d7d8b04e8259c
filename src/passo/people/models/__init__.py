from passo.people.models.contact_point import ContactPoint
from passo.people.models.erased import Erased
from passo.people.models.live_account import LiveAccount
from passo.people.models.merge import Merge, Pair
from passo.people.models.name_word import NameWord
from passo.people.models.organisation import Organisation, Position
from passo.people.models.person import Person
from passo.people.models.signal import Signal
from passo.people.models.sorting import FreeMailDomain, LeftOut, OwnAddress
from passo.people.models.source import Import, ImportProblem, Source, TableMapping
from passo.people.models.tag import PeopleView, Tag, Tagging
from passo.people.models.tie import Tie
from passo.people.models.touch import Participation, Touch
from passo.people.models.usual_rhythm import UsualRhythm

__all__ = [
    "ContactPoint",
    "Erased",
    "FreeMailDomain",
    "Import",
    "ImportProblem",
    "LeftOut",
    "LiveAccount",
    "Merge",
    "NameWord",
    "Organisation",
    "OwnAddress",
    "Pair",
    "Participation",
    "PeopleView",
    "Person",
    "Position",
    "Signal",
    "Source",
    "TableMapping",
    "Tag",
    "Tagging",
    "Tie",
    "Touch",
    "UsualRhythm",
]
