"""What stands before every request: host, token, origin, size, rate, and the headers of answers.

Another page in the same browser must neither read the store nor decide in it. It can send
requests here, but it cannot read the answers (no CORS), it cannot send JSON or a header of its own
without being asked for leave first, and under a name that points here (DNS rebinding) it meets the
check of the host.
"""

from __future__ import annotations

import hmac
import ipaddress
import secrets
import time
from collections import OrderedDict
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from urllib.parse import parse_qsl, urlencode, urlsplit

from pydantic_core import to_json
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "dateline_token"
CSRF_HEADER = "x-dateline-csrf"

LONGEST_ADDRESS = 8 * 1024
LARGEST_BODY = 256 * 1024

_CLIENTS = 1024
"""Clients whose rate is remembered."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What the guard holds requests to.

    ``hosts`` are the names the server answers to; addresses in digits are let pass with
    ``any_address``. ``rate`` and ``burst`` are requests a second and at once, of one client;
    ``writes`` are those that change something. ``tiles`` is the origin of a tile server, if any,
    ``embedders`` the origins that may show the page in a frame.
    """

    hosts: frozenset[str] = frozenset({"localhost", "127.0.0.1", "::1"})
    any_address: bool = False
    token: str | None = None
    csrf: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    rate: float = 200.0
    burst: float = 400.0
    writes: float = 20.0
    write_burst: float = 60.0
    tiles: str | None = None
    embedders: tuple[str, ...] = ()


class Refused(Exception):
    """A request that the guard does not let pass."""

    def __init__(self, status: int, code: str, message: str, **headers: str) -> None:
        super().__init__(message)
        self.status, self.code, self.message, self.headers = status, code, message, headers


class Guard:
    """ASGI middleware that lets pass what the rules allow."""

    def __init__(self, app: ASGIApp, rules: Rules) -> None:
        self._app = app
        self._rules = rules
        self._rates = _Rates(rules.rate, rules.burst)
        self._write_rates = _Rates(rules.writes, rules.write_burst)
        self._headers = _answer_headers(rules)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or pass it on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def guarded_send(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
                if scope["path"].startswith("/api/"):
                    headers.setdefault("Cache-Control", "no-store")
            await send(message)

        try:
            location = self._check(scope)
            if location is not None:
                await _redirect(location, self._rules.token or "", scope, guarded_send)
                return
            await self._app(scope, receive, guarded_send)
        except Refused as refused:
            await _refuse(refused, guarded_send)

    def _check(self, scope: Scope) -> str | None:
        """Raise Refused, or return where a request that brought its token in the address goes."""
        rules, headers = self._rules, Headers(scope=scope)
        raw_path = scope.get("raw_path") or b""
        if len(raw_path) + len(scope["query_string"]) > LONGEST_ADDRESS:
            raise Refused(414, "too_large", f"an address has at most {LONGEST_ADDRESS} characters")
        self._check_host(headers.get("host", ""))
        client = scope["client"][0] if scope.get("client") else ""
        self._rates.take(client)
        if rules.token is not None:
            location = self._check_token(scope, headers)
            if location is not None:
                return location
        if scope["method"] not in ("GET", "HEAD", "OPTIONS"):
            self._write_rates.take(client)
            _check_origin(headers)
            if not hmac.compare_digest(headers.get(CSRF_HEADER, "").encode(), rules.csrf.encode()):
                raise Refused(
                    403, "csrf", "the page is older than the server: fetch /api/meta, and repeat"
                )
            # A body that does not say how long it is has no Content-Length to be held to.
            length = headers.get("content-length", "")
            if not length.isdigit() or int(length) > LARGEST_BODY:
                raise Refused(
                    413, "too_large", f"a body says its length, of at most {LARGEST_BODY} bytes"
                )
        return None

    def _check_host(self, host: str) -> None:
        name = (urlsplit(f"//{host}").hostname or "").rstrip(".") if host else ""
        if name in self._rules.hosts:
            return
        if self._rules.any_address:
            try:
                ipaddress.ip_address(name)
                return
            except ValueError:
                pass
        raise Refused(
            421, "host", "the server does not go by this name: start it with --allow-host NAME"
        )

    def _check_token(self, scope: Scope, headers: Headers) -> str | None:
        asked = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        given = dict(asked).get("token")
        if given is not None and scope["method"] == "GET" and self._is_token(given):
            rest = urlencode([(name, value) for name, value in asked if name != "token"])
            path = "/" + scope["path"].lstrip("/")
            return f"{path}?{rest}" if rest else str(path)
        bearer = headers.get("authorization", "")
        cookie = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
        shown = bearer[7:] if bearer.lower().startswith("bearer ") else ""
        if not (self._is_token(shown) or (cookie is not None and self._is_token(cookie.value))):
            raise Refused(
                401,
                "token",
                "this server asks for its token: open the address that 'dateline serve' printed",
            )
        return None

    def _is_token(self, given: str) -> bool:
        return hmac.compare_digest(given.encode(), (self._rules.token or "").encode())


class _Rates:
    """A bucket of requests for each client, filled at a steady rate."""

    def __init__(self, rate: float, burst: float) -> None:
        self._rate, self._burst = rate, burst
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, client: str) -> None:
        """Count a request; raises Refused for one too many."""
        now = time.monotonic()
        left, then = self._left.pop(client, (self._burst, now))
        left = min(self._burst, left + (now - then) * self._rate)
        if left < 1:
            self._left[client] = (left, now)
            wait = max(1, round((1 - left) / self._rate))
            raise Refused(
                429, "too_many", f"too many requests: wait {wait} s", **{"Retry-After": str(wait)}
            )
        self._left[client] = (left - 1, now)
        if len(self._left) > _CLIENTS:
            self._left.popitem(last=False)


def _check_origin(headers: Headers) -> None:
    """Raise Refused for a request that another site sent."""
    origin = headers.get("origin")
    site = headers.get("sec-fetch-site", "same-origin")
    same = origin is None or urlsplit(origin).netloc == headers.get("host")
    if not same or site not in ("same-origin", "none"):
        raise Refused(403, "csrf", "the request comes from another site")
    if headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        raise Refused(403, "csrf", "send Content-Type: application/json")


def _answer_headers(rules: Rules) -> dict[str, str]:
    tiles = f" {rules.tiles}" if rules.tiles else ""
    frames = " ".join(("'self'", *rules.embedders))
    policy = (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        f"img-src 'self' data: blob:{tiles}",
        f"connect-src 'self'{tiles}",
        "worker-src 'self'",
        "font-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        f"frame-ancestors {frames}",
    )
    headers = {
        "Content-Security-Policy": "; ".join(policy),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    }
    return headers if rules.embedders else headers | {"X-Frame-Options": "SAMEORIGIN"}


async def _redirect(location: str, token: str, scope: Scope, send: Send) -> None:
    cookie = f"{COOKIE}={token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=2592000"
    if scope.get("scheme") == "https":
        cookie += "; Secure"
    headers = [
        (b"location", location.encode("latin-1")),
        (b"set-cookie", cookie.encode("latin-1")),
        (b"content-length", b"0"),
    ]
    await send({"type": "http.response.start", "status": 303, "headers": headers})
    await send({"type": "http.response.body", "body": b""})


async def _refuse(refused: Refused, send: Send) -> None:
    body = to_json(error_record(refused.code, refused.message))
    headers = [(b"content-type", b"application/json"), (b"content-length", b"%d" % len(body))]
    headers += [(k.lower().encode(), v.encode()) for k, v in refused.headers.items()]
    await send({"type": "http.response.start", "status": refused.status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def error_record(code: str, message: str, detail: object = None) -> dict[str, object]:
    """Return an error as the API writes it."""
    return {"error": {"code": code, "message": message, "detail": detail}}
