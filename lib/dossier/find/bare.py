"""Names without an office: strong after a title, weak where only a list or a verb speaks for them."""

from dossier.lexicon import lowered, words
from dossier.find.mention import Mention, after_name, claim, gender, is_called, is_one_word
from dossier.find.names import is_thing, name_end
from dossier.find.office import HYPHENS, NAMED, POSSESSIVE
from dossier.find.reading import BREAK, Reading
from dossier.find.titles import titles_end

GROUP = 2  # sentences within which a group's members are named


def bare(r: Reading, taken: list[bool]) -> list[Mention]:
    """Names without an office: strong after a title, weak where only a list or a verb speaks for them."""
    found, i, bodies = [], 0, _bodies(r)
    while i < len(r):
        if taken[i] or r.words[i] == BREAK:
            i += 1
            continue
        titles = titles_end(r, i)
        end = name_end(r, titles)
        if end == titles or any(taken[titles:end]):
            i = max(titles, i + 1)
            continue
        mention = _judged(r, i, titles, end)
        if mention and (titles > i or r.text(titles, end) not in bodies):
            found.append(mention)
            claim(taken, titles, end)
        i = end
    return found


def _bodies(r: Reading) -> set[str]:
    """“Sinn Fein” of “Sinn Fein leader X”, “Hapag” of “Hapag chairman Y”: what somebody is the head of is nobody."""
    held = ((office.start, office.head) for office in r.doc._.offices or () if office.head > office.start)
    return {r.text(*span) for span in held if all(r.capital[slice(*span)])}


def _judged(r: Reading, start: int, titles: int, end: int) -> Mention | None:
    if is_thing(r, end) or r.words[end - 1] in words("names", "never") and end - titles == 1:
        return None
    where = r.low[start - 1] in words("names", "where") and r.words[start - 1].islower()
    if where and r.words[end : end + 1] != ["'s"]:
        return None  # “at Seri Perdana”, “in Foz do Iguaçu”
    if r.shouting and titles == start and all(r.low[k] in lowered("offices", "portfolios") for k in range(titles, end)):
        return None  # “DISCUSSED MILITARY TRAINING”
    female = gender(r, start, titles, end)
    compound = r.token(end - 1).dep_ == "compound" or r.low[start - 1 : start] == ["the"]
    if titles > start and compound and end < len(r) and r.tags[end] in ("NN", "NNS", "JJ"):
        return None  # “the Ratu Sukuna wind farm”
    if titles > start:
        mention = Mention(titles, end, f"title before: {r.text(start, titles)}", female=female)
        if r.cased[start] in words("titles", "of office"):
            end_rank = start + 1 + (titles > start + 1 and r.cased[start + 1] in words("titles", "ranks"))
            mention.title = r.text(start, end_rank)  # “Gov. Gen.”, but “MP” of “MP Dr”
        possessed(r, mention, start)
        _served(r, mention, start)
        after_name(r, mention)  # “Mr X of Peru”
        return mention
    first = r.sents[r.sent_of[titles]][0] == titles
    if first and r.tags[titles] not in NAMED and end - titles == 1 and not is_called(r, titles):
        return Mention(titles, end, "name", strong=False)
    mention = Mention(titles, end, "name", strong=False, female=female)
    possessed(r, mention, start)
    if mention.country and end - titles > 1 and _of_those_named(r, titles):
        mention.strong, mention.why = True, "name of one of those whom the text calls by their offices"
        return mention
    if end - titles >= 2 and not is_one_word(r, titles, end) and not _listed_place(r, titles, end):
        after_name(r, mention)
        again = not r.shouting and _recurs(r, titles, end)
        sure = is_called(r, titles) or again or bool(mention.country or female)
        of_country = bool(mention.country) and _recurs(r, titles, end)
        known_as = r.low[titles - 2 : titles] == ["known", "as"]
        mention.strong = (
            of_country
            or known_as
            or _kin(r, titles, end)
            or is_called(r, titles)
            and _acts_alone(r, end - 1)
            or is_called(r, titles)
            and r.words[start - 1] in POSSESSIVE
            and bool(mention.country)
            or (sure or not r.shouting)
            and _acts(r, titles, end)
            or (sure or not r.shouting)
            and _human_place(r, titles, end, sure)
        )
        mention.why = "name of somebody who speaks or meets" if mention.strong else "name"
    return mention


def _of_those_named(r: Reading, start: int) -> bool:
    """“The defence ministers of three countries met. Slovakia's X stayed away”: is a group told here or just before?"""
    groups = r.doc.user_data.get("sentences_of_groups")
    if groups is None:
        groups = {r.sent_of[office.head] for office in r.doc._.offices or () if office.plural}
        r.doc.user_data["sentences_of_groups"] = groups
    here = r.sent_of[start]
    return not groups.isdisjoint(range(here - GROUP, here + 1))


def _served(r: Reading, mention: Mention, start: int) -> None:
    """“U.S. Army Maj. Gen. X”, “Royal Navy Captain Y”: of the country whose force is named before the rank."""
    k = start
    while k > 1 and r.words[k - 1] in words("titles", "of services"):
        k -= 1  # “Vietnam | Coast Guard Colonel X”
    place = r.place[k - 1] if k and r.words[start] in words("titles", "services") else None
    if place and place.form in ("name", "demonym"):
        mention.country = place.code


def _recurs(r: Reading, start: int, end: int) -> bool:
    """Is the last word of the name used without the first elsewhere?"""
    last, first = r.words[end - 1], r.words[start]
    return any(r.words[k - 1] != first and not start <= k < end for k in r.where[last])


def _human_place(r: Reading, start: int, end: int, sure: bool) -> bool:
    """Where only a person is named: before “who” or an age, or as one who is met, quoted or succeeded.

    Beside a noun (“The architect, Idaho Republican by birth, asked”) only what is `sure` to be a name."""
    after = r.low[end : end + 3]
    if (
        after[:2] == [",", "who"]
        or len(after) > 2
        and after[0] == ","
        and after[1].isdigit()
        and len(after[1]) == 2
        or after[:1] == ["who"]
    ):
        return True
    token = r.token(end - 1)
    if token.head.text.lower() == "told" and token.dep_ == "dobj" and not sure:
        return False  # whom people tell is most often a paper
    while token.dep_ in (("conj", "appos") if sure else ("conj",)) and token.head != token:
        token = token.head
    if token.dep_ in ("nsubj", "nsubjpass", "dobj", "agent"):
        return token.head.text.lower() in words("names", "human verbs")
    if r.low[start - 2 : start] == ["over", "from"]:
        return True  # “who took over from X”
    if token.dep_ == "pobj":
        above = token.head.head
        return token.head.text.lower() in ("with", "between", "by", "to") and above.text.lower() in words(
            "names", "human verbs"
        ) | words("names", "human occasions")
    return False


def _listed_place(r: Reading, start: int, end: int) -> bool:
    return any(r.place[k] for k in range(start, end)) or r.low[start - 1 : start] == ["the"]


def possessed(r: Reading, mention: Mention, start: int) -> None:
    """“Georgia's Bochorishvili”, “Britain’s Heappey”."""
    if start >= 2 and r.words[start - 1] in POSSESSIVE:
        place = r.place[start - 2]
        town = r.towns.get(start - 2)
        mention.country = (place.code if place.form == "name" else None) if place else town and town.code


def _acts(r: Reading, start: int, end: int) -> bool:
    """Is the name the subject of a verb only people are subjects of (“said”, “told”, “met”)?"""
    token = r.token(end - 1)
    if r.words[start - 1] == "," and r.words[end : end + 1] == [","] and is_called(r, start):
        if r.low[end + 1 : end + 2] and r.low[end + 1] in words("names", "human verbs"):
            return True  # “An opposition deputy, X, asked”
    return token.dep_ in ("nsubj", "nsubjpass") and token.head.text.lower() in words("names", "human verbs")


def _acts_alone(r: Reading, k: int) -> bool:
    """Does somebody speak or meet elsewhere by the last word of the name alone (“Aamodt told analysts”)?"""
    return any(j != k and r.tags[j - 1] not in NAMED and _acts(r, j, j + 1) for j in r.where[r.words[k]] if j > 0)


def _kin(r: Reading, start: int, end: int) -> bool:
    """“his wife, X”, “X, a brother-in-law of their commander”."""
    kin = words("names", "kin")
    if r.words[start - 1] == "," and r.low[start - 2] in kin:
        return True
    after = r.low[end + 1 : end + 8] if r.words[end : end + 1] == [","] else []
    if after[:1] not in (["a"], ["an"], ["the"], ["his"], ["her"]):
        return False
    said = "".join(f"-{word}" if word not in HYPHENS else "" for word in after[1:])
    return any(said.startswith(f"-{word}") and said[len(word) + 1 : len(word) + 2] in ("", "-") for word in kin)
