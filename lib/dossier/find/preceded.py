"""Names after an office: “Foreign Minister X”, “Presidents A and B”, “the foreign ministers of X and Y, A and B”."""

from dataclasses import replace

from dossier.lexicon import lowered, words
from dossier.find.mention import CLOSERS, DASHES, Mention, after_name, claim, gender, is_called
from dossier.find.names import is_thing, name_end, name_start
from dossier.find.namewords import is_given
from dossier.find.office import NAMED, Office, heads, printed
from dossier.find.portfolio import noun_phrase
from dossier.find.reading import BREAK, Reading
from dossier.find.several import list_after
from dossier.find.titles import titles_end


def after_offices(r: Reading, held: list[Office], taken: list[bool]) -> list[Mention]:
    """“Foreign Minister X”, “Presidents A and B”, “Prime Minister and Foreign Minister Z”."""
    found: list[Mention] = []
    chain: list[Office] = []
    for number, office in enumerate(held):
        chain = [*chain, office] if chain and _chained(r, chain[-1], office) else [office]
        if len(chain) > 1 and _as_title(r, office):
            chain.pop()
            chain[-1].skipped.update(range(chain[-1].end, office.end))
            chain[-1].end = office.end
        following = held[number + 1] if number + 1 < len(held) else None
        if following and _chained(r, office, following):
            continue
        found += _named_after(r, chain, taken)
        chain = []
    return found


def _chained(r: Reading, one: Office, other: Office) -> bool:
    """Are both of one person: “Deputy Prime Minister – Foreign Minister”, “Chancellor and Finance Minister”?"""
    between = [r.low[k] for k in range(one.end, other.left) if r.cased[k] not in words("titles", "titles")]
    if one.plural or other.plural or BREAK in between or other.lemma in words("offices", "as titles"):
        return False
    if not between:
        return other.left == other.start and one.end == other.start
    if between == ["and"] and r.low[one.left - 1] == "between":
        return False  # “talks between the British minister and President X”
    if between == ["and"] and one.definite and not r.capital[one.head] and r.capital[other.head]:
        return False  # “The chancellor and President X spoke”
    if between == [","] and one.lemma in words("offices", "running"):
        return False  # “the ruling party's candidate, former premier X”: who runs is told by what else he is
    if between == [","] and r.low[other.left] == "the" and other.lemma in words("offices", "unofficial"):
        return True  # “its vice-president, the economist X”
    if between == [","] and r.low[other.left] == "the" and (one.possessor is not None or one.country):
        return bool(words("offices", "past") & set(r.low[other.start : other.head]))  # “his envoy, the former judge X”
    if other.left < other.start or other.country and one.country and other.country != one.country:
        return False
    return between in (["and"], ["–"], ["-"], ["—"], [","], ["&"], ["/"]) and name_end(
        r, titles_end(r, one.end)
    ) == titles_end(r, one.end)


def _as_title(r: Reading, office: Office) -> bool:
    """“the Undersecretary, | Ambassador X”: beside another office the rank of a diplomat is a title."""
    return office.lemma == "ambassador" and office.end - office.left == 1 and r.low[office.left - 1] != "and"


def _named_after(r: Reading, chain: list[Office], taken: list[bool]) -> list[Mention]:
    office = chain[-1]
    start = office.end + (r.low[office.end : office.end + 1] in (["himself"], ["herself"]))
    start += 2 * (r.low[start : start + 2] == ["in", "question"])
    start += r.low[start : start + 1] in (["there"], ["here"])  # “our representative there, X”
    if r.low[start : start + 3] == [",", "known", "as"]:
        start += 3
    if (body := _body_named(r, office, start)) > start:
        claim(taken, start, body)
        office.skipped.update(range(body - 2, body) if r.low[body - 2] == "in" else ())
        office.end = start = body
    if (
        start < len(r)
        and (r.words[start] == "," or office.plural and r.words[start] in DASHES)
        and _comma_name(r, office, start + 1, taken)
    ):
        start += 1
        if r.low[start] == "the" and titles_end(r, start + 1) > start + 1:
            start += 1
        start = _past_origin(r, start)
    if office.plural:
        return list_after(r, chain, start, taken)
    start += _in_brackets(r, start)
    end_titles = titles_end(r, start)
    end = name_end(r, end_titles)
    if end == end_titles or taken[end_titles] or is_thing(r, end):
        return []
    royal = office.lemma in words("offices", "royal")  # “at the Palace, Sweden's King Karl”
    if end - end_titles == 1 and start == office.end and not royal and _named_before(r, office, taken):
        return []
    if (
        end - end_titles == 1
        and (
            office.lemma in words("offices", "unofficial")
            or office.lemma in ("official", "officer", "member", "deputy", "delegate")
        )
        and not is_called(r, end_titles)
        and not _told_whole(r, end_titles)
    ):
        return []
    mention = Mention(end_titles, end, f"office before: {printed(r, office)}", offices=list(chain))
    if end == after_name(r, mention) and (whose := _of_body(r, office, start, end)):
        mention.offices[-1] = whose
        claim(taken, end, whose.end)
    mention.female = gender(r, start, end_titles, end)
    claim(taken, start, end)
    return [mention]


def _of_body(r: Reading, office: Office, start: int, end: int) -> Office | None:
    """“Director-General X, | of the Atomic Agency, said”: the office with the body told after its holder's name."""
    if r.words[end : end + 1] != [","] or r.low[end + 1 : end + 2] != ["of"] or office.end > office.head + 3:
        return None
    whole = replace(office, end=end + 1, skipped=office.skipped | set(range(start, end + 1)))
    last = noun_phrase(r, whole, end + 2 + (r.low[end + 2 : end + 3] == ["the"]))
    closed = r.words[last : last + 1] in ([","], ["."])
    return replace(whole, end=last) if closed and last > end + 3 and r.low[last - 1] not in heads() else None


def _body_named(r: Reading, office: Office, start: int) -> int:
    """“the head of the trading house | Norlin Bay, Kenji Arai, said”: where the name of the body ends, else `start`.

    A common noun stands before it, and between commas after it another name, of a person.
    """
    common = start - 1 > office.head and r.tags[start - 1] == "NN" and not r.capital[start - 1]
    if office.plural or start != office.end or not common:
        return start
    end = name_end(r, start)
    comma = end + 2 * (r.low[end : end + 1] == ["in"])  # “the foundation Norlin | in Tromsø, X”
    if end == start or r.words[comma : comma + 1] != [","]:
        return start
    titles = titles_end(r, comma + 1)
    other = name_end(r, titles)
    if other - titles < 2 or is_given(r.cased[start]) and not is_given(r.cased[titles]):
        return start
    return comma if r.words[other : other + 1] and r.words[other] in CLOSERS else start


def _told_whole(r: Reading, k: int) -> bool:
    """“CEO | Pouyanné”: does the name stand elsewhere with a given name before it?"""
    return r.capital[k] and any(j > 0 and j != k and is_given(r.words[j - 1]) for j in r.where[r.words[k]])


def _in_brackets(r: Reading, k: int) -> bool:
    """“The Minister for Water (Ann Lee)”: does a name of two words or more stand in brackets at word `k`?"""
    if r.words[k : k + 1] != ["("]:
        return False
    start = titles_end(r, k + 1)
    end = name_end(r, start)
    return end - start > 1 and "".join(r.words[end : end + 1]).startswith(")")


def _comma_name(r: Reading, office: Office, start: int, taken: list[bool]) -> bool:
    """“the foreign minister, Murat Nurtleu, said”, “…, MP James Heappey”: a name in apposition to the office."""
    start = _past_origin(r, start)
    if r.low[start : start + 1] == ["the"]:
        start += 1
    titles = titles_end(r, start)
    end = name_end(r, titles)
    if titles > start and end > titles:
        return not _named_before(r, office, taken)
    while end < len(r) and r.words[end] in words("titles", "postnominals"):
        end += 1
    closed = end >= len(r) or r.words[end] in CLOSERS or r.words[end] == BREAK or r.sent_of[end] != r.sent_of[end - 1]
    loose = end < len(r) and r.low[end] in ("and", "–", "—", "of", "said", "in", "on", "who", "as", "at", "told")
    sure = office.definite or office.plural
    if r.low[r.sentence(office.left)[0]] in words("appointment", "participles"):
        return end - titles >= 2  # “Named on Friday as minister, X is …”
    return end - titles >= 2 and (closed or loose and sure) and not _named_before(r, office, taken)


def _past_origin(r: Reading, start: int) -> int:
    """“her predecessor, the German | Klaus Winter”, “the commander, U.S. | General X”: past where somebody is from."""
    whose = r.place[start] if start < len(r) else None
    if whose is not None and titles_end(r, whose.end) > whose.end:
        return whose.end
    place = r.place[start + 1] if r.low[start : start + 1] == ["the"] and start + 1 < len(r) else None
    from_there = place is not None and place.form == "demonym" and name_end(r, place.end) - place.end > 1
    return place.end if place and from_there else start


def _named_before(r: Reading, office: Office, taken: list[bool]) -> bool:
    """Does a name without office stand right before, with a comma between (“X, the prime minister, …”)?"""
    end = office.left - 1
    if end < 1 or r.words[end] != "," or taken[end - 1] or r.place[end - 1] or end - 1 in r.towns:
        return False
    start = name_start(r, end)
    if start is not None and end - start == 1 and r.low[start] in lowered("offices", "portfolios"):
        return False  # “At the General Command, the chairman, X, …”
    return start is not None and r.tags[end - 1] in (*NAMED, "NN", "JJ") and (end - start > 1 or r.tags[start] in NAMED)
