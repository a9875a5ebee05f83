"""Offices told without a name, and who holds them: named in the sentences after or before."""

import pytest
from parsed import doc_of

from dossier.find.meetings import meetings
from dossier.find.persons import people

AFTER = [  # (text, name, office, country)
    ("The trip of Kenya's trade minister to Kampala has been put off for a week. Rebecca Otieno was to have opened a"
     " border post there on Thursday.", "Rebecca Otieno", "trade minister", "KE"),
    ("Poland's president went from hand to hand in Davos on Tuesday. Marek Zieliński saw Lars Holm first.",
     "Marek Zieliński", "president", "PL"),
    ("Jordan's King Talal was joined at the palace on Monday by the emir of Qatar. Sheikh Khalid bin Nasser Al Thani"
     " spoke of a fund.", "Khalid bin Nasser Al Thani", "emir", "QA"),
    ("Malawi's president received the prime minister of Lesotho on Monday. Lazarus Banda told Thabo Mokoena that the"
     " road was open.", "Thabo Mokoena", "prime minister", "LS"),
    ("The prime ministers of Greece and Turkey met in Vilnius on Wednesday. Kyriakos Pappas and Mehmet Yıldız agreed"
     " on a road map.", "Mehmet Yıldız", "prime minister", "TR"),
    ("Sylvie Moreau corrected her host on Monday. The money, the French president said, was real.",
     "Sylvie Moreau", "president", "FR"),
    ("Nigeria's opposition leader Bola Musa spoke with Colombia's president on Monday. A day before, Brazil's João"
     " Prado and Jorge Restrepo himself had held a conference call.", "Jorge Restrepo", "president", "CO"),
    ("Jake Brown, the US envoy, saw Japan's prime minister on Monday and Poland's president on Friday.\n\nAkira Tanaka"
     " wants a pact. Marek Zieliński rules it out.", "Marek Zieliński", "president", "PL"),
    ("Giulia Ferrari and Gábor Kovács spoke for an hour on Friday. The Hungarian leader then met Ivan Horvat.",
     "Gábor Kovács", "leader", "HU"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "office", "country"), AFTER)
def test_the_office_goes_to_whom_the_sentences_beside_it_name(text, name, office, country):
    """Whom the text names without an office holds the one that it tells without a name."""
    (person,) = [p for p in people(doc_of(text)) if p.name == name]
    assert (office, country) == (person.office, person.country)


OTHERS = [  # (text, name)
    # a name that is usual elsewhere only
    ("France's president will travel to Kyiv on Monday. Takeshi Yamamoto has called the trip a mistake.",
     "Takeshi Yamamoto"),
    ("Takeshi Yamamoto will fly to Berlin on Friday. The French president has not replied.", "Takeshi Yamamoto"),
    # somebody else holds it
    ("France's president, Sylvie Moreau, will travel to Kyiv on Monday. Luc Bernard has called the trip a mistake.",
     "Luc Bernard"),
    # introduced by other words
    ("France's president will travel to Kyiv on Monday. Luc Bernard of the Institute for War Studies said it was time.",
     "Luc Bernard"),
    # one of many
    ("A French minister will travel to Kyiv on Monday. Luc Bernard has called the trip a mistake.", "Luc Bernard"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), OTHERS)
def test_the_office_of_another_is_not_given(text, name):
    """A name of another country, or somebody told by other words, does not hold the office."""
    assert [None] * sum(p.name == name for p in people(doc_of(text))) == [
        p.office for p in people(doc_of(text)) if p.name == name
    ]


MEETINGS = [  # (text, participants)
    ("The visit of Chile's trade minister to Lagos was called off on Monday. Rodrigo Fuentes was to have opened a"
     " fair.", ["Rodrigo Fuentes"]),
    ("Malawi's president received the prime minister of Lesotho on Monday. Lazarus Banda told Thabo Mokoena that the"
     " road was open.", ["Lazarus Banda", "Thabo Mokoena"]),
    ("Jake Brown, the US envoy, saw Japan's prime minister in Osaka on Monday. Akira Tanaka wants a pact.",
     ["Jake Brown", "Akira Tanaka"]),
    ("The foreign ministers of Peru, Japan and Greece met in Lima on Monday. Jorge Quispe, Akira Tanaka and Nikos"
     " Pappas spoke of trade.", ["Jorge Quispe", "Akira Tanaka", "Nikos Pappas"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "participants"), MEETINGS)
def test_the_holder_takes_part(text, participants):
    """The event is told by the offices; those take part who are named in the sentence after it."""
    (event,) = meetings(doc_of(text))
    assert participants == event.participants
