from passo.introductions.models.ask import Ask, Refused
from passo.introductions.models.contribution import Contribution
from passo.introductions.models.introduction import Introduction
from passo.introductions.models.wish import Sharing, Wish

__all__ = ["Ask", "Contribution", "Introduction", "Refused", "Sharing", "Wish"]
