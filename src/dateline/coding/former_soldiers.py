"""Soldiers and policemen who are none any more: "former soldiers blocked the port over their pay".

Their word stands for a state's forces. Where they bear arms all the same they rebel; else they are
civilians, and demonstrate or riot like others. Source: coding frame, officials out of office are
civilians. Words are data.
"""

from __future__ import annotations

from dateline.coding.peoples import deed_of, makes_war
from dateline.coding.syntax import Doc
from dateline.knowledge.files import settings
from dateline.knowledge.roles import GRAMMAR, anaphora, grammar
from dateline.model import ActorKind

_BEFORE = frozenset({"amod", "compound", "advmod", "nmod"})


def kind_of_former(doc: Doc, first: int, last: int) -> ActorKind | None:
    """Return what people of a state's forces are, by the tokens of their phrase, who left them.

    None where nothing says that they did, or where they commit a crime.
    """
    noun = doc[last - 1]
    before = [doc[first - 1].lower_] if first else []
    before += [word.lower_ for word in doc[first : last - 1]]  # "ex-soldiers" is one word
    before += [kid.lower_ for kid in noun.children if kid.dep_ in _BEFORE and kid.i < noun.i]
    hyphened = doc[first - 2].lower_ if first > 1 and before[:1] == ["-"] else ""
    left = grammar().fallen | set(settings(GRAMMAR)["dismissed"])
    if left.isdisjoint(before) and hyphened not in left:
        return None
    rebels = noun.dep_ == "appos" and noun.head.lemma_.lower() in anaphora().called
    if rebels or makes_war(noun):  # "the rebels, former soldiers"
        return ActorKind.REBEL
    crime = deed_of(noun) in settings(GRAMMAR)["of_people"]
    return None if crime else ActorKind.CIVILIANS
