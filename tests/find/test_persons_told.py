"""The office as printed: where it ends, what is a reason and no field, whose body is named, and verbs that tell it."""

import pytest
from parsed import doc_of

from dossier.find.persons import persons

PRINTED = [
    # why something is done to somebody is no field of theirs
    ("Peru recalled its ambassador for consultations. The ambassador, Jorge Paz, left.", [("Jorge Paz", "ambassador")]),
    ("Oslo thanked the envoy, Ann Moss, for support. The envoy for sanctions, Bo Lind, left.",
     [("Ann Moss", "envoy"), ("Bo Lind", "envoy for sanctions")]),
    # at a body, but not where it was said
    ("“Nobody hopes,” said Ann Moss, head of insights at Edmunds.", [("Ann Moss", "head of insights at Edmunds")]),
    ("Ann Moss, emeritus professor at the University of Oslo, left.",
     [("Ann Moss", "emeritus professor at the University of Oslo")]),
    ("Ann Moss, a lecturer at Makerere University in Kampala, left.",
     [("Ann Moss", "lecturer at Makerere University")]),
    ("Ann Moss, an economist at Lisbon, left.", [("Ann Moss", "economist")]),
    # whose body stands before
    ("Deutsche Bahn chief Richard Lutz left.", [("Richard Lutz", "Deutsche Bahn chief")]),
    ("United Steel Workers president Ann Moss left.", [("Ann Moss", "United Steel Workers president")]),
    ("Ethiopian Airlines CEO Mesfin Bekele left.", [("Mesfin Bekele", "Ethiopian Airlines CEO")]),
    ("Petro-Lanka chairman Nimal Perera left.", [("Nimal Perera", "Petro-Lanka chairman")]),
    # whom it is for, and any field of affairs
    ("People's Deputy Olha Moroz left. Children's Commissioner Ann Moss left.",
     [("Olha Moroz", "People's Deputy"), ("Ann Moss", "Children's Commissioner")]),
    ("Tribal affairs minister Ravi Rao met external affairs minister S. Kumar.",
     [("Ravi Rao", "Tribal affairs minister"), ("S. Kumar", "external affairs minister")]),
    # for the time being
    ("Ann Moss, state secretary ad interim for security policy, left.",
     [("Ann Moss", "state secretary ad interim for security policy")]),
    ("The Chargé d'affaires a.i. of Malta in Tripoli, Mr. Joe Borg, left.", [("Joe Borg", "Chargé d'affaires a.i.")]),
    ("Outgoing trade minister Bo Lind left.", [("Bo Lind", "trade minister")]),
    # a rank before a name with hyphens; a royal title where nothing else is told
    ("Army chief General Waker-uz-Zaman left.", [("Waker-uz-Zaman", "Army chief")]),
    ("Princess Astrid of Belgium cut the ribbon. The energy minister, Prince Omar bin Saud, left.",
     [("Astrid", "Princess"), ("Omar bin Saud", "energy minister")]),
    ("Sheikh Hasina fled. Sheikh Tamim bin Hamad waited.", [("Sheikh Hasina", None), ("Tamim bin Hamad", None)]),
]  # fmt: skip

CLAUSES = [
    # who is it, from afar
    ("Ann Moss, his rival, is now mayor of Lima.", [("Ann Moss", "mayor of Lima")]),
    ("Cy Roe, 54, has for two years been Ghana's ambassador to Peru.", [("Cy Roe", "ambassador to Peru")]),
    ("The police of Chile, whose attaché is Ana Ruiz, helped. The new minister is Bo Lind.",
     [("Ana Ruiz", "attaché"), ("Bo Lind", "minister")]),
    # as whom somebody acts, comes or goes
    ("Raúl Paz is stepping down as first secretary of the party.", [("Raúl Paz", "first secretary of the party")]),
    ("Ann Moss, who represents Oslo as ambassador there, left.", [("Ann Moss", "ambassador")]),
    ("Bo Lind will return to London in May and serve as foreign secretary.", [("Bo Lind", "foreign secretary")]),
    ("Bo Lind is seen as a leader. Ann Moss worked as a lawyer.", [("Bo Lind", None), ("Ann Moss", "lawyer")]),
    # whom one makes it, whatever else they are
    ("The king appointed businessman Omar Razzaz prime minister.", [("Omar Razzaz", "prime minister")]),
    ("In April he named economist Bo Lind governor of the central bank.",
     [("Bo Lind", "governor of the central bank")]),
    ("Ann Moss was made head of the agency. They made Bo Lind chair of the board.",
     [("Ann Moss", "head of the agency"), ("Bo Lind", "chair of the board")]),
    # a mere calling gives way to the office
    ("Coalition partner Bo Lind, the Dutch deputy premier, left.", [("Bo Lind", "deputy premier")]),
    # at the head of it, in a post, over something
    ("Ana von der Au won a second term at the head of the European Commission. The king put Bo Lind at "
     "the head of the mint.", [("Ana von der Au", "head of the European Commission"), ("Bo Lind", "head of the mint")]),
    ("Ann Moss, who performs the duties of Fijian deputy minister of labour, left. Bo Lind was elected to the post "
     "of mayor.", [("Ann Moss", "deputy minister of labour"), ("Bo Lind", "mayor")]),
    ("Ann Moss, who presides over the upper house, left. Bo Lind, who holds the union's presidency, came.",
     [("Ann Moss", "presides over the upper house"), ("Bo Lind", "holds the union's presidency")]),
    ("Ann Moss, who heads equity research at Sydnor, left. Bo Lind, who holds a degree, came.",
     [("Ann Moss", "heads equity research at Sydnor"), ("Bo Lind", None)]),
    ("Ann Moss said on Friday that she would step down as prime minister.", [("Ann Moss", "prime minister")]),
    ("Bo Lind was re-elected president of the court two days earlier.", [("Bo Lind", "president of the court")]),
    # past what describes the holder
    ("Ann Moss, the Flemish housing minister, left. Bo Lind, a soft-spoken former judge, came.",
     [("Ann Moss", "housing minister"), ("Bo Lind", "former judge")]),
    # whose colleague, whose spokeswoman
    ("Foreign Minister Ann Moss met her colleague from Peru, Bo Lind.", [("Ann Moss", "Foreign Minister"),
     ("Bo Lind", "Foreign Minister")]),
    ("Bo Lind, spokesman for Ana Ruiz, laughed.", [("Bo Lind", "spokesman"), ("Ana Ruiz", None)]),
    # several at once, each of two their own, one of those called before
    ("Aso Shinji stays deputy premier and minister of finance.",
     [("Aso Shinji", "deputy premier; minister of finance")]),
    ("Bo Lind and Cy Roe, premier and president respectively, sent letters.", [("Bo Lind", "premier"),
     ("Cy Roe", "president")]),
    ("Two envoys came. Among them were Ann Moss of Malta and Capt. Bo Lind of Peru.", [("Ann Moss", "envoy"),
     ("Bo Lind", "envoy")]),
    # in brackets, after a stroke, there, at a firm of some kind
    ("The Secretary (Foreign Affairs), Dr. Ann Moss, left. Director General/South Asia Bo Lind came.",
     [("Ann Moss", "Secretary (Foreign Affairs)"), ("Bo Lind", "Director General/South Asia")]),
    ("They met our representative there, Ann Moss. Bo Lind, now a partner at the consultancy Rystad, came.",
     [("Ann Moss", "representative"), ("Bo Lind", "partner at the consultancy Rystad")]),
    # whose chief of staff; by the surname only, where the whole name is told too
    ("Secretary of State Antony Moss's chief of staff, Ana Ruiz, left.", [("Antony Moss", "Secretary of State"),
     ("Ana Ruiz", "chief of staff")]),
    ("CEO Drastel told investors it would. Patrick Drastel has led it since 2014.", [("Patrick Drastel", "CEO")]),
    ("Head coach Emma Moss left. Constable Dan Roe was hurt. The Hon'ble Speaker, Shri Om Rao, came.",
     [("Emma Moss", "Head coach"), ("Dan Roe", None), ("Om Rao", "Speaker")]),
    # no office of theirs
    ("Shipowner Igor Titov left. Rep. Dean Moss came.", [("Igor Titov", None), ("Dean Moss", "Rep.")]),
    ("Ana Ruiz was the first president to visit Cuba.", [("Ana Ruiz", None)]),
    ("Army chief of staff Park In-su left.", [("Park In-su", "Army chief of staff")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CLAUSES)
def test_a_clause_tells_an_office_from_afar(text, expected):
    """The verb joins the office to its holder, however far apart they stand."""
    assert expected == [(p.name, p.office) for p in persons(doc_of(text))]


@pytest.mark.parametrize(("text", "expected"), PRINTED)
def test_an_office_is_told_as_printed(text, expected):
    """All that belongs to an office is told, and nothing that stands beside it."""
    assert expected == [(p.name, p.office) for p in persons(doc_of(text))]
