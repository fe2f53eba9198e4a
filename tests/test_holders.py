"""Who is said to have a place, and whether that is news."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Actor, Report


def called(actor: Actor | None) -> str | None:
    return None if actor is None else actor.name or f"{actor.kind}:{actor.country}"


@pytest.mark.parametrize(
    "text",
    [
        "Government forces in northern Mali withdrew from Ansongo after three days of clashes. "
        "The town is under the control of rebels now, residents said.",
        "Residents said on Tuesday that the town of Ansongo is under the control of Tuareg rebels "
        "after government forces in Mali withdrew.",
    ],
)
def test_whoever_has_it_under_control_holds_it(coder: EnglishCoder, text: str) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2014, 5, 21))])
    (control,) = [claim.control for claim in coded.claims if claim.control]
    assert called(control.to) == "rebel:ML"
    assert called(control.from_) == "state forces:ML"


@pytest.mark.parametrize(
    ("text", "kind", "to"),
    [
        (
            "The town of Sake in eastern Congo was in rebel hands by Wednesday.",
            "Non-state actor overtakes territory",
            "rebel:CD",
        ),
        (
            "The port of Kismayo in Somalia was in the hands of Islamist fighters on Monday.",
            "Non-state actor overtakes territory",
            "rebel:SO",
        ),
        (
            "Port Loko changed hands twice on Thursday and is now held by the Kamajor militia.",
            "Non-state actor overtakes territory",
            "Kamajors",
        ),
        # To whom it fell, though troops are also what is moved.
        (
            "The town of Goma in eastern Congo fell to government troops on Friday.",
            "Government regains territory",
            "state forces:CD",
        ),
    ],
)
def test_in_whose_hands_a_place_is_holds_it(
    coder: EnglishCoder, text: str, kind: str, to: str
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2002, 6, 14))])
    (claim,) = coded.claims
    assert claim.control is not None
    assert (claim.sub_event_type, called(claim.control.to)) == (kind, to)


@pytest.mark.parametrize(
    "text",
    [
        "The town of Sake in eastern Congo was still in the hands of the army on Wednesday.",
        "Insurgents still hold the town of Morek in Syria.",
        "Chechen fighters held the centre of Grozny on Tuesday.",
        "The army controls the town of Morek in Syria, residents said.",
        "El Obeid remains surrounded by rebels in Sudan.",
        "The town of Menaka remains besieged by Tuareg rebels, residents said.",
    ],
)
def test_a_place_that_is_still_in_the_same_hands_has_not_changed_hands(
    coder: EnglishCoder, text: str
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2002, 6, 14))])
    assert not coded.claims


def test_who_says_that_he_holds_a_place_contests_it(coder: EnglishCoder) -> None:
    text = "The M23 rebels said on Thursday that they held Sake, a town in eastern Congo."
    (coded,) = coder.code([Report(id="r", text=text, published=date(2025, 1, 24))])
    assert any(claim.control is not None for claim in coded.claims)


@pytest.mark.parametrize(
    ("text", "kind", "to"),
    [
        (
            "Most of Freetown is again in the hands of Nigerian troops.",
            "Non-state actor overtakes territory",
            "external forces:NG",
        ),
        (
            "Jijiga is once again under Ethiopian control.",
            "Government regains territory",
            "state forces:ET",
        ),
        (
            "By nightfall the rebels controlled Cap-Haitien in Haiti.",
            "Non-state actor overtakes territory",
            "rebel:HT",
        ),
        (
            "Port Harcourt has been taken by the federal army.",
            "Government regains territory",
            "state forces:NG",
        ),
        (
            "Asmara has been taken by Eritrean guerrillas.",
            "Non-state actor overtakes territory",
            "rebel:ER",
        ),
    ],
)
def test_who_has_a_place_again_or_by_nightfall_is_news(
    coder: EnglishCoder, text: str, kind: str, to: str
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(1995, 6, 14))])
    (claim,) = coded.claims
    assert claim.control is not None
    assert (claim.sub_event_type, called(claim.control.to)) == (kind, to)


@pytest.mark.parametrize(
    "text",
    [
        "Rebels remained in control of Buchanan in Liberia.",
        "The army retained control of the airport at Jaffna.",
        "The government's soldiers remained in control of Jaffna fort.",
        "The port has been in the hands of Houthi fighters since 2014.",
        "Most of the north of Mali is in the hands of rebels.",
        "Two journalists are in the hands of rebels near Bangui.",
        "The stadium in Kigali was taken over by the army for a parade.",
    ],
)
def test_who_keeps_control_of_a_place_has_not_taken_it(coder: EnglishCoder, text: str) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2016, 6, 14))])
    assert not any(claim.control for claim in coded.claims)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "Herat, Farah and Kunduz are now under the control of the Taliban.",
            ["Herat", "Farah", "Kunduz"],
        ),
        ("Herat and Kandahar are under Taliban control, residents said.", ["Herat", "Kandahar"]),
        # Not said to be news, but the report opens with it.
        ("The towns of Bailundo and Andulo are in the hands of the army.", ["Bailundo", "Andulo"]),
        ("Rebels brought Bunia and Beni under their control on Monday.", ["Bunia", "Beni"]),
    ],
)
def test_each_of_several_places_that_somebody_has_is_told(
    coder: EnglishCoder, text: str, places: list[str]
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2014, 6, 14))])
    assert [claim.place.name for claim in coded.claims if claim.place] == places


@pytest.mark.parametrize(
    ("text", "kind", "to"),
    [
        (
            "Baidoa has been restored to government control after a week of fighting, officials "
            "said.",
            "Government regains territory",
            "state forces:SO",
        ),
        (
            "The town of Baidoa reverted to the control of Ethiopian troops on Monday.",
            "Non-state actor overtakes territory",
            "external forces:ET",
        ),
        # Near miss: people who return.
        ("Refugees returned to Baidoa, now under government control.", "Displacement", None),
        (
            "Rebels handed the port of Harper in Liberia to the army on Monday.",
            "Non-violent transfer of territory",
            "state forces:LR",
        ),
    ],
)
def test_a_place_returned_to_control_lost_or_handed_over_has_changed_hands(
    coder: EnglishCoder, text: str, kind: str, to: str | None
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2008, 6, 14))])
    (claim,) = coded.claims
    assert claim.sub_event_type == kind
    assert (claim.control and called(claim.control.to)) == to
