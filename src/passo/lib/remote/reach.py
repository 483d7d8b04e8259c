"""What may be visited, and the one way there.

Members of different businesses share the machine Passo runs on. Whoever may type an address must
not see, through Passo, what only that machine can see. A name is looked up once and the
connection goes to exactly that answer, so a name that changes its mind in between gains nothing.
"""

import ipaddress
import math
import socket
import ssl
import time
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_noop
from requests.utils import DEFAULT_CA_BUNDLE_PATH

from passo.lib.remote.unreachable import (
    Forbidden,
    NotTrusted,
    Silent,
    Unreachable,
    cut_off,
    too_late,
    unprotected,
    unsafe,
)

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

# Where clouds answer their own machines with keys; nobody's mail lives there.
# 168.63.129.16 Azure, fd00:ec2::254 and fd20:ce::254 the IPv6 ones of AWS and Google,
# 100.100.100.200 Alibaba. 169.254.169.254, the usual one, is link-local anyway.
KEY_CUPBOARDS = {
    ipaddress.ip_address(one)
    for one in ("168.63.129.16", "fd00:ec2::254", "fd20:ce::254", "100.100.100.200")
}
INSIDE_SIX = ipaddress.ip_network("64:ff9b::/96")  # an IPv4 address behind a translator, RFC 6052


class Patience:
    """A line that is not kept open by one byte a minute.

    `patience` bounds each wait, `until` the whole talk. The timeout of a socket alone bounds
    each wait only, and a hostile server could hold a worker for ever.
    """

    patience = 30.0
    until = math.inf

    def recv_into(self, *args: Any, **options: Any) -> int:
        left = self.until - time.monotonic()
        if left <= 0:
            raise TimeoutError
        self.settimeout(min(self.patience, left))  # type: ignore[attr-defined]
        return super().recv_into(*args, **options)  # type: ignore[misc,no-any-return]

    def be_patient(self, patience: float, in_all: float) -> None:
        self.patience, self.until = patience, time.monotonic() + in_all


class Line(Patience, socket.socket):
    """A connection as it comes."""


class SafeLine(Patience, ssl.SSLSocket):
    """The same, encrypted."""


def connect(host: str, port: int, *, seconds: float, plain: bool = False) -> Line:
    """A connection to the first address that answers. `plain`: a password will cross it bare."""
    found = look_up(host, port)
    allowed = [one for one in found if may_visit(one[0], plain=plain)]
    if not allowed:
        raise not_allowed(host, [one[0] for one in found])
    problem: OSError | None = None
    until = time.monotonic() + seconds
    for number, (_address, family, target) in enumerate(allowed):
        # Shared out, so that one deaf address, as IPv6 often is, leaves time for the next.
        share = (until - time.monotonic()) / (len(allowed) - number)
        if share <= 0:
            break
        try:
            return dial(family, target, share)
        except OSError as failed:
            problem = failed
    raise no_answer(host, port, problem) from problem


def dial(family: int, target: Any, seconds: float) -> Line:
    line = Line(family, socket.SOCK_STREAM)
    try:
        line.settimeout(seconds)
        line.connect(target)
    except BaseException:
        line.close()
        raise
    return line


def look_up(host: str, port: int) -> list[tuple[Address, int, Any]]:
    """Every address of a name: itself, its family, and what a socket wants to hear."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError, OverflowError) as problem:
        raise Unreachable(
            gettext_noop("There is no server called %(host)s. Please look at the spelling."),
            host=host,
        ) from problem
    return [
        (ipaddress.ip_address(target[0]), family, target)
        for family, _kind, _protocol, _name, target in found
        if family in {socket.AF_INET, socket.AF_INET6}
    ]


def may_visit(address: Address, *, plain: bool = False) -> bool:
    """Public ones, encrypted; with PASSO_REACH_PRIVATE the shop's own too, as one likes."""
    if is_public(address):
        return not plain
    return settings.REACH_PRIVATE and is_ours(address)


def is_public(address: Address) -> bool:
    inner = unwrapped(address)
    if inner != address:
        return is_public(inner)
    return (
        address.is_global
        and not address.is_multicast
        and not address.is_reserved
        and not getattr(address, "is_site_local", False)
        and address not in KEY_CUPBOARDS
    )


def is_ours(address: Address) -> bool:
    """This machine and its near network. Link-local is never: that is where keys are kept."""
    address = unwrapped(address)
    if address.is_link_local or address.is_multicast or address.is_unspecified:
        return False
    return not address.is_global and address not in KEY_CUPBOARDS


def unwrapped(address: Address) -> Address:
    """The IPv4 address that an IPv6 address only carries: mapped, 6to4, Teredo or translated."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address in INSIDE_SIX:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo[1] if address.teredo else None
    return address.ipv4_mapped or address.sixtofour or teredo or address


def not_allowed(host: str, addresses: list[Address]) -> Unreachable:
    """A public address that may not be visited is one that a password would cross bare."""
    if any(is_public(address) for address in addresses):
        return unprotected(host)
    return Forbidden(
        gettext_noop(
            "%(host)s lies inside the network that this Passo runs in, and Passo does not look "
            "there. Whoever runs it can allow that with PASSO_REACH_PRIVATE=yes."
        ),
        host=host,
    )


def no_answer(host: str, port: int, problem: OSError | None) -> Unreachable:
    if problem is None or isinstance(problem, TimeoutError):
        return too_late(host)
    return Silent(gettext_noop("Nobody answers at %(host)s, port %(port)s."), host=host, port=port)


def trust() -> ssl.SSLContext:
    """Authorities that this machine knows, and those that come along where it knows none."""
    context = ssl.create_default_context()
    context.load_verify_locations(DEFAULT_CA_BUNDLE_PATH)
    context.sslsocket_class = SafeLine
    return context


def tls_problem(host: str, problem: ssl.SSLError) -> Unreachable:
    if isinstance(problem, ssl.SSLCertVerificationError):
        return unsafe(host, problem.verify_message)
    if isinstance(problem, ssl.SSLEOFError | ssl.SSLZeroReturnError):
        return cut_off(host)
    return NotTrusted(
        gettext_noop(
            "%(host)s does not speak the encryption you chose. Perhaps the port is another one."
        ),
        host=host,
    )
