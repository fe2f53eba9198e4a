"""What many tests share: the English coder, and stores.

Stores are on SQLite and, where DATELINE_TEST_POSTGRES names a database, on PostgreSQL.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from dateline.coding.coder import EnglishCoder
from dateline.store.store import Store, open_store
from toll_store import TollCoder

POSTGRES = os.environ.get("DATELINE_TEST_POSTGRES")


@pytest.fixture(autouse=True)
def _fresh_coder() -> None:
    TollCoder.asked = 0


@pytest.fixture(scope="session")
def coder() -> EnglishCoder:
    return EnglishCoder()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    if request.param == "sqlite":
        with open_store(tmp_path / "news.db") as opened:
            yield opened
        return
    if not POSTGRES:
        pytest.skip("DATELINE_TEST_POSTGRES names no database")
    with open_store(POSTGRES) as opened, opened.writing() as connection:
        connection.execute(text("drop schema public cascade"))
        connection.execute(text("create schema public"))
    with open_store(POSTGRES) as opened:
        yield opened
