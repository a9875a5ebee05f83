"""Whose a bare office is where only the sentences around it tell: short texts of several sentences."""

import pytest
from parsed import doc_of

from dossier.find.persons import people

FIRM = """Shares in Brinholt rose 4% on Friday. "We sold more than we made," chief executive Mette Krag told \
investors.

The Norwegian company, based in Bergen, will publish its report in May, when finance chief Odd \
Moen leaves."""
RIVAL = """Shares in Brinholt rose 4% on Friday, chief executive Mette Krag said. A Norwegian company had \
wanted it."""
CALL = """Polish energy minister Jan Nowak and his Latvian counterpart Andris Kalns signed a plan.

It followed a call between President Adam Zielinski and Prime Minister Ilze Ozola last week."""
COURTESY = """The Minister for Trade, the Hon. Pita Vaai, received in Apia today the Ambassador of Chile, Her \
Excellency Ana Soto, who paid a farewell call.

The Secretary of the Department, Mr Sione Leota, was also present."""
ELSEWHERE = """Venezuela will hand out licences, Ana Rojas said. In Paramaribo, President Irma Santokhi put the \
army on alert.

"We take nothing lightly," said Albert Ramdin, the foreign minister."""
ENVOYS = """Kenya's electoral chief, Peter Kamau, brushed aside calls to resign.

Ambassador David Reimer urged restraint on Thursday, the American embassy in Nairobi said, and \
Lisa Chesney, the British high commissioner, has met both camps. Interior minister Moses Otieno \
said nothing."""
GREETINGS = """The Chargé d'affaires of Croatia in Tunis, Mr. Ivan Horvat, called on the Tunisian minister, Omar \
Jebali.

Mr Jebali passed on the greetings of President Leila Trabelsi, and spoke of Croatia and the \
Croatian navy."""
TERRITORY = """Britain will wait, Prime Minister Ann Moss told parliament, as a million Hong Kong residents hope. \
Wendy Lam, the territory's chief executive, said outsiders should stop meddling."""
DEPARTMENT = """Foreign Ministers Ann Payne of Canada and Rosa Diaz of Panama agreed on Monday. Payne leaves for \
Lima on Friday, where Prime Minister Juan Soto waits. Her department's secretary, Jane Clark, \
travels with her."""
AGENCY = """Malawi needs maize, minister Sam Phiri said. The state grain agency has emptied its depots, \
according to its chief executive, Peter Banda. In Lusaka, nothing was said."""
CALLED_IN = "Malta's military has been called in to help, commissioner Carmelo Zammit said."
ERBIL = "Turkish minister Ali Kaya spoke. Omar Barzani, the acting transport minister in Erbil, called that a pity."
UNITED_NATIONS = """The Minister of Togo, Robert Koffi, met Eva Berg, Minister of Norway. Mr Koffi also talked with \
Mrs. Ana Lima, special representative of the Secretary-General."""
LABORATORY = "Rwanda opened an institute. Paola Conti, the director-general of CERN, joined by video."
SUMMONED = """Commodore Juan Santos said in Manila that the Chinese side used water cannon.

Foreign secretary Jose Cruz summoned the deputy chief of mission, Zhang Wei. In Beijing, \
spokeswoman Li Na said nothing."""
CITY = """Macau's legislature passed the bill on Tuesday. Its president, Kevin Leong, voted. Sam Wong, the \
chief executive, said it will take effect on Saturday."""
SCHOLARS = """Turkey will wait, the ministry said. Anna Holm, a professor at the University of Oslo, disagreed. \
So did Carla Neri, director of Rome University's Centre for Law, and Ben Hall, a fellow at \
Brimstone Research."""
HUMANITARIAN = "Chad is hungry. Resident Coordinator Olga Petrova said so. Archbishop Jean Madjita prayed."
CHAMBER = """STRASBOURG - Ann Moss was elected to head the European Commission. Rita Galea had been re-elected \
president of the Parliament. Italy's Carla Neri did not say how she had voted; her European \
affairs minister, Paolo Conti, left."""
PREDECESSOR = """“Tunis is calm,” said governor Omar Jebali. Anis Mabrouk, the health minister, said his \
predecessor Sami Jendoubi had known it. Emil Berg is due on Monday; his Tunisian counterpart Fathi \
Gharbi waits. The owner is in Cyprus."""
IN_KABUL = """In Kabul, Defense Secretary Mark Archer stood beside President Hamid Ahmadzai. The U.S. army is to \
leave, and the Afghan army to stay."""
COVERS = """Australia has no embassy in Minsk. Its protest was delivered in Moscow, where ambassador Gavin \
Cole covers Belarus as well."""
VISITORS = """A Danish delegation led by Speaker Lone Dahl paid a visit to Vientiane at the invitation of \
President of the Assembly Somphone Vilay. Laos was pleased."""
JORDAN = """Luc Morel became prime minister in Paris on Tuesday. Jordan Petit and hard-left MP Manon Girard of \
France sneered, and Socialist chief Pierre Leroy had no word."""
TRADE = "Peru's power cuts are over, it said. Industry chamber head Rosa Quispe said factories had lost a lot."
TRADES = "Brazil and Chile met. Industry chamber head Rosa Quispe said factories had lost a lot."

TOLD = [  # (text, person, country)
    # a firm's people serve the country that the text calls the firm by; not that of another firm
    (FIRM, "Mette Krag", "NO"),
    (FIRM, "Odd Moen", "NO"),
    (RIVAL, "Mette Krag", None),
    # who talk with each other serve two countries
    (CALL, "Adam Zielinski", "PL"),
    (CALL, "Ilze Ozola", "LV"),
    # who receives an ambassador is at home there, and so are those who sit beside
    (COURTESY, "Pita Vaai", "WS"),
    (COURTESY, "Sione Leota", "WS"),
    # a place that opens a sentence sets where the next ones are
    (ELSEWHERE, "Irma Santokhi", "SR"),
    (ELSEWHERE, "Albert Ramdin", "SR"),
    # envoys are named between, the text stays at home
    (ENVOYS, "David Reimer", "US"),
    (ENVOYS, "Moses Otieno", "KE"),
    # whose greetings one carries serves one's own country
    (GREETINGS, "Leila Trabelsi", "TN"),
    (TERRITORY, "Ann Moss", "GB"),
    (TERRITORY, "Wendy Lam", "HK"),
    (DEPARTMENT, "Juan Soto", "PE"),
    (DEPARTMENT, "Jane Clark", "CA"),
    # an agency of the state is the text's own country's
    (AGENCY, "Peter Banda", "MW"),
    # an army that is called in meets nobody
    (CALLED_IN, "Carmelo Zammit", "MT"),
    (ERBIL, "Omar Barzani", "IQ"),
    # the Secretary-General's envoys, and a laboratory of many countries, are of none
    (UNITED_NATIONS, "Ana Lima", None),
    (LABORATORY, "Paola Conti", None),
    (SUMMONED, "Jose Cruz", "PH"),
    (SUMMONED, "Zhang Wei", "CN"),
    # who governs a territory is no firm's chief executive; “its” president is the legislature's
    (CITY, "Kevin Leong", "MO"),
    (CITY, "Sam Wong", "MO"),
    # a scholar is of the place in the name of the university, or of none
    (SCHOLARS, "Anna Holm", "NO"),
    (SCHOLARS, "Carla Neri", "IT"),
    (SCHOLARS, "Ben Hall", None),
    # officers of the United Nations, of the Union's parliament and of a church are of no country
    (HUMANITARIAN, "Olga Petrova", None),
    (HUMANITARIAN, "Jean Madjita", None),
    (CHAMBER, "Rita Galea", None),
    (CHAMBER, "Paolo Conti", "IT"),
    # one's predecessor is of one's own country; a counterpart of somebody without an office holds none
    (PREDECESSOR, "Anis Mabrouk", "TN"),
    (PREDECESSOR, "Sami Jendoubi", "TN"),
    # a name may doubt that who speaks in a place is at home there; an envoy is not
    (IN_KABUL, "Mark Archer", "US"),
    (IN_KABUL, "Hamid Ahmadzai", "AF"),
    (COVERS, "Gavin Cole", "AU"),
    (VISITORS, "Somphone Vilay", "LA"),
    # a given name is no country
    (JORDAN, "Pierre Leroy", "FR"),
    # a whole trade's chamber is the only country's that the text tells of
    (TRADE, "Rosa Quispe", "PE"),
    (TRADES, "Rosa Quispe", None),
]


@pytest.mark.parametrize(("text", "name", "country"), TOLD)
def test_the_sentences_around_tell_whose_an_office_is(text, name, country):
    """Where a thing is done, by whom and for whom, tells the country of an office that does not print it."""
    assert country == {person.name: person.country for person in people(doc_of(text))}[name]
