from __future__ import annotations

import pytest

from comity.joining.planned_days import day_told


@pytest.mark.parametrize(
    "sentence, day",
    [
        ("On February 16, the Speaker will hold talks.", "2022-02-16"),
        ("The Speaker will travel on 3 March 2023.", "2023-03-03"),
        ("He will arrive tomorrow.", "2022-02-15"),
        ("They will meet today.", "2022-02-14"),
        ("On January 5 they will meet.", "2023-01-05"),
        ("On February 13 they will meet.", "2022-02-13"),
        ("They will meet on March 3, after the talks of February 20.", "2022-03-03"),
        ("On February 1 they will meet.", None),
        ("They will meet on February 30.", None),
        ("They will meet in Almaty.", None),
        ("The May government will meet.", None),
    ],
)
def test_the_first_day_in_a_sentence(sentence: str, day: str | None) -> None:
    assert day_told(sentence, "2022-02-14") == day


def test_without_a_day_of_publication_only_a_full_date_counts() -> None:
    assert day_told("They will meet tomorrow or on May 3.", None) is None
    assert day_told("They will meet on May 3, 2022.", None) == "2022-05-03"
