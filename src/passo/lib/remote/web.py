"""Asking a web server, with a password that goes nowhere else.

Built on `requests`, with everything taken away that it does of its own accord: no proxies and no
password file of the machine, no cookies, no redirects but those followed here.
"""

import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.cookiejar import DefaultCookiePolicy
from typing import Any, ClassVar, Self
from urllib.parse import SplitResult, urljoin, urlsplit

import requests
from django.utils.translation import gettext_noop
from requests.adapters import HTTPAdapter
from requests.exceptions import RequestException
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, ReadTimeoutError

from passo.lib.remote import reach
from passo.lib.remote.server import Site
from passo.lib.remote.unreachable import (
    Busy,
    Forbidden,
    Gone,
    Unreachable,
    cut_off,
    said,
    too_late,
    too_much,
    wrong_password,
)

SECONDS = 30.0
IN_ALL = 900.0  # seconds for one answer, however it trickles
MOST_BYTES = 64_000_000
MOST_REDIRECTS = 5
# Houses with many doors: their servers send a signed-in visitor on to each other by design.
ONE_HOUSE = (".icloud.com",)


class OpenConnection(HTTPConnection):
    """Without a password it may also be unencrypted."""

    plain: ClassVar[bool] = False

    def _new_conn(self) -> Any:
        seconds = float(self.timeout or SECONDS)
        return reach.connect(self._dns_host, self.port, seconds=seconds, plain=self.plain)

    def getresponse(self, *args: Any, **options: Any) -> Any:
        line: Any = self.sock
        line.be_patient(float(self.timeout or SECONDS), IN_ALL)
        return super().getresponse(*args, **options)


class BareConnection(OpenConnection):
    """A password would cross it for all to read: only within the house."""

    plain = True


class SafeConnection(OpenConnection, HTTPSConnection):
    """Encrypted."""


class OpenPool(HTTPConnectionPool):
    ConnectionCls = OpenConnection


class BarePool(HTTPConnectionPool):
    ConnectionCls = BareConnection


class SafePool(HTTPSConnectionPool):
    ConnectionCls = SafeConnection


class OnlyThroughReach(HTTPAdapter):
    def __init__(self, *, with_password: bool) -> None:
        self.pools = {"http": BarePool if with_password else OpenPool, "https": SafePool}
        super().__init__()

    def init_poolmanager(self, *args: Any, **options: Any) -> None:
        super().init_poolmanager(*args, ssl_context=reach.trust(), **options)
        self.poolmanager.pool_classes_by_scheme = self.pools


@dataclass(frozen=True, slots=True)
class Answer:
    """`address` is where it came from in the end."""

    address: str
    status: int
    headers: Mapping[str, str]
    body: bytes = b""


class Visitor:
    """One site, one name and password, as many questions as wanted."""

    def __init__(self, site: Site, *, seconds: float = SECONDS) -> None:
        self.site, self.seconds = site, seconds
        self.home = parts_of(site.address)
        self.session = requests.Session()
        self.session.trust_env = False
        self.session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        self.session.headers["User-Agent"] = "Passo"
        adapter = OnlyThroughReach(with_password=bool(site.password))
        for scheme in ("http://", "https://"):
            self.session.mount(scheme, adapter)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.session.close()

    @property
    def host(self) -> str:
        return self.home.hostname or ""

    def ask(
        self, method: str, address: str, body: str = "", *, most: int = MOST_BYTES, **headers: str
    ) -> Answer:
        """The whole answer, if it is not more than `most`; refusals of the server as sentences."""
        with self.asked(method, address, body, **headers) as (where, response):
            content = b"".join(self.pieces(response, most))
            return Answer(where, response.status_code, response.headers, content)

    @contextmanager
    def asked(
        self, method: str, address: str, body: str = "", **headers: str
    ) -> Iterator[tuple[str, requests.Response]]:
        """The answer as it begins, with where it comes from after all redirects."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        where = self.within(self.home.geturl(), address)
        for _ in range(MOST_REDIRECTS + 1):
            response = self.send(method, where, body, named)
            with response:
                if (onward := response.headers.get("Location")) is None or not is_moved(response):
                    self.must_not_refuse(response)
                    yield where, response
                    return
                where = self.within(where, onward)
        raise Unreachable(gettext_noop("%(host)s sends Passo round in circles."), host=self.host)

    def send(
        self, method: str, where: str, body: str, headers: Mapping[str, str]
    ) -> requests.Response:
        with self.in_words():
            return self.session.request(
                method, where, data=body.encode() or None, headers=headers, auth=self.key(),
                timeout=self.seconds, allow_redirects=False, stream=True,
            )  # fmt: skip

    def key(self) -> Any:
        """As bytes: what is text would be sent as Latin-1, and servers expect UTF-8."""
        if not self.site.password:
            return None
        return self.site.user.encode(), self.site.password.encode()

    def within(self, where: str, onward: str) -> str:
        """The full address, if it may be visited with what we carry."""
        known = urlsplit(where)
        parts = parts_of(joined(where, onward))
        weaker = known.scheme == "https" and parts.scheme != "https"
        if weaker or (self.site.password and not self.is_same_house(parts.hostname or "")):
            raise Forbidden(
                gettext_noop(
                    "%(host)s sends Passo on to %(other)s. Your password does not go there by "
                    "itself: if you trust that address, enter it here."
                ),
                host=known.hostname,
                other=f"{parts.scheme}://{parts.netloc}",
            )
        return parts.geturl()

    def is_same_house(self, host: str) -> bool:
        """Another port of the same name counts as the same: it has the same owner."""
        near = any(host.endswith(house) and self.host.endswith(house) for house in ONE_HOUSE)
        return host == self.host or near

    def must_not_refuse(self, response: requests.Response) -> None:
        """What a caller may want to understand itself, such as 403 and 409, passes."""
        status, host = response.status_code, self.host
        if status == requests.codes.unauthorized:
            raise wrong_password(host)
        if status in {requests.codes.too_many_requests, requests.codes.service_unavailable}:
            raise Busy(
                gettext_noop("%(host)s has too much to do just now. Passo asks again later."),
                host=host,
            )
        if status in {requests.codes.not_found, requests.codes.gone}:
            raise Gone(gettext_noop("%(host)s has nothing at this address any more."), host=host)
        if status >= requests.codes.server_error and status != requests.codes.not_implemented:
            raise self.unexpected(response.reason or str(status))

    def unexpected(self, words: str) -> Unreachable:
        return said(self.host, words, self.site.password)

    def pieces(self, response: requests.Response, most: int) -> Iterator[bytes]:
        """What is unpacked counts, so that a small answer cannot become a huge one."""
        size = response.headers.get("Content-Length", "")
        if size.isdecimal() and int(size[:20]) > most:
            raise too_much(self.host, most)
        total = 0
        with self.in_words():
            for piece in response.iter_content(65_536):
                total += len(piece)
                if total > most:
                    raise too_much(self.host, most)
                yield piece

    @contextmanager
    def in_words(self) -> Iterator[None]:
        try:
            yield
        except (RequestException, HTTPError, OSError, ValueError) as problem:
            raise in_a_sentence(self.host, problem) from problem


def in_a_sentence(host: str, problem: BaseException) -> Unreachable:
    """The innermost reason decides: libraries wrap each other's."""
    reasons = list(reasons_of(problem))
    for reason in reasons:
        if isinstance(reason, ssl.SSLError):
            return reach.tls_problem(host, reason)
    late = (TimeoutError, requests.Timeout, ReadTimeoutError)
    if any(isinstance(reason, late) for reason in reasons):
        return too_late(host)
    return cut_off(host)


def reasons_of(problem: BaseException | None) -> Iterator[BaseException]:
    for _ in range(10):
        if problem is None:
            return
        yield problem
        inner = [one for one in problem.args if isinstance(one, BaseException)]
        problem = next(iter(inner), None) or problem.__cause__ or problem.__context__


def is_moved(response: requests.Response) -> bool:
    return response.status_code in {301, 302, 303, 307, 308}


def joined(where: str, onward: str) -> str:
    """Empty where a server sends us on to what is no address at all."""
    try:
        return urljoin(where, onward)
    except ValueError:
        return ""


def parts_of(address: str) -> SplitResult:
    """Something to visit; what it is not, is said without repeating it: it may hold a secret."""
    try:
        parts = urlsplit(address)
        if parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0:
            netloc = parts.netloc.rpartition("@")[2]
            return parts._replace(netloc=netloc, fragment="")
    except ValueError:
        pass
    raise Unreachable(gettext_noop("This is not a web address that Passo can visit."))
