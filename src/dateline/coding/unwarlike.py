"""Words of war that tell of no war: figures of speech, hunts, accidents, private crime, statistics.

"Struck down the law", "poachers killed 37 elephants", "a gas explosion killed five", "shot dead his
estranged wife", "murders rose to 510". Which words make them is data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from dateline.coding.findings import Findings
from dateline.coding.plain_text import lower
from dateline.coding.syntax import Token
from dateline.coding.triggers import Trigger
from dateline.knowledge.files import settings
from dateline.knowledge.lexicon import speech
from dateline.model import ActorKind

WORDS = "languages/en/unwarlike.toml"
"""Where these words are kept."""

HIGHEST = 5
"""How many words above a crime the noun is looked for that rises or falls."""

_SEIZING = frozenset({"seize", "disrupt", "arrest", "loot"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OBJECTS = frozenset({"dobj", "nsubjpass"})
_SELVES = frozenset({"himself", "herself"})
_NOUNS = ("NOUN", "PROPN", "ADJ", "NUM")
_UNARMED = frozenset({ActorKind.CIVILIANS, ActorKind.OTHER, ActorKind.UNIDENTIFIED})


def find_unwarlike(findings: Findings) -> frozenset[int]:
    """Return the triggers of a report, by their index, that tell of no war."""
    accidents = frozenset(_accidents(findings))
    doc = findings.document.doc
    out: set[int] = set()
    for index, group in _by_sentence(findings).items():
        armed = _has_armed(findings, index)
        if index in accidents or _is_robbery(findings, group, armed=armed):
            out |= {trigger.index for trigger in group}
            continue
        idioms = list(_idioms(findings, index))
        figures = {t.head for t in group if any(a <= t.head < b for a, b in idioms)}
        for trigger in group:
            head = doc[trigger.head]
            # Whose figure of speech it is ("the visitors' troops") stands or falls with it.
            figure = trigger.head in figures or (head.dep_ in _SUBJECTS and head.head.i in figures)
            if _is_hunt(findings, head) or _is_private(head):
                out.add(trigger.index)
                out |= {t.index for t in group if not armed or _is_of_himself(doc[t.head])}
            elif _is_suicide(head):
                out |= {t.index for t in group if t is trigger or len(group) == 1}
            elif not armed and _is_quarrel(head):
                out |= {t.index for t in group}
            elif figure or _is_statistic(head, trigger) or _is_pastime(head):
                out.add(trigger.index)
            elif _is_of_private_fate(head):
                out |= {t.index for t in group}
            elif _is_parade(head):
                # "Mourners gathered for those killed in an air strike" tells of the strike.
                out |= {t.index for t in group if t is trigger or "protest" in t.concepts}
            elif _is_debate(head, armed=armed):
                out |= {t.index for t in group}
        if _is_smuggling(group, figures):
            out |= {t.index for t in group}
    return frozenset(out)


def _is_smuggling(group: list[Trigger], figures: set[int]) -> bool:
    """Whether smuggled goods are seized, and nothing else but arrests is told of."""
    return any(_SEIZING & set(t.concepts) for t in group if t.head in figures) and all(
        t.head in figures or "arrest" in t.concepts for t in group
    )


def _has_armed(findings: Findings, sentence: int) -> bool:
    """Whether soldiers, police, rebels or a crowd have a part in a sentence.

    A mere capital has none, nor who only says so: "..., police said".
    """
    doc = findings.document.doc
    places = {place.head for place in findings.within(findings.places, sentence)}
    return any(
        actor.kind not in _UNARMED
        for mention in findings.within(findings.actors, sentence)
        if mention.head not in places and not _speaks(doc[mention.head])
        for actor in mention.actors
    )


def _speaks(noun: Token) -> bool:
    return noun.dep_ == "nsubj" and noun.head.lemma_.lower() in speech().verbs


def _words() -> dict[str, Any]:
    return settings(WORDS)


@cache
def _pattern() -> re.Pattern[str]:
    never = "|".join(_words()["never"])
    word = rf"(?:(?!(?:{never})\b)[\w'’.-]+ )"
    idioms = (re.sub(r"<(\d)>", lambda n: f"{word}{{0,{n[1]}}}", i) for i in _words()["idioms"])
    return re.compile(rf"\b(?:{'|'.join(idioms)})\b")


def _by_sentence(findings: Findings) -> dict[int, list[Trigger]]:
    out: dict[int, list[Trigger]] = {}
    for trigger in findings.triggers:
        out.setdefault(trigger.sentence, []).append(trigger)
    return out


def _idioms(findings: Findings, sentence: int) -> Iterator[tuple[int, int]]:
    """The token ranges of the figures of speech in a sentence."""
    span = findings.document.span(findings.document.sentences[sentence])
    for match in _pattern().finditer(lower(span.text)):
        found = span.cover(*match.span())
        yield found.start, found.end


def _accidents(findings: Findings) -> Iterator[int]:
    """The sentences that tell of an explosion which nobody set off, and go on telling of it.

    An armed actor, or any word that may give an event away beside blast and harm, makes it no
    accident.
    """
    words = _words()
    blasts, calm = frozenset(words["blasts"]), frozenset(words["blasts"] + words["harm"])
    known = False
    groups = _by_sentence(findings)
    for sentence in findings.document.sentences:
        group = groups.get(sentence.index, [])
        # "Fireworks set off a blast": what it was, the blast tells.
        lemmas = {trigger.lemma for trigger in group} - {"set off"}
        other = not calm.issuperset(lemma.split()[0] for lemma in lemmas)
        if other or _has_armed(findings, sentence.index):
            known = False
            continue
        known = known or any(
            trigger.lemma.split()[0] in blasts and _bursts_of_itself(findings, trigger)
            for trigger in group
        )
        if known and group:
            yield sentence.index


def _bursts_of_itself(findings: Findings, trigger: Trigger) -> bool:
    """Whether a blast is one of gas or fireworks, or happens in a mine or a refinery."""
    causes = frozenset(_words()["accidental"])
    head = findings.document.doc[trigger.head]
    if trigger.lemma in _words()["set_off"] and _is_done_to_something(head):
        return False
    verb = head.head if head.dep_ in _SUBJECTS | {"dobj"} else head
    near: list[Token] = []
    for token in (head, verb):
        for child in token.children:
            if child.dep_ in _SUBJECTS | {"compound", "amod", "nmod"}:
                near.append(child)
            elif child.dep_ in ("prep", "agent"):
                near += child.children
    near += [child for token in list(near) for child in token.children if child.dep_ == "compound"]
    pits = _words()["pits"]
    if any(n.dep_ == "pobj" and n.head.lower_ in ("in", "at") and n.lower_ in pits for n in near):
        return True
    return any(token.lemma_.lower() in causes or token.lower_ in causes for token in near)


def _is_done_to_something(verb: Token) -> bool:
    """Whether somebody blew something up: "a gas pipeline was blown up", but not "blew up"."""
    passive = verb.tag_ == "VBN" and not any(kid.lower_ in ("has", "had") for kid in verb.children)
    return passive or any(child.dep_ == "dobj" for child in verb.children)


def _is_robbery(findings: Findings, group: list[Trigger], *, armed: bool) -> bool:
    """Whether robbers act in a sentence in which nobody is killed or taken hostage.

    So do those who rob a bank or a shop, where no ``armed`` group or crowd is told of.
    """
    grave = any(
        "hostage" in trigger.lemma or not {"kill", "die"}.isdisjoint(trigger.concepts)
        for trigger in group
    )
    robbers, tills = frozenset(_words()["robbers"]), frozenset(_words()["tills"])
    doc = findings.document.doc
    if grave:
        return False
    if not armed and any(
        child.dep_ in _OBJECTS and child.lemma_.lower() in tills
        for trigger in group
        if trigger.lemma in _words()["robbing"]
        for child in doc[trigger.head].children
    ):
        return True
    return any(
        child.lemma_.lower() in robbers
        for trigger in group
        for verb in (doc[trigger.head], doc[trigger.head].head)
        for child in (verb, *verb.children)
        if child.dep_ == "nsubj" or child is verb
    )


def _is_hunt(findings: Findings, head: Token) -> bool:
    """Whether animals kill or are killed, and nobody else is."""
    animals = frozenset(_words()["animals"])
    if head.dep_ == "conj" and not any(child.dep_ in _SUBJECTS for child in head.children):
        return head.head.pos_ == "VERB" and any(
            child.dep_ == "nsubj" and _is_animal(child, animals) for child in head.head.children
        )
    if head.dep_ == "acl" and head.tag_ == "VBG" and _is_animal(head.head, animals):
        return True
    for child in head.children:
        that = child.tag_ in ("WDT", "WP") and head.dep_ == "relcl"
        if child.dep_ == "nsubj" and _is_animal(head.head if that else child, animals):
            return True
        if child.dep_ in _OBJECTS and _is_animal(child, animals):
            people = {mention.head for mention in findings.actors}
            return all(other.i not in people for other in child.conjuncts)
        if child.dep_ == "compound" and head.pos_ == "NOUN" and _is_animal(child, animals):
            return True
        if child.dep_ in ("prep", "agent") and child.lower_ in ("of", "by"):
            hunted = list(child.children)
            if hunted and all(_is_animal(noun, animals) for noun in hunted):
                return True
    return False


def _is_animal(noun: Token, animals: frozenset[str]) -> bool:
    """Whether a word is an animal: no "Tigers" or "lone wolf"."""
    lemma = noun.lemma_.lower()
    if noun.pos_ != "NOUN" or animals.isdisjoint((lemma, lemma.removesuffix("s"))):
        return False
    # Dogs of the police bite for it.
    lone = any(child.lower_ in ("lone", "police", "army", "guard") for child in noun.children)
    lone = lone or (noun.i > 0 and noun.nbor(-1).lower_ in ("lone", "-"))
    return not lone and (noun.is_sent_start or noun.text[:1].islower())


def _is_private(head: Token) -> bool:
    """Whether somebody alone kills his own family or his boss, and nobody else."""
    kin, loners = _words()["kin"], _words()["loners"]
    if any(
        _is_own_kin(noun, kin) for by in head.children if by.dep_ == "agent" for noun in by.children
    ):
        return True
    objects = [child for child in head.children if child.dep_ == "dobj"]
    if not objects:
        return False
    doers = [child for child in head.children if child.dep_ == "nsubj"]
    verb = head
    while not doers and verb.dep_ in ("conj", "advcl", "xcomp") and verb.head.i != verb.i:
        verb = verb.head
        doers = [child for child in verb.children if child.dep_ == "nsubj"]
    if not doers or list(doers[0].conjuncts) or doers[0].tag_ == "NNS":
        return False
    alone = doers[0].pos_ == "PROPN" or doers[0].lemma_.lower() in loners
    parent = doers[0].lemma_.lower() in kin
    return alone and any(
        all(
            victim.lemma_.lower() in kin or victim.lower_ in _SELVES
            for victim in (noun, *noun.conjuncts)
        )
        and _is_own_kin(noun, kin, theirs=parent)
        for noun in objects
    )


def _is_own_kin(noun: Token, kin: list[str], *, theirs: bool = False) -> bool:
    """Whether a word is for somebody's own family: "her husband", of a parent "their son"."""
    owners = ("his", "her", "their") if theirs else ("his", "her")
    return noun.lemma_.lower() in kin and any(
        kid.dep_ == "poss" and kid.lower_ in owners for kid in noun.children
    )


def _is_quarrel(head: Token) -> bool:
    """Whether somebody is killed or hurt in a quarrel over what is no one else's: "over money"."""
    words = _words()
    return any(
        noun.lemma_.lower() in words["quarrels"] and _is_petty(noun)
        for link in head.children
        if link.dep_ == "prep" and link.lower_ in ("in", "during", "after", "over")
        for noun in link.children
    )


def _is_petty(quarrel: Token) -> bool:
    words = _words()
    return any(
        kid.lemma_.lower() in words["domestic"]
        if kid.dep_ in ("amod", "compound", "poss")
        else kid.lower_ in ("over", "about")
        and any(w.lemma_.lower() in words["private"] for w in kid.subtree)
        for kid in quarrel.children
    )


def _is_of_private_fate(head: Token) -> bool:
    """Whether police arrest somebody over what became of a child or a neighbour."""
    words = _words()
    if head.lemma_.lower() not in words["arresting"]:
        return False
    return any(
        fate.lemma_.lower() in words["fates"]
        and any(
            whose.lemma_.lower() in words["missing"]
            for of in fate.children
            for whose in ((of,) if of.dep_ == "poss" else of.children if of.lower_ == "of" else ())
        )
        for link in head.subtree
        if link.dep_ == "prep" and link.lower_ in ("over", "for", "with", "about", "in", "of")
        for fate in link.children
    )


def _is_of_himself(head: Token) -> bool:
    """Whether somebody does it to himself: "before killing himself"."""
    return any(child.dep_ == "dobj" and child.lower_ in _SELVES for child in head.children)


def _is_suicide(head: Token) -> bool:
    """Whether somebody kills himself and nobody else, and not by a bomb."""
    return head.lemma_.lower() in _words()["suicides"] and any(
        child.dep_ == "dobj" and child.lower_ in _SELVES and not list(child.conjuncts)
        for child in head.children
    )


def _is_parade(head: Token) -> bool:
    """Whether veterans, bands or pilgrims march or gather, and demand nothing."""
    words = _words()
    if head.lemma_.lower() not in words["parading"]:
        return False
    # The tagger takes "the band marches" for a noun, too.
    kinds = ("nsubj",) if head.pos_ == "VERB" else ("nsubj", "compound")
    nouns = [n for child in head.children if child.dep_ in kinds for n in (child, *child.conjuncts)]
    nouns += [n for of in nouns for kid in of.children if kid.lower_ == "of" for n in kid.children]
    return any(noun.lemma_.lower() in words["paraders"] for noun in nouns) and not any(
        token.lower_ in words["angry"] for token in head.subtree
    )


def _is_debate(head: Token, *, armed: bool) -> bool:
    """Whether politicians clash over a policy, or in a debate; if ``armed`` men do, it is none."""
    words = _words()
    if head.lemma_.lower() != "clash" or head.pos_ != "VERB":
        return False
    nouns = [child for child in head.children if child.dep_ == "nsubj"]
    if armed and not any(noun.lemma_.lower() in words["politicians"] for noun in nouns):
        return False
    return any(
        (link.lower_ in ("over", "about") and noun.lemma_.lower() in words["policies"])
        or (link.lower_ in ("in", "at", "during") and noun.lemma_.lower() in words["debates"])
        for link in head.children
        if link.dep_ == "prep"
        for noun in link.children
    )


def _is_pastime(head: Token) -> bool:
    """Whether people gather to see something: "thousands gathered to watch the eclipse"."""
    words = _words()
    verb = head.head if head.dep_ == "nsubj" else head
    silent = any(child.lower_ == "silent" for child in verb.children)
    if verb.lemma_.lower() != "gather" and not silent:
        return False
    places = [noun for prep in verb.children if prep.dep_ == "prep" for noun in prep.children]
    return any(
        child.dep_ in ("xcomp", "advcl", "acl", "relcl")
        and child.lemma_.lower() in words["pastimes"]
        for over in (verb, *places)
        for child in over.children
    ) or any(
        noun.lemma_.lower() in words["occasions"] for noun in places if noun.head.lower_ == "for"
    )


def _is_rate(head: Token) -> bool:
    """Whether deaths rise or fall at a rate, not to a number: "the number rose by a tenth"."""
    words = _words()
    noun = head
    while noun.dep_ in ("pobj", "amod", "conj", "compound") and noun.head.pos_ in (*_NOUNS, "ADP"):
        noun = noun.head
    verb = noun.head
    return (
        noun.dep_ == "nsubj"
        and verb.lemma_.lower() in words["trends"]
        and any(
            word.lower_ in words["rates"]
            for link in verb.children
            if link.lower_ == "by" or link.dep_ in ("npadvmod", "dobj")
            for word in link.subtree
        )
    )


def _is_statistic(head: Token, trigger: Trigger) -> bool:
    """Whether crimes are counted over time: "murders rose to 510", "a fall in kidnappings"."""
    words = _words()
    if head.pos_ == "VERB" and head.lemma_.lower() in words["trends"]:
        # "Murders fell", where nobody did.
        return any(
            child.dep_ == "nsubj" and child.lemma_.lower().removesuffix("s") in words["crimes"]
            for child in head.children
        )
    if "die" in trigger.concepts and _is_rate(head):
        return True
    many = head.tag_ in ("NNS", "NNPS") or head.lemma_.lower() in words["mass"]
    # The tagger takes "Kidnappings" at the head of a sentence for a name.
    many = many or (bool(head.is_sent_start) and head.lower_.endswith("ings"))
    named = any(child.dep_ in ("det", "poss") for child in head.children)
    if not many or named or set(words["counted"]).isdisjoint(trigger.concepts):
        return False
    noun = head
    for _ in range(HIGHEST):
        if noun.dep_ == "nsubj":
            return noun.head.lemma_.lower() in words["trends"]
        if noun.dep_ == "conj" and noun.head.pos_ == "VERB":
            # "Murders fell by a tenth and kidnappings by a fifth".
            by = any(child.lower_ == "by" for child in noun.children)
            return by and noun.head.lemma_.lower() in words["trends"]
        if noun.dep_ == "pobj" and noun.head.lower_ == "in":
            return (
                noun.head.head.pos_ == "NOUN" and noun.head.head.lemma_.lower() in words["trends"]
            )
        if noun.dep_ == "pobj" and noun.head.lower_ in ("of", "for", "from"):
            noun = noun.head.head
        elif noun.dep_ in ("conj", "compound"):
            noun = noun.head
        else:
            return False
    return False
