"""Offices as many countries print them: in letters, styled, with a rank beside, with a body's name inside."""

import pytest
from parsed import doc_of

from dossier.find.persons import people

PRINTED = [
    # in letters
    ("Kenya agreed. A session with Energy CS Tom Kiprono is due.", [("Tom Kiprono", "Energy CS", "KE")]),
    ("Malaysia's agency DG Rosli Aziz left at 5 pm.", [("Rosli Aziz", "agency DG", "MY")]),
    # judges and counsel
    ("Lady Justice Joan Atieno of Kenya ruled.", [("Joan Atieno", "Lady Justice", "KE")]),
    ("Chief Justice Efua Addo of Ghana said no.", [("Efua Addo", "Chief Justice", "GH")]),
    ("Senior Counsel Peter Ouma told a court in Kenya.", [("Peter Ouma", "Senior Counsel", "KE")]),
    # a bank's name holds its country
    ("The Governor of the Bank of Zambia, Mr Joseph Banda, signed.",
     [("Joseph Banda", "Governor of the Bank of Zambia", "ZM")]),
    # a rank after the office is none of it
    ("Australia's Chief of Air Force, Air Marshal Ken Dow, spoke.", [("Ken Dow", "Chief of Air Force", "AU")]),
    ("India's Chief of Defence Staff Air Chief Marshal Arun Rao came.", [("Arun Rao", "Chief of Defence Staff", "IN")]),
    ("Egypt's army chief Field Marshal Omar Said left.", [("Omar Said", "army chief", "EG")]),
    # whom one serves, styled
    ("Adviser to HM the Sultan, Mr. Salim Harthy, flew to Oman.", [("Salim Harthy", "Adviser to HM the Sultan", "OM")]),
    # what a minister is responsible for, or in charge of
    ("Jane Roe, Minister of Health and Minister responsible for the Northern Agency, spoke in Canada.",
     [("Jane Roe", "Minister of Health; Minister responsible for the Northern Agency", "CA")]),
    ("The minister in charge of water, Ali Diallo, spoke in Mali.",
     [("Ali Diallo", "minister in charge of water", "ML")]),
    # parliaments and councils
    ("Green critic Ann Poe asked Canada.", [("Ann Poe", "Green critic", "CA")]),
    ("Labour councillor Bob Low wrote to Britain.", [("Bob Low", "Labour councillor", "GB")]),
    ("MP Ivan Horvat, chair of the Defence Committee, asked Croatia.",
     [("Ivan Horvat", "chair of the Defence Committee", "HR")]),
    ("The Lord Mayor of Cork, Sean Daly, spoke in Ireland.", [("Sean Daly", "Lord Mayor of Cork", "IE")]),
    # a title of training gives way to the office
    ("Engineer Omar Hasan, head of the port authority, spoke in Iraq.",
     [("Omar Hasan", "head of the port authority", "IQ")]),
    # a head before a noun is none, a firm's name in letters may end the office, a region may be capitalised
    ("The deputy commander of the engineer units, Petro Bondar, spoke in Ukraine.",
     [("Petro Bondar", "deputy commander of the engineer units", "UA")]),
    ("The head of the state arms factory ZASTA, Milan Kostic, met Serbia's army.",
     [("Milan Kostic", "head of the state arms factory ZASTA", "RS")]),
    ("Kenya's special envoy for the Great Lakes, Ann Wafula, left.",
     [("Ann Wafula", "special envoy for the Great Lakes", "KE")]),
    # a region that begins with its capital, a minister of state at a ministry
    ("The Wali of the Rabat-Temara region, Mr. Ali Benali, came to Morocco.",
     [("Ali Benali", "Wali of the Rabat-Temara region", "MA")]),
    ("Oman's minister of state at the interior ministry, Badr Harthy, left.",
     [("Badr Harthy", "minister of state at the interior ministry", "OM")]),
    # whose firm or chamber it is, the seat tells; who faces somebody is not of the same country
    ("The Chamber of Commerce in Kraków grew. Its president, Ewa Lis, told us so. Ukraine paid.",
     [("Ewa Lis", "president", "PL")]),
    ("Zambia's Chief of the Defence Force Air Marshal Tom Banda came.",
     [("Tom Banda", "Chief of the Defence Force", "ZM")]),
    ("The president of the Northern Rising movement, Job Banda, spoke in Zambia.",
     [("Job Banda", "president of the Northern Rising movement", "ZM")]),
    # told of somebody by a verb that says what one is
    ("Eva Paz has been Chile's Minister of Mining since May.", [("Eva Paz", "Minister of Mining", "CL")]),
    ("Tom Berg is Norway's ambassador to Peru.", [("Tom Berg", "ambassador to Peru", "NO")]),
    ("Lina Holm was the Danish energy minister until May.", [("Lina Holm", "energy minister", "DK")]),
    # a son's name may hold his father's title
    ("Tengku Azlan bin Tengku Idris, Malaysia's trade minister, spoke.",
     [("Tengku Azlan bin Tengku Idris", "trade minister", "MY")]),
    # abbreviated ranks, and names that end in a short word
    ("Coast Guard spokesperson Commo. Jun Reyes spoke for the Philippines.",
     [("Jun Reyes", "Coast Guard spokesperson", "PH")]),
    ("President Lê Thị Hoài An of Vietnam spoke.", [("Lê Thị Hoài An", "President", "VN")]),
    # all in capitals the next office begins where “AND” and a country stand
    ("MINISTER OF TRADE OMAR BAKRI AND KENYA'S MINISTER OF ENERGY TOM KIPRONO SIGNED IN EGYPT ON MONDAY, CAIRO SAID.",
     [("OMAR BAKRI", "MINISTER OF TRADE", "EG"), ("TOM KIPRONO", "MINISTER OF ENERGY", "KE")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PRINTED)
def test_the_office_is_as_printed(text, expected):
    """Office and country are told as a reader would, without rank, title or what is said beside."""
    assert expected == [(person.name, person.office, person.country) for person in people(doc_of(text))]


PLACES = ["A summit was planned in Foz do Sul. It met.", "He spoke to Peru's envoy at Seri Alam."]


@pytest.mark.parametrize("text", PLACES)
def test_a_place_is_no_person(text):
    """What stands after “in” or “at” is a place, though capitals and a title make it look like a name."""
    assert [] == [person.name for person in people(doc_of(text))]


NO_OFFICE = [
    "The talks ended at 5 pm. Justice must be done, Peru says.", "Ed Fox, a critic of Peru, left.",
    "The trip with Ana Soto was the minister's first to Peru.",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_OFFICE)
def test_no_office_where_a_word_means_something_else(text):
    """An hour, a virtue and somebody who disapproves are no offices."""
    assert [] == [person.office for person in people(doc_of(text)) if person.office]
