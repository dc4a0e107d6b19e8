"""Three made-up reports in layouts as trusts publish them, with mistakes of known places.

`harbour` is Word: narrative first and tables last, years as 2022/23 side by side, percentages
without signs, BAME, half to even. `moorland` is a PDF: two columns of text, tables without lines,
loose labels of charts, *global majority*, half up. `fenside` is a web page: text in plain boxes, a
second part on disability, *ethnic minority*, half up. No such trusts and people exist. Every figure
follows from the counts below but for those in `FAULTS`.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Final

import docx
import typst

__all__ = ["FAULTS", "REPORTS", "Fault", "fenside", "harbour", "moorland"]


@dataclass(frozen=True)
class Fault:
    """A planted mistake: words near which it stands, and its class in domain terms."""

    words: str
    mistake: str


def rounder(mode: str) -> Callable[[Fraction, int], str]:
    def rounded(value: Fraction, decimals: int = 1) -> str:
        exact = Decimal(value.numerator) / Decimal(value.denominator)
        return str(exact.quantize(Decimal(1).scaleb(-decimals), mode))

    return rounded


def share(part: int, whole: int) -> Fraction:
    return Fraction(100 * part, whole)


def ratio(a: int, b: int, c: int, d: int) -> Fraction:
    return Fraction(a * d, b * c)


# -- harbour: Word, 2022/23 ------------------------------------------------------------------------

even = rounder(ROUND_HALF_EVEN)
STAFF = {"2021/22": (3412, 611, 207), "2022/23": (3390, 702, 181)}
HIRED = {"2021/22": ((1620, 940), (301, 118)), "2022/23": ((1710, 1105), (318, 131))}
CASES = {"2021/22": (29, 8), "2022/23": (31, 6)}
TRAINED = {"2021/22": (2010, 331), "2022/23": (2054, 398)}
BANDS = {
    "Bands 1 to 4": ((1102, 198, 60), (1085, 224, 52)),
    "Bands 5 to 7": ((1730, 321, 105), (1722, 371, 91)),
    "Bands 8a and above, VSM": ((402, 31, 22), (405, 37, 19)),
    "Medical and dental": ((178, 61, 20), (178, 70, 19)),
}


def _percent(row: tuple[int, int, int]) -> str:
    return even(share(row[1], sum(row)))


def _harbour_text() -> list[tuple[str, str]]:
    now, then = STAFF["2022/23"], STAFF["2021/22"]
    rl2 = even(ratio(318, 1710, 131, 1105), 2)
    was2 = even(ratio(301, 1620, 118, 940), 2)
    rl3 = even(ratio(6, 702, 31, 3390), 2)
    rl4 = even(ratio(2054, 3390, 398, 702), 2)
    return [
        ("h1", "Workforce Race Equality Standard 2022/23"),
        ("p", "Example Harbour NHS Foundation Trust (fictional). All people and figures in this "
              "report are made up."),
        ("p", "Reporting date: 31 March 2023. To be published by October 2023."),
        ("h2", "What the figures tell us"),
        ("p", f"On 31 March 2023 the Trust employed {sum(now):,} people, of whom {now[1]} "
              f"({_percent(now)}%) were from a Black, Asian or minority ethnic (BAME) background. "
              f"A year earlier it was {_percent(then)}%."),
        ("p", f"Ethnicity is not known for {now[2]} people, {even(share(now[2], sum(now)))}% of "
              "staff. In nursing the BAME share is 23.4%, and in our Northgate division 9.8%."),
        ("p", f"(a) In indicator 2 the relative likelihood of being appointed from shortlisting "
              f"was {rl2} (2021/22: {was2}). BAME applicants were therefore more likely to be "
              "appointed than White applicants."),
        ("p", "Our ratio compares with a national figure of 1.14 for the same indicator in 2022."),
        ("p", f"Of White applicants {even(share(318, 1710))}% were appointed, and of BAME "
              f"applicants {even(share(131, 1105))}%."),
        ("p", f"(b) BAME staff were {rl3} times as likely as White staff to enter the formal "
              "disciplinary process. With 6 cases among BAME staff, this shows a significant "
              "improvement in how we treat BAME colleagues."),
        ("p", f"(c) For access to non-mandatory training the ratio is {rl4}. In 2021/22 it was "
              f"{even(ratio(2010, 3412, 331, 611), 2)}, so the position has improved."),
        ("p", "BAME staff make up 53.7% of bands 5 to 7."),
        ("p", "(d) Harassment from patients was reported by 30.6% of BAME and 26.1% of White "
              "respondents, a gap of 4.5 percentage points."),
        ("p", "(e) Harassment from colleagues was reported by 27.9% of BAME respondents. "
              "This is an improvement on 26.8% in 2021/22."),
        ("p", "(f) 46.3% of BAME respondents believe that the Trust provides equal opportunities "
              "for career progression, against 57.0% of White respondents."),
        ("p", "(g) 16.9% of BAME respondents had experienced discrimination; the benchmark for "
              "similar trusts is 17.4%."),
        ("p", "(h) The Board has 13 voting members, of whom two are BAME (15.4%). Among the five "
              "executive members 25% are BAME."),
        ("p", "Staff with a long-term condition were less satisfied than others that their work "
              "is valued (metric 7)."),
        ("p", "We will launch the reverse mentoring scheme by September 2021."),
        ("p", "Our aim is a BAME share of 12% in bands 8a and above by 2026."),
        ("p", "Nationally 26.4% of NHS staff were from a BAME background in March 2023."),
        ("h2", "Appendix: tables"),
    ]  # fmt: skip


def _harbour_tables() -> list[tuple[str, list[list[str]]]]:
    years = ["2021/22", "2022/23"]
    head = ["", *[f"{group} {year}" for year in years for group in ("White", "BAME", "Not known")]]
    workforce = [
        head, ["Headcount", *[str(n) for year in years for n in STAFF[year]]],
        ["%", *[even(share(n, sum(STAFF[year]))) for year in years for n in STAFF[year]]],
    ]  # fmt: skip
    bands = [["Pay band", "BAME % 2021/22", "BAME % 2022/23", "Change"]]
    for name, (before, after) in BANDS.items():
        change = Decimal(_percent(after)) - Decimal(_percent(before))
        bands.append([name, _percent(before), _percent(after), f"{change:+}"])
    bands[2][3] = "+1.1"  # planted: 17.0 - 14.9 is 2.1
    hired = [["", "White 2021/22", "BAME 2021/22", "White 2022/23", "BAME 2022/23"]]
    hired.append(["Shortlisted", *[str(n) for year in years for n in HIRED[year][0]]])
    hired.append(["Appointed", *[str(n) for year in years for n in HIRED[year][1]]])
    hired.append([
        "% appointed",
        *[even(share(b, a)) for year in years for a, b in zip(*HIRED[year], strict=True)],
    ])  # fmt: skip
    cases = [["", "White 2022/23", "BAME 2022/23"], ["Workforce", "3390", "720"]]  # planted: 702
    cases.append(["Entered the process", "31", "6"])
    trained = [["", "White 2022/23", "BAME 2022/23"], ["Workforce", "3390", "702"]]
    trained.append(["Accessed training", "2054", "398"])
    trained.append(["%", "60.5", even(share(398, 702))])  # planted: 60.59 cut off
    ratios = [["Relative likelihood", *years]]
    ratios.append(["Indicator 2 (White:BAME)", even(ratio(301, 1620, 118, 940), 2),
                   even(ratio(318, 1710, 131, 1105), 2)])  # fmt: skip
    ratios.append(
        [
            "Indicator 3 (BAME:White)",
            even(ratio(8, 611, 29, 3412), 2),
            even(ratio(6, 702, 31, 3390), 2) + "%",
        ]
    )  # planted: a ratio has no sign
    ratios.append(["Indicator 4 (White:BAME)", even(ratio(2010, 3412, 331, 611), 2),
                   even(ratio(2054, 3390, 398, 702), 2)])  # fmt: skip
    survey = [
        ["Staff survey", "BAME 2021/22", "BAME 2022/23", "White 2022/23", "BAME benchmark"],
        ["5. Harassment from patients and the public", "31.2", "30.6", "26.1", "31.1"],
        ["6. Harassment from staff", "26.8", "27.9", "22.0", "28.6"],
        ["7. Equal opportunities for career progression", "45.0", "46.3", "57.0", "47.0"],
        ["8. Discrimination by managers or colleagues", "17.8", "16.9", "6.9", "17.4"],
    ]
    board = [
        ["Board at 31 March 2023", "White", "BAME", "Total"],
        ["Executive", "4", "1", "5"],
        ["Non-executive", "7", "1", "8"],
        ["Total", "11", "2", "13"],
    ]
    return [
        ("Table A: workforce by ethnicity", workforce),
        ("Table B: share of BAME staff by pay band", bands),
        ("Table C: appointment from shortlisting", hired),
        ("Table D: formal disciplinary process", cases),
        ("Table E: non-mandatory training and CPD", trained),
        ("Table F: relative likelihoods", ratios),
        ("Table G: staff survey", survey),
        ("Table H: Board members", board),
    ]


def harbour() -> bytes:
    """Build the Word report."""
    report = docx.Document()
    for kind, text in _harbour_text():
        if kind == "p":
            report.add_paragraph(text)
        else:
            report.add_heading(text, level=int(kind[1]))
    for caption, rows in _harbour_tables():
        report.add_paragraph(caption)
        table = report.add_table(rows=len(rows), cols=len(rows[0]))
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                table.cell(row, column).text = text
    content = io.BytesIO()
    report.save(content)
    return content.getvalue()


# -- moorland: PDF, 2021 ---------------------------------------------------------------------------

up = rounder(ROUND_HALF_UP)
_MOORLAND: Final = """
#set page(paper: "a4", margin: 1.8cm, numbering: "1",
  header: [Moorland Care NHS Trust (fictional) #h(1fr) WRES 2021])
#set text(size: 9.5pt, lang: "en", hyphenate: true)
#set par(justify: true)
#set table(stroke: none, inset: 4pt)
#show heading: set text(fill: rgb("#005eb8"))

= Race equality in our workforce: report for the year to 31 March 2021

Moorland Care NHS Trust does not exist; its people and figures are made up.

#columns(2)[
%(text)s
]

#pagebreak()
== Data tables

%(tables)s

== Action plan

%(plan)s
"""


def _moorland_text() -> list[str]:
    rl2 = up(ratio(240, 1010, 33, 188), 2)
    rl3 = up(ratio(5, 205, 27, 1864), 2)
    return [
        "== Our workforce",
        f"At 31 March 2021 we employed 2,160 people. {up(share(205, 2160))}% of them (205) were "
        f"from the global majority, compared with {up(share(188, 2139))}% (188 of 2,139) in 2020. "
        f"White colleagues made up {up(share(1864, 2160))}%.",
        "The trend is clearly upward and shows that our strategy works.",
        "In the region 18.9% of the population are from the global majority.",
        "== Recruitment (indicator 2)",
        f"White applicants were {rl2} times as likely as global majority applicants to be "
        "appointed from shortlisting. A year ago the ratio was 1.52.",
        "The share of shortlisted global majority applicants who were appointed fell from 15.5% "
        "to 17.6%.",
        "In England the ratio was 1.54 in 2021.",
        "== Formal disciplinary process (indicator 3)",
        f"The relative likelihood is {rl3}, based on 5 global majority and 27 White colleagues.",
        "== Training (indicator 4)",
        "The figure for indicator 4 was taken from question 20 of the staff survey, in which 71% "
        "said that they had received training or development.",
        "== Staff survey (indicators 5 to 8)",
        "In the autumn survey of 2020, 33.1% of White and 25.4% of global majority respondents "
        "experienced harassment, bullying or abuse from patients or the public.",
        "Harassment from other staff was reported by 26.0% of global majority and 20.8% of White "
        "respondents.",
        "Our gap of 5.2 points on indicator 6 is well below the national figure of 28.8%.",
        "44.9% of global majority and 58.8% of White respondents believed in equal "
        "opportunities for career progression.",
        "Discrimination at work was reported by 19.3% of global majority respondents, the same "
        "as the benchmark median.",
        "== The Board (indicator 9)",
        f"One of our 12 board members is from the global majority ({up(share(1, 12))}%). "
        f"The difference between board and workforce is "
        f"+{up(share(205, 2160) - share(1, 12))} percentage points. 0% of our non-voting members "
        "are from the global majority.",
        "Of our Asian colleagues, most work in Medicine; 21.0% of doctors in training are Asian.",
    ]


def _typst_table(rows: list[list[str]]) -> str:
    width = len(rows[0])
    cells = ", ".join('[#"' + cell + '"]' for row in rows for cell in row)
    return f"#table(columns: ({'auto, ' * width}), {cells})"


def _moorland_tables() -> list[tuple[str, list[list[str]]]]:
    workforce = [
        ["Staff in post", "White", "Global majority", "Unknown", "Total"],
        ["2020", "1848", "188", "103", "2139"],
        ["2020 %", up(share(1848, 2139)), up(share(188, 2139)), up(share(103, 2139)), "100.0"],
        ["2021", "1864", "205", "91", "2160"],
        ["2021 %", up(share(1864, 2160)), up(share(205, 2160)), up(share(91, 2160)), "100.0"],
    ]
    hired = [
        ["Indicator 2, year to 31 March 2021", "White", "Global majority", "Unknown"],
        ["Shortlisted", "1010", "188", "31"],
        ["Appointed", "240", "33", "4"],
        ["Likelihood of appointment", "23.8%", "17.6%", "12.9%"],
        [
            "Relative likelihood",
            "1.36",
            "",
            "",
        ],  # planted: 1.35 is right
    ]
    cases = [
        ["Indicator 3, year to 31 March 2021", "White", "Global majority"],
        ["Workforce", "1864", "205"],
        ["Entered formal process", "27", "5"],
        ["Likelihood", "1.45%", "2.44%"],
        ["Relative likelihood", "", up(ratio(5, 205, 27, 1864), 2)],
    ]
    survey = [
        ["Autumn survey of 2020", "Global majority", "White", "Gap", "Benchmark median"],
        ["Indicator 5: harassment from patients or the public", "33.1%", "25.4%", "+7.7", "28.9%"],
        ["Indicator 6: harassment from staff", "26.0%", "20.8%", "+5.2", "24.7%"],
        ["Indicator 7: career progression", "44.9%", "58.8%", "-13.9", "69.2%"],
        ["Indicator 8: discrimination", "16.3%", "5.9%", "+10.4", "15.1%"],
    ]
    board = [
        ["Board at 31 March 2021", "White", "Global majority", "Total"],
        ["Voting members", "11", "1", "12"],
        ["Non-voting members", "0", "0", "0"],
        ["All members", "11", "1", "12"],
    ]
    return [
        ("Workforce by ethnicity", workforce),
        ("Recruitment", hired),
        ("Formal disciplinary process", cases),
        ("NHS Staff Survey", survey),
        ("Board", board),
    ]


def moorland() -> bytes:
    """Build the PDF report."""
    chart = "#grid(columns: 3, gutter: 8pt, [9.5%], [8.8%], [86.3%], [2021], [2020], [White])"
    tables = [
        f"=== {caption}\n\n{_typst_table(rows)}\n\n{chart if number in {0, 3} else ''}"
        for number, (caption, rows) in enumerate(_moorland_tables())
    ]
    plan = [
        ["Indicator", "Action", "Lead", "Due"],
        ["2", "Check every shortlist of posts from band 8a", "Head of People", "March 2022"],
        ["2", "Publish reasons for decisions in panels", "Head of People", "June 2022"],
        ["5", "Reporting line for abuse by the public", "Director of Nursing", "May 2022"],
        ["6, 8", "Training for managers in civility", "Head of Learning", "July 2022"],
        ["7", "Talent scheme for 20 colleagues", "Head of Learning", "May 2022"],
        ["9", "Search for board members with wider networks", "Chair", "March 2022"],
    ]
    escaped = [text if text.startswith("==") else _escaped(text) for text in _moorland_text()]
    source = _MOORLAND % {
        "text": "\n\n".join(escaped),
        "tables": "\n\n".join(tables),
        "plan": _typst_table(plan),
    }
    return bytes(typst.compile(source.encode()))


def _escaped(text: str) -> str:
    return text.replace("#", "\\#").replace("$", "\\$")


# -- fenside: HTML, 2024 ---------------------------------------------------------------------------


def _html_table(caption: str, rows: list[list[str]]) -> str:
    head = "".join(f"<th>{cell}</th>" for cell in rows[0])
    body = "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows[1:]
    )
    return f"<table><caption>{caption}</caption><tr>{head}</tr>{body}</table>"


def _fenside_tables() -> list[str]:
    bands = [["Band", "White", "Ethnic minority", "Not stated", "Total", "Ethnic minority %"]]
    counts = {"Band 2": (310, 92, 14), "Band 3": (402, 88, 19), "Band 5": (588, 261, 22),
              "Band 6": (612, 148, 20), "Band 7": (377, 61, 11), "Band 8a": (141, 15, 4),
              "Band 8b": (52, 3, 2), "VSM": (9, 0, 0)}  # fmt: skip
    for name, row in counts.items():
        cells = [str(n) for n in (*row, sum(row))]
        bands.append([name, *cells, up(share(row[1], sum(row))) + "%"])
    whole = tuple(sum(column) for column in zip(*counts.values(), strict=True))
    bands.append(
        ["All staff", *[str(n) for n in whole], "3267", up(share(whole[1], sum(whole))) + "%"]
    )  # planted: the total is 3251
    hired = [
        ["", "White", "Ethnic minority"],
        ["Number shortlisted", "1,204", "986"],
        ["Number appointed", "262", "141"],
        ["Relative likelihood", "0.66", ""],  # planted: upside down, 1.52 is right
    ]
    trained = [
        ["", "White", "Ethnic minority"],
        ["Workforce", "2,491", "668"],
        ["Accessed non-mandatory training", "1,380", "349"],
        ["Likelihood", "55.4%", "53.2%"],  # planted: 349 of 668 is 52.2%
        ["Relative likelihood", up(ratio(1380, 2491, 349, 668), 2), ""],
    ]
    survey = [
        ["Indicator", "Group", "2022", "2023", "Change", "Benchmark median 2023"],
        ["5", "White", "24.9%", "23.8%", "-1.1", "24.5%"],
        ["5", "Ethnic minority", "30.2%", "28.7%", "-1.5%", "28.1%"],  # planted: points
        ["6", "White", "19.6%", "18.8%", "-0.8", "20.1%"],
        ["6", "Ethnic minority", "26.5%", "25.0%", "-1.5", "25.5%"],
        ["7", "White", "59.0%", "59.9%", "+0.9", "58.8%"],
        ["7", "Ethnic minority", "47.1%", "48.4%", "+1.3", "49.6%"],
        ["8", "White", "6.2%", "6.0%", "-0.2", "6.7%"],
        ["8", "Ethnic minority", "16.8%", "15.1%", "+1.7", "15.8%"],  # planted: a fall
    ]
    return [
        _html_table("Indicator 1: staff by pay band, 31 March 2024", bands),
        _html_table("Indicator 2: appointment from shortlisting, 2023/24", hired),
        _html_table("Indicator 4: non-mandatory training and CPD, 2023/24", trained),
        _html_table("Indicators 5 to 8: NHS Staff Survey, by year of survey", survey),
    ]


def fenside() -> bytes:
    """Build the web page."""
    bands, hired, trained, survey = _fenside_tables()
    page = f"""<!doctype html><html lang="en"><head><title>WRES and WDES report 2024</title></head>
<body><nav><a href="#a">Home</a></nav><main>
<h1>Workforce Race Equality Standard and Disability Equality Standard report 2024</h1>
<div>Fenside Community NHS Trust is made up, as are all people and figures here.</div>
<div class="key"><span class="n">20.5%</span> <span>of our workforce are from an ethnic minority
(668 of 3,251)</span></div>
<h2>Part 1: Workforce Race Equality Standard (WRES)</h2>
<h3>Indicator 1: pay bands</h3>
<div><p>On 31 March 2024, 668 of our 3,251 staff were from an ethnic minority, 20.5 per cent. In
band 8a and band 8b they made up 9.4 and 5.3 per cent.</p></div>
{bands}
<p>In band 5, where 871 people work, 30.0% are from an ethnic minority; in band 7 it is 16.6%.</p>
<p>There is nobody from an ethnic minority among our 9 very senior managers.</p>
<h3>Indicator 2: appointment from shortlisting</h3>
<figure><img src="chart.png" alt=""><figcaption>Chart 1: appointed by group</figcaption></figure>
{hired}
<p>White applicants were 1.52 times more likely to be appointed than those from an ethnic
minority.</p>
<p>Of those from an ethnic minority 14.3% were appointed, and of White applicants 21.8%. In our
community division 17.2% of ethnic minority applicants were appointed.</p>
<h3>Indicator 4: training</h3>
{trained}
<p>The ratio of 1.06 lies within the non-adverse range of 0.80 to 1.25.</p>
<h3>Indicators 5 to 8: staff survey</h3>
{survey}
<p>In 2023 28.7% of ethnic minority staff and 23.8% of White staff were harassed by patients, a
difference of 3.9 percentage points.</p>
<p>For indicator 6 ethnic minority staff (25.0%) were above the benchmark median of 25.5%.</p>
<p>48.4% of ethnic minority staff believed in equal opportunities for career progression; the
benchmark median is 48.6%.</p>
<p>15.1% of ethnic minority staff and 6.0% of White staff reported discrimination, 9.1 points
apart.</p>
<p>Among ethnic minority women the figure was 17.0%.</p>
<p>Harassment from colleagues has fallen steadily and consistently for ethnic minority staff.</p>
<h2>Part 2: Workforce Disability Equality Standard (WDES)</h2>
<p>4.9% of our staff have told us of a disability.</p>
<h3>Metric 2: appointment from shortlisting</h3>
<table><tr><th></th><th>2023</th><th>2024</th></tr>
<tr><td>Relative likelihood of appointment</td><td>1.18</td><td>1.09</td></tr></table>
<p>The relative likelihood of appointment from shortlisting was 1.09 in 2024.</p>
</main></body></html>"""
    return page.encode()


REPORTS: Final = {
    "harbour": (harbour, "report.docx"),
    "moorland": (moorland, "report.pdf"),
    "fenside": (fenside, "report.html"),
}
FAULTS: Final = {
    "harbour": (
        Fault("more likely to be appointed than White", "wrong direction"),
        Fault("1.14", "wrong benchmark indicator"),
        Fault("significant improvement", "claim from a few cases"),
        Fault("53.7%", "inverted conditional"),
        Fault("an improvement on 26.8%", "wrong direction"),
        Fault("25%", "unattainable percentage"),
        Fault("long-term condition", "text from the disability report"),
        Fault("September 2021", "stale date"),
        Fault("+1.1", "subtraction error"),
        Fault("720", "headcount base mismatch"),
        Fault("60.5", "truncation"),
        Fault("0.93%", "ratio printed with %"),
    ),
    "moorland": (
        Fault("trend is clearly upward", "trend from end points"),
        Fault("fell from 15.5%", "wrong direction"),
        Fault("1.54", "wrong benchmark year"),
        Fault("question 20 of the staff survey", "definition departure"),
        Fault("33.1% of White", "labels swapped"),
        Fault("national figure of 28.8%", "share compared with difference"),
        Fault("19.3%", "wrong figure"),
        Fault("the same as the benchmark median", "text against table"),
        Fault("+1.2 percentage points", "sign error"),
        Fault("0% of our non-voting", "empty group as a percentage"),
        Fault("1.36", "wrong figure"),
        Fault("Indicator 3", "finding without action"),
    ),
    "fenside": (
        Fault("3267", "parts don't add up"),
        Fault("16.6%", "wrong figure"),
        Fault("0.66", "reversed direction"),
        Fault("53.2%", "wrong figure"),
        Fault("-1.5%", "points printed as %"),
        Fault("+1.7", "sign error"),
        Fault("3.9 percentage points", "subtraction error"),
        Fault("above the benchmark median", "text against table"),
        Fault("48.6%", "wrong benchmark"),
        Fault("steadily and consistently", "trend from end points"),
    ),
}
