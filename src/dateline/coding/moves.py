"""Who goes home, crosses a border or leaves the village is displaced, unless he is armed.

Such verbs say so only together with where people go ("returned from exile", "crossed into Chad");
which words they need beside them is data.
"""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from dateline.coding.measure_words import WORDS, Governor
from dateline.coding.measures import Phrase
from dateline.knowledge.files import settings, table
from dateline.model import ActorKind, Measure

NEAR = 8
"""How many words behind the verb may tell where people go."""

_KINDS = frozenset({"person", "all", "group", "none", ""})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_DRIVEN = frozenset({"dobj", "nsubjpass"})
_LEFT = frozenset({"dobj", "oprd", "acomp", "xcomp", "ccomp", "prt", "auxpass", "attr"})
_UNARMED = frozenset({"", ActorKind.CIVILIANS, ActorKind.OTHER})


def driven(phrase: Phrase) -> Governor | None:
    """Return the measure in "800 people were killed and 2,000 driven from their homes"."""
    if phrase.what.kind not in _KINDS or phrase.last >= phrase.end or _is_armed(phrase):
        return None
    verb = phrase.doc[phrase.last]
    away = verb.tag_ in ("VBN", "VBD") and _is_driven_from_home(verb, phrase)
    return Governor(Measure.DISPLACED, verb.i) if away else None


def moved(phrase: Phrase) -> Governor | None:
    """Return the measure in "4,000 families returned to Sirte", "500 people crossed the border".

    Whom somebody drives from home is displaced too.
    """
    what = phrase.what
    if what.kind not in _KINDS or _is_armed(phrase):
        return None
    noun = phrase.doc[what.head]
    flown = noun.lemma_.lower() in settings(WORDS)["displaced_nouns"]
    if flown and noun.dep_ in _SUBJECTS and noun.head.lemma_.lower() == "arrive":
        # Others who arrive take part in something.
        return Governor(Measure.DISPLACED, noun.i)
    for _ in range(3):
        if noun.dep_ in _DRIVEN and _is_driven_from_home(noun.head, phrase):
            return Governor(Measure.DISPLACED, noun.head.i)
        if noun.dep_ in _SUBJECTS:
            if _goes(noun.head, phrase) or _goes_away(noun, phrase):
                return Governor(Measure.DISPLACED, noun.head.i)
            fled = _flown(noun, phrase)
            return Governor(Measure.DISPLACED, fled.i) if fled else None
        if noun.dep_ not in {"nummod", "pobj", "prep"} or _is_of_some(noun, phrase):
            return None
        noun = noun.head
    return None


def marches(phrase: Phrase, governor: Governor) -> bool:
    """Return whether armed people only come: "dozens of gunmen poured in" have not fled."""
    if governor.measure is not Measure.DISPLACED or governor.token is None:
        return False
    verb = phrase.doc[governor.token]
    return verb.lemma_.lower() in settings(WORDS)["marching"] and _is_armed(phrase)


def _is_of_some(of: Token, phrase: Phrase) -> bool:
    """Whether another number is of those counted: "of the 60,000 inhabitants, 22,000 have fled"."""
    return of.dep_ == "prep" and of.i < phrase.first and of.head.like_num


def _goes(verb: Token, phrase: Phrase) -> bool:
    moves: dict[str, list[str]] = settings(WORDS)["moves"]
    needed = moves.get(verb.lemma_.lower())
    if needed is None:
        return False
    after = phrase.doc[verb.i + 1 : min(verb.i + 1 + NEAR, phrase.end)]
    words = [token.lower_ for token in after]
    if not set(words).isdisjoint(settings(WORDS)["errands"]):
        return False
    return not set(words).isdisjoint(needed)


def _goes_away(noun: Token, phrase: Phrase) -> bool:
    """Whether people at home somewhere walk into a country, leave a town or reach a camp.

    "Some 5,400 have gone into Uganda", "thousands of Croats have been leaving Travnik".
    """
    listed = settings(WORDS)
    verb = noun.head
    told = verb.lemma_.lower()
    after = phrase.doc[verb.i + 1 : min(verb.i + 1 + NEAR, phrase.end)]
    kinds = ("going", "leaving", "reaching", "moving", "lodging")
    if not any(told in listed[key] for key in kinds) and told != "be":
        return False
    if not {token.lemma_.lower() for token in after}.isdisjoint(listed["errands"]):
        return False
    if not _is_of_movers(noun, phrase):
        return False
    if told == "be":
        return [token.lower_ for token in after[:3]] == ["on", "the", "move"]
    if told in listed["leaving"]:
        return _leaves(verb)
    if told in listed["reaching"]:
        return not {token.lower_ for token in after}.isdisjoint(listed["havens"])
    if told in listed["lodging"]:
        return not {token.lower_ for token in after}.isdisjoint(listed["lodgings"])
    # "Come to Geneva" does not flee; "moved to Banda Aceh" and "got out of the quarter" do.
    moved = listed["ways_moved"] if told in listed["moving"] else ()
    ways = {*listed["ways"], *listed["bound"], *moved}
    return any(
        end.lemma_.lower() in listed["refuges"]
        or (
            end.pos_ == "PROPN"
            and (way.lower_ in {*listed["ways"], *moved} or told in listed["trekking"])
        )
        for way in after
        if way.lower_ in ways
        and way.dep_ in ("prep", "prt", "advmod")
        and (way.lower_ != "of" or way.head.lower_ == "out")
        for end in way.children
        if end.dep_ == "pobj"
    )


def _leaves(verb: Token) -> bool:
    """Whether people leave where they live: a place by name, or nothing that is said.

    "About 4,000 have left for Tai", "2,000 people had left"; not "left the meeting", "left hungry".
    """
    left = [child for child in verb.children if child.dep_ in _LEFT]
    if verb.lemma_.lower() == "leave" and not left:
        return True
    return any(
        child.pos_ == "PROPN" or child.lower_ == "it"
        for child in left
        if child.dep_ in ("dobj", "oprd")
    )


def _flown(noun: Token, phrase: Phrase) -> Token | None:
    """The verb of flight behind what people do now: "5,600 are in Panyang, having fled Uror"."""
    words = settings(WORDS)["fleeing"]
    if not _is_of_movers(noun, phrase):
        return None
    for child in noun.head.children:
        under = child.children if child.lower_ == "after" else (child,)
        for verb in under:
            told = verb.dep_ in ("advcl", "pcomp") and verb.lemma_.lower() in words
            if told and not any(kid.dep_ in _SUBJECTS for kid in verb.children):
                return verb
    return None


def _is_of_movers(noun: Token, phrase: Phrase) -> bool:
    """Whether those counted are people of a place: by their noun, a demonym, or a bare number."""
    head = phrase.doc[phrase.what.head]
    if phrase.what.kind == "none":
        return noun.i in (head.i, head.head.i)
    peoples = head.pos_ == "PROPN" and head.lower_.endswith("s")
    movers = settings(WORDS)["movers"]
    return peoples or head.lemma_.lower() in movers or head.lower_ in movers


def _is_driven_from_home(verb: Token, phrase: Phrase) -> bool:
    if verb.lemma_.lower() not in settings(WORDS)["driving"]:
        return False
    words = [token.lower_ for token in phrase.doc[verb.i : phrase.end]]
    border = not set(settings(WORDS)["borders"]).isdisjoint(words)
    if border and not {"across", "over", "into"}.isdisjoint(words):
        return True
    if not {"from", "out"}.isdisjoint(words):
        return not set(settings(WORDS)["homes"]).isdisjoint(words)
    # "Shelling pushed hundreds of people to leave Idlib".
    return any(
        child.dep_ in ("xcomp", "ccomp", "advcl", "acl", "relcl")
        and child.lemma_.lower() in settings(WORDS)["driven_to"]
        for head in (verb, *verb.children)
        for child in head.children
    )


def _is_armed(phrase: Phrase) -> bool:
    nouns = phrase.doc[phrase.what.start : phrase.what.last]
    return any(token.lemma_.lower() in _armed() or token.lower_ in _armed() for token in nouns)


@cache
def _armed() -> frozenset[str]:
    """Nouns of fighters, police and crowds, as the table of roles has them."""
    return frozenset(
        row["word"]
        for row in table("languages/en/roles.csv")
        if row["class"] in {"person", "unit", "crowd"} and row["kind"] not in _UNARMED
    )
