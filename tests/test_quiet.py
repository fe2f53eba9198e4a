"""Words of war that tell of no war, and the same words where they do."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report


def _coded(coder: EnglishCoder, text: str) -> int:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2014, 7, 22))])
    return len(coded.claims)


@pytest.mark.parametrize(
    "text",
    [
        # figures of speech
        "Two Kenyan runners took control of the race in Berlin at the 35 km mark.",
        "The price of bread exploded in Khartoum.",
        "The police launched a campaign against drunk driving in Kigali.",
        "The band bombed in Berlin but triumphed in Vienna.",
        "A bombshell memoir by a former aide hit the shelves on Tuesday.",
        "Leeds ambushed the champions with two late tries.",
        "The company launched an offensive to capture a third of the Chinese market.",
        "The town of Bath was invaded by tourists over Easter.",
        "Cadets fired a 21-gun salute for the queen's birthday.",
        "The defence ministry ordered 40 fighter jets from a French maker.",
        "A demolition team blew up the cooling towers at Didcot.",
        "The customs service seized 2,000 counterfeit handbags in Rotterdam.",
        # contraband and fraud
        # contraband and fraud
        "Customs officers seized 2 tonnes of cocaine in Guayaquil.",
        "Police arrested three men with 200 kilos of heroin in Quetta.",
        "Police arrested a pastor accused of fraud in Abuja.",
        # words that tell of war, arrests or protests only in company
        "Police picked up a stray dog in Perth.",
        "A fallen tree blocked the railway between Bath and Bristol on Friday.",
        "Storms cut power lines in Ohio on Monday.",
        "Floods cut the road between Cairns and Townsville on Monday.",
        "Fans filled the square in Naples and sang the anthem before the final.",
        "Miners dug in at Johannesburg to extract gold.",
        "An injured climber was airlifted to hospital in Chamonix.",
        # gatherings that protest against nothing
        "Families gathered in Omagh to remember their dead.",
        "Thousands attended an election rally in Lusaka.",
        "A memorial to the victims of the Enniskillen bomb was unveiled.",
        # private crime
        "A woman was killed by her husband in Ankara.",
        "The bear was captured on camera raiding bins in Anchorage on Wednesday.",
        "Opposition MPs accused the chancellor of a raid on the pensions budget.",
        "The Warriors exploded for 40 points in the third quarter and crushed the Grizzlies in "
        "Oakland.",
        "Milan took revenge on Liverpool in Athens, the striker striking twice.",
        "Croatia's troops marched into the final in Moscow, killing off England in extra time.",
        "Astronomers have captured the first image of a black hole shooting jets of plasma.",
        "The thriller about a bank raid stormed the US box office.",
        "Rescuers worked all night to pull 20 people out of the rubble in Qaterji.",
        "The bomb disposal squad was called to a mall in Nairobi over a suitcase.",
        "A private rocket blasted off from Cape Canaveral carrying supplies for the space station.",
        "The speaker killed the bill, and its sponsors accused him of holding the budget hostage.",
        "North Korea displayed new ballistic missiles at a military parade in Pyongyang.",
        "New York marked the 17th anniversary of the September 11 attacks with a ceremony.",
        "Surgeons in Sydney removed a bullet that had lodged in a man's brain in 1987.",
        "Bernal, who had attacked on the last climb, was crowned in Paris.",
        "The defence launched a scathing attack on the mother of the accuser in Santa Maria.",
        "A jury in San Francisco acquitted the defendant of murder on Thursday.",
        # animals
        "Researchers in Leipzig filmed chimpanzees raiding a neighbouring group and killing males.",
        "Poachers killed a record 1,004 rhinos in South Africa last year, the government said.",
        "Rangers killed a crocodile that had attacked two fishermen near Darwin.",
        # accidents
        "A blast tore through a fireworks market outside Mexico City, killing at least 29 people.",
        "The space shuttle exploded after lift-off from Cape Canaveral, killing its crew of seven.",
        # private crime
        "Armed robbers stole $2 million from a bank in Marseille after holding staff at gunpoint.",
        "A man shot dead his estranged wife and two children before killing himself in Perth.",
        "Police arrested a man in Leeds on Saturday over an online fraud that cost pensioners "
        "dearly.",
        "A man robbed a jewellery shop in Milan at gunpoint.",
        "Two men held up a petrol station in Pretoria and escaped with cash.",
        # diplomacy
        "Moscow expelled three Dutch diplomats on Friday.",
        # statistics, and crowds that come to see
        "Murders in Chicago rose to 510 last year, police figures showed on Monday.",
        "Claims for burglary, arson and vandalism in Ireland fell by a fifth, the insurer said.",
        "Millions across America gathered to watch the moon's shadow march across the continent.",
        # parades, debates, animals, suicide, statistics, works
        "Pipers marched to a memorial near Albert a century after the battle.",
        "Veterans marched through Minsk to mark the defeat of Germany.",
        "The two candidates clashed over taxes in Columbus.",
        "Wild dogs attacked a flock near Broken Hill and killed 60 sheep.",
        "An off-duty soldier killed himself in Colchester, the army said.",
        "A gunman killed his wife and two children and himself in Dayton.",
        "Murders in Caracas fell by 12 percent last year, and kidnappings by a fifth.",
        "The novel is set during the battle for Teruel, in which its hero is wounded.",
        "Police seized 90 kg of cocaine in Callao and arrested three men.",
        "Police arrested two men who had hacked the accounts of a bank in Riga.",
        # soldiers to be seen, people who are stopped, other sides
        "The army conducted a flag march through Srinagar on Sunday.",
        "Police intercepted a man at a checkpoint in Kano on Monday.",
        "The Welsh side beat the Irish side in Cardiff on Saturday.",
        "A storm cut power lines in Kerala on Tuesday.",
        "Engineers cut the old pipeline in Norway on Tuesday.",
    ],
)
def test_what_tells_of_no_war_is_no_claim(coder: EnglishCoder, text: str) -> None:
    assert _coded(coder, text) == 0


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers seized weapons, ammunition and 20 kilos of heroin in Helmand.",
        "Police arrested four men carrying explosives in Peshawar.",
        "Police opened fire at an election rally in Conakry, killing three supporters.",
        "Gunmen attacked an Independence Day parade in Ahvaz, killing 25.",
        "The army launched an offensive against drug cartels in Michoacan; 12 gunmen were killed.",
        "Rebels took control of the company's mine at Bisie after a battle.",
        "Gunmen struck down a judge outside the law courts in Tegucigalpa on Monday.",
        "Rebels captured a gold mine near Bria on Monday.",
        "Rebels shelled the final government positions in Ramousah on Monday.",
        "Police arrested 14 activists over a protest against the fraud in the election in Almaty.",
        "North Korea bombarded Yeonpyeong island with about 170 shells, killing two marines.",
        "Rebel tanks entered Novoazovsk on Thursday and fighting was reported to the east.",
        "The government accuses the Taliban of kidnapping about 60 civilians in the province of "
        "Daykundi.",
        "Rebel fighters set fire to the town hall of Coris on Friday.",
        "Poachers shot dead three rangers in Garamba park on Saturday.",
        "Lone wolf attacker stabbed three policemen in Istanbul.",
        "Tamil Tigers attacked a navy boat off Trincomalee.",
        "Militants blew up a gas pipeline near Dera Bugti on Friday.",
        "A mine exploded under a minibus near Kandahar, killing 12.",
        "A grenade exploded at a fireworks stall in Cali, injuring six; police blamed the FARC.",
        "Gunmen killed a police chief, his wife and two children in Baquba.",
        "A car bomb in Limbadi killed a politician and left his elderly father badly injured.",
        "Robbers killed nine people in a raid on jewellers in Baghdad.",
        "Kidnappings rose as gunmen seized two engineers near Aden on Sunday.",
        "The number of people killed in the attack on a mosque in Mosul rose to 20.",
        "Thousands gathered in Tahrir Square in Cairo to demand that the president go.",
        "A suicide bomber killed 55 people watching the flag ceremony at the Wagah border.",
        "Veterans marched in Harare to demand land.",
        "Students clashed with police over fees in Dakar.",
        "Two tribes clashed over water near Baidoa.",
        "A gunman killed two guards and himself in Bamako.",
        "Rebels robbed a bank in Torola and burned its papers.",
        "Soldiers expelled 2,000 villagers from their homes in Zvornik.",
        "Police picked up a former minister's aide in Bangui on Friday over contacts with rebels.",
        "Rebels cut the power line to Bujumbura on Tuesday.",
        "Rebels cut the road between Huambo and Benguela on Monday.",
        "Nigeria airlifted 600 troops to Freetown on Tuesday, the defence ministry said.",
        "British paratroopers dug in around Freetown's airport on Tuesday as rebels advanced.",
        "In Nazran, 700 women blocked a bridge against a column of the army for three hours.",
        "Tens of thousands filled Taksim Square in Istanbul to demand the release of the mayor.",
        "Students shouted slogans against the junta in Yangon on Monday.",
        "Separatist leaders were confined to their houses in Srinagar on Friday.",
        "Police say they have found 87 detonators at the bus station of Davao.",
        "Thousands of residents marched with national flags in Jos on Monday.",
        "Police intercepted a man with a bomb at the station in Kano on Monday.",
        "Police beat a team of journalists in Harare on Saturday.",
    ],
)
def test_the_same_words_tell_of_war_where_they_mean_it(coder: EnglishCoder, text: str) -> None:
    assert _coded(coder, text) >= 1


@pytest.mark.parametrize(
    "text",
    [
        "Thousands of followers gather outside the hospital where the guru is being treated.",
        "Crowds gather in Seoul to celebrate the new year.",
        "Hundreds gather for the opening of the bridge in Mostar.",
        "The army band marches in the Independence Day parade in Accra.",
        "Two men are arrested and charged with flying drones near an airport.",
        "Runners take to the streets of Nairobi for the marathon.",
        "The defender was shot down by critics after the loss.",
        "A bomb from the Second World War is defused in Koblenz.",
    ],
)
def test_crowds_that_want_nothing_and_old_bombs_are_quiet(coder: EnglishCoder, text: str) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2016, 3, 8))])
    assert not coded.claims


@pytest.mark.parametrize(
    "text",
    [
        "Mourners gather in Baghdad to demand justice for the dead.",
        "Thousands gather in Minsk to demand new elections.",
        "Mourners gather in Sanaa for those killed in an air strike on a market on Monday.",
        "Police arrest 12 opposition activists charged with plotting a coup in Kampala.",
    ],
)
def test_who_mourns_the_dead_of_an_event_tells_it(coder: EnglishCoder, text: str) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2016, 3, 8))])
    assert coded.claims


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Gas pipeline blown up in Dera Bugti", 1),
        ("A gas pipeline was blown up near Arish on Sunday.", 1),
        ("Unknown men have blown up a gas pipeline near Sui.", 1),
        ("A gas pipeline blew up near Abuja, killing five.", 0),
        ("A gas tanker has blown up on a motorway near Bologna.", 0),
    ],
)
def test_who_blows_up_a_pipeline_is_no_accident(coder: EnglishCoder, text: str, told: int) -> None:
    assert _coded(coder, text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Rangers gunned down Remo Stars 3-0 in Enugu on Sunday.",
        "Zamalek routed Ismaily 4-1 in Cairo to go top.",
        "Spassky attacked on the kingside in Reykjavik and his rival surrendered after 56 moves.",
        "Partizan bombarded the Lazio goal in Belgrade for an hour.",
        "The two clubs fought out a scoreless draw in Kinshasa.",
        "Shares in Madrid were slaughtered on Friday.",
        "Investors fled the stock market in Jakarta on Monday.",
        "The prime minister's budget was shot down by parliament in Rome.",
        "Rebel deputies torpedoed the trade treaty in Brussels on Tuesday.",
        "The premier was torpedoed by his own party in Canberra.",
        "The last man known to have fought at the Somme has died in Leeds at 109.",
        "The admiral, who sank six ships in the Pacific, died in his sleep in Norfolk at 91.",
        "In a drill at Lyon's airport 80 students played the dead and wounded.",
        "Traffic stopped and people fell silent in Hiroshima for the anniversary.",
    ],
)
def test_figures_of_speech_of_sport_money_and_parliaments(coder: EnglishCoder, text: str) -> None:
    assert _coded(coder, text) == 0


@pytest.mark.parametrize(
    "text",
    [
        "A student was stabbed to death in a row over a parking place in Accra.",
        "A man was shot dead in a quarrel over money in Santos, police said.",
        "Two cousins were killed in a drunken brawl in Omsk.",
        "Police in Leeds have arrested a plumber over the disappearance of two girls.",
        "A woman told police in Cusco that her former husband had kidnapped their son.",
        "Three masked robbers held up a goldsmith's in Lille and shot the owner in the foot.",
        "Violent deaths in Cali fell by a tenth to 3,100 this year.",
        "Ministers and veterans gathered in Anzio on Sunday.",
        "A firework display set off a blast that killed 30 people in Puebla, police said.",
    ],
)
def test_quarrels_private_crimes_rates_and_accidents_are_quiet(
    coder: EnglishCoder, text: str
) -> None:
    assert _coded(coder, text) == 0


@pytest.mark.parametrize(
    "text",
    [
        "Rebels ambushed a convoy near Gao on Sunday, killing 3-4 soldiers.",
        "Gunmen of the militia torpedoed the talks in Aden by killing two envoys.",
        "The number of dead in the fighting in Kabul rose by a third to 200, the Red Cross said.",
        "Three herders were killed in a dispute over grazing land near Jos.",
        "A policeman was stabbed to death during a drunken brawl with soldiers in Grozny.",
        "Police arrested a militia leader over the killing of villagers at Kiwanja.",
        "Survivors of the camp gathered in Prijedor to protest against the mayor.",
        "A farmer died of his wounds in Hebron on Friday, aged 71, after settlers shot him.",
        "A lorry packed with explosives blew up at a checkpoint in Gao, killing 3 soldiers.",
        "The killing of a deputy set off fighting in Kigali in which nine soldiers died.",
    ],
)
def test_the_same_quarrels_and_numbers_in_war_are_told(coder: EnglishCoder, text: str) -> None:
    assert _coded(coder, text) >= 1
