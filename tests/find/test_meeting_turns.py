"""Partners met in turn, and the days that belong to what came before: one event for each turn, each on its own day."""

import pytest
from test_meeting_frames import told, unordered

CASES = [
    (
        "Finnish President Alexander Lind sat down with Prime Minister Kwame Boateng of Ghana on Monday, and later with "
        "Kenyan Foreign Minister Grace Wanjiru.",
        ["meeting held 2025-06-09 | Alexander Lind; Kwame Boateng", "meeting held 2025-06-09 | Alexander Lind; Grace Wanjiru"],
    ),
    (
        "On Friday Foreign Minister Elina Salo met her Indian colleague S. Raghavan and then the head of the Nordic Bank, "
        "Rafael Grosso.",
        ["meeting held 2025-06-06 | Elina Salo; S. Raghavan", "meeting held 2025-06-06 | Elina Salo; Rafael Grosso"],
    ),
    (
        "Foreign Minister Hakan Demir received the Iraqi defence minister, Fuad Salih, in the morning and the UN envoy "
        "Geir Holm after lunch on 2 June.",
        ["meeting held 2025-06-02 | Hakan Demir; Fuad Salih", "meeting held 2025-06-02 | Hakan Demir; Geir Holm"],
    ),
    (
        "Prime Minister Kaja Tamm was received by President Sauli Niemi and later by the Speaker, Jussi Korhonen, on Tuesday.",
        ["meeting held 2025-06-10 | Kaja Tamm; Sauli Niemi", "meeting held 2025-06-10 | Kaja Tamm; Jussi Korhonen"],
    ),
    (
        "Defence Minister Pål Sand held talks with Norwegian minister Bjørn Aas and afterwards with the Danish minister, "
        "Troels Bech, in Oslo on Monday.",
        ["meeting held 2025-06-09 | Pål Sand; Bjørn Aas", "meeting held 2025-06-09 | Pål Sand; Troels Bech"],
    ),
    (
        "President Nana Owusu spoke by telephone with President Alassane Koné on Tuesday and, an hour later, with President "
        "Patrice Houngbo.",
        ["call held 2025-06-10 | Nana Owusu; Alassane Koné", "call held 2025-06-10 | Nana Owusu; Patrice Houngbo"],
    ),
    (
        "President Javier Mendieta met Economy Minister Luis Capurro on Monday, and later announced that Vice-President "
        "Victoria Vidal would travel.",
        ["meeting held 2025-06-09 | Javier Mendieta; Luis Capurro"],
    ),
    (
        "President Javier Mendieta met Ann Lee, then prime minister, and her finance minister, Tom Ray, on Monday.",
        ["meeting held 2025-06-09 | Javier Mendieta; Ann Lee; Tom Ray"],
    ),
    (
        "On Tuesday it was Prime Minister Anwar Idris's first visit to Berlin since his election victory in November.",
        ["visit held 2025-06-10 | Anwar Idris"],
    ),
    (
        "Kenyan President James Otieno met Ugandan President Yoweri Okello on Monday for the first time since the border "
        "clash of 24 July.",
        ["meeting held 2025-06-09 | James Otieno; Yoweri Okello"],
    ),
]


@pytest.mark.parametrize(("text", "events"), CASES)
def test_each_turn_is_an_event_on_its_own_day(text, events):
    """Who is met “then” or “in the evening” is met by themselves; what came before gives no day."""
    assert unordered(told(text)) == unordered(events)
