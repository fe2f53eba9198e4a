"""People who walk, go or come out of a place are displaced, and the verb tells of their flight."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coders import coder
from dateline.coding.document import parse
from dateline.coding.figures import find_figures
from dateline.model import Measure, Report, SubEventType


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Some 5,400 people have gone into Uganda.", 5400),
        ("Thousands of Croats have been leaving Travnik since Tuesday.", 2000),
        ("About 250,000 Rwandans walked over the bridge into Tanzania.", 250000),
        ("About 3,000 Tamils reached the camp at Vavuniya.", 3000),
        ("The war has driven some 180,000 across the border into Chad.", 180000),
        ("Half a million people were on the move in Malakand.", 500000),
        ("About 5,600 people were already in Panyang, having fled from Uror.", 5600),
        ("Some 1,000 people are staying near Mae Sot after fleeing clashes in Karen.", 1000),
        ("About 300 people have since crossed to Chad.", 300),
        ("Thousands of Tutsis trudged toward Goma on Sunday.", 2000),
        ("At least 6,000 villagers have waded across into Thailand.", 6000),
        ("Hundreds of Rohingya crossed the Naf river to Teknaf.", 200),
        ("The border was opened; 30,000 crossed by the evening.", 30000),
        ("About 3,000 Rohingya have got into Bangladesh since Friday.", 3000),
        ("Some 50,000 people have come in from the countryside.", 50000),
        ("Some 38 people came out through the checkpoint.", 38),
        ("Over 20,000 persons have shifted to the Suru valley since May.", 20001),
        ("The mayor had the quarters emptied; 400,000 people left.", 400000),
        ("The governor ordered 6,000 people out of 23 villages.", 6000),
        ("Fighting drove 4,500 residents out of the town.", 4500),
        ("Shells forced 70,000 Palestinians into schools.", 70000),
        ("The camp shelters 50,000 people.", 50000),
        ("About 1,200 women moved out of Tetovo as gunmen fired on the town.", 1200),
        ("The war has driven some 1,800 more across the border into Chad.", 1800),
        ("Around 16,000 refugees were able to return to their homes.", 16000),
        ("Some 5,600 herders already in the bush, having fled Nyal.", 5600),
        ("The camp shelters 300 boys every summer.", None),
        ("Some 40,000 fans crossed the river to the stadium.", None),
        ("Since May 17,000 people have come down from the Nuba hills.", 17000),
        ("Collective centres in Zagreb now house 44,000 Bosnians.", 44000),
        ("Soldiers ordered 800 villagers out of Kalay township.", 800),
        ("Thousands have come in from Nasiriya and Diwaniya.", None),
        ("Some 2,300 villagers came down from the hills for the market.", None),
        ("The ban drove 2,000 smokers out of the town.", None),
        ("The price of land pushed 4,000 farmers out of the region.", None),
        ("Some 250 patients were able to return to their homes.", None),
        ("The strike drove 3,000 commuters out of the city.", None),
        ("Hundreds of people crossed to Jersey for the music festival.", None),
        ("About 5,000 people walked to Lourdes on Friday for the pilgrimage.", None),
        ("About 1,000 villagers have moved to tents in the stadium.", 1000),
        ("Hundreds of people ran for the hills when the rebels came.", 200),
        ("Some 8,200 had gone back by 13 May after the militia left.", 8200),
        ("About 10,000 people are sleeping in churches since the attack.", 10000),
        ("Some 20,000 people moved to Florida last year.", None),
        ("Hundreds of people ran for the bus.", None),
        ("About 300 people have gone back to work.", None),
        ("Some 30 sheep crossed to Jersey.", None),
        ("Some 40 soldiers are in Chad after fleeing the front.", None),
        ("Five suspects are in Spain after fleeing the country.", None),
        ("Two ministers left Kabul on Friday.", None),
        ("Some 400 troops crossed into Lebanon.", None),
        ("More than 365,000 people, a third of the city, have left it since May.", 365001),
        ("About 4,000 persons have left for Tai.", 4000),
        ("After the attacks 200 families left.", 200),
        ("Some 1,000 villagers have moved to Banda Aceh.", 1000),
        ("Over 20,000 persons have shifted to safer places.", 20001),
        ("Only 60 families got out of the quarter by night.", 60),
        ("Some 10,000 people are sleeping in schools after the raids.", 10000),
        ("Six people left hungry.", None),
        ("Five people got out of a car and fired.", None),
        ("Thousands walked behind the coffin of the dead leader.", None),
        ("Fifty people walked out of the meeting.", None),
        ("Three people walked into a bar.", None),
        ("Thousands of people came to Geneva for the conference.", None),
        ("Hundreds of people went into the building.", None),
        ("Mortar fire on Sunday sent 900 villagers fleeing towards Kokang.", 900),
        ("Shelling on Sunday sent 900 people into the forests around Kokang.", 900),
        ("The massacre sent some 5,000 people running into the bush.", 5000),
        ("Clashes in Loikaw forced 3,400 people to take refuge in monasteries.", 3400),
        ("Residents said 900 people had to leave their village.", 900),
        ("The militia drove 2,100 civilians from Zvornik.", 2100),
        ("The advance has pushed 60,000 people towards Beledweyne.", 60000),
        ("British soldiers flew 450 people out of Freetown.", 450),
        ("The government bused 1,900 people out of Daraya.", 1900),
        ("In all, 2,400 patients have been brought out of the Vanni by sea.", 2400),
        ("Some 7,000 Liberians have entered Guinea since Monday.", 7000),
        ("About 7,800 Malians have entered Mauritania since January.", 7800),
        ("Israeli shelling has pushed 180,000 people into UN schools.", 180000),
        ("Some 6,000 people from Pibor arrived in Bor last week.", 6000),
        ("About 200 families arrived in Kilis from Azaz.", 200),
        ("Villagers say 90 families abandoned their fields.", 90),
        ("About 400 are housed in churches in Uvira.", 400),
        ("Shells hit Gori, and 6,000 residents took to the hills.", 6000),
        ("Kenya sent 300 people to the games.", None),
        ("Hunger forced 300 people to seek work abroad.", None),
        ("Some 40 people had to leave the meeting.", None),
        ("The merger drove 2,000 people out of work.", None),
        ("Inflation pushed 14,000 people into poverty.", None),
        ("Rebels pushed 40 soldiers out of Kidal.", None),
        ("The party bused 10,000 supporters to the rally.", None),
        ("Ambulances brought 20 people out of the rubble.", None),
        ("Some 200 settlers entered the Al-Aqsa compound under guard.", None),
        ("Three journalists from France arrived in Bangui.", None),
        ("Some 800 peacekeepers from Nepal arrived in Dili.", None),
        ("Some 60 soldiers are lodged in a school.", None),
    ],
)
def test_who_walks_away_is_displaced(text: str, number: int | None) -> None:
    (document,) = parse([Report(id="r", text=text, published=date(2020, 1, 1))])
    found = [
        mention.figure.best or mention.figure.low
        for mention in find_figures(document)
        if mention.figure.measure is Measure.DISPLACED
    ]
    assert found == ([] if number is None else [number])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("KAMPALA - Some 5,400 people have gone into Uganda since fighting broke out.", True),
        ("About 250,000 Rwandans walked over the bridge into Tanzania on Friday.", True),
        ("UN buses took 3,000 people out of the besieged town of Zepa on Wednesday.", True),
        ("Turkish strikes have driven 130,000 people from Tell Abyad, the UN said.", True),
        ("Some 16,000 people from West Darfur arrived in Chad in July, UN teams said.", True),
        ("Some 4,000 people have left Galle because of the floods.", False),
        ("Thousands of tourists left Nairobi on Sunday after the Safari Rally.", False),
    ],
)
def test_verbs_of_motion_tell_of_a_flight(text: str, told: bool) -> None:
    (coded,) = coder().code([Report(id="r", text=text, published=date(2019, 5, 20))])
    types = [claim.sub_event_type for claim in coded.claims]
    assert (SubEventType.DISPLACEMENT in types) is told
