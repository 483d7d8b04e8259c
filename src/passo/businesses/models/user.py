"""Whoever signs in, and the link that lets the very first one in."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from passo.businesses import wall
from passo.lib.secret import hash_token, make_token

THEMES = [("", _("As the device")), ("light", _("Light")), ("dark", _("Dark"))]


class Users(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **values: Any) -> "User":
        user = self.model(email=self.normalize_email(email).lower(), **values)
        user.set_password(password)
        user.save()
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    """A person who signs in. What they may see is in their memberships."""

    email = models.EmailField(_("mail address"), unique=True)
    name = models.CharField(_("name"), max_length=120)
    language = models.CharField(
        _("language"), max_length=5, choices=settings.LANGUAGES, blank=True, default=""
    )
    theme = models.CharField(_("look"), max_length=5, choices=THEMES, blank=True, default="")
    is_active = models.BooleanField(default=True)
    is_operator = models.BooleanField(
        _("runs this Passo"), default=False, help_text=_("Sees the health of the whole machine.")
    )
    is_guest = models.BooleanField(default=False)
    joined_at = models.DateTimeField(default=timezone.now)

    objects = Users()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    def __str__(self) -> str:
        return self.name or self.email

    @property
    def initials(self) -> str:
        """Two letters at the most: of the first and of the last name."""
        words = (self.name or self.email).split()
        letters = [word[0] for word in (words[:1] + words[1:][-1:]) if word]
        return "".join(letters).upper()

    @property
    def first_name(self) -> str:
        return self.name.split(" ")[0]

    def settle_in(
        self, *, name: str, email: str, password: str, language: str, is_operator: bool = False
    ) -> None:
        """Get an account; a guest stops being one."""
        self.name, self.language, self.is_guest = name, language, False
        self.email = User.objects.normalize_email(email).lower()
        self.is_operator = is_operator
        self.set_password(password)
        self.save()
        self.index()

    def rename(self, name: str) -> None:
        """From now on. The history keeps the name under which things were done."""
        self.name = name
        self.save(update_fields=["name"])
        self.index()

    def prefer(self, **values: str) -> None:
        """Their own language or look."""
        for name, value in values.items():
            setattr(self, name, value)
        self.save(update_fields=list(values))

    def index(self) -> None:
        """In each of their businesses they are found by the name they have now."""
        for membership in self.memberships.select_related("business"):
            membership.user = self
            with wall.inside(membership.business_id):
                membership.index()


class SetupLink(models.Model):
    """The one-time link printed at the first start. Each start makes a new one."""

    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=timezone.now)

    LIFE = timedelta(days=7)

    @classmethod
    def is_needed(cls) -> bool:
        """Until somebody can sign in: guests and the figures of a sample cannot."""
        return not User.objects.filter(is_guest=False, is_active=True).exists()

    @classmethod
    def make(cls) -> str:
        token = make_token()
        cls.objects.all().delete()
        cls.objects.create(token_hash=hash_token(token))
        return token

    @classmethod
    def opens(cls, token: str) -> bool:
        youngest = timezone.now() - cls.LIFE
        known = cls.objects.filter(token_hash=hash_token(token), made_at__gt=youngest)
        return known.exists() and cls.is_needed()

    @classmethod
    def use_up(cls) -> bool:
        """Within a transaction. Of two at once, the second waits here and is told no."""
        list(cls.objects.select_for_update())
        if not cls.is_needed():
            return False
        cls.objects.all().delete()
        return True
