"""Who says so: the speakers that a report names, sentence by sentence."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from dateline.coding.document import Document, Sentence
from dateline.knowledge.lexicon import speech

_CUT = frozenset({"relcl", "appos", "acl", "advcl", "conj", "cc", "punct", "ccomp", "parataxis"})
_SUBJECTS = frozenset({"nsubj", "csubj"})
_NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PART"})
_LINKS = frozenset({"of", "for", "in", "and"})
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
        if token.i > sentence.first and token.text.istitle():
            continue  # "Islamic State"
        if token.pos_ in ("VERB", "AUX") and (lemma in words.verbs or _counts(token)):
            for found in _saying(document, sentence, token, last):
                if all((known.first, known.at) != (found.first, found.at) for known in out):
                    out.append(found)
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


def _counts(verb: Token) -> bool:
    """True for verbs that say something only of a count: "put the toll at 12"."""
    return verb.lemma_.lower() in speech().counting and any(
        child.dep_ == "dobj" and child.lemma_.lower() in speech().mute for child in verb.children
    )


def _saying(
    document: Document, sentence: Sentence, verb: Token, last: Speaker | None
) -> list[Speaker]:
    """The speakers of a speech verb: its subjects, or by their place where these cannot be right.

    Lost commas hide a speaker behind the verb, or leave the parser half of a name.
    """
    lemma = verb.lemma_.lower()
    found: list[Speaker] = []
    beside = _beside(document, sentence, verb)
    for subject in _subjects(verb):
        if any(child.dep_ == "nummod" for child in subject.children):
            continue  # "killed at least 10 civilians said the agency"
        speaker = _speaker(document, sentence, subject, lemma, verb.i, last)
        if speaker is None:
            continue
        halved = beside and beside.first < speaker.first and speaker.last <= beside.last
        found.append(beside if beside and halved else speaker)
    if not found and (noun := _inverted(document, sentence, verb)):
        speaker = _speaker(document, sentence, noun, lemma, verb.i, last)
        return [speaker] if speaker else []
    return found or ([beside] if beside else [])


def _subjects(verb: Token) -> list[Token]:
    """The active subjects of a speech verb, through auxiliaries and coordinated verbs."""
    if any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children):
        agents = [child for child in verb.children if child.dep_ == "agent"]
        return [noun for agent in agents for noun in agent.children if noun.dep_ == "pobj"]
    subjects = [child for child in verb.children if child.dep_ in _SUBJECTS]
    if not subjects and verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        subjects = [child for child in verb.head.children if child.dep_ in _SUBJECTS]
    return subjects


def _inverted(document: Document, sentence: Sentence, verb: Token) -> Token | None:
    """The noun behind a speech verb that is its speaker: "12 people died, said the agency".

    What follows is the speaker where it is a noun phrase with no verb of its own behind it.
    """
    if verb.lemma_.lower() not in speech().inverting or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    first = at = verb.i + 1
    nouns: list[Token] = []
    while at < sentence.last:
        token = document.doc[at]
        inside = token.pos_ in _NOMINAL or (nouns and token.lower_ in _LINKS)
        if not inside:
            break
        if token.pos_ in ("NOUN", "PROPN"):
            nouns.append(token)
        at += 1
    if not nouns or nouns[0].i - first > 3:
        return None
    if at < sentence.last:
        following = document.doc[at]
        closes = following.text in '.,;"' or following.lower_ in ("which", "on", "in", "who")
        if not closes and following.tag_ not in ("VBG", "RB", "WDT", "_SP"):
            return None
    if nouns[0].lower_ in speech().days or not _can_speak(nouns[0]):
        return None
    head = nouns[0]
    while head.dep_ == "compound" and first <= head.head.i < at:
        head = head.head
    return head


def _beside(document: Document, sentence: Sentence, verb: Token) -> Speaker | None:
    """The noun phrase right before a speech verb, by its words: lost commas mislead the parser."""
    lemma = verb.lemma_.lower()
    if lemma not in speech().inverting or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    doc = document.doc
    at = verb.i - 1
    while at >= sentence.first and doc[at].pos_ == "ADV":
        at -= 1
    end = at + 1
    if doc[at].text == ")":  # "the Observatory (SOHR) said"
        while at > sentence.first and doc[at].text != "(":
            at -= 1
        at -= 1
    head = doc[at] if at >= sentence.first else None
    if head is None or head.pos_ not in ("NOUN", "PROPN") or not _can_speak(head):
        return None
    if head.lower_ in speech().days:
        return None
    first = at
    while first > sentence.first:
        token, right = doc[first - 1], doc[first]
        if token.pos_ == "DET":
            first -= 1
            break
        linked = token.lower_ in _LINKS and token.lower_ != "in" and first - 1 > sentence.first
        word = token.pos_ in ("NOUN", "PROPN", "ADJ") or token.tag_ in ("HYPH", "POS")
        if not (linked or word):
            break
        if token.pos_ == "NOUN" and token.text.islower() and right.text[:1].isupper():
            break  # "near a hospital Syrian state media said"
        first -= 1
    if first > sentence.first and doc[first - 1].pos_ == "ADP":
        return None  # "the ministry in Damascus said"
    while first < at and (doc[first].lower_ in _LINKS or doc[first].tag_ in ("HYPH", "POS")):
        first += 1
    return Speaker(sentence.index, first, end, head.i, lemma, verb.i)


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
        if token.text.istitle():
            continue
        if token.lemma_.lower() in speech().verbs or (
            token.lower_.endswith("s") and token.lower_[:-1] in speech().verbs
        ):
            before = tokens[: len(tokens) - back]
            if before and before[-1].pos_ in ("NOUN", "PROPN") and _can_speak(before[-1]):
                return before[-1], token
    return None
