"""What the networks look at to judge a trigger: the meaning of the words around it, as vectors."""

from __future__ import annotations

import math

import numpy as np

from dateline.coding.findings import Findings
from dateline.coding.network import Matrix
from dateline.knowledge.vectors import word_vectors

NEAR = 5
"""How many words on either side of a trigger are its near words."""

LAST = 5
"""Sentences after this many count as equally far into the report."""


def trigger_vectors(findings: Findings) -> Matrix:
    """Return a row for each trigger of the report.

    A row is the means of the word vectors of the sentence, of the report, of the trigger, of the
    words tied to it by syntax and of those near it; the parser's own view of the trigger in its
    context; how long the report is, and how far into it the trigger stands.
    """
    document, doc = findings.document, findings.document.doc
    vectors = word_vectors()
    words = [token.lower_ if token.is_alpha else "" for token in doc]
    report = vectors.mean(words)
    sentences = {
        index: vectors.mean(words[where.first : where.last])
        for index in {trigger.sentence for trigger in findings.triggers}
        for where in (document.sentences[index],)
    }
    length = math.log(max(len(document.sentences), 1))
    rows = []
    for trigger in findings.triggers:
        where = document.sentences[trigger.sentence]
        token = doc[trigger.head]
        tied = [child.i for child in token.children]
        tied += [
            noun.i for child in token.children if child.dep_ == "prep" for noun in child.children
        ]
        if token.head.i != token.i:
            tied.append(token.head.i)
        near = words[max(where.first, trigger.first - NEAR) : min(where.last, trigger.last + NEAR)]
        rows.append(
            np.concatenate(
                (
                    sentences[trigger.sentence],
                    report,
                    vectors.mean(words[trigger.first : trigger.last]),
                    vectors.mean(words[i] for i in tied),
                    vectors.mean(near),
                    doc.vectors[trigger.head],
                    (length, min(trigger.sentence, LAST) / LAST),
                )
            )
        )
    if not rows:
        return np.zeros((0, 0), dtype=np.float32)
    out: Matrix = np.stack(rows).astype(np.float32)
    return out
