"""Who says so: the speakers that a report names, sentence by sentence."""

from __future__ import annotations

from dateline.coding.document import Document, Sentence
from dateline.coding.named_alone import Speaker, named_alone
from dateline.coding.sentence_roles import is_displaced, shared_subjects
from dateline.coding.syntax import Doc, Token
from dateline.knowledge.lexicon import speech

_CUT = frozenset({"relcl", "appos", "acl", "advcl", "conj", "cc", "punct", "ccomp", "parataxis"})
_SUBJECTS = frozenset({"nsubj", "csubj"})
_NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PART"})
_LINKS = frozenset({"of", "for", "in", "and"})
_RELATIVES = frozenset({"which", "who", "whose"})
NEAR = 4
"""How many words may stand between a verb and its "that"."""

_PRONOUNS = frozenset({"it", "he", "she", "they", "who", "which", "him", "her", "them"})


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
        said = token.pos_ in ("VERB", "AUX") and (
            lemma in words.verbs
            or _counts(token)
            or _speaks_of(token)
            or _owns_up(token)
            or _closes(token)
        )
        if said or _is_said_that(token) or is_misread(token):
            for found in _saying(document, sentence, token, last):
                if all((known.first, known.at) != (found.first, found.at) for known in out):
                    out.append(found)
        elif lemma in words.according:
            for noun in _according(token):
                if speaker := _speaker(document, sentence, noun, "according", token.i, last):
                    out.append(speaker)
        elif lemma in words.reckonings:
            for noun in _by_whose_count(token):
                if speaker := _speaker(document, sentence, noun, "according", token.i, last):
                    out.append(speaker)
    if alone := named_alone(document, sentence):
        out.append(alone)
    if not out and (closing := _closing(document, sentence)):
        noun, verb = closing
        if speaker := _speaker(document, sentence, noun, verb.lemma_.lower(), verb.i, last):
            out.append(speaker)
    return sorted(
        {(speaker.first, speaker.last): speaker for speaker in out}.values(),
        key=lambda speaker: speaker.first,
    )


def _counts(verb: Token) -> bool:
    """True for verbs that say something of a count: "put the toll at 12", "counted 9 dead"."""
    if verb.lemma_.lower() in speech().tallying | speech().listing and verb.pos_ == "VERB":
        things = [child for child in verb.children if child.dep_ == "dobj"]
        words = [word for thing in things for word in (thing, *thing.children)]
        numbered = any(word.pos_ == "NUM" for word in words)
        # "Gave 35 killed" says so, "gave the wounded water" does not.
        told = speech().tolls
        if numbered or verb.lemma_.lower() in speech().tallying:
            told |= speech().harmed | speech().moved
        return any(not told.isdisjoint((word.lower_, word.lemma_.lower())) for word in words)
    if verb.lemma_.lower() not in speech().counting:
        return False
    kids = [*verb.children, *(kid for child in verb.children for kid in child.children)]
    # "Put the dead at eight" says so, "put the wounded on a lorry" does not.
    at = any(kid.lower_ == "at" for kid in kids)
    told = speech().tolls | (speech().harmed | speech().moved | {"it"} if at else frozenset())
    return any(
        child.dep_ in ("dobj", "pobj") and not told.isdisjoint((child.lower_, child.lemma_.lower()))
        for child in kids
    )


def _speaks_of(verb: Token) -> bool:
    """True for "medics spoke of 20 dead": not of a plan, a war or each other."""
    harm = speech().tolls | speech().harmed
    return verb.lemma_.lower() in speech().speaking and any(
        kid.lower_ == "of"
        and any(
            word.pos_ == "NUM" or not harm.isdisjoint((word.lower_, word.lemma_.lower()))
            for word in kid.subtree
        )
        for kid in verb.children
        if kid.dep_ == "prep"
    )


def _owns_up(verb: Token) -> bool:
    """True for "the group took responsibility for it"."""
    return verb.lemma_.lower() in speech().owning and any(
        kid.dep_ == "dobj" and kid.lemma_.lower() in speech().owned for kid in verb.children
    )


def _closes(verb: Token) -> bool:
    """True for verbs that say something behind it only: "they had lost it, officers conceded"."""
    return verb.lemma_.lower() in speech().closing and any(
        kid.dep_ == "ccomp" and kid.i < verb.i for kid in verb.children
    )


def _is_said_that(verb: Token) -> bool:
    """True for verbs that are speech before a clause only: "charged that", "boasted of killing"."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in speech().clausal:
        return False
    after = [token.lower_ for token in verb.doc[verb.i + 1 : verb.i + 1 + NEAR]]
    gerund = len(after) > 1 and after[1].endswith("ing")
    return "that" in after or (after[:1] == ["of"] and gerund)


def is_misread(token: Token) -> bool:
    """Return whether a noun to the tagger is a verb of speech: "the army claims to have killed"."""
    if token.tag_ != "NNS" or token.lower_[:-1] not in speech().inverting:
        return False
    after = [following.lower_ for following in token.doc[token.i + 1 : token.i + 3]]
    return after[:1] in (["that"], ["responsibility"]) or after == ["to", "have"]


def _saying(
    document: Document, sentence: Sentence, verb: Token, last: Speaker | None
) -> list[Speaker]:
    """The speakers of a speech verb: its subjects, or by their place where these cannot be right.

    Lost commas hide a speaker behind the verb, or leave the parser half of a name.
    """
    lemma = verb.lemma_.lower()
    found: list[Speaker] = []
    beside = _beside(document, sentence, verb)
    subjects = _subjects(verb)
    if any(subject.left_edge.lower_ in speech().nobody for subject in subjects):
        return []
    for subject in subjects:
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
    agents = [child for child in verb.children if child.dep_ == "agent"]
    passive = [child for child in verb.children if child.dep_ == "nsubjpass"]
    saying = [
        kid
        for child in verb.children
        if child.dep_ == "prep" and child.lower_ == "as"
        for kid in child.children
        if kid.tag_ == "VBG" and kid.lemma_.lower() in speech().verbs
    ]
    if saying:
        return passive  # "was quoted as saying"
    if passive or agents or any(child.dep_ == "auxpass" for child in verb.children):
        return [noun for agent in agents for noun in agent.children if noun.dep_ == "pobj"]
    subjects = [
        child for child in verb.children if child.dep_ in _SUBJECTS and not is_displaced(child)
    ]
    return subjects or shared_subjects(verb)


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
    if lemma not in speech().inverting | speech().clausal:
        return None
    if verb.tag_ not in ("VBD", "VBZ", "VBP") and not (is_misread(verb) or _is_said_that(verb)):
        return None
    doc = document.doc
    at = verb.i - 1
    while at >= sentence.first and doc[at].pos_ == "ADV":
        at -= 1
    at = _before_clause(doc, at, sentence.first)
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
    first = _phrase_before(doc, at, sentence.first)
    if first > sentence.first and doc[first - 1].pos_ == "ADP":
        # "Their correspondent in Damascus said": who speaks stands before the place.
        at = first - 2
        if at < sentence.first or doc[at].pos_ != "NOUN" or not doc[at].text.islower():
            return None
        head = doc[at]
        if doc[at + 1].lower_ != "in" or not _can_speak(head):
            return None
        first = _phrase_before(doc, at, sentence.first)
    while first < at and (doc[first].lower_ in _LINKS or doc[first].tag_ in ("HYPH", "POS")):
        first += 1
    if doc[first].lower_ in speech().nobody:
        return None
    return Speaker(sentence.index, first, end, head.i, lemma, verb.i)


def _before_clause(doc: Doc, at: int, least: int) -> int:
    """The token before a relative clause between commas that ends at ``at``, else ``at``.

    "The health ministry, which the rebels control, said."
    """
    if at <= least or doc[at].text != ",":
        return at
    for i in range(at - 1, least + 1, -1):
        if doc[i].text == ",":
            break
        if doc[i].lower_ in _RELATIVES and doc[i - 1].text == ",":
            return i - 2
    return at


def _phrase_before(doc: Doc, at: int, least: int) -> int:
    """The first token of the noun phrase whose last word stands at ``at``."""
    first = at
    while first > least:
        token, right = doc[first - 1], doc[first]
        if token.pos_ == "DET":
            return first - 1
        linked = token.lower_ in _LINKS and token.lower_ != "in" and first - 1 > least
        word = token.pos_ in ("NOUN", "PROPN", "ADJ") or token.tag_ in ("HYPH", "POS")
        if not (linked or word):
            break
        if token.pos_ == "NOUN" and token.text.islower() and right.text[:1].isupper():
            break  # "near a hospital Syrian state media said"
        first -= 1
    return first


def _according(token: Token) -> list[Token]:
    nouns = [child for child in token.children if child.dep_ in ("pobj", "dobj")]
    for child in token.children:
        if child.dep_ == "prep":
            nouns += [noun for noun in child.children if noun.dep_ == "pobj"]
    if not nouns and token.dep_ == "prep" and token.i + 1 < len(token.doc):
        following = token.nbor()
        nouns = [noun for noun in following.children if noun.dep_ == "pobj"]
    return nouns


def _by_whose_count(reckoning: Token) -> list[Token]:
    """Whose count it is in "by the count of a doctor", "in the agency's estimate"."""
    if reckoning.dep_ != "pobj" or reckoning.head.lower_ not in ("by", "in", "on"):
        return []
    of = (noun for kid in reckoning.children if kid.lower_ == "of" for noun in kid.children)
    return [
        *(kid for kid in reckoning.children if kid.dep_ == "poss"),
        *(noun for noun in of if noun.dep_ == "pobj"),
    ]


def _speaker(
    document: Document,
    sentence: Sentence,
    noun: Token,
    verb: str,
    at: int,
    last: Speaker | None,
) -> Speaker | None:
    if not _is_one_of_many(noun) and (noun.lower_ in _PRONOUNS or noun.pos_ == "PRON"):
        if noun.dep_ == "nsubj" and noun.lower_ in ("who", "which") and noun.head.dep_ == "relcl":
            return _speaker(document, sentence, noun.head.head, verb, at, None)
        if last is None or noun.lower_ not in _PRONOUNS:
            return None
        return Speaker(sentence.index, last.first, last.last, last.head, verb, at)
    able = _can_speak(noun) or _is_one_of_many(noun) or _are_people(noun)
    if not able or noun.left_edge.lower_ in speech().nobody:
        return None
    first, end = noun.left_edge.i, noun.i + 1
    for child in noun.rights:
        if child.dep_ in _CUT or child.left_edge.i != end:
            break
        end = child.right_edge.i + 1
    while document.doc[end - 1].text == "," or document.doc[end - 1].tag_ == "POS":
        end -= 1
    # A cut right edge may leave a relative clause inside "a source who ...": stop before it.
    while first < noun.i and document.doc[first].is_punct:
        first += 1
    return Speaker(sentence.index, first, end, noun.i, verb, at)


def _is_one_of_many(noun: Token) -> bool:
    """True for "one of the residents" and "another of them"."""
    return noun.lower_ in ("one", "another") and any(kid.lower_ == "of" for kid in noun.children)


def _are_people(noun: Token) -> bool:
    """True for people who themselves tell something: "a woman said that", "local people said".

    Not for whom it is told of, where a comma is lost: "killing dozens of people said the agency".
    """
    if noun.dep_ != "nsubj" or noun.lemma_.lower() not in speech().tellers:
        return False
    verb = noun.head
    told = [kid for kid in verb.children if kid.dep_ == "ccomp"]
    opens = noun.left_edge.is_sent_start or noun.left_edge.nbor(-1).text == ","
    return verb.lemma_.lower() in ("say", "tell") and opens and bool(told)


def _can_speak(noun: Token) -> bool:
    mute = {noun.lower_, noun.lemma_.lower()} & speech().mute
    if noun.pos_ == "PROPN":
        return not (mute and noun.is_sent_start)
    return noun.pos_ in ("NOUN", "ADJ") and not mute


def _closing(document: Document, sentence: Sentence) -> tuple[Token, Token] | None:
    """The speaker and verb of a sentence that ends in "..., the agency reported on Monday".

    Lost commas often hide that clause from the parser. "In Plateau state" states nothing.
    """
    tokens = [token for token in document.span(sentence) if not token.is_space]
    for back, token in enumerate(reversed(tokens[-6:]), 1):
        if token.text.istitle() or token.tag_ == "NN":
            continue
        if token.lemma_.lower() in speech().verbs or (
            token.lower_.endswith("s") and token.lower_[:-1] in speech().verbs
        ):
            before = tokens[: len(tokens) - back]
            if before and before[-1].pos_ in ("NOUN", "PROPN") and _can_speak(before[-1]):
                return before[-1], token
    return None
