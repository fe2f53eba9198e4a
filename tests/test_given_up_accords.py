"""Who leaves an accord or ends a truce comes to no terms."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report, SubEventType


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Georgia withdrew on Monday from the Dagomys peace accord.", SubEventType.OTHER),
        ("Renamo tore up the peace accord of 1992 on Monday.", SubEventType.OTHER),
        ("ETA ended its ceasefire on Wednesday.", SubEventType.OTHER),
        (
            "The two sides ended the war with a peace agreement in Lusaka on Sunday.",
            SubEventType.AGREEMENT,
        ),
        (
            "Uganda and Congo signed an accord in Luanda on Friday under which Ugandan troops will "
            "leave Bunia.",
            SubEventType.AGREEMENT,
        ),
    ],
)
def test_an_accord_that_is_given_up_is_another_development(
    coder: EnglishCoder, text: str, kind: SubEventType
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2013, 10, 21))])
    assert [claim.sub_event_type for claim in coded.claims] == [kind]
