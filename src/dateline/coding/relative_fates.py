"""What a further clause tells of those counted: "80 people whom gunmen had kidnapped".

A relative clause does, and one that means them by a pronoun: "dragged a man out and shot him dead".
"""

from __future__ import annotations

from dateline.coding.measure_words import Governor, patient_word, words, words_of
from dateline.coding.measures import Phrase
from dateline.coding.syntax import Token
from dateline.model import Measure

_RELATIVE = frozenset({"who", "which", "that"})
_GAPS = frozenset({"whom", "that", "which", "who"})
_THEM = frozenset({"him", "her", "them"})
_ONWARD = frozenset({"conj", "advcl"})
_OWN = frozenset({"dobj", "nsubjpass"})
_OTHERS = frozenset({"nsubj", "nsubjpass", "dobj", "neg"})
_PAST = frozenset({"VBN", "VBD"})
_NEAR = 3
"""How many words behind the pronoun may tell that those who were shot or burned are dead."""


def done_to(phrase: Phrase) -> Governor | None:
    """Return the measure of the verb of a relative clause whose object those counted are.

    "Who" of the clause is somebody else ("whom they had abducted"), and the noun stands before it.
    """
    doc = phrase.doc
    for verb in doc[phrase.what.head].children:
        if verb.dep_ == "acl" and verb.tag_ == "VBN" and phrase.last <= verb.i < phrase.end:
            # "Six teachers of the school at Kongi seized by armed men."
            found = patient_word(verb, phrase.what.kind)
            if found and any(kid.dep_ == "agent" for kid in verb.children):
                return found
        if verb.dep_ != "relcl" or verb.i < phrase.last or verb.i >= phrase.end:
            continue
        subject = next((kid for kid in verb.children if kid.dep_ == "nsubj"), None)
        if subject is None or subject.lower_ in _RELATIVE:
            continue
        if any(kid.dep_ == "dobj" and kid.lower_ not in _GAPS for kid in verb.children):
            continue
        if (found := patient_word(verb, phrase.what.kind)) is not None:
            return found
    return None


def then_killed(phrase: Phrase) -> Governor | None:
    """Return that those counted were killed, where a later verb means them by a pronoun.

    "Dragged a teacher out of his house and shot him dead", "locked 19 people into a church and set
    it on fire, burning them alive". Behind a passive they need none: "were taken from their homes
    and shot". Or they are "found dead".
    """
    noun = phrase.doc[phrase.what.head]
    if noun.dep_ not in _OWN:
        return None
    if noun.dep_ == "nsubjpass" and (verb := _then_done(noun.head, phrase)) is not None:
        return Governor(Measure.KILLED, verb.i)
    if (dead := _found_dead(noun, phrase)) is not None:
        return Governor(Measure.KILLED, dead.i)
    verbs = [noun.head]
    for verb in verbs:
        verbs += [kid for kid in verb.children if kid.dep_ in _ONWARD and kid.i >= phrase.last]
        if verb.i >= phrase.last and _kills_them(verb, phrase):
            return Governor(Measure.KILLED, verb.i)
    return None


def done_to_them_then(phrase: Phrase) -> Governor | None:
    """Return the measure of the main verb done to those whom a participle only describes.

    "Two aides wounded in an ambush were killed in hospital", "three teachers sent to a village
    school were kidnapped".
    """
    noun = phrase.doc[phrase.what.head]
    verb = noun.head
    if noun.dep_ != "nsubjpass" or verb.tag_ != "VBN" or verb.i <= phrase.last:
        return None
    said = [kid for kid in noun.children if kid.dep_ == "acl" and kid.i >= phrase.last]
    if not said or any(kid.dep_ == "neg" for kid in verb.children):
        return None
    return patient_word(verb, phrase.what.kind)


def _then_done(verb: Token, phrase: Phrase) -> Token | None:
    """The participle of killing that is joined to a passive verb of taking, and has no one else."""
    taken = patient_word(verb, phrase.what.kind)
    if taken is not None and taken.measure is not Measure.CAPTURED:
        return None
    if any(kid.dep_ == "cc" and kid.lower_ == "or" for kid in verb.children):
        return None
    for other in verb.conjuncts:
        alone = not any(kid.dep_ in _OTHERS for kid in other.children)
        counted = other.nbor(-1).like_num or other.nbor(-1).lower_ in words("countless")
        if other.i < phrase.last or other.tag_ not in _PAST or not alone or counted:
            continue
        told = patient_word(other, phrase.what.kind)
        if told is not None and told.measure is Measure.KILLED:
            return other
    return None


def _found_dead(noun: Token, phrase: Phrase) -> Token | None:
    """What says that those told of were dead when found: "taken from home, found shot dead"."""
    verb = noun.head
    if verb.lemma_ not in words("finding") or not any(kid.dep_ == "acl" for kid in noun.children):
        return None
    return next(
        (
            word
            for kid in verb.children
            if kid.dep_ in ("oprd", "acomp", "xcomp", "advmod") and phrase.last <= kid.i
            for word in kid.subtree
            if word.i < phrase.end and words_of("state").get(word.lower_) is Measure.KILLED
        ),
        None,
    )


def _kills_them(verb: Token, phrase: Phrase) -> bool:
    """Whether a verb kills whom it has for its object, a pronoun."""
    whom = next((t for t in verb.children if t.dep_ == "dobj" and t.lower_ in _THEM), None)
    told = patient_word(verb, phrase.what.kind)
    if whom is None or told is None or any(kid.dep_ == "neg" for kid in verb.children):
        return False
    if told.measure is Measure.KILLED and verb.lemma_ not in words("consuming"):
        return True
    after = phrase.doc[whom.i + 1 : min(whom.i + 1 + _NEAR, phrase.end)]
    dead = any(words_of("state").get(token.lower_) is Measure.KILLED for token in after)
    return dead or any(token.lower_ in words("lethal") for token in after)
