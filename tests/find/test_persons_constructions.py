"""Offices and their countries by construction: how English ties a person to an office, and an office to a country.

One line for each construction, with countries, names and offices varied; where a line is there for one point
only, the comment names it. A person is told as (name, office, country).
"""

import pytest
from parsed import doc_of

from dossier.find.persons import persons

BEFORE = [  # the office stands before the name
    ("Nicaragua's Minister of Finance Pieter van der Merwe left.", [("Pieter van der Merwe", "Minister of Finance", "NI")]),
    ("Somali Chief of the General Staff João da Silva Pereira left.",
     [("João da Silva Pereira", "Chief of the General Staff", "SO")]),
    ("Energy Minister of Estonia Félix Mutombo wa Kabila left.", [("Félix Mutombo wa Kabila", "Energy Minister", "EE")]),
    ("Nepal's Minister of Health Siti Aminah binti Rahman left.", [("Siti Aminah binti Rahman", "Minister of Health", "NP")]),
    ("Michael McAllister III, the Albanian trade envoy, left.", [("Michael McAllister III", "trade envoy", "AL")]),
    ("Chilean Energy Minister Tomás Iturra left.", [("Tomás Iturra", "Energy Minister", "CL")]),
    ("Peru's energy minister Rosa Quispe left.", [("Rosa Quispe", "energy minister", "PE")]),
    ("The Danish energy minister, Lars Holm, left.", [("Lars Holm", "energy minister", "DK")]),
    ("Energy Minister of Ghana Kwame Boateng left.", [("Kwame Boateng", "Energy Minister", "GH")]),
    ("Minister of Energy and Water Resources of the Republic of Tajikistan Daler Juma left.",
     [("Daler Juma", "Minister of Energy and Water Resources", "TJ")]),
    ("Malaysia's Minister for Plantation Industries and Commodities Johari Hamid left.",
     [("Johari Hamid", "Minister for Plantation Industries and Commodities", "MY")]),
    ("Estonian Minister of Regional Affairs and Agriculture Piret Tamm left.",
     [("Piret Tamm", "Minister of Regional Affairs and Agriculture", "EE")]),
    ("Japanese Minister for Economy, Trade and Industry Kenji Mori left.",
     [("Kenji Mori", "Minister for Economy, Trade and Industry", "JP")]),
    ("Japan's Economy, Trade and Industry Minister Kenji Mori left.",
     [("Kenji Mori", "Economy, Trade and Industry Minister", "JP")]),
    ("Ethiopian State Minister for Foreign Affairs Dr Hanna Bekele left.",
     [("Hanna Bekele", "State Minister for Foreign Affairs", "ET")]),
    ("Bulgarian caretaker Prime Minister Galin Petkov left.", [("Galin Petkov", "caretaker Prime Minister", "BG")]),
    ("Outgoing Czech Prime Minister Karel Dvořák left.", [("Karel Dvořák", "Prime Minister", "CZ")]),
    ("Former Finnish president Aino Laine left.", [("Aino Laine", "Former president", "FI")]),
    ("Uruguayan President-elect Marta Sosa left.", [("Marta Sosa", "President-elect", "UY")]),
    ("Acting Foreign Minister of Afghanistan Zalmay Nuri left.", [("Zalmay Nuri", "Acting Foreign Minister", "AF")]),
    ("Armenia's first deputy finance minister Arman Poghosyan left.",
     [("Arman Poghosyan", "first deputy finance minister", "AM")]),
    ("Moroccan Head of Government Aziz Fassi left.", [("Aziz Fassi", "Head of Government", "MA")]),
    ("Her Serbian counterpart, Jovana Ilić, agreed.", [("Jovana Ilić", None, "RS")]),
    ("The Vice-President of Colombia, Lucía Restrepo, left.", [("Lucía Restrepo", "Vice-President", "CO")]),
    ("Bangladesh Foreign Secretary Rezaul Karim left.", [("Rezaul Karim", "Foreign Secretary", "BD")]),
    ("Pakistan Army chief General Asif Durrani left.", [("Asif Durrani", "Army chief", "PK")]),
    ("Indonesian Coordinating Minister for Maritime Affairs Budi Santoso left.",
     [("Budi Santoso", "Coordinating Minister for Maritime Affairs", "ID")]),
    ("Dutch caretaker minister for migration Joost Visser left.", [("Joost Visser", "caretaker minister for "
     "migration", "NL")]),
    ("Cypriot government spokesman Andreas Loizou said no.", [("Andreas Loizou", "government spokesman", "CY")]),
    ("Iranian Foreign Ministry spokesman Esmaeil Rahimi said no.", [("Esmaeil Rahimi", "Foreign Ministry "
     "spokesman", "IR")]),
    ("Russian Security Council Secretary Oleg Morozov left.", [("Oleg Morozov", "Security Council Secretary", "RU")]),
    ("Qatari Minister of State at the Ministry of Foreign Affairs Jassim Al Kuwari left.",
     [("Jassim Al Kuwari", "Minister of State at the Ministry of Foreign Affairs", "QA")]),
]  # fmt: skip

AFTER = [  # the office stands after the name
    ("Tom Hale, a spokesman for Kenyan Foreign Minister Jane Otieno, left.",
     [("Tom Hale", "spokesman", "KE"), ("Jane Otieno", "Foreign Minister", "KE")]),
    ("Henrik Rask, an aide to Denmark's Prime Minister Lars Holm, left.",
     [("Henrik Rask", "aide", "DK"), ("Lars Holm", "Prime Minister", "DK")]),
    ("Rosa Quispe, Peru's energy minister, left.", [("Rosa Quispe", "energy minister", "PE")]),
    ("Rosa Quispe, the Peruvian energy minister, left.", [("Rosa Quispe", "energy minister", "PE")]),
    ("Rosa Quispe, the energy minister of Peru, left.", [("Rosa Quispe", "energy minister", "PE")]),
    ("Rosa Quispe, who is Peru's energy minister, left.", [("Rosa Quispe", "energy minister", "PE")]),
    ("Rosa Quispe, who was then Peru's energy minister, left.", [("Rosa Quispe", "energy minister", "PE")]),
    ("Rosa Quispe, who serves as Peru's energy minister, left.", [("Rosa Quispe", "energy minister", "PE")]),
    ("They met in Rome. Rosa Quispe (Minister of Energy, Peru) and Tomás Iturra (Minister of Mining, Chile) left.",
     [("Rosa Quispe", "Minister of Energy", "PE"), ("Tomás Iturra", "Minister of Mining", "CL")]),
    ("Yesterday Lars Holm – Denmark's climate minister – left.", [("Lars Holm", "climate minister", "DK")]),
    ("Lars Holm, 54, Denmark's climate minister, left.", [("Lars Holm", "climate minister", "DK")]),
    ("Lars Holm, Minister for Climate, Energy and Utilities of Denmark, left.",
     [("Lars Holm", "Minister for Climate, Energy and Utilities", "DK")]),
    ("Kari Holm, Norwegian prime minister and leader of the Labour Party, left.",
     [("Kari Holm", "prime minister; leader of the Labour Party", "NO")]),
    ("Jan Nowak, a Polish lawmaker, left.", [("Jan Nowak", "lawmaker", "PL")]),
    ("Jan Nowak, an analyst at the Warsaw Institute, said no.", [("Jan Nowak", "analyst", None)]),
    ("Prince Khalid bin Saud, the kingdom's top diplomat, met Lars Holm of Denmark in Riyadh. Saudi Arabia sells oil.",
     [("Khalid bin Saud", "top diplomat", "SA"), ("Lars Holm", None, "DK")]),
    ("Tomás Iturra, Chile's former mining minister and now ambassador to Japan, left.",
     [("Tomás Iturra", "former mining minister; ambassador to Japan", "CL")]),
    ("Anna Kask, chair of the Estonian parliament's foreign affairs committee, left.",
     [("Anna Kask", "chair of the Estonian parliament's foreign affairs committee", "EE")]),
    ("Anna Kask, the chairwoman of the Riigikogu's national defence committee, left.",
     [("Anna Kask", "chairwoman of the Riigikogu's national defence committee", "EE")]),
]  # fmt: skip

SEVERAL = [  # several offices of one, several people of one office
    ("Farrokh Shirazi and Mamadou Ba, the finance ministers of Togo and Jamaica, opened the line.",
     [("Farrokh Shirazi", "finance minister", "TG"), ("Mamadou Ba", "finance minister", "JM")]),
    ("The talks brought together Justo Ríos (Peru), Dr Ana Lund (Norway) and Omar Diallo (Mali), all trade ministers.",
     [("Justo Ríos", "trade minister", "PE"), ("Ana Lund", "trade minister", "NO"),
      ("Omar Diallo", "trade minister", "ML")]),
    ("With Ana Lund and Omar Diallo gone, the ministers said nothing.",
     [("Ana Lund", None, None), ("Omar Diallo", None, None)]),  # no apposition
    ("The Timorese delegation was led by Energy Minister Rui Belo, the Ecuadoran one by Trade Minister Luis Vaca.",
     [("Rui Belo", "Energy Minister", "TL"), ("Luis Vaca", "Trade Minister", "EC")]),
    ("Thai Prime Minister and Finance Minister Somchai Wattana left.",
     [("Somchai Wattana", "Prime Minister; Finance Minister", "TH")]),
    ("Italian Deputy Prime Minister and Minister of Foreign Affairs and International Cooperation Paolo Ricci left.",
     [("Paolo Ricci", "Deputy Prime Minister; Minister of Foreign Affairs and International Cooperation", "IT")]),
    ("Luxembourg's deputy premier and foreign minister Marc Weber left.",
     [("Marc Weber", "deputy premier; foreign minister", "LU")]),
    ("The Deputy Prime Minister, Minister of Foreign Affairs of Belgium Luc Peeters left.",
     [("Luc Peeters", "Deputy Prime Minister; Minister of Foreign Affairs", "BE")]),
    ("The foreign ministers of Chile and Peru, Tomás Iturra and Rosa Quispe, met.",
     [("Tomás Iturra", "foreign minister", "CL"), ("Rosa Quispe", "foreign minister", "PE")]),
    ("Foreign Ministers Tomás Iturra of Chile and Rosa Quispe of Peru met.",
     [("Tomás Iturra", "Foreign Minister", "CL"), ("Rosa Quispe", "Foreign Minister", "PE")]),
    ("Foreign Ministers Tomás Iturra (Chile), Rosa Quispe (Peru) and Luis Mamani (Bolivia) met.",
     [("Tomás Iturra", "Foreign Minister", "CL"), ("Rosa Quispe", "Foreign Minister", "PE"), ("Luis "
     "Mamani", "Foreign Minister", "BO")]),
    ("Kenyan ministers Joyce Wanjiku (Energy) and Peter Otieno (Transport) left.",
     [("Joyce Wanjiku", "minister", "KE"), ("Peter Otieno", "minister", "KE")]),
    ("Georgian and Armenian foreign ministers Lasha Kiknadze and Arman Poghosyan met.",
     [("Lasha Kiknadze", "foreign minister", "GE"), ("Arman Poghosyan", "foreign minister", "AM")]),
    ("Georgia's Lasha Kiknadze and Armenia's Arman Poghosyan met.",
     [("Lasha Kiknadze", None, "GE"), ("Arman Poghosyan", None, "AM")]),
    ("Ghana's energy minister, Kwame Boateng, and his deputy, Ama Serwaa, left.",
     [("Kwame Boateng", "energy minister", "GH"), ("Ama Serwaa", "deputy", "GH")]),
    ("The Swedish ministers of defence and finance, Åsa Lind and Nils Ek, left.",
     [("Åsa Lind", "minister of defence", "SE"), ("Nils Ek", "minister of finance", "SE")]),
    ("The foreign and defence ministers of Japan, Kenji Mori and Taro Ono, left.",
     [("Kenji Mori", "foreign minister", "JP"), ("Taro Ono", "defence minister", "JP")]),
    ("Vietnam's president, Trần Minh, and prime minister, Lê Hải, left.",
     [("Trần Minh", "president", "VN"), ("Lê Hải", "prime minister", "VN")]),
    ("Latvian Prime Minister Ints Ozols and Defence Minister Kaspars Liepa left.",
     [("Ints Ozols", "Prime Minister", "LV"), ("Kaspars Liepa", "Defence Minister", "LV")]),
    ("Latvian Prime Minister Ints Ozols, Defence Minister Kaspars Liepa and army chief Gen Uldis Kalns left.",
     [("Ints Ozols", "Prime Minister", "LV"), ("Kaspars Liepa", "Defence Minister", "LV"), ("Uldis Kalns", "army "
     "chief", "LV")]),
    ("Present for Uganda were Energy Minister Ruth Akello and Attorney General Moses Okot.",
     [("Ruth Akello", "Energy Minister", "UG"), ("Moses Okot", "Attorney General", "UG")]),
    ("Czech President Karel Dvořák and his Slovak counterpart Jozef Hudák met.",
     [("Karel Dvořák", "President", "CZ"), ("Jozef Hudák", "President", "SK")]),
    ("Czech Foreign Minister Karel Dvořák met counterparts Jozef Hudák of Slovakia and Imre Nagy of Hungary.",
     [("Karel Dvořák", "Foreign Minister", "CZ"), ("Jozef Hudák", "Foreign Minister", "SK"), ("Imre Nagy", "Foreign "
     "Minister", "HU")]),
    ("Czech Foreign Minister Karel Dvořák met his counterpart from Slovakia, Jozef Hudák.",
     [("Karel Dvořák", "Foreign Minister", "CZ"), ("Jozef Hudák", "Foreign Minister", "SK")]),
]  # fmt: skip

POSTED = [  # who serves abroad is of the country that sends
    ("Ambassador of Japan to Kenya Taro Ono left.", [("Taro Ono", "Ambassador to Kenya", "JP")]),
    ("Japan's ambassador to Kenya, Taro Ono, left.", [("Taro Ono", "ambassador to Kenya", "JP")]),
    ("The Japanese ambassador, Taro Ono, left.", [("Taro Ono", "ambassador", "JP")]),
    ("Norway’s ambassador in Maputo, Kari Holm, left.", [("Kari Holm", "ambassador in Maputo", "NO")]),
    ("H.E. Mr. Taro Ono, Ambassador Extraordinary and Plenipotentiary of Japan to the Republic of Kenya, left.",
     [("Taro Ono", "Ambassador Extraordinary and Plenipotentiary to the Republic of Kenya", "JP")]),
    ("British High Commissioner to Ghana Harriet Moss left.", [("Harriet Moss", "High Commissioner to Ghana", "GB")]),
    ("The EU ambassador to Georgia, Paweł Nowak, left.", [("Paweł Nowak", "EU ambassador to Georgia", None)]),
    ("US special envoy for Sudan Tom Ferris left.", [("Tom Ferris", "special envoy for Sudan", "US")]),
    ("Turkey's permanent representative to NATO, Ali Demir, left.",
     [("Ali Demir", "permanent representative to NATO", "TR")]),
    ("Bolivia's consul general in New York, Luis Mamani, left.", [("Luis Mamani", "consul general in New York", "BO")]),
    # the adjective of a body is part of its name
    ("Chargé d'affaires of the Swiss embassy Beat Keller left.", [("Beat Keller", "Chargé d'affaires of the Swiss "
     "embassy", "CH")]),
    ("The French embassy's defence attaché, Colonel Luc Blanc, left.", [("Luc Blanc", "defence attaché", "FR")]),
    ("US President Tom Ferris's envoy to Ukraine, Will Grant, left.",
     [("Tom Ferris", "President", "US"), ("Will Grant", "envoy to Ukraine", "US")]),
]  # fmt: skip

INTERNATIONAL = [  # an office of an international body is no country's
    ("UN Special Envoy for Yemen Magnus Boer left Sanaa.", [("Magnus Boer", "UN Special Envoy for Yemen", None)]),
    ("Magnus Boer, the UN secretary-general's envoy for Syria, left Damascus.",
     [("Magnus Boer", "UN secretary-general's envoy for Syria", None)]),
    ("European Commissioner for Trade Paolo Ricci left.", [("Paolo Ricci", "European Commissioner for Trade", None)]),
    ("EU Trade Commissioner Paolo Ricci left Rome.", [("Paolo Ricci", "EU Trade Commissioner", None)]),
    ("European Council President Luc Peeters left.", [("Luc Peeters", "European Council President", None)]),
    ("Helga Brandt, managing director of the IMF, left.", [("Helga Brandt", "managing director of the IMF", None)]),
    ("World Bank country director for Nepal Anil Roy left.", [("Anil Roy", "World Bank country director for "
     "Nepal", None)]),
    ("OSCE Chairperson-in-Office Aino Laine left Tirana.", [("Aino Laine", "OSCE Chairperson-in-Office", None)]),
    ("African Union Commission chairperson Moussa Diop left.",
     [("Moussa Diop", "African Union Commission chairperson", None)]),
    ("IAEA director general Pablo Temi left Tehran.", [("Pablo Temi", "IAEA director general", None)]),
    ("Finnish MEP Aino Laine left.", [("Aino Laine", "MEP", "FI")]),
]  # fmt: skip

WITHIN = [  # parts of countries, parliaments, forces, houses, parties, firms
    ("Texas Governor Dale Hutchins left.", [("Dale Hutchins", "Texas Governor", "US")]),
    ("The governor of Texas, Dale Hutchins, left.", [("Dale Hutchins", "governor of Texas", "US")]),
    ("Kyiv Mayor Ostap Hrytsenko left.", [("Ostap Hrytsenko", "Mayor", "UA")]),
    ("The mayor of Lisbon, Rui Lopes, left.", [("Rui Lopes", "mayor of Lisbon", "PT")]),
    ("Bavaria's premier, Sepp Gruber, left.", [("Sepp Gruber", "premier", "DE")]),
    ("Speaker of the Finnish Parliament Aino Laine left.", [("Aino Laine", "Speaker of the Finnish Parliament", "FI")]),
    ("The speaker of Georgia's parliament, Lasha Kiknadze, left.", [("Lasha Kiknadze", "speaker of Georgia's "
     "parliament", "GE")]),
    ("Canadian MP Dale Hutchins left.", [("Dale Hutchins", "MP", "CA")]),
    ("Labour MP Fiona Marsh said no. Britain waits.", [("Fiona Marsh", "Labour MP", "GB")]),
    ("US Senator Tom Ferris, a Republican from Ohio, left.", [("Tom Ferris", "Senator", "US")]),
    ("Chief of the Defence Staff of Ghana Lieutenant General Kofi Mensah left.",
     [("Kofi Mensah", "Chief of the Defence Staff", "GH")]),
    ("General Kofi Mensah, commander of the Ghana Navy, left.", [("Kofi Mensah", "commander of the Ghana Navy", "GH")]),
    ("Maj. Gen. Uri Barak, the Israeli military spokesman, said no.", [("Uri Barak", "military spokesman", "IL")]),
    ("Jordan's King Hamza and Crown Prince Faisal left.", [("Hamza", "King", "JO"), ("Faisal", "Crown Prince", "JO")]),
    ("King Frederik of Denmark left.", [("Frederik", "King", "DK")]),
    ("Turkish opposition leader Kemal Aydın left.", [("Kemal Aydın", "opposition leader", "TR")]),
    ("Jan Nowak, leader of Poland's Civic Forum party, left.", [("Jan Nowak", "leader of Poland's Civic Forum "
     "party", "PL")]),
    ("Havdyp CEO Kari Holm left Oslo.", [("Kari Holm", "Havdyp CEO", None)]),
    ("The chief executive of Veltra, Kari Holm, left Oslo. Norway waits.", [("Kari Holm", "chief executive of "
     "Veltra", None)]),
    ("Spain's central bank governor, Ana Ruiz, left.", [("Ana Ruiz", "central bank governor", "ES")]),
    ("Bank of Canada Governor Élise Marchand left.", [("Élise Marchand", "Bank of Canada Governor", "CA")]),
    ("The head of Ukraine's presidential office, Ostap Hrytsenko, left.",
     [("Ostap Hrytsenko", "head of Ukraine's presidential office", "UA")]),
    ("Kazakhstan's sovereign fund head Daulet Seitkali left.", [("Daulet Seitkali", "sovereign fund head", "KZ")]),
    ("Head of the Georgian National Energy Commission Lasha Kiknadze left.",
     [("Lasha Kiknadze", "Head of the Georgian National Energy Commission", "GE")]),
    ("Fiona Marsh, an analyst at the Oslo Institute, said no. Britain waits.", [("Fiona Marsh", "analyst", None)]),
]  # fmt: skip


FURTHER = [
    # a body's name that begins with its country, or holds commas
    ("Nepal Bank governor Maya Thapa left.", [("Maya Thapa", "Nepal Bank governor", "NP")]),
    ("Minister of State at the UK Foreign, Commonwealth and Development Office Ann Moss left.",
     [("Ann Moss", "Minister of State at the UK Foreign, Commonwealth and Development Office", "GB")]),
    # a common noun that no list holds, before the head
    ("Poland's flood envoy, Piotr Lis, left.", [("Piotr Lis", "flood envoy", "PL")]),
    ("The EU's sanctions envoy, Piotr Lis, left.", [("Piotr Lis", "sanctions envoy", None)]),
    # a part of a country
    ("The deputy governor of Sekong in Laos, Bounmy Keo, left.", [("Bounmy Keo", "deputy governor of Sekong", "LA")]),
    ("Ontario's energy minister, Dale Moss, left.", [("Dale Moss", "energy minister", "CA")]),
    # told by a verb, or with a time
    ("Jean Ferris, who became premier of Quebec in June, said no.", [("Jean Ferris", "premier of Quebec", "CA")]),
    ("Rosa Quispe, until March Peru's energy minister, left.", [("Rosa Quispe", "energy minister", "PE")]),
    ("Rosa Quispe, at present Peru's envoy to Oman, left.", [("Rosa Quispe", "envoy to Oman", "PE")]),
    # a seat for the country; a given name that is an office too; bodies of many
    ("He met his counterpart from Hanoi, Tran Van Minh.", [("Tran Van Minh", None, "VN")]),
    ("They were met by Sultan Al Harthy, Oman's minister of trade.", [("Sultan Al Harthy", "minister of trade", "OM")]),
    ("Gen. Luis Ortega, head of the multinational force, left Kenya.", [("Luis Ortega", "head of the multinational "
     "force", None)]),
    ("Sudan's de facto ruler, Gen. Mustafa Hamdan, left.", [("Mustafa Hamdan", "de facto ruler", "SD")]),
    # lists whose countries stand before the names, in the lead, or with their number only
    ("He received the Ambassadors of Peru Ana Soto, of the Republic of Kenya Ruth Akello and of Hungary Pál Kun.",
     [("Ana Soto", "Ambassador", "PE"), ("Ruth Akello", "Ambassador", "KE"), ("Pál Kun", "Ambassador", "HU")]),
    ("The prime ministers of Fiji and Samoa will meet on Friday. Fiji's Ana Tora will be joined by Sefa Tau of Samoa.",
     [("Ana Tora", "prime minister", "FJ"), ("Sefa Tau", "prime minister", "WS")]),
    ("Fiji, Samoa and Tonga agreed. The chairs of the energy committees of the three parliaments – Ana Tora, Sefa "
     "Tau and "
     "Sione Moala – met.",
     [("Ana Tora", "chair of the energy committee", "FJ"), ("Sefa Tau", "chair of the energy committee", "WS"),
      ("Sione Moala", "chair of the energy committee", "TO")]),
    # what seemed a title is an office, two heads are one, short names of ministries
    ("She wrote to Ukrainian MP Oksana Tarna.", [("Oksana Tarna", "MP", "UA")]),
    ("Kenya's Minister-Counsellor, Ibu Dewi Lestari, left.", [("Dewi Lestari", "Minister-Counsellor", "KE")]),
    ("The Secretary-General of the Algerian MFA, Ms Nadia Ben, left.", [("Nadia Ben", "Secretary-General of the "
     "Algerian MFA", "DZ")]),
    # a hyphen joins a small letter to a name's word, whatever the word; one name is enough for the royal
    ("South Korean Trade Minister Cheong In-kyu left.", [("Cheong In-kyu", "Trade Minister", "KR")]),
    ("They met at Solna Palace, Sweden's Queen Margareta said.", [("Margareta", "Queen", "SE")]),
    # bodies known by their letters
    ("UNIFIL commander Aldo Lazzi left Lebanon.", [("Aldo Lazzi", "UNIFIL commander", None)]),
    ("JICA representative Ken Mori left Zambia.", [("Ken Mori", "JICA representative", "JP")]),
    ("OSLO, MAY 4: NORWEGIAN PREMIER KARI HOLM ATTENDED. SHE LEFT.", [("KARI HOLM", "PREMIER", "NO")]),
    # a capital that is a family name too is a place after a preposition, and in a dateline
    ("He met Trade Minister Ann Moss in Wellington and left.", [("Ann Moss", "Trade Minister", "NZ")]),
    ("SANTIAGO: Exports fell. Trade Minister Luis Vega said so.", [("Luis Vega", "Trade Minister", "CL")]),
    # an office of many countries, and a word in a name
    ("The EU waits. High Representative Josef Vella left Serbia.", [("Josef Vella", "High Representative", None)]),
    ("Iraqi Premier Ali Shia al-Jabiri left.", [("Ali Shia al-Jabiri", "Premier", "IQ")]),
    ("BANJUL: Deputy governors Musa Jallow and Fatou Touray left. Gambia waits.",
     [("Musa Jallow", "Deputy governor", "GM"), ("Fatou Touray", "Deputy governor", "GM")]),
    # other countries have Secretaries of State too; where one is born tells nothing
    ("Portugal hopes. Secretary of State for Energy Ana Pinto left.",
     [("Ana Pinto", "Secretary of State for Energy", "PT")]),
    ("NATO's Canadian-born deputy head, Marie Besan, left.", [("Marie Besan", "deputy head", None)]),
    # only one of them has each office: in the order of the countries named just before
    ("Oman welcomed Chad and Niger. The text now goes to Presidents Idriss Said and Musa Issa.",
     [("Idriss Said", "President", "TD"), ("Musa Issa", "President", "NE")]),
    ("He is the third to fall under President Ana Soto of Peru.", [("Ana Soto", "President", "PE")]),
    # titles in brackets or of address
    ("Yesterday Nigerian Defence Minister General (Ret) Musa Bello left.", [("Musa Bello", "Defence Minister", "NG")]),
    ("Nigerian Defence Minister Malam Musa Bello left.", [("Musa Bello", "Defence Minister", "NG")]),
    # in capitals a verb or weekday ends the name and the portfolio
    ("ACCRA, DEC 6: ADVISER TO THE PRESIDENT ON TRADE KOFI MENSAH ON MONDAY HELD TALKS. GHANA HOPES FOR A DEAL.",
     [("KOFI MENSAH", "ADVISER TO THE PRESIDENT ON TRADE", "GH")]),
    # the pair of countries was named before
    ("Talks between Kenya and Oman failed, Qatar said. The trade ministers of the two countries, Ruth Akello and "
     "Omar Said, left.",
     [("Ruth Akello", "trade minister", "KE"), ("Omar Said", "trade minister", "OM")]),
]  # fmt: skip


BY_VERB = [  # a verb of taking, giving or leaving office
    ("Ana Soto was appointed energy minister of Peru in May.", [("Ana Soto", "energy minister", "PE")]),
    ("The president of Peru has named Ana Soto as energy minister.", [("Ana Soto", "energy minister", "PE")]),
    ("Ana Soto, elected speaker of Peru's parliament in May, left.", [("Ana Soto", "speaker of Peru's "
     "parliament", "PE")]),
    ("Peru's congress elected Ana Soto prime minister on Monday.", [("Ana Soto", "prime minister", "PE")]),
    ("Ana Soto resigned as Peru's finance minister.", [("Ana Soto", "finance minister", "PE")]),
    ("Ana Soto, who stepped down as Peru's finance minister, left.", [("Ana Soto", "finance minister", "PE")]),
    ("Ana Soto was sworn in as president of Peru.", [("Ana Soto", "president", "PE")]),
    ("The king has picked Ana Soto to be his envoy to Peru. Oman hopes.", [("Ana Soto", "envoy to Peru", "OM")]),
    ("She met Luis Vega, who heads the mine agency of Peru, on Monday.", [("Luis Vega", "heads the mine agency of "
     "Peru", "PE")]),
    ("Ann Moss, who now commands the EU's peacekeeping force, left.",
     [("Ann Moss", "commands the EU's peacekeeping force", None)]),
    ("Ana Soto, who leads the talks, left.", [("Ana Soto", None, None)]),
    ("Ana Soto, who has headed Peru's port agency since May, left.",
     [("Ana Soto", "headed Peru's port agency", "PE")]),
    ("Dale Moss, who heads the Nevada National Guard, left.", [("Dale Moss", "heads the Nevada National Guard", "US")]),
    ("Ana Soto, a lawyer who has been appointed Peru's ambassador to Oman, left.",
     [("Ana Soto", "ambassador to Oman", "PE")]),
    ("It fell, said Ana Soto, the Peruvian who hands over as the OSCE's envoy for peace next month.",
     [("Ana Soto", "envoy for peace", None)]),
    # no dateline
    ("Senator Dave Morrow (R-Ohio) opposed the sale.", [("Dave Morrow", "Senator", "US")]),
    # what is named is no person; a name after the office keeps to it
    ("The minister named Oman as the host.", []),
    ("Oman appointed Energy Minister Omar Said as envoy.", [("Omar Said", "Energy Minister", "OM")]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"), BEFORE + AFTER + SEVERAL + POSTED + INTERNATIONAL + WITHIN + FURTHER + BY_VERB
)
def test_an_office_and_its_country_are_told_by_the_phrase(text, expected):
    """The phrase around a name tells office and country, whatever the word order."""
    assert expected == [(p.name, p.office, p.country) for p in persons(doc_of(text))]
