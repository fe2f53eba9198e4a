"""What a noun phrase is to the verb or noun that governs it: who does, who suffers, who is beside.

"The army's raid", "a raid by the army" and "the army raided" put the army into one part; so do
verbs that share a subject ("entered the town and killed twelve") and clauses on a noun ("militants
who attacked the post").
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.coding.syntax import Token

_THROUGH = frozenset({"conj", "appos"})
_OWNERS = frozenset({"compound", "amod", "nmod", "poss", "npadvmod", "nummod", "quantmod"})
_SUBJECTS = frozenset({"nsubj", "csubj"})
_PASSIVE = frozenset({"nsubjpass", "auxpass"})
_OBJECTS = frozenset({"dobj", "dative", "oprd", "attr", "pobj"})
_CHAINED = frozenset({"conj", "xcomp", "advcl", "pcomp", "ccomp", "acl", "prep"})
_LONGEST = 12


@dataclass(frozen=True, slots=True)
class Role:
    """The part of a phrase in its clause.

    ``part`` is "does" (subject, or what follows "by"), "suffers" (object, or passive subject),
    "owner" (before a noun: "regime raids"), a preposition, or "alone"; ``governor`` is the token
    index of the word that gives the part. ``within`` is true where the phrase only belongs to the
    noun that has the part ("positions of the militants").
    """

    part: str
    governor: int
    within: bool


def role_of(head: Token, events: frozenset[int]) -> Role:
    """Return the part of the phrase headed by ``head``; ``events`` are the tokens of triggers."""
    token, within = head, False
    for _ in range(_LONGEST):
        relation, over = token.dep_, token.head
        if over.i == token.i:
            break
        if relation in _THROUGH:
            token = over
        elif relation in _OWNERS:
            if over.i in events:
                return Role("owner", over.i, within)
            token, within = over, True
        elif relation in ("pobj", "pcomp"):
            governor, word = over.head, over.lower_
            if over.dep_ == "agent" or word == "by":
                return Role("does", governor.i, within)
            if governor.i in events or governor.pos_ in ("VERB", "AUX"):
                return Role(word, governor.i, within)
            if word == "of":
                token = governor
            else:
                token, within = governor, True
        elif relation in _SUBJECTS:
            return Role("does", over.i, within)
        elif relation in _PASSIVE or relation in _OBJECTS:
            return Role("suffers", over.i, within)
        else:
            break
    return Role("alone", token.i, within)


def tie_of(role: Role, head: Token, trigger: Token) -> str:
    """Return how the word that gives a role is tied to a trigger.

    "here" where it is the trigger; "shares" where the trigger takes its subject from it; "clause"
    where the trigger stands in a clause on the phrase itself; "object", "subject" or a preposition
    where the trigger is a noun with that part under it; "under" where it stands below the trigger;
    "apart" else.
    """
    governor = trigger.doc[role.governor]
    if governor.i == trigger.i:
        return "here"
    clause = _clause(head, trigger)
    if clause:
        return clause
    token = trigger
    for _ in range(_LONGEST):
        if token.pos_ in ("VERB", "AUX"):
            has_own = any(
                child.dep_ in _SUBJECTS or (child.dep_ in _PASSIVE and child.dep_ != "auxpass")
                for child in token.children
            )
            if has_own:
                return "apart"
            if token.dep_ not in _CHAINED:
                break
            token = token.head
            if token.dep_ == "prep" or token.pos_ == "ADP":
                token = token.head
            if token.i == governor.i:
                return "shares"
            continue
        relation, over = token.dep_, token.head
        if over.i == token.i:
            break
        if relation == "conj":
            token = over
            if token.i == governor.i:
                return "beside"
        elif relation in ("compound", "appos"):
            token = over
            if token.i == governor.i:
                return "within"
        elif over.i == governor.i:
            return "subject" if relation in _SUBJECTS else "object"
        elif relation == "pobj":
            if over.head.i == governor.i:
                return f"in:{over.lower_}"
            token = over.head
            if token.pos_ in ("VERB", "AUX"):
                break
        elif relation in ("dobj", "nsubjpass"):
            token = over  # the verb that carries the noun: "launched an attack, killing"
        else:
            break
    below = governor
    for _ in range(4):
        if below.head.i == below.i:
            break
        if below.head.i == trigger.i:
            return f"under:{below.dep_}"
        below = below.head
    return "apart"


def _clause(head: Token, trigger: Token) -> str:
    """How a clause on the phrase itself gives it a part in the trigger's event, or ""."""
    token = trigger
    for _ in range(3):
        if token.dep_ in ("relcl", "acl"):
            break
        if token.dep_ not in ("conj", "xcomp", "dobj", "advcl"):
            return ""
        token = token.head
    if token.dep_ not in ("relcl", "acl"):
        return ""
    noun = token.head
    while noun.i != head.i and noun.dep_ in ("conj", "appos"):
        noun = noun.head
    if noun.i != head.i and token.head.i != head.i:
        return ""
    passive = any(child.dep_ in _PASSIVE for child in token.children) or (
        token.dep_ == "acl" and token.tag_ == "VBN"
    )
    return "clause:suffers" if passive else "clause:does"


def is_displaced(noun: Token) -> bool:
    """Return whether a noun is the first of two subjects of a verb, which cannot be its own.

    In "police and guards executed ten men, the monitor said" the parser takes the first verb for
    a participle of its subject, and both for who speaks.
    """
    subjects = [kid for kid in noun.head.children if kid.dep_ == "nsubj"]
    return noun.dep_ == "nsubj" and len(subjects) > 1 and noun.i != subjects[-1].i


def shared_subjects(verb: Token) -> list[Token]:
    """Return the subjects that a verb takes from the one it is joined to.

    Somebody's people do what he says, but do not speak in his stead: "the ministry said its troops
    had left but denied" has the ministry deny it.
    """
    if verb.dep_ != "conj" or verb.head.pos_ != "VERB":
        return []
    first = verb.head
    subjects = [child for child in first.children if child.dep_ in _SUBJECTS]
    owned = any(child.tag_ == "PRP$" for noun in subjects for child in noun.children)
    if owned and first.dep_ == "ccomp":
        return [child for child in first.head.children if child.dep_ in _SUBJECTS]
    return subjects


def is_subject(token: Token) -> bool:
    """Return whether a word, or the noun that it stands before, is a subject, or follows "by"."""
    while token.dep_ in ("compound", "amod", "poss", "nmod") and token.head.i > token.i:
        token = token.head
    by = token.dep_ == "pobj" and token.head.lower_ == "by"
    return token.dep_ in ("nsubj", "nsubjpass") or by


def is_acted_on(token: Token) -> bool:
    """Return whether a word is an object, or of those of whom one counts: "killed ten of them"."""
    of = token.head
    return token.dep_ == "dobj" or (
        token.dep_ == "pobj" and of.lower_ == "of" and of.head.dep_ == "dobj"
    )


def doers_of_clause(token: Token) -> frozenset[int]:
    """Return the subjects, as token indices, of the clause in which a word is an object.

    A pronoun there is none of them: "soldiers who pursued bandits killed ten of them".
    """
    verb = token
    for _ in range(_LONGEST):
        if verb.pos_ in ("VERB", "AUX") or verb.head.i == verb.i:
            break
        verb = verb.head
    own = [kid for kid in verb.children if kid.dep_ == "nsubj"] or shared_subjects(verb)
    return frozenset(word.i for one in own for word in (one, *one.conjuncts))
