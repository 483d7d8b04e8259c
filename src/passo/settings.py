"""Everything that can be set, read from the environment; what is wrong fails here, loudly."""

import json
import os
from typing import Any
from urllib.parse import unquote, urlsplit

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from passo.lib.data_folder import data_folder, inner_folder, stored_secrets
from passo.lib.db.address import database_settings

# --- Where it answers -------------------------------------------------------------------------
HOST = os.environ.get("PASSO_HOST") or "127.0.0.1"
PORT = int(os.environ.get("PASSO_PORT") or 8000)
NEAR = "localhost" if HOST == "127.0.0.1" else HOST
ADDRESS = (os.environ.get("PASSO_ADDRESS") or f"http://{NEAR}:{PORT}").rstrip("/")
SECURE = ADDRESS.startswith("https://")
EVERY_INTERFACE = HOST in {"0.0.0.0", "::"}  # noqa: S104 -- asked for by whoever runs it


def allowed_hosts() -> list[str]:
    """The public name, this machine, and any name when every interface was asked for by hand."""
    if EVERY_INTERFACE and not os.environ.get("PASSO_ADDRESS"):
        if os.environ.get("PASSO_SMTP"):
            raise ValueError("Mails carry links: set PASSO_ADDRESS to the address people type.")
        return ["*"]
    return sorted({urlsplit(ADDRESS).hostname or HOST, HOST, "localhost", "127.0.0.1", "[::1]"})


ALLOWED_HOSTS = allowed_hosts()
CSRF_TRUSTED_ORIGINS = [ADDRESS] if SECURE else []
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "passo_session", "passo_csrf"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 60
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

CSRF_FAILURE_VIEW = "passo.today.errors.forged"
# What areas add to the export of a business: functions that give names and pieces of files.
EXPORTED_BY = ["passo.people.yours.files.of_everything"]
# Jobs of areas above that an import sets off when it is done; each is handed the business.
AFTER_IMPORT = ["steps.look"]

# --- What it is made of -----------------------------------------------------------------------
DEBUG = False
SECRET_KEY = stored_secrets()["django"]
ROOT_URLCONF = "passo.urls"
WSGI_APPLICATION = "passo.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "UTC"
SITE_NAME = "Passo"

INSTALLED_APPS = [
    "passo.today",
    "passo.people",
    "passo.introductions",
    "passo.steps",
    "passo.businesses",
    "passo.ui",
    "passo.lib.queue",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "template_partials",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "passo.businesses.middleware.only_what_can_be_meant",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "passo.businesses.middleware.the_wall",
    "passo.businesses.middleware.kept_by_nobody",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "passo.businesses.middleware.in_their_language",
    "passo.businesses.middleware.a_refusal_is_an_answer",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.l10n",
                "passo.ui.templatetags.ui",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "passo.today.navigation.navigation",
            ],
        },
    }
]

# --- Data -------------------------------------------------------------------------------------
DATABASE_URL = os.environ.get("DATABASE_URL") or f"sqlite:///{data_folder() / 'passo.sqlite3'}"
DATABASES = {"default": database_settings(DATABASE_URL)}
MEDIA_ROOT = inner_folder("files")
BACKUPS = inner_folder("backups")
STATIC_ROOT = inner_folder("static")
STATIC_URL = "/static/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000

# --- Jobs: "area.job" and the seconds between two runs ------------------------------------------
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}
DAY = 24 * 60 * 60
PERIODIC: tuple[tuple[str, int], ...] = (
    ("queue.prune", DAY),
    ("businesses.sweep", DAY),
    ("businesses.nightly_backup", DAY),
    ("people.reckon_everybody", DAY),
    ("people.sync_due", 5 * 60),
    ("people.sweep_uploads", DAY),
    ("people.pick_up_imports", 300),
    ("introductions.understand_everybody", 60 * 60),
    ("introductions.look_everywhere", DAY),
    ("steps.look_everywhere", DAY),
    ("today.forget_old", DAY),
    ("introductions.forget_old", DAY),
    ("today.look_for_mornings", 5 * 60),
)

# --- Languages --------------------------------------------------------------------------------
LANGUAGE_CODE = os.environ.get("PASSO_LANGUAGE") or "en"
LANGUAGES = [("en", _("English")), ("it", _("Italian")), ("de", _("German")), ("es", _("Spanish"))]
LOCALE_PATHS = [os.path.join(os.path.dirname(__file__), "locale")]  # noqa: PTH118, PTH120
LANGUAGE_COOKIE_NAME = "passo_language"
USE_THOUSAND_SEPARATOR = True

# --- Signing in -------------------------------------------------------------------------------
AUTH_USER_MODEL = "businesses.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_LOGOUT_REDIRECT_URL = "home"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["name", "email"]},
    },
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
ACCOUNT_FORMS = {"add_email": "passo.businesses.mail_address.MailAddressForm"}
ACCOUNT_ADAPTER = "passo.businesses.accounts.Accounts"
SOCIALACCOUNT_ADAPTER = "passo.businesses.accounts.OtherAccounts"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 600
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if SECURE else 0
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if SECURE else "http"
MFA_ADAPTER = "passo.businesses.accounts.SecondLocks"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Passo"
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not SECURE
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True


def oidc_providers(described: str) -> dict[str, Any]:
    """PASSO_OIDC is JSON: {"name", "client_id", "secret", "server_url"}, or a list of such."""
    if not described:
        return {}
    found = json.loads(described)
    apps = [
        {
            "provider_id": one.get("id") or f"oidc{number}",
            "name": one["name"],
            "client_id": one["client_id"],
            "secret": one["secret"],
            "settings": {"server_url": one["server_url"]},
        }
        for number, one in enumerate(found if isinstance(found, list) else [found], start=1)
    ]
    return {"openid_connect": {"APPS": apps, "EMAIL_AUTHENTICATION": True}}


SOCIALACCOUNT_PROVIDERS = oidc_providers(os.environ.get("PASSO_OIDC") or "")


def oidc_origins(providers: dict[str, Any]) -> list[str]:
    """Our form leads on to them: without their names browsers stop there (CSP form-action)."""
    apps = providers.get("openid_connect", {}).get("APPS", [])
    addresses = [urlsplit(app["settings"]["server_url"]) for app in apps]
    return sorted({f"{one.scheme}://{one.netloc}" for one in addresses})


# --- Mail: smtp://, smtp+starttls:// or smtps://user:password@host:port ---------------------------
def mail_settings(address: str) -> dict[str, Any]:
    """Without an address mail cannot be sent, and the pages say so."""
    if not address:
        return {"EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend"}
    parts = urlsplit(address)
    if parts.scheme not in {"smtp", "smtp+starttls", "smtps"} or not parts.hostname:
        raise ValueError("PASSO_SMTP should look like smtp+starttls://user:password@host:587.")
    return {
        "EMAIL_BACKEND": "passo.lib.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or {"smtp": 25, "smtp+starttls": 587, "smtps": 465}[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp+starttls",
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_TIMEOUT": 20,
    }


globals().update(mail_settings(os.environ.get("PASSO_SMTP") or ""))
HAS_MAIL = bool(os.environ.get("PASSO_SMTP"))
DEFAULT_FROM_EMAIL = os.environ.get("PASSO_MAIL_FROM") or f"passo@{urlsplit(ADDRESS).hostname}"
ACCOUNT_EMAIL_VERIFICATION = "optional" if HAS_MAIL else "none"

# --- Live accounts ------------------------------------------------------------------------------
# May they lie in the network that this machine stands in, as a NAS in the shop does? Then whoever
# has a login here can make Passo knock at doors in there.
REACH_PRIVATE = os.environ.get("PASSO_REACH_PRIVATE") == "yes"

# --- What a page may load: ours alone ------------------------------------------------------------
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF],
        "form-action": [SELF, *oidc_origins(SOCIALACCOUNT_PROVIDERS)],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "passo.lib.discreet.Line",
            "fmt": "{asctime} {levelname} {name}: {message}",
            "style": "{",
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"passo": {"level": "INFO"}},
}
