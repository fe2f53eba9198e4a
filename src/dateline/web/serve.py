"""Serving a store until interrupted."""

from __future__ import annotations

import ipaddress
import secrets
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

import uvicorn

from dateline.errors import UsageError
from dateline.store.store import Store
from dateline.web.app import create_app
from dateline.web.guard import Rules
from dateline.web.settings import Settings

LOOPBACK = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class Address:
    """Where to listen; ``token`` is asked for wherever others can reach it."""

    host: str = "127.0.0.1"
    port: int = 8000
    token: str | None = None
    names: Sequence[str] = ()

    @property
    def is_loopback(self) -> bool:
        """Whether only this machine can reach it."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False


def rules_for(
    address: Address, *, tiles: str | None = None, embedders: Sequence[str] = ()
) -> Rules:
    """Return what requests to an address are held to.

    Anywhere but on loopback a token is asked for; where none is given, one is made.
    """
    token = address.token
    if token is None and not address.is_loopback:
        token = secrets.token_urlsafe(24)
    if token is not None and len(token) < 16:
        raise UsageError("a token has at least 16 characters: leave --token out to have one made")
    parts = urlsplit(tiles) if tiles and "://" in tiles else None
    return Rules(
        hosts=frozenset({*LOOPBACK, address.host.lower(), *map(str.lower, address.names)}),
        any_address=not address.is_loopback,
        token=token,
        tiles=f"{parts.scheme}://{parts.netloc}" if parts else None,
        embedders=tuple(embedders),
    )


def link(address: Address, rules: Rules, port: int) -> str:
    """Return the address to open in a browser."""
    host = "127.0.0.1" if address.host in ("0.0.0.0", "::") else address.host
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}/{f'?token={rules.token}' if rules.token else ''}"


def serve(store: Store, address: Address, settings: Settings, say: Callable[[str], None]) -> None:
    """Serve a store until interrupted; ``say`` is told the address once it answers.

    Raises UsageError where the address cannot be listened on.
    """
    listening = listen(address)
    app = create_app(store, settings)
    app.state.board.warm()
    say(link(address, settings.rules, listening.getsockname()[1]))
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_keep_alive=30,
        timeout_graceful_shutdown=2,
        limit_concurrency=500,
        h11_max_incomplete_event_size=32 * 1024,
    )
    with listening:
        uvicorn.Server(config).run(sockets=[listening])


def listen(address: Address) -> socket.socket:
    """Return a socket that listens on an address; raises UsageError where none can."""
    family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    # By its protocol asyncio knows that small answers are to be sent at once, not 40 ms later.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((address.host, address.port))
        # Who comes before the server is ready waits, instead of being turned away.
        listening.listen(128)
    except OSError as error:
        listening.close()
        raise UsageError(
            f"cannot listen on {address.host}:{address.port}: {error.strerror}; "
            "name another with --host and --port"
        ) from None
    return listening
