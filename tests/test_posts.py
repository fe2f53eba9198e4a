"""Posts of the social media: addresses are no words, and nobody is hurt by them."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.coding.document import parse
from dateline.model import Report

POSTS = [
    "Gunmen storm mall in #Kampala, several killed http://t.co/abc123",
    "RT @newsdesk: Gunmen storm mall in #Kampala, several killed https://example.org/a.b/1",
    "@newsdesk Gunmen storm mall in #Kampala, several killed www.example.org",
]


@pytest.mark.parametrize("text", POSTS)
def test_an_address_is_no_word(text: str) -> None:
    (document,) = parse([Report(id="r", text=text)])
    words = [token.text for token in document.doc if not token.is_space]
    assert words[0] == "Gunmen"
    assert words[-1] == "killed"


@pytest.mark.parametrize("text", POSTS)
def test_a_post_is_coded_as_its_words_are(coder: EnglishCoder, text: str) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2021, 3, 4))])
    (claim,) = coded.claims
    assert [figure.low for figure in claim.figures] == [3]
    assert not any("." in actor.mention for actor in (*claim.side_a, *claim.side_b))


def test_a_letter_address_stays(coder: EnglishCoder) -> None:
    (document,) = parse([Report(id="r", text="Write to press@army.example today.")])
    assert "press@army.example" in document.doc.text
