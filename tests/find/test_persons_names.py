"""Where a name begins and ends, whose it is, and what is no name of a person."""

import pytest
from parsed import doc_of

from dossier.find.persons import persons

WHOLE = [  # words that are titles, or small letters, within a name
    ("Laos's trade minister, Kham Sen, met Peru's Ana Ruiz.", [("Kham Sen", "trade minister", "LA"),
     ("Ana Ruiz", None, "PE")]),
    ("Cambodian President Chum Sen and Energy Minister Chum Vuth left.",
     [("Chum Sen", "President", "KH"), ("Chum Vuth", "Energy Minister", "KH")]),
    # a ruler is told by another name than “al-”
    ("UAE Industry Minister Sultan Al Marri met Oman's Sultan Tariq bin Salim.",
     [("Sultan Al Marri", "Industry Minister", "AE"), ("Tariq bin Salim", "Sultan", "OM")]),
    ("Kenyan Governor Joseph arap Koech left.", [("Joseph arap Koech", "Governor", "KE")]),
    ("Libyan Ambassador Omar Nasser el-Sayed left.", [("Omar Nasser el-Sayed", "Ambassador", "LY")]),
    ("Doctor Hugh Marsh, a professor of surgery, left.", [("Hugh Marsh", "professor of surgery", None)]),
    ("Crown Prince Tariq, King Omar's brother and political adviser, left Oman.",
     [("Tariq", "Crown Prince", "OM"), ("Omar", "King", "OM")]),
    # the fuller name, though only the surname has a title
    ("A refugee from Mali, Awa Keita, runs the group. Ms. Keita says it grows.", [("Awa Keita", None, None)]),
    # two of one name, who serve two countries
    ("Peru's Omar Hassan asked for talks. King Hassan of Jordan arrived in Lima.",
     [("Omar Hassan", None, "PE"), ("Hassan", "King", "JO")]),
    # what somebody leads is nobody
    ("Terra Nova leader Ana Soto kept her party out. Officials met Terra Nova, and will meet it again.",
     [("Ana Soto", "Terra Nova leader", None)]),
]  # fmt: skip

OFFICE = [  # how far an office reaches
    ("It went to Peace and Development Council chairman Kyaw Oo.",
     [("Kyaw Oo", "Peace and Development Council chairman", None)]),
    ("The letter reached Trade and Customs Service Commissioner Ana Soto.",
     [("Ana Soto", "Trade and Customs Service Commissioner", None)]),
    ("Replied Treasury deputy spokesman Dan Roe, “We have not.”", [("Dan Roe", "Treasury deputy spokesman", None)]),
    ("Ana Soto, president of the National Assembly and Vega's key man for Peru, left.",
     [("Ana Soto", "president of the National Assembly", "PE")]),
    ("Director of the Swiss Federal Office of Energy (FBI) Ann Egli left.",
     [("Ann Egli", "Director of the Swiss Federal Office of Energy", "CH")]),
    ("The team was led by site manager Ann Cole and plant engineer Bo Marsh.",
     [("Ann Cole", "site manager", None), ("Bo Marsh", "plant engineer", None)]),
    ("Bielsko-Biała mayor Jan Nowak left.", [("Jan Nowak", "Bielsko-Biała mayor", "PL")]),
    # what describes the holder stands between country and office
    ("Malta's hardline Prime Minister Joe Borg left.", [("Joe Borg", "Prime Minister", "MT")]),
    ("Norway's staunchly pro-European energy minister, Liv Dahl, met Chad's 81-year-old former president Ali Deby.",
     [("Liv Dahl", "energy minister", "NO"), ("Ali Deby", "former president", "TD")]),
    ("The Danish far-right leader Lars Holm left Oslo.", [("Lars Holm", "leader", "DK")]),
    ("NATO's Canadian-born deputy head Al Fox left.", [("Al Fox", "deputy head", None)]),
    ("Visiting Prime Minister of the Republic of Korea (ROK) Lee Min-jun left Oman.",
     [("Lee Min-jun", "Prime Minister", "KR")]),
    # the name of a sea or a state is not the country in it
    ("The Peruvian navy sails the South China Sea, the Gulf of Mexico and New Jersey. The foreign minister, Ana Soto, "
     "left.", [("Ana Soto", "foreign minister", "PE")]),
]  # fmt: skip

WHOSE = [  # whose office it is
    ("The Omani side was represented by Trade Minister Ali Said, the Chadian side by the chair of the ports board, "
     "Hassan Deby, and the Fijian side by the minister of works, Sala Tui.",
     [("Ali Said", "Trade Minister", "OM"), ("Hassan Deby", "chair of the ports board", "TD"),
      ("Sala Tui", "minister of works", "FJ")]),
    ("Paraguay's energy minister, Hugo Benítez, said in Salta on Monday that Paraguay would buy gas. Benítez toured "
     "the plant together with the province's governor, Raúl Ibarra, and the national trade secretary, Ana Soto. "
     "Argentina sells it.",
     [("Hugo Benítez", "energy minister", "PY"), ("Raúl Ibarra", "governor", "AR"),
      ("Ana Soto", "national trade secretary", "AR")]),
    ("The Sultanate wants calm, Oman said. Qatar agreed. The Sultanate's envoy for peace, Ali Said, left.",
     [("Ali Said", "envoy for peace", "OM")]),
    ("Nepal's Ambassador to Qatar, Hari Thapa, called on the labour minister, Nasser Al Marri. Also present was Sita "
     "Rai, Counsellor (Labour).",
     [("Hari Thapa", "Ambassador to Qatar", "NP"), ("Nasser Al Marri", "labour minister", "QA"),
      ("Sita Rai", "Counsellor (Labour)", "NP")]),
    ("Chilean Foreign Minister Ana Soto will visit Peru for talks on mines, the foreign ministry said. She would meet "
     "Peru's president, the ministry's spokeswoman Rosa Vial said. US firms and the US president want more.",
     [("Ana Soto", "Foreign Minister", "CL"), ("Rosa Vial", "spokeswoman", "CL")]),
    ("TALLINN, 3 May – Estonia's Minister of Defence Jaan Tamm met his Dutch counterpart, Piet Vos. The report is "
     "wrong, the head of the press office, Mari Kask, said. The ministers also spoke with their Maltese "
     "colleague, Joe Borg.",
     [("Jaan Tamm", "Minister of Defence", "EE"), ("Piet Vos", "Minister of Defence", "NL"),
      ("Mari Kask", "head of the press office", "EE"), ("Joe Borg", "Minister of Defence", "MT")]),
    # a list of two who signed, of whom one has a name of the other side
    ("President of Georgia Levan Beridze met Prime Minister of Sweden Sven Lindqvist in Stockholm. A memorandum was "
     "signed by Energy Minister Nino Lomidze and Minister of Trade Karin Strömqvist.",
     [("Levan Beridze", "President", "GE"), ("Sven Lindqvist", "Prime Minister", "SE"),
      ("Nino Lomidze", "Energy Minister", "GE"), ("Karin Strömqvist", "Minister of Trade", "SE")]),
    ("High Commission of Nepal\n\nA pact on nurses was signed by the High Commissioner of Nepal, Hari Thapa, and the "
     "Permanent Secretary of the Ministry of Health, Rose Banda. Malawi will pay. Nepal will train them. Nepal hopes.",
     [("Hari Thapa", "High Commissioner", "NP"),
      ("Rose Banda", "Permanent Secretary of the Ministry of Health", "MW")]),
    # a name that no country of the text is known for is no doubt; one usual in another is
    ("The US said so. She called on India's mining minister, Arjun Deshpande, and the space adviser, K.P. Nambiar.",
     [("Arjun Deshpande", "mining minister", "IN"), ("K.P. Nambiar", "space adviser", "IN")]),
    # who took an office over from whom
    ("Mrs Soto, Peru's trade minister, who took over from Luis Vega in May, left.",
     [("Soto", "trade minister", "PE"), ("Luis Vega", "trade minister", "PE")]),
    ("Two Labour MPs objected. One of them, Dame Ann Moss, said no.", [("Ann Moss", "Labour MP", "GB")]),
    # a firm that has no other sign of one
    ("Manila wants two ferries. Jun Reyes, Orvadal's vice president for sales, said the yard was asked. The Philippine "
     "Navy has paid.", [("Jun Reyes", "vice president for sales", None)]),
    ("Ana Soto, director general for multilateral talks at the trade ministry of Peru, left.",
     [("Ana Soto", "director general for multilateral talks at the trade ministry", "PE")]),
]  # fmt: skip

FURTHER = [  # what the office reaches to
    ("Mali and Chad will sign. The trade ministers of both countries, Awa Keita and Ali Deby, will meet.",
     [("Awa Keita", "trade minister", "ML"), ("Ali Deby", "trade minister", "TD")]),
    ("Mine ministers from Mali, Chad and Togo met on Friday. Togo's Afi Mensah said that it was late.",
     [("Afi Mensah", "Mine minister", "TG")]),
    ("Sara Bello, Nigeria's Minister of State for Petroleum Resources (Gas), left.",
     [("Sara Bello", "Minister of State for Petroleum Resources (Gas)", "NG")]),
    ("The head of the EU delegation to Georgia, Pawel Nowicki, left.",
     [("Pawel Nowicki", "head of the EU delegation to Georgia", None)]),
    ("Max Huber, the commander of the German contingent in Mali, left.",
     [("Max Huber", "commander of the German contingent in Mali", "DE")]),
    ("Morocco's Minister attached to the Prime Minister Ali Fassi left.",
     [("Ali Fassi", "Minister attached to the Prime Minister", "MA")]),
    ("Navy spokesperson Commander Thandi Mokoena left Durban, South Africa.",
     [("Thandi Mokoena", "Navy spokesperson", "ZA")]),
    ("Host Ana Soto thanked the guests. The minister of Peru, Ana Soto, left.", [("Ana Soto", "minister", "PE")]),
    ("Oman's minister Ali Said met Nii Ayuk, president of the African Energy Chamber.",
     [("Ali Said", "minister", "OM"), ("Nii Ayuk", "president of the African Energy Chamber", None)]),
    ("The foreign secretary, Lord Ashcombe, told peers on Monday.", [("Ashcombe", "foreign secretary", "GB")]),
    ("Peru will buy gas. Vera Paz, vice-president for pipelines at Cóndor Energía, left.",
     [("Vera Paz", "vice-president for pipelines at Cóndor Energía", None)]),
    ("Fiji's Coral Reef Foundation president Sala Tui met Lithuania's National Energy Council head Rasa Kairys.",
     [("Sala Tui", "Coral Reef Foundation president", "FJ"), ("Rasa Kairys", "National Energy Council head", "LT")]),
    ("The Under-Secretary of State for Water (Ann Leeson): I thank my friend.",
     [("Ann Leeson", "Under-Secretary of State for Water", None)]),
    ("Ann Moss MP, Minister of State (Ports) at the Foreign Office, left.",
     [("Ann Moss", "Minister of State (Ports) at the Foreign Office", "GB")]),
    ("Oman's Minister of Interior His Excellency Sheikh Ali Said left.", [("Ali Said", "Minister of Interior", "OM")]),
    ("Colonel Wu Lei, spokesperson for China's Ministry of Works, left.",
     [("Wu Lei", "spokesperson for China's Ministry of Works", "CN")]),
    ("Peruvian climber Maria Soto left with gunner Peter Marsh. Her brother Ahmed Ali went too.",
     [("Maria Soto", "climber", "PE"), ("Peter Marsh", "gunner", None), ("Ahmed Ali", None, None)]),
    ("Mongolia's Minister of Mining and Heavy Industry G. Ganbaat left.",
     [("G. Ganbaat", "Minister of Mining and Heavy Industry", "MN")]),
    ("Ghana's Minister of Foreign Affairs Ambassador Kofi Addo left.",
     [("Kofi Addo", "Minister of Foreign Affairs", "GH")]),
    ("Self-Defence Forces chief Kenji Mori left Japan.", [("Kenji Mori", "Self-Defence Forces chief", "JP")]),
    ("Oman's governor to OPEC, Ali Said, and ranking member Jack Reid of Ohio left.",
     [("Ali Said", "governor to OPEC", "OM"), ("Jack Reid", "ranking member", "US")]),
    ("Minister of State in the Prime Minister's Office Goh Kiat How and climate chief Simon Still left Singapore.",
     [("Goh Kiat How", "Minister of State in the Prime Minister's Office", "SG"),
      ("Simon Still", "climate chief", "SG")]),
    ("Lesotho's Minister in the Presidency Thabo Mokoena left.",
     [("Thabo Mokoena", "Minister in the Presidency", "LS")]),
    ("Zambia's water and sanitation minister Mwila Banda met Vietnam Coast Guard Colonel Hoàng Dat.",
     [("Mwila Banda", "water and sanitation minister", "ZM"), ("Hoàng Dat", None, "VN")]),
    ("Kyrgyzstan waits, the State Committee for Mines' head, Kamchy Tashov, said.", [("Kamchy Tashov", "head", "KG")]),
]  # fmt: skip

AMID = [  # titles beside an office, and what is told between commas
    ("H.E. Dasho Karma Tenzin, Bhutan's ambassador, left.", [("Karma Tenzin", "ambassador", "BT")]),
    ("The Kenyan minister for roads, Advocate Jane Otieno, left.", [("Jane Otieno", "minister for roads", "KE")]),
    ("She met the commander of the Estonian Navy, Captain (N) Jaan Tamm.",
     [("Jaan Tamm", "commander of the Estonian Navy", "EE")]),
    ("Hon. Grace Banda, MP, Minister of Trade of Malawi, left.", [("Grace Banda", "Minister of Trade", "MW")]),
    ("After the talks Deputy Prime Minister Ana Soto and Peru's mayor left.",
     [("Ana Soto", "Deputy Prime Minister", "PE")]),
    ("Ana Soto, who heads the parliamentary committee on the environment, left Peru.",
     [("Ana Soto", "heads the parliamentary committee on the environment", "PE")]),
    ("SOMALI STATE MINISTER FOR TRADE ABDI SHEIKH NUR RULED OUT TALKS. OIL PRICES SAID TRADERS COST MORE THAN THEY "
     "COST IN MAY.", [("ABDI SHEIKH NUR", "STATE MINISTER FOR TRADE", "SO")]),
]  # fmt: skip

CALENDAR = [  # the short of a day is a word of a name; two offices of two people
    ("Vietnam's Deputy Prime Minister Đặng Thị Thu Trang met Minister Sat Pal Verma of India on Thu 4 May.",
     [("Đặng Thị Thu Trang", "Deputy Prime Minister", "VN"), ("Sat Pal Verma", "Minister", "IN")]),
    ("China's ambassador Ye Jan Ping left.", [("Ye Jan Ping", "ambassador", "CN")]),
    ("The chancellor and Polish President Ewa Nowak spoke.", [("Ewa Nowak", "President", "PL")]),
    ("Polish Chancellor and Finance Minister Ewa Nowak spoke.",
     [("Ewa Nowak", "Chancellor; Finance Minister", "PL")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WHOLE + OFFICE + WHOSE + FURTHER + AMID + CALENDAR)
def test_a_name_and_an_office_are_told_whole(text, expected):
    """Neither a name nor the office beside it is cut, and neither takes in what is not its own."""
    assert expected == [(p.name, p.office, p.country) for p in persons(doc_of(text))]
