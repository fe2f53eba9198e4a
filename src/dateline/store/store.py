"""Opening a store and speaking to it: one file (SQLite) or a PostgreSQL URL."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from dateline.errors import StoreError
from dateline.store import schema

WAIT_SECONDS = 60
"""How long a writer waits for another one."""


class Store:
    """An open store. ``where`` names it in messages.

    Reading sees one state of the store from beginning to end; writing is all or nothing, and one
    writer waits for another.
    """

    def __init__(self, engine: Engine, where: str) -> None:
        self._engine = engine
        self.where = where

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Yield a connection that sees one state of the store; raises StoreError."""
        with self._errors("read"), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Yield a connection whose changes are kept together or not at all; raises StoreError."""
        with self._errors("write"), self._engine.connect() as connection:
            connection = connection.execution_options(dateline_writing=True)
            with connection.begin():
                if connection.dialect.name == "postgresql":
                    # One writer at a time, as on SQLite.
                    connection.exec_driver_sql("select pg_advisory_xact_lock(6430517)")
                yield connection

    def compact(self) -> None:
        """Write the store anew, so that nothing deleted is left in its files."""
        with self._errors("write"):
            raw = self._engine.raw_connection()
            try:
                cursor = raw.cursor()
                if self._engine.dialect.name == "sqlite":
                    cursor.execute("insert into word_index(word_index) values ('optimize')")
                    cursor.execute("vacuum")
                    cursor.execute("pragma wal_checkpoint(truncate)")
                else:
                    raw.rollback()
                    raw.driver_connection.autocommit = True  # type: ignore[union-attr]
                    cursor.execute("vacuum full reports, claims, events, words")
                    raw.driver_connection.autocommit = False  # type: ignore[union-attr]
                cursor.close()
            finally:
                raw.close()

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def _errors(self, doing: str) -> Iterator[None]:
        """Turn the database's errors into one that says what to do."""
        try:
            yield
        except DBAPIError as error:
            raise StoreError(f"cannot {doing} the store {self.where}: {_remedy(error)}") from error
        except SQLAlchemyError as error:
            raise StoreError(f"cannot {doing} the store {self.where}: {error}") from error


def open_store(where: str | Path, *, create: bool = True) -> Store:
    """Open the store at a path or a ``postgresql://`` URL and bring its tables up to date.

    Raises StoreError where it cannot be opened, is no store, or is of a newer version; with
    ``create`` false also where there is none.
    """
    url = _url(where)
    sqlite = url.get_backend_name() == "sqlite"
    named = str(where) if sqlite else url.render_as_string(hide_password=True)
    if sqlite:
        path = Path(url.database or "")
        if not create and not path.is_file():
            raise StoreError(f"there is no store {named}: make one with 'dateline run'")
        if not path.parent.is_dir():
            raise StoreError(f"there is no folder {path.parent} for the store {named}")
    store = Store(_engine(url), named)
    try:
        with store.reading() as connection:
            current = schema.version(connection) == schema.VERSION
        if not current:
            with store.writing() as connection:
                schema.bring_up_to_date(connection)
    except StoreError:
        store.close()
        raise
    return store


def _url(where: str | Path) -> URL:
    text = str(where)
    if "://" not in text:
        return URL.create("sqlite", database=text)
    url = make_url(text)
    if url.get_backend_name() == "postgresql":
        return url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() == "sqlite":
        return url
    raise StoreError(f"{url.get_backend_name()} is no database for a store: SQLite or PostgreSQL")


def _engine(url: URL) -> Engine:
    if url.get_backend_name() != "sqlite":
        try:
            return create_engine(url)
        except ModuleNotFoundError as error:
            raise StoreError(
                "PostgreSQL needs its driver: install dateline with the extra 'postgres'"
            ) from error
    path = Path(url.database or "")
    read_only = path.is_file() and not _writable(path)
    if read_only:
        url = _read_only_url(path)
    engine = create_engine(url, connect_args={"timeout": WAIT_SECONDS})

    @event.listens_for(engine, "connect")
    def _connect(connection: Any, _: Any) -> None:
        # Transactions are begun below, because a writer must take its lock at once.
        connection.isolation_level = None
        if read_only:
            return
        cursor = connection.cursor()
        log_ahead(cursor)
        cursor.execute("pragma synchronous = normal")
        cursor.execute("pragma secure_delete = on")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get("dateline_writing")
        connection.exec_driver_sql("begin immediate" if writing else "begin")

    return engine


def log_ahead(cursor: Any) -> None:
    """Switch a store to write-ahead logging, waiting for who switches a new one at this moment.

    SQLite itself does not wait for that lock (https://www.sqlite.org/wal.html).
    """
    until = time.monotonic() + WAIT_SECONDS
    while True:
        try:
            cursor.execute("pragma journal_mode = wal")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(0.05)
        else:
            return


def _writable(path: Path) -> bool:
    """Whether a store's file, and the files that SQLite keeps beside it, can be written."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _read_only_url(path: Path) -> URL:
    """How to read a store on a medium that cannot be written.

    Where no writer has left a log beside it, nothing changes it, and it is read without locks,
    which would be files beside it, too.
    """
    log = path.with_name(f"{path.name}-wal")
    manner = {"mode": "ro"} if log.exists() else {"immutable": "1"}
    return URL.create(
        "sqlite", database=f"file:{quote(str(path.absolute()))}", query={"uri": "true", **manner}
    )


def _remedy(error: DBAPIError) -> str:
    """The database's message and what to do about it."""
    message = str(error.orig).strip().splitlines()[0] if error.orig else str(error)
    for sign, advice in (
        ("readonly", "it is read-only; copy it or change its permissions"),
        ("read-only", "it is read-only; copy it or change its permissions"),
        ("disk is full", "the disk is full; make room and run the command again"),
        ("No space left", "the disk is full; make room and run the command again"),
        ("locked", "another program is writing to it; wait for it and run the command again"),
        ("not a database", "the file is no store; name another"),
        ("malformed", "the file is damaged; restore it from a copy"),
        ("unable to open", "check the path and its permissions"),
    ):
        if sign.lower() in message.lower():
            return f"{message}: {advice}"
    return message
