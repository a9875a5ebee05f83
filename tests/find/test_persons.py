"""Persons with office and country, on sentences from many countries and agencies."""

import pytest
from parsed import doc_of

from dossier.find.persons import people, persons

CASES = [
    # office with demonym before the name
    ("Turkish Foreign Minister Hakan Fidan arrived.", [("Hakan Fidan", "Foreign Minister", "TR")]),
    # lower-case office, country by possessive
    ("Lithuania's president Gitanas Nausėda arrived.", [("Gitanas Nausėda", "president", "LT")]),
    # curly possessive
    ("Ukraine’s energy minister Herman Halushchenko spoke.", [("Herman Halushchenko", "energy minister", "UA")]),
    # two persons, two offices, a rank of parliament between
    (
        "Azerbaijani Foreign Minister Jeyhun Bayramov and UK Minister for the Armed Forces, MP James Heappey met.",
        [("Jeyhun Bayramov", "Foreign Minister", "AZ"), ("James Heappey", "Minister for the Armed Forces", "GB")],
    ),
    # the portfolio ends where the title begins
    (
        "UK Minister of State for Defence Lord Vernon Coaker spoke.",
        [("Vernon Coaker", "Minister of State for Defence", "GB")],
    ),
    # rank with hyphens
    ("Serbian Defence Minister Col-Gen Bratislav Gašić left.", [("Bratislav Gašić", "Defence Minister", "RS")]),
    # two offices of one person
    (
        "Kazakhstan's Deputy Prime Minister – Foreign Minister Murat Nurtleu left.",
        [("Murat Nurtleu", "Deputy Prime Minister; Foreign Minister", "KZ")],
    ),
    # apposition after the name, country by “of”
    (
        "Xavier Bettel, the prime minister of Luxembourg, said no.",
        [("Xavier Bettel", "prime minister", "LU")],
    ),
    # name in apposition after the office
    (
        "The Kazakh foreign minister, Murat Nurtleu, said no.",
        [("Murat Nurtleu", "foreign minister", "KZ")],
    ),
    # “of” between office and name
    (
        "The Minister of Foreign Affairs of Uzbekistan Bakhtiyor Saidov left.",
        [("Bakhtiyor Saidov", "Minister of Foreign Affairs", "UZ")],
    ),
    # the portfolio is known, the name is not
    ("Minister of Defence Ben Wallace of the UK spoke.", [("Ben Wallace", "Minister of Defence", "GB")]),
    # plural office, countries after the names
    (
        "Presidents Ilham Aliyev of Azerbaijan and Recep Tayyip Erdoğan of Türkiye met.",
        [("Ilham Aliyev", "President", "AZ"), ("Recep Tayyip Erdoğan", "President", "TR")],
    ),
    # plural office, countries before, names in the same order
    (
        "The prime ministers of Italy, Greece and Belgium, Giorgia Meloni, Kyriakos Mitsotakis and Alexander De "
        "Croo, met.",
        [
            ("Giorgia Meloni", "prime minister", "IT"),
            ("Kyriakos Mitsotakis", "prime minister", "GR"),
            ("Alexander De Croo", "prime minister", "BE"),
        ],
    ),
    # plural office with two demonyms
    (
        "The Polish and Lithuanian presidents, Andrzej Duda and Gitanas Nausėda, met.",
        [("Andrzej Duda", "president", "PL"), ("Gitanas Nausėda", "president", "LT")],
    ),
    # a counterpart holds the office of whose counterpart he is
    (
        "Foreign Minister Espen Barth Eide of Norway met his Armenian counterpart Ararat Mirzoyan.",
        [("Espen Barth Eide", "Foreign Minister", "NO"), ("Ararat Mirzoyan", "Foreign Minister", "AM")],
    ),
    # the office's words alone tell the country
    ("Secretary of State Antony Blinken left.", [("Antony Blinken", "Secretary of State", "US")]),
    ("Foreign Secretary David Lammy left.", [("David Lammy", "Foreign Secretary", "GB")]),
    # an institution tells it
    ("Kremlin spokesman Dmitry Peskov said no.", [("Dmitry Peskov", "Kremlin spokesman", "RU")]),
    # international offices belong to no country
    ("EU foreign policy chief Kaja Kallas left.", [("Kaja Kallas", "EU foreign policy chief", None)]),
    ("NATO Secretary General Mark Rutte left.", [("Mark Rutte", "NATO Secretary General", None)]),
    # particles
    (
        "Ursula von der Leyen, the president of the European Commission, left.",
        [("Ursula von der Leyen", "president of the European Commission", None)],
    ),
    # Arabic article with hyphen
    ("Egyptian President Abdel Fattah al-Sisi left.", [("Abdel Fattah al-Sisi", "President", "EG")]),
    # “bin”, and a title of birth
    (
        "Saudi Foreign Minister Prince Faisal bin Farhan left.",
        [("Faisal bin Farhan", "Foreign Minister", "SA")],
    ),
    # a prince by office
    (
        "Saudi Arabia's crown prince, Mohammed bin Salman, left.",
        [("Mohammed bin Salman", "crown prince", "SA")],
    ),
    # Korean name with a lower-case second syllable
    ("South Korean Foreign Minister Cho Tae-yul left.", [("Cho Tae-yul", "Foreign Minister", "KR")]),
    # Vietnamese diacritics
    ("Vietnamese Prime Minister Phạm Minh Chính left.", [("Phạm Minh Chính", "Prime Minister", "VN")]),
    # apostrophe in a name
    ("Irish minister Darragh O'Brien left.", [("Darragh O'Brien", "minister", "IE")]),
    # a posting is part of the office, the sending country is not
    (
        "British Ambassador to Azerbaijan Fergus Auld left.",
        [("Fergus Auld", "Ambassador to Azerbaijan", "GB")],
    ),
    # former, and the country between the two words
    ("Former US president Barack Obama left.", [("Barack Obama", "Former president", "US")]),
    # acting
    ("Mali's acting president Assimi Goïta left.", [("Assimi Goïta", "acting president", "ML")]),
    # a firm's name is no part of the office, and its office no country's
    ("Norway waits. Havdyp chief executive Torbjørn Aasen left.", [("Torbjørn Aasen", "chief executive", None)]),
    # countries after all the names, in their order
    (
        "Presidents Aman Bekov, Jasur Karimov and Azamat Osmonov of Kazakhstan, Uzbekistan and Kyrgyzstan met.",
        [
            ("Aman Bekov", "President", "KZ"),
            ("Jasur Karimov", "President", "UZ"),
            ("Azamat Osmonov", "President", "KG"),
        ],
    ),
    # names between dashes
    (
        "The presidents of Kazakhstan and Uzbekistan – Aman Bekov and Jasur Karimov – met in Osh.",
        [("Aman Bekov", "president", "KZ"), ("Jasur Karimov", "president", "UZ")],
    ),
    # two ministers of one country are no rivals
    (
        "Ivan Horvat, Minister of Defence, and Petra Novak, Minister of Trade, represented Croatia.",
        [("Ivan Horvat", "Minister of Defence", "HR"), ("Petra Novak", "Minister of Trade", "HR")],
    ),
    # abbreviated office
    ("Croatian PM Ivan Horvat left at 5 pm.", [("Ivan Horvat", "PM", "HR")]),
    # a portfolio with a word the list does not know
    (
        "The Danish Minister for Climate, Energy and Utilities, Mr. Lars Holm, left.",
        [("Lars Holm", "Minister for Climate, Energy and Utilities", "DK")],
    ),
    # not every under-secretary of state is American
    (
        "Parliamentary Under-Secretary of State Ivan Horne left.",
        [("Ivan Horne", "Parliamentary Under-Secretary of State", None)],
    ),
    # the second of two offices in one phrase shares the first one's country
    (
        "Paraguay's foreign minister, Óscar Benegas, and finance minister, Lourdes Ayala, left.",
        [("Óscar Benegas", "foreign minister", "PY"), ("Lourdes Ayala", "finance minister", "PY")],
    ),
    # possessive of a country right before the name
    (
        "Sweden's Åsa Törnqvist spoke. Törnqvist then left.",
        [("Åsa Törnqvist", None, "SE")],
    ),
    # two portfolios joined by “and”
    (
        "Zambian Transport and Logistics Minister Chanda Mulenga left.",
        [("Chanda Mulenga", "Transport and Logistics Minister", "ZM")],
    ),
    # an all-caps wire
    (
        "ABUJA, JUNE 15 - NIGERIAN DEFENCE MINISTER MAJ-GEN SALIHU BUBA SAID NO.",
        [("SALIHU BUBA", "DEFENCE MINISTER", "NG")],
    ),
    # a title alone makes a person, without office
    ("Lord Robertson agreed.", [("Robertson", None, None)]),
    # places, firms, centres and seas are nobody
    ("The Heydar Aliyev Centre in Baku lies on the Caspian Sea.", []),
    # a firm called by its first word later
    ("Havdyp Energi said no. Havdyp then sold its share.", []),
    # a country whose name the model calls a person
    ("Azerbaijan and Armenia said no.", []),
    # an envoy of one country in a text told from another: the bare office is the host's
    (
        "Energy Minister Rauf Babayev met British trade envoy Julian Ashby in Baku. Azerbaijan exports gas.",
        [("Rauf Babayev", "Energy Minister", "AZ"), ("Julian Ashby", "trade envoy", "GB")],
    ),
    # a body whose name begins with its country is part of the office, and no person
    (
        "Dame Felicity Moss, chair of UK Export Finance, left.",
        [("Felicity Moss", "chair of UK Export Finance", "GB")],
    ),
    # an office that serves another one holds its words
    (
        "The Prime Minister's Trade Envoy to Kazakhstan, Lord Penhallow, left London. Britain exports whisky.",
        [("Penhallow", "Prime Minister's Trade Envoy to Kazakhstan", "GB")],
    ),
    # an apostrophe inside a name
    ("Kenyan senator Ochieng' Radido left.", [("Ochieng' Radido", "senator", "KE")]),
    # ranks with stops and hyphens in a list of names, distributed over the countries
    (
        "The defence ministers of Peru and Chile, Col.-Gen. Juan Tomas and Gen. (ret.) Pablo Temi, met in Lima.",
        [("Juan Tomas", "defence minister", "PE"), ("Pablo Temi", "defence minister", "CL")],
    ),
    # a rank of two words after the office
    ("Peru's arms procurement chief, Vice Adm. Juan Tomas, left.", [("Juan Tomas", "arms procurement chief", "PE")]),
    # an opposite number is a counterpart
    (
        "Polish defence minister Jan Nowak met his Ukrainian opposite number, Ostap Hrytsenko.",
        [("Jan Nowak", "defence minister", "PL"), ("Ostap Hrytsenko", "defence minister", "UA")],
    ),
    # the last word of a portfolio is known by the name that follows the comma
    (
        "The French Minister of Finance and Industrial Sovereignty, Luc Blanc, left.",
        [("Luc Blanc", "Minister of Finance and Industrial Sovereignty", "FR")],
    ),
    # an office that belongs to a body of a country
    ("China Exim Bank's chairman, Wu Fuling, left.", [("Wu Fuling", "chairman", "CN")]),
    # an abbreviated title is an office where nothing else is told
    ("In Canada, MP Dale Hutchins said no. Canada waits.", [("Dale Hutchins", "MP", "CA")]),
    # whoever receives a guest does so at home
    (
        "Peruvian minister Juan Tomas was received in Quito by President Pablo Temi.",
        [("Juan Tomas", "minister", "PE"), ("Pablo Temi", "President", "EC")],
    ),
    # members of a country's delegation serve it
    (
        "Mongolia signed. Mongolia waits. The French delegation includes Trade Minister Luc Blanc.",
        [("Luc Blanc", "Trade Minister", "FR")],
    ),
    # the country that acted just before
    (
        "Peru and Chile were to meet in Lima. Santiago and Lima agreed. Oslo gave no reason. The foreign ministry "
        "spokesperson, Kari Holm, said no.",
        [("Kari Holm", "foreign ministry spokesperson", "NO")],
    ),
    # a part of a country tells whose its premier is
    ("Quebec Premier Jean Roy left.", [("Jean Roy", "Quebec Premier", "CA")]),
    # the chairman of a union, the spokesman of a firm, are no country's, though the text names one
    (
        "Chile exports copper. Chile waits. The farmers' union denied it. Its chairman, Juan Tomas, left. A company "
        "spokesman, Pablo Temi, stayed.",
        [("Juan Tomas", "chairman", None), ("Pablo Temi", "company spokesman", None)],
    ),
    # a wind farm is nobody, though a title stands in its name
    ("They discussed the Ratu Epeli solar farm.", []),
    # two countries named alike often tell nothing
    ("Valves go to Spain and Finland. Mayor Josef Gruber left.", [("Josef Gruber", "Mayor", None)]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_persons(text, expected):
    """Name, office as printed and country of everybody in the text, in the order of the text."""
    assert expected == [(p.name, p.office, p.country) for p in persons(doc_of(text))]


def test_one_fact_a_person_at_the_fullest_name():
    """A person named three times is one fact, at the first mention of the whole name."""
    text = "President Tokayev spoke. Kassym-Jomart Tokayev of Kazakhstan left. Tokayev slept."
    (person,) = persons(doc_of(text))
    assert ("Kassym-Jomart Tokayev", 25) == (person.quote, person.start)


def test_surnames_shared_by_two_are_kept_apart():
    """Two people of one surname stay two; the bare surname is whoever was named last."""
    doc = doc_of("Minister Anna Novak of Slovakia met Minister Petr Novak of Czechia. Novak said no.")
    assert [2, 1] == sorted((len(p.mentions) for p in people(doc)), reverse=True)


def test_diacritics_do_not_part_a_person():
    """“Erdogan” is Erdoğan."""
    (person,) = people(doc_of("Turkish President Recep Tayyip Erdoğan spoke. Erdogan left."))
    assert 2 == len(person.mentions)


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "President", "’s", "“”", "Minister of of of", "\u202eمرحبا President \x00", "-" * 50]
)
def test_odd_text_is_no_crash(text):
    """Empty and odd texts give nothing, or facts whose offsets hold."""
    for person in persons(doc_of(text)):
        assert text[person.start : person.end] == person.quote


def test_the_rule_is_told():
    """`why` names the rule and its cue."""
    (person,) = persons(doc_of("Turkish Foreign Minister Hakan Fidan arrived."))
    assert "person: office before: Foreign Minister" == person.why


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("President of the Republic of Tajikistan Saidmurod\nOlimov today received General Douglas R. Hart.",
         ["Saidmurod Olimov", "Douglas R. Hart"]),
        ("Ingrid Aasen was more cautious. “We will not,” Aasen told analysts.", ["Ingrid Aasen"]),
        ("They sent Yasin Hamdoun Omar, a brother-in-law of their commander.", ["Yasin Hamdoun Omar"]),
        ("President Aivars Kalns and his wife, Ilze Kalne, left. Mrs Kalne spoke.", ["Aivars Kalns", "Ilze Kalne"]),
        ("An opposition TD, Gráinne Uí Bhriain, asked in the chamber who would crew it.", ["Gráinne Uí Bhriain"]),
        ("The architect, Idaho Republican by birth, asked for more.", []),
        ("Malaysian Ambassador Nor Aini Hamzah was also present at the talks.", ["Nor Aini Hamzah"]),
        ("He will see the minister himself, Ilkin Orujov, today before a dinner.", ["Ilkin Orujov"]),
        ("Ambassador Ramon dela Peña left.", ["Ramon dela Peña"]),
        ("E. Whitlow met the envoy. The secretary, Eleanor Whitlow, said so.", ["Eleanor Whitlow"]),
        ("Eleanor Whitlow said so. E. Whitlow met the envoy.", ["Eleanor Whitlow"]),
    ],
)  # fmt: skip
def test_a_name_is_found_whole(text, names):
    """A name torn by a line, with a particle or common word in it, of kin, or told in full only once, is one person."""
    found = list(persons(doc_of(text)))
    assert names == [person.name for person in found]
    assert names == [" ".join(person.quote.split()) for person in found]
