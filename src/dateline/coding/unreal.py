"""Events that are only shown, practised, supposed or asked for: in a film, a drill, an opinion.

"The novel follows a boy abducted by rebels", "troops practised air strikes" and "had the army
attacked, the city would have fallen" have the words of war, and none of it happened. Which verbs
and nouns make a frame of that kind is data.
"""

from __future__ import annotations

from dateline.coding.syntax import Doc, Token
from dateline.knowledge.files import settings

REACH = 6
"""How many words above a trigger are looked at."""

SUBJECTS = frozenset({"nsubj", "nsubjpass"})

WITHIN = frozenset({"in", "inside", "within"})
"""What happens in an exercise is part of it; what happens during one need not be."""

ABOUT = frozenset({"relcl", "acl", "pobj", "pcomp", "compound", "prep", "advcl", "appos"})
"""How what a work tells hangs on it."""


ASKED = frozenset({"dobj", "ccomp", "xcomp", "pobj", "prep", "acl", "conj"})
"""How what is demanded hangs on the word for it."""


def is_unreal(trigger: Token) -> bool:
    """Return whether the event of a trigger, by its head, is part of a work, a drill or a guess."""
    if _is_supposed(trigger) or _is_demanded(trigger):
        return True
    if not _shows(trigger.doc):
        return False
    words = settings("languages/en/unreal.toml")
    chain = [trigger]
    while len(chain) <= REACH and chain[-1].head is not chain[-1]:
        chain.append(chain[-1].head)
    for below, token in zip([None, *chain], chain, strict=False):
        lemma = token.lemma_.lower()
        if below is not None:
            frame = lemma in words["practice"] or lemma in words["works"]
            if frame and token.pos_ == "NOUN" and below.dep_ in ABOUT:
                return True
            if lemma in words["practise"]:
                return True
            if lemma in words["tell"] and any(
                child.dep_ in SUBJECTS and child.lemma_.lower() in words["works"]
                for child in token.children
            ):
                return True
        if _in_frame(token, words):
            return True
        # What stands above a clause of time or reason ("as a film opened") is another matter.
        if token.dep_ in {"advcl", "ccomp", "conj"} and token is not trigger:
            break
    return False


def _is_demanded(trigger: Token) -> bool:
    """Whether a word tells a step that somebody only asks for: "to demand the release of ten".

    Not what has been done to those of whom it is asked: "the release of ten who were arrested".
    """
    words = settings("languages/en/unreal.toml")
    # "The army urged them to stay and withdrew".
    if trigger.lemma_.lower() not in words["demanded"] or trigger.tag_ in ("VBD", "VBZ"):
        return False
    token = trigger
    for _ in range(REACH):
        over = token.head
        if over.i == token.i or token.dep_ not in ASKED:
            return False
        if token.dep_ == "prep" and token.lower_ not in ("for", "of"):
            return False  # "asked about the arrests"
        if over.lemma_.lower() in words["demands"] and over.i < trigger.i:
            return over.lemma_ != "call" or token.dep_ == "prep"  # "called it a step"
        if over.pos_ == "VERB" and over.i != trigger.i and token.dep_ != "conj":
            return False
        token = over
    return False


def _is_supposed(trigger: Token) -> bool:
    """Whether a verb tells what would have been, or might be, or a noun what such a verb is about.

    "Had the army attacked", "the city would have fallen", "an attack might cost many lives"; not
    "the attack might delay the vote", which there was, nor who is feared or may have been killed.
    """
    words = settings("languages/en/unreal.toml")
    verb = trigger
    if trigger.pos_ == "NOUN" and trigger.dep_ in SUBJECTS | {"dobj"}:
        if any(
            kid.dep_ in ("det", "poss") and kid.lower_ not in ("a", "an", "any")
            for kid in trigger.children
        ):
            return False
        verb = trigger.head
    if verb.pos_ != "VERB":
        return False
    if _auxiliaries(verb).intersection(words["supposing"]):
        return "have" not in _auxiliaries(verb)
    return _would_have(verb) or (
        verb.dep_ == "advcl" and _is_unmet(verb) and _would_have(verb.head)
    )


def _auxiliaries(verb: Token) -> set[str]:
    return {kid.lower_ for kid in verb.children if kid.dep_ in ("aux", "auxpass")}


def _would_have(verb: Token) -> bool:
    """Whether a verb tells what did not happen: "would have fallen"."""
    return {"would", "have"} <= _auxiliaries(verb)


def _is_unmet(verb: Token) -> bool:
    """Whether a clause tells a condition that was not met: "had they attacked", "if they had"."""
    had = [kid for kid in verb.children if kid.dep_ == "aux" and kid.lower_ == "had"]
    doers = [kid for kid in verb.children if kid.dep_ in SUBJECTS]
    if not had:
        return False
    return any(kid.lower_ == "if" for kid in verb.children) or any(
        had[0].i < doer.i for doer in doers
    )


def _shows(doc: Doc) -> bool:
    """Whether a report has any word for a work or a drill: most have none, and are asked once."""
    if "shows" not in doc.user_data:
        words = settings("languages/en/unreal.toml")
        frames = frozenset(
            word for key in ("practice", "practise", "mock", "works") for word in words[key]
        )
        doc.user_data["shows"] = any(
            not frames.isdisjoint((token.lower_, token.lemma_.lower())) for token in doc
        )
    return bool(doc.user_data["shows"])


def _in_frame(token: Token, words: dict[str, list[str]]) -> bool:
    """Whether a word is itself mock, or stands in a work or an exercise: "in the novel, ..."."""
    for child in token.children:
        if child.dep_ == "amod" and child.lower_ in words["mock"]:
            return True
        if child.dep_ == "dobj" and any(kid.lower_ in words["mock"] for kid in child.children):
            return True
        if child.dep_ == "prep" and child.lower_ in WITHIN:
            for noun in child.children:
                if (
                    noun.lemma_.lower() in words["practice"]
                    or noun.lemma_.lower() in words["works"]
                ):
                    return True
    return False
