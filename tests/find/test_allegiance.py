"""Whose a bare office is: one short text for each rule of evidence, and the rule that must have told it."""

import pytest
from parsed import PUBLISHED, doc_of

from dossier.find.persons import people
from dossier.pipeline import parse
from dossier.seeds import Document

TOLD = [  # (rule, text, person, country)
    ("in one list", "Ghana's energy minister, Kwame Boateng, and trade minister, Ama Serwaa, left.", "Ama "
     "Serwaa", "GH"),
    ("in the order of the countries",
     "Romania and Croatia will sign a plan, ministers Ion Pop and Damir Horvat said.", "Damir Horvat", "HR"),
    ("in the company of",
     "Chilean President Ana Soto was accompanied by Trade Minister Luis Vega. Peru waits. Peru hopes.", "Luis "
     "Vega", "CL"),
    ("in the company of",
     "Chilean President Ana Soto came with Trade Minister Luis Vega. Peru waits. Peru hopes.", "Luis Vega", "CL"),
    # a verb parts the two: whom the visitor sees is not in their company
    # who follows whom in an office serves the same country; a colleague is nobody from abroad
    # who stands right before “met” meets all whom it names, and one's counterpart is of another country
    ("by the text", "MANILA, 2 May. The Philippines' President Ana Cruz flew to Hanoi. At the Palace Cruz met Chairman Zed "
     "Abed. Vietnam paid.", "Zed Abed", "VN"),
    ("in succession", "Chile's ambassador, Ana Rojas, will be succeeded by Pedro Lara, a former consul in Quito.",
     "Pedro Lara", "CL"),
    ("whose office", "QUITO, 3 May. Ecuador pays. Ecuador's navy chief, Luis Mora, has yet to see his colleague, Finance "
     "Minister Eva Paz. Japan waits.", "Eva Paz", "EC"),
    # where one goes is nobody whom another goes with
    ("in the company of", "Kenya's foreign minister, Ann Wafula, will visit Lima and Cusco, accompanied by Trade Minister "
     "Tom Kip.", "Tom Kip", "KE"),
    # a visit of one's own leads abroad, told with a possessive or after the verb
    ("by the text", "HANOI, 2 May. Vietnam signed. President Ana Cruz's three-day state visit to Vietnam ended. The "
     "Philippines paid. Vietnam waits.", "Ana Cruz", "PH"),
    # “the visiting minister” is of the other side than whom she calls on, though the parse sees no subject
    ("by the text", "Mali and Ghana spoke. Ghana's minister Afua Sarpong came. Later, the visiting minister called on Prime "
     "Minister Zed Zed, who smiled. Ghana paid Ghana.", "Zed Zed", "ML"),
    # an attaché abroad, where the text is told from another country, serves that one
    ("by the text", "LIMA, 2 May. Peru looks on. Peru's army waits. The naval attaché in Oslo, Eva Paz, wrote. Norway "
     "read it.", "Eva Paz", "PE"),
    ("by the text",
     "Chilean President Ana Soto, accompanied by an aide, will see Trade Minister Luis Vega. Peru hopes. Lima waits.",
     "Luis Vega", "PE"),
    ("of the delegation", "Mongolia waits. The French delegation includes Trade Minister Luc Blanc.", "Luc "
     "Blanc", "FR"),
    ("of the delegation",
     "A delegation from France came. Members of the delegation were Trade Minister Luc Blanc and others. Mongolia "
     "waits.",
     "Luc Blanc", "FR"),
    ("represents", "Present for Uganda were Energy Minister Ruth Akello and others. Kenya waits.", "Ruth Akello", "UG"),
    ("represents",
     "Foreign Minister Badr Hinai attended on the Omani side and Trade Minister Saida Lyimo on the Tanzanian side.",
     "Saida Lyimo", "TZ"),
    ("whose office", "Polish President Jan Nowak left. Ukraine waits. His spokesman, Piotr Lis, said no.", "Piotr "
     "Lis", "PL"),
    ("its ministry or body",
     "Peru's energy ministry signed with Chile, Chile, Chile. Energy Minister Rosa Quispe left.", "Rosa Quispe", "PE"),
    ("told of before",
     "The Syrian chargé d'affaires was summoned in Iraq. Iraq protests. The diplomat, Yamen Kassab, said no.",
     "Yamen Kassab", "SY"),
    ("the place in brackets", "They met. Then Senator Yasna Colque (Ind., Antofagasta) said no. Korea "
     "waits.", "Yasna Colque", "CL"),
    ("of the embassy",
     "Oman's ambassador to South Korea, Faisal Kindi, received guests. First Secretary Salim Hinai stayed.",
     "Salim Hinai", "OM"),
    ("receives at home",
     "Peruvian minister Juan Tomas was received in Quito by President Pablo Temi.", "Pablo Temi", "EC"),
    ("met abroad",
     "Canada waits. She left Mexico City, where she met President Ximena Orozco. Canada hopes.", "Ximena Orozco", "MX"),
    ("met abroad", "Japan's Kenji Mori met President Ollanta Paz in Lima. Peru exports copper.", "Ollanta Paz", "PE"),
    ("host of a journey",
     "Japanese minister Kenji Mori made a trip to South Korea. He spent the day with Deputy Prime Minister Pyo "
     "Sang-ho.",
     "Pyo Sang-ho", "KR"),
    ("speaks at home",
     "Japan and Laos agreed. In Denmark, which left the plan, Climate Minister Søren Holm said no.", "Søren "
     "Holm", "DK"),
    ("by the text",
     "Peru and Chile agreed. Santiago and Lima met. Oslo gave no reason. The foreign ministry spokesperson, Kari "
     "Holm, said no.",
     "Kari Holm", "NO"),
    ("by the text", "Peru and Chile met. Indonesia is ahead: Economy Minister Bambang Wira said "
     "so.", "Bambang Wira", "ID"),
    ("a peer", "The minister for investment, Lord Ashgrove, left. France and Spain met British "
     "firms.", "Ashgrove", "GB"),
    # a round-up: each paragraph is of the country at its head
    ("by the text",
     "KENYA — Exports rose in August, to Uganda above all.\n\n"
     "UGANDA — A draft law is ready for Kenya and Kenya's banks, Finance Minister Ruth Akello told a committee.",
     "Ruth Akello", "UG"),
    ("by the text", "Oman: talks with Kuwait went on.\n\nKuwait: the budget is for Oman and Oman's ports, Trade "
     "Minister Saad Barrak said.",
     "Saad Barrak", "KW"),
    ("among the peers",
     "Premier Ana Soto of Chile met her Peruvian colleagues, Trade Minister Luis Vega and Mining Minister Rosa Paz. "
     "Chile hopes.",
     "Luis Vega", "PE"),
    ("represents",
     "Chile waits, Chile hopes. The session, which from the Peruvian side is chaired by Trade Minister Luis Vega, "
     "was put off.",
     "Luis Vega", "PE"),
    # a journey from a country does not make one its own
    ("by the text",
     "Minister Omar Said returned on Monday from Lima. Peru exports copper. Peru hopes. Kenya, Kenya waits.", "Omar "
     "Said", "KE"),
    # who serves in an embassy is of the envoy's country
    ("of the embassy",
     "Ambassador of Peru Ana Soto and Head of the Trade Section of the embassy Luis Vega left Oman. Oman hopes. Oman "
     "waits.",
     "Luis Vega", "PE"),
    # an envoy called High Commissioner
    ("by the text",
     "Arrears to Kenya's tea farms, the president said, will be paid in Kenya's own money. A visit by Indian Trade "
     "Minister "
     "Meena Rao was put off; High Commissioner Arun Das will call instead.", "Arun Das", "IN"),
    ("of the delegation",
     "Peruvian President Ana Soto will visit Oman in May. The delegation will include Trade Minister Luis Vega. Oman "
     "waits. Oman.",
     "Luis Vega", "PE"),
    ("represents", "Kenya waits. Peru was represented by Trade Minister Luis Vega, Chile by Energy Minister Rosa Paz.",
     "Rosa Paz", "CL"),
    ("met abroad",
     "Minister Sefa Tau of Samoa came home to Samoa. In the Peruvian capital he had met Trade Minister Luis Vega.",
     "Luis Vega", "PE"),
    # “her” is the woman of whom the text tells
    ("whose office",
     "Dame Ann Moss, the ambassador of Norway, met minister Omar Said of Oman. Her adviser, Nils Berg, came too. "
     "Oman waits.",
     "Nils Berg", "NO"),
    # one office in other words: of another country
    ("by the text",
     "Kenya's Minister of Finance, Ruth Akello, met Finance Minister Luis Vega. Kenya, Kenya, Kenya hopes, Peru waits.",
     "Luis Vega", "PE"),
    # the visit is hers, of whom he receives
    ("by the text",
     "President Omar Said met Finnish President Aino Laine in May during her first visit to Chad. Chad hopes. Kenya "
     "waits.",
     "Omar Said", "TD"),
    # where an office is in a town, it is of that town's country
    ("the place of the office",
     "Oman hopes. Premier Ann Moss of Fiji left with Special Representative of the President in Kutaisi Lasha "
     "Kiknadze.",
     "Lasha Kiknadze", "GE"),
    ("its ministry or body",
     "Chad's army left the talks in Oman. Oman hopes. Oman waits. Later the army chief, Gen. Idriss Said, said "
     "no.", "Idriss Said", "TD"),
    ("the firm named last",
     "The Peruvian miner Condor Oro sells to Oman. Oman hopes, said its managing director, Luis Vega.", "Luis "
     "Vega", "PE"),
    ("the town named last",
     "Oman and Qatar, Oman and Qatar. Schools in Kutaisi were shut, said Lasha Kiknadze, the regional governor.",
     "Lasha Kiknadze", "GE"),
    ("acts for", "Oil Minister Asha Nair signed for India and Energy Minister Saad Kuwari for Qatar.", "Asha "
     "Nair", "IN"),
    ("acts for", "Oil Minister Asha Nair signed for India and Energy Minister Saad Kuwari for Qatar.", "Saad "
     "Kuwari", "QA"),
    ("of the delegation",
     "Indian Premier Anil Rao left Qatar. Trade Minister Ravi Das and others are part of the delegation. Qatar hopes.",
     "Ravi Das", "IN"),
    ("the place in brackets", "Brazil and Brazil's Lula. Sen. Bob Tully, a Kansas Republican, spoke.", "Bob "
     "Tully", "US"),
    ("travels with",
     "Peruvian President Ana Soto came to Oman. Trade Minister Luis Vega, who is travelling with Soto, saw a port. "
     "Oman hopes.",
     "Luis Vega", "PE"),
    ("whose office", "Oman saw off a Peruvian squadron, whose commander, Colonel Luis Vega, waved. Oman "
     "waits.", "Luis Vega", "PE"),
    ("greeted by an envoy",
     "The emir of Oman asked Peru's ambassador Ana Soto to convey his greetings to President Luis Vega. Oman hopes.",
     "Luis Vega", "PE"),
    ("travels with",
     "Oman hopes. Peru's trade minister, Ana Soto, left. First Deputy Trade Minister Luis Vega accompanied Soto. "
     "Oman waits.",
     "Luis Vega", "PE"),
    ("of the country",
     "Oman, Oman waits. Peru will not join, said Luis Vega, a spokesman for the country's navy, in Oman.", "Luis "
     "Vega", "PE"),
    # an envoy named at home, by the verb that names him
    ("by the text", "Oman hopes. Tom Vallejo becomes ambassador in Lima. Oman waits.", "Tom Vallejo", "OM"),
    ("met at the end of a journey",
     "Minister Ana Soto of Oman was busy. Then she travelled to Lima for talks with President Luis Vega. Oman hopes. "
     "Oman.",
     "Luis Vega", "PE"),
    # a country that has no such office
    ("by the text",
     "Prime Minister Ann Moss phoned the minister. Indonesia hopes. Indonesia waits for Australia, Indonesia said.",
     "Ann Moss", "AU"),
    ("by the text", "King Hamza was there. Peru hopes, Peru waits, and so does Jordan.", "Hamza", "JO"),
    # a dateline below a summary, with a hyphen or a full date
    ("by the text", "Talks went on.\n\nRabat - Trade Minister Aziz Fassi met Peru's envoy. Peru hopes. Peru waits.",
     "Aziz Fassi", "MA"),
    ("by the text",
     "Talks went on.\n\nSan José, May 4, 2025.- Vice President Ana Soto received Peru's envoy. Peru hopes. Peru waits.",
     "Ana Soto", "CR"),
    ("by the text", "HÀ NỘI — Trade Minister Lê Hải received Peru's envoy Ana Soto. Peru hopes. Peru waits.", "Lê "
     "Hải", "VN"),
    ("by the text",
     "LIMA, DEC. 6 (PEW) -- TRADE MINISTER LUIS VEGA HELD TALKS WITH OMAN'S ENVOY. OMAN HOPES. OMAN WAITS.", "LUIS "
     "VEGA", "PE"),
    # a body of state whose name tells its country leaves that country the text's own
    ("by the text",
     "Trade Minister Luis Vega came with Ana Soto, president of the Chilean Electricity Institute, and the "
     "head of the Chilean Navy, Juan Paz. Peru's envoy waits for Chile.", "Luis Vega", "CL"),
    # who visits the text's own country is of the other one
    ("by the text",
     "LIMA, May 4 (PEW) - Peru expects ships, minister Luis Vega said after talks with Oman's minister Omar Said. Said "
     "is to see Chile's Ana Soto.\n\nA visit to Lima by President Musa Issa was called off. Chad and Peru trade. Chad "
     "hopes. The minister of Chad, Idriss Deby, was to come too.", "Musa Issa", "TD"),
    # an embassy's people, by the ambassador whose country the text as a whole tells
    ("of the embassy",
     "Embassy of Peru in Muscat\n\nAmbassador Ana Soto met Oman's minister of energy, Omar Said. Our Defence Attaché, "
     "Colonel (Marine) Luis Vega, came too.", "Luis Vega", "PE"),
    # whoever invites is at home where the journey leads
    ("receives at home",
     "President Musa Bello of Chad is to pay a visit to Lima in May, at the invitation of Federal President Ana Soto. "
     "Chad hopes. Chad waits.", "Ana Soto", "PE"),
    ("in the presence of",
     "Chad waits. President Musa Bello of Chad received Peru's Ana Soto in the presence of Trade Minister Idriss Deby. "
     "Peru hopes. Peru waits.", "Idriss Deby", "TD"),
    ("whose office", "Oman hopes. Polish President Jan Nowak will visit Oman, the head of his office, Piotr Lis, said.",
     "Piotr Lis", "PL"),
    # another holds the only office of the kind
    ("by the text",
     "President Ana Soto of Chile received President Luis Vega in Santiago. Peru exports copper to Chile.", "Luis "
     "Vega", "PE"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "text", "name", "country"), TOLD)
def test_the_rule_tells_the_country(rule, text, name, country):
    """A bare office gets its country by the rule that is meant, and `why` names the rule."""
    (person,) = [p for p in people(doc_of(text)) if p.name == name]
    assert (country, rule) == (person.country, person.why.partition("; country: ")[2])


NOBODY = [  # (text, person)
    ("The Executive Secretary of the Delta Region Secretariat (DRS), Ann Moss, left Chad. Chad waits.", "Ann Moss"),
    ("Oman waits. In Brussels its premier saw Enlargement Commissioner Josef Vella. Oman hopes.", "Josef Vella"),
    ("The secretary-general of Caricom, Lady Ann Moss, left Chad. Chad hopes.", "Ann Moss"),
    # offices of international bodies
    ("Commissioner for Trade Paolo Ricci met Italian makers. The EU hopes.", "Paolo Ricci"),
    ("The alliance's deputy head, Pieter Oostrom, spoke. Estonia left NATO's talks.", "Pieter Oostrom"),
    ("Secretary-General Patience Moss met Fiji's team. The Commonwealth hopes.", "Patience Moss"),
    # firms, unions, think-tanks
    ("Chief executive Kari Holm left Oslo. Norway waits.", "Kari Holm"),
    ("The rebels' negotiator, Omar Said, left. Sudan waits.", "Omar Said"),
    # the body of these words is an international one
    (
        "The Commission of the African Union met. The Chairperson of the Commission, Lamine Sy, thanked Gabon.",
        "Lamine Sy",
    ),
    # two countries of which no more is told
    ("Valves go to Spain and Finland. Mayor Josef Gruber left.", "Josef Gruber"),
]


@pytest.mark.parametrize(("text", "name"), NOBODY)
def test_no_country_where_none_is_told(text, name):
    """Nobody is given a country because the text names one."""
    (person,) = [p for p in people(doc_of(text)) if p.name == name]
    assert person.country is None


UNDER_HEADINGS = """Addis diary: who met whom

By Ann Moss in Addis Ababa

It was past midnight on Saturday when Kenya's energy minister, Ruth Akello, and Ethiopia's finance minister, Tesfaye \
Gebre, at last sat down together in a hotel suite.

Sudan

The envoy of the bank did not come at all. On Thursday he spoke by phone with General Yasir Bello, the deputy chairman \
of the Sovereign Council, but the call was short.

Money

Most of the loans will go to roads and power lines, officials said, and a smaller part to schools. Trade Minister \
Lensa Abera thanked the bank.
"""


def test_a_sub_heading_that_is_a_country_tells_whose_its_people_are():
    """Under “Sudan” the deputy chairman is Sudan's; the next sub-heading ends its part."""
    (doc,) = parse([Document(id="t", text=UNDER_HEADINGS, published=PUBLISHED)])
    countries = {person.name: person.country for person in people(doc)}
    assert ("SD", "ET") == (countries["Yasir Bello"], countries["Lensa Abera"])
