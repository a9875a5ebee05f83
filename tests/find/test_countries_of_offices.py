"""The country of offices that a text tells with a word beside the name, at a distance, or not at all."""

import pytest
from parsed import doc_of

from dossier.find.persons import people

# (text, person → country)
COUNTRIES = [
    # the country's own president receives its own minister, whose office is printed in full
    ("President Emomali Sharipov received in Dushanbe on Tuesday the Chairman of the Supreme Court of the Republic of "
     "Tajikistan, Shermuhammad Odinazoda. Minister of Justice Muzaffar Ashuriyon also took part.",
     {"Shermuhammad Odinazoda": "TJ", "Muzaffar Ashuriyon": "TJ"}),
    # a body told after the name: an embassy, a mission, one of all countries
    ("First Secretary Tomoko Hayashi of the Embassy of Japan visited the school in Mwanza with Regional Commissioner "
     "Said Mtanda. Tanzania has 40 such schools.", {"Tomoko Hayashi": "JP", "Said Mtanda": "TZ"}),
    ("Chargé d'Affaires a.i. Jorge Peralta of the Embassy of Ecuador paid a courtesy call on Secretary Maria Balisacan "
     "on Friday. The Philippine official welcomed the request.", {"Jorge Peralta": "EC", "Maria Balisacan": "PH"}),
    ("The deputies met in Strasbourg. Permanent Representative Elin Brandsæter, of the Permanent Mission of Norway, "
     "spoke first.", {"Elin Brandsæter": "NO"}),
    ("The Counsellor of the Mission of Gabon, Ange Ondo, and Director-General Mona Field, of the World Health "
     "Organization, signed it in Geneva.", {"Ange Ondo": "GA", "Mona Field": None}),
    # who heads a body is of it
    ("A United Nations mission headed by Special Representative Karin Ostberg will monitor the ceasefire in Sudan. "
     "Foreign Minister Hassan Omer welcomed it.", {"Karin Ostberg": None, "Hassan Omer": "SD"}),
    ("An African Union team led by Commissioner Aïssata Diarra visited Juba. South Sudan's president, Deng Akol, met "
     "them.", {"Aïssata Diarra": None}),
    # who signs for the government, and who for the rebels
    ("The Government of Mozambique and the rebel movement initialled the text in Rome. It was signed by Minister Tomé "
     "Chissano on behalf of the Government and by Secretary Afonso Dlamba on behalf of the movement, in the presence "
     "of Italian Undersecretary Paolo Ricci.", {"Tomé Chissano": "MZ", "Afonso Dlamba": None, "Paolo Ricci": "IT"}),
    # “the delegation”, paragraphs after it was told whose it is
    ("The delegation from Slovenia arrived in Skopje on Monday. It was welcomed by Interior Minister Panče "
     "Arsovski.\n\nTalks centred on the border.\n\nThe delegation, which also includes Ambassador Marko Zupan "
     "and State "
     "Secretary Tina Novak, leaves on Wednesday.", {"Panče Arsovski": "MK", "Marko Zupan": "SI", "Tina Novak": "SI"}),
    # those who are of one country meet, phone and thank each other
    ("Kenya's Azimio candidate, former vice-president Joseph Mutua, met the electoral commission's chairman, Isaac "
     "Ruto, on Sunday.", {"Joseph Mutua": "KE", "Isaac Ruto": "KE"}),
    ("Ireland's prime minister, Aoife Brennan, resigned on Monday. Labour leader Conor Walsh thanked Brennan for her "
     "service. Britain's Tom Reed wished her well.", {"Conor Walsh": "IE"}),
    # what one is in charge of is not whom one serves
    ("Serbia's ambassador in Oslo, Marko Ilić, met the Director General for American and European Affairs, Siri Lie. "
     "Norway and Serbia are friends.", {"Siri Lie": "NO"}),
    ("Latvia's foreign ministry sent the head of its Russian desk, Jānis Ozols.", {"Jānis Ozols": "LV"}),
    # an office that one country is known for is another's, where the text names that one only
    ("Nepal's premier resigned on Sunday. Speaker of the House of Representatives Sita Gurung read out his letter.",
     {"Sita Gurung": "NP"}),
    # whoever serves a singer serves no state
    ("Singer Paola Conti died at her villa near Cannes, her spokeswoman, Anne Richter, said. French Culture "
     "Minister Luc "
     "Perrin paid tribute.", {"Anne Richter": None, "Luc Perrin": "FR"}),
    # a venue is nobody's home, and a town far away no attorney general's
    ("In Geneva, High Commissioner Olu Ade spoke. Nigeria had asked for it.", {"Olu Ade": "NG"}),
    ("Former attorney general Harish Menon told reporters in New Delhi that the indictment, filed in Manhattan, was "
     "weak.", {"Harish Menon": "IN"}),
    # where the foreign minister is another, the next foreign secretary is of the other side
    ("Japanese Foreign Minister Yoko Abe and the Philippines' Defense Secretary Delfin Reyes were joined by Japanese "
     "Defense Minister Ken Kishida and Foreign Secretary Teodoro Ramos.", {"Teodoro Ramos": "PH"}),
    # whence somebody is does not tell whom they serve
    ("Tonga's king dissolved parliament. Police Commissioner Shane McLennan, a New Zealander, urged calm.",
     {"Shane McLennan": "TO"}),
    # a body of state is no firm; an office that suggests a country which the text does not name
    ("Togo's cocoa regulator halted sales. Its director, Yao Koffi, told reporters why.", {"Yao Koffi": "TG"}),
    ("Indian External Affairs Minister S. Jaiswal met Secretary of State Anthony Blake. Foreign Secretary Vikram Misra "
     "attended.", {"Anthony Blake": "US", "Vikram Misra": "IN"}),
    # “St” for “Saint”
    ("St Kitts and Nevis takes the chair in May. Deputy Prime Minister Geoffrey Hanley thanked members.",
     {"Geoffrey Hanley": "KN"}),
    # a country named in passing is nobody's home, though the text tells its own country beside an office
    ("The Secretary of the Security Council of the Republic of Tajikistan, Nasrullo Nazarov, met the OSCE's Ann "
     "Moss in "
     "Dushanbe. The border with Afghanistan was discussed, to which the head of the border guard, Rahmon "
     "Sharipov, attaches "
     "importance.", {"Rahmon Sharipov": "TJ"}),
    # high commissioners and envoys of the United Nations
    ("Chad's interior minister, Idriss Sy, thanked UNHCR. High Commissioner Olof Berg had come to N'Djamena.",
     {"Olof Berg": None}),
    # both sides sign where one of them is at home
    ("The contract was signed in Bucharest by DAPA Minister Seok Dong-kyu and Romanian Defense Minister Ion Pop. Korea "
     "makes the guns. Seoul is content.", {"Seok Dong-kyu": "KR"}),
    # a mayor's counterpart in another town
    ("Spain sent soldiers to Valencia on Friday. “We are alone,” said Amparo Fort, mayor of Chiva. Her counterpart in "
     "Paiporta, Maribel Albalat, wept.", {"Maribel Albalat": "ES"}),
    # who stopped somebody is another than him
    ("Oleg Bondar's men turned round in a deal brokered by the president of Belarus. Alexander Karpenko's press "
     "service "
     "said so.", {"Oleg Bondar": None}),
    # “our” in a ministry's text is the state's
    ("Talks between Somalia and Ethiopia were held in Ankara. Our President, H.E. Selim Korkmaz, will call the "
     "President "
     "of Somalia. Türkiye is a friend of both.", {"Selim Korkmaz": "TR"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "countries"), COUNTRIES)
def test_the_text_tells_the_country_of_each_office(text, countries):
    """Each of the persons has the country that a reader finds, or none."""
    found = {p.name: p.country for p in people(doc_of(text))}
    assert countries == {name: found.get(name, "not found") for name in countries}
