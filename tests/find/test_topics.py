"""Sectors of sentences."""

import gold_loader
import pytest
from parsed import doc_of

from dossier.find.topics import OTHER, about, topics
from dossier.pipeline import parse
from dossier.seeds import Document, read

# (sentence, its sectors), each with the reason why it stands here
CASES = [
    ("The Minister of Defence arrived in Oslo.", []),  # an office
    ("UK Minister of State for Defence Lord Coaker spoke.", []),  # an office of three words
    ("Energy and defence ministers met on Monday.", []),  # two offices in one phrase
    ("The Ministry of Trade and Industry moved to a new house.", []),  # an institution
    ("The defence secretary met the army chief.", []),  # a rank
    ("The World Trade Organization elected a chair.", []),  # a name
    ("Trade unions called a strike.", []),  # another sense
    ("The president came to power in 2011.", []),  # power as rule
    ("She gave the museum an oil painting.", []),  # another sense
    ("He spoke in defence of the reform.", []),  # another sense
    ("The Nobel Peace Prize was shared.", []),  # a name
    ("They hope to rebuild trust between the parties.", []),  # nothing is built
    ("The plant sells power to Togo.", ["energy"]),
    ("A 1,200 MW plant will open.", ["energy"]),
    ("Crude rose to 80 dollars a barrel.", ["energy"]),
    ("Ministers discussed defense industry co-operation.", ["defence"]),  # American spelling, office masked
    ("Two frigates joined a naval exercise.", ["defence"]),
    ("The arms embargo was lifted.", ["defence"]),
    ("Exports grew by a third.", ["trade_investment"]),
    ("The ministers agreed to normalize relations.", ["peace"]),
    ("A cease-fire took hold at dawn.", ["peace"]),
    ("Deminers cleared 40 hectares.", ["reconstruction_demining"]),
    ("De-mining will take ten years.", ["reconstruction_demining"]),
    ("The coal mine was sold.", ["energy"]),  # no mine that kills
    ("Bridges were rebuilt after the war.", ["reconstruction_demining"]),
    ("Trade in gas grew while arms sales fell.", ["energy", "defence", "trade_investment"]),  # several, in order
]


@pytest.mark.parametrize(("sentence", "wanted"), CASES)
def test_sectors(sentence, wanted):
    """A sentence is about what its own words say, not about the offices it names."""
    assert list(about(sentence)) == wanted


def test_a_sentence_without_terms_is_about_other_things():
    """`other` stands alone."""
    (topic,) = topics(doc_of("The delegation leaves on Friday."))
    assert (topic.sectors, topic.terms) == ([OTHER], [])


def test_the_subject_adds_terms():
    """Terms given by the subject count beside the language's own."""
    doc = doc_of("They spoke of the Lobito line.")
    assert next(topics(doc)).sectors == [OTHER]
    assert next(topics(doc, {"trade_investment": ["lobito line"]})).sectors == ["trade_investment"]


def test_seeds_speak_of_defence_once_each():
    """One sentence of 24, and one of 8, is about defence."""
    found = [[topic.sectors for topic in topics(doc)] for doc in parse(read("seeds"))]
    assert [(sum("defence" in s for s in sectors), len(sectors)) for sectors in found] == [(1, 24), (1, 8)]


@pytest.mark.parametrize(("split", "floor"), [("seeds", 0.95), ("train", 0.85)])
def test_sectors_of_the_gold(split, floor):
    """Micro F1 of the sectors of sentences on the gold written for training."""
    hit = wrong = 0
    golds = gold_loader.load_split(split)
    for gold, doc in zip(golds, parse([Document(id=g.id, text=g.text) for g in golds]), strict=True):
        found = {topic.end: set(topic.sectors) for topic in topics(doc)}
        for fact in gold.of("topic"):
            ours = found.get(fact.end, set())
            wanted = min(
                ({*s} for s in [fact.fields["sectors"], *fact.alternatives.get("sectors", [])]),
                key=lambda s: len(s ^ ours),
            )
            hit += len(wanted & ours)
            wrong += len(wanted ^ ours)
    assert hit > 30
    assert 2 * hit / (2 * hit + wrong) >= floor
