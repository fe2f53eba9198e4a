"""The built page: its files, and what to do where it has not been built."""

from __future__ import annotations

from html import escape
from pathlib import Path

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import FileResponse, HTMLResponse, Response

router = APIRouter(include_in_schema=False)

STATIC = Path(__file__).parent / "static"
"""Where the frontend is built to."""

NOT_BUILT = (
    "The viewer's page has not been built. In a checkout, with Node.js 20 or later: "
    "run 'make viewer', and reload. The API works without it: see /api/openapi.json."
)

_TYPES = {
    ".css": "text/css",
    ".html": "text/html",
    ".ico": "image/x-icon",
    ".js": "text/javascript",
    ".json": "application/json",
    ".mjs": "text/javascript",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
}


def is_built() -> bool:
    """Return whether there is a page to serve."""
    return (STATIC / "index.html").is_file()


@router.get("/tiles/basemap.pmtiles")
def tiles(request: Request) -> Response:
    """A local file of map tiles, of which the page reads parts."""
    path = request.app.state.settings.tile_file
    if path is None or not path.is_file():
        raise HTTPException(404, "no tiles are set: see 'tiles' in docs/viewer.md")
    return FileResponse(path, media_type="application/octet-stream")


@router.get("/")
@router.get("/review")
@router.get("/event/{event_id}")
def page(request: Request, event_id: str = "") -> Response:
    """The page itself, or what to do where it has not been built."""
    if not is_built():
        text = f"<!doctype html><title>dateline</title><p>{escape(NOT_BUILT)}</p>"
        return HTMLResponse(text, 503)
    return _file(request, STATIC / "index.html")


@router.get("/{path:path}")
def asset(request: Request, path: str) -> Response:
    """A file of the built page."""
    found = (STATIC / path).resolve()
    if not found.is_relative_to(STATIC.resolve()) or not found.is_file():
        raise HTTPException(404, f"there is nothing at /{path}")
    return _file(request, found)


def _file(request: Request, path: Path) -> Response:
    """A file, or the news that the browser has it already: names do not change with content."""
    kind = _TYPES.get(path.suffix, "application/octet-stream")
    status = path.stat()
    answer = FileResponse(
        path, media_type=kind, headers={"Cache-Control": "no-cache"}, stat_result=status
    )
    if request.headers.get("if-none-match") == answer.headers.get("etag"):
        kept = ("etag", "cache-control", "last-modified")
        return Response(status_code=304, headers={name: answer.headers[name] for name in kept})
    return answer
