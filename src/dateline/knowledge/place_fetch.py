"""Fetch a GeoNames country dump: the only part of the program that asks the network for anything.

The download is bounded, goes on where it broke off, and is looked through before it counts.
"""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable
from http.client import HTTPException, HTTPResponse
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from dateline.errors import KnowledgeError
from dateline.knowledge.place_files import PlaceFile

GEONAMES = "https://download.geonames.org/export/dump/"
"""Where GeoNames publishes a ``XX.zip`` for each country (CC BY 4.0)."""

LARGEST = 600 << 20
"""Most bytes that are fetched; the dump of all countries has about 400 MB."""

_PATIENCE = 30
_CHUNK = 1 << 16


def fetch(
    country: str,
    folder: Path,
    *,
    base: str = GEONAMES,
    sha256: str | None = None,
    largest: int = LARGEST,
    progress: Callable[[int, int | None], None] | None = None,
) -> Path:
    """Fetch the dump of a country (ISO alpha-2) into a folder and return the whole file.

    A part that an earlier try left is completed where the server still has the same file.
    ``sha256`` is compared where it is given; a zip is always checked member by member.
    ``progress`` is called with the bytes got so far and the bytes in all, None where unknown.
    Raises KnowledgeError with what to do where there is no network, the file is too large or
    broken.
    """
    url = f"{base.rstrip('/')}/{country}.zip"
    target, part = folder / f"{country}.zip", folder / f"{country}.zip.part"
    tag = folder / f"{country}.zip.tag"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _download(url, part, tag, largest, progress)
    except HTTPError as error:
        raise KnowledgeError(f"{url}: the server answers {error.code} {error.reason}") from None
    except (URLError, TimeoutError, ConnectionError, HTTPException) as error:
        reason = getattr(error, "reason", error)
        raise KnowledgeError(
            f"{url} cannot be reached ({reason}). Where there is a network, run this again, it goes"
            f" on where it stopped; or get that file on another machine, bring it here, and run:"
            f" dateline places import {country}.zip"
        ) from None
    except OSError as error:
        raise KnowledgeError(f"{error.filename or folder}: {error.strerror or error}") from None
    _check(url, part, sha256)
    os.replace(part, target)
    tag.unlink(missing_ok=True)
    return target


def _download(
    url: str,
    part: Path,
    tag: Path,
    largest: int,
    progress: Callable[[int, int | None], None] | None,
) -> None:
    got = part.stat().st_size if part.exists() and tag.exists() else 0
    headers = {"User-Agent": "dateline"}
    if got:
        headers |= {"Range": f"bytes={got}-", "If-Range": tag.read_text(encoding="utf-8")}
    try:
        response: HTTPResponse = urlopen(Request(url, headers=headers), timeout=_PATIENCE)
    except HTTPError as error:
        if error.code == 416 and got:  # nothing is left to get
            return
        raise
    with response:
        if response.status != 206:
            got = 0
        length = response.headers.get("Content-Length")
        total = got + int(length) if length and length.isdigit() else None
        _bound(url, total or 0, largest)
        mark = response.headers.get("ETag") or response.headers.get("Last-Modified")
        if mark:
            tag.write_text(mark, encoding="utf-8")
        with part.open("ab" if got else "wb") as stream:
            while chunk := response.read(_CHUNK):
                got += len(chunk)
                _bound(url, got, largest)
                stream.write(chunk)
                if progress:
                    progress(got, total)
    if total is not None and got < total:
        raise URLError(f"broken off after {got:,} of {total:,} bytes")


def _bound(url: str, size: int, largest: int) -> None:
    if size > largest:
        raise KnowledgeError(
            f"{url}: the file has more than {largest:,} bytes; give a higher --largest-mb if it"
            " should be that large"
        )


def _check(url: str, part: Path, sha256: str | None) -> None:
    """Look through the whole file; a bad one is thrown away, so that the next try begins anew."""
    try:
        found = PlaceFile(part).sha256  # bounds what the archive unpacks to
        if sha256 is not None and found != sha256.casefold():
            raise KnowledgeError(f"its SHA-256 is {found}, not {sha256.casefold()}")
        with zipfile.ZipFile(part) as archive:
            if broken := archive.testzip():
                raise KnowledgeError(f"{broken} in it came broken; run this again")
    except KnowledgeError as error:
        part.unlink()
        raise KnowledgeError(f"{url}: fetched, but thrown away: {error}") from None
