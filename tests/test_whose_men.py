"""Whose somebody's people and places are, by who does what to them."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import ActorKind, Report

STATE = ActorKind.STATE_FORCES


def attacked(coder: EnglishCoder, text: str) -> set[str | tuple[ActorKind, str | None]]:
    """Who stands on side b of the claims: their names, kind and country of who has none."""
    (coded,) = coder.code([Report(id="r", text=text, published=date(2015, 2, 10))])
    return {
        actor.name or (actor.kind, actor.country)
        for claim in coded.claims
        for actor in claim.side_b
    }


@pytest.mark.parametrize(
    ("text", "victim"),
    [
        ("The Taliban said that US jets hit their positions near Marjah on Monday.", "Taliban"),
        ("Hezbollah said Israel struck its headquarters in Tyre on Monday.", "Hezbollah"),
        (
            "Azerbaijan said Armenian forces fired on its soldiers near Aghdam on Monday.",
            (STATE, "AZ"),
        ),
        (
            "The SDF said that IS militants attacked its checkpoint near Hasakah on Monday.",
            "Syrian Democratic Forces",
        ),
        (
            "Wagner chief Yevgeny Prigozhin said Ukrainian troops attacked his forces near "
            "Bakhmut on Monday.",
            "Wagner Group",
        ),
        (
            "Taliban leader Mullah Omar said the army had captured Garmser from his forces on "
            "Monday.",
            "Taliban",
        ),
        # Near misses: what is done with what is one's own.
        ("Israel launched its jets against Hezbollah positions in Tyre on Monday.", "Hezbollah"),
    ],
)
def test_nobody_hits_what_is_his_own(
    coder: EnglishCoder, text: str, victim: str | tuple[ActorKind, str | None]
) -> None:
    assert attacked(coder, text) == {victim}


def test_what_one_withdraws_is_ones_own(coder: EnglishCoder) -> None:
    text = "The mayor said that Uganda withdrew its troops from Bunia in the Congo on Monday."
    (coded,) = coder.code([Report(id="r", text=text, published=date(2015, 2, 10))])
    assert [actor.country for claim in coded.claims for actor in claim.side_a] == ["UG"]


@pytest.mark.parametrize(
    ("text", "victim"),
    [
        (
            "Hezbollah said that one of its men was killed by Israeli fire in Aita al-Shaab on "
            "Monday.",
            "Hezbollah",
        ),
        (
            "The army said 11 of its men were killed by rebels in Moba in the Congo on Monday.",
            (STATE, "CD"),
        ),
        # Near misses: some of those who do not fight.
        (
            "Twelve of the villagers were shot by rebels near Lice in Turkey on Monday.",
            (ActorKind.CIVILIANS, "TR"),
        ),
        ("Shells killed three in Sake in the Congo on Monday.", (ActorKind.CIVILIANS, "CD")),
    ],
)
def test_some_of_those_who_are_named_are_no_further_people(
    coder: EnglishCoder, text: str, victim: str | tuple[ActorKind, str | None]
) -> None:
    assert attacked(coder, text) == {victim}


@pytest.mark.parametrize(
    ("text", "victim"),
    [
        (
            "Hezbollah buried its dead. The movement's military commander was killed in an Israeli "
            "strike on Tyre on Monday.",
            "Hezbollah",
        ),
        (
            "Islamic State said the group's military commander Abu Omar was killed in a US air "
            "strike near Shirqat on Monday.",
            "Islamic State",
        ),
        # Near miss: an army's commander.
        (
            "The army said its commander was killed by rebels near Jos in Nigeria on Monday.",
            (STATE, "NG"),
        ),
    ],
)
def test_the_military_chief_of_a_group_is_no_states(
    coder: EnglishCoder, text: str, victim: str | tuple[ActorKind, str | None]
) -> None:
    assert attacked(coder, text) == {victim}


@pytest.mark.parametrize(
    ("text", "victim"),
    [
        (
            "Al-Shabaab called for revenge after a US raid killed its leader near Barawe on "
            "Monday.",
            "Al-Shabaab",
        ),
        (
            "Hezbollah buried its dead. Israeli jets bombed the group's positions near Tyre on "
            "Monday.",
            "Hezbollah",
        ),
        (
            "Naxalites blew up a bridge in Dantewada in India on Sunday. On Monday troops "
            "destroyed the insurgents' camp near Sukma.",
            "Communist Party of India (Maoist)",
        ),
        ("Fatah said that gunmen killed one of its members in Gaza on Monday.", "Fatah"),
        # Near misses: groups of no arms.
        (
            "Boko Haram shelled Bama. A human rights group's director was arrested by police in "
            "Abuja on Monday.",
            (ActorKind.CIVILIANS, "NG"),
        ),
        (
            "The Red Cross works there. Gunmen killed two of the organisation's drivers in Bangui "
            "on Monday.",
            (ActorKind.CIVILIANS, "CF"),
        ),
    ],
)
def test_what_is_a_groups_is_the_groups(
    coder: EnglishCoder, text: str, victim: str | tuple[ActorKind, str | None]
) -> None:
    assert attacked(coder, text) == {victim}
