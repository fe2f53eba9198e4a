"""Who fights whom: the two sides of a clash, told apart by how the sentence names them.

"Clashes between the army and the rebels killed ten soldiers": that soldiers are among the dead
does not make the army the one attacked. Source: coding frame, "In a clash, the side named first or
on the offensive" is side a. Words are data.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.pacts import for_their_states, of_two_states, with_its_rebels
from dateline.coding.second_look import NEVER, SURE, Party, key_of, named_by, sided
from dateline.coding.syntax import Token
from dateline.coding.told_doers import subjects
from dateline.knowledge.files import settings
from dateline.model import ActorKind, Place, SubEventType

WORDS = "languages/en/opponents.toml"
"""Where the words that tie two opponents together are kept."""

DEFENCE = "languages/en/defence.toml"
"""Where the words for beating back an attack are kept."""

TRUCES = "languages/en/truces.toml"
"""Where the words for a truce and for peace are kept."""

CLASH = "clash"

UNARMED = frozenset({ActorKind.CIVILIANS, ActorKind.PROTESTERS, ActorKind.RIOTERS, ActorKind.OTHER})
"""Kinds that fight in no clash: whose sides the type of the event settles."""

BEATEN_BACK = frozenset({SubEventType.ARMED_CLASH, SubEventType.ATTACK})
"""Types of an attack that is beaten back."""

FIRE = frozenset({SubEventType.SHELLING, SubEventType.AIR_STRIKE})
"""Types of what two sides may do to each other from afar."""

_OF_NO_STATE = frozenset({ActorKind.REBEL, ActorKind.POLITICAL_MILITIA, ActorKind.IDENTITY_MILITIA})

FIGHTS = 0.3
"""From this chance of either side on somebody takes part in a fight."""

ACTS, SUFFERS = 0.6, 0.5
"""How likely who surely acts does so, and who is surely acted on suffers it."""

_OWNERS = frozenset({"amod", "compound", "poss", "nmod"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def opposed(
    findings: Findings,
    happenings: Sequence[Happening],
    everyone: Sequence[Party],
    types: dict[str, float],
    place: Place | None,
) -> list[Party]:
    """Return the parties, the two sides of a clash with their chances as the sentence has them.

    Where no sentence sets two against each other they are who acts and who else bears arms.
    """
    clashes = [one for one in happenings if CLASH in one.trigger.concepts]
    kind = next(iter(types), None)
    if kind in BEATEN_BACK and (
        told := _repelled(findings, happenings, everyone, place)
        or _trapped(findings, happenings, place)
    ):
        return [sided(party, *told) for party in everyone]
    if kind in BEATEN_BACK | FIRE and (told := _fired_on(findings, happenings, place)):
        return [sided(party, *told) for party in everyone]
    if kind in FIRE and (pair := _exchanged(findings, happenings, place)):
        return [sided(party, {pair[0]}, {pair[1]}) for party in everyone]
    if kind == SubEventType.DISPLACEMENT:
        fighting = _fled_from(findings, happenings, place)
        return [replace(one, a=SURE, b=NEVER) if one.key in fighting else one for one in everyone]
    if kind == SubEventType.AGREEMENT:
        everyone = for_their_states(everyone)
        pact = of_two_states(findings, everyone, place) if _is_truce(happenings) else None
        return pact or with_its_rebels(everyone, findings) or _at_home(everyone)
    if kind != SubEventType.ARMED_CLASH:
        return list(everyone)
    for happening in sorted(clashes, key=lambda one: -one.sure):
        first, second = opponents_of(findings.document.doc[happening.trigger.head])
        others = _keys(findings, second, place)
        ones = _keys(findings, first, place) or _the_other(everyone, others)
        if ones and others and ones.isdisjoint(others):
            return [sided(party, ones, others) for party in everyone]
        untold = not others or ones == others
        pair = _each_other(findings, happening.trigger.head, place) if untold else None
        if pair and all(party.key in pair for party in _fighting(everyone)):
            return [sided(party, {pair[0]}, {pair[1]}) for party in everyone]
    return _two(everyone, clash=bool(clashes))


def _is_truce(happenings: Sequence[Happening]) -> bool:
    """Whether a word of an agreement is that for a truce or for peace."""
    words = settings(TRUCES)
    return any(one.trigger.lemma.lower() in words["truces"] + words["peace"] for one in happenings)


def _at_home(everyone: Sequence[Party]) -> list[Party]:
    """The parties of an agreement, wherever it was signed.

    A government that comes to terms with armed groups of its own country acts for that country.
    """
    homes = {party.actor.country for party in everyone if party.actor.kind in _OF_NO_STATE}
    return [
        replace(party, actor=party.actor.model_copy(update={"kind": ActorKind.STATE_FORCES}))
        if party.actor.kind is ActorKind.EXTERNAL_FORCES
        and party.actor.country
        and party.actor.country in homes
        else party
        for party in everyone
    ]


def _fled_from(
    findings: Findings, happenings: Sequence[Happening], place: Place | None
) -> set[str]:
    """Both sides of a clash that a sentence says people fled: it drove them out together.

    Or who did something when they fled: "fled after gunmen attacked the town".
    """
    told = {happening.trigger.sentence for happening in happenings}
    found: set[str] = set()
    for happening in happenings:
        verb = findings.document.doc[happening.trigger.head]
        for clause in verb.children if verb.lemma_.lower() in settings(WORDS)["leaving"] else ():
            if clause.dep_ == "advcl" and any(
                kid.dep_ in ("mark", "advmod") and kid.lower_ in settings(WORDS)["upon"]
                for kid in clause.children
            ):
                doers = [kid for kid in clause.children if kid.dep_ == "nsubj"]
                found |= _keys(findings, _with_others(doers), place)
    for trigger in findings.triggers:
        if trigger.sentence in told and CLASH in trigger.concepts:
            for side in opponents_of(findings.document.doc[trigger.head]):
                found |= _keys(findings, side, place)
    return found


def _repelled(
    findings: Findings,
    happenings: Sequence[Happening],
    everyone: Sequence[Party],
    place: Place | None,
) -> tuple[set[str], set[str]] | None:
    """Who attacked, and who stood up to it: "the army repelled a rebel attack"; None of no such.

    Source: coding frame, the attacker is side a even where the defender is named first.
    """
    for happening in happenings:
        head = findings.document.doc[happening.trigger.head]
        verb = next((one for one in (head, head.head) if _beats_back(one)), None)
        if verb is None:
            continue
        attack = [kid for kid in verb.children if kid.dep_ in ("dobj", "nsubjpass")]
        attackers = attack + [
            word for noun in attack for word in noun.children if word.dep_ in _OWNERS
        ]
        attackers += _attached(_under(attack, "by", "of", "from"))
        # "Quick action by the guards foiled an attack" is the guards' doing.
        doers = list(subjects(verb))
        defenders = [*doers, *_under([verb, *doers], "by")]
        ones = _keys(findings, attackers, place)
        others = _keys(findings, _with_others(defenders), place) - ones
        if others and not ones:
            ones = _beaten(everyone, others)
        if others:
            return ones, others
    return None


def _trapped(
    findings: Findings, happenings: Sequence[Happening], place: Place | None
) -> tuple[set[str], set[str]] | None:
    """Who laid an ambush, if told, and who "fell into" it; None of no such."""
    words = settings(DEFENCE)
    for happening in happenings:
        trap = findings.document.doc[happening.trigger.head]
        verb = trap.head.head
        if trap.dep_ != "pobj" or trap.lemma_.lower() not in words["traps"]:
            continue
        if verb.lemma_.lower() not in words["falling"].get(trap.head.lower_, ()):
            continue
        victims = [*subjects(verb), *(kid for kid in verb.children if kid.dep_ == "nsubjpass")]
        laid = [trap, *(kid for kid in trap.children if kid.dep_ == "acl")]
        others = _keys(findings, _with_others(victims), place)
        if others:
            return _keys(findings, _under(laid, "by", "of"), place) - others, others
    return None


def _fired_on(
    findings: Findings, happenings: Sequence[Happening], place: Place | None
) -> tuple[set[str], set[str]] | None:
    """Who fired, and who came under it: "came under fire from the rebels"; None of no such."""
    words = settings(DEFENCE)
    for happening in happenings:
        fire = findings.document.doc[happening.trigger.head]
        verb = fire.head.head
        under = fire.dep_ == "pobj" and fire.head.lower_ == "under"
        if under and verb.lemma_ in words["coming"] and fire.lemma_.lower() in words["fire"]:
            ones = _keys(findings, _with_others(_under([verb, fire], "from", "by")), place)
            others = _keys(findings, _with_others(list(subjects(verb))), place)
            if ones - others:
                return ones - others, others
    return None


def _beaten(everyone: Sequence[Party], defenders: set[str]) -> set[str]:
    """The one armed party that lost men to the defenders: "repulsed a raid and killed 20 rebels".

    Nobody where there are more than one.
    """
    lost = [
        party.key
        for party in everyone
        if party.key not in defenders and party.actor.kind not in UNARMED and party.b >= FIGHTS
    ]
    return set(lost) if len(lost) == 1 else set()


def _attached(nouns: Sequence[Token]) -> list[Token]:
    """Nouns, and names that a bearing takes: "an attack of Daesh west of the town"."""
    bearings = settings(WORDS)["bearings"]
    names = [kid for one in nouns if one.lower_ in bearings for kid in one.children]
    return [*nouns, *(kid for kid in names if kid.dep_ in _OWNERS)]


def _beats_back(verb: Token) -> bool:
    """Whether a verb says that an attack failed: "repelled", "beat back", "stopped an assault"."""
    words, lemma = settings(DEFENCE), verb.lemma_.lower()
    particles = [child.lower_ for child in verb.children if child.dep_ in ("prt", "advmod")]
    told = {lemma, *(f"{lemma} {particle}" for particle in particles)}
    if not told.isdisjoint(words["failed"]):
        return True
    return not told.isdisjoint(words["stopping"]) and any(
        child.lemma_.lower() in words["attacks"]
        for child in verb.children
        if child.dep_ in ("dobj", "nsubjpass")
    )


def _under(words: Sequence[Token], *prepositions: str) -> list[Token]:
    """The nouns that hang on words by one of some prepositions."""
    return [
        noun
        for word in words
        for child in word.children
        if child.lower_ in prepositions
        for noun in child.children
        if noun.dep_ == "pobj"
    ]


def _with_others(words: Sequence[Token]) -> list[Token]:
    """Words and those joined to them by "and"."""
    return [*words, *(other for word in words for other in word.conjuncts)]


def _fighting(everyone: Sequence[Party]) -> list[Party]:
    return [
        party
        for party in everyone
        if party.actor.kind not in UNARMED and max(party.a, party.b) >= FIGHTS
    ]


def _the_other(everyone: Sequence[Party], others: set[str]) -> set[str]:
    """The one armed party that is left where only whom it fought is told; else nobody.

    Two that one phrase names are one: "soldiers from Niger and Chad died in clashes with X". Nobody
    either where those surely act: "ten rebels died in clashes with troops who attacked".
    """
    left = [party for party in _fighting(everyone) if party.key not in others]
    acts = any(party.a >= SUFFERS for party in everyone if party.key in others)
    one = len({party.at for party in left}) == 1
    return {party.key for party in left} if others and one and not acts else set()


def _two(everyone: Sequence[Party], *, clash: bool) -> list[Party]:
    """The parties, where two bear arms: who acts is not the one attacked for losses of its own.

    Where both only suffer in a clash ("five soldiers and nine rebels died"), the first named is
    side a.
    """
    fighting = _fighting(everyone)
    if len(fighting) != 2:
        return list(everyone)
    first, second = fighting
    if clash and max(first.a, second.a) < SUFFERS:
        return [sided(party, {first.key}, {second.key}) for party in everyone]
    doer, other = (first, second) if first.a >= second.a else (second, first)
    losses = doer.b >= SUFFERS
    if losses and doer.a >= ACTS and other.b >= SUFFERS and other.b > other.a:
        return [sided(party, {doer.key}, {other.key}) for party in everyone]
    return list(everyone)


def opponents_of(head: Token) -> tuple[list[Token], list[Token]]:
    """Return the words for the two sides of a clash, by its head; none for a first that is untold.

    "Fighting between A and B", "A clashed with B", "A and B exchanged fire", "clashes with B".
    """
    words = settings(WORDS)
    verb = _verb_of(head)
    clauses = [
        kid for kid in head.children if kid.dep_ == "relcl"
    ]  # "clashes that erupted between"
    for top in (head, verb, *clauses) if verb and verb is not head else (head, *clauses):
        for child in top.children:
            if child.lower_ in words["between"]:
                named = [noun for noun in child.children if noun.dep_ == "pobj"]
                if named and named[0].conjuncts:
                    sides = named[:1], list(named[0].conjuncts)
                    return sides[::-1] if named[0].lemma_.lower() in words["defending"] else sides
    fights = verb is not None and verb.lemma_.lower() in words["fighting"]
    tops = (head, verb) if verb and fights and verb != head else (head,)
    against = _under(tops, *words["against"])
    subjects = [
        child for child in (verb.children if verb and fights else ()) if child.dep_ in _SUBJECTS
    ]
    if verb is not None and not against and verb.lemma_.lower() in words["direct"]:
        against = [child for child in verb.children if child.dep_ == "dobj" and child != head]
    if against:
        return _with_others(subjects), _with_others(against)
    return _two_subjects(subjects[0]) if subjects else ([], [])


def _each_other(findings: Findings, at: int, place: Place | None) -> tuple[str, str] | None:
    """The two parties, by key, that one phrase names who fight each other, or None.

    "Thai and Cambodian soldiers exchanged fire": none where they fight somebody else.
    """
    words = settings(WORDS)
    head = findings.document.doc[at]
    verb = _verb_of(head)
    fights = verb is not None and verb.lemma_.lower() in words["fighting"]
    nouns = _under([head], *words["between"])
    for child in verb.children if verb is not None and fights else ():
        if child.dep_ == "nsubj":
            nouns.append(child)
        elif child.lower_ in words["against"] or (
            child.dep_ == "dobj" and child != head and child.lemma_.lower() not in words["mutual"]
        ):
            return None
    if len(nouns) != 1 or list(nouns[0].conjuncts):
        return None
    named = named_by(findings, nouns, place)
    keys = list(dict.fromkeys(key_of(one) for one in named if one.kind not in UNARMED))
    return (keys[0], keys[1]) if len(keys) == len(named) == 2 else None


def _exchanged(
    findings: Findings, happenings: Sequence[Happening], place: Place | None
) -> tuple[str, str] | None:
    """The two parties, by key, that shell or bomb each other, or None.

    "Ugandan and Rwandan troops shelled each other", "the army and the rebels traded mortar fire".
    """
    words = settings(WORDS)
    for happening in sorted(happenings, key=lambda one: -one.sure):
        verb = _verb_of(findings.document.doc[happening.trigger.head])
        if verb is None or not (
            verb.lemma_.lower() in words["swapping"]
            or any(kid.dep_ == "dobj" and kid.lower_ in words["mutually"] for kid in verb.children)
        ):
            continue
        doing = [kid for kid in verb.children if kid.dep_ == "nsubj"][:1]
        first, second = _two_subjects(doing[0]) if doing else ([], [])
        named = named_by(findings, first, place) + named_by(findings, _under([verb], "with"), place)
        named += named_by(findings, second, place)
        keys = list(dict.fromkeys(key_of(one) for one in named if one.kind not in UNARMED))
        if len(keys) == 2:
            return keys[0], keys[1]
    return None


def _two_subjects(subject: Token) -> tuple[list[Token], list[Token]]:
    """Two subjects joined by "and": also "soldiers and M23 fighters", read as one noun phrase."""
    for child in subject.lefts:
        if child.dep_ in ("nmod", "compound") and any(one.dep_ == "cc" for one in child.children):
            return [child], [subject]
    return [subject], list(subject.conjuncts)


def _verb_of(head: Token) -> Token | None:
    """The verb of a clash: the word itself, or the one whose subject or object it is."""
    if head.pos_ == "VERB":
        return head
    over = head.head
    return over if over.pos_ == "VERB" and head.dep_ in (*_SUBJECTS, "dobj") else None


def _keys(findings: Findings, words: Sequence[Token], place: Place | None) -> set[str]:
    """The parties, by key, that words name; none that is unarmed."""
    return {key_of(one) for one in named_by(findings, words, place) if one.kind not in UNARMED}
