"""By what means ground is taken: "with tanks and air strikes, troops retook the town".

Strikes and shells that only tell how, or after what, somebody took a place are no event of their
own. Source: coding frame, "Backed by air strikes on a ground advance: the battle type".
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.knowledge.ontology import ontology

WORDS = "languages/en/conquest.toml"
"""Where the words before such means are kept."""

FROM_AFAR = frozenset({"airstrike", "shelling"})
"""What the table of triggers calls words for strikes and shells."""

_CLAUSES = frozenset({"ROOT", "ccomp", "conj", "parataxis"})


def only_means(findings: Findings, members: Sequence[Happening], taking: Happening) -> bool:
    """Return whether all strikes of an event are but means of a taking that a main clause tells."""
    doc = findings.document.doc
    verb = doc[taking.trigger.head]
    if verb.pos_ != "VERB" and verb.dep_ == "dobj":
        verb = verb.head  # "took control of the town"
    if verb.pos_ != "VERB" or verb.dep_ not in _CLAUSES:
        return False
    strikes = [doc[one.trigger.head] for one in members if _is_from_afar(one)]
    here = {one.trigger.sentence for one in members if _is_from_afar(one)}
    return (
        bool(strikes)
        and here == {taking.trigger.sentence}
        and all(_is_means(strike, verb) for strike in strikes)
    )


def takes_a_name(verb: Token, taking: Happening) -> bool:
    """Return whether a verb, read as one of taking ground, has a name for its object.

    "Captured Kijevo" does so though no gazetteer has it.
    """
    return (
        "seize" in taking.trigger.concepts
        and taking.best_type in ontology().territorial
        and any(kid.dep_ == "dobj" and kid.pos_ == "PROPN" for kid in verb.children)
    )


def _is_from_afar(one: Happening) -> bool:
    return not FROM_AFAR.isdisjoint(one.trigger.concepts)


def _is_means(strike: Token, verb: Token) -> bool:
    """Whether a noun hangs on a verb, or on its subject, by "with", "using", "after"."""
    words = settings(WORDS)["means"]
    over, way = strike, [strike]
    while over.head.i != over.i and over.i != verb.i and len(way) < words["longest"]:
        over = over.head
        way.append(over)
    gerund = strike.dep_ == "pcomp" and strike.tag_ == "VBG"  # "after shelling the town"
    if over.i != verb.i or not (strike.pos_ in ("NOUN", "PROPN") or gerund):
        return False
    between = way[:-1]
    links = any(one.lower_ in words["links"] for one in between)
    return links and not any(
        one.pos_ == "VERB" and one.lower_ not in words["links"] and one.i != strike.i
        for one in between
    )
