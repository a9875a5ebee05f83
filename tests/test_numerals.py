"""Numbers in plain text: value, unit, bound and span of each, in digits and words."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.numerals import numerals

B, M, K = 1e9, 1e6, 1e3

# (text, [(words, value or (low, high), unit, bound)]): only money and percentages are compared
MONEY = [
    # --- signs -------------------------------------------------------------------------------------------------
    ("It cost $28.8 billion.", [("$28.8 billion", 28.8 * B, "USD", "exact")]),  # the plain case
    ("It cost $ 28.8 billion.", [("$ 28.8 billion", 28.8 * B, "USD", "exact")]),  # agencies put a space after the sign
    ("It cost US$ 28.8 billion.", [("US$ 28.8 billion", 28.8 * B, "USD", "exact")]),  # letters belong to the sign
    ("It cost US$1.5bn.", [("US$1.5bn", 1.5 * B, "USD", "exact")]),  # touching magnitude
    ("It cost U.S.$5 million.", [("U.S.$5 million", 5 * M, "USD", "exact")]),  # points in the sign
    ("Australia pays A$4.3bn.", [("A$4.3bn", 4.3 * B, "AUD", "exact")]),  # Australian
    ("Hong Kong pays HK$800 million.", [("HK$800 million", 800 * M, "HKD", "exact")]),  # Hong Kong
    ("Canada pays C$75m.", [("C$75m", 75 * M, "CAD", "exact")]),  # Canadian
    ("Canada pays CA$75m.", [("CA$75m", 75 * M, "CAD", "exact")]),  # its other sign
    ("Wellington pays NZ$1.2 million.", [("NZ$1.2 million", 1.2 * M, "NZD", "exact")]),  # New Zealand
    ("Singapore pays S$50 million.", [("S$50 million", 50 * M, "SGD", "exact")]),  # Singapore
    ("Taipei pays NT$3 billion.", [("NT$3 billion", 3 * B, "TWD", "exact")]),  # Taiwan
    ("Brazil pays R$ 1.4 billion.", [("R$ 1.4 billion", 1.4 * B, "BRL", "exact")]),  # Brazil, spaced
    ("A $5 million grant.", [("$5 million", 5 * M, "USD", "exact")]),  # the article A is not Australia's
    ("The fund has €300m.", [("€300m", 300 * M, "EUR", "exact")]),  # m after a sign is million
    ("The fund has 300 € left.", [("300 €", 300, "EUR", "exact")]),  # sign after the number
    ("The fund has 5 million € left.", [("5 million €", 5 * M, "EUR", "exact")]),  # sign after the magnitude
    ("It was £500,000.", [("£500,000", 500 * K, "GBP", "exact")]),  # grouped
    ("It was ¥5bn, said Tokyo, Japan.", [("¥5bn", 5 * B, "JPY", "exact")]),  # Japan's by context
    ("China spent ¥5bn, said Beijing.", [("¥5bn", 5 * B, "CNY", "exact")]),  # China's by context
    ("It was ₺1.2bn.", [("₺1.2bn", 1.2 * B, "TRY", "exact")]),  # Turkish lira
    ("It was ₼3 million.", [("₼3 million", 3 * M, "AZN", "exact")]),  # manat
    ("It was ₸21 billion.", [("₸21 billion", 21 * B, "KZT", "exact")]),  # tenge
    ("It was ₹500 crore.", [("₹500 crore", 5 * B, "INR", "exact")]),  # crore is ten million
    ("It was ₹1.5 lakh crore.", [("₹1.5 lakh crore", 1.5e12, "INR", "exact")]),  # two magnitudes multiply
    ("It was ₴40 billion.", [("₴40 billion", 40 * B, "UAH", "exact")]),  # hryvnia
    ("It was ₩2 trillion.", [("₩2 trillion", 2e12, "KRW", "exact")]),  # won
    ("It was ₪90 million.", [("₪90 million", 90 * M, "ILS", "exact")]),  # shekel
    ("It was ₦500bn.", [("₦500bn", 500 * B, "NGN", "exact")]),  # naira
    ("It was ₽12 billion.", [("₽12 billion", 12 * B, "RUB", "exact")]),  # rouble
    ("It was ₾7 million.", [("₾7 million", 7 * M, "GEL", "exact")]),  # lari
    ("It was ֏900 million.", [("֏900 million", 900 * M, "AMD", "exact")]),  # dram
    ("It was ₱4 billion.", [("₱4 billion", 4 * B, "PHP", "exact")]),  # Philippine peso
    ("It was ฿4 billion.", [("฿4 billion", 4 * B, "THB", "exact")]),  # baht
    ("It was E£9 billion.", [("E£9 billion", 9 * B, "EGP", "exact")]),  # Egyptian pound
    # --- codes -------------------------------------------------------------------------------------------------
    ("They paid USD 1.2bn.", [("USD 1.2bn", 1.2 * B, "USD", "exact")]),  # code before
    ("They paid USD1.2bn.", [("USD1.2bn", 1.2 * B, "USD", "exact")]),  # code touching
    ("They paid 1.2 billion USD.", [("1.2 billion USD", 1.2 * B, "USD", "exact")]),  # code after
    (
        "They paid AZN 1 million (£500,000).",
        [("AZN 1 million", M, "AZN", "exact"), ("£500,000", 500 * K, "GBP", "exact")],
    ),
    ("They paid NOK 3.8bn ($384m).", [("NOK 3.8bn", 3.8 * B, "NOK", "exact"), ("$384m", 384 * M, "USD", "exact")]),
    ("They paid EUR 41.90.", [("EUR 41.90", 41.9, "EUR", "exact")]),  # small sum with code
    ("They paid PKR 20,000.", [("PKR 20,000", 20 * K, "PKR", "exact")]),  # grouped with code
    ("They paid PLN 120 million.", [("PLN 120 million", 120 * M, "PLN", "exact")]),  # zloty
    ("They paid Rs 500 crore.", [("Rs 500 crore", 5 * B, "INR", "exact")]),  # Indian alias
    ("They paid Rs. 1,00,000.", [("Rs. 1,00,000", 100 * K, "INR", "exact")]),  # its point, and lakh grouping
    ("They paid Rs12,34,567.", [("Rs12,34,567", 1234567, "INR", "exact")]),  # touching
    (
        "Pakistan paid Rs 5 billion, Islamabad, Pakistan.",
        [("Rs 5 billion", 5 * B, "PKR", "exact")],
    ),  # whose rupees: named
    ("They paid RM50 million.", [("RM50 million", 50 * M, "MYR", "exact")]),  # ringgit
    ("They paid Tk 500 crore.", [("Tk 500 crore", 5 * B, "BDT", "exact")]),  # taka
    ("They paid KSh 3 billion.", [("KSh 3 billion", 3 * B, "KES", "exact")]),  # Kenyan shilling
    ("They paid K1.2 billion.", [("K1.2 billion", 1.2 * B, "ZMW", "exact")]),  # a letter that touches
    ("They paid R500 million.", [("R500 million", 500 * M, "ZAR", "exact")]),  # rand
    ("They paid N86 million.", [("N86 million", 86 * M, "NGN", "exact")]),  # naira as a letter
    ("They paid 500 million TL.", [("500 million TL", 500 * M, "TRY", "exact")]),  # Turkish alias
    ("They paid USD$5 million.", [("USD$5 million", 5 * M, "USD", "exact")]),  # code and sign
    ("They paid 500 mln. rubles.", [("500 mln. rubles", 500 * M, "RUB", "exact")]),  # a point inside
    ("They paid $500 mln. They left.", [("$500 mln", 500 * M, "USD", "exact")]),  # a point that ends a sentence
    ("They paid 5.000 euro.", [("5.000 euro", 5000, "EUR", "exact")]),  # three noughts are thousands
    ("They paid ¥100万.", []),  # a magnitude of another script: better none than a wrong one
    ("They paid $5 million CAD.", [("$5 million CAD", 5 * M, "CAD", "exact")]),  # the code tells whose dollar
    ("Sum: USD 2–3 million.", [("USD 2–3 million", (2 * M, 3 * M), "USD", "exact")]),  # code over a range
    (
        "Rabat, Morocco, set aside DH 640 million.",
        [("DH 640 million", 640 * M, "MAD", "exact")],
    ),  # by the country named
    ("Hanoi bid VNĐ1.3 trillion.", [("VNĐ1.3 trillion", 1.3e12, "VND", "exact")]),
    (
        "It costs R$ 3 million, and $5 million abroad.",
        [("R$ 3 million", 3 * M, "BRL", "exact"), ("$5 million", 5 * M, "USD", "exact")],
    ),  # reais are no dollars
    ("They paid Sh17.30 a litre.", [("Sh17.30", 17.3, "KES", "exact")]),  # Kenya's by default
    ("Kampala, Uganda, paid Sh3 billion.", [("Sh3 billion", 3 * B, "UGX", "exact")]),  # by the country named
    (
        "It costs C$1.2 billion, of it $310 million for fuel.",
        [("C$1.2 billion", 1.2 * B, "CAD", "exact"), ("$310 million", 310 * M, "CAD", "exact")],
    ),  # bare ones are Canadian too
    (
        "It costs C$1.2 billion ($0.9 billion) and $3 million more.",
        [
            ("C$1.2 billion", 1.2 * B, "CAD", "exact"),
            ("$0.9 billion", 0.9 * B, "USD", "exact"),
            ("$3 million", 3 * M, "USD", "exact"),
        ],
    ),  # unless the bare sign translates
    ("COP 29 was held in a hall, and COP29 too.", []),  # the conference, not Colombian pesos
    ("COP 500 billion was paid.", [("COP 500 billion", 500 * B, "COP", "exact")]),  # the pesos
    ("ALL 5 of them, the TOP 10, TRY 3 times.", []),  # codes that are words
    ("In Q3 2025 and on the A4 and the F-16.", []),  # letters that are no money
    # --- names -------------------------------------------------------------------------------------------------
    ("They owe 1.5 billion manats.", [("1.5 billion manats", 1.5 * B, "AZN", "exact")]),  # plural
    ("They owe 1.5 billion manat.", [("1.5 billion manat", 1.5 * B, "AZN", "exact")]),  # bare plural
    ("They owe 3 billion Turkmen manats.", [("3 billion Turkmen manats", 3 * B, "TMT", "exact")]),  # the other manat
    ("They owe 667.8 mln dollars.", [("667.8 mln dollars", 667.8 * M, "USD", "exact")]),  # post-Soviet abbreviation
    ("They owe 14.8 bln US dollars.", [("14.8 bln US dollars", 14.8 * B, "USD", "exact")]),  # adjective in the middle
    ("They owe 40 million United States dollars.", [("40 million United States dollars", 40 * M, "USD", "exact")]),
    ("They owe 3 billion Hong Kong dollars.", [("3 billion Hong Kong dollars", 3 * B, "HKD", "exact")]),  # two words
    ("They owe 3 billion Canadian dollars.", [("3 billion Canadian dollars", 3 * B, "CAD", "exact")]),
    ("They owe 5 million Australian dollars.", [("5 million Australian dollars", 5 * M, "AUD", "exact")]),
    ("They owe 5 million New Zealand dollars.", [("5 million New Zealand dollars", 5 * M, "NZD", "exact")]),
    ("They owe 41.90 euros.", [("41.90 euros", 41.9, "EUR", "exact")]),  # no magnitude
    ("They owe 40 million pounds.", [("40 million pounds", 40 * M, "GBP", "exact")]),  # money by magnitude
    (
        "They owe 40 million pounds sterling.",
        [("40 million pounds sterling", 40 * M, "GBP", "exact")],
    ),  # two words of money
    ("They owe 40 million Egyptian pounds.", [("40 million Egyptian pounds", 40 * M, "EGP", "exact")]),
    (
        "Egypt owes 40 million pounds.",
        [("40 million pounds", 40 * M, "EGP", "exact")],
    ),  # whose pounds: the country named
    (
        "Egypt owes Britain 40 million pounds.",
        [("40 million pounds", 40 * M, "GBP", "exact")],
    ),  # Britain named: sterling
    ("They owe 5 trillion won.", [("5 trillion won", 5e12, "KRW", "exact")]),  # a name that is also a verb
    ("They owe 800 billion North Korean won.", [("800 billion North Korean won", 800 * B, "KPW", "exact")]),
    ("In 2008 he won; 5 won seats.", []),  # the verb
    ("They owe 6 billion yuan.", [("6 billion yuan", 6 * B, "CNY", "exact")]),
    ("They owe 6 billion renminbi.", [("6 billion renminbi", 6 * B, "CNY", "exact")]),
    ("They owe 56.3 billion yen.", [("56.3 billion yen", 56.3 * B, "JPY", "exact")]),
    ("They owe 5 lakh rupees.", [("5 lakh rupees", 500 * K, "INR", "exact")]),  # lakh in words
    ("They owe 20 billion Sri Lankan rupees.", [("20 billion Sri Lankan rupees", 20 * B, "LKR", "exact")]),
    ("They owe 20 billion Pakistani rupees.", [("20 billion Pakistani rupees", 20 * B, "PKR", "exact")]),
    ("They owe 9 trillion rupiah.", [("9 trillion rupiah", 9e12, "IDR", "exact")]),
    ("They owe 21.5 trln tenge.", [("21.5 trln tenge", 21.5e12, "KZT", "exact")]),  # trln
    ("They owe 7 million Swiss francs.", [("7 million Swiss francs", 7 * M, "CHF", "exact")]),
    ("They owe 500 billion CFA francs.", [("500 billion CFA francs", 500 * B, "XOF", "exact")]),
    ("They owe 2 billion Danish kroner.", [("2 billion Danish kroner", 2 * B, "DKK", "exact")]),
    ("Norway owes 2 billion kroner.", [("2 billion kroner", 2 * B, "NOK", "exact")]),
    ("Denmark owes 2 billion kroner.", [("2 billion kroner", 2 * B, "DKK", "exact")]),  # by the country named
    ("They owe 2 billion Swedish kronor.", [("2 billion Swedish kronor", 2 * B, "SEK", "exact")]),
    ("They owe 30 million zloty.", [("30 million zloty", 30 * M, "PLN", "exact")]),
    ("They owe 30 million zlotys.", [("30 million zlotys", 30 * M, "PLN", "exact")]),
    ("They owe 90 million Saudi riyals.", [("90 million Saudi riyals", 90 * M, "SAR", "exact")]),
    ("They owe 90 million Qatari riyals.", [("90 million Qatari riyals", 90 * M, "QAR", "exact")]),
    ("They owe 2 billion dirhams.", [("2 billion dirhams", 2 * B, "AED", "exact")]),
    ("They owe 2 billion Moroccan dirhams.", [("2 billion Moroccan dirhams", 2 * B, "MAD", "exact")]),
    ("They owe 12 million Kuwaiti dinars.", [("12 million Kuwaiti dinars", 12 * M, "KWD", "exact")]),
    ("Serbia owes 12 million dinars.", [("12 million dinars", 12 * M, "RSD", "exact")]),  # by context
    ("They owe 900,000 marks.", [("900,000 marks", 900 * K, "BAM", "exact")]),  # grouped, so no school marks
    ("He got 5 marks for it.", []),  # school marks
    ("On 9 December Tanzania marks 60 years.", []),  # a verb after a name
    ("They owe 15 billion Turkish liras.", [("15 billion Turkish liras", 15 * B, "TRY", "exact")]),
    ("They owe 15 billion lira.", [("15 billion lira", 15 * B, "TRY", "exact")]),
    ("They owe 700 million hryvnias.", [("700 million hryvnias", 700 * M, "UAH", "exact")]),
    ("They owe 700 billion roubles.", [("700 billion roubles", 700 * B, "RUB", "exact")]),
    ("They owe 3 million Belarusian rubles.", [("3 million Belarusian rubles", 3 * M, "BYN", "exact")]),
    ("They owe 4 million lari.", [("4 million lari", 4 * M, "GEL", "exact")]),
    ("They owe 100 billion drams.", [("100 billion drams", 100 * B, "AMD", "exact")]),
    ("They owe 5 trillion soums.", [("5 trillion soums", 5e12, "UZS", "exact")]),
    ("They owe 2 billion Kyrgyz soms.", [("2 billion Kyrgyz soms", 2 * B, "KGS", "exact")]),  # an adjective not listed
    ("They owe 45 million Mexican pesos.", [("45 million Mexican pesos", 45 * M, "MXN", "exact")]),
    ("They owe 45 million Argentine pesos.", [("45 million Argentine pesos", 45 * M, "ARS", "exact")]),
    ("They owe 45 million reais.", [("45 million reais", 45 * M, "BRL", "exact")]),
    ("They owe 45 million rand.", [("45 million rand", 45 * M, "ZAR", "exact")]),
    ("They owe 45 billion Ugandan shillings.", [("45 billion Ugandan shillings", 45 * B, "UGX", "exact")]),
    ("They owe 45 billion naira.", [("45 billion naira", 45 * B, "NGN", "exact")]),
    ("They owe 45 million ringgit.", [("45 million ringgit", 45 * M, "MYR", "exact")]),
    ("They owe 45 million baht.", [("45 million baht", 45 * M, "THB", "exact")]),
    ("They owe 45 billion forints.", [("45 billion forints", 45 * B, "HUF", "exact")]),
    ("They owe 45 million lei.", [("45 million lei", 45 * M, "RON", "exact")]),
    ("They owe 45 million Moldovan lei.", [("45 million Moldovan lei", 45 * M, "MDL", "exact")]),
    ("They owe 45 million Bulgarian leva.", [("45 million Bulgarian leva", 45 * M, "BGN", "exact")]),
    ("They owe 45 billion Czech crowns.", [("45 billion Czech crowns", 45 * B, "CZK", "exact")]),
    ("THE PLANT IS TO COST 3.2 BLN DOLLARS.", [("3.2 BLN DOLLARS", 3.2 * B, "USD", "exact")]),  # capitals
    (
        "BRENT ROSE 1.10 DOLLARS TO 78.62 DOLLARS A BARREL.",
        [("1.10 DOLLARS", 1.1, "USD", "exact"), ("78.62 DOLLARS", 78.62, "USD", "exact")],
    ),  # by and to: two sums
    ("They pay in dollars, not in euros.", []),  # no number
    ("It costs 50 cents.", [("50 cents", 0.5, "USD", "exact")]),  # hundredths
    ("It costs 50 euro cents.", [("50 euro cents", 0.5, "EUR", "exact")]),  # of the euro
    ("It costs 20 pence.", [("20 pence", 0.2, "GBP", "exact")]),
    ("It rose by one cent a litre.", [("one cent", 0.01, "USD", "exact")]),  # a price
    ("Not one cent less will do.", []),  # an idiom
    # --- words -------------------------------------------------------------------------------------------------
    ("half a billion dollars", [("half a billion dollars", 0.5 * B, "USD", "exact")]),
    ("half a million pounds", [("half a million pounds", 0.5 * M, "GBP", "exact")]),
    ("a billion dollars", [("billion dollars", B, "USD", "exact")]),  # GUIDE: without “a”
    ("one billion dollars", [("one billion dollars", B, "USD", "exact")]),
    ("two and a half million euros", [("two and a half million euros", 2.5 * M, "EUR", "exact")]),
    ("two-and-a-half billion euros", [("two-and-a-half billion euros", 2.5 * B, "EUR", "exact")]),
    ("a million and a half dollars", [("million and a half dollars", 1.5 * M, "USD", "exact")]),
    ("a quarter of a million pounds", [("a quarter of a million pounds", 250 * K, "GBP", "exact")]),
    ("three quarters of a billion euros", [("three quarters of a billion euros", 0.75 * B, "EUR", "exact")]),
    ("five hundred thousand euros", [("five hundred thousand euros", 500 * K, "EUR", "exact")]),
    ("one hundred and twenty million yen", [("one hundred and twenty million yen", 120 * M, "JPY", "exact")]),
    ("twenty-five million dollars", [("twenty-five million dollars", 25 * M, "USD", "exact")]),
    ("a hundred million dollars", [("hundred million dollars", 100 * M, "USD", "exact")]),
    ("a 4.3-billion-dollar deal", [("4.3-billion-dollar", 4.3 * B, "USD", "exact")]),  # hyphens
    ("a two-billion-dollar loan", [("two-billion-dollar", 2 * B, "USD", "exact")]),
    ("a $4.3-billion deal", [("$4.3-billion", 4.3 * B, "USD", "exact")]),
    ("a billion-dollar deal", [("billion-dollar", B, "USD", "exact")]),
    ("a £10-million grant", [("£10-million", 10 * M, "GBP", "exact")]),
    ("hundreds of millions of dollars", []),  # vague: no sum
    ("billions of dollars", []),
    ("several hundred million dollars", []),
    ("a few million euros", []),
    ("tens of thousands of pounds", []),
    ("multi-billion-dollar projects", []),
    ("5 millions of euros", [("5 millions of euros", 5 * M, "EUR", "exact")]),  # printed by non-native writers
    ("28.8 billions dollars", [("28.8 billions dollars", 28.8 * B, "USD", "exact")]),
    ("£2½ million", [("£2½ million", 2.5 * M, "GBP", "exact")]),  # a fraction sign
    # --- grouping and decimals -----------------------------------------------------------------------------------
    ("$1,250.50", [("$1,250.50", 1250.5, "USD", "exact")]),
    ("1 250 000 euros", [("1 250 000 euros", 1250 * K, "EUR", "exact")]),  # plain spaces, two groups
    ("1\u00a0250\u00a0000 euros", [("1\u00a0250\u00a0000 euros", 1250 * K, "EUR", "exact")]),  # no-break spaces
    ("1\u2009250 euros", [("1\u2009250 euros", 1250, "EUR", "exact")]),  # thin space, one group
    ("1\u202f250\u202f000 €", [("1\u202f250\u202f000 €", 1250 * K, "EUR", "exact")]),  # narrow no-break space
    ("1.250.000 euros", [("1.250.000 euros", 1250 * K, "EUR", "exact")]),  # points group
    (
        "1.250 billion euros",
        [("1.250 billion euros", 1.25 * B, "EUR", "exact")],
    ),  # a point before a magnitude is decimal
    ("1,5 million euros", [("1,5 million euros", 1.5 * M, "EUR", "exact")]),  # a comma before one digit is decimal
    ("CHF 1'250'000", [("CHF 1'250'000", 1250 * K, "CHF", "exact")]),  # Swiss apostrophes
    ("$100K", [("$100K", 100 * K, "USD", "exact")]),
    ("€1.2mn", [("€1.2mn", 1.2 * M, "EUR", "exact")]),
    ("$3tn", [("$3tn", 3e12, "USD", "exact")]),
    ("$2 trillion", [("$2 trillion", 2e12, "USD", "exact")]),
    ("5 thousand million pounds", [("5 thousand million pounds", 5 * B, "GBP", "exact")]),
    ("€5 milliard", [("€5 milliard", 5 * B, "EUR", "exact")]),
    ("$667.8 million", [("$667.8 million", 667800000.0, "USD", "exact")]),  # no binary noise
    ("$5\nmillion", [("$5\nmillion", 5 * M, "USD", "exact")]),  # hard-wrapped
    ("$5\n\nmillion", [("$5", 5, "USD", "exact")]),  # a paragraph ends it
    ("$\u200b28.8\u200b billion", [("$\u200b28.8\u200b billion", 28.8 * B, "USD", "exact")]),  # zero width
    # --- ranges --------------------------------------------------------------------------------------------------
    ("$2-2.5 billion", [("$2-2.5 billion", (2 * B, 2.5 * B), "USD", "exact")]),  # magnitude shared
    ("$2bn-$3bn", [("$2bn-$3bn", (2 * B, 3 * B), "USD", "exact")]),
    ("£400–450 million", [("£400–450 million", (400 * M, 450 * M), "GBP", "exact")]),  # en dash
    ("raise £400–450 million", [("£400–450 million", (400 * M, 450 * M), "GBP", "exact")]),  # a dash is always a range
    ("between $2 billion and $3 billion", [("$2 billion and $3 billion", (2 * B, 3 * B), "USD", "exact")]),
    ("between $2 and $3 billion", [("$2 and $3 billion", (2 * B, 3 * B), "USD", "exact")]),
    ("between two and three million dollars", [("two and three million dollars", (2 * M, 3 * M), "USD", "exact")]),
    ("costs from $2bn to $3bn", [("$2bn to $3bn", (2 * B, 3 * B), "USD", "exact")]),
    ("rose from $2bn to $3bn", [("$2bn", 2 * B, "USD", "exact"), ("$3bn", 3 * B, "USD", "exact")]),  # a change
    (
        "trade grew sharply from $2bn in 2020 to $3bn",
        [("$2bn", 2 * B, "USD", "exact"), ("$3bn", 3 * B, "USD", "exact")],
    ),
    ("$5 to $7 a barrel", [("$5 to $7", (5, 7), "USD", "exact")]),
    ("2 to 3 million dollars", [("2 to 3 million dollars", (2 * M, 3 * M), "USD", "exact")]),
    ("two or three million dollars", [("two or three million dollars", (2 * M, 3 * M), "USD", "exact")]),
    ("$10-15 million", [("$10-15 million", (10 * M, 15 * M), "USD", "exact")]),
    ("$500,000 to $1 million", [("$500,000 to $1 million", (500 * K, M), "USD", "exact")]),  # nothing to share
    (
        "exports of $2.1 and imports of $3.4 billion",
        [("$2.1", 2.1, "USD", "exact"), ("$3.4 billion", 3.4 * B, "USD", "exact")],
    ),
    (
        "$2 billion and $3 billion respectively",
        [("$2 billion", 2 * B, "USD", "exact"), ("$3 billion", 3 * B, "USD", "exact")],
    ),
    ("remained below $30-35 a barrel", [("$30-35", (30, 35), "USD", "under")]),  # a bound over a range
    # --- bounds --------------------------------------------------------------------------------------------------
    ("over AZN 1 million", [("AZN 1 million", M, "AZN", "over")]),
    ("more than 40 million pounds", [("40 million pounds", 40 * M, "GBP", "over")]),
    ("at least $5bn", [("$5bn", 5 * B, "USD", "over")]),
    ("upwards of $5bn", [("$5bn", 5 * B, "USD", "over")]),
    ("in excess of $5bn", [("$5bn", 5 * B, "USD", "over")]),
    ("well over $5bn", [("$5bn", 5 * B, "USD", "over")]),
    ("$5bn or more", [("$5bn", 5 * B, "USD", "over")]),
    ("a $5 million-plus house", [("$5 million", 5 * M, "USD", "over")]),
    ("$5bn+", [("$5bn", 5 * B, "USD", "over")]),
    ("no less than $5bn", [("$5bn", 5 * B, "USD", "over")]),  # not “less than”
    ("about $5bn", [("$5bn", 5 * B, "USD", "about")]),
    ("around $5bn", [("$5bn", 5 * B, "USD", "about")]),
    ("some $5bn", [("$5bn", 5 * B, "USD", "about")]),
    ("roughly $5bn", [("$5bn", 5 * B, "USD", "about")]),
    ("an estimated $5bn", [("$5bn", 5 * B, "USD", "about")]),
    ("approx. $5bn", [("$5bn", 5 * B, "USD", "about")]),
    ("~$5bn", [("$5bn", 5 * B, "USD", "about")]),
    ("$5bn or so", [("$5bn", 5 * B, "USD", "about")]),
    ("less than $5bn", [("$5bn", 5 * B, "USD", "under")]),
    ("up to $5bn", [("$5bn", 5 * B, "USD", "under")]),
    ("as much as $5bn", [("$5bn", 5 * B, "USD", "under")]),
    ("not more than $5bn", [("$5bn", 5 * B, "USD", "under")]),  # not “more than”
    ("nearly $5bn", [("$5bn", 5 * B, "USD", "under")]),
    ("almost a billion dollars", [("billion dollars", B, "USD", "under")]),  # over the article
    ("over half a billion dollars", [("half a billion dollars", 0.5 * B, "USD", "over")]),
    ("a dispute over $5bn", [("$5bn", 5 * B, "USD", "exact")]),  # “over” tells the subject
    ("an under-the-table $5bn", [("$5bn", 5 * B, "USD", "exact")]),  # not adjacent
    # --- weight, formulas, other -----------------------------------------------------------------------------------
    ("200 pounds of explosives", []),  # weight
    ("a 500-pound bomb", []),
    ("he weighs 200 pounds", []),
    ("200 pounds (90 kg)", []),
    ("500 pounds of aid money", [("500 pounds", 500, "GBP", "exact")]),
    ("a fine of 200 pounds", [("200 pounds", 200, "GBP", "exact")]),
    ("$x = 5$ and $\\varepsilon = -0.4$", []),  # TeX
    ("US\\$ 6.1 billion", [("US\\$ 6.1 billion", 6.1 * B, "USD", "exact")]),  # TeX's escaped sign
    ("costs **$5 million** now", [("$5 million", 5 * M, "USD", "exact")]),  # Markdown
    ("1 manat = £0.46", [("1 manat", 1, "AZN", "exact"), ("£0.46", 0.46, "GBP", "exact")]),
    ("٣٠ dollars, ３０ dollars, 3٣ dollars", []),  # other scripts' digits are left alone
    ("$12٣", []),  # … also where they touch ASCII digits
    ("9" * 400 + " dollars", []),  # no number is that long
    ("a loss of -$5 million", [("-$5 million", -5 * M, "USD", "exact")]),  # below nothing
    ("300m away, 5 m deep, 20k run", []),  # no money, no magnitude
    ("$5-a-day", [("$5", 5, "USD", "exact")]),
    ("$1m-a-year", [("$1m", M, "USD", "exact")]),
]
PERCENT = [
    ("up 30%", [("30%", 30, "exact")]),
    ("up 30 %", [("30 %", 30, "exact")]),  # spaced
    ("8.5 per cent", [("8.5 per cent", 8.5, "exact")]),  # British
    ("8.5 percent", [("8.5 percent", 8.5, "exact")]),
    ("60 pct", [("60 pct", 60, "exact")]),  # wire style
    ("60 PCT OF CAPACITY", [("60 PCT", 60, "exact")]),
    ("eight per cent", [("eight per cent", 8, "exact")]),  # words
    ("sixty percent", [("sixty percent", 60, "exact")]),
    ("twenty-five percent", [("twenty-five percent", 25, "exact")]),
    ("two and a half per cent", [("two and a half per cent", 2.5, "exact")]),
    ("half a percentage point", [("half a percentage point", 0.5, "exact")]),
    ("a quarter percentage point", [("a quarter percentage point", 0.25, "exact")]),
    ("2 percentage points", [("2 percentage points", 2, "exact")]),  # points count
    ("three percentage points", [("three percentage points", 3, "exact")]),
    ("a 12.5% stake", [("12.5%", 12.5, "exact")]),
    ("a 10-percent rise", [("10-percent", 10, "exact")]),  # hyphen
    ("30-35%", [("30-35%", (30, 35), "exact")]),
    ("30%-35%", [("30%-35%", (30, 35), "exact")]),
    ("30–35 per cent", [("30–35 per cent", (30, 35), "exact")]),
    ("30 to 35 per cent", [("30 to 35 per cent", (30, 35), "exact")]),
    ("between 5 and 7 percent", [("5 and 7 percent", (5, 7), "exact")]),
    ("between 5% and 7%", [("5% and 7%", (5, 7), "exact")]),
    ("between eight and ten per cent", [("eight and ten per cent", (8, 10), "exact")]),
    ("fell from 36% to 15%", [("36%", 36, "exact"), ("15%", 15, "exact")]),  # a change downwards
    ("rose from 15% to 36%", [("15%", 15, "exact"), ("36%", 36, "exact")]),  # a change upwards
    ("from 36% to 15%", [("36%", 36, "exact"), ("15%", 15, "exact")]),  # descends: no range
    ("ranging from 5% to 7%", [("5% to 7%", (5, 7), "exact")]),  # a range by its word
    ("rates rose 30% to $5bn", [("30%", 30, "exact")]),  # by and to
    ("-15.5%", [("-15.5%", -15.5, "exact")]),  # negative
    ("was −15.5%", [("−15.5%", -15.5, "exact")]),  # true minus
    ("minus 15.5 per cent", [("minus 15.5 per cent", -15.5, "exact")]),
    ("(-3%)", [("-3%", -3, "exact")]),
    ("about 70 pct", [("70 pct", 70, "about")]),
    ("more than 5%", [("5%", 5, "over")]),
    ("at least sixty percent", [("sixty percent", 60, "over")]),
    ("nearly 90%", [("90%", 90, "under")]),
    ("8,5%", [("8,5%", 8.5, "exact")]),  # decimal comma
    ("1,200%", [("1,200%", 1200, "exact")]),
    ("a third, two-thirds, a quarter", []),  # fractions are no percentages
    ("a large percentage, the 30th percentile", []),
    ("3٠% and ３０%", []),  # other scripts
    ("zero per cent", [("zero per cent", 0, "exact")]),
    ("100%", [("100%", 100, "exact")]),
    ("5%, 6% and 7%", [("5%", 5, "exact"), ("6%", 6, "exact"), ("7%", 7, "exact")]),
    ("in 2021 and 30 percent", [("30 percent", 30, "exact")]),  # the year shares nothing
    ("45% of it and 35 per cent", [("45%", 45, "exact"), ("35 per cent", 35, "exact")]),
    ("**61%**", [("61%", 61, "exact")]),  # Markdown
]
# what the check of prose reads beside: (text, [(words, value, form)])
WORDS = [
    ("two of twelve", [("two", 2, "cardinal"), ("twelve", 12, "cardinal")]),
    ("twenty-first", [("twenty-first", 21, "ordinal")]),
    ("the 30th", [("30th", 30, "ordinal")]),
    ("the third time", [("third", 3, "ordinal")]),
    ("a third of it", [("a third", 1 / 3, "fraction")]),
    ("two thirds", [("two thirds", 2 / 3, "fraction")]),
    ("one-fifth of it", [("one-fifth", 0.2, "fraction")]),
    ("half of them", [("half", 0.5, "fraction")]),
    ("twice, fourfold, doubled", [("twice", 2, "multiple"), ("fourfold", 4, "multiple"), ("doubled", 2, "multiple")]),
    ("2,022 people", [("2,022", 2022, "cardinal")]),
    ("1 250\u00a0000 men", [("1", 1, "cardinal"), ("250\u00a0000", 250000, "cardinal")]),  # mixed spaces do not group
    ("130,000 tonnes", [("130,000", 130000, "cardinal")]),
    ("1.9 million tonnes", [("1.9 million", 1900000, "cardinal")]),
    ("one hundred and five", [("one hundred and five", 105, "cardinal")]),
    ("six in ten", [("six", 6, "cardinal"), ("ten", 10, "cardinal")]),
    ("300m away", [("300", 300, "cardinal")]),
    ("10 of 22 events", [("10", 10, "cardinal"), ("22", 22, "cardinal")]),
]


def read(text: str) -> list:
    return [
        (text[n.start : n.end], n.value if n.low is None else (n.low, n.high), n.unit, n.bound)
        for n in numerals(text)
        if n.unit
    ]


@pytest.mark.parametrize(("text", "expected"), MONEY, ids=[text[:40] for text, _ in MONEY])
def test_money_is_read_with_its_value_currency_and_bound(text, expected):
    """A sum's span runs from its sign or code to its last word, and its value is multiplied out."""
    assert [found for found in read(text) if found[2] != "percent"] == expected


@pytest.mark.parametrize(("text", "expected"), PERCENT, ids=[text[:40] for text, _ in PERCENT])
def test_percentages_are_read_with_their_value_and_bound(text, expected):
    """A percentage's span is its number and its sign or word."""
    assert [(words, value, bound) for words, value, unit, bound in read(text) if unit == "percent"] == expected


@pytest.mark.parametrize(("text", "expected"), WORDS, ids=[text for text, _ in WORDS])
def test_every_other_number_is_read_in_digits_and_words(text, expected):
    """Cardinals, ordinals, fractions and multiples are told apart."""
    assert [(text[n.start : n.end], pytest.approx(n.value), n.form) for n in numerals(text)] == expected


def test_the_number_is_known_without_its_currency():
    """`first` to `last` holds the number and magnitude alone."""
    text = "about US$ 28.8 billion"
    (one,) = numerals(text)
    assert text[one.first : one.last] == "28.8 billion"


@pytest.mark.parametrize(
    "piece",
    [
        "$",
        "$5 ",
        "1,",
        "two hundred and ",
        "-",
        "(",
        "5 to ",
        "a\u200b",
        "between 5 and ",
        "9",
        "1 ",
        "per ",
        "\n",
        "€1-",
    ],
)
def test_time_grows_with_the_text_and_not_faster(piece):
    """Ten times as long a text takes at most about ten times as long, whatever it repeats."""
    times = []
    for size in (4_000, 40_000):
        text = piece * (size // len(piece))
        start = time.process_time()
        list(numerals(text))
        times.append(time.process_time() - start)
    assert times[1] < 25 * times[0] + 0.5


@given(
    st.text(
        alphabet=st.one_of(st.characters(), st.sampled_from("0123456789$€£% .,-–()\u200b\u00a0 amnd")), max_size=300
    )
)
@settings(max_examples=300, deadline=None)
def test_any_text_can_be_read_and_no_span_lies(text):
    """Whatever stands in a text, numerals are inside it, in order, and do not overlap."""
    at = 0
    for one in numerals(text):
        assert at <= one.start <= one.first < one.last <= one.end <= len(text)
        at = one.end
