"""What people protest against is no event of its own that day."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import ActorKind, Report


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Lawmakers protested outside the assembly in Srinagar against the killing of a cleric "
            "in Iran.",
            "Peaceful protest",
        ),
        (
            "Villagers demonstrated in Anka on Tuesday against the abduction of 20 women.",
            "Peaceful protest",
        ),
        (
            "A march against the arrest of 12 teachers drew 3,000 people in Oaxaca on Sunday.",
            "Peaceful protest",
        ),
        (
            "Police shot dead two people who protested against the arrest of a cleric in Nasiriya.",
            "Excessive force against protesters",
        ),
        (
            "Rebels and soldiers fought over a bridge near Sake on Monday, and nine men died.",
            "Armed clash",
        ),
    ],
)
def test_what_is_protested_against_is_only_a_cause(
    coder: EnglishCoder, text: str, kind: str
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2019, 10, 4))])
    assert [str(claim.sub_event_type) for claim in coded.claims] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen open fire on a march against Thai Prime Minister Yingluck Shinawatra in Bangkok, "
        "killing two.",
        "Two people are stabbed at a demonstration against Zimbabwean President Robert Mugabe in "
        "Harare.",
        "A bomb exploded at a rally against the army in Quetta, wounding nine people.",
    ],
)
def test_whom_a_crowd_marches_against_does_not_suffer(coder: EnglishCoder, text: str) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2014, 5, 4))])
    (claim,) = coded.claims
    assert claim.side_b
    assert all(actor.kind is not ActorKind.STATE_FORCES for actor in claim.side_b)


def test_police_who_clash_with_a_march_do(coder: EnglishCoder) -> None:
    text = "Protesters clashed with police in Kiev on a march against President Yanukovych."
    (coded,) = coder.code([Report(id="r", text=text, published=date(2014, 5, 4))])
    kinds = {actor.kind for one in coded.claims for actor in (*one.side_a, *one.side_b)}
    assert ActorKind.STATE_FORCES in kinds


def test_whom_strikes_from_the_air_are_against_suffers_them(coder: EnglishCoder) -> None:
    text = "American air strikes against Syrian soldiers near Deir ez-Zor killed 62 of them."
    (coded,) = coder.code([Report(id="r", text=text, published=date(2014, 5, 4))])
    (claim,) = coded.claims
    assert ActorKind.STATE_FORCES in {actor.kind for actor in claim.side_b}
