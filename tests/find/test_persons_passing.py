"""Who is a person though no office stands beside the name, and what is a firm, a place, a ship or a work."""

import pytest
from parsed import doc_of

from dossier.find.persons import persons

FOUND = [
    # a given name, wherever it stands
    ("The prize went to a campaign that Setsuko Thurlow has carried to parliaments.", ["Setsuko Thurlow"]),
    ("Investors including Warren Buffett sold shares, as did Bente Scheller.", ["Warren Buffett", "Bente Scheller"]),
    ("The play by Wole Soyinka opens in Lagos.", ["Wole Soyinka"]),
    ("Dutch voters expected Pieter Bakker to lose.", ["Pieter Bakker"]),
    ("The poem of Nodira Karimova was read to Tevita Fonua.", ["Nodira Karimova", "Tevita Fonua"]),
    # a verb that only people do, or that is done to people only
    ("Qorvun Drastel wept in court.", ["Qorvun Drastel"]),
    ("Soldiers arrested Qorvun Drastel at the border.", ["Qorvun Drastel"]),
    ("Qorvun Drastel was sentenced to nine years.", ["Qorvun Drastel"]),
    # what somebody is, before or after the name
    ("The Olympic champion Qorvun Drastel will run in Rome.", ["Qorvun Drastel"]),
    ("A court freed Qorvun Drastel, the novelist, on Friday.", ["Qorvun Drastel"]),
    ("The prize was shared with Qorvun Drastel, 41, and a firm from Oslo.", ["Qorvun Drastel"]),
    ("Qorvun Drastel, once her mentor, rejected it. Ts. Batmunkh, herder from Khovd, sang.",
     ["Qorvun Drastel", "Ts. Batmunkh"]),
    ("His girlfriend Sofia Drastel and the curator Finn Krogh waited.", ["Sofia Drastel", "Finn Krogh"]),
    # the family name first
    ("Motegi Hiroshi stays; Kono Shinji moves to the treasury.", ["Motegi Hiroshi", "Kono Shinji"]),
    # letters after a name, and a name printed short
    ("The Premier, the Hon. E. David Moss JP MP, spoke. Ahmad Mohd. Ghani thanked him.",
     ["E. David Moss", "Ahmad Mohd. Ghani"]),
    # what only people have
    ("The widow of Qorvun Drastel asked for an inquiry.", ["Qorvun Drastel"]),
    ("Qorvun Drastel's funeral was held in Quito.", ["Qorvun Drastel"]),
    # a country beside it, and somebody beside it
    ("Qorvun Drastel of Ethiopia won the race.", ["Qorvun Drastel"]),
    ("President Ana Soto and Qorvun Drastel signed it.", ["Ana Soto", "Qorvun Drastel"]),
    # “she” in the next sentence
    ("Malkova Drastel had the best of it. She was third in Doha.", ["Malkova Drastel"]),
]  # fmt: skip
NONE = [
    # streets, prizes, bridges, trials of that name
    "The Nelson Mandela Foundation declined to comment, and the Jacob Zuma trial was put off.",
    "Chinua Achebe Street was closed. The building stands on Patrice Lumumba Avenue.",
    "Trucks waited at the Pablo Neruda bridge and near Second Thomas Shoal.",
    # firms, in letters, with a legal form, called by a noun, or in quotation marks
    "Ford Motor Co said it would raise prices. Tata Steel and Deutsche Telekom followed.",
    "The consultancy Laura Ashby expects more. The newspaper Martin Fierro reported it.",
    "The firm was sold to Nordlicht Energie, which will invest in Hanbit Aerospace.",
    "The film “Thelma Louise” opens on Friday.",
    # ships, storms, machines
    "The frigate Maria Pia left, and INS Kavita followed. The storm Daniel Ivo tore the roof off.",
    "It raised the price of its F-150 Lightning.",
    # clubs and towns
    "Al Ittihad beat Zamalek 2-1. Alice Springs shook, and Victoria Falls closed.",
    "Al Wahda signed the keeper. El-Nasr said it would appeal. Al Bayan said so.",
    "Cape Verde's Praia and Port Moresby hosted them. Saint Lucia signed. Boko Haram denied it.",
    # a day before a name of one word
    "He reported that on 15 April Petrenko would leave.",
    # what bodies do too
    "Drastel Qorvun regrets that nothing was signed. Drastel Qorvun fell by 3 percent.",
]


@pytest.mark.parametrize(("text", "names"), FOUND)
def test_somebody_named_in_passing_is_a_person(text, names):
    """Signs that speak for a person are enough, though nothing tells an office."""
    assert names == [p.name for p in persons(doc_of(text))]


@pytest.mark.parametrize("text", NONE)
def test_the_name_of_a_thing_is_no_person(text):
    """A body, street, ship, storm, film or firm is nobody, though a person's name be in its own."""
    assert [] == [p.name for p in persons(doc_of(text))]


def test_what_told_the_person_is_said():
    """The signs stand in the fact's `why`."""
    person = next(iter(persons(doc_of("Police arrested Hamid Nouri at the airport."))))
    assert person.why == "person: name in passing: given name “Hamid”, whom one “arrested”"
