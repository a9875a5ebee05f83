"""Meetings, calls and visits: who, when, where; held, planned, cancelled."""

import pytest
from parsed import doc_of

from dossier.find.meetings import meetings

# text (published Thursday 12 June 2025), expected (participants, date, place, form, status)
CASES = [
    # subject and object
    (
        "Kazakh President Kassym-Jomart Tokayev met French President Emmanuel Macron in Paris on Tuesday.",
        [({"Kassym-Jomart Tokayev", "Emmanuel Macron"}, "2025-06-10", "Paris", "meeting", "held")],
    ),
    # received
    (
        "President Ilham Aliyev has received UK minister Vernon Coaker in Baku, the presidency said on Thursday.",
        [({"Ilham Aliyev", "Vernon Coaker"}, None, "Baku", "meeting", "held")],
    ),
    # passive
    (
        "Norwegian ambassador Ingeborg Tveit was received by Bosnian minister Admir Hrnjić on 3 June.",
        [({"Ingeborg Tveit", "Admir Hrnjić"}, "2025-06-03", None, "meeting", "held")],
    ),
    # held talks with
    (
        "Japan's Foreign Minister Takeshi Iwaya held talks with Cho Tae-yul of South Korea in Seoul on Monday.",
        [({"Takeshi Iwaya", "Cho Tae-yul"}, "2025-06-09", "Seoul", "meeting", "held")],
    ),
    # a noun with “between”
    (
        "The deal followed talks in Oslo between Norwegian minister Terje Aasland and Danish minister Lars Aagaard.",
        [({"Terje Aasland", "Lars Aagaard"}, None, "Oslo", "meeting", "held")],
    ),
    # two who discussed have met
    (
        "Foreign Minister Jeyhun Bayramov and UK minister James Heappey have discussed regional security.",
        [({"Jeyhun Bayramov", "James Heappey"}, None, None, "meeting", "held")],
    ),
    # trilateral
    (
        "The Polish and Lithuanian presidents, Andrzej Duda and Gitanas Nausėda, met "
        "Volodymyr Zelenskyy of Ukraine in Lviv.",
        [({"Andrzej Duda", "Gitanas Nausėda", "Volodymyr Zelenskyy"}, None, "Lviv", "meeting", "held")],
    ),
    # a call
    (
        "Secretary of State Marco Rubio spoke by phone with Turkish Foreign Minister Hakan Fidan on Sunday.",
        [({"Marco Rubio", "Hakan Fidan"}, "2025-06-08", None, "call", "held")],
    ),
    # a call to two counterparts
    (
        "Kenyan President William Ruto had a telephone call with his Rwandan counterpart Paul Kagame on Sunday.",
        [({"William Ruto", "Paul Kagame"}, "2025-06-08", None, "call", "held")],
    ),
    # a visit, and the meeting during it, are two events
    (
        "UK minister James Heappey visited Azerbaijan. President Ilham Aliyev received him on March 30.",
        [
            ({"James Heappey"}, None, "Azerbaijan", "visit", "held"),
            ({"Ilham Aliyev", "James Heappey"}, "2025-03-30", None, "meeting", "held"),
        ],
    ),
    # told twice, one event; what the second adds is kept with the first
    (
        "Noting his earlier meeting with Zambian President Hakainde Hichilema, British minister Ray Collins left. "
        "Hichilema received Collins in Lusaka on 3 June.",
        [({"Ray Collins", "Hakainde Hichilema"}, "2025-06-03", "Lusaka", "meeting", "held")],
    ),
    (
        "Danish minister Lars Løkke Rasmussen met Marco Rubio of the United States in Brussels on Monday. "
        "The two last met in Washington in March.",
        [
            ({"Lars Løkke Rasmussen", "Marco Rubio"}, "2025-06-09", "Brussels", "meeting", "held"),
            ({"Lars Løkke Rasmussen", "Marco Rubio"}, "2025-03", "Washington", "meeting", "held"),
        ],
    ),
    ("Marco Rubio of the United States, who heads the agency in Lima, spoke.", []),  # not to Lima
    # an earlier meeting of the same two is another event
    (
        "Danish minister Lars Løkke Rasmussen met Marco Rubio of the United States in Brussels on Monday. "
        "Rasmussen and Rubio last met in Washington in March.",
        [
            ({"Lars Løkke Rasmussen", "Marco Rubio"}, "2025-06-09", "Brussels", "meeting", "held"),
            ({"Lars Løkke Rasmussen", "Marco Rubio"}, "2025-03", "Washington", "meeting", "held"),
        ],
    ),
    # planned, by “will”
    (
        "Polish minister Radosław Sikorski will meet Yvette Cooper of the UK in London on 24 June.",
        [({"Radosław Sikorski", "Yvette Cooper"}, "2025-06-24", "London", "meeting", "planned")],
    ),
    # planned, by “is due to”
    (
        "British envoy Julian Ashby is due to meet Prime Minister Ali Asadov of Azerbaijan on 20 June.",
        [({"Julian Ashby", "Ali Asadov"}, "2025-06-20", None, "meeting", "planned")],
    ),
    # agreed to meet again
    (
        "Prime Minister Daulet Seitkali received Dutch minister Marijke van der Velde. The sides agreed to meet again "
        "in The Hague on 20 June.",
        [
            ({"Daulet Seitkali", "Marijke van der Velde"}, None, None, "meeting", "held"),
            ({"Daulet Seitkali", "Marijke van der Velde"}, "2025-06-20", "The Hague", "meeting", "planned"),
        ],
    ),
    # cancelled
    (
        "A meeting of Nigerian minister Salihu Buba with Ghanaian minister Kofi Ansah has been cancelled.",
        [({"Salihu Buba", "Kofi Ansah"}, None, None, "meeting", "cancelled")],
    ),
    # called off
    (
        "Defence Secretary John Healey spoke. Talks with Dutch minister Ruben Brekelmans were called off.",
        [({"John Healey", "Ruben Brekelmans"}, None, None, "meeting", "cancelled")],
    ),
    # those present are told in another sentence
    (
        "Egyptian Foreign Minister Badr Abdelatty received Emirati minister Reem Al Hashimy. The meeting was also "
        "attended by Egyptian minister Rania Al-Mashat.",
        [({"Badr Abdelatty", "Reem Al Hashimy", "Rania Al-Mashat"}, None, None, "meeting", "held")],
    ),
    # a delegation is its leader
    (
        "Kazakh minister Yerlan Tokhtarov received a delegation led by British trade envoy John Alderdice.",
        [({"Yerlan Tokhtarov", "John Alderdice"}, None, None, "meeting", "held")],
    ),
    # the date is the event's, not the report's
    (
        "Chilean President Gabriel Boric met Peruvian President Dina Boluarte on 2 June, his office said on Wednesday.",
        [({"Gabriel Boric", "Dina Boluarte"}, "2025-06-02", None, "meeting", "held")],
    ),
    # an anniversary is no date of the visit
    (
        "Lord John Alderdice visited Astana on the occasion of the 30th anniversary of diplomatic relations.",
        [({"John Alderdice"}, None, "Astana", "visit", "held")],
    ),
    # bodies and countries where nobody is named
    (
        "Peru and Bolivia will hold talks in Puno on 20 June.",
        [({"Peru", "Bolivia"}, "2025-06-20", "Puno", "meeting", "planned")],
    ),
    # spoke by phone, where the report stands last
    (
        "US Defense Secretary Mark Hale spoke by phone with his Israeli counterpart, Yossi Levin, "
        "on Monday, the Pentagon said.",
        [({"Mark Hale", "Yossi Levin"}, "2025-06-09", None, "call", "held")],
    ),
    # called on
    (
        "While in Samoa, Minister Ana Costa also called on Prime Minister Rui Melo.",
        [({"Ana Costa", "Rui Melo"}, None, "Samoa", "meeting", "held")],
    ),
    # the one received stands far from the verb
    (
        "Foreign Minister Ana Costa received, Friday in Rabat, the UN envoy for the Sahel, Rui Melo, "
        "who is on a regional tour.",
        [({"Ana Costa", "Rui Melo"}, "2025-06-06", "Rabat", "meeting", "held")],
    ),
    # separate meetings are as many events
    (
        "Minister Ana Costa held separate meetings with Minister Kenji Mori and Minister Lee Jae-ho on Tuesday.",
        [
            ({"Ana Costa", "Kenji Mori"}, "2025-06-10", None, "meeting", "held"),
            ({"Ana Costa", "Lee Jae-ho"}, "2025-06-10", None, "meeting", "held"),
        ],
    ),
    # each with a day of its own
    (
        "Foreign Minister Ana Costa met Minister Rui Melo on Friday and Minister Lena Holm on Sunday.",
        [
            ({"Ana Costa", "Rui Melo"}, "2025-06-06", None, "meeting", "held"),
            ({"Ana Costa", "Lena Holm"}, "2025-06-08", None, "meeting", "held"),
        ],
    ),
    # a second round is of those who met
    (
        "Minister Ana Costa held talks with Minister Rui Melo on Monday. A second round is planned for 20 June.",
        [
            ({"Ana Costa", "Rui Melo"}, "2025-06-09", None, "meeting", "held"),
            ({"Ana Costa", "Rui Melo"}, "2025-06-20", None, "meeting", "planned"),
        ],
    ),
    # the sides, where nobody is named
    (
        "The government of Sudan and the Northern Front met in Nairobi on Monday. "
        "The two sides will return to the table on 20 June.",
        [
            ({"government of Sudan", "Northern Front"}, "2025-06-09", "Nairobi", "meeting", "held"),
            ({"government of Sudan", "Northern Front"}, "2025-06-20", None, "meeting", "planned"),
        ],
    ),
    # a body that meets by itself
    (
        "The committee will meet on 20 June to discuss the budget.",
        [({"committee"}, "2025-06-20", None, "meeting", "planned")],
    ),
    # the relative clause tells when
    (
        "The meeting between President Mehmet Kaya and Prime Minister Nikos Pappas, which was due to take place on "
        "Thursday in Athens, was called off.",
        [({"Mehmet Kaya", "Nikos Pappas"}, "2025-06-12", "Athens", "meeting", "cancelled")],
    ),
    # planned, and it did not take place
    (
        "The meeting between Minister Ana Costa and Minister Rui Melo scheduled for 20 June did not take place.",
        [({"Ana Costa", "Rui Melo"}, "2025-06-20", None, "meeting", "cancelled")],
    ),
    # will not meet, as had been announced
    (
        "Minister Ana Costa and Minister Rui Melo will not meet on 20 June, as had been announced.",
        [({"Ana Costa", "Rui Melo"}, "2025-06-20", None, "meeting", "cancelled")],
    ),
    # the date of something else
    (
        "Minister Ana Costa has dropped a planned trip to Vila as the city recovers from the 17 May earthquake.",
        [({"Ana Costa"}, None, "Vila", "visit", "cancelled")],
    ),
    # the visit is of the one before “who”, and the day of the meeting is not its
    (
        "On 3 June Deputy Chairman Askar Umarov received a delegation led by Trade Envoy "
        "John Alderdice, who is visiting Astana.",
        [
            ({"Askar Umarov", "John Alderdice"}, "2025-06-03", None, "meeting", "held"),
            ({"John Alderdice"}, None, "Astana", "visit", "held"),
        ],
    ),
    # a moment of the day told of before
    (
        "President Ana Costa met Minister Rui Melo on 3 June. In the evening she was received by Speaker Lena Holm.",
        [
            ({"Ana Costa", "Rui Melo"}, "2025-06-03", None, "meeting", "held"),
            ({"Ana Costa", "Lena Holm"}, "2025-06-03", None, "meeting", "held"),
        ],
    ),
    # the meeting was attended by
    (
        "The meeting, held in Geneva on 5 June, was attended by Foreign Minister Ana Costa and UN envoy Rui Melo.",
        [({"Ana Costa", "Rui Melo"}, "2025-06-05", "Geneva", "meeting", "held")],
    ),
    # “I” is the speaker
    (
        "“I met President Rui Melo on Tuesday,” Foreign Minister Ana Costa said.",
        [({"Ana Costa", "Rui Melo"}, "2025-06-10", None, "meeting", "held")],
    ),
    # a tour of a region
    (
        "President Luc Moreau wrapped up a tour of Central Asia on Monday.",
        [({"Luc Moreau"}, "2025-06-09", "Central Asia", "visit", "held")],
    ),
    # weeks of talks
    (
        "South Sudan's government and the Northern Alliance ended two weeks of talks on Monday.",
        [({"South Sudan's government", "Northern Alliance"}, "2025-06-09", None, "meeting", "held")],
    ),
    # no date for a visit: no event
    ("No date was fixed for a visit of Minister Ana Costa to Athens.", []),
    # would be willing: no event
    ("Minister Rui Melo said he would be willing to meet Minister Lena Holm.", []),
    # each signs something of their own: no event
    ("President Rui Melo signed a decree and Prime Minister Lena Holm signed a law on 3 June.", []),
    # wished for: no event
    ("Hungarian minister Péter Szijjártó is ready to meet Andrii Sybiha of Ukraine.", []),
    # invited: no event
    ("Georgian minister Mariam Kvrivishvili invited Parviz Shahbazov to visit Batumi.", []),
    # denied: no event
    ("Iranian minister Abbas Araghchi did not meet US envoy Steve Witkoff.", []),
    # no such meeting took place
    ("No meeting between Abbas Araghchi of Iran and US envoy Steve Witkoff took place.", []),
    # things that are met, held and received
    ("The Estonian government met its targets, held an election and received the report.", []),
    # a conference of the press is no meeting
    ("Turkish Foreign Minister Hakan Fidan held a press conference with Ayman Safadi of Jordan.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_meetings(text, expected):
    """Every event of the text once, with participants, date, place, form and status."""
    found = [(set(m.participants), m.date, m.place, m.form, m.status) for m in meetings(doc_of(text))]
    assert expected == found


def test_evidence_is_the_first_sentence_that_tells_it():
    """The span is the sentence; a second telling makes no second fact."""
    text = "Nothing happened. Dutch minister Ruben Brekelmans met Pål Jonson of Sweden. The ministers met in Delft."
    (meeting,) = meetings(doc_of(text))
    assert "Dutch minister Ruben Brekelmans met Pål Jonson of Sweden." == meeting.quote
    assert text[meeting.start : meeting.end] == meeting.quote


def test_the_antecedent_is_told():
    """`why` names the rule, the cue and whom a pronoun meant."""
    text = "UK minister James Heappey visited Azerbaijan. President Ilham Aliyev received him."
    assert "meeting: receive: “received”; “him” → James Heappey (subject of the sentence before)" in [
        m.why for m in meetings(doc_of(text))
    ]


@pytest.mark.parametrize(
    "text", ["", "met", "Meeting. Talks. Visit. Call.", "he met him with them between and", "\x00 met \u200b"]
)
def test_odd_text_is_no_crash(text):
    """Fragments give no event and no error."""
    assert [] == list(meetings(doc_of(text)))


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Truck drivers sent Yasin Hamdoun Omar, a brother of the commander. Envoy Wade Truce had dinner with Omar.",
         [["Wade Truce", "Yasin Hamdoun Omar"]]),
        ("President Aivars Kalns of Latvia and Prime Minister Petar Lazov of Serbia met President Ivo Nikov of Peru. "
         "The two heads of state met again on Monday.",
         [["Aivars Kalns", "Petar Lazov", "Ivo Nikov"], ["Aivars Kalns", "Ivo Nikov"]]),
        ("President Aivars Kalns of Latvia and the President of the Senate, Petar Lazov, met President Ivo Nik. "
         "The two heads of state met again on Monday.",
         [["Aivars Kalns", "Petar Lazov", "Ivo Nik"], ["Aivars Kalns", "Ivo Nik"]]),
        ("Sultan Faisal bin Asad received the President of Tanzania, Neema Mbise. The two leaders met again on Monday.",
         [["Faisal bin Asad", "Neema Mbise"], ["Faisal bin Asad", "Neema Mbise"]]),
        ("The two companies met in Hamburg on Friday.", [["two companies"]]),
    ],
)  # fmt: skip
def test_short_words_for_people_lead_to_their_names(text, people):
    """A surname, “heads of state”, “the two leaders” are the persons of the text; “two companies” stand as printed."""
    assert people == [meeting.participants for meeting in meetings(doc_of(text))]
