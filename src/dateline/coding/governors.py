"""Which word says what a counted noun's figure measures: the witnesses, in order of trust."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding import measures
from dateline.coding.bands import acting, crowd, demonstrating, takes_part
from dateline.coding.headcounts import (
    in_displacements,
    number_of_fled,
    registered,
    the_displaced_at,
)
from dateline.coding.measure_words import Governor, is_fatal, words, words_of
from dateline.coding.measures import Phrase
from dateline.coding.mentions import FigureMention
from dateline.coding.moves import driven, marches, moved, sent_away
from dateline.coding.parsed_measures import above
from dateline.coding.relative_fates import done_to, done_to_them_then, then_killed
from dateline.coding.rival_tolls import listed_toll, rival_toll
from dateline.coding.tellers import is_speaker
from dateline.coding.told_tolls import among_the_dead, labelled, toll
from dateline.coding.turns_of_phrase import turn_of_phrase
from dateline.model import Measure

_TERRITORIAL = {Measure.AREA_KM2, Measure.SETTLEMENTS}


def governors_of(phrase: Phrase, found: Sequence[FigureMention]) -> list[Governor]:
    """Return the measures of a noun phrase, as the surest witness that knows one has it.

    ``found`` are the figures before it; none where no witness knows or nothing was done. Who is
    "fatally wounded" is dead.
    """
    return [
        Governor(Measure.KILLED, one.token, one.sure, one.follows)
        if one.measure is Measure.INJURED and is_fatal(phrase.doc, one.token)
        else one
        for one in _witnesses(phrase, found)
    ]


def _witnesses(phrase: Phrase, found: Sequence[FigureMention]) -> list[Governor]:
    what = phrase.what
    if measures.is_released(phrase) or is_speaker(phrase) or measures.counts_lost_things(phrase):
        return []
    if one := measures.of_the_injured(phrase) if what.part else None:
        return [one]
    if one := measures.own_measure(phrase) or measures.of_a_deed(phrase) or then_killed(phrase):
        return [one]
    if one := done_to_them_then(phrase):
        return [one]
    noun = crowd(phrase)
    if what.kind == "none" and noun is not None:
        return [Governor(Measure.PARTICIPANTS, noun.i)]
    if what.kind == "none" and (told := measures.following_all(phrase)):
        return told
    if one := sent_away(phrase) or in_displacements(phrase):
        return [one]
    if told := measures.preceding(phrase):
        return told
    if one := measures.of_surrender(phrase) or turn_of_phrase(phrase):
        return [one]
    if measures.is_served(phrase):
        return []
    if (told := measures.following_all(phrase)) and not marches(phrase, told[0]):
        return told
    if one := measures.resulting(phrase) or done_to(phrase) or driven(phrase):
        return [one]
    if one := registered(phrase) or the_displaced_at(phrase):
        return [one]
    if one := labelled(phrase):
        return [one]
    if inherited := _inherited(phrase, found) or rival_toll(phrase, found):
        return [inherited]
    if inherited := listed_toll(phrase, found):
        return [inherited]
    if one := among_the_dead(phrase) or moved(phrase):
        return [one]
    if (told := above(phrase)) and not marches(phrase, told[0]):
        return told
    if one := toll(phrase) or number_of_fled(phrase):
        return [one]
    if one := measures.default(phrase):
        return [one]
    if noun is not None:
        return [Governor(Measure.PARTICIPANTS, noun.i)]
    if (verb := demonstrating(phrase)) is not None:
        return [Governor(Measure.PARTICIPANTS, verb.i)]
    verb = acting(phrase) if what.kind in {"person", "all", "group"} else None
    if verb is not None and takes_part(verb, phrase):
        return [Governor(Measure.PARTICIPANTS, verb.i, sure=False)]
    return []


def _inherited(phrase: Phrase, found: Sequence[FigureMention]) -> Governor | None:
    """The measure of the figure before, of which this is a part or the next item of a list."""
    before = next(
        (mention for mention in reversed(found) if mention.figure.measure not in _TERRITORIAL),
        None,
    )
    if before is None or before.first < phrase.start:
        return None
    between = phrase.doc[before.last : phrase.first]
    parts = [token.lower_ for token in between if token.is_alpha]
    near = len(between)
    inherited = Governor(before.figure.measure, before.governor, before.sure)
    told = next(
        (
            m
            for t in phrase.doc[phrase.what.start : phrase.last]
            # Hostages are told of as the others are: "14 rebels were killed, along with a hostage".
            if t.i != phrase.what.head or t.lemma_ not in words_of("default")
            if (m := words_of("state").get(t.lower_))
        ),
        None,
    )
    if told and phrase.what.kind != "none":
        inherited = Governor(told, None)
    if phrase.what.part or (parts and parts[-1] in words("hosts")):
        return inherited
    if near and between[-1].text == "," and _is_among_them(phrase):
        return inherited  # "nine people died, two nurses among them"
    if parts and parts[0] in words("hosts") and near <= 4:
        return inherited
    joined = " ".join(parts)
    if any(joined.endswith(listed) for listed in words("list_phrases")):
        far = joined.endswith(("them", "whom", "as were", "as was"))
        return inherited if near <= (14 if far else 8) else None
    if phrase.what.kind == "none" and not parts:
        return None
    if not parts:
        return inherited if near <= 1 else None
    verbs = any(token.pos_ in {"VERB", "AUX"} for token in between)
    if between[-1].text == "," and parts[0] in words("listed_at") and not verbs and near <= 8:
        return inherited  # "9 in Homs, 8 in Idlib and 5 in Hama"
    if parts[-1] in words("lists") and not verbs and near <= 10:
        return inherited
    return None


def _is_among_them(phrase: Phrase) -> bool:
    """Whether "among them" stands behind those counted."""
    after = [token.lower_ for token in phrase.doc[phrase.last : min(phrase.last + 2, phrase.end)]]
    return len(after) == 2 and after[0] in words("amid") and after[1] in ("them", "those", "whom")
