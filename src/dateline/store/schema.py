"""The tables of a store, the same on SQLite and PostgreSQL, and the steps that bring one up.

Records are kept as JSON beside the few columns that are searched by. Days are ISO text, so that
both databases order them alike.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Float,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    func,
    inspect,
    select,
)

from dateline.errors import StoreError

VERSION = 2
"""The version of the schema that this program writes."""

tables = MetaData()

settings = Table(
    "settings",
    tables,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

reports = Table(
    "reports",
    tables,
    Column("id", Text, primary_key=True),
    Column("title", Text),
    Column("publisher", Text),
    Column("published", Text, index=True),
    Column("url", Text),
    Column("language", Text),
    # None once forgotten: the row stays as a tombstone.
    Column("text", Text),
    Column("fingerprint", Text, nullable=False, index=True),
    Column("coder", Text, nullable=False),
    Column("notes", Text, nullable=False, default="[]"),
    Column("forgotten", Boolean, nullable=False, default=False),
)

claims = Table(
    "claims",
    tables,
    Column("report_id", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    # The claim as last coded; empty where a person added it or the coder finds it no more.
    Column("body", Text, nullable=False),
    # The claim as people left it, where any has decided on it.
    Column("human", Text),
    # The fields on which the coder has come to say something else since; "gone" for all.
    Column("disagrees", Text),
)

# The few claims on which the coder disagrees, found without reading the others.
Index(
    "claims_disagreeing",
    claims.c.report_id,
    claims.c.id,
    claims.c.disagrees,
    sqlite_where=claims.c.disagrees.is_not(None),
    postgresql_where=claims.c.disagrees.is_not(None),
)

events = Table(
    "events",
    tables,
    Column("id", Text, primary_key=True),
    Column("sub_event_type", Text, nullable=False),
    Column("first_day", Text, index=True),
    Column("last_day", Text),
    Column("place", Text),
    Column("country", Text),
    Column("lat", Float),
    Column("lon", Float),
    Column("certainty", Text, nullable=False),
    Column("sources", Integer, nullable=False),
    Column("background", Boolean, nullable=False),
    Column("body", Text, nullable=False),
)

links = Table(
    "links",
    tables,
    Column("report_id", Text, primary_key=True),
    Column("claim_id", Text, primary_key=True),
    Column("event_id", Text, nullable=False),
    Index("links_by_event", "event_id"),
)

redirects = Table(
    "redirects",
    tables,
    Column("id", Text, primary_key=True),
    # None where no claim of the event is left.
    Column("event_id", Text, index=True),
)

reviews = Table(
    "reviews",
    tables,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("subject", Text, nullable=False, index=True),
    Column("body", Text, nullable=False),
    Column("key", Text),
    Column("undoes", Integer),
    Index("reviews_by_key", "key", unique=True),
    Index("reviews_undoing", "undoes"),
)

# What a decision says of claims, apart from the log because it may quote a report, which has to
# go when the report is forgotten.
answers = Table(
    "answers",
    tables,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("report_id", Text, primary_key=True),
    Column("claim_id", Text, primary_key=True),
    # The claim before any person decided on it.
    Column("seen", Text, nullable=False),
    # The claim as last coded when the decision was made, where that is not what was seen.
    Column("machine", Text),
    Column("before", Text),
    Column("value", Text),
    Index("answers_by_claim", "report_id", "claim_id"),
)

changes = Table(
    "changes",
    tables,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("at", Text, nullable=False),
    Column("event_id", Text, nullable=False, index=True),
    Column("what", Text, nullable=False),
    # The event that a retired one leads to; the decision that made the change.
    Column("heir", Text),
    Column("review", Integer),
)

words = Table(
    "words",
    tables,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("kind", Text, nullable=False),
    Column("report_id", Text, nullable=False, index=True),
    Column("claim_id", Text, nullable=False),
    Column("body", Text, nullable=False),
)

_SEARCH_SQLITE = (
    """create virtual table word_index using fts5(
        body, content='words', content_rowid='number', tokenize='unicode61 remove_diacritics 2')""",
    """create trigger words_in after insert on words begin
        insert into word_index(rowid, body) values (new.number, new.body); end""",
    """create trigger words_out after delete on words begin
        insert into word_index(word_index, rowid, body)
        values ('delete', old.number, old.body); end""",
)

_APPEND_ONLY_SQLITE = (
    """create trigger reviews_keep before update on reviews
    begin select raise(abort, 'reviews are never changed'); end""",
    """create trigger reviews_stay before delete on reviews
    begin select raise(abort, 'reviews are never deleted'); end""",
)

_POSTGRESQL = (
    "create index words_body on words using gin (to_tsvector('simple', body))",
    """create function reviews_stay() returns trigger language plpgsql as
    $$ begin raise exception 'reviews are never changed or deleted'; end $$""",
    """create trigger reviews_stay before update or delete on reviews
    for each statement execute function reviews_stay()""",
)


def bring_up_to_date(connection: Connection) -> None:
    """Create the tables, or change those of an older version step by step.

    Raises StoreError for a store of a newer version, or a database that is no store.
    """
    found = version(connection)
    if found > VERSION:
        raise StoreError(
            f"the store has schema {found}, this program knows {VERSION}: use a newer dateline"
        )
    if found == 0:
        _create(connection)
    else:
        for step in _STEPS[found - 1 :]:
            step(connection)
    if found < VERSION:
        connection.execute(settings.delete().where(settings.c.name == "schema"))
        connection.execute(settings.insert().values(name="schema", value=str(VERSION)))


def version(connection: Connection) -> int:
    """Return the schema version of a store, 0 for an empty database."""
    names = inspect(connection).get_table_names()
    if "settings" not in names:
        if names:
            raise StoreError("the database holds other tables and is no store: name another file")
        return 0
    value = connection.scalar(select(settings.c.value).where(settings.c.name == "schema"))
    return int(value) if value is not None else 0


def size(connection: Connection, table: Table) -> int:
    """Return the number of rows of a table."""
    return int(connection.scalar(select(func.count()).select_from(table)) or 0)


def _create(connection: Connection) -> None:
    tables.create_all(connection)
    if connection.dialect.name == "sqlite":
        for statement in (*_SEARCH_SQLITE, *_APPEND_ONLY_SQLITE):
            connection.exec_driver_sql(statement)
    else:
        for statement in _POSTGRESQL:
            connection.exec_driver_sql(statement)


def _add_the_desk(connection: Connection) -> None:
    """Version 2: decisions on claims, undoing, and what changed when."""
    for table, column, kind in (
        ("claims", "human", "text"),
        ("claims", "disagrees", "text"),
        ("reviews", "key", "text"),
        ("reviews", "undoes", "integer"),
    ):
        connection.exec_driver_sql(f"alter table {table} add column {column} {kind}")
    for index in (*reviews.indexes, *claims.indexes, *redirects.indexes):
        index.create(connection, checkfirst=True)
    answers.create(connection)
    changes.create(connection)


_STEPS = (_add_the_desk,)
"""What each version from the second on adds to the one before; a released step never changes."""
