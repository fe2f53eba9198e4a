"""Whom somebody passes himself off for is no party to what he does."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import ActorKind, Report

UNKNOWN, STATE = ActorKind.UNIDENTIFIED, ActorKind.STATE_FORCES


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Gunmen dressed as police commandos kidnapped 30 clerks in Basra.", UNKNOWN),
        ("Guerrillas posing as soldiers murdered three councillors in Huanta.", ActorKind.REBEL),
        ("Rebels in army uniforms killed five pilgrims near Quetta.", ActorKind.REBEL),
        ("Insurgents in Afghan army uniform attacked a base in Herat.", ActorKind.REBEL),
        ("Gunmen wearing the uniforms of riot police stormed the town hall in Sloviansk.", UNKNOWN),
        ("Two men disguised as policemen blew themselves up at a shrine in Karbala.", UNKNOWN),
        ("Police in riot gear fired on a crowd in Athens, killing one man.", STATE),
        ("Soldiers in uniform beat a reporter in Harare.", STATE),
        ("As soldiers killed two boys in Bamenda, shops closed.", STATE),
    ],
)
def test_a_disguise_does_not_act(coder: EnglishCoder, text: str, kind: ActorKind) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2006, 11, 14))])
    assert [[actor.kind for actor in claim.side_a] for claim in coded.claims] == [[kind]]
