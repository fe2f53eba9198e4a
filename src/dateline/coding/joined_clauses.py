"""Clauses joined without a comma, whose subject a parser joins to the noun before: it is put right.

"Rioters burned shops in Aba and troops shot nine people": without a comma the parser hangs the
troops on Aba, so that they do nothing, and the rioters shoot. A noun behind "and" that stands right
before a verb which is joined to the verb before, and has no subject, is that verb's.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from dateline.knowledge.countries import country_named

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_BEFORE = frozenset({"aux", "advmod", "neg"})
_JOINTS = frozenset({"and", "but", "while"})
_JOINED = frozenset({"conj", "advcl", "ccomp"})
"""How a parser ties such a verb to the one before."""

_FARTHEST = 8
"""How many words may stand between a joint and the verb whose subject follows it."""


def mend(doc: Doc) -> Doc:
    """Give the verbs of joined clauses back the subjects that a missing comma took from them."""
    for verb in doc:
        if verb.dep_ in _JOINED and verb.pos_ == "VERB" and (noun := _subject(verb)) is not None:
            joint = doc[noun.left_edge.i - 1]
            noun.head, noun.dep_ = verb, "nsubj"
            joint.head, verb.dep_ = verb.head, "conj"
    return doc


def _subject(verb: Token) -> Token | None:
    """The noun behind a joint that is a verb's subject, read as one more of a list; or None."""
    before = list(verb.lefts)
    if any(kid.dep_ == "auxpass" for kid in before):
        return None  # "ten were killed in Aba and others were hurt" is one event
    aided = any(kid.dep_ == "aux" for kid in before)
    finite = verb.tag_ in _FINITE or (aided and verb.tag_ in ("VBN", "VBG"))
    if not finite or any(kid.dep_ in _SUBJECTS for kid in before):
        return None
    if verb.head.pos_ != "VERB" or verb.head.i >= verb.i:
        return None
    if any(kid.dep_ not in _BEFORE for kid in before):
        return None
    first = min((kid.i for kid in before), default=verb.i)
    noun = verb.doc[first - 1]
    for _ in range(_FARTHEST):
        if noun.dep_ == "conj" or noun.head.i == noun.i or noun.head.i > noun.i:
            break
        noun = noun.head
    if noun.dep_ != "conj" or noun.right_edge.i != first - 1 or noun.head.pos_ == "VERB":
        return None
    left = noun.left_edge.i
    if left <= verb.head.i + 1 or noun.head.i >= left or noun.sent != verb.sent:
        return None
    if verb.doc[left - 1].lower_ not in _JOINTS or verb.doc[left - 1].dep_ != "cc":
        return None
    return noun if _may_act(noun) else None


def _may_act(noun: Token) -> bool:
    """Whether a noun may begin a clause: common nouns, and states by their names.

    "Took Aba and Owerri fell": towns do little by themselves.
    """
    if noun.tag_ in ("NNP", "NNPS"):
        return country_named(noun.text) is not None or noun.tag_ == "NNPS"
    return noun.tag_ in ("NN", "NNS")
