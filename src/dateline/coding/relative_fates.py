"""What a relative clause tells of those counted: "rescued 80 people whom gunmen had kidnapped"."""

from __future__ import annotations

from dateline.coding.measure_words import Governor, patient_word
from dateline.coding.measures import Phrase

_RELATIVE = frozenset({"who", "which", "that"})
_GAPS = frozenset({"whom", "that", "which", "who"})


def done_to(phrase: Phrase) -> Governor | None:
    """Return the measure of the verb of a relative clause whose object those counted are.

    "Who" of the clause is somebody else ("whom they had abducted"), and the noun stands before it.
    """
    doc = phrase.doc
    for verb in doc[phrase.what.head].children:
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
