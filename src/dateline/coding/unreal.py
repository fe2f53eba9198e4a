"""Events that are only shown or practised: in a film, in an exercise.

"The novel follows a boy abducted by rebels" and "troops practised air strikes" have the words of
war, and none of it happened. Which verbs and nouns make a frame of that kind is data.
"""

from __future__ import annotations

import numpy as np
from spacy.tokens import Doc, Token

from dateline.knowledge.files import settings

REACH = 6
"""How many words above a trigger are looked at."""

SUBJECTS = frozenset({"nsubj", "nsubjpass"})

WITHIN = frozenset({"in", "inside", "within"})
"""What happens in an exercise is part of it; what happens during one need not be."""

ABOUT = frozenset({"relcl", "acl", "pobj", "pcomp", "compound", "prep", "advcl", "appos"})
"""How what a work tells hangs on it."""


def is_unreal(trigger: Token) -> bool:
    """Return whether the event of a trigger, by its head, is told as part of a work or a drill."""
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
            if lemma in words["practise"] and below.dep_ not in SUBJECTS:
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


def _shows(doc: Doc) -> bool:
    """Whether a report has any word for a work or a drill: most have none, and are asked once."""
    if "shows" not in doc.user_data:
        words = settings("languages/en/unreal.toml")
        frames = frozenset(
            word for key in ("practice", "practise", "mock", "works") for word in words[key]
        )
        keys = np.unique(doc.to_array(["LOWER", "LEMMA"])).tolist()
        doc.user_data["shows"] = any(doc.vocab.strings[key].lower() in frames for key in keys)
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
