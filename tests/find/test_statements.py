"""Statements: who says what, by which word, directly or not."""

import pytest
from parsed import doc_of

from dossier.find.statements import statements

# text, expected (speaker, cue, content)
CASES = [
    # said that
    (
        "Latvian minister Baiba Braže said that Riga would pay.",
        [("Baiba Braže", "said", "Riga would pay")],
    ),
    # without “that”
    (
        "Ana Ruiz of Chile came. Its place was never in doubt, according to Pablo Lario, who heads the agency in Seville.",
        [("Pablo Lario", "according to", "Its place was never in doubt")],
    ),
    (
        "Exports, according to Pablo Lario, who heads the agency, rose by 5%.",
        [("Pablo Lario", "according to", "Exports, according to Pablo Lario, who heads the agency, rose by 5%")],
    ),
    ("Dutch minister Ruben Brekelmans said Delft was ready.", [("Ruben Brekelmans", "said", "Delft was ready")]),
    # time and place between verb and clause
    (
        "British Foreign Secretary Yvette Cooper said in a speech in London on Wednesday that Britain would pay.",
        [("Yvette Cooper", "said", "Britain would pay")],
    ),
    # who is told is no content
    (
        "Chinese President Xi Jinping told reporters that China was ready.",
        [("Xi Jinping", "told", "China was ready")],
    ),
    # attribution at the end
    (
        "Trade rose by a tenth, the energy ministry reported earlier.",
        [("energy ministry", "reported", "Trade rose by a tenth")],
    ),
    # inversion
    (
        "“Steel costs more,” said Håkon Sæther, the finance director of Havdyp.",
        [("Håkon Sæther", "said", "Steel costs more")],
    ),
    # according to, at the end and at the start
    (
        "The border is closed, according to the Polish police.",
        [("Polish police", "according to", "The border is closed")],
    ),
    (
        "According to Peruvian minister Rosaura Quispe, the lake is rising.",
        [("Rosaura Quispe", "According to", "the lake is rising")],
    ),
    # a thing as content
    (
        "Kenyan President William Ruto welcomed the decision to send troops.",
        [("William Ruto", "welcomed", "the decision to send troops")],
    ),
    # thanked X for Y, congratulated X on Y: the content is Y
    ("Swedish minister Pål Jonson thanked Finland for its help.", [("Pål Jonson", "thanked", "its help")]),
    (
        "Lord Vernon Coaker congratulated Ilham Aliyev on the progress achieved in Washington.",
        [("Vernon Coaker", "congratulated", "the progress achieved in Washington")],
    ),
    # called X Y, described X as Y
    (
        "Former British prime minister Tony Blair called the plan “a real chance”.",
        [("Tony Blair", "called", "the plan “a real chance”")],
    ),
    # called on, with its preposition
    (
        "Lithuanian President Gitanas Nausėda called on allies to speed up deliveries.",
        [("Gitanas Nausėda", "called on", "allies to speed up deliveries")],
    ),
    # two verbs, one subject
    (
        "Turkish minister Hakan Fidan praised the talks and said Ankara was ready.",
        [("Hakan Fidan", "praised", "the talks"), ("Hakan Fidan", "said", "Ankara was ready")],
    ),
    # a participle
    (
        "Turkish minister Hakan Fidan said Ankara was ready, adding that time was short.",
        [("Hakan Fidan", "said", "Ankara was ready"), ("Hakan Fidan", "adding", "time was short")],
    ),
    # an opening participle ends at its comma
    (
        "Noting the rise in trade, Chilean minister Alberto van Klaveren urged patience.",
        [("Alberto van Klaveren", "Noting", "the rise in trade"), ("Alberto van Klaveren", "urged", "patience")],
    ),
    # in brackets of commas: from first to last word
    (
        "Danish minister Lars Aagaard spoke. The depot, he said, would be ready in 2027.",
        [("Lars Aagaard", "said", "The depot, he said, would be ready in 2027")],
    ),
    # a broken quotation: from first to last word
    (
        "Bolivian minister Edwin Choque spoke. “I have a suitcase,” he said, “but nobody has sent me a ticket.”",
        [("Edwin Choque", "said", "I have a suitcase,” he said, “but nobody has sent me a ticket")],
    ),
    # partly quoted
    (
        "President Ilham Aliyev of Azerbaijan said there were “good opportunities” in trade.",
        [("Ilham Aliyev", "said", "there were “good opportunities” in trade")],
    ),
    # an office alone is resolved
    (
        "Georgian speaker Shalva Papuashvili met Marta Kos. The speaker rejected the criticism.",
        [("Shalva Papuashvili", "rejected", "the criticism")],
    ),
    # the sides are both
    (
        "Foreign Minister Jeyhun Bayramov met UK minister James Heappey. The sides expressed satisfaction with trade.",
        [("Jeyhun Bayramov; James Heappey", "expressed", "satisfaction with trade")],
    ),
    # “it” is the body that spoke last
    (
        "Arrears fell, the Lagos Port Authority said. It added that the rest would be paid.",
        [("Lagos Port Authority", "said", "Arrears fell"), ("Lagos Port Authority", "added", "the rest would be paid")],
    ),
    # when it was said is no content
    (
        "The firm will invest in a second plant, Dutch minister Ruben Brekelmans announced on Monday.",
        [("Ruben Brekelmans", "announced", "The firm will invest in a second plant")],
    ),
    # the day between verb and clause
    ("The IMF said on Tuesday growth would slow to 2 per cent.", [("IMF", "said", "growth would slow to 2 per cent")]),
    # a kind of body before its name
    ("Nigeria's state oil company NNPC said output had risen.", [("NNPC", "said", "output had risen")]),
    # a paper speaks for its author
    (
        "Bills could fall, a study by the African Rift Bank found.",
        [("African Rift Bank", "found", "Bills could fall")],
    ),
    # joined speakers
    (
        "Estonian minister Hanno Pevkur and Latvian minister Andris Sprūds said they would buy the missiles together.",
        [("Hanno Pevkur; Andris Sprūds", "said", "they would buy the missiles together")],
    ),
    # the name stands in commas after a common noun
    (
        "Ugandan minister Rose Akello spoke. His host, Energy Minister Rose Akello, insisted Kampala had paid.",
        [("Rose Akello", "insisted", "Kampala had paid")],
    ),
    # a topic and an attribution in commas
    ("The plan, officials say, is dead.", [("officials", "say", "The plan, officials say, is dead")]),
    # quoted as saying
    (
        "Norwegian Defence Minister Tore Sandvik was quoted as saying that the deal was close.",
        [("Tore Sandvik", "saying", "the deal was close")],
    ),
    # in the words of, as X put it
    (
        "In the words of Finnish President Alexander Stubb, the deal is “a triumph”.",
        [("Alexander Stubb", "In the words of", "the deal is “a triumph”")],
    ),
    (
        "As French President Emmanuel Macron put it, Europe must wake up.",
        [("Emmanuel Macron", "put", "Europe must wake up")],
    ),
    # a participle after an infinitive keeps its own clause
    (
        "Georgian President Mikheil Kavelashvili vowed to keep the law, warning that the EU was wrong.",
        [("Mikheil Kavelashvili", "vowed", "to keep the law"), ("Mikheil Kavelashvili", "warning", "the EU was wrong")],
    ),
    # a semicolon parts two speakers
    (
        "Hungarian minister Péter Szijjártó argued Kyiv was to blame; Polish minister Radosław Sikorski replied that Moscow had begun.",
        [("Péter Szijjártó", "argued", "Kyiv was to blame"), ("Radosław Sikorski", "replied", "Moscow had begun")],
    ),
    # the writer's own remark is left out
    (
        "Turkish minister Hakan Fidan said Ankara had not opened the border, which has been shut for years.",
        [("Hakan Fidan", "said", "Ankara had not opened the border")],
    ),
    # a deed inside somebody's words is no saying
    (
        "Sudanese negotiator Rebecca Achol told the broadcaster that she had not rejected the draft.",
        [("Rebecca Achol", "told", "she had not rejected the draft")],
    ),
    # asked whether: somebody else asked
    (
        "Asked about the law, Georgian President Mikheil Kavelashvili said it would stay.",
        [("Mikheil Kavelashvili", "said", "it would stay")],
    ),
    # to call on somebody is a visit, to call on somebody to do a thing is not
    ("Lithuanian President Gitanas Nausėda called on the head of state in Apia.", []),
    # made clear, drew attention to
    (
        "Georgian President Mikheil Kavelashvili made clear that the law would stay.",
        [("Mikheil Kavelashvili", "made clear", "the law would stay")],
    ),
    # a dialogue in dashes
    (
        "— We are close to a deal, — said Finnish President Alexander Stubb. — It will be signed in May.",
        [
            ("Alexander Stubb", "said", "We are close to a deal"),
            ("Alexander Stubb", "said", "It will be signed in May"),
        ],
    ),
    # a name before a colon
    (
        "Finnish President Alexander Stubb: “We are close. It will be signed in May.”",
        [("Alexander Stubb", ":", "We are close"), ("Alexander Stubb", ":", "It will be signed in May")],
    ),
    # what follows “X said:” in the paragraph, without marks
    (
        "Finnish President Alexander Stubb said: The sea is our home. Nobody owns it.",
        [("Alexander Stubb", "said", "The sea is our home"), ("Alexander Stubb", "said", "Nobody owns it")],
    ),
    # the same mark on both sides, and the comma after it
    (
        "Finnish President Alexander Stubb spoke. ”We were naive, and I was too”, Stubb admitted.",
        [("Alexander Stubb", "admitted", "We were naive, and I was too")],
    ),
    # all in capitals the parse is worth little
    (
        "PRESIDENT ALEXANDER STUBB WELCOMED THE AGREEMENT AND THANKED HIS HOST FOR YEARS OF PATIENCE.",
        [("ALEXANDER STUBB", "WELCOMED", "THE AGREEMENT"), ("ALEXANDER STUBB", "THANKED", "YEARS OF PATIENCE")],
    ),
    # a verb of no list, beside a quotation that waits for who says it
    (
        "Peruvian envoy Ana Ruiz left at once. “I am nobody's agent,” Ruiz snapped. “Ask him who paid!” quipped Ruiz.",
        [("Ana Ruiz", "snapped", "I am nobody's agent"), ("Ana Ruiz", "quipped", "Ask him who paid")],
    ),
    # two ranks, each with its full stop
    (
        "Nobody will come, said Lt. Cmdr. Joshua Kaupa, a spokesman for the navy.",
        [("Joshua Kaupa", "said", "Nobody will come")],
    ),
    # a paper whose name is a common noun speaks, a part of the page does not
    ("Pampa News reported on Monday that the firm would sell.", [("Pampa News", "reported", "the firm would sell")]),
    ("Correction: An earlier version of this article said that the contract was worth $3m.", []),
    # an infinitive and a future are not said
    ("Hungarian minister Péter Szijjártó will announce the plan. He wants to stress its importance.", []),
    # discussed and agreed make no statement
    ("The Zambian and Tanzanian ministers discussed trade and agreed to meet.", []),
    # nobody says it
    ("It was noted that trade rose. It should be recalled that exports fell.", []),
    # things do not speak
    ("The agreement calls for peace. Prices added two per cent.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_statements(text, expected):
    """Each reporting clause gives speaker, cue and the clause without its attribution."""
    assert expected == [(s.speaker, s.cue, s.content) for s in statements(doc_of(text))]


QUOTED = [
    # curly marks over two sentences: one fact a sentence, both by the cue at the end of the first
    (
        "Kenyan President William Ruto spoke. “We will pay,” he said. “We always do.”",
        ["We will pay", "We always do"],
    ),
    # the cue after the second sentence of one quotation
    ("Kenyan President William Ruto spoke. “We will pay. We always do,” he said.", ["We will pay", "We always do"]),
    # straight marks
    ('"We will pay," Kenyan President William Ruto said. "We always do."', ["We will pay", "We always do"]),
    # over two paragraphs, the first not closed
    (
        "“We will pay.\n\n“We always do,” Kenyan President William Ruto said.",
        ["We will pay", "We always do"],
    ),
    # announced by a colon
    ("Kenyan President William Ruto said: “We will pay.”", ["We will pay"]),
    # without marks under “X said:”
    ("Kenyan President William Ruto said:\n\nWe will pay. We always do.", ["We will pay", "We always do"]),
]


@pytest.mark.parametrize(("text", "expected"), QUOTED)
def test_direct_speech(text, expected):
    """Every sentence of a quotation is a statement of its speaker."""
    found = list(statements(doc_of(text)))
    assert expected == [s.content for s in found]
    assert {"William Ruto"} == {s.speaker for s in found}


MODES = [
    # all in marks
    ("“We will pay,” Kenyan President William Ruto said.", "direct"),
    # a word or two in marks
    ("Kenyan President William Ruto said the plan to pay the arrears in full by May was “sound”.", "indirect"),
    # none
    ("Kenyan President William Ruto said Kenya would pay.", "indirect"),
]


@pytest.mark.parametrize(("text", "expected"), MODES)
def test_mode(text, expected):
    """Direct is what is mostly in quotation marks."""
    (statement,) = statements(doc_of(text))
    assert expected == statement.mode


NEGATED = [
    # a verb of denial
    ("Kremlin spokesman Dmitry Peskov denied that Moscow had paid.", True),
    # the verb is negated
    ("Kremlin spokesman Dmitry Peskov did not confirm that Moscow had paid.", True),
    # the office has not confirmed
    ("The Estonian embassy has not confirmed the trip.", True),
    # what is said is negative, the saying is not
    ("Kremlin spokesman Dmitry Peskov said Moscow had not paid.", False),
]


@pytest.mark.parametrize(("text", "expected"), NEGATED)
def test_negated(text, expected):
    """Negated is the saying, not what is said."""
    (statement,) = statements(doc_of(text))
    assert expected == statement.negated


TOLD = [
    # a press service around what a guest noted
    (
        "Lord Vernon Coaker “emphasised his interest in ties,” noting that trade rose, the press service said on Thursday.",
        [("Vernon Coaker", "emphasised", "press service"), ("Vernon Coaker", "noting", "press service")],
    ),
    # according to a ministry
    (
        "According to the Foreign Ministry, Dutch minister Ruben Brekelmans stressed that trade rose.",
        [("Ruben Brekelmans", "stressed", "Foreign Ministry")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_told_by(text, expected):
    """Another body that passes the words on is named, and makes no statement of its own."""
    assert expected == [(s.speaker, s.cue, s.told_by) for s in statements(doc_of(text))]


def test_evidence_is_the_sentence():
    """The span is the whole sentence around the clause."""
    text = "Nothing happened. Kenyan President William Ruto said Kenya would pay. All left."
    (statement,) = statements(doc_of(text))
    assert (
        "Kenyan President William Ruto said Kenya would pay."
        == statement.quote
        == text[statement.start : statement.end]
    )


def test_headline_and_standfirst_make_no_statement():
    """What stands above the body is no evidence for words."""
    from dossier.pipeline import parse
    from dossier.seeds import Document

    text = (
        "Kenya will pay, says Ruto\n\nKenyan President William Ruto said Kenya would pay its arrears in full by May.\n"
    )
    (doc,) = parse([Document(id="t", text=text)])
    assert ["Kenya would pay its arrears in full by May"] == [s.content for s in statements(doc)]


def test_the_antecedent_is_told():
    """`why` names the rule, the cue and whom the pronoun meant."""
    found = list(statements(doc_of("Kenyan President William Ruto left. He said Kenya would pay.")))
    assert "statement: after the verb: “said”; “He” → William Ruto (subject of the sentence before)" == found[0].why


@pytest.mark.parametrize(
    "text", ["", "said", "“", "“”", '"said," he, "', "said said said.", "According to", "\x00said\u200b “x"]
)
def test_odd_text_is_no_crash(text):
    """Fragments give no error, and no offset that lies."""
    for statement in statements(doc_of(text)):
        assert text[statement.start : statement.end] == statement.quote
