"""Coreference: who “he”, “the minister”, “the sides” are."""

import pytest
from dossier.find.statements import statements
from parsed import doc_of

from dossier.find.coreference import discourse, resolve

BOTH = "Azerbaijani Foreign Minister Jeyhun Bayramov and UK minister James Heappey met."

# text, the words asked about (last place), who they mean
CASES = [
    # surname alone
    ("Turkish President Recep Tayyip Erdoğan spoke. Erdoğan left.", "Erdoğan", "Recep Tayyip Erdoğan"),
    # family name first
    ("Chinese President Xi Jinping spoke. Xi left.", "Xi", "Xi Jinping"),
    # middle surname of a Spanish name
    ("Bolivian minister Edwin Mamani Choque spoke. Mamani left.", "Mamani", "Edwin Mamani Choque"),
    # pronoun: subject of the sentence before, not whoever was named last
    ("President Ilham Aliyev met Lord Vernon Coaker. He said no.", "He", "Ilham Aliyev"),
    # pronoun: subject of its own sentence
    ("Finnish minister Antti Häkkänen met Pål Jonson and said he was glad.", "he", "Antti Häkkänen"),
    # object pronoun: not the subject of its own clause
    (
        "UK minister James Heappey visited Azerbaijan. President Ilham Aliyev received him.",
        "him",
        "James Heappey",
    ),
    # sex: a dame is no “he”
    ("Dame Harriet Colquhoun met Rauf Babayev. He left.", "He", "Rauf Babayev"),
    # sex told by the given name
    ("Danish Prime Minister Mette Frederiksen met Olaf Scholz. She left.", "She", "Mette Frederiksen"),
    # pointing forward from an opening phrase
    (
        "President Aliyev spoke to James Heappey. As part of his visit, Heappey met Zakir Hasanov.",
        "his",
        "James Heappey",
    ),
    # an office alone: the last subject who holds such an office
    (f"{BOTH} Bayramov spoke. The minister left.", "The minister", "Jeyhun Bayramov"),
    # a country in the phrase decides
    (f"{BOTH} Bayramov spoke. The UK minister left.", "The UK minister", "James Heappey"),
    # “for her part” asks for another than the last subject
    (
        "Prime Minister Daulet Seitkali met the Minister for Trade of the Netherlands, Marijke van der Velde. "
        "Seitkali spoke. The minister, for her part, left.",
        "The minister",
        "Marijke van der Velde",
    ),
    # “the president” is not the vice president
    (
        "Zambian Vice-President Namukolo Sichone met President Hakainde Hichilema. Sichone spoke. The president left.",
        "The president",
        "Hakainde Hichilema",
    ),
    # an ambassador is an envoy
    ("Norwegian ambassador Ingeborg Tveit spoke. The envoy left.", "The envoy", "Ingeborg Tveit"),
    # a spokeswoman is called again by the other word
    ("Kremlin spokesman Dmitry Peskov spoke. The spokesperson left.", "The spokesperson", "Dmitry Peskov"),
    # the sides are those who met last
    (
        f"{BOTH} Later Heappey met Armenian minister Suren Papikyan. The sides discussed trade.",
        "sides",
        "James Heappey; Suren Papikyan",
    ),
    # both parties
    (f"{BOTH} Both parties were glad.", "parties", "Jeyhun Bayramov; James Heappey"),
    # two subjects are “they”
    (
        "Mette Frederiksen of Denmark met Olaf Scholz. Estonian President Alar Karis and Latvian President Edgars "
        "Rinkēvičs visited Kyiv, where they spoke.",
        "they",
        "Alar Karis; Edgars Rinkēvičs",
    ),
    # a diplomat of that country
    (
        "Italian Foreign Minister Giancarlo Steffani met Spanish Foreign Minister Ana Ruiz. The Spanish diplomat left.",
        "The Spanish diplomat",
        "Ana Ruiz",
    ),
    # a form of address, by its sex
    (
        "Omani minister Faisal Al Maamari met Dame Ann Poole. His Excellency left.",
        "His Excellency",
        "Faisal Al Maamari",
    ),
    # the defence chief is the defence secretary
    ("US Defense Secretary Ramon Lopez spoke. The defense chief left.", "The defense chief", "Ramon Lopez"),
    # the ministers are not the prime minister
    (
        f"{BOTH} Prime Minister Ali Asadov joined them. The ministers left.",
        "ministers",
        "Jeyhun Bayramov; James Heappey",
    ),
    # an indefinite office is somebody new
    ("Foreign Minister Hakan Fidan of Türkiye spoke. A minister left.", "A minister", None),
    # nobody before: nobody meant
    ("He left early.", "He", None),
]


@pytest.mark.parametrize(("text", "asked", "expected"), CASES)
def test_resolve(text, asked, expected):
    """Words lead to the full name of whom they mean."""
    doc = doc_of(text)
    start = text.rindex(asked)
    assert expected == resolve(doc.char_span(start, start + len(asked)))


def test_a_token_resolves_as_well():
    """A single token may be asked about."""
    doc = doc_of("Chinese President Xi Jinping spoke. He left.")
    assert "Xi Jinping" == resolve(doc[[t.text for t in doc].index("He")])


def test_the_rule_is_told():
    """Each resolved reference says by which rule."""
    doc = doc_of(f"{BOTH} Bayramov spoke. The UK minister left.")
    assert "“The UK minister” → James Heappey (only such office)" in discourse(doc).why.values()


def test_quoted_speech_does_not_move_the_subject():
    """Somebody named inside a quotation is not the subject that “he” asks for."""
    text = "Polish minister Radosław Sikorski spoke. “Macron is right.” He then left."
    doc = doc_of(text)
    assert "Radosław Sikorski" == resolve(doc.char_span(text.index("He then"), text.index("He then") + 2))


ANNOUNCED = [  # (text, the speaker of its first sentence)
    (
        "Ghana will double the gas it buys from Togo, its energy minister said on Thursday.\n\n"
        "Energy Minister Kofi Addo signed first.",
        "Kofi Addo",
    ),
    (
        "Chile and Fiji began talks, the defence ministers of the two countries announced.\n\n"
        "Chile's defence minister Ana Soto and Fiji's defence minister Tevita Ravu met in Suva.",
        "Ana Soto; Tevita Ravu",
    ),
    # two may be meant
    (
        "Peru will sell copper to Togo, its foreign minister said.\n\n"
        "Togo's Foreign Minister Yao Mensah thanked Peru's Foreign Minister Luis Soto.",
        "foreign minister",
    ),
    # a deputy is another
    ("The minister said prices would fall.\n\nDeputy Minister Luis Soto left.", "minister"),
]


@pytest.mark.parametrize(("text", "speaker"), ANNOUNCED)
def test_a_lead_may_call_by_office_whom_the_text_names_below(text, speaker):
    """Only where one person of the text, or one for each country, can be meant."""
    assert next(statements(doc_of(text))).speaker == speaker
