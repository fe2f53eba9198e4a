"""Who goes home, crosses a border or leaves the village is displaced, unless he is armed.

Such verbs say so only together with where people go ("returned from exile", "crossed into Chad");
which words they need beside them is data.
"""

from __future__ import annotations

from functools import cache

from dateline.coding.counted import noun_class
from dateline.coding.measure_words import WORDS, Governor
from dateline.coding.measures import Phrase, shelters
from dateline.coding.movers import NEAR, behind, comes_out, crosses, is_lodged, is_of_movers, is_out
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings, table
from dateline.model import ActorKind, Measure

_DIGITS = 2
"""Numbers of more digits are of many people."""

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
    if verb.tag_ not in ("VBN", "VBD"):
        return None
    # Behind a bare number the parser takes "crossed into Thailand" for a participle.
    goes = phrase.what.kind == "none" and verb.dep_ == "acl" and _goes(verb, phrase)
    away = goes or _is_driven_from_home(verb, phrase)
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
    if fled := _having_fled(noun, phrase):
        return Governor(Measure.DISPLACED, fled.i)
    for _ in range(3):
        if noun.dep_ in _DRIVEN and _is_driven_from_home(noun.head, phrase):
            return Governor(Measure.DISPLACED, noun.head.i)
        if noun.dep_ == "dobj" and (is_lodged(noun, phrase) or is_out(noun, phrase)):
            return Governor(Measure.DISPLACED, noun.head.i)
        if noun.dep_ in _SUBJECTS:
            if (
                _goes(noun.head, phrase)
                or _goes_away(noun, phrase)
                or _comes(noun, phrase)
                or crosses(noun, phrase)
                or (comes_out(noun.head, phrase) and is_of_movers(noun, phrase))
            ):
                return Governor(Measure.DISPLACED, noun.head.i)
            must = _must(noun.head)
            if (
                must is not None
                and _goes(must, phrase)
                and noun.lemma_.lower() not in settings(WORDS)["treated_people"]
            ):
                return Governor(Measure.DISPLACED, must.i)
            fled = _flown(noun, phrase)
            return Governor(Measure.DISPLACED, fled.i) if fled else None
        if noun.lower_ in ("more", "others"):
            noun = noun.head  # "driven some 180,000 more across the border"
            continue
        if noun.dep_ not in {"nummod", "pobj", "prep"} or _is_of_some(noun, phrase):
            return None
        noun = noun.head
    return None


def sent_away(phrase: Phrase) -> Governor | None:
    """Return the measure in "sent 2,000 residents fleeing": others who are sent take part."""
    verb = phrase.doc[phrase.first - 1] if phrase.first > phrase.start else None
    if verb is not None and verb.lower_ in ("home", "back") and verb.i > phrase.start:
        verb = verb.nbor(-1)
        if verb.lemma_.lower() in settings(WORDS)["sending"] and _is_from_abroad(phrase):
            return Governor(Measure.DISPLACED, verb.i)
        return None
    if verb is None or verb.lemma_.lower() not in settings(WORDS)["sending"]:
        return None
    if phrase.what.kind not in _KINDS or _is_armed(phrase):
        return None
    behind = phrase.doc[phrase.last] if phrase.last < phrase.end else None
    flees = behind is not None and behind.tag_ == "VBG" and _is_to_flee(behind)
    if flees or _is_driven_from_home(verb, phrase):
        return Governor(Measure.DISPLACED, verb.i)
    return None


def _is_from_abroad(phrase: Phrase) -> bool:
    """Whether those counted are refugees, or called after another country."""
    noun = phrase.doc[phrase.what.head]
    if _is_armed(phrase):
        return False
    named = noun.text.istitle() and noun_class(noun) == "person"
    return named or noun.lemma_.lower() in settings(WORDS)["displaced_nouns"]


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
    words = [token.lower_ for token in behind(verb, phrase)]
    if verb.lemma_.lower() == "cross" and _travels(phrase):
        return False
    if not set(words).isdisjoint(settings(WORDS)["errands"]):
        return False
    return not set(words).isdisjoint(needed)


def _goes_away(noun: Token, phrase: Phrase) -> bool:
    """Whether people at home somewhere walk into a country, leave a town or reach a camp.

    "Some 5,400 have gone into Uganda", "thousands of Croats have been leaving Travnik".
    """
    listed = settings(WORDS)
    verb = noun.head
    # "200 families left" is a participle to the tagger.
    told = "leave" if verb.lower_ == "left" else verb.lemma_.lower()
    after = behind(verb, phrase)
    kinds = ("going", "leaving", "reaching", "moving", "lodging")
    if not any(told in listed[key] for key in kinds) and told != "be":
        return False
    # People who are housed in schools go to none.
    errands = {
        token.lower_ if told in listed["lodging"] else token.lemma_.lower() for token in after
    }
    if not errands.isdisjoint(listed["errands"]) or not is_of_movers(noun, phrase):
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
            (end.pos_ == "PROPN" or _has_a_name(end))
            and (way.lower_ in {*listed["ways"], *moved} or told in listed["trekking"])
        )
        for way in after
        if way.lower_ in ways
        and way.dep_ in ("prep", "prt", "advmod")
        and (way.lower_ != "of" or way.head.lower_ == "out")
        for end in way.children
        if end.dep_ == "pobj"
    )


def _must(verb: Token) -> Token | None:
    """What people have to do, begin to or can: "15,000 people had to leave their villages"."""
    over = [verb, *(kid for kid in verb.children if kid.lower_ in ("able", "free"))]
    told = (
        kid
        for one in over
        if one is not verb or verb.lemma_.lower() in settings(WORDS)["having_to"]
        for kid in one.children
        if kid.dep_ == "xcomp" and kid.tag_ in ("VB", "VBG")
    )
    return next(told, None)


def _comes(noun: Token, phrase: Phrase) -> bool:
    """Whether many people come from one named place to another: "16,000 from Darfur reached Chad".

    So do families wherever they arrive, and a people who enter a country.
    """
    listed = settings(WORDS)
    verb = noun.head
    told = verb.lemma_.lower()
    head = phrase.doc[phrase.what.head]
    after = behind(verb, phrase)
    if told not in listed["coming"] or not _is_many(phrase) or not is_of_movers(noun, phrase):
        return False
    if head.lemma_.lower() in listed["settled"] or noun.dep_ != "nsubj":
        return False
    if not {token.lemma_.lower() for token in after}.isdisjoint(listed["errands"]):
        return False
    if told in listed["entering"]:
        ends = [kid for kid in verb.children if kid.dep_ == "dobj"]
        named = any(end.pos_ == "PROPN" for end in ends)
        towns = listed["refuges"] if told == "reach" else ()
        return named or any(end.lemma_.lower() in {*listed["lands"], *towns} for end in ends)
    ways = [kid for kid in verb.children if kid.dep_ == "prep"]
    own = [kid for kid in noun.children if kid.dep_ == "prep"]
    come = any(_named(way) for way in ways if way.lower_ in ("in", "at", "to"))
    left = any(_named(way) for way in (*ways, *own) if way.lower_ == "from")
    return come and (left or head.lemma_.lower() in listed["households"])


def _named(way: Token) -> bool:
    """Whether a preposition has a name below it: "in Chad", "from Tanganyika province"."""
    return any(
        token.pos_ == "PROPN" for end in way.children if end.dep_ == "pobj" for token in end.subtree
    )


def _is_many(phrase: Phrase) -> bool:
    """Whether a hundred or more are counted, or families."""
    told = phrase.doc[phrase.first : phrase.last]
    return any(
        len(token.text) > _DIGITS
        if token.text[0].isdigit()
        else token.lower_ in settings(WORDS)["many"]
        for token in told
    )


def _leaves(verb: Token) -> bool:
    """Whether people leave where they live: a place by name, or nothing that is said.

    "About 4,000 have left for Tai", "2,000 people had left"; not "left the meeting", "left hungry".
    """
    left = [child for child in verb.children if child.dep_ in _LEFT and child.i > verb.i]
    if verb.lower_ in ("left", "leave", "leaving") and not left:
        return True
    homes = settings(WORDS)["quitted"]
    return any(
        child.pos_ == "PROPN" or child.lower_ == "it" or child.lemma_.lower() in homes
        for child in left
        if child.dep_ in ("dobj", "oprd")
    )


def _flown(noun: Token, phrase: Phrase) -> Token | None:
    """The verb of flight behind what people do now: "5,600 are in Panyang, having fled Uror"."""
    words = settings(WORDS)["fleeing"]
    if not is_of_movers(noun, phrase):
        return None
    for child in noun.head.children:
        under = child.children if child.lower_ == "after" else (child,)
        for verb in under:
            told = verb.dep_ in ("advcl", "pcomp") and verb.lemma_.lower() in words
            if told and not any(kid.dep_ in _SUBJECTS for kid in verb.children):
                return verb
    return None


def _having_fled(noun: Token, phrase: Phrase) -> Token | None:
    """The verb in "some 5,600 herders already in camps, having fled Nyal", which is no sentence."""
    words = settings(WORDS)["fleeing"]
    return next(
        (
            verb
            for verb in noun.children
            if verb.lemma_.lower() in words
            and any(kid.lower_ == "having" for kid in verb.children)
            and is_of_movers(noun, phrase)
        ),
        None,
    )


def _is_driven_from_home(verb: Token, phrase: Phrase) -> bool:
    if verb.lemma_.lower() not in (*settings(WORDS)["driving"], *settings(WORDS)["sending"]):
        return False
    if _travels(phrase):
        return False
    words = [token.lower_ for token in phrase.doc[verb.i : phrase.end]]
    wilds = not set(settings(WORDS)["wilds"]).isdisjoint(words)
    if wilds and "into" in words and verb.lemma_.lower() in settings(WORDS)["sending"]:
        return True  # "sending 3,000 people into the swamps"
    border = not set(settings(WORDS)["borders"]).isdisjoint(words)
    if border and not {"across", "over", "into"}.isdisjoint(words):
        return True
    if verb.lemma_.lower() in settings(WORDS)["driving"]:
        # Nobody but who lives there is driven "out of the town".
        noun = phrase.doc[phrase.what.head]
        homes = {*settings(WORDS)["homes"]}
        if is_of_movers(noun, phrase) and not _is_by_peace(verb):
            homes |= {*settings(WORDS)["quitted"]}
        if not {"from", "out"}.isdisjoint(words) and not homes.isdisjoint(words):
            return True
        if _goes_to_a_place(verb, phrase):
            return True
    # "Shelling pushed hundreds of people to leave Idlib", "sent 2,000 residents fleeing".
    return any(
        child.dep_ in ("xcomp", "ccomp", "advcl", "acl", "relcl") and _is_to_flee(child)
        for head in (verb, *verb.children)
        for child in head.children
    )


def _is_by_peace(verb: Token) -> bool:
    """Whether what drives people out is a price or a ban."""
    causes = settings(WORDS)["peaceful_causes"]
    return any(kid.lemma_.lower() in causes for kid in verb.children if kid.dep_ == "nsubj")


def _travels(phrase: Phrase) -> bool:
    """Whether those counted are on the way to a match, to work or to a shrine."""
    noun = phrase.doc[phrase.what.head]
    return noun.lemma_.lower() in settings("languages/en/flights.toml")["travellers"]


def _is_to_flee(verb: Token) -> bool:
    if verb.lemma_.lower() in settings(WORDS)["driven_to"]:
        return True
    after = verb.doc[verb.i + 1 : verb.i + 5]
    if verb.lemma_.lower() == "run":
        return any(token.lemma_.lower() in settings(WORDS)["refuges"] for token in after)
    return shelters(verb, after)


def _goes_to_a_place(verb: Token, phrase: Phrase) -> bool:
    """Whether people are driven from a place by name, or into one: "drove 6,000 from Bria"."""
    noun = phrase.doc[phrase.what.head]
    if not (phrase.what.kind == "none" or is_of_movers(noun, phrase)):
        return False
    ways = settings(WORDS)["ways_driven"]
    preps = [kid for token in (verb, noun) for kid in token.children if kid.lower_ in ways]
    preps += [kid for prep in preps for kid in prep.children if kid.lower_ == "of"]
    ends = [end for prep in preps for end in prep.children if end.dep_ == "pobj"]
    ends += [
        end
        for whole in ends
        for of in whole.children
        if of.lower_ == "of"
        for end in of.children
        if end.dep_ == "pobj"
    ]
    havens = {*settings(WORDS)["lodgings"], *settings(WORDS)["havens"]}
    return any(
        end.pos_ == "PROPN" or (end.head.lower_ == "into" and end.lower_ in havens) for end in ends
    )


def flees_somewhere(verb: Token) -> bool:
    """Return whether a verb says that people crossed a border or were driven from home."""
    after = [token.lower_ for token in verb.doc[verb.i + 1 : verb.i + 1 + NEAR]]
    moves: dict[str, list[str]] = settings(WORDS)["moves"]
    told = verb.lemma_.lower()
    if told in settings(WORDS)["driving"]:
        return "from" in after and not set(settings(WORDS)["homes"]).isdisjoint(after)
    if told == "cross":
        return not {*moves["cross"], "from"}.isdisjoint(after)
    return told == "return" and "to" in after


def _is_armed(phrase: Phrase) -> bool:
    return any(map(is_armed_noun, phrase.doc[phrase.what.start : phrase.what.last]))


def is_armed_noun(noun: Token) -> bool:
    """Return whether a noun is one of fighters, police or crowds."""
    return noun.lemma_.lower() in _armed() or noun.lower_ in _armed()


@cache
def _armed() -> frozenset[str]:
    """Nouns of fighters, police and crowds, as the table of roles has them."""
    return frozenset(
        row["word"]
        for row in table("languages/en/roles.csv")
        if row["class"] in {"person", "unit", "crowd"} and row["kind"] not in _UNARMED
    )


def _has_a_name(noun: Token) -> bool:
    """Whether a word for a place has its name before it: "the Suru valley"."""
    return any(kid.pos_ == "PROPN" and kid.dep_ in ("compound", "nmod") for kid in noun.children)
