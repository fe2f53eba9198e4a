"""Tokens -> names that may be places: capitalised spans, known to the gazetteer or not."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.coding.casing import casing
from dateline.coding.document import Document, Sentence
from dateline.knowledge.countries import (
    countries_by_demonym,
    is_country_demonym,
    territory_named,
)
from dateline.knowledge.files import resource, settings
from dateline.knowledge.gazetteer import Gazetteer, Match
from dateline.knowledge.names import word_key
from dateline.knowledge.roles import people

LONGEST = 9
"""Most tokens that a name may have, hyphens included."""

_HYPHENS = frozenset({"-", "\u2013"})
_PROPER = frozenset({"NNP", "NNPS"})


@dataclass(slots=True)
class Toponym:
    """A name in the text and what it may mean; token range half-open.

    ``matches`` is empty for a name that the gazetteer lacks. ``before`` and ``after`` are the
    neighbouring words in small letters; ``run_before`` and ``run_after`` the capitalised words
    that stand directly before and after the name, nearest first. ``shouted`` is true where the
    whole sentence stood in capitals.
    """

    first: int
    last: int
    text: str
    matches: tuple[Match, ...]
    sentence: Sentence
    run_before: tuple[str, ...]
    run_after: tuple[str, ...]
    before: str
    after: str
    shouted: bool = False
    sort: str = ""
    """What the noun by the name says it is: "admin1", "admin2", "city", "quarter", "site"."""
    qualifier: Toponym | None = None
    """The larger place named after it, as in "Paris, Texas" and "the Zahra area of Homs"."""

    @property
    def called(self) -> bool:
        """Whether a noun by it says that people live there: "the village of X", "X quarter"."""
        return self.sort in {"admin1", "admin2", "city", "quarter"}


@cache
def words() -> dict[str, Any]:
    """Return the words that stand around place names."""
    return settings("languages/en/place_words.toml")


@cache
def word_set(section: str, key: str | None = None) -> frozenset[str]:
    """Return one list of the place words as a set."""
    value = words()[section]
    return frozenset(value if key is None else value[key])


@cache
def common_words() -> frozenset[str]:
    """Return English words that are also names of places somewhere."""
    text = resource("languages/en/common_words.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))


class Tokens:
    """A document's tokens as plain lists, which are many times faster to read than the parse.

    ``capital`` marks words that begin with a capital (or have no case), ``glued`` tokens without
    white space after them.
    """

    __slots__ = ("capital", "document", "glued", "lower", "tag", "text")

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text: list[str] = []
        self.tag: list[str] = []
        self.glued: list[bool] = []
        for token in document.doc:
            self.text.append(token.text)
            self.tag.append(token.tag_)
            self.glued.append(not token.whitespace_)
        self.lower = [text.lower() for text in self.text]
        self.capital = [
            text[0].isupper() or (text[0].isalpha() and not text[0].islower()) for text in self.text
        ]

    def name(self, first: int, last: int) -> str:
        """Return the report's own characters from one token up to another."""
        start, end = self.document.offsets(first, last)
        return self.document.report.text[start:end]


@cache
def articles() -> frozenset[str]:
    """Return the English words among the articles that spelling keys leave out."""
    written = frozenset(settings("spelling.toml")["articles"])
    return (written & common_words()) | {"the", "as", "at", "an"}


def candidates(tokens: Tokens, gazetteer: Gazetteer) -> list[Toponym]:
    """Return every name that may be a place's, in order; listed ones may overlap.

    At each word the longest name that the gazetteer knows; and each run of capitalised words that
    holds none, as a name without matches.
    """
    found: list[Toponym] = []
    for sentence in tokens.document.sentences:
        if sentence.kind == "furniture":
            continue
        shouted = _was_shouted(tokens, sentence)
        listed = _listed(tokens, sentence, gazetteer, shouted)
        listed, longer = _longer(tokens, sentence, listed, shouted)
        found.extend([*listed, *longer])
        unlisted = _unlisted(tokens, sentence, [*listed, *longer], shouted)
        found.extend(one for one in unlisted if not shouted or one.called)
    found.sort(key=lambda one: (one.first, -one.last))
    _qualify(tokens, found)
    return found


def _listed(
    tokens: Tokens, sentence: Sentence, gazetteer: Gazetteer, shouted: bool
) -> list[Toponym]:
    out = []
    for at in range(sentence.first, sentence.last):
        if _may_begin(tokens, at, sentence, shouted):
            toponym = _longest(tokens, at, sentence, gazetteer, shouted)
            if toponym is not None and not _is_adjective(tokens, toponym):
                out.append(toponym)
    return out


def _longer(
    tokens: Tokens, sentence: Sentence, listed: list[Toponym], shouted: bool
) -> tuple[list[Toponym], list[Toponym]]:
    """Return the listed names that are whole, and the longer ones that the others only begin.

    The gazetteer knows a San Miguel and a Mercedes, but no "San Miguel de Mercedes".
    """
    longer: list[Toponym] = []
    end = 0
    for one in listed:
        stop = _goes_on_until(tokens, one.last, sentence)
        if one.first >= end and stop > one.last:
            end = stop
            name = _toponym(tokens, one.first, stop, (), sentence, shouted)
            name.sort = name.sort or "city"
            longer.append(name)
    if not longer:
        return listed, longer
    inside = {at for name in longer for at in range(name.first, name.last)}
    return [one for one in listed if one.first not in inside], longer


def _goes_on_until(tokens: Tokens, last: int, sentence: Sentence) -> int:
    """Return where a name ends that goes on behind a known one: "San Miguel de las Flores"."""
    if last >= sentence.last or tokens.text[last] not in word_set("names", "links"):
        return last
    first = last + 1
    while first < sentence.last and tokens.text[first] in word_set("names", "link_articles"):
        first += 1
    end = first
    while end < sentence.last and tokens.capital[end] and not sort_of(tokens.lower[end]):
        end += 1
    return end if end > first else last


def _is_adjective(tokens: Tokens, name: Toponym) -> bool:
    """Whether a name says of which people or region a place is: "a Hausa village", "Gazan soil".

    In "the Afar region" and "Naga city" it is the place's own.
    """
    low, after = tokens.lower[name.first], _word(tokens, name.last, name.sentence)
    if name.last - name.first > 1 or not after or not tokens.text[name.last].islower():
        return False
    if word_key(tokens.text[name.first]) in people() and after in word_set("types", "city"):
        return True
    if territory_named(low) is None or countries_by_demonym(low) is None:
        return False
    sort = sort_of(after)
    own = sort in {"admin1", "admin2"} or (sort == "city" and any(m.main for m in name.matches))
    return not own and tokens.tag[name.last][:2] in {"NN", "JJ"}


def _was_shouted(tokens: Tokens, sentence: Sentence) -> bool:
    """True where the sentence stood in capitals and was lowered for the parser."""
    if sentence.last - sentence.first < 2 or sentence.end - sentence.start < 12:
        return False
    text = tokens.document.report.text[sentence.start : sentence.end]
    return text.isupper() and any(
        low == text and low.isalpha()
        for low, text in zip(
            tokens.lower[sentence.first : sentence.last],
            tokens.text[sentence.first : sentence.last],
            strict=True,
        )
    )


def _may_begin(tokens: Tokens, at: int, sentence: Sentence, shouted: bool) -> bool:
    if not tokens.capital[at]:
        if shouted:
            return (
                tokens.text[at][0].isalpha()
                and tokens.lower[at] not in common_words()
                and tokens.lower[at] not in word_set("names", "inside")
                and not _is_small(tokens.lower[at])
            )
        return _is_article(tokens, at)
    if at > sentence.first and tokens.text[at - 1] == "-" and tokens.glued[at - 1]:
        # Inside a hyphenated word: only after another name, as in "Kyiv-Moscow".
        return at - 2 >= sentence.first and tokens.capital[at - 2]
    low = tokens.lower[at]
    if low in word_set("names", "units") and at > sentence.first and tokens.capital[at - 1]:
        return False  # "El Naranjal Canton" is not Guangzhou
    if low in words()["bearings"] and not _next_is_capital(tokens, at, sentence):
        return False
    if is_country_demonym(low) and not (
        _next_is_capital(tokens, at, sentence) or _is_joined(tokens, at, sentence)
    ):
        return False
    if low in word_set("names", "never") and not tokens.text[at].isupper():
        return False
    return (
        low not in common_words()
        or tokens.tag[at] in _PROPER
        or _word(tokens, at - 1, sentence) in word_set("strictly_locative")
        or _next_is_capital(tokens, at, sentence)
    )


def _next_is_capital(tokens: Tokens, at: int, sentence: Sentence) -> bool:
    return at + 1 < sentence.last and tokens.capital[at + 1]


def _is_joined(tokens: Tokens, at: int, sentence: Sentence) -> bool:
    """Whether a hyphen ties a word to another with a capital: "the Turkish-Syrian border"."""
    return (
        at + 2 < sentence.last
        and tokens.text[at + 1] in _HYPHENS
        and tokens.glued[at]
        and tokens.capital[at + 2]
    )


def _is_article(tokens: Tokens, at: int) -> bool:
    """True for the small article of "al-Bab"."""
    return (
        at + 2 < len(tokens.text)
        and tokens.text[at + 1] == "-"
        and tokens.capital[at + 2]
        and len(tokens.text[at]) <= 3
        and tokens.lower[at] in word_set("names", "inside")
    )


def _longest(
    tokens: Tokens, at: int, sentence: Sentence, gazetteer: Gazetteer, shouted: bool
) -> Toponym | None:
    # "The Athens": an article only belongs to a name that is spelt with it.
    strict = tokens.lower[at] in articles() and not _is_article(tokens, at)
    loose: Toponym | None = None
    for stop in reversed(_ends(tokens, at, sentence, shouted)):
        name = tokens.name(at, stop)
        matches = gazetteer.matches(name)
        if not matches and stop > at + 2:
            shorter = _shortened(tokens, at, stop)
            matches = gazetteer.matches(shorter) if " " in shorter else ()
        if matches and not matches[0].exact:
            # A longer name spelt otherwise stands back behind a shorter one spelt so.
            junk = stop > at + 1 and (strict or any(ch.isdigit() for ch in name))
            if loose is None and not junk and len(name) > 2:
                loose = _toponym(tokens, at, stop, matches, sentence, shouted)
            continue
        if not matches and stop == at + 1 and name.endswith("s") and len(name) > 5:
            # "Aleppos western countryside": an apostrophe lost on the way.
            following = _word(tokens, stop, sentence)
            if following in word_set("near_parts") or following in words()["bearings"]:
                matches = tuple(m for m in gazetteer.matches(name[:-1]) if m.exact)
        low = tokens.lower[at]
        if stop == at + 1 and (low in words()["bearings"] or is_country_demonym(low)):
            continue
        if matches and not (stop == at + 1 and len(name) <= 2 and not _is_abbreviation(matches)):
            exact = _toponym(tokens, at, stop, matches, sentence, shouted)
            # "Deir Ezzor" beats a place named "Deir", but "U.S. Navy" does not beat "U.S.".
            wide = matches[0].entry.kind in {"country", "admin1", "region"}
            return loose if loose is not None and loose.last > stop and not wide else exact
    return loose


def _shortened(tokens: Tokens, first: int, last: int) -> str:
    """The name without the words that a site's name may leave out."""
    optional = word_set("names", "optional")
    return " ".join(
        text
        for text, low in zip(tokens.text[first:last], tokens.lower[first:last], strict=True)
        if low not in optional
    )


def _is_abbreviation(matches: tuple[Match, ...]) -> bool:
    """True where a name of two letters is one of a country or state ("UK", "Ky")."""
    return any(m.exact and m.entry.kind in {"country", "admin1", "road"} for m in matches)


def _ends(tokens: Tokens, at: int, sentence: Sentence, shouted: bool) -> list[int]:
    """Where a name that begins at a token may end, nearest first."""
    out: list[int] = []
    inside = word_set("names", "inside")
    for end in range(at, min(sentence.last, at + LONGEST)):
        text = tokens.text[end]
        if (
            tokens.capital[end]
            or (end > at and text[0].isdigit())
            or (shouted and text[0].isalpha() and not _is_small(tokens.lower[end]))
        ):
            out.append(end + 1)
        elif text == "'s":
            # "People's Republic of China"
            if end == at or not (end + 1 < sentence.last and tokens.capital[end + 1]):
                break
        elif text in _HYPHENS or text == "'":
            # A hyphen or apostrophe inside a name has no space on either side.
            if end == at or not (tokens.glued[end - 1] and tokens.glued[end]):
                break
        elif text == ".":
            if end > at and not tokens.glued[end - 1]:
                break
        elif tokens.lower[end] not in inside:
            # Small nouns that belong to a name: "Jabalia refugee camp", "Menagh airbase".
            for site in range(end, min(end + 3, sentence.last)):
                if end > at and tokens.lower[site] in _sites():
                    out.append(site + 1)
                    break
                if not tokens.text[site].isalpha() or tokens.capital[site]:
                    break
            break
    return out


def _is_small(word: str) -> bool:
    """Whether news prints a word with a small letter as a rule."""
    usage = casing().words.get(word)
    return usage is not None and usage.odds < 0


@cache
def _sites() -> frozenset[str]:
    return frozenset(words()["types"]["site"])


def _unlisted(
    tokens: Tokens, sentence: Sentence, listed: list[Toponym], shouted: bool
) -> list[Toponym]:
    covered = {i for one in listed for i in range(one.first, one.last)}
    firm = {
        i
        for one in listed
        if one.last - one.first > 1 or (one.matches and one.matches[0].entry.kind == "country")
        for i in range(one.first, one.last)
    }
    out = []
    at = sentence.first
    while at < sentence.last:
        if not (tokens.capital[at] or _is_article(tokens, at)):
            at += 1
            continue
        end = at + 1
        while end < sentence.last and _goes_on(tokens, end, sentence):
            end += 1
        # "Tal Hamis" is a name of its own, though the gazetteer knows a Hamis.
        whole = covered.isdisjoint(range(at, end)) or (
            firm.isdisjoint(range(at, end))
            and 1 < end - at <= 5
            and tokens.lower[at] in word_set("names", "prefixes")
        )
        if whole and _may_be_unlisted(tokens, at, end):
            unlisted = _toponym(tokens, at, end, (), sentence, shouted)
            if not _is_adjective(tokens, unlisted):
                out.append(unlisted)
        at = end
    return out


def _goes_on(tokens: Tokens, at: int, sentence: Sentence) -> bool:
    """Whether a capitalised run goes on with this token, be it the hyphen of "al-Bab"."""
    if tokens.capital[at] or _is_article(tokens, at):
        return True
    return (
        tokens.text[at] == "-"
        and tokens.glued[at]
        and at + 1 < sentence.last
        and (tokens.capital[at + 1] or _is_article(tokens, at + 1))
    )


def _may_be_unlisted(tokens: Tokens, first: int, last: int) -> bool:
    low = tokens.lower[first]
    if last - first == 1:
        if len(low) < 3 or low in common_words() or tokens.tag[first] not in _PROPER:
            return False
        if low in word_set("names", "never") or is_country_demonym(low):
            return False
    return last - first <= 7 and low.rstrip(".") not in word_set("names", "titles")


def _toponym(
    tokens: Tokens,
    first: int,
    last: int,
    matches: tuple[Match, ...],
    sentence: Sentence,
    shouted: bool,
) -> Toponym:
    return Toponym(
        first,
        last,
        tokens.name(first, last),
        matches,
        sentence,
        _run_before(tokens, first, sentence),
        _run_after(tokens, last, sentence),
        _word(tokens, first - 1, sentence),
        _word(tokens, last, sentence),
        shouted,
        _sort(tokens, first, last, sentence),
    )


@cache
def sort_of(noun: str) -> str:
    """Return what sort of place a noun names, or ""."""
    return next((sort for sort, nouns in words()["types"].items() if noun in nouns), "")


def _sort(tokens: Tokens, first: int, last: int, sentence: Sentence) -> str:
    """Read the noun in "Idlib province", "the province of Idlib", "the town of Idlib"."""
    if sort := sort_of(_word(tokens, last, sentence)):
        return sort
    if _word(tokens, first - 1, sentence) == "of":
        return sort_of(_word(tokens, first - 2, sentence))
    return sort_of(_word(tokens, first - 1, sentence))


def _word(tokens: Tokens, at: int, sentence: Sentence) -> str:
    return tokens.lower[at] if sentence.first <= at < sentence.last else ""


def _run_before(tokens: Tokens, at: int, sentence: Sentence) -> tuple[str, ...]:
    out: list[str] = []
    at -= 1
    while at >= sentence.first and len(out) < 3:
        if tokens.text[at] == "-" and at > sentence.first and tokens.glued[at]:
            at -= 1
            continue
        if not tokens.capital[at] or (at == sentence.first and tokens.tag[at] not in _PROPER):
            break
        out.append(tokens.lower[at])
        at -= 1
    return tuple(out)


def _run_after(tokens: Tokens, at: int, sentence: Sentence) -> tuple[str, ...]:
    out: list[str] = []
    while at < sentence.last and len(out) < 3:
        if tokens.text[at] == "-" and tokens.glued[at]:
            at += 1
            continue
        if not tokens.capital[at]:
            break
        out.append(tokens.lower[at])
        at += 1
    return tuple(out)


def _qualify(tokens: Tokens, found: list[Toponym]) -> None:
    """Tie "Paris" to "Texas" in "Paris, Texas" and "Paris (Texas)"."""
    by_first: dict[int, Toponym] = {}
    for one in found:
        if one.matches:
            by_first.setdefault(one.first, one)
    listed = [one for one in found if one.matches]
    for one, following in zip(reversed(listed[:-1]), reversed(listed[1:]), strict=True):
        # "Idlib and Aleppo provinces"
        joined = following.first - one.last == 1 and one.after in {"and", ",", "or"}
        if joined and not one.sort and following.after.endswith("s"):
            one.sort = following.sort
    for one in found:
        one.qualifier = by_first.get(_larger_at(tokens, one))
        one.matches = _of_people(tokens, one)


def _of_people(tokens: Tokens, one: Toponym) -> tuple[Match, ...]:
    """Return what a name may mean where a demonym says whose town it is.

    "The Mozambican town of Palma" is none in Spain.
    """
    at = one.first - 1
    if at > one.sentence.first and tokens.lower[at] == "of":
        at -= 1
    if at <= one.sentence.first or sort_of(tokens.lower[at]) != "city":
        return one.matches
    if tokens.text[at - 1].islower():  # "the Mozambican coastal town"
        at -= 1
    word = tokens.text[at - 1] if at > one.sentence.first else ""
    code = countries_by_demonym(word) if is_country_demonym(word) else None
    home = tuple(match for match in one.matches if match.exact and match.entry.country == code)
    return home or one.matches


def _larger_at(tokens: Tokens, one: Toponym) -> int:
    """Where the larger place begins in "Paris, Texas", "Zahra (Homs)", "the Zahra quarter of Homs".

    -1 where the words after the name lead to none.
    """
    at, end = one.last, one.sentence.last
    if at + 1 < end and tokens.text[at] in {",", "("}:
        at += 1
        at = at + 1 if tokens.lower[at] == "in" else at
        part = _word(tokens, at, one.sentence)  # "Beni, in eastern Congo"
        return at + 1 if part in words()["bearings"] or part in word_set("central", "words") else at
    if at < end and sort_of(tokens.lower[at]):
        at += 1
    if at >= end or tokens.lower[at] not in {"in", "of"}:
        return -1
    at += 1
    while at < end and (tokens.lower[at] in {"the", "of"} or sort_of(tokens.lower[at])):
        at += 1
    return at
