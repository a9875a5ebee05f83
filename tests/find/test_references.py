"""Coreference, construction by construction: each way in which a text comes back to somebody."""

import pytest
from dossier.find.coreference import resolve
from parsed import doc_of

OMAN = "Omani Foreign Minister Badr Al Saadi received Polish Foreign Minister Zofia Maliszewska in Muscat. "
KZ = "President of Kazakhstan Aidos Nurlanov met Slovenian Prime Minister Tomaž Zupan in Astana. "
ENVOY = "President Ousmane Diarra of Mali received the Ambassador of Canada, Claire Beaumont. "
DEF = "Chilean Defence Minister Carla Fuentes held talks with the Minister of Defence of Estonia, Martin Kask. "

NAMES = [
    # surname, title and surname, first and surname
    (f"{OMAN}Maliszewska left.", "Maliszewska", "Zofia Maliszewska"),
    (f"{OMAN}Ms Maliszewska left.", "Maliszewska", "Zofia Maliszewska"),
    (f"{OMAN}Zofia Maliszewska left.", "Zofia Maliszewska", "Zofia Maliszewska"),
    (f"{OMAN}Minister Maliszewska left.", "Maliszewska", "Zofia Maliszewska"),
    (f"{OMAN}Al Saadi left.", "Al Saadi", "Badr Al Saadi"),
    ("Chinese Premier Li Qiang spoke. Premier Li left.", "Premier Li", "Li Qiang"),
]

OFFICES = [
    # the office with its country, as demonym or with “of”
    (f"{OMAN}The Omani minister left.", "The Omani minister", "Badr Al Saadi"),
    (f"{OMAN}The Polish minister left.", "The Polish minister", "Zofia Maliszewska"),
    (f"{OMAN}The Polish foreign minister left.", "The Polish foreign minister", "Zofia Maliszewska"),
    (
        f"{OMAN}The Minister of Foreign Affairs of Oman left.",
        "The Minister of Foreign Affairs of Oman",
        "Badr Al Saadi",
    ),
    (f"{OMAN}Poland's foreign minister left.", "Poland's foreign minister", "Zofia Maliszewska"),
    (f"{OMAN}Poland's top diplomat left.", "Poland's top diplomat", "Zofia Maliszewska"),
    # an office that only stands within another's is not held
    (
        "President Ana Kos met Petr Malý, Head of the Administration of the President. The President left.",
        "The President",
        "Ana Kos",
    ),
    # the guest is of another country than those beside him
    (f"{KZ}Speaker Erlan Sadykov of Kazakhstan also met the guest.", "the guest", "Tomaž Zupan"),
    # without a country: whoever was the last subject
    (f"{OMAN}The minister left.", "The minister", "Badr Al Saadi"),
    (f"{OMAN}Maliszewska spoke. The minister left.", "The minister", "Zofia Maliszewska"),
    # other words for the same office
    (f"{KZ}The head of state left.", "The head of state", "Aidos Nurlanov"),
    (f"{KZ}The Kazakh leader left.", "The Kazakh leader", "Aidos Nurlanov"),
    (f"{KZ}The Slovenian leader left.", "The Slovenian leader", "Tomaž Zupan"),
    (f"{KZ}The head of government left.", "The head of government", "Tomaž Zupan"),
    (f"{KZ}The premier left.", "The premier", "Tomaž Zupan"),
    (f"{KZ}The prime minister left.", "The prime minister", "Tomaž Zupan"),
    (f"{KZ}The President left.", "The President", "Aidos Nurlanov"),
    (f"{KZ}The Head of State left.", "The Head of State", "Aidos Nurlanov"),
    (f"{DEF}The defence chief of Estonia left.", "The defence chief of Estonia", "Martin Kask"),
    (f"{DEF}The Chilean defence chief left.", "The Chilean defence chief", "Carla Fuentes"),
    (
        f"{DEF}The head of the Estonian defence ministry left.",
        "The head of the Estonian defence ministry",
        "Martin Kask",
    ),
    (
        f"{DEF}The head of the Chilean military department left.",
        "The head of the Chilean military department",
        "Carla Fuentes",
    ),
    (
        f"{OMAN}The head of the Polish Foreign Ministry left.",
        "The head of the Polish Foreign Ministry",
        "Zofia Maliszewska",
    ),
    (f"{ENVOY}The ambassador left.", "The ambassador", "Claire Beaumont"),
    (f"{ENVOY}The diplomat left.", "The diplomat", "Claire Beaumont"),
    (f"{ENVOY}The Canadian diplomat left.", "The Canadian diplomat", "Claire Beaumont"),
    (f"{ENVOY}The Canadian envoy left.", "The Canadian envoy", "Claire Beaumont"),
    (f"{ENVOY}The Malian leader left.", "The Malian leader", "Ousmane Diarra"),
    ("President-elect Lazar Chikwe of Malawi spoke. The president-elect left.", "The president-elect", "Lazar Chikwe"),
    ("Ghana's central bank governor, Kofi Mensah, spoke. The governor left.", "The governor", "Kofi Mensah"),
    ("Queen Ingrid of Norway arrived. The monarch left.", "The monarch", "Ingrid"),
    ("Equinor chief executive Lars Holm spoke. The CEO left.", "The CEO", "Lars Holm"),
    ("NATO Secretary General Piet Bakker spoke. The NATO chief left.", "The NATO chief", "Piet Bakker"),
    ("NATO Secretary General Piet Bakker spoke. The secretary-general left.", "The secretary-general", "Piet Bakker"),
    ("Zambian Vice-President Mary Banda spoke. The vice president left.", "The vice president", "Mary Banda"),
    (
        "Zambian deputy foreign minister Mary Banda spoke. The deputy minister left.",
        "The deputy minister",
        "Mary Banda",
    ),
    (
        "EU special representative Olaf Wiik spoke. The special representative left.",
        "The special representative",
        "Olaf Wiik",
    ),
    ("Presidential spokesman Ali Demir spoke. The spokesman left.", "The spokesman", "Ali Demir"),
]

STANDINGS = [
    (f"{OMAN}The guest left.", "The guest", "Zofia Maliszewska"),
    (f"{OMAN}The visiting minister left.", "The visiting minister", "Zofia Maliszewska"),
    (f"{KZ}The visiting premier left.", "The visiting premier", "Tomaž Zupan"),
    (f"{KZ}The Slovenian guest left.", "The Slovenian guest", "Tomaž Zupan"),
    (f"{ENVOY}The guest left.", "The guest", "Claire Beaumont"),
    (f"{OMAN}Her host left.", "Her host", "Badr Al Saadi"),
    (f"{OMAN}Maliszewska thanked her Omani counterpart.", "her Omani counterpart", "Badr Al Saadi"),
    (f"{OMAN}Al Saadi thanked his Polish counterpart.", "his Polish counterpart", "Zofia Maliszewska"),
    (f"{OMAN}Al Saadi thanked his counterpart.", "his counterpart", "Zofia Maliszewska"),
    (f"{OMAN}Al Saadi spoke. His Polish counterpart left.", "His Polish counterpart", "Zofia Maliszewska"),
    (f"{OMAN}Al Saadi spoke. His counterpart left.", "His counterpart", "Zofia Maliszewska"),
    (f"{OMAN}Al Saadi spoke. His interlocutor left.", "His interlocutor", "Zofia Maliszewska"),
    (f"{OMAN}Al Saadi spoke. His guest left.", "His guest", "Zofia Maliszewska"),
    ("Dame Ann Poole met Omani minister Badr Al Saadi. His Excellency left.", "His Excellency", "Badr Al Saadi"),
]

PRONOUNS = [
    # whom a group accompanies is joined to it
    (
        "President Ousmane Diarra of Mali received the Canadian trade minister, Paul Roy, and the men accompanying him.",
        "him",
        "Paul Roy",
    ),
    (f"{OMAN}He left.", "He", "Badr Al Saadi"),
    (f"{OMAN}She left.", "She", "Zofia Maliszewska"),
    (f"{OMAN}Al Saadi thanked her.", "her", "Zofia Maliszewska"),
    (f"{OMAN}Maliszewska thanked him.", "him", "Badr Al Saadi"),
    (f"{DEF}He left.", "He", "Martin Kask"),
    (f"{DEF}She left.", "She", "Carla Fuentes"),
    (f"{KZ}Zupan said he was glad.", "he", "Tomaž Zupan"),
    (f"{KZ}Zupan spoke. He left.", "He", "Tomaž Zupan"),
    (f"{KZ}He left.", "He", "Aidos Nurlanov"),
    (f"{ENVOY}She left.", "She", "Claire Beaumont"),
    (f"{ENVOY}He left.", "He", "Ousmane Diarra"),
    # the speaker of the sentence before, wherever the attribution stands
    (
        "Slovenian Prime Minister Tomaž Zupan arrived. Trade is growing, the head of the chamber, Janez Hribar, told "
        "reporters. He left.",
        "He",
        "Janez Hribar",
    ),
    # the agent of a passive is no subject
    (
        "Polish Foreign Minister Zofia Maliszewska was received by King Harald of Norway. She left.",
        "She",
        "Zofia Maliszewska",
    ),
    # through two sentences
    (f"{KZ}The talks lasted an hour. He left.", "He", "Aidos Nurlanov"),
]

FUND = "Ghana's Foreign Minister Kofi Mensah and Fiji's Attorney-General Litia Vakatale have asked for a fund. "

GROUPS = [
    # who acts upon the pair is none of it; the pair need not have met
    (f"{FUND}Baroness Patience Ellery received the pair in London.", "pair", "Kofi Mensah; Litia Vakatale"),
    (f"{FUND}Baroness Ellery received the pair before they flew home.", "they", "Kofi Mensah; Litia Vakatale"),
    # as many as told, though others met since
    (
        f"{KZ}Ministers Ana Kos, Petr Malý and Ivo Horak held talks as well. The two presidents left.",
        "presidents",
        None,
    ),
    (
        f"{OMAN}Ana Kos, Petr Malý and Ivo Horak held talks as well. The two ministers left.",
        "ministers",
        "Badr Al Saadi; Zofia Maliszewska",
    ),
    # two of one sentence
    (f"{KZ}He took leave of Governor Ana Kos; they talked of gas.", "they", "Aidos Nurlanov; Ana Kos"),
    # people not named before
    (f"{OMAN}The heads of some twenty companies left.", "heads", None),
    (f"{OMAN}The two ministers left.", "ministers", "Badr Al Saadi; Zofia Maliszewska"),
    (f"{OMAN}Both ministers left.", "ministers", "Badr Al Saadi; Zofia Maliszewska"),
    (f"{OMAN}The ministers left.", "ministers", "Badr Al Saadi; Zofia Maliszewska"),
    (f"{OMAN}The two foreign ministers left.", "ministers", "Badr Al Saadi; Zofia Maliszewska"),
    (f"{OMAN}The two diplomats left.", "diplomats", "Badr Al Saadi; Zofia Maliszewska"),
    (f"{OMAN}The two agreed.", "two", "Badr Al Saadi; Zofia Maliszewska"),
    (f"{OMAN}The sides left.", "sides", "Badr Al Saadi; Zofia Maliszewska"),
    (f"{OMAN}The interlocutors left.", "interlocutors", "Badr Al Saadi; Zofia Maliszewska"),
    (f"{OMAN}They left.", "They", "Badr Al Saadi; Zofia Maliszewska"),
    (f"{OMAN}The pair left.", "pair", "Badr Al Saadi; Zofia Maliszewska"),
    (f"{KZ}The two leaders left.", "leaders", "Aidos Nurlanov; Tomaž Zupan"),
    (f"{KZ}Both leaders left.", "leaders", "Aidos Nurlanov; Tomaž Zupan"),
    (
        f"{KZ}Foreign Minister Ana Kos of Slovenia came later. The leaders left.",
        "leaders",
        "Aidos Nurlanov; Tomaž Zupan",
    ),
    (f"{KZ}The two countries agreed.", "countries", None),
    (f"{ENVOY}The two sides left.", "sides", "Ousmane Diarra; Claire Beaumont"),
]

NOBODY = [
    (f"{OMAN}Officials left.", "Officials", None),
    (f"{OMAN}The prime minister left.", "The prime minister", None),
    (f"{OMAN}The Turkish minister left.", "The Turkish minister", None),
    (f"{OMAN}A minister left.", "A minister", None),
    (f"{OMAN}Another minister left.", "Another minister", None),
    (f"{OMAN}The energy minister left.", "The energy minister", None),
    (f"{KZ}The former president left.", "The former president", None),
]


@pytest.mark.parametrize(("text", "asked", "expected"), [*NAMES, *OFFICES, *STANDINGS, *PRONOUNS, *GROUPS, *NOBODY])
def test_references(text, asked, expected):
    """Names, offices, standings, pronouns and groups lead to the full name, or to nobody."""
    doc = doc_of(text)
    start = text.rindex(asked)
    span = doc.char_span(start, start + len(asked))
    assert expected == resolve(span)
