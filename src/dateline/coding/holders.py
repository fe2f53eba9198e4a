"""Who is said to have a place: "is in rebel hands", "is now under the control of the army"."""

from __future__ import annotations

from dateline.coding.syntax import Token
from dateline.knowledge.files import settings

CONQUEST = "languages/en/conquest.toml"
"""Where the words for having a place are kept."""

_WHOSE = frozenset({"compound", "amod", "poss", "nmod"})


_FINITE = frozenset({"VBD", "VBP", "VBZ"})
_STATES = frozenset({"acomp", "oprd", "xcomp", "attr", "ccomp"})


def is_ground_noun(noun: Token) -> bool:
    """Whether a noun is for ground without a name: the lemma of "bases" may be "basis"."""
    grounds = settings(CONQUEST)["grounds"]
    lower = noun.lower_
    lemmas = {noun.lemma_.lower(), lower, lower.removesuffix("s")}
    return not lemmas.isdisjoint(grounds) or is_dug(noun)


def is_dug(noun: Token) -> bool:
    """Whether a mine is one that is dug, and no weapon: "a coal mine", "the Panguna mine"."""
    if noun.lower_.removesuffix("s") != "mine":
        return False
    of = (kid for prep in noun.children if prep.lower_ == "of" for kid in prep.children)
    told = [*of, *(kid for kid in noun.children if kid.dep_ in _WHOSE)]
    named = any(kid.lower_ == "the" for kid in noun.children) and noun.tag_ != "NNS"
    return any(
        kid.lower_.removesuffix("s") in settings(CONQUEST)["dug"]
        or (named and kid.pos_ == "PROPN" and kid.dep_ == "compound")
        for kid in told
    )


def is_undone(verb: Token) -> bool:
    """Whether a verb says of itself that nothing is done yet: "to seize", "did not take".

    Who "claims to have taken" a town says that it is done.
    """
    helpers = {kid.lower_ for kid in verb.children if kid.dep_ in ("aux", "neg")}
    if "have" in helpers and "to" in helpers:
        helpers.discard("to")
    return not helpers.isdisjoint(settings(CONQUEST)["undone"])


def is_new(word: Token) -> bool:
    """Whether a word beside one for having a place says that it is news.

    "Now", "is back in", "once more", "by nightfall".
    """
    words = settings(CONQUEST)
    if word.lower_ == "by":
        return any(noun.lower_ in words["by_times"] for noun in word.children)
    once = word.lower_ == "more" and word.i > 0 and word.nbor(-1).lower_ == "once"
    return once or word.lower_ in words["news"]


def is_no_longer(head: Token) -> bool:
    """Whether a trigger, by its head, says that somebody has a place no longer.

    "No longer controls the port", "is no longer in government hands".
    """
    verb = head
    while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
        verb = verb.head
    return any(
        kid.lower_ == "longer" and kid.i > 0 and kid.nbor(-1).lower_ == "no"
        for kid in verb.children
    )


def is_under(head: Token) -> bool:
    """Whether the word says who has a place: "is now under the control of the rebels"."""
    words = settings(CONQUEST)
    if head.lemma_.lower() not in words["under"] or head.dep_ != "pobj":
        return False
    over = head.head
    # "Has been returned to government control".
    back = over.lower_ == "to" and over.head.lemma_.lower() in words["returning"]
    return back or over.lower_ == "under"


def holding_noun(head: Token) -> Token | None:
    """Return the noun that says who has a place, by the head of a trigger; None where none does.

    "Is now under the control of the rebels", "is in rebel hands", "fell into the hands of".
    """
    words = settings(CONQUEST)
    if is_under(head):
        return head
    preps = [head, *head.children]
    return next(
        (
            noun
            for prep in preps
            if prep.lower_ in ("in", "into")
            for noun in prep.children
            if noun.dep_ == "pobj" and noun.lower_ in words["hands"]
        ),
        None,
    )


def is_holder(actor: Token, noun: Token) -> bool:
    """Whether an actor is whose control or hands a noun tells: "of the rebels", "rebel hands"."""
    over = actor.head
    if actor.dep_ == "pobj" and over.lower_ == "of":
        return over.head.i == noun.i
    return over.i == noun.i and actor.dep_ in _WHOSE


def is_unchanged(head: Token) -> bool:
    """Whether a trigger, by its head, says that a place has stayed in somebody's hands.

    "Was still in the hands of the army", "remains firmly in our hands", "rebels still hold the
    town", or hold it with no word that it is news. Or that it is besieged as before.
    """
    words = settings(CONQUEST)
    lemma = head.lemma_.lower()
    if is_no_longer(head):
        return False
    if _keeps_control(head):
        return True
    if lemma in words["encircling"]:  # "El Obeid remains surrounded by the militia"
        over = [head.head] if head.dep_ in _STATES else []
        over += [kid for kid in head.children if kid.dep_ == "auxpass"]
        # The tagger knows no lemma of "remains" as an auxiliary.
        return any(one.lower_.removesuffix("s") in words["stayed"] for one in over)
    if head.pos_ == "VERB" and lemma in words["having"]:
        kids = list(head.children)
        # "The centre of Grozny" is ground, too.
        held = [kid for kid in kids if kid.dep_ == "dobj"]
        held += [n for kid in held for of in kid.children if of.lower_ == "of" for n in of.children]
        if head.dep_ == "relcl" and any(kid.tag_ == "WDT" for kid in held):
            held.append(head.head)  # "In Kunduz, which the rebels hold, a bomb went off"
        ground = any(n.pos_ == "PROPN" or n.lemma_.lower() in words["grounds"] for n in held)
        stands = head.lemma_.lower() in words["standing"] and head.tag_ in _FINITE
        # "The rebels said that they held the town" contests it.
        # "The militia, who hold the port" says it in passing.
        asked = ("WP", "WDT")
        stands = stands and not any(
            k.dep_ == "nsubj" and k.pos_ == "PRON" and k.tag_ not in asked for k in kids
        )
        news = any(is_new(kid) for kid in kids)
        return ground and ((stands and not news) or any(k.lower_ in words["still"] for k in kids))
    if holding_noun(head) is None:
        return False
    verb = head.head if is_under(head) else head
    verb = verb if verb.pos_ in ("VERB", "AUX") else verb.head
    still = (*verb.children, *head.children)
    return verb.lemma_.lower() in words["staying"] or any(
        kid.lower_ in words["still"] for kid in still
    )


def _keeps_control(head: Token) -> bool:
    """Whether somebody is said to have kept control: "remained in control", "retained control"."""
    words = settings(CONQUEST)
    if head.lemma_.lower() in words["under"] and head.dep_ == "dobj":
        verb, control = head.head, True
    else:
        part, verb = ("pobj", head.head) if head.lower_ == "in" else ("dobj", head)
        control = any(
            kid.dep_ == part and kid.lemma_.lower() in words["under"] for kid in head.children
        )
    return control and (
        verb.lemma_.lower() in words["retaining"]
        or any(kid.lower_ in words["still"] for kid in verb.children)
    )
