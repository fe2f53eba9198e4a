"""Files to take away: exports, gold, and the current view as one page."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import Response

from dateline.export.formats import FORMATS, Order, produce
from dateline.export.gold import gold
from dateline.export.policy import PublicPolicy
from dateline.store.instants import now
from dateline.web.asking import board_of, query_of
from dateline.web.saved import saved_page

router = APIRouter(prefix="/api", tags=["files"])

_TYPES = {
    ".csv": "text/csv; charset=utf-8",
    ".geojson": "application/geo+json",
    ".json": "application/json",
    ".html": "text/html; charset=utf-8",
    ".jsonl": "application/jsonl",
    ".kml": "application/vnd.google-earth.kml+xml",
    ".parquet": "application/vnd.apache.parquet",
    ".zip": "application/zip",
}
_NOT_FILTER = ("public", "unreviewed", "embargo", "hxl", "unknown", "licence", "partial")


@router.get("/export/{format}")
def export(
    request: Request,
    format: str,
    public: bool = False,
    unreviewed: bool = False,
    embargo: Annotated[int, Query(ge=0)] = 72,
    hxl: bool = False,
    unknown: Annotated[str, Query(pattern="^(limited|significant)$")] = "limited",
    licence: Annotated[str, Query(max_length=200)] = "not stated",
) -> Response:
    """Exactly the events that a filter finds, as a file; several files as one archive."""
    if format not in FORMATS:
        raise HTTPException(404, f"there is no format {format}: choose {', '.join(FORMATS)}")
    policy = PublicPolicy(datetime.now(UTC).date(), unreviewed, embargo) if public else None
    order = Order(
        query=query_of(request, *_NOT_FILTER),
        format=format,
        made=now(),
        licence=licence,
        public=policy,
        options={"hxl": hxl, "unknown": unknown},
    )
    with TemporaryDirectory(prefix="dateline-") as folder:
        target = Path(folder) / f"dateline-{format}"
        with board_of(request).store.reading() as connection:
            _, written = produce(connection, order, target)
        if len(written) == 1:
            return _download(written[0].name, written[0].read_bytes())
        name = f"{written[0].stem if written[0].parent == Path(folder) else target.name}.zip"
        return _download(name, _archive(written, Path(folder)))


@router.get("/page")
def page(request: Request) -> Response:
    """The current view as one file that opens without a server."""
    board, settings = board_of(request), request.app.state.settings
    text = saved_page(board, settings, query_of(request), request.url.query)
    return _download("dateline.html", text.encode())


@router.get("/gold")
def gold_claims(request: Request, partial: bool = False) -> Response:
    """Reviewed claims in the coding frame, a line a report."""
    return _gold(request, partial, "gold.jsonl")


@router.get("/gold/reports")
def gold_reports(request: Request, partial: bool = False) -> Response:
    """The reports of the gold, a line a report."""
    return _gold(request, partial, "reports.jsonl")


def _gold(request: Request, partial: bool, name: str) -> Response:
    query = query_of(request, *_NOT_FILTER)
    with board_of(request).store.reading() as connection:
        found = list(gold(connection, query, partial=partial))
    lines = [one.gold_line if name == "gold.jsonl" else one.report_line for one in found]
    return _download(name, "".join(lines).encode())


def _archive(paths: Iterable[Path], folder: Path) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in paths:
            archive.write(path, path.relative_to(folder))
    return out.getvalue()


def _download(name: str, body: bytes) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    kind = _TYPES.get(Path(name).suffix, "application/octet-stream")
    return Response(body, media_type=kind, headers=headers)
