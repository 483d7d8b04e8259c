from passo.businesses.models.business import Business
from passo.businesses.models.change import Change
from passo.businesses.models.invitation import Invitation
from passo.businesses.models.membership import Membership, Role
from passo.businesses.models.progress import Progress
from passo.businesses.models.search_row import SearchRow
from passo.businesses.models.user import SetupLink, User

__all__ = [
    "Business",
    "Change",
    "Invitation",
    "Membership",
    "Progress",
    "Role",
    "SearchRow",
    "SetupLink",
    "User",
]
