"""Reading the documents: what is right is read to the byte, what is wrong is named with its remedy."""

import hashlib
import re

import pytest
import yaml
from dossier.cards import open_sides
from dossier.seeds import MAX_CHARACTERS, SeedError, decode, is_english, read

SENTENCE = "The minister said that the talks in the capital were held on the first day of the visit. "
SUMS = {
    "azernews-2022-03": "4a240e84fe0a92811a530670796d305e6854b7c0bc439e4b05afd132a09c277b",
    "trtworld-2025-12": "b05e428426930dcd6e462d7d2261b5eb4b10549a5bc521be1194314bb26d4c56",
}


def folder(tmp_path, files: dict[str, bytes], **changes):
    """A seeds folder with a right card per file, but for `changes` to the first card."""
    cards = []
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
        cards.append(
            {
                "id": name.removesuffix(".txt"), "file": name, "title": "A title", "publisher": "The Gazette",
                "published": "2024-05-03", "published_basis": "printed", "url": "https://example.org/a",
                "origin": "The Gazette", "side": "third", "licence": "theirs",
                "sha256": hashlib.sha256(data).hexdigest(),
            }
        )  # fmt: skip
    cards[0] |= changes
    (tmp_path / "sources.yml").write_text(yaml.safe_dump(cards), encoding="utf-8")
    return tmp_path


def message(path) -> str:
    with pytest.raises(SeedError) as caught:
        read(path)
    return str(caught.value)


def test_the_shipped_seeds_are_the_originals_to_the_byte():
    """The two documents are evidence: their bytes are those that were handed down."""
    assert SUMS == {d.id: hashlib.sha256(d.text.encode("utf-8")).hexdigest() for d in read("seeds")}


def test_a_text_is_read_without_touching_its_newlines(tmp_path):
    """Windows line ends stay, so that offsets count the characters of the file."""
    data = (SENTENCE + "\r\n" + SENTENCE).encode()
    assert data.decode() == read(folder(tmp_path, {"a.txt": data}))[0].text


def test_a_changed_byte_stops_the_reading(tmp_path):
    """A document that is no longer what its card says is refused, with both checksums and the remedy."""
    path = folder(tmp_path, {"a.txt": SENTENCE.encode()})
    (path / "a.txt").write_bytes(SENTENCE.replace("first", "third").encode())
    said = message(path)
    assert "a.txt: sha256 is" in said and "restore the original bytes" in said


def test_a_document_without_a_card_is_named_with_the_command_to_run(tmp_path):
    """Dropping a file into the folder is not enough: the message says how to add it."""
    path = folder(tmp_path, {"a.txt": SENTENCE.encode()})
    (path / "stray.txt").write_text(SENTENCE)
    assert "stray.txt: has no card" in message(path) and "dossier add" in message(path)


def test_a_card_without_a_document_is_named(tmp_path):
    """A card may not point at nothing."""
    path = folder(tmp_path, {"a.txt": SENTENCE.encode()})
    (path / "a.txt").unlink()
    assert "card “a” names it, but there is no such file" in message(path)


BAD_TEXTS = [
    (b"\xff\xfe broken", "is not UTF-8", "a byte that UTF-8 does not have"),
    (b"  \n\n ", "is empty", "nothing but white space"),
    (SENTENCE.encode() * (MAX_CHARACTERS // len(SENTENCE) + 1), "split it", "longer than the model takes"),
    (b"x" * 5_000_000, "split it", "5 MB of anything"),
    ("Die Außenministerin traf am Dienstag ihren Kollegen aus der Türkei und sprach über Handel, Energie, Sicherheit "
     "und die Lage im Kaukasus, wie das Ministerium mitteilte.".encode(), "English", "German"),
    ("Министр иностранных дел встретился с послом и обсудил торговлю, энергетику, безопасность, образование, культуру и "
     "положение в регионе, сообщает пресс служба ведомства сегодня утром.".encode(), "English", "Russian"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "reason", "case"), BAD_TEXTS, ids=[c for *_, c in BAD_TEXTS])
def test_a_text_that_cannot_be_used_is_refused_with_its_reason(tmp_path, data, reason, case):
    """Each unusable text is named by file and reason."""
    said = message(folder(tmp_path, {"a.txt": data}))
    assert "a.txt" in said and reason in said


BAD_CARDS = [
    ({"published": "2024-02-31"}, "published", "a day that no calendar has"),
    ({"url": "javascript:alert(1)"}, "url", "a link that would run"),
    ({"file": "../../etc/passwd"}, "file", "a path out of the folder"),
    ({"id": "A b"}, "id", "an id that is no plain name"),
    ({"sha256": "12"}, "sha256", "half a checksum"),
    ({"url": "https://me:secret@example.org/"}, "url", "a password that would be published"),
    ({"colour": "red"}, "colour", "a field that no card has"),
    ({"title": None}, "title", "a title that is missing"),
]


@pytest.mark.parametrize(("change", "field", "case"), BAD_CARDS, ids=[c for *_, c in BAD_CARDS])
def test_a_card_that_is_wrong_is_named_by_field(tmp_path, change, field, case):
    """A wrong card names the file, the card and the field."""
    said = message(folder(tmp_path, {"a.txt": SENTENCE.encode()}, **change))
    assert re.search(rf"sources\.yml:\d+: card 1 \(.+\): {field}: ", said) and len(said.splitlines()) == 1


def test_every_fault_is_reported_at_once(tmp_path):
    """One bad document does not hide the next."""
    path = folder(tmp_path, {"a.txt": b"\xff", "b.txt": b" "})
    assert "a.txt" in message(path) and "b.txt" in message(path)


@pytest.mark.parametrize("text", ["- a\n- !!python/object/apply:os.system [id]", "{", "just words", "- 3"])
def test_a_card_file_that_is_no_list_of_cards_is_refused(tmp_path, text):
    """Broken YAML, a tag that would run code, a text, a bare number: none gets through."""
    (tmp_path / "sources.yml").write_text(text)
    assert "sources.yml" in message(tmp_path)


def test_two_cards_with_one_id_are_refused(tmp_path):
    """An id names one document."""
    path = folder(tmp_path, {"a.txt": SENTENCE.encode(), "b.txt": (SENTENCE * 2).encode()}, id="b")
    assert "id “b” stands on two cards" in message(path)


def test_a_link_to_another_file_is_no_document(tmp_path):
    """A symbolic link would let a card read any file of the machine."""
    path = folder(tmp_path, {"a.txt": SENTENCE.encode()})
    (path / "a.txt").rename(tmp_path / "elsewhere")
    (path / "a.txt").symlink_to(tmp_path / "elsewhere")
    assert "there is no such file" in message(path)


def test_english_is_told_from_other_languages_by_its_commonest_words():
    """A short text passes; a long one must read as English."""
    assert (True, True, False) == (is_english("Oil: $3."), is_english(SENTENCE * 3), is_english("oğul ata ana " * 20))


def test_a_text_that_is_not_utf8_names_the_line():
    """The message points at the line of the broken byte."""
    with pytest.raises(SeedError, match="x.txt:3: byte 4 is not UTF-8"):
        decode(b"a\n\nb\xff", "x.txt")


def test_a_passage_of_another_issuer_must_stand_in_the_text(tmp_path):
    """First words that are not there, or there twice, or last words that do not follow, are named with the card's remedy."""
    text = SENTENCE * 2 + "The newspaper adds a sum."
    added = {"begins": "The newspaper adds", "ends": "a sum.", "origin": "The Gazette itself"}
    (document,) = read(folder(tmp_path, {"a.txt": text.encode()}, passages=[added]))
    assert "The newspaper adds a sum." == text[slice(*document.card.passages[0].span(text))]
    for wrong in ({"begins": "Nobody adds"}, {"begins": "The minister"}, {"ends": "no sum."}):
        assert "correct `passages`" in message(folder(tmp_path, {"a.txt": text.encode()}, passages=[added | wrong]))


def test_a_side_is_one_of_the_subject(tmp_path):
    """A card on a side that the subject does not have is named with its line and with the sides there are."""
    path = folder(tmp_path, {"a.txt": SENTENCE.encode()}, side="azeri")
    line = (path / "sources.yml").read_text().splitlines().index("  side: azeri") + 1
    assert "azeri" == read(path)[0].card.side  # no subject, no sides to hold it against
    (path / "subject.yml").write_text("sides: {kazakh: Kazakh}\n")
    said = message(path)
    assert f"sources.yml:{line}: card 1 (a): side “azeri” is none of kazakh, third; write one of them" in said
    (path / "subject.yml").write_text("sides: {azeri: Azeri}\n")
    assert "azeri" == read(path)[0].card.side


def test_a_side_may_be_open(tmp_path):
    """What is not said yet is read, and can be listed."""
    path = folder(tmp_path, {"a.txt": SENTENCE.encode()}, side="open")
    (path / "subject.yml").write_text("sides: {kazakh: Kazakh}\n")
    assert "open" == read(path)[0].card.side
    assert ["the side of “a” is open; write whose account it is: kazakh, third"] == [
        note.partition(": ")[2] for note in open_sides(path)
    ]
