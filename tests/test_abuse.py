"""Sexual violence, told beside other violence."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Troops committed rape against women and girls in a campaign of attacks in Tigray, "
            "Amnesty International said.",
            "Sexual violence",
        ),
        ("Militiamen raped and killed three girls near Bunia.", "Attack"),
        (
            "Gunmen abducted a nurse near Bunia on Monday and raped her before they let her go.",
            "Sexual violence",
        ),
        (
            "Militiamen held 20 girls in a school in Foca for two months and raped them, the court "
            "heard.",
            "Sexual violence",
        ),
        ("Insurgents abducted 40 women from Lassa on Tuesday.", "Abduction/forced disappearance"),
        (
            "Army troops entered a village near Juba and raped at least six women.",
            "Sexual violence",
        ),
        ("Rebels attacked Luvungi, killing four men and raping ten women.", "Attack"),
    ],
)
def test_rape_is_no_mere_attack_where_nobody_was_killed(text: str, kind: str) -> None:
    (coded,) = EnglishCoder().code([Report(id="r", text=text, published=date(2017, 10, 20))])
    assert [str(claim.sub_event_type) for claim in coded.claims] == [kind]
