"""What speaks for and against a name being a place's, as named features for the linear models."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from math import log10

from dateline.coding.country_votes import country_shares
from dateline.coding.place_words import common_words, word_set, words
from dateline.coding.toponyms import Tokens, Toponym
from dateline.knowledge.countries import countries_by_demonym, country_named
from dateline.knowledge.files import resource
from dateline.knowledge.gazetteer import LOWER_UNITS, Match
from dateline.knowledge.spelling import plain

_ANGLO = frozenset({"US", "GB", "CA", "AU", "NZ", "IE", "ZA"})
"""Countries whose small towns are mostly named like persons or things in English."""

_OWN_KINDS = frozenset({"country", "admin1", "admin2", "region", "city", "airport", "airbase"})


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the whole report says that helps to judge one name."""

    countries: dict[str, float]
    """Share of each country among the demonyms, country names and large places."""
    persons: frozenset[str]
    """Words that stand as the surname of a person somewhere in the report."""
    located: dict[str, int]
    """How often each name stands after a preposition of place."""
    counts: dict[str, int]
    own: dict[str, dict[str, float]]
    """What each name itself adds to the shares of countries, by country."""
    capitals: frozenset[int]
    """Sentences in which most words begin with a capital."""
    passing: frozenset[str]
    """Countries of people met everywhere to which nothing but a nationality points."""


@cache
def first_names() -> frozenset[str]:
    """Return given names in small letters."""
    text = resource("languages/en/first_names.txt").read_text(encoding="utf-8")
    return frozenset(
        name for line in text.splitlines() if not line.startswith("#") for name in line.split()
    )


@cache
def nouns(kind: str) -> frozenset[str]:
    """Return the nouns that say what sort of place a name names."""
    return frozenset(words()["types"][kind])


def surroundings(tokens: Tokens, candidates: list[Toponym]) -> Surroundings:
    """Read what the whole report says."""
    counts: Counter[str] = Counter()
    located: Counter[str] = Counter()
    for one in candidates:
        name = plain(one.text)
        counts[name] += 1
        if one.before in word_set("strictly_locative"):
            located[name] += 1
    shares, own, passing = country_shares(tokens, candidates)
    return Surroundings(
        shares,
        _persons(tokens),
        located,
        counts,
        own,
        frozenset(s.index for s in tokens.document.sentences if _is_title_case(tokens, s.index)),
        passing,
    )


def listed_features(tokens: Tokens, toponym: Toponym, around: Surroundings) -> list[str]:
    """Return the features of a name that the gazetteer knows."""
    best = toponym.matches[0]
    low = plain(toponym.text)
    single = toponym.last - toponym.first == 1
    size = _size(best)
    form = "one" if single else "more"
    fit = "main" if best.main else "alias" if best.exact else "loose"
    out = _context(tokens, toponym, around)
    kind = best.entry.kind if best.entry.kind in _OWN_KINDS else "own"
    kind = "admin2" if best.entry.kind in LOWER_UNITS else kind
    share = max((around.countries.get(m.entry.country, 0.0) for m in toponym.matches), default=0.0)
    play = "top" if share > 0.4 else "some" if share > 0.05 else "none"
    anglo = best.entry.country in _ANGLO
    common = "common" if single and low in common_words() else ""
    out += [
        f"fit={fit}",
        f"kind={kind}",
        f"size={size}",
        f"form={form}",
        f"play={play}",
        f"fit={fit},form={form}",
        f"fit={fit},play={play}",
        f"size={size},play={play}",
        f"form={form},size={size}",
        f"fit={fit},before={_before(toponym)}",
        f"namesakes={min(3, int(log10(len(toponym.matches)) * 2))}",
        f"length={min(len(low), 9)},{form}",
        f"anglo={anglo}",
        f"anglo={anglo},size={size}",
        f"anglo={anglo},before={_before(toponym)}",
        f"anglo={anglo},form={form},fit={fit}",
        f"anglo={anglo},play={play}",
    ]
    if common:
        out += ["common", f"common,before={_before(toponym)}", f"common,size={size}"]
    if single and low in first_names():
        out += ["given", f"given,before={_before(toponym)}", f"given,size={size}"]
    if single and low in around.persons:
        out += ["person", f"person,before={_before(toponym)}", f"person,size={size}"]
    if toponym.text.isupper() and len(toponym.text) <= 5 and not toponym.shouted:
        out += ["acronym", f"acronym,fit={fit}"]
    return out


def unlisted_features(tokens: Tokens, toponym: Toponym, around: Surroundings) -> list[str]:
    """Return the features of a name that the gazetteer does not know."""
    low = plain(toponym.text)
    single = toponym.last - toponym.first == 1
    out = _context(tokens, toponym, around)
    first, final = low.split()[0], low.split()[-1]
    out += [f"form={'one' if single else 'more'}", f"length={min(len(low), 12)}"]
    if first in word_set("names", "prefixes"):
        out += ["prefix", f"prefix,before={_before(toponym)}"]
    if first in first_names():
        out.append("given")
    if final in around.persons:
        out.append("person")
    if single and low in common_words():
        out.append("common")
    for kind in words()["types"]:
        if final in nouns(kind) and not single:
            out += [f"final={kind}", f"final={kind},before={_before(toponym)}"]
    if final in word_set("names", "organisations"):
        out.append("organisation")
    if toponym.text.isupper() and not (toponym.shouted and toponym.called):
        out.append("acronym")
    if "-" in toponym.text:
        out.append("hyphen")
    return out


def _context(tokens: Tokens, toponym: Toponym, around: Surroundings) -> list[str]:
    token = tokens.document.doc[toponym.last - 1]
    dep, tag = token.dep_, tokens.tag[toponym.first]
    low = plain(toponym.text)
    before, after = _before(toponym), _after(toponym)
    left, right = _run(toponym.run_before), _run(toponym.run_after)
    second = tokens.lower[toponym.first - 2] if toponym.first - 2 >= toponym.sentence.first else ""
    title = toponym.sentence.index in around.capitals
    initial = toponym.first == toponym.sentence.first
    out = [
        "bias",
        f"before={before}",
        f"after={after}",
        f"left={left}",
        f"right={right}",
        f"left={left},right={right}",
        f"before={before},after={after}",
        f"left={left},title={title}",
        f"right={right},title={title}",
        f"tag={tag}",
        f"dep={dep}",
        f"dep={dep},initial={initial}",
        f"kind={toponym.sentence.kind}",
        f"initial={initial},tag={tag}",
    ]
    if toponym.sort:
        out += [f"sort={toponym.sort}", f"sort={toponym.sort},before={before}"]
    if toponym.shouted:
        out += ["shouted", f"shouted,before={before}"]
    if toponym.before in word_set("locative"):
        out += [f"word={toponym.before}"]
    if toponym.before in {"the", ",", "and", "("}:
        out.append(f"second={_word_class(second)},{toponym.before}")
    if dep in {"nsubj", "nsubjpass"}:
        speaks = token.head.lemma_ in word_set("names", "speaking")
        out.append(f"subject={speaks}")
    if dep in {"dobj", "pobj", "nsubjpass"}:
        verb = token.head.head if dep == "pobj" else token.head
        if verb.lemma_ in word_set("names", "taking"):
            out += [f"taken={dep}", f"taken={dep},before={before}"]
    if toponym.qualifier is not None:
        out.append(f"qualified={_qualifier_kind(toponym)}")
    located, count = around.located.get(low, 0), around.counts.get(low, 1)
    out.append(f"located={min(located, 2)}")
    out.append(f"count={min(count, 4)},located={bool(located)}")
    return out


def _size(match: Match) -> str:
    entry = match.entry
    if entry.kind in {"country", "admin1", "region"} or entry.kind not in _OWN_KINDS:
        return "region" if entry.kind in _OWN_KINDS else "own"
    if entry.population == 0:
        return "unknown"
    return str(min(6, max(2, int(log10(entry.population)))))


def _qualifier_kind(toponym: Toponym) -> str:
    """Whether the larger place after the comma may hold this one."""
    assert toponym.qualifier is not None
    for larger in toponym.qualifier.matches:
        if larger.exact and larger.entry.kind in {"country", "admin1", "region"}:
            if any(m.entry.country == larger.entry.country for m in toponym.matches):
                return "inside"
            return "other"
    return "small"


def _before(toponym: Toponym) -> str:
    return _word_class(toponym.before)


def _after(toponym: Toponym) -> str:
    word = toponym.after
    for kind in words()["types"]:
        if word in nouns(kind):
            return f"noun:{kind}"
    if word in {",", ".", "'s", "and", "(", ")", "'", ":", ";", "-", "--", "to", "in", "is"}:
        return word
    if word in {"said", "says", "was", "were", "had", "has", "told", "who", "of", "on", "for"}:
        return word
    if word in word_set("names", "organisations"):
        return "organisation"
    if word in word_set("near_parts"):
        return "part"
    return "other" if word else "none"


@cache
def _word_class(word: str) -> str:
    if word in word_set("strictly_locative"):
        return "locative"
    if word in {
        "of",
        "the",
        "and",
        ",",
        "",
        "(",
        '"',
        "-",
        "for",
        "from",
        "to",
        "on",
        "by",
        "with",
    }:
        return word or "none"
    if word in word_set("locative"):
        return "motion"
    if word in words()["bearings"] or word in words()["central"]["words"] or word == "rural":
        return "direction"
    if word.rstrip(".") in word_set("names", "titles"):
        return "title"
    for kind in words()["types"]:
        if word in nouns(kind):
            return f"noun:{kind}"
    if word in {"said", "says", "told", "asked", "added"}:
        return "said"
    if countries_by_demonym(word):
        return "demonym"
    return "other"


def _run(words_beside: tuple[str, ...]) -> str:
    """What sort of capitalised word stands directly beside a name."""
    if not words_beside:
        return "none"
    word = words_beside[0].rstrip(".")
    if word in word_set("names", "before"):
        return "direction"
    if word in word_set("names", "titles"):
        return "title"
    if word in first_names():
        return "given"
    if word in word_set("names", "organisations"):
        return "organisation"
    if countries_by_demonym(word):
        return "demonym"
    if len(word) == 1:
        return "initial"
    if word in word_set("names", "never"):
        return "never"
    if country_named(word):
        return "country"
    if word in common_words():
        return "common"
    return "unknown"


def _is_title_case(tokens: Tokens, index: int) -> bool:
    sentence = tokens.document.sentences[index]
    capitals = [
        capital
        for text, capital in zip(
            tokens.text[sentence.first : sentence.last],
            tokens.capital[sentence.first : sentence.last],
            strict=True,
        )
        if len(text) > 3 and text.isalpha()
    ]
    return len(capitals) >= 3 and sum(capitals) >= 0.75 * len(capitals)


def _persons(tokens: Tokens) -> frozenset[str]:
    """The last words of capitalised runs that begin with a given name or follow a title."""
    titles = word_set("names", "titles")
    capital, text, lower = tokens.capital, tokens.text, tokens.lower
    out: set[str] = set()
    at = 0
    while at < len(text):
        if not capital[at]:
            at += 1
            continue
        end = at + 1
        while end < len(text) and (capital[end] or text[end] in {"-", "al", "el"}):
            end += 1
        run = [word.rstrip(".") for word in lower[at:end]]
        person = any(word in titles or word in first_names() for word in run[:-1])
        named = len(run) in range(2, 6) and person
        if named or (at and lower[at - 1].rstrip(".") in titles):
            out.add(run[-1])
        at = end
    return frozenset(out)
