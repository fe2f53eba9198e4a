"""Charges that are rejected, and perpetrators that are only presumed."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coders import coder
from dateline.model import Report


def _status(text: str) -> set[str]:
    report = Report(id="r", text=text, published=date(1989, 3, 11))
    claims = next(iter(coder().code([report]))).claims
    return {str(claim.status) for claim in claims if claim.sub_event_type != "Agreement"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The ELN disclaimed responsibility for the murder of two teachers in Arauca.", "denied"),
        ("The army dismissed allegations that its soldiers shot four men near Jaffna.", "denied"),
        ("Israel rejected accusations that it shelled a school in Gaza, killing 12.", "denied"),
        ("Moscow dismissed as propaganda the allegation that its jets had bombed Gori.", "denied"),
        (
            "The Bosnian Serbs rejected as absurd the UN's charge that they had shelled the market "
            "in Sarajevo.",
            "denied",
        ),
        (
            "The army rejected as too late the demand that it withdraw from Bria, where it killed "
            "two men.",
            "stated",
        ),
        (
            "The rebels rejected a truce after the army killed 12 fighters near Goma on Monday.",
            "stated",
        ),
        (
            "The governor dismissed the police chief in Rivers after gunmen killed nine people in "
            "Omoku on Monday.",
            "stated",
        ),
        (
            "FOUR PEASANTS WERE MURDERED YESTERDAY IN TOCACHE, APPARENTLY BY SHINING PATH MEMBERS.",
            "hedged",
        ),
        ("Four farmers were killed in Uraba, presumably by paramilitary groups.", "hedged"),
        ("Four farmers were killed by gunmen in Uraba, apparently for refusing to pay.", "stated"),
        (
            "Shells killed nine people in Khetagurovo on Monday, residents said. Two of them were "
            "children. Tbilisi called the reports absurd.",
            "denied",
        ),
        (
            "Reports that Eritrean troops burned 40 homes in Badme are false, a spokesman said.",
            "denied",
        ),
        (
            "The government said Karen rebels killed eight villagers in Papun on Friday, which is "
            "a shameless lie.",
            "denied",
        ),
        (
            "A bomb killed seven people in Medellin on Monday. Police blamed the ELN. The ELN "
            "denied that it took part.",
            "denied",
        ),
        (
            "Jets bombed Kassala on Friday and killed four people, Sudan said. Eritrea denied that "
            "its planes had been in the area.",
            "denied",
        ),
        (
            "Gunners shelled Fizuli on Sunday and killed six people, a doctor said. Yerevan denied "
            "that its forces were responsible.",
            "denied",
        ),
        (
            "Soldiers shot dead 15 farmers near Kasese on Sunday, villagers said. The army denied, "
            "and accused the rebels of making it up.",
            "denied",
        ),
        (
            "Ugandan soldiers killed 20 villagers in Bunia on Wednesday, a priest said. The dead "
            "were buried in a common grave. Churches were full. Kampala denied any involvement.",
            "denied",
        ),
        (
            "Soldiers killed 12 people in Batticaloa on Monday, a doctor said. The army denied "
            "that it had killed civilians.",
            "denied",
        ),
        (
            "Rebels killed five soldiers in Sake on Monday. Bread is scarce in the town. The "
            "minister denied any role in the smuggling of gold.",
            "stated",
        ),
        (
            "Troops killed nine people in Juba on Monday. Officials denied entry to reporters.",
            "stated",
        ),
        (
            "Rebels killed five soldiers in Sake on Monday. The minister denied that talks had "
            "collapsed.",
            "stated",
        ),
    ],
)
def test_status(text: str, status: str) -> None:
    assert _status(text) == {status}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "Gunmen thought to belong to the Allied Democratic Forces slaughtered 20 villagers "
            "near Beni.",
            "hedged",
        ),
        (
            "Three villagers were killed by gunmen believed to be from the LRA in Obo.",
            "hedged",
        ),
        ("Bandits suspected to be from Zamfara abducted six pupils near Kaduna.", "hedged"),
        ("Israeli jets struck a building believed to be a weapons store in Gaza.", "stated"),
        ("Troops killed a man thought to be a Taliban commander in Kunduz.", "stated"),
    ],
)
def test_who_is_only_thought_to_have_done_it_puts_it_in_doubt(text: str, status: str) -> None:
    assert _status(text) == {status}
