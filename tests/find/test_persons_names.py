"""Where a name begins and ends, whose it is, and what is no name of a person."""

import pytest
from parsed import doc_of

from dossier.find.persons import persons

WHOLE = [  # words that are titles, or small letters, within a name
    ("Laos's trade minister, Kham Sen, met Peru's Ana Ruiz.", [("Kham Sen", "trade minister", "LA"),
     ("Ana Ruiz", None, "PE")]),
    ("Cambodian President Chum Sen and Energy Minister Chum Vuth left.",
     [("Chum Sen", "President", "KH"), ("Chum Vuth", "Energy Minister", "KH")]),
    ("Kenyan Governor Joseph arap Koech left.", [("Joseph arap Koech", "Governor", "KE")]),
    ("Libyan Ambassador Omar Nasser el-Sayed left.", [("Omar Nasser el-Sayed", "Ambassador", "LY")]),
    ("Doctor Hugh Marsh, a professor of surgery, left.", [("Hugh Marsh", "professor of surgery", None)]),
    ("Crown Prince Tariq, King Omar's brother and political adviser, left Oman.",
     [("Tariq", "Crown Prince", "OM"), ("Omar", "King", "OM")]),
    # the fuller name, though only the surname has a title
    ("A refugee from Mali, Awa Keita, runs the group. Ms. Keita says it grows.", [("Awa Keita", None, None)]),
    # two of one name, who serve two countries
    ("Peru's Omar Hassan asked for talks. King Hassan of Jordan arrived in Lima.",
     [("Omar Hassan", None, "PE"), ("Hassan", "King", "JO")]),
    # what somebody leads is nobody
    ("Terra Nova leader Ana Soto kept her party out. Officials met Terra Nova, and will meet it again.",
     [("Ana Soto", "Terra Nova leader", None)]),
]  # fmt: skip

OFFICE = [  # how far an office reaches
    ("It went to Peace and Development Council chairman Kyaw Oo.",
     [("Kyaw Oo", "Peace and Development Council chairman", None)]),
    ("The letter reached Trade and Customs Service Commissioner Ana Soto.",
     [("Ana Soto", "Trade and Customs Service Commissioner", None)]),
    ("Replied Treasury deputy spokesman Dan Roe, “We have not.”", [("Dan Roe", "Treasury deputy spokesman", None)]),
    ("Ana Soto, president of the National Assembly and Vega's key man for Peru, left.",
     [("Ana Soto", "president of the National Assembly", "PE")]),
    ("Director of the Swiss Federal Office of Energy (FBI) Ann Egli left.",
     [("Ann Egli", "Director of the Swiss Federal Office of Energy", "CH")]),
    ("The team was led by site manager Ann Cole and plant engineer Bo Marsh.",
     [("Ann Cole", "site manager", None), ("Bo Marsh", "plant engineer", None)]),
    ("Bielsko-Biała mayor Jan Nowak left.", [("Jan Nowak", "Bielsko-Biała mayor", "PL")]),
    # what describes the holder stands between country and office
    ("Malta's hardline Prime Minister Joe Borg left.", [("Joe Borg", "Prime Minister", "MT")]),
    ("Norway's staunchly pro-European energy minister, Liv Dahl, met Chad's 81-year-old former president Ali Deby.",
     [("Liv Dahl", "energy minister", "NO"), ("Ali Deby", "former president", "TD")]),
    ("The Danish far-right leader Lars Holm left Oslo.", [("Lars Holm", "leader", "DK")]),
    ("NATO's Canadian-born deputy head Al Fox left.", [("Al Fox", "deputy head", None)]),
    ("Visiting Prime Minister of the Republic of Korea (ROK) Lee Min-jun left Oman.",
     [("Lee Min-jun", "Prime Minister", "KR")]),
    # the name of a sea or a state is not the country in it
    ("The Peruvian navy sails the South China Sea, the Gulf of Mexico and New Jersey. The foreign minister, Ana Soto, left.",
     [("Ana Soto", "foreign minister", "PE")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WHOLE + OFFICE)
def test_a_name_and_an_office_are_told_whole(text, expected):
    """Neither a name nor the office beside it is cut, and neither takes in what is not its own."""
    assert expected == [(p.name, p.office, p.country) for p in persons(doc_of(text))]
