"""How bodies, ranks, places and letters around a name are printed. A person is told as (name, office, country)."""

import pytest
from parsed import doc_of

from dossier.find.persons import persons

SHOWN = [  # how bodies, ranks and places are printed
    # services before a rank, and what is in brackets after it
    ("The Finnish Chief of Defence, Army General Antti Salo, left.", [("Antti Salo", "Chief of Defence", "FI")]),
    ("Peru's defence attaché, Colonel (Marine) Luis Vega, left.", [("Luis Vega", "defence attaché", "PE")]),
    # the body's name in letters
    ("The commander of the Royal Oman Guard (ROG), Badr Hinai, left.",
     [("Badr Hinai", "commander of the Royal Oman Guard", "OM")]),
    # beside another office the rank of a diplomat is a title
    ("Fiji's Undersecretary for Trade, Ambassador Ana Tora, left.", [("Ana Tora", "Undersecretary for Trade", "FJ")]),
    # provinces of several words, and a firm's branch
    ("The vice-governor of Tierra del Fuego, Ana Soto, left.",
     [("Ana Soto", "vice-governor of Tierra del Fuego", "AR")]),
    ("It was the head of Nordwind Peru, Ann Moss, who left.", [("Ann Moss", "head of Nordwind Peru", "PE")]),
    # bodies that several countries have
    ("Pakistan waits. Foreign Office spokesperson Rana Tariq said no.",
     [("Rana Tariq", "Foreign Office spokesperson", "PK")]),
    ("Foreign Office minister Ann Moss left.", [("Ann Moss", "Foreign Office minister", "GB")]),
    ("Vietnam hopes. Politburo member Tran Van Hoa left Hanoi.", [("Tran Van Hoa", "Politburo member", "VN")]),
    ("New Zealand Ambassador to Việt Nam Fiona Moss left.", [("Fiona Moss", "Ambassador to Việt Nam", "NZ")]),
    # a body parted by commas, a city at the end of its name
    ("Ann Moss, Permanent Secretary, Ministry of Health, Kenya, left.",
     [("Ann Moss", "Permanent Secretary, Ministry of Health", "KE")]),
    ("The Director-General, Ports Authority, Musa Bello, left Lagos. Nigeria hopes.",
     [("Musa Bello", "Director-General, Ports Authority", "NG")]),
    ("Lt. Gen. Jan Visser, deputy commander of NATO's Allied Land Command Izmir, left.",
     [("Jan Visser", "deputy commander of NATO's Allied Land Command Izmir", None)]),
    # two offices of one, and two of two
    ("Peru's special envoy, the former judge Ana Soto, left.", [("Ana Soto", "special envoy; former judge", "PE")]),
    ("They saw the trade minister, the envoy Ann Moss and others. Oman waits.", [("Ann Moss", "envoy", "OM")]),
    # countries whose name is their adjective
    ("The Minister of Defence of New Zealand Ann Moss and the Minister of Trade of Kosovo Arben Hoxha left.",
     [("Ann Moss", "Minister of Defence", "NZ"), ("Arben Hoxha", "Minister of Trade", "XK")]),
    ("The Secretary-General's Special Envoy for Myanmar, Ann Moss, left.",
     [("Ann Moss", "Secretary-General's Special Envoy for Myanmar", None)]),
    # firms in letters, fields in brackets, a party's spokesman, a member of Congress
    ("GPG regional president Ann Moss left Peru.", [("Ann Moss", "GPG regional president", None)]),
    ("India's Secretary (Power) Anita Rao left.", [("Anita Rao", "Secretary (Power)", "IN")]),
    ("Ghana waits. The opposition Union's budget spokesman, Kofi Mensah, said no.",
     [("Kofi Mensah", "budget spokesman", "GH")]),
    ("Rep. Ann Poe, D-New York, chair of the House trade committee, left Peru.",
     [("Ann Poe", "chair of the House trade committee", "US")]),
    ("Wajir Gas chief executive Ann Moss left.", [("Ann Moss", "Wajir Gas chief executive", None)]),
    # a title before, the office after; a letter that looks like a mark; one of a group; a paper that is told
    ("They met Professor Ann Moss, Kenya's chief science adviser.", [("Ann Moss", "chief science adviser", "KE")]),
    ("They called on Tonga's premier, Dr. 'Ana Tora, and left.", [("Ana Tora", "premier", "TO")]),
    ("The energy ministers of Peru and Chile met. Chile's Zdenko Hrastić, just elected, left early.",
     [("Zdenko Hrastić", "energy minister", "CL")]),
    ("Peru's envoy Ana Soto told Andes Wireless that talks went on.", [("Ana Soto", "envoy", "PE")]),
    # firms' and banks' names that end with a legal form or a country; an office that serves another; a verb
    ("The Chief Executive of the German concern Nordlitho AG Jan Hass left.",
     [("Jan Hass", "Chief Executive of the German concern Nordlitho AG", "DE")]),
    ("Maya Ko, a former deputy governor of Bank Indonesia, left.",
     [("Maya Ko", "former deputy governor of Bank Indonesia", "ID")]),
    ("A spokesman for Energy Minister Ruth Akello of Uganda said no.", [("Ruth Akello", "Energy Minister", "UG")]),
    ("Ana Soto, Peru's envoy, flew to Abuja to see President Musa Bello.",
     [("Ana Soto", "envoy", "PE"), ("Musa Bello", "President", "NG")]),
    # a possessive in capitals
    ("LIMA, MAY 4: OMAN'S DEPUTY ENERGY MINISTER, BADR HINAI, LEFT. PERU HOPES.",
     [("BADR HINAI", "DEPUTY ENERGY MINISTER", "OM")]),
    ("Deputy Assistant Secretary of State for African Affairs Ann Moss left Chad.",
     [("Ann Moss", "Deputy Assistant Secretary of State for African Affairs", "US")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SHOWN)
def test_what_is_printed_around_a_name_is_office_title_or_body(text, expected):
    """Titles, letters and the adjective of a body are told apart from the office and its country."""
    assert expected == [(p.name, p.office, p.country) for p in persons(doc_of(text))]
