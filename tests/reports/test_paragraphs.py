from __future__ import annotations

import pytest

from comity.reports.paragraphs import join_pages

WIDE = "The two sides spoke at length of trade, energy and the security of the region, and"


@pytest.mark.parametrize(
    "lines, expected",
    [
        ([WIDE, "agreed."], [f"{WIDE} agreed."]),
        ([WIDE + " coope-", "ration."], [f"{WIDE} cooperation."]),
        ([WIDE + " long-", "term ties."], [f"{WIDE} long-term ties."]),
        ([WIDE + " the Franco-", "German pact."], [f"{WIDE} the Franco-German pact."]),
        # The text itself says how the word is written.
        (
            [WIDE + " inter-", "parliamentary and inter-parliamentary ties."],
            [f"{WIDE} inter-parliamentary and inter-parliamentary ties."],
        ),
        ([WIDE + " coope\u00ad", "ration."], [f"{WIDE} cooperation."]),
        (["The o\ufb03ce con\ufb01rmed it."], ["The office confirmed it."]),
        (["A heading", WIDE, "agreed."], ["A heading", f"{WIDE} agreed."]),
        ([WIDE, "agreed.", "Later they dined."], [f"{WIDE} agreed.", "Later they dined."]),
        ([WIDE, "", "agreed."], [WIDE, "agreed."]),
        (["They agreed:", "1. to meet;", "2. to talk."],
         ["They agreed:", "1. to meet;", "2. to talk."]),
        ([], []),
    ],
)  # fmt: skip
def test_lines(lines, expected):
    assert join_pages(["\n".join(lines)]) == "\n\n".join(expected)


def test_page_numbers_and_running_heads_do_not_part_a_sentence():
    pages = [f"Ministry of Foreign Affairs\n{WIDE}\nPage {number} of 3" for number in (1, 2, 3)]
    assert join_pages(pages) == f"{WIDE} {WIDE} {WIDE}"


def test_a_line_that_only_two_pages_share_stays():
    assert join_pages(["Ministry\n" + WIDE, "Ministry\n" + WIDE]).count("Ministry") == 2
