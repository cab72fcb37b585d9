"""Fills the XLSForm in as a telephone would, and writes what KoboToolbox and ODK Central export of that.

    python tests/forms/submissions.py FORM.xlsx FOLDER

Converts the form with pyxform, which must not warn, and reads the XForm that comes out: every text in both languages,
every condition an expression that can be worked out. Then answers are given question by question, each from what is
offered at that moment; constraints must hold for them and refuse wrong ones. Into FOLDER go `kobo.csv`, `odk.csv`, the same
with labels in either language (`labels-….csv`), and `expected.json`, the cases as the contract has them. Wants pyxform and lxml.
"""

import csv
import datetime
import json
import random
import re
import sys
import uuid
from pathlib import Path

from lxml import etree
from pyxform.xls2xform import convert

XF = "{http://www.w3.org/2002/xforms}"
LANGUAGES = ["Khmer (km)", "English (en)"]
CODES = "WAIT DISC REFU PAY MED RUDE QUAL SAFE REFR CARD INFO ENVR PRIV CASH GOOD".split()
TODAY = datetime.date.today()
HOW_MANY = 25


def fail(why):
    sys.exit(f"fault: {why}")


# Expressions: the functions of XForms that XPath 1.0 lacks. Days count as numbers.


def text_of(value):
    if isinstance(value, list):
        value = value[0] if value else ""
    return value.text or "" if etree.iselement(value) else str(value)


def day_number(text):
    return float(datetime.date.fromisoformat(text).toordinal())


def decimal_time(_, value):
    found = re.match(r"(\d\d):(\d\d)", text_of(value))
    return (int(found[1]) * 60 + int(found[2])) / 1440 if found else float("nan")


FUNCTIONS = etree.FunctionNamespace(None)
FUNCTIONS["selected"] = lambda _, all, one: text_of(one) in text_of(all).split()
FUNCTIONS["coalesce"] = lambda _, one, other: text_of(one) or text_of(other)
FUNCTIONS["today"] = lambda _: float(TODAY.toordinal())
FUNCTIONS["date"] = lambda _, text: day_number(text_of(text))
FUNCTIONS["decimal-time"] = decimal_time
FUNCTIONS["if"] = lambda _, when, then, otherwise: text_of(then) if when else text_of(otherwise)
FUNCTIONS["regex"] = lambda _, value, pattern: re.search(text_of(pattern), text_of(value)) is not None


def facts_of(item):
    return {etree.QName(part).localname: part.text or "" for part in item}


class Form:
    """An XForm."""

    def __init__(self, xform):
        self.root = etree.fromstring(xform.encode())
        self.binds = {bind.get("nodeset"): bind for bind in self.root.iter(XF + "bind")}
        self.lists = {
            one.get("id"): one.find(XF + "root") for one in self.root.iter(XF + "instance") if one.get("id")
        }
        self.selects = {
            one.get("ref"): one.find(XF + "itemset").get("nodeset")
            for kind in ("select1", "select")
            for one in self.root.iter(XF + kind)
        }
        self.texts = {
            language.get("lang"): {
                text.get("id"): "".join(text.find(XF + "value").itertext()).strip() for text in language
            }
            for language in self.root.iter(XF + "translation")
        }

    def check_texts(self):
        if sorted(self.texts) != sorted(LANGUAGES):
            fail(f"languages {sorted(self.texts)}")
        km, en = (self.texts[language] for language in LANGUAGES)
        if set(km) != set(en):
            fail(f"not in both languages: {sorted(set(km) ^ set(en))[:5]}")
        for name in km:
            khmer = re.search("[\u1780-\u17d3]", km[name])
            if not khmer or not en[name] or en[name] == "-" or re.search("[\u1780-\u17d3]", en[name]):
                fail(f"{name}: {km[name]!r}, {en[name]!r}")
        whole = etree.tostring(self.root, encoding="unicode")
        for name in re.findall(r"jr:itext\('([^']+)'\)", whole):
            if name not in km:
                fail(f"no text {name}")
        for plain in self.root.iter(XF + "label", XF + "hint"):
            if not plain.get("ref") and (plain.text or "").strip():
                fail(f"in one language only: {plain.text}")
        return len(km)

    def work_out(self, expression, answers, value="", kind="string"):
        """An expression with the answers so far; `.` is the value that is being looked at."""

        def told(path):
            return "'" + answers.get(path[0], "").replace("'", "’") + "'"

        def looked_up(found):
            asked = answers.get(found[2].strip(), "")
            facts = next((one for one in map(facts_of, self.lists[found[1]]) if one["name"] == asked), {})
            return "'" + facts.get(found[3], "") + "'"

        expression = re.sub(r"instance\('(\w+)'\)/root/item\[name *= *(/data[^\]]+)\]/(\w+)", looked_up, expression)
        node = etree.Element("value")
        node.text = str(day_number(value)) if kind == "date" and value else value
        return etree.XPath(re.sub(r"/data(?:/\w+)+", told, expression))(node)

    def holds(self, path, which, answers, value=""):
        expression = self.binds[path].get(which)
        if not expression:
            return True
        kind = self.binds[path].get("type")
        return bool(self.work_out(expression, answers, value, kind))

    def offered(self, path, answers):
        """The codes that a question offers."""
        nodeset = self.selects[path]
        found = re.fullmatch(r"instance\('(\w+)'\)/root/item(?:\[(.*)\])?", nodeset, re.S)
        items = self.lists[found[1]]
        codes = []
        for item in items:
            facts = facts_of(item)
            condition = found[2]
            if condition:
                for name in ("within", "care", "name"):
                    condition = re.sub(rf"(?<![\w/$-]){name}(?= *=)", "'" + facts.get(name, "") + "'", condition)
                if not self.work_out(condition, answers):
                    continue
            codes.append(facts["name"])
        return codes

    def label(self, element, texts):
        reference = element.find(XF + "label").get("ref")
        return texts[re.fullmatch(r"jr:itext\('([^']+)'\)", reference)[1]]

    def choice_labels(self, path, texts):
        """The label of each choice by its code."""
        items = map(facts_of, self.lists[re.match(r"instance\('(\w+)'\)", self.selects[path])[1]])
        return {facts["name"]: texts[facts["itextId"]] for facts in items}

    def questions(self):
        """The paths of all questions, in order."""
        return [path for path in self.binds if "/meta/" not in path]


# Answers.


def typed(name, chance, number):
    """What somebody types into a question that has no list."""
    told = {
        "facility_other": "Preah Kossamak Hospital",
        "narrative": f"រង់ចាំយូរ; “quoted”, ជួរ {number}\nsecond line",
        "remedy": "ប្រាក់វិញ",
        "employer": "រោងចក្រ Golden Needle",
        "local": "Local 12",
        "member_name": "សុខ សុភា",
        "member_phone": "012 345 678",
        "member_nssf_number": "1998-4821ក",
        "member_safe_time": "ល្ងាច",
        "paid_riel": "40000",
        "paid_usd": "12.5",
        "waited_minutes": "330",
        "claimed_riel": "800000",
        "claimed_on": str(TODAY - datetime.timedelta(days=90 + number)),
        "visited_on": str(TODAY - datetime.timedelta(days=3 + number)),
        "arrived": "06:10:00.000+07:00",
        "registered": "06:40:00.000+07:00",
        "seen": "11:40:00.000+07:00",
        "medicine": "12:05:00.000+07:00",
        "left": "12:30:00.000+07:00",
    }[name]
    always = name in ("facility_other", "visited_on")
    return told if always or chance.random() < 0.7 else ""


WRONG = {
    "visited_on": [str(TODAY + datetime.timedelta(days=1)), "1999-12-31"],
    "claimed_on": [str(TODAY + datetime.timedelta(days=1))],
    "waited_minutes": ["-1", "10081"],
    "paid_riel": ["-5"],
    "claimed_riel": ["-5"],
    "paid_usd": ["1.234", "-2"],
    "member_phone": ["abc", "123"],
    "member_nssf_number": ["9" * 41],
}


def fill(form, chance, number):
    answers = {}
    for path in form.questions():
        name = path.rsplit("/", 1)[1]
        bind = form.binds[path]
        if bind.get("calculate"):
            answers[path] = text_of(form.work_out(bind.get("calculate"), answers))
            continue
        if name.startswith("the_") or not form.holds(path, "relevant", answers):
            continue
        if path in form.selects:
            value = chosen(form, path, name, answers, chance, number)
        else:
            value = typed(name, chance, number)
        if value and not form.holds(path, "constraint", answers, value):
            fail(f"{name} refuses {value}")
        if not value and bind.get("required") == "true()":
            fail(f"{name} is required")
        for wrong in WRONG.get(name, []):
            if form.holds(path, "constraint", answers, wrong):
                fail(f"{name} takes {wrong}")
        if value:
            answers[path] = value
    return answers


def chosen(form, path, name, answers, chance, number):
    offered = form.offered(path, answers)
    if not offered:
        fail(f"{name} offers nothing")
    if name == "facility":
        if offered[-1] != "other" or len(offered) < 2:
            fail(f"{name} offers {offered}")
        return "other" if number == 0 else chance.choice(offered[:-1])
    if name == "province" and number == 0:
        # Where the hospital lies whose name is typed: a name that contradicts its province is doubted by an import.
        return "12"
    if name == "issues":
        if offered != CODES:
            fail(f"{name} offers {offered}")
        return " ".join(CODES) if number == 1 else " ".join(sorted(chance.sample(CODES, chance.randint(1, 4)), key=CODES.index))
    if name == "consent":
        return " ".join(one for one in offered if chance.random() < 0.5)
    needed = form.binds[path].get("required") == "true()"
    return chance.choice(offered) if needed or chance.random() < 0.8 else ""


def check_times(form):
    """A third time that is out of order is refused; one after midnight is not."""
    path = next(path for path in form.questions() if path.endswith("/seen"))
    group = path.rsplit("/", 1)[0]
    for arrived, registered, seen, is_taken in [
        ("06:10", "06:40", "11:40", True),
        ("06:10", "05:00", "07:00", False),
        ("22:00", "23:00", "01:30", True),
        ("22:00", "", "01:30", True),
        ("", "", "11:40", True),
        ("06:10", "06:10", "06:10", True),
    ]:
        answers = {f"{group}/arrived": arrived, f"{group}/registered": registered}
        if form.holds(path, "constraint", answers, seen) != is_taken:
            fail(f"seen at {seen} after {arrived} and {registered}")


# What is expected of the import, in the shape of the contract.


def expected(answers):
    of = {path.rsplit("/", 1)[1]: value for path, value in answers.items()}
    issues = []
    for code in of["issues"].split():
        # Praise is not asked how bad it was.
        issue = {"code": code, "severity": of[f"severity_{code}"] if code != "GOOD" else "low"}
        if code == "PAY":
            issue["why"] = of.get("why_PAY", "unknown")
        if code == "CASH":
            issue |= {"claimed_on": of["claimed_on"]} if "claimed_on" in of else {}
            issue |= {"claimed_riel": int(of["claimed_riel"])} if "claimed_riel" in of else {}
        issues.append(issue)
    times = {name: of.get(name, "")[:5] or None for name in ("arrived", "registered", "seen", "medicine", "left")}
    waited = int(of["waited_minutes"]) if "waited_minutes" in of else None
    if times["arrived"] and times["seen"]:
        waited = 330
    dollars = float(of.get("paid_usd", "0"))
    facility = of["facility"] if of["facility"] != "other" else "N00003"
    return {
        "visited_on": of["visited_on"],
        "facility": facility,
        "stage": of.get("stage"),
        "payer": of.get("payer", "unknown"),
        "times": times,
        "waited_minutes": waited,
        "issues": issues,
        "paid": {
            "riel": int(of.get("paid_riel", "0")),
            "usd": int(dollars) if dollars == int(dollars) else dollars,
            "receipt": of.get("paid_receipt") == "yes",
        },
        "narrative": of.get("narrative"),
        "remedy": of.get("remedy"),
        "told_by": of.get("told_by", "member"),
        "channel": "form",
        "patient": {"relation": of.get("patient_relation", "self"), "sex": of.get("patient_sex")},
        "employer": of.get("employer"),
        "local": of.get("local"),
        "consent": of.get("consent", "").split(),
        "member": {
            "name": of.get("member_name"),
            "phone": of.get("member_phone"),
            "nssf_number": "…" + of["member_nssf_number"][-4:] if "member_nssf_number" in of else None,
            "safe_time": of.get("member_safe_time"),
        },
    }


# What the two servers export.


def ids(number):
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"wardbook-submission-{number}"))


def write_kobo(form, filled, path):
    """XML values and headers, `group/name`, each choice of many in a column too."""
    multiple = {p: form.offered(p, {}) for p in form.selects if p.endswith(("/issues", "/consent"))}
    questions = [p for p in form.questions() if not p.rsplit("/", 1)[1].startswith("the_")]
    short = lambda p: p.removeprefix("/data/")
    head = []
    for p in questions:
        head += [short(p)] + [f"{short(p)}/{code}" for code in multiple.get(p, [])]
    head += ["__version__", "_id", "_uuid", "_submission_time", "_validation_status", "_notes", "_status"]
    head += ["_submitted_by", "_tags", "_index"]
    with open(path, "w", newline="", encoding="utf-8-sig") as file:
        table = csv.writer(file, delimiter=";", quoting=csv.QUOTE_ALL)
        table.writerow(head)
        for number, answers in enumerate(filled):
            row = []
            for p in questions:
                row.append(answers.get(p, ""))
                told = answers.get(p, "").split()
                row += [("1" if code in told else "0") if told else "" for code in multiple.get(p, [])]
            row += ["vKobo1", 7000 + number, ids(number), f"{TODAY}T04:00:{number:02}", "", "", "submitted_via_web"]
            row += ["", "", number + 1]
            table.writerow(row)


def write_labels(form, filled, path, language, one=True, split=True):
    """What KoboToolbox exports with labels: headers and values as somebody who fills in the form reads them, questions behind the
    title of their group. What is worked out has no label and keeps its name. Choices of many stand in one column, with a space
    between, in a column each, or both."""
    texts = form.texts[language]
    titles = {group.get("ref"): form.label(group, texts) for group in form.root.iter(XF + "group")}
    labels = {one.get("ref"): form.label(one, texts) for one in form.root.iter() if one.get("ref") and one.find(XF + "label") is not None}
    multiple = [p for p in form.selects if p.endswith(("/issues", "/consent"))]
    questions = [p for p in form.questions() if not p.rsplit("/", 1)[1].startswith("the_")]

    def header(p):
        group = p.rsplit("/", 1)[0]
        return (titles[group] + "/" if group in titles else "") + labels.get(p, p.rsplit("/", 1)[1])

    head, makers = [], []
    for p in questions:
        choices = form.choice_labels(p, texts) if p in form.selects else {}
        if p in multiple:
            if one:
                head.append(header(p))
                makers.append(lambda answers, p=p, choices=choices: " ".join(choices[code] for code in answers.get(p, "").split()))
            for code in form.offered(p, {}) if split else []:
                head.append(f"{header(p)}/{choices[code]}")
                makers.append(lambda answers, p=p, code=code: str(int(code in answers[p].split())) if answers.get(p) else "")
        elif p in form.selects:
            head.append(header(p))
            makers.append(lambda answers, p=p, choices=choices: choices[answers[p]] if answers.get(p) else "")
        else:
            head.append(header(p))
            makers.append(lambda answers, p=p: answers.get(p, ""))
    head += ["__version__", "_id", "_uuid", "_submission_time", "_validation_status", "_notes", "_status"]
    head += ["_submitted_by", "_tags", "_index"]
    with open(path, "w", newline="", encoding="utf-8-sig") as file:
        table = csv.writer(file, delimiter=";", quoting=csv.QUOTE_ALL)
        table.writerow(head)
        for number, answers in enumerate(filled):
            row = [maker(answers) for maker in makers]
            row += ["vKobo1", 7000 + number, ids(number), f"{TODAY}T04:00:{number:02}", "", "", "submitted_via_web"]
            table.writerow(row + ["", "", number + 1])


def write_odk(form, filled, path):
    questions = [p for p in form.questions() if not p.rsplit("/", 1)[1].startswith("the_")]
    head = ["SubmissionDate"] + [p.removeprefix("/data/").replace("/", "-") for p in questions]
    head += ["meta-instanceID", "meta-instanceName", "KEY", "SubmitterID", "SubmitterName", "AttachmentsPresent"]
    head += ["AttachmentsExpected", "Status", "ReviewState", "DeviceID", "Edits", "FormVersion"]
    with open(path, "w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(head)
        for number, answers in enumerate(filled):
            key = f"uuid:{ids(number)}"
            row = [f"{TODAY}T04:00:{number:02}.000Z"] + [answers.get(p, "") for p in questions]
            table.writerow(row + [key, "a name", key, 11, "App user", 0, 0, "", "", "collect:x", 0, "1"])


def main():
    source, folder = sys.argv[1], Path(sys.argv[2])
    made = convert(source, validate=False)
    if made.warnings:
        fail(f"pyxform warns: {made.warnings}")
    form = Form(made.xform)
    texts = form.check_texts()
    check_times(form)
    chance = random.Random(20261130)
    filled = [fill(form, chance, number) for number in range(HOW_MANY)]
    for path, bind in form.binds.items():
        for which in ("relevant", "constraint", "calculate"):
            if bind.get(which):
                form.work_out(bind.get(which), {})
    write_kobo(form, filled, folder / "kobo.csv")
    write_odk(form, filled, folder / "odk.csv")
    for code, language in zip(("km", "en"), LANGUAGES):
        write_labels(form, filled, folder / f"labels-{code}.csv", language)
    write_labels(form, filled, folder / "labels-km-one.csv", LANGUAGES[0], split=False)
    write_labels(form, filled, folder / "labels-en-split.csv", LANGUAGES[1], one=False)
    cases = [expected(answers) for answers in filled]
    (folder / "expected.json").write_text(json.dumps(cases, ensure_ascii=False), encoding="utf-8")
    print(f"{texts} texts in both languages, {len(form.binds)} questions, {len(filled)} submissions")


main()
