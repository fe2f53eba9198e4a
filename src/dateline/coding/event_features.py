"""What the event model looks at to decide whether a trigger tells of an event, and of which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.coding.findings import Findings
from dateline.coding.network import Matrix
from dateline.coding.syntax import Token
from dateline.coding.topics import topic_features, topics
from dateline.coding.triggers import Trigger
from dateline.knowledge.lexicon import word_classes

NAME = "~"
"""Stands for any name."""

_SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "agent"})
_NAMED_KIDS = frozenset(
    {
        "nsubj",
        "nsubjpass",
        "dobj",
        "compound",
        "amod",
        "aux",
        "neg",
        "mark",
        "poss",
        "det",
        "prt",
        "advmod",
        "nummod",
        "xcomp",
        "agent",
        "attr",
        "acomp",
    }
)


def sentence_features(findings: Findings, sentence: int) -> list[str]:
    """Return the features that all triggers of a sentence share."""
    document = findings.document
    where = document.sentences[sentence]
    features = [f"kind={where.kind}", f"nth={min(where.index, 3)}"]
    features += {f"fig={m.figure.measure}" for m in findings.within(findings.figures, sentence)}
    features += {
        f"ak={actor.kind}" for m in findings.within(findings.actors, sentence) for actor in m.actors
    }
    features += {f"pl={m.level}" for m in findings.within(findings.places, sentence)}
    features += {f"dr={m.role}" for m in findings.within(findings.dates, sentence)}
    if any(speaker.sentence == sentence for speaker in findings.speakers):
        features.append("spoken")
    features += {
        f"sc={concept}"
        for trigger in findings.triggers
        if trigger.sentence == sentence
        for concept in trigger.concepts
    }
    span = document.span(where)
    features += {f"w={lemma}" for lemma in _lemmas(span)}
    features += topic_features("told", topics([token.lower_ for token in span if token.is_alpha]))
    return sorted(features)


def report_topics(findings: Findings) -> Matrix:
    """Return the probability of each topic for the whole report, worked out once."""
    doc = findings.document.doc
    if "topics" not in doc.user_data:
        doc.user_data["topics"] = topics([token.lower_ for token in doc if token.is_alpha])
    shares: Matrix = doc.user_data["topics"]
    return shares


def report_features(findings: Findings) -> list[str]:
    """Return the features that all triggers of a report share: what it is about, how long it is.

    In a short item what is told is the event; a long report tells of much in passing.
    """
    document = findings.document
    length = min(len(document.sentences).bit_length(), 6)
    return [*topic_features("report", report_topics(findings)), f"length={length}"]


def class_features(findings: Findings, trigger: Trigger) -> list[str]:
    """Return the classes of the words in the trigger's sentence and around the trigger.

    They tell news of conflict from sport and business in words that training never saw; they were
    measured to blur the types of events, so only the event model sees them.
    """
    document = findings.document
    span = document.span(document.sentences[trigger.sentence])
    known = word_classes()
    classes = {known[token.lower_] for token in span if token.lower_ in known}
    out = {f"wf={fine}" for _, fine in classes} | {f"wc={coarse}" for coarse, _ in classes}
    token = document.doc[trigger.head]
    for child in token.children:
        if child.lower_ in known:
            out.add(f"kidf={child.dep_}:{known[child.lower_][1]}")
        if child.dep_ == "prep":
            out |= {
                f"pobjf={child.lower_}:{known[noun.lower_][1]}"
                for noun in child.children
                if noun.lower_ in known
            }
    return sorted(out)


def trigger_features(findings: Findings, trigger: Trigger) -> list[str]:
    """Return the features of the trigger itself: its words, its syntax, who stands around it."""
    document = findings.document
    token = document.doc[trigger.head]
    out = [f"lemma={trigger.lemma}", f"pos={token.pos_}", f"dep={token.dep_}", f"tag={token.tag_}"]
    out += [f"c={concept}" for concept in trigger.concepts]
    out += [f"c={concept}|{token.pos_}" for concept in trigger.concepts]
    out.append(f"lemma={trigger.lemma}|{token.dep_}")
    for child in token.children:
        if child.dep_ == "prep":
            out.append(f"prep={child.lower_}")
            out += [f"pobj={child.lower_}:{_word(noun)}" for noun in child.children]
        elif child.dep_ in _NAMED_KIDS:
            out.append(f"kid={child.dep_}:{_word(child)}")
            if child.dep_ not in ("det", "aux", "compound", "amod", "mark"):
                out.append(f"has={child.dep_}")
    out += _around(token)
    out += _roles(findings, trigger)
    for step in (-2, -1, 1, 2):
        at = (trigger.first if step < 0 else trigger.last - 1) + step
        if 0 <= at < len(document.doc):
            beside = document.doc[at]
            out.append(f"at{step}={NAME if is_name(beside) else beside.lower_}")
    return out


def is_name(token: Token) -> bool:
    """Return whether a token is part of a name: who fights must not decide what happened."""
    return token.pos_ == "PROPN" or (not token.is_sent_start and token.text[:1].isupper())


def _word(token: Token) -> str:
    return NAME if is_name(token) else token.lemma_.lower()


def _around(token: Token) -> Iterator[str]:
    """The words that the trigger hangs on: "condemned the attack" is talk."""
    current, steps = token, 0
    while current.head.i != current.i and steps < 5:
        relation = current.dep_
        current = current.head
        steps += 1
        yield f"anc={_word(current)}"
        if steps == 1:
            yield f"head={relation}:{_word(current)}"
        for child in current.children:
            if child.dep_ in ("aux", "neg", "mark"):
                yield f"anc_{child.dep_}={child.lemma_.lower()}"


def _roles(findings: Findings, trigger: Trigger) -> Iterator[str]:
    """The kinds of the actors right at the trigger, by the syntax that ties them to it."""
    doc = findings.document.doc
    for mention in findings.within(findings.actors, trigger.sentence):
        head = doc[mention.head]
        if head.head.i == trigger.head:
            for actor in mention.actors:
                yield f"arg={head.dep_}:{actor.kind}"
                yield from (f"c={concept}|{head.dep_}:{actor.kind}" for concept in trigger.concepts)
    for place in findings.within(findings.places, trigger.sentence):
        head = doc[place.head]
        if head.head.i == trigger.head:
            yield f"parg={head.dep_}:{place.level}"
            yield from (f"c={concept}|{head.dep_}:place" for concept in trigger.concepts)
    for figure in findings.within(findings.figures, trigger.sentence):
        if figure.governor == trigger.head:
            yield f"farg={figure.figure.measure}"


def _lemmas(tokens: Iterable[Token]) -> set[str]:
    return {
        token.lemma_.lower()
        for token in tokens
        if token.pos_ in ("NOUN", "VERB", "ADJ", "ADV")
        and token.is_alpha
        and len(token) > 2
        and not is_name(token)
    }
