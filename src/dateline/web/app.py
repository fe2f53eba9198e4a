"""The application: routes, guard and error answers around one store."""

from __future__ import annotations

import sys
import traceback

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from pydantic_core import to_json
from starlette.exceptions import HTTPException

from dateline import __version__
from dateline.errors import ConflictError, DatelineError, StoreError, UsageError
from dateline.export.card import change_record
from dateline.store.store import Store
from dateline.web import deciding, files, pages, reading, shapes
from dateline.web.board import Board
from dateline.web.guard import Guard, Refused, error_record
from dateline.web.settings import Settings

_CODES = {404: "not_found", 405: "bad_request", 413: "too_large"}


def create_app(store: Store, settings: Settings) -> FastAPI:
    """Return the application that serves a store; it is for one process and many threads."""
    app = FastAPI(
        title="dateline",
        version=__version__,
        description="What news reports claim, found, looked at and decided on. See docs/api.md.",
        openapi_url="/api/openapi.json",
        # Their pages come from other servers; the description is enough.
        docs_url=None,
        redoc_url=None,
        responses={"4XX": {"model": shapes.Error}, "5XX": {"model": shapes.Error}},
    )
    app.state.board = Board(store)
    app.state.settings = settings
    for router in (reading.router, deciding.router, files.router, pages.router):
        app.include_router(router)
    app.add_exception_handler(DatelineError, _failed)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _crashed)
    app.add_middleware(Guard, rules=settings.rules)
    return app


def _answer(status: int, code: str, message: str, detail: object = None) -> Response:
    body = to_json(error_record(code, message, detail))
    return Response(body, status, media_type="application/json")


async def _failed(_: Request, error: Exception) -> Response:
    if isinstance(error, ConflictError):
        changes = [change_record(*pair) for pair in error.changes]
        detail = {"seen": error.seen, "changes": changes}
        return _answer(409, "conflict", str(error), detail)
    if isinstance(error, UsageError):
        return _answer(400, "bad_request", str(error))
    if isinstance(error, StoreError):
        return _answer(503, "store", str(error))
    return _answer(500, "internal", str(error))


async def _invalid(_: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"])
    return _answer(422, "bad_request", f"{where}: {first['msg']}")


async def _http(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    code = _CODES.get(error.status_code, "bad_request")
    return _answer(error.status_code, code, str(error.detail))


async def _crashed(_: Request, error: Exception) -> Response:
    if isinstance(error, Refused):
        raise error
    traceback.print_exception(error, file=sys.stderr)
    return _answer(500, "internal", "the server failed; what it said is on its terminal")
