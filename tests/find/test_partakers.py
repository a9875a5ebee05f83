"""Who takes part in a meeting, and under which name, where more than one sentence or clause tells it."""

import pytest
from parsed import doc_of

from dossier.find.meetings import meetings
from dossier.furniture import zones


def partakers(text: str) -> list[set[str]]:
    """Those who take part, of each event of the text."""
    return [set(meeting.participants) for meeting in meetings(doc_of(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Governor Musa Bello received a delegation of Turkish investors on Monday. The visitors, headed by"
            " Ambassador Hidayet Bayraktar, were shown the free zone.",
            [{"Musa Bello", "Hidayet Bayraktar"}],
        ),
        (
            "Minister Ana Ruiz met a group of Chinese entrepreneurs on 3 May. Leading the group was Chen Wei, head of"
            " the Zijin company.",
            [{"Ana Ruiz", "Chen Wei"}],
        ),
        (
            "President Sadyr Toktogulov received a delegation of the World Bank on 3 May. Vice President Antonella"
            " Riva, who leads it, said lending would double.",
            [{"Sadyr Toktogulov", "Antonella Riva"}],
        ),
        (
            "Premier Mia Clarke held talks with a mission of the Caribbean Development Bank on Monday. At the head of"
            " the mission was Vice President Isaac Solomon.",
            [{"Mia Clarke", "Isaac Solomon"}],
        ),
        (
            "Defence Minister Ann Lee met a NATO team on Monday. The head of the team, Lieutenant General Ivan Petrov,"
            " gave her a report.",
            [{"Ann Lee", "Ivan Petrov"}],
        ),
        (
            "The Speaker, Jane Moyo, hosted a delegation from the Knesset on Tuesday. Speaking on behalf of the"
            " guests, Deputy Speaker Avi Ben-Ari thanked her.",
            [{"Jane Moyo", "Avi Ben-Ari"}],
        ),
        (  # another group than the one that met
            "Minister Ana Ruiz met residents of Arica on Monday. A working group led by her deputy, Luis Soto, will"
            " report in June.",
            [{"Ana Ruiz", "residents of Arica"}],
        ),
        (  # a body by its name, which no leader stands for
            "Minister Ana Ruiz met the Panel of Elders on Monday. The EU Monitoring Mission, led by Dr Hans Weber, was"
            " not there.",
            [{"Ana Ruiz", "Panel of Elders"}],
        ),
    ],
)
def test_leader_told_later(text, expected):
    """Who is told to have led a delegation takes part, and not the delegation."""
    assert expected == partakers(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Deputy Minister Ivan Petrov was also there.", {"Ivan Petrov"}),
        ("The chairwoman of the board, Sofia Costa, was with them.", {"Sofia Costa"}),
        ("Deputy Minister Ivan Petrov was among those present.", {"Ivan Petrov"}),
        ("Among the other participants was Deputy Minister Ivan Petrov.", {"Ivan Petrov"}),
        (
            "At the talks were Deputy Minister Ivan Petrov and the head of the regulator, Sofia Costa.",
            {"Ivan Petrov", "Sofia Costa"},
        ),
        (
            "Joining the talks were Deputy Minister Ivan Petrov and the head of the regulator, Sofia Costa.",
            {"Ivan Petrov", "Sofia Costa"},
        ),
        ("Representing the utility was its director, Ivan Petrov.", {"Ivan Petrov"}),
        ("Accompanying the ambassador was the commercial attaché, Sofia Costa.", {"Sofia Costa"}),
        ("Deputy Minister Ivan Petrov and Ms Sofia Costa were in attendance.", {"Ivan Petrov", "Sofia Costa"}),
        (
            "Taking part as well were Deputy Minister Ivan Petrov and Major General (r) Luis Soto.",
            {"Ivan Petrov", "Luis Soto"},
        ),
        ("Deputy Minister Ivan Petrov was not there.", set()),
        ("Deputy Minister Ivan Petrov did not attend.", set()),
        ("There was no word from Deputy Minister Ivan Petrov.", set()),
        ("At the meeting, Deputy Minister Ivan Petrov was named as the person to ask.", set()),
        ("Among the subjects were the plans of Deputy Minister Ivan Petrov.", set()),
    ],
)
def test_also_there(text, expected):
    """Who is told in a sentence of its own to have been there takes part; who stayed away or is spoken of does not."""
    event = "Energy Minister Ann Lee met Ambassador Hans Weber on Monday. "
    assert [{"Ann Lee", "Hans Weber"} | expected] == partakers(event + text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Foreign Minister Arzu Thapa called on Chinese Vice President Han Zheng in Beijing on Monday. Ambassador"
            " Krishna Oli and Foreign Secretary Sewa Lama accompanied her.",
            [{"Arzu Thapa", "Han Zheng", "Krishna Oli", "Sewa Lama"}],
        ),
        (
            "Foreign Minister Elmedin Hodžić met today with Special Envoy Peter Lund and the delegation of the European"
            " Commission headed by Ms. Anna Weber.",
            [{"Elmedin Hodžić", "Peter Lund", "Anna Weber"}],
        ),
    ],
)
def test_companions(text, expected):
    """Who accompanies somebody, and the leader of a delegation beside others, takes part."""
    assert expected == partakers(text)


def test_accompanied_on_a_visit():
    """“Accompanying her were …” tells who else travelled."""
    text = "Energy Minister Ann Lee arrived in Kazan on Monday. Accompanying her were Deputy Minister Ivan Petrov and"
    assert [{"Ann Lee", "Ivan Petrov", "Sofia Costa"}] == partakers(f"{text} the regulator's head, Sofia Costa.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Vice Minister of Trade Lê Văn Nam co-chaired with the Deputy Minister of Energy of Ghana, Kofi Mensah, the"
            " second meeting of the joint working group on gas, held in Hanoi on 20 April.",
            [{"Lê Văn Nam", "Kofi Mensah"}],
        ),
        (
            "Minister Ana Ruiz presided, jointly with Said al-Busaidi, Oman's trade minister, over the third session of"
            " the joint committee in Lima on Monday.",
            [{"Ana Ruiz", "Said al-Busaidi"}],
        ),
        (
            "The joint committee of Peru and Oman held its third session in Lima on Monday. Minister Ana Ruiz and"
            " Oman's trade minister, Said al-Busaidi, co-chaired.",
            [{"Ana Ruiz", "Said al-Busaidi"}],
        ),
    ],
)
def test_chairs_of_a_joint_body(text, expected):
    """Who chairs the meeting of a joint body takes part, wherever it stands, and the body does not."""
    assert expected == partakers(text)


HOST = "President Ana Ruiz hosted Premier Bo Lind and Prime Minister Kofi Mensah in Lima on Monday. "


@pytest.mark.parametrize(
    "text",
    [
        "A day earlier she had talks with each of her guests.",
        "On Sunday she had met each of them separately.",
        "On Sunday she held one-on-one meetings with both leaders.",
        "On Sunday she held individual meetings with the two visitors.",
    ],
)
def test_each_by_themselves(text):
    """Who meets each of several has met each by themselves."""
    both = {"Ana Ruiz", "Bo Lind"}, {"Ana Ruiz", "Kofi Mensah"}
    events = partakers(HOST + text)
    assert {"Ana Ruiz", "Bo Lind", "Kofi Mensah"} == events[0]
    assert sorted(map(sorted, both)) == sorted(map(sorted, events[1:]))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The managing director of the Danish shipping line Norden Lines, Lars Holm, met Transport Minister Kofi"
            " Mensah on Monday.",
            [{"Lars Holm", "Kofi Mensah"}],
        ),
        (
            "Transport Minister Kofi Mensah received the editor of the newspaper El Faro, Pablo Rojas, on Monday.",
            [{"Kofi Mensah", "Pablo Rojas"}],
        ),
        (  # without a second name the first is the holder's
            "Transport Minister Kofi Mensah received the chairman of the committee Ivan Petrov on Monday.",
            [{"Kofi Mensah", "Ivan Petrov"}],
        ),
        (
            "More than forty heads of state and government gathered in Granada on Monday for the third meeting of the"
            " European Political Community, hosted by Spain's prime minister, Pablo Rojas.",
            [{"heads of state and government", "Pablo Rojas"}],
        ),
        (
            "Some 20 foreign ministers met in Cairo on Sunday for the annual session of the Arab League, chaired by"
            " Egypt's Sameh Fahmy.",
            [{"foreign ministers", "Sameh Fahmy"}],
        ),
        ("Around a dozen mayors met Interior Minister Luis Soto in Lima on Monday.", [{"mayors", "Luis Soto"}]),
        ("Two presidents met in Lima on Monday.", [{"Two presidents"}]),
        (
            "The Prime Minister of Samoa, Hon. Sione Leota, left for Japan on Monday. Deputy Prime Minister Tuala"
            " Peseta is acting in his absence. The Prime Minister is accompanied by the Ministers for Agriculture and"
            " for Rural Development.",
            [{"Sione Leota"}],
        ),
    ],
)
def test_under_which_name(text, expected):
    """A body before its head's name, a rough number and the body that people stand for are no partakers."""
    assert expected == partakers(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The two foreign ministers met in Amman on Monday. Jordan's Omar Haddad said that Egypt's Karim Fahmy had"
            " brought new proposals.",
            [{"Omar Haddad", "Karim Fahmy"}],
        ),
        (
            "The leaders of the two rival governments met in Tunis on Monday. Speaking afterwards, Ahmed Mansour said"
            " Ali Khalil had agreed to a budget.",
            [{"Ahmed Mansour", "Ali Khalil"}],
        ),
        (
            "The two leaders spoke by telephone on Monday. Ann Lee assured Kofi Mensah that tariffs would stay.",
            [{"Ann Lee", "Kofi Mensah"}],
        ),
        (  # one is named only
            "Two ministers met on Monday. A spokesman for Ann Lee said it went well.",
            [{"Two ministers"}],
        ),
        (  # told by what they are themselves
            "The two leaders met on Monday. Ann Lee, a neighbour, said Kofi Mensah, a baker, had seen the cars.",
            [{"two leaders"}],
        ),
    ],
)
def test_named_after_the_event(text, expected):
    """Those told as so many take part by name, where the sentences after it name as many."""
    assert expected == partakers(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A delegation under Foreign Minister Omar Haddad met President Luis Ruiz in Lima on Monday.",
            [{"Omar Haddad", "Luis Ruiz"}],
        ),
        (
            "Premier Luis Ruiz will meet President Ursula Berg on Friday. High Representative Josep Puig will also join"
            " the meeting.",
            [{"Luis Ruiz", "Ursula Berg", "Josep Puig"}],
        ),
        (
            "Premier Luis Ruiz met President Ursula Berg on Friday. High Representative Josep Puig may join them.",
            [{"Luis Ruiz", "Ursula Berg"}],
        ),
        (
            "President Luis Ruiz dined with Premier Bo Lind on Monday. On Tuesday the two held formal talks.",
            [{"Luis Ruiz", "Bo Lind"}, {"Luis Ruiz", "Bo Lind"}],
        ),
        (
            "Minister Ana Ruiz met with Ruth Weber, the new Regional Director of the World Food Programme, on the"
            " sidelines of the 79th session of the General Assembly. Omar Haddad, Assistant Minister, was also there.",
            [{"Ana Ruiz", "Ruth Weber", "Omar Haddad"}],
        ),
        (
            "The trilateral summit of Kenya, Uganda and Tanzania was held in Arusha on Thursday.",
            [{"Kenya", "Uganda", "Tanzania"}],
        ),
    ],
)
def test_who_else(text, expected):
    """Leaders of delegations, those who will join, pairs that meet again and countries that meet take part."""
    assert expected == partakers(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Luis Ruiz embraced Bo Lind on the tarmac in Cairo on Wednesday. In their talks, Lind said, they had also"
            " gone over the dam.",
            [{"Luis Ruiz", "Bo Lind"}],
        ),
        (
            "Luis Ruiz gave Bo Lind a framed map. Chief of staff Ana Vega said that the two would next see each other"
            " in Riga in October.",
            [{"Luis Ruiz", "Bo Lind"}],
        ),
        (
            "Luis Ruiz has spoken by telephone with Bo Lind. The Electoral Commission meets all parties next Tuesday.",
            [{"Luis Ruiz", "Bo Lind"}, {"Electoral Commission", "parties"}],
        ),
        (
            "The tourism board of Malta has called a meeting of resort owners for Sunday.",
            [{"tourism board of Malta", "resort owners"}],
        ),
    ],
)
def test_the_two(text, expected):
    """“They” and “the two” are the only two of whom the text speaks; “all parties” are nobody told before."""
    assert expected == partakers(text)


def test_office_named_soon_after():
    """“The Ambassador” is the one ambassador whom the next sentence names."""
    text = "The Ambassador was received by the Mayor of Porto, Rui Moreno, on Tuesday. Ambassador Takashi Ota thanked"
    assert [{"Takashi Ota", "Rui Moreno"}] == partakers(f"{text} him.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Peru's foreign minister and his Polish counterpart, Radek Nowak, met in Lviv on Monday. Jorge Quispe said"
            " grain would flow.",
            [{"Jorge Quispe", "Radek Nowak"}],
        ),
        (
            "Rwanda's Paul Mugisha and Kenya's William Otieno met on Tuesday, hosted by the emir of Qatar in Doha."
            " Sheikh Tamim bin Hamad had invited both.",
            [{"Paul Mugisha", "William Otieno", "Tamim bin Hamad"}],
        ),
        (
            "Talks between Foreign Minister Luis Soto and a team of the World Bank were held in Lima on Monday.",
            [{"Luis Soto", "team of the World Bank"}],
        ),
        ("Foreign Minister Luis Soto and a delegation met Premier Bo Lind on Monday.", [{"Luis Soto", "Bo Lind"}]),
    ],
)
def test_beside_a_name(text, expected):
    """An office without a name beside a named counterpart, a host told after, a team on the other side take part."""
    assert expected == partakers(text)


def test_retired_general_is_no_caption():
    """“General (r) X” stands in a body; “(r)” beside a name tells who stands on the right of a picture."""
    text = "Premier Ana Vega met the mayors on Monday. The head of the fund, Major General (r) Luis Soto, came."
    picture = "Premier Ana Vega (l) and Luis Soto (r) at the bridge."
    assert ["body", "caption"] == [zones(f"{line}\n")[0].zone for line in (text, picture)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A Malaysian delegation headed by Deputy Minister Liew Chin Tong arrived in Tashkent on 6 May. The"
            " delegation met Minister Laziz Kudratov.",
            {"Liew Chin Tong", "Laziz Kudratov"},
        ),
        (
            "A parliamentary delegation from Bulgaria led by Raya Nazaryan came to Belgrade on Monday. The guests were"
            " received by President Milan Petrov.",
            {"Raya Nazaryan", "Milan Petrov"},
        ),
        (
            "Speaker Ana Moreira met on Monday with a delegation of the Senate headed by Luis Soto. The members of the"
            " delegation are also due to meet Governor Rosa Lima.",
            {"Luis Soto", "Rosa Lima"},
        ),
        (
            "Governor Hope Moyo met a team led by Director Ivan Petrov on Tuesday. The team, which also includes"
            " Ambassador Jan Novak, was received by President Lazarus Banda.",
            {"Ivan Petrov", "Jan Novak", "Lazarus Banda"},
        ),
        (
            "Premier Rosa Lima received a delegation led by Director Ivan Petrov on Monday. The delegation, which also"
            " includes Ambassador of Croatia to Hungary Josip Katic and Deputy Minister of Trade Jan Novak, left for"
            " Riga on Tuesday.",
            {"Ivan Petrov", "Josip Katic", "Jan Novak"},
        ),
        (  # others of whom the text tells belong to it
            "Speaker Ana Moreira met a delegation led by Luis Soto on Monday. Jaime Rey, a member of the delegation,"
            " asked about tin. The delegation was also received by President Rosa Lima.",
            {"delegation", "Rosa Lima"},
        ),
    ],
)
def test_delegation_told_again(text, expected):
    """For a delegation told again stands who led it, with those it includes."""
    assert partakers(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Minister Ingrid Lestari met separately on the margins of the forum with Ana Costa, Secretary of Trade of"
            " Brazil; Robert Weber, Vice-Chancellor of Germany; and Yasuo Nishida, Minister of Economy of Japan.",
            [{"Ana Costa"}, {"Robert Weber"}, {"Yasuo Nishida"}],
        ),
        (
            "Minister Ingrid Lestari received the Ambassador of Japan, Kenji Sato, and, in a separate meeting, the"
            " Ambassador of France, Claire Dubois, on Monday.",
            [{"Claire Dubois"}, {"Kenji Sato"}],
        ),
        (
            "Minister Ingrid Lestari met Prime Minister Mark Phillips on Monday, and separately with union leader Joe"
            " Moyo.",
            [{"Mark Phillips"}, {"Joe Moyo"}],
        ),
    ],
)
def test_each_apart(text, expected):
    """Partners whom a list or “in a separate meeting” parts are met one by one."""
    found = [{*people} - {"Ingrid Lestari"} for people in partakers(text)]
    assert sorted(found, key=sorted) == sorted(expected, key=sorted)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # the apposition tells who “the host” is
            "Kenya's Jane Moyo and Ghana's Kofi Addo came to Riga on Monday. Moyo met the host, President Karlis Ozols,"
            " before the summit.",
            {"Jane Moyo", "Karlis Ozols"},
        ),
        (
            "Minister Luis Soto met his guest, Commissioner Jozef Novak, in Lima on Monday.",
            {"Luis Soto", "Jozef Novak"},
        ),
        (  # who act together, and not two of whom each says something
            "Defence Secretary Luis Soto and Foreign Minister Sakura Ito put their names to the pact. Senator Rosa Lima"
            " hoped for a vote, while Governor Ana Ruiz warned of it. The two sides later held a meeting in Cebu.",
            {"Luis Soto", "Sakura Ito"},
        ),
        (
            "Minister Luis Soto's delegation and that of Vice Minister Sakura Ito convened in Cebu on Monday.",
            {"Luis Soto", "Sakura Ito"},
        ),
        (
            "President Luis Soto met a delegation of the Oslo-based company Norgas on Monday.",
            {"Luis Soto", "delegation of the Oslo-based company Norgas"},
        ),
        (  # colleagues, told by name in the next sentence
            "The Foreign Minister of Peru, Luis Soto, met with his Andean colleagues in Lima today. The meeting was"
            " attended by Rosa Quiroga of Bolivia and Ana Ruiz of Ecuador.",
            {"Luis Soto", "Rosa Quiroga", "Ana Ruiz"},
        ),
        (
            "Minister Luis Soto and Commissioner Jozef Novak held a meeting in Lima on Monday, in which Ambassador Ana"
            " Ruiz also took part.",
            {"Luis Soto", "Jozef Novak", "Ana Ruiz"},
        ),
        (
            "Foreign Minister Lars Holm of Denmark met Premier Ana Ruiz in Lima on Monday. The Dane also met Governor"
            " Luis Soto.",
            {"Lars Holm", "Luis Soto"},
        ),
        (
            "French President Paul Martin flew to Riga. On Tuesday the Frenchman met the Latvian premier, Evika Ozola.",
            {"Paul Martin", "Evika Ozola"},
        ),
        (  # whatever was told since
            "The second round of talks between Minister Ana Ruiz and Minister Luis Soto was held in Tunis on Monday. UN"
            " envoy Rosa Quiroga flew to Cairo for a meeting with Premier Omar Rashwan. A third round is planned for"
            " December.",
            {"Ana Ruiz", "Luis Soto"},
        ),
        (
            "Deputy Minister Ahmet Berat Celik visited the port on Monday. Later A.B. Celik had a meeting with Premier"
            " Luis Soto.",
            {"Ahmet Berat Celik", "Luis Soto"},
        ),
        (
            "Energy Minister Luis Soto met the ambassadors of Togo and Benin last Tuesday.",
            {"Luis Soto", "ambassadors of Togo and Benin"},
        ),
        (
            "Norway brokered the truce in talks with both governments in Oslo on Monday.",
            {"Norway", "both governments"},
        ),
        (
            "Premier Ana Ruiz hosted a dinner in Lima on 4 May for the trade minister of Denmark, Lars Holm. At the"
            " dinner, Ruiz thanked Holm. For his part, Holm said talks with Ruiz were good. The same day Mining"
            " Minister Luis Soto and his guest co-chaired a meeting of the joint commission.",
            {"Luis Soto", "Lars Holm"},
        ),
        (
            "Some members of the council came to the mission. The group, which was led by the Chair, Ms Jane Moyo, was"
            " welcomed by Ambassador Jan Novak.",
            {"Jane Moyo", "Jan Novak"},
        ),
        (  # two events with one verb each
            "Foreign Minister Lars Holm visits Oslo today. He will hold talks with his Norwegian counterpart, Espen"
            " Dahl, and have lunch with Crown Prince Haakon.",
            {"Lars Holm", "Haakon"},
        ),
    ],
)
def test_who_is_meant(text, expected):
    """The last event of the text is of those whom its words mean."""
    assert partakers(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Foreign Secretary spoke to the Foreign Minister of Chile, Luis Soto, on Monday.",
            {"Foreign Secretary", "Luis Soto"},
        ),
        (
            "The Minister for Foreign Affairs and Trade spoke by telephone with Prime Minister Ana Ruiz of Peru today.",
            {"Minister for Foreign Affairs and Trade", "Ana Ruiz"},
        ),
        (
            "The Minister for Housing, Planning and Local Government discussed rents with Governor Luis Soto on Monday.",
            {"Minister for Housing, Planning and Local Government", "Luis Soto"},
        ),
        (
            "“We had a good meeting with Minister Max Weber on Monday,” President Ana Ruiz told reporters.",
            {"Ana Ruiz", "Max Weber"},
        ),
    ],
)
def test_speaker_without_a_name(text, expected):
    """An office or “we” may be the one who spoke with a holder of an office."""
    assert partakers(text) == [expected]


def test_nobody_of_office_met():
    """Who speaks to somebody without an office has no talks with them."""
    assert partakers("The minister also spoke with Ana Ruiz, a nurse, on Monday.") == []
