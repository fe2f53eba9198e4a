"""Who says so: the speakers that a report names, sentence by sentence."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from dateline.coding.document import Document, Sentence
from dateline.knowledge.lexicon import speech

_CUT = frozenset({"relcl", "appos", "acl", "advcl", "conj", "cc", "punct", "ccomp", "parataxis"})
_SUBJECTS = frozenset({"nsubj", "csubj"})
_PRONOUNS = frozenset({"it", "he", "she", "they", "who", "which"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """Someone whom a sentence names as its source.

    ``first`` to ``last`` is the noun phrase as written; where the sentence has only a pronoun it
    is the earlier phrase that the pronoun stands for. ``verb`` is the lemma that carries the
    speech ("say", "according"), ``at`` its token index.
    """

    sentence: int
    first: int
    last: int
    head: int
    verb: str
    at: int


def find_speakers(document: Document) -> tuple[Speaker, ...]:
    """Return the speakers of a document in the order of the text."""
    found: list[Speaker] = []
    for sentence in document.sentences:
        if sentence.kind in ("furniture", "dateline"):
            continue
        found.extend(_speakers(document, sentence, found[-1] if found else None))
    return tuple(found)


def _speakers(document: Document, sentence: Sentence, last: Speaker | None) -> list[Speaker]:
    words = speech()
    out: list[Speaker] = []
    for token in document.span(sentence):
        lemma = token.lemma_.lower()
        if lemma in words.verbs and token.pos_ in ("VERB", "AUX"):
            for subject in _subjects(token):
                if (speaker := _speaker(document, sentence, subject, lemma, token.i, last)) and all(
                    (known.first, known.at) != (speaker.first, speaker.at) for known in out
                ):
                    out.append(speaker)
        elif lemma in ("accord", "according", "cite", "quote", "per"):
            for noun in _according(token):
                if speaker := _speaker(document, sentence, noun, "according", token.i, last):
                    out.append(speaker)
    if not out and (closing := _closing(document, sentence)):
        noun, verb = closing
        if speaker := _speaker(document, sentence, noun, verb.lemma_.lower(), verb.i, last):
            out.append(speaker)
    return sorted(
        {(speaker.first, speaker.last): speaker for speaker in out}.values(),
        key=lambda speaker: speaker.first,
    )


def _subjects(verb: Token) -> list[Token]:
    """The active subjects of a speech verb, through auxiliaries and coordinated verbs."""
    if any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children):
        agents = [child for child in verb.children if child.dep_ == "agent"]
        return [noun for agent in agents for noun in agent.children if noun.dep_ == "pobj"]
    subjects = [child for child in verb.children if child.dep_ in _SUBJECTS]
    if not subjects and verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        subjects = [child for child in verb.head.children if child.dep_ in _SUBJECTS]
    return subjects


def _according(token: Token) -> list[Token]:
    nouns = [child for child in token.children if child.dep_ in ("pobj", "dobj")]
    for child in token.children:
        if child.dep_ == "prep":
            nouns += [noun for noun in child.children if noun.dep_ == "pobj"]
    if not nouns and token.dep_ == "prep" and token.i + 1 < len(token.doc):
        following = token.nbor()
        nouns = [noun for noun in following.children if noun.dep_ == "pobj"]
    return nouns


def _speaker(
    document: Document,
    sentence: Sentence,
    noun: Token,
    verb: str,
    at: int,
    last: Speaker | None,
) -> Speaker | None:
    if noun.lower_ in _PRONOUNS or noun.pos_ == "PRON":
        if noun.dep_ == "nsubj" and noun.lower_ in ("who", "which") and noun.head.dep_ == "relcl":
            return _speaker(document, sentence, noun.head.head, verb, at, None)
        if last is None or noun.lower_ not in _PRONOUNS:
            return None
        return Speaker(sentence.index, last.first, last.last, last.head, verb, at)
    if not _can_speak(noun):
        return None
    first, end = noun.left_edge.i, noun.i + 1
    for child in noun.rights:
        if child.dep_ in _CUT or child.left_edge.i != end:
            break
        end = child.right_edge.i + 1
    # A cut right edge may leave a relative clause inside "a source who ...": stop before it.
    while first < noun.i and document.doc[first].is_punct:
        first += 1
    return Speaker(sentence.index, first, end, noun.i, verb, at)


def _can_speak(noun: Token) -> bool:
    if noun.pos_ == "PROPN":
        return True
    lemma = noun.lemma_.lower()
    return noun.pos_ in ("NOUN", "ADJ") and lemma not in speech().mute


def _closing(document: Document, sentence: Sentence) -> tuple[Token, Token] | None:
    """The speaker and verb of a sentence that ends in "..., the agency reported on Monday".

    Lost commas often hide that clause from the parser.
    """
    tokens = [token for token in document.span(sentence) if not token.is_space]
    for back, token in enumerate(reversed(tokens[-6:]), 1):
        if token.lemma_.lower() in speech().verbs or (
            token.lower_.endswith("s") and token.lower_[:-1] in speech().verbs
        ):
            before = tokens[: len(tokens) - back]
            if before and before[-1].pos_ in ("NOUN", "PROPN") and _can_speak(before[-1]):
                return before[-1], token
    return None
