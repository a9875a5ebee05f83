"""Statements, construction by construction: each way in which English reports somebody's words."""

import pytest
from dossier.find.statements import statements
from parsed import doc_of

IVO = "Croatian Finance Minister Ivo Perković met reporters. "
ANA = "Ecuadorian Foreign Minister Ana Cevallos arrived in Lima. "
MOI = "Kenyan Energy Minister Grace Moindi addressed the senate. "

# text, expected (speaker, content)
PLACES = [
    # before, with and without “that”, in several tenses
    ("Malian President Oumar Keïta has said that the army will stay.", [("Oumar Keïta", "the army will stay")]),
    ("Malian President Oumar Keïta says the army will stay.", [("Oumar Keïta", "the army will stay")]),
    ("Malian President Oumar Keïta had earlier said the army would stay.", [("Oumar Keïta", "the army would stay")]),
    (
        "Speaking in Dakar, Malian President Oumar Keïta said the army would stay.",
        [("Oumar Keïta", "the army would stay")],
    ),
    (
        "Malian President Oumar Keïta is reported to have said that the army will stay.",
        [("Oumar Keïta", "the army will stay")],
    ),
    # an adverbial after “that”, and one between verb and “that”
    (
        f"{IVO}Perković said that, despite the cuts, wages would rise.",
        [("Ivo Perković", "despite the cuts, wages would rise")],
    ),
    (
        f"{IVO}Perković told lawmakers in Zagreb on Tuesday that wages would rise.",
        [("Ivo Perković", "wages would rise")],
    ),
    (f"{IVO}Perković told the Financial Times wages would rise.", [("Ivo Perković", "wages would rise")]),
    (f"{IVO}Perković told Reuters in an interview that wages would rise.", [("Ivo Perković", "wages would rise")]),
    # two clauses under one “said”
    (
        f"{IVO}Perković said that wages would rise and that taxes would fall.",
        [("Ivo Perković", "wages would rise and that taxes would fall")],
    ),
    # a relative clause after the speaker
    (
        "Ivo Perković, who has led the Croatian finance ministry since 2020, said wages would rise.",
        [("Ivo Perković", "wages would rise")],
    ),
    # an office after the name
    ("Ivo Perković, Croatia's finance minister, said wages would rise.", [("Ivo Perković", "wages would rise")]),
    # medial
    (
        f"{IVO}Wages, Perković said, would rise in the spring.",
        [("Ivo Perković", "Wages, Perković said, would rise in the spring")],
    ),
    (
        f"{IVO}Wages, according to Perković, would rise in the spring.",
        [("Ivo Perković", "Wages, according to Perković, would rise in the spring")],
    ),
    (
        f"{IVO}The wages of teachers, the minister added, had not risen since 2019.",
        [("Ivo Perković", "The wages of teachers, the minister added, had not risen since 2019")],
    ),
    # after
    (f"{IVO}Wages would rise in the spring, Perković said.", [("Ivo Perković", "Wages would rise in the spring")]),
    (f"{IVO}Wages would rise in the spring, he added.", [("Ivo Perković", "Wages would rise in the spring")]),
    (f"{IVO}Wages would rise in the spring, said the minister.", [("Ivo Perković", "Wages would rise in the spring")]),
    (
        f"{IVO}Wages would rise in the spring, he told the state broadcaster HRT.",
        [("Ivo Perković", "Wages would rise in the spring")],
    ),
    (
        "Wages would rise in the spring, Croatian Finance Minister Ivo Perković said after a meeting in Zagreb.",
        [("Ivo Perković", "Wages would rise in the spring")],
    ),
    (
        "Wages will rise in the spring, the finance ministry said in a statement on its website.",
        [("finance ministry", "Wages will rise in the spring")],
    ),
    # with “as”
    (f"{IVO}As the minister noted, wages rose in the spring.", [("Ivo Perković", "wages rose in the spring")]),
    (f"{IVO}Wages rose in the spring, as the minister noted.", [("Ivo Perković", "Wages rose in the spring")]),
    # a colon
    (f"{IVO}Perković was blunt: “Wages will rise.”", [("Ivo Perković", "Wages will rise")]),
    (f"{IVO}Perković: “Wages will rise.”", [("Ivo Perković", "Wages will rise")]),
    (f"{IVO}The minister added: “Wages will rise.”", [("Ivo Perković", "Wages will rise")]),
    # according to and its kin
    (f"{IVO}According to him, wages would rise.", [("Ivo Perković", "wages would rise")]),
    (f"{IVO}According to the minister, wages would rise.", [("Ivo Perković", "wages would rise")]),
    (f"{IVO}In his words, wages would rise.", [("Ivo Perković", "wages would rise")]),
    (f"{IVO}In the minister's view, wages would rise.", [("Ivo Perković", "wages would rise")]),
    (f"{IVO}In Perković's opinion, wages would rise.", [("Ivo Perković", "wages would rise")]),
    (
        "Wages rose by a tenth, according to the Croatian statistics office.",
        [("Croatian statistics office", "Wages rose by a tenth")],
    ),
    (
        "Wages rose by a tenth, according to figures published by the statistics office on Friday.",
        [("statistics office", "Wages rose by a tenth")],
    ),
    (
        "Wages rose by a tenth, according to a statement from the finance ministry.",
        [("finance ministry", "Wages rose by a tenth")],
    ),
    (
        "According to Ivo Perković, the Croatian finance minister, wages would rise.",
        [("Ivo Perković", "wages would rise")],
    ),
    # quoted as saying
    (
        "“Wages will rise,” Croatian Finance Minister Ivo Perković was quoted as saying by Hina.",
        [("Ivo Perković", "Wages will rise")],
    ),
    (
        "Hina quoted Croatian Finance Minister Ivo Perković as saying that wages would rise.",
        [("Ivo Perković", "wages would rise")],
    ),
    (
        "Croatian Finance Minister Ivo Perković was cited by Hina as saying wages would rise.",
        [("Ivo Perković", "wages would rise")],
    ),
]

SEVERAL = [
    # coordination
    (
        f"{MOI}Moindi said the dam was full and added that tariffs would fall.",
        [("Grace Moindi", "the dam was full"), ("Grace Moindi", "tariffs would fall")],
    ),
    (
        f"{MOI}She thanked donors for their patience, praised the engineers and promised cheaper bills.",
        [("Grace Moindi", "their patience"), ("Grace Moindi", "the engineers"), ("Grace Moindi", "cheaper bills")],
    ),
    # participles
    (
        f"{MOI}Moindi defended the dam, saying it would last a century.",
        [("Grace Moindi", "the dam"), ("Grace Moindi", "it would last a century")],
    ),
    (
        f"{MOI}The dam was full, she said, adding that tariffs would fall.",
        [("Grace Moindi", "The dam was full"), ("Grace Moindi", "tariffs would fall")],
    ),
    (
        f"{MOI}“The dam is full,” she said, stressing that tariffs would fall.",
        [("Grace Moindi", "The dam is full"), ("Grace Moindi", "tariffs would fall")],
    ),
    (
        f"{MOI}Recalling the drought of 2019, Moindi said the dam was full.",
        [("Grace Moindi", "the drought of 2019"), ("Grace Moindi", "the dam was full")],
    ),
    # while
    (
        f"{MOI}Moindi said the dam was full, while Senator John Wekesa complained that bills had doubled.",
        [("Grace Moindi", "the dam was full"), ("John Wekesa", "bills had doubled")],
    ),
    # but
    (
        f"{MOI}Moindi said the dam was full, but Senator John Wekesa replied that bills had doubled.",
        [("Grace Moindi", "the dam was full"), ("John Wekesa", "bills had doubled")],
    ),
    # two sentences
    (
        f"{MOI}Moindi said the dam was full. She also noted the drop in tariffs.",
        [("Grace Moindi", "the dam was full"), ("Grace Moindi", "the drop in tariffs")],
    ),
    # a third after two
    (
        f"{MOI}Moindi expressed gratitude to Norway, defended the dam, and invited investors to come to Kisumu.",
        [
            ("Grace Moindi", "gratitude to Norway"),
            ("Grace Moindi", "the dam"),
            ("Grace Moindi", "investors to come to Kisumu"),
        ],
    ),
    # the deed after the saying
    (
        f"{MOI}Moindi congratulated Norway on its election and invited its premier to visit Kisumu.",
        [("Grace Moindi", "its election"), ("Grace Moindi", "its premier to visit Kisumu")],
    ),
]

QUOTED = [
    # a quotation with medial attribution and a new sentence
    (
        f"{ANA}“We came to listen,” Cevallos said. “We leave with a plan.”",
        [("Ana Cevallos", "We came to listen"), ("Ana Cevallos", "We leave with a plan")],
    ),
    # a broken clause
    (
        f"{ANA}“The border,” she said, “is a door and not a wall.”",
        [("Ana Cevallos", "The border,” she said, “is a door and not a wall")],
    ),
    # three sentences, attribution after the first
    (
        f"{ANA}“We came to listen,” Cevallos told journalists. “Nobody shouted. We leave with a plan.”",
        [
            ("Ana Cevallos", "We came to listen"),
            ("Ana Cevallos", "Nobody shouted"),
            ("Ana Cevallos", "We leave with a plan"),
        ],
    ),
    # several paragraphs, the middle one without any attribution
    (
        f"{ANA}\n\n“We came to listen,” Cevallos said.\n\n“Nobody shouted at the table.”\n\nThe talks ended.",
        [("Ana Cevallos", "We came to listen"), ("Ana Cevallos", "Nobody shouted at the table")],
    ),
    # unclosed at the end of a paragraph
    (
        f"{ANA}\n\n“We came to listen,” Cevallos said. “Nobody shouted.\n\n“We leave with a plan.”",
        [
            ("Ana Cevallos", "We came to listen"),
            ("Ana Cevallos", "Nobody shouted"),
            ("Ana Cevallos", "We leave with a plan"),
        ],
    ),
    # partly quoted
    (
        f"{ANA}Cevallos called the meeting “a first step” and said Lima had been “generous”.",
        [("Ana Cevallos", "the meeting “a first step"), ("Ana Cevallos", "Lima had been “generous")],
    ),
    # the quotation follows an adverbial
    (
        f"{ANA}Asked about the border, Cevallos answered, “It is a door.”",
        [("Ana Cevallos", "It is a door")],
    ),
    # a question
    (f"{ANA}“Who would close a door?” she asked.", [("Ana Cevallos", "Who would close a door")]),
    # inverted with a long apposition
    (
        "“It is a door,” said Ana Cevallos, who became foreign minister of Ecuador in May.",
        [("Ana Cevallos", "It is a door")],
    ),
    # single marks
    (f"{ANA}‘It is a door,’ Cevallos said.", [("Ana Cevallos", "It is a door")]),
    # guillemets
    (f"{ANA}«It is a door», Cevallos said.", [("Ana Cevallos", "It is a door")]),
    # the words in an interview
    (
        "A talk with Ecuador's minister, Ana Cevallos.\n\nQ: Is the border a wall?\n\nAna Cevallos: It is a door.",
        [("Ana Cevallos", "It is a door")],
    ),
    # a quoted speaker in the middle of an indirect report
    (
        f"{ANA}Cevallos said the border was “a door” and that Ecuador wanted it open.",
        [("Ana Cevallos", "the border was “a door” and that Ecuador wanted it open")],
    ),
]

BODIES = [
    # whose words another body passes on, and the name in commas after a kind of body
    ("Output fell, a source privy to the talks said.", [("source privy to the talks", "Output fell")]),
    ("Output fell, its operator, Kattegat, said.", [("Kattegat", "Output fell")]),
    # one of them; the official of the sentence before
    (
        "A foreign ministry official said the talks were over. “Nobody came,” the official added.",
        [("foreign ministry official", "the talks were over"), ("foreign ministry official", "Nobody came")],
    ),
    # parted by a semicolon
    (
        "Output fell, the Danish energy agency said; Kattegat replied that it rose.",
        [("Danish energy agency", "Output fell"), ("Kattegat", "it rose")],
    ),
    ("The Danish energy agency said output fell.", [("Danish energy agency", "output fell")]),
    (
        "A spokesman for the Danish energy agency said output fell.",
        [("spokesman for the Danish energy agency", "output fell")],
    ),
    ("Output fell, a government spokesperson said.", [("government spokesperson", "Output fell")]),
    ("Copenhagen said output fell.", [("Copenhagen", "output fell")]),
    ("The European Commission has warned that output will fall.", [("European Commission", "output will fall")]),
    ("A joint statement said output would rise.", [("joint statement", "output would rise")]),
    ("The report warns that output will fall.", [("report", "output will fall")]),
    (
        "The company confirmed that output fell. It said wells had closed.",
        [("company", "output fell"), ("company", "wells had closed")],
    ),
    ("The Interior Ministry said in a statement that output fell.", [("Interior Ministry", "output fell")]),
    ("Officials in Oslo said output fell.", [("Officials in Oslo", "output fell")]),
    ("Residents told the BBC that the shelling had stopped.", [("Residents", "the shelling had stopped")]),
    ("Norway's Equinor announced that output fell.", [("Equinor", "output fell")]),
    ("The World Bank forecast that output would fall.", [("World Bank", "output would fall")]),
    ("Two sources close to the talks said a deal was near.", [("Two sources close to the talks", "a deal was near")]),
    ("The president's office said the visit was over.", [("president's office", "the visit was over")]),
    (
        "Ghanaian minister Kofi Mensah stressed the need for peace, his office said.",
        [("Kofi Mensah", "the need for peace")],
    ),
    ("The ministry said it would appeal.", [("ministry", "it would appeal")]),
]

KINDS = [
    # urged, called on, invited: somebody to do something
    (f"{IVO}Perković urged banks to cut fees.", [("Ivo Perković", "banks to cut fees")]),
    (f"{IVO}He called for lower fees.", [("Ivo Perković", "lower fees")]),
    (f"{IVO}He called upon the banks to cut fees.", [("Ivo Perković", "the banks to cut fees")]),
    (f"{IVO}He warned against higher fees.", [("Ivo Perković", "higher fees")]),
    (f"{IVO}He accused the banks of greed.", [("Ivo Perković", "the banks of greed")]),
    # expressed, voiced
    (f"{IVO}He expressed hope that fees would fall.", [("Ivo Perković", "hope that fees would fall")]),
    (f"{IVO}He expressed his gratitude for the loan.", [("Ivo Perković", "his gratitude for the loan")]),
    (f"{IVO}He voiced concern over the fees.", [("Ivo Perković", "concern over the fees")]),
    # described as
    (f"{IVO}He described the fees as robbery.", [("Ivo Perković", "the fees as robbery")]),
    (f"{IVO}He dismissed the report as gossip.", [("Ivo Perković", "the report as gossip")]),
    # welcome, condemn
    (f"{IVO}He welcomed the fall in fees.", [("Ivo Perković", "the fall in fees")]),
    (f"{IVO}He condemned the attack on the bank.", [("Ivo Perković", "the attack on the bank")]),
    # thank with and without reason
    (f"{IVO}He thanked the banks for the loan.", [("Ivo Perković", "the loan")]),
    (f"{IVO}He congratulated Slovenia on its budget.", [("Ivo Perković", "its budget")]),
    # pledged, vowed, promised, offered
    (f"{IVO}He pledged to cut fees.", [("Ivo Perković", "to cut fees")]),
    (f"{IVO}He promised that fees would fall.", [("Ivo Perković", "fees would fall")]),
    # ruled out
    (f"{IVO}He ruled out a new loan.", [("Ivo Perković", "a new loan")]),
    # refused to comment, declined to say
    (f"{IVO}He declined to say whether fees would fall.", [("Ivo Perković", "whether fees would fall")]),
    (f"{IVO}He would not say when fees would fall.", [("Ivo Perković", "when fees would fall")]),
    (f"{IVO}He did not rule out a new loan.", [("Ivo Perković", "a new loan")]),
    # confirmed his readiness
    (f"{IVO}He reaffirmed Croatia's readiness to help.", [("Ivo Perković", "Croatia's readiness to help")]),
    (f"{IVO}He drew attention to the rise in fees.", [("Ivo Perković", "the rise in fees")]),
    # thinks, believes, hopes
    (f"{IVO}He believes that fees will fall.", [("Ivo Perković", "fees will fall")]),
    (f"{IVO}He hoped the fees would fall.", [("Ivo Perković", "the fees would fall")]),
    # nominal
    (f"{IVO}He made it clear that fees would fall.", [("Ivo Perković", "fees would fall")]),
    (f"{IVO}He went on to say that fees would fall.", [("Ivo Perković", "fees would fall")]),
    # an adverb or adjective that belongs to the verb
    (f"{IVO}The fees would fall, Perković made clear.", [("Ivo Perković", "The fees would fall")]),
    (
        f"{IVO}Split, Perković pointed out, needs a port.",
        [("Ivo Perković", "Split, Perković pointed out, needs a port")],
    ),
    # a question
    (f"{IVO}He asked in Split on Monday who would pay the fees.", [("Ivo Perković", "who would pay the fees")]),
    # a wish for somebody
    (f"{IVO}He wished the new governor every success.", [("Ivo Perković", "the new governor every success")]),
    # both
    (
        f"{IVO}He met Slovenian Finance Minister Mateja Kralj. Both ministers stressed the need for lower fees.",
        [("Ivo Perković; Mateja Kralj", "the need for lower fees")],
    ),
    (
        f"{IVO}He met Slovenian Finance Minister Mateja Kralj. For her part, Kralj praised the budget.",
        [("Mateja Kralj", "the budget")],
    ),
    (
        f"{IVO}He met Slovenian Finance Minister Mateja Kralj. His counterpart praised the budget.",
        [("Mateja Kralj", "the budget")],
    ),
    (
        f"{IVO}He met Slovenian Finance Minister Mateja Kralj. The Slovenian minister, in turn, said she was pleased.",
        [("Mateja Kralj", "she was pleased")],
    ),
]

NONE = [
    # a wish with an infinitive, a relative clause, a temporal one
    f"{IVO}He hopes to cut fees.",
    f"{IVO}The bank that he asked to wait has closed.",
    # a quoted heading
    f"{IVO}\n\n“A door, no wall”\n\nThe banks closed.",
    # the verbs in other senses
    f"{IVO}He said goodbye and left.",
    f"{IVO}He called a meeting of the banks.",
    f"{IVO}He called Slovenian Finance Minister Mateja Kralj by phone.",
    f"{IVO}He called at the bank in Split.",
    f"{IVO}He added two chairs to the table.",
    f"{IVO}He agreed to meet the banks.",
    f"{IVO}He discussed the loan with the banks.",
    f"{IVO}He welcomed his guest at the airport.",
    f"{IVO}He will announce the budget in May.",
    f"{IVO}He plans to warn the banks.",
    f"{IVO}He asked not to be named.",
    f"{IVO}He read the letter and signed it.",
    f"{IVO}He was asked about the loan.",
    f"{IVO}It is said that banks are rich.",
    f"{IVO}The so-called loan was signed.",
    f"{IVO}The law states a limit.",
    f"{IVO}The loan was announced in May.",
    f"{IVO}He invited his guests to dinner.",
    f"{IVO}He conveyed a message from the prime minister.",
    f"{IVO}He welcomed the Slovenian minister.",
    f"{IVO}A deal with the banks, announced in May, did not work.",
    f"{IVO}The treaty calls for a court.",
]


def found(text: str) -> list[tuple[str, str]]:
    return [(s.speaker, s.content.strip(' .”"’»')) for s in statements(doc_of(text))]


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_where_the_attribution_stands(text, expected):
    """Before, inside or after the clause; as verb, “according to”, or somebody's words."""
    assert expected == found(text)

LETTERS = [  # a mark that is a letter of a name opens no quotation
    (
        "Samoa's minister Lani 'Aumua arrived.\n\n\"We have one boat,\" 'Aumua told reporters.\n\n'Aumua denied that "
        "it was hers. \"Nobody asked me,\" she said.",
        [("Lani 'Aumua", "We have one boat"), ("Lani 'Aumua", "it was hers"), ("Lani 'Aumua", "Nobody asked me")],
    ),
    ("Samoa's minister Lani Tuala called it 'a trap' and left. Nobody replied.", [("Lani Tuala", "it 'a trap'")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LETTERS)
def test_a_mark_within_a_name(text, expected):
    """“'Aumua” is a name, “'a trap'” a quotation."""
    assert expected == found(text)


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_several_cues(text, expected):
    """Each reporting verb of a sentence has its own clause."""
    assert expected == found(text)


@pytest.mark.parametrize(("text", "expected"), QUOTED)
def test_quotations(text, expected):
    """Each quoted sentence is its speaker's, wherever the attribution stands."""
    assert expected == found(text)


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_bodies_speak(text, expected):
    """Institutions, documents and unnamed people are speakers as printed."""
    assert expected == found(text)


@pytest.mark.parametrize(("text", "expected"), KINDS)
def test_kinds_of_speech(text, expected):
    """Each verb takes its own complement as the content."""
    assert expected == found(text)


@pytest.mark.parametrize("text", NONE)
def test_no_speech(text):
    """The same verbs where nobody's words are reported."""
    assert [] == found(text)
