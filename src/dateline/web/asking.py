"""What a request asks for, in the terms of the store."""

from __future__ import annotations

from datetime import date

from fastapi import Request

from dateline.errors import UsageError
from dateline.store.query import Query, own, parse
from dateline.web.board import Board


def board_of(request: Request) -> Board:
    """Return the board that the application serves."""
    board: Board = request.app.state.board
    return board


def query_of(request: Request, *others: str) -> Query:
    """Return the filter of a request; ``others`` are parameters of the address that are not its.

    Raises UsageError for an unknown parameter or value.
    """
    pairs = request.query_params.multi_items()
    return parse((name, value) for name, value in pairs if name not in others and not own(name))


def day(name: str, value: str) -> date:
    """Return a day; raises UsageError for what is none."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise UsageError(f"{name}={value} is no day: write it as 2024-11-29") from None
