"""Offices of unknown words, as far as commas, titles and clauses show them to go."""

import pytest
from parsed import doc_of

from dossier.find.persons import people

REACH = [
    # up to the name that a comma or a title sets off
    ("The Head of the Signal Troops, Colonel Olzhas Seitkali, reported.",
     [("Olzhas Seitkali", "Head of the Signal Troops", None)]),
    ("We met the Director for Oceania and Commonwealth, Mr. Tomasi Vuki.",
     [("Tomasi Vuki", "Director for Oceania and Commonwealth", None)]),
    ("Kenya agreed. Principal Secretary in the State Department for Fisheries Dr. Jane Wambui said so.",
     [("Jane Wambui", "Principal Secretary in the State Department for Fisheries", "KE")]),
    ("Mongolia agreed. The Chair of the Assembly's friendship group with Peru, Mr. Bat Erdene, came.",
     [("Bat Erdene", "Chair of the Assembly's friendship group with Peru", "MN")]),
    ("The premier in Tripoli, Salem Dabbah, agreed.", [("Salem Dabbah", "premier", "LY")]),
    ("Yemen is split. The prime minister in Sanaa, Ahmed al-Rahwi, agreed.",
     [("Ahmed al-Rahwi", "prime minister", "YE")]),
    ("The Minister of Defence Guerini, General Enzo Bassi, and others met.",
     [("Guerini", "Minister of Defence", None), ("Enzo Bassi", None, None)]),
    ("He thanked the Keeper's son and the Custodian of the Seven Wells, King Faris bin Omar, for it.",
     [("Faris bin Omar", "Custodian of the Seven Wells; King", None)]),
    ("The Ambassador-at-Large, Ricardo Prado, thanked Counsellor at the Embassy Mr. Ken Ito.",
     [("Ricardo Prado", "Ambassador-at-Large", None), ("Ken Ito", "Counsellor at the Embassy", None)]),
    ("The Executive Vice President, Upstream, Mrs. Ada Obi, and the Director, Dr. Musa Bello, spoke.",
     [("Ada Obi", "Executive Vice President, Upstream", None), ("Musa Bello", "Director", None)]),
    # to the comma after it, where the name stands before
    ("Dr. Samir Nasr, Minister of Foreign Affairs, Emigration and Lebanese Expatriates, rang.",
     [("Samir Nasr", "Minister of Foreign Affairs, Emigration and Lebanese Expatriates", "LB")]),
    ("Lina Berg, analyst at Power Insights, expects more.", [("Lina Berg", "analyst at Power Insights", None)]),
    ("Noa Stern, senior GDP analyst at Energy Prospects, expects more.",
     [("Noa Stern", "senior GDP analyst at Energy Prospects", None)]),
    ("Ivo Kral, minister of industry, Bo Lind and Ada Moss, the painter, stayed.",
     [("Ivo Kral", "minister of industry", None), ("Bo Lind", None, None), ("Ada Moss", None, None)]),
    # a word in small letters before an office in capitals is none of it
    ("After the consultation Minister of Health Asel Toktogul left.",
     [("Asel Toktogul", "Minister of Health", None)]),
]
TOLD = [
    # who is kept, brought back, put in as something
    ("Italy kept Carla Neri as treasurer and brought back Ugo Sala as interior minister.",
     [("Carla Neri", "treasurer", "IT"), ("Ugo Sala", "interior minister", "IT")]),
    ("The king swore in Azman Hamid as prime minister.", [("Azman Hamid", "prime minister", None)]),
    ("Critics described Ana Lopez as minister for nothing.", [("Ana Lopez", None, None)]),
    ("Fortescue named insider Joan Pell as its next chief executive.", [("Joan Pell", "chief executive", None)]),
    # whose post it was
    ("Aigul Sadyk was relieved of her post as First Deputy Minister of Trade on Monday.",
     [("Aigul Sadyk", "First Deputy Minister of Trade", None)]),
    ("Marta Kowal lost her job as finance minister.", [("Marta Kowal", "finance minister", None)]),
    # whom the first sentence quotes by office only, and the next by name
    ("Ghana's cocoa will run short, the head of the country's crop regulator said.\n\nYaw Boateng told a fair so.",
     [("Yaw Boateng", "head of the country's crop regulator", "GH")]),
    ("Ghana's president came by sea. On Monday Yaw Boateng went on, and found President Lucía Ferreira Prado there.",
     [("Yaw Boateng", "president", "GH"), ("Lucía Ferreira Prado", "President", None)]),
    # a trade at the head of a sentence, and what only looks like one
    ("Cardiologist Dr Richard Phiri heads the unit. Ebenezer Samuel Addo laughed.",
     [("Richard Phiri", "Cardiologist", None), ("Ebenezer Samuel Addo", None, None)]),
    # a relative named beside the office
    ("Her father, Luis Prado, was president then.", [("Luis Prado", "president", None)]),
    # who wants an office, and whose wife somebody is
    ("Presidential candidate Wanda Quispe asked for a recount.",
     [("Wanda Quispe", "Presidential candidate", None)]),
    ("The party's candidate, former premier Abdou Sarr, conceded.", [("Abdou Sarr", "former premier", None)]),
    ("He thanked Lady Marsh and Ghana's First Lady, Mrs. Efua Addo.",
     [("Marsh", None, None), ("Efua Addo", "First Lady", "GH")]),
    # whoever runs a thing of their own has no office
    ("Rosa Prieto, who runs a fleet of forty buses, shrugged.", [("Rosa Prieto", None, None)]),
    ("Rosa Prieto, who leads the prosecutor's office against graft, shrugged.",
     [("Rosa Prieto", "leads the prosecutor's office against graft", None)]),
]


@pytest.mark.parametrize(("text", "expected"), REACH + TOLD)
def test_offices_reach_as_far_as_the_sentence_shows(text: str, expected: list) -> None:
    """An office goes on to the name or comma that closes it, and a clause gives it to whom it tells it of."""
    assert [(p.name, p.office, p.country) for p in people(doc_of(text))] == expected


NAMES = [
    # a word that begins no name may end one, and a country may be a surname
    ("Joan Peace, a U.S. attorney, declined.", [("Joan Peace", "attorney", "US")]),
    ("Portugal's premier Luís Montenegro agreed.", [("Luís Montenegro", "premier", "PT")]),
    ("Omar Ramadan of the Red Crescent said thousands fled.", [("Omar Ramadan", None, None)]),
    # what is a title elsewhere may stand within a name
    ("Dr. Kwesi Ato Mensah's paper was read.", [("Kwesi Ato Mensah", None, None)]),
    # where somebody is from is no part of the name
    ("Her predecessor, the German Klaus Winter, moved slowly.", [("Klaus Winter", None, None)]),
    # nor is what is done at the head of the sentence
    ("Answering Farid Nasri Latif, she denied it.", [("Farid Nasri Latif", None, None)]),
    # a son is not his father
    ("King Hamad II saw Crown Prince Salman bin Hamad II, who left.",
     [("Hamad II", "King", None), ("Salman bin Hamad II", "Crown Prince", None)]),
    # who is listed beside those we know is one of them
    ("Peter Low, Mark Hill and Wiremu Tane were all mentioned.",
     [("Peter Low", None, None), ("Mark Hill", None, None), ("Wiremu Tane", None, None)]),
    # a city of two words is nobody
    ("The firm flies to São Paulo. To take gas to São Paulo costs more.", []),
    # the body of an office may be told after the name
    ("Director-General Marta Silva, of the International Labour Organization, signed.",
     [("Marta Silva", "Director-General of the International Labour Organization", None)]),
    ("The brother of two-time premier Aslan Reza pledged it.", [("Aslan Reza", "two-time premier", None)]),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_names_are_told_whole(text: str, expected: list) -> None:
    """A name is all its words and no other, whatever else those words may mean."""
    assert [(p.name, p.office, p.country) for p in people(doc_of(text))] == expected


AMONG = [
    # of two named with their offices, neither office is the other's
    ("Latvia's Minister of Digital Development Jānis Ozols, Deputy Minister of Ports of Malta Karm Zahra, and others met.",
     [("Jānis Ozols", "Minister of Digital Development", "LV"), ("Karm Zahra", "Deputy Minister of Ports", "MT")]),
    # a rank of diplomats or a styled name ends the office, and where a body of nations sends somebody is of it
    ("The Head of the Field Office in Dili, Ambassador Rosa Prieto, spoke.",
     [("Rosa Prieto", "Head of the Field Office in Dili", "TL")]),
    ("Ask the Head of Public Diplomacy, Mr Sipho Dube, or others.", [("Sipho Dube", "Head of Public Diplomacy", None)]),
    ("He met the UNICEF Representative in Nepal, Ms. Alice Berg.",
     [("Alice Berg", "UNICEF Representative in Nepal", None)]),
    # two words that are known for no field are a name, whose body is told after it
    ("Secretary for Asia and the Pacific Affairs Vann Sok of the Ministry of Foreign Affairs came.",
     [("Vann Sok", "Secretary for Asia and the Pacific Affairs", None)]),
    # a body in letters, a body with its town, an office that serves another
    ("Chairman NLPA Aslam Butt and Director General KDRS Omar Mir met.",
     [("Aslam Butt", "Chairman NLPA", None), ("Omar Mir", "Director General KDRS", None)]),
    ("The head of the sea foundation Havdyp in Bodø, Aslak Vik, warned of it.",
     [("Aslak Vik", "head of the sea foundation Havdyp", None)]),
    ("Lina Saad, a former adviser to the UN envoy for Yemen, disagreed.",
     [("Lina Saad", "former adviser to the UN envoy for Yemen", None)]),
    # what is a ruler's title elsewhere is a name after another office; peers have their seat in the name
    ("The Deputy Minister Sultan Harthi met Lord Farid Khan of Luton.",
     [("Sultan Harthi", "Deputy Minister", None), ("Farid Khan of Luton", None, None)]),
    # the town before an office is nobody
    ("They will rebuild Kharkiv, the head of the regional administration, Oleh Bondar, said.",
     [("Oleh Bondar", "head of the regional administration", "UA")]),
    ("Vice Foreign Minister Pak Chol Su and her fellow senator Ana Lee left.",
     [("Pak Chol Su", "Vice Foreign Minister", None), ("Ana Lee", "senator", None)]),
]


@pytest.mark.parametrize(("text", "expected"), AMONG)
def test_offices_stay_with_their_holders(text: str, expected: list) -> None:
    """Among several names and bodies each office is whole, and its own holder's."""
    assert [(p.name, p.office, p.country) for p in people(doc_of(text))] == expected
