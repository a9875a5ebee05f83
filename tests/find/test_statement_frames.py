"""Every way to attribute a clause, with speakers named in every way: the speaker and the clause are found in each."""

from itertools import product

import pytest
from parsed import doc_of

from dossier.find.statements import statements

# name, pronoun, the name with its office before a verb
SPEAKERS = [
    ("Elena Prats", "she", "the Andorran Minister for Civil Defence, Elena Prats,"),
    ("Tevita Lolo", "he", "Tevita Lolo, Tonga's deputy prime minister,"),
    ("Ousmane Diarra", "he", "Malian Foreign Minister Ousmane Diarra"),
    ("Zofia Malik", "she", "Zofia Malik, chief executive of the harbour board,"),
]
CLAUSES = [
    "the new line has a capacity of 300,000 tonnes a year",
    "the government would spend $4 million to clear roads along the border",
    "her country welcomes investors from abroad",
    "both delegations promised to keep their troops away from the river",
    "a meeting planned for the spring had been postponed because of the weather",
]
# {who} is the speaker with her office, {what} the clause
FRAMES = [
    "{What}, {who} said.",
    "{What}, {who} announced on Wednesday at the end of a two-day visit.",
    "{What}, {who} told the state news agency.",
    "{What}, as {who} confirmed in Geneva.",
    "{What}, according to {plain}.",
    "According to {plain}, {what}.",
    "{Who} stressed on Monday in Geneva that {what}.",
    "{Who} told reporters in Dakar that {what}.",
    "Answering a question by a lawmaker, {who} said that {what}.",
    "“{What},” {who} said in Geneva.",
    "{Who} said: “{What}.”",
]
AFTER = "Rain fell over the harbour all day, and the boats stayed where they were until the evening."


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize(("speaker", "clause"), list(product(SPEAKERS, CLAUSES)))
def test_a_clause_is_its_speakers(frame, speaker, clause):
    """One statement, the speaker by full name, the clause without the attribution, whatever is said inside it."""
    name, _, who = speaker
    said = frame.format(
        who=who, what=clause, What=clause[0].upper() + clause[1:], Who=who[0].upper() + who[1:], plain=who.rstrip(",")
    ).replace(",.", ".")
    found = [(f.speaker, f.content.lower(), f.told_by) for f in statements(doc_of(f"{said}\n\n{AFTER}"))]
    assert [(name, clause, None)] == found


@pytest.mark.parametrize("speaker", SPEAKERS, ids=[name for name, _, _ in SPEAKERS])
@pytest.mark.parametrize(
    "goes_on", ["up from 4 percent in the first contract", "but only if parliament agrees", "and needs three years more"]
)
def test_a_clause_goes_on_behind_its_attribution(speaker, goes_on):
    """“Output could reach 12 percent, she said, up from 4”: all of it is said."""
    name, pronoun, who = speaker
    for again in (pronoun, name.split()[-1]):
        text = f"{who[0].upper() + who[1:]} spoke in Dakar.\n\nOutput could reach 12 percent, {again} said, {goes_on}.\n\n{AFTER}"
        assert [(name, f"Output could reach 12 percent, {again} said, {goes_on}")] == [
            (f.speaker, f.content) for f in statements(doc_of(text))
        ]


@pytest.mark.parametrize("speaker", SPEAKERS, ids=[name for name, _, _ in SPEAKERS])
@pytest.mark.parametrize("label", ["{}", "{} went on", "{} then added"])
@pytest.mark.parametrize("clause", ["We did not cancel", "Both sides promised peace"])
def test_words_under_a_name_and_a_colon(speaker, label, clause):
    """“Prats went on: We did not cancel. …”: told under a colon, without marks, sentence by sentence."""
    name, _, who = speaker
    text = (
        f"{who[0].upper() + who[1:]} spoke in Dakar to a room that had waited for two hours.\n\n"
        f"{label.format(name.split()[-1])}: {clause}. The plane could not land.\n\n{AFTER}"
    )
    said = [(f.speaker, f.content) for f in statements(doc_of(text))]
    assert [(name, clause), (name, "The plane could not land")] == said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a body passes on what a person said
        (
            "Estonian Foreign Minister Kaja Mets stressed that trade would grow, the presidency said.",
            [("Kaja Mets", "trade would grow", "presidency")],
        ),
        # a person with a name is heard through another
        (
            "The spokesman, Jan Ploeg, said Dutch Prime Minister Ruben Vos welcomed the deal.",
            [("Ruben Vos", "the deal", "Jan Ploeg")],
        ),
        # a country within its minister's words
        (
            "Pakistani Foreign Minister Asif Durrani said Pakistan welcomed Russia's interest in the pipeline.",
            [("Asif Durrani", "Pakistan welcomed Russia's interest in the pipeline", None)],
        ),
        # a group within a person's words, though its members are known
        (
            "Both sides promised peace until June, Estonian Foreign Minister Kaja Mets added.",
            [("Kaja Mets", "Both sides promised peace until June", None)],
        ),
        # an office with “for” in it is no call for anything
        ("Estonian envoy Kaja Mets called on the Minister for Power, Lars Vik, on Tuesday.", []),
        # “that” before a noun is no conjunction
        ("Eritrea has never accepted that count.", []),
        # a noun phrase with its own name in commas is a part of the clause
        (
            "Kaja Mets, the Estonian envoy, said a meeting with the Minister of Power, Lars Vik, planned for May, had been put off.",
            [("Kaja Mets", "a meeting with the Minister of Power, Lars Vik, planned for May, had been put off", None)],
        ),
        (
            "Replying, the Estonian Minister of State, Kaja Mets, denied that money had been withheld.",
            [("Kaja Mets", "money had been withheld", None)],
        ),
        # what is told of a thing is no saying
        (
            "The field, found in 2023 by a group of geologists, holds gas, according to the ministry.",
            [("ministry", "The field, found in 2023 by a group of geologists, holds gas", None)],
        ),
        # “that” behind the talks begins the clause
        (
            "Kaja Mets, the Estonian Minister for Civil Defence, stressed after the talks that military instructors will stay.",
            [("Kaja Mets", "military instructors will stay", None)],
        ),
    ],
)
def test_whose_words_count(text, expected):
    """Words within words belong to a person or a named body; what a country or nobody does there, to the speaker."""
    found = statements(doc_of(f"{text}\n\n{AFTER}"))
    assert [(s, c, t) for s, c, t in expected] == [(f.speaker, f.content, f.told_by) for f in found]
