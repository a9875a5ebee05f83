"""Sectors by vocabulary: each sector in many words, and what tempts but speaks for none."""

import pytest
from dossier.find.topics import about, topics
from parsed import doc_of

ENERGY = [
    "The refinery will process 90,000 barrels a day.",
    "A second reactor went online in March.",
    "Households face rolling blackouts this winter.",
    "The dam will generate 1,200 megawatts.",
    "Wind farms off the coast met a third of demand.",
    "Tankers carrying LNG waited outside the terminal.",
    "The pipeline runs for 690 kilometres.",
    "Solar panels were fitted on 4,000 roofs.",
    "Electricity prices doubled in a year.",
    "Petrol rose by ten cents a litre.",
    "The field holds 300 billion cubic metres.",
    "The substation was hit by a storm.",
    "Coal still heats most of the city.",
    "Power cuts lasted six hours.",
    "They plan a power cable under the Adriatic.",
    "Drilling began in the eastern block.",
    "Hydropower plants cover the rest.",
    "Uranium enrichment was suspended.",
    "The grid operator asked for calm.",
    "OPEC kept its quotas.",
    "Green hydrogen will flow by 2030.",
    "The regulator approved a geothermal station.",
    "The 400 kV line will cost 77 million.",
    "Half of the power that Malta generates is lost.",
    "Pump prices rose by a tenth.",
]
DEFENCE = [
    "Three corvettes will be handed over next year.",
    "The howitzers were delivered in crates.",
    "Soldiers from nine nations trained in the mountains.",
    "Air defence batteries were moved to the coast.",
    "The fighter jets arrived on Monday.",
    "Ammunition is running low.",
    "A battalion will stay for six months.",
    "The navy bought two submarines.",
    "Live-fire drills begin tomorrow.",
    "The arms embargo was lifted.",
    "Conscription was restored last spring.",
    "Drones struck a depot at night.",
    "They signed a plan for military cooperation.",
    "The troops will leave by June.",
    "Missiles were displayed at the parade.",
    "The joint exercise involved 2,000 people.",
    "Cadets will be trained abroad.",
    "The shipyard will build frigates for the navy.",
    "Poland ordered 48 F-16s.",
    "Training of pilots starts in May.",
    "Deterrence in the north was discussed.",
    "Armoured vehicles crossed the river.",
    "They ordered five tactical transport aircraft.",
]
TRADE = [
    "Exports of wine rose by a fifth.",
    "Bilateral turnover reached 2 billion dollars.",
    "Investors asked for guarantees.",
    "The tariffs will stay until spring.",
    "A free trade agreement was initialled.",
    "Business leaders joined the delegation.",
    "They want to raise imports of tea.",
    "The joint venture will employ 400 people.",
    "Both sides praised economic cooperation.",
    "The firm took a 30 per cent stake.",
    "Customs duties on cars were cut.",
    "The chamber hosted entrepreneurs from Vilnius.",
    "Foreign direct investment fell.",
    "Goods worth 40 million euros crossed the border.",
    "He called for access to the Asian market.",
    "The two countries are each other's main trading partners.",
    "The surplus with Turkey shrank, as imports of steel grew.",
    "An industrial zone opened near the port.",
    "Companies from Malta invested in hotels.",
    "The double taxation treaty entered into force.",
    "She spoke of a tariff on steel.",
    "Tariffs were cut in May.",
]
PEACE = [
    "The ceasefire held for a week.",
    "Mediators shuttled between the camps.",
    "They agreed to normalise relations.",
    "The peace talks resumed in Doha.",
    "A truce was declared for the holiday.",
    "The parties exchanged prisoners of war.",
    "He urged a political settlement of the conflict.",
    "Hostilities ended in November.",
    "The commission on border delimitation met.",
    "De-escalation is the first step.",
    "The rebels laid down their arms.",
    "Reconciliation will take a generation.",
    "The dispute over the islands was resolved.",
    "The roadmap foresees a demilitarised zone.",
    "A humanitarian corridor was opened.",
    "The two agreed to recognise each other’s borders.",
]
REBUILDING = [
    "Sappers cleared 60 hectares.",
    "Landmines killed nine people.",
    "The bridges will be rebuilt by spring.",
    "Reconstruction of the towns has begun.",
    "Displaced families returned to their villages.",
    "The land was littered with unexploded shells.",
    "Resettlement will cost 90 million.",
    "Mine clearance goes slowly.",
    "The war-damaged school was restored.",
    "Post-war recovery needs money.",
    "Engineers removed ordnance from the field and cleared the road.",
    "Mine detection dogs were donated.",
    "Three children were hurt by a freshly laid mine.",
]
NONE = [
    "The Minister of Energy opened the concert.",
    "The defence minister planted a tree.",
    "The Ministry of Trade and Industry published a statement.",
    "The trade minister met the foreign secretary.",
    "The Secretary of Defense arrived at noon.",
    "Peace Palace staff went home.",
    "The head of the Energy Committee left.",
    "The Investment Minister of Qatar was received.",
    "The chairman of the Defence and Security Committee spoke.",
    "The army chief greeted him.",
    "The party came to power in May.",
    "She has great power of persuasion.",
    "The opposition traded insults with the speaker.",
    "Trade unions marched in the capital.",
    "The film was shot in an old town.",
    "He rebuilt confidence between the sides.",
    "The team lost in the final.",
    "The visa regime was eased.",
    "The two ministers discussed the agenda.",
    "They spoke of friendship and culture.",
    "Students will study in Rabat.",
    "The oil painting hangs in the hall.",
    "He has the energy to lead, they joked.",
    "Her lawyer spoke in her defence.",
    "He received them with open arms.",
    "It was the coalition's third congress.",
    "A friend of mine translated it.",
    "The gas attack of 1915 was remembered.",
    "She gave an electrifying speech.",
    "The war of words went on.",
    "Rest in peace, he wrote.",
    "They settled their bills.",
    "The Nobel Peace Prize went to a poet.",
    "The Bank of Trade was robbed.",
    "Embassy of Peace Street was closed.",
    "The commercial attaché attended.",
    "The energy company's chief executive arrived.",
    "He thanked the hosts for a warm welcome.",
    "The capped tariff will be kept until May.",
    "They will meet landowners from the Panguna mine.",
    "The head of the Regional Military Administration met the mayor.",
    "Nobody has come back since the end of the war.",
]


@pytest.mark.parametrize(
    ("sentence", "sector"),
    [
        (sentence, sector)
        for sector, sentences in {
            "energy": ENERGY,
            "defence": DEFENCE,
            "trade_investment": TRADE,
            "peace": PEACE,
            "reconstruction_demining": REBUILDING,
        }.items()
        for sentence in sentences
    ],
)
def test_words_of_a_sector(sentence, sector):
    """The sector is found by any of its usual words."""
    assert sector in about(sentence)


@pytest.mark.parametrize("sentence", NONE)
def test_words_of_none(sentence):
    """Offices, names, venues and other senses speak for no sector."""
    assert {} == about(sentence)


WEAK = [
    ("Two frigates were ordered. The hulls will be laid in Gdynia.", "defence"),
    ("The reactor will be built by 2035. Both units will cost less than planned.", "energy"),
    ("Exports rose. They doubled in two years.", "trade_investment"),
]


@pytest.mark.parametrize(("text", "sector"), WEAK)
def test_a_weak_word_counts_beside_a_strong_sentence(text, sector):
    """“the hulls” is about defence where the sentence before is; alone it is about nothing."""
    first, second = topics(doc_of(text))
    assert [sector] == first.sectors == second.sectors
    (alone,) = topics(doc_of(text.split(". ")[1]))
    assert ["other"] == alone.sectors
