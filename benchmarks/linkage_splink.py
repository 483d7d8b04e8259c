"""The peer: Splink with ready-made comparisons and its own estimation, as its guide begins."""

import logging
import warnings

import numpy as np
import pyarrow as pa
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

# What the columns there are allow to compare, to block on, and to be certain of
COMPARISONS = {
    "name": lambda: cl.NameComparison("name").configure(term_frequency_adjustments=True),
    "birthday": lambda: cl.DateOfBirthComparison("birthday", input_is_string=True),
    "mail": lambda: cl.EmailComparison("mail").configure(term_frequency_adjustments=True),
    "phone": lambda: cl.LevenshteinAtThresholds("phone").configure(term_frequency_adjustments=True),
    "other": lambda: cl.LevenshteinAtThresholds("other", [1, 2]),
    "organisation": lambda: cl.JaroWinklerAtThresholds("organisation").configure(
        term_frequency_adjustments=True
    ),
    "street": lambda: cl.JaroWinklerAtThresholds("street"),
    "city": lambda: cl.JaroWinklerAtThresholds("city").configure(term_frequency_adjustments=True),
    "code": lambda: cl.LevenshteinAtThresholds("code", 1),
}
BLOCKS = (
    ("given", "family"), ("given", "birthday"), ("family", "birthday"), ("name",), ("mail",),
    ("phone",), ("other",), ("street",), ("given", "city"), ("family", "city"),
    ("given", "code"), ("family", "code"), ("birthday",), ("family", "organisation"),
)  # fmt: skip
CERTAIN = (
    ("name", "mail"),
    ("given", "family", "birthday"), ("mail",), ("phone", "given"), ("other",)
)  # fmt: skip
TEACHERS = (("given", "family"), ("name",), ("birthday",), ("mail",), ("other",))


def predicted(
    rows: list[dict[str, str]], columns: list[str]
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Indices of both records and probability, for every pair above 0.01."""
    warnings.simplefilter("ignore")
    logging.getLogger("splink").setLevel(logging.CRITICAL)
    if "given" in columns:
        rows, columns = [split(row) for row in rows], [each for each in columns if each != "name"]
    elif "name" in columns:
        rows = [{**row, "name": row["name"].lower()} for row in rows]
    table = {name: [row.get(name) or None for row in rows] for name in columns}
    api = DuckDBAPI()
    frame = api.register(pa.table({"unique_id": list(range(len(rows))), **table}))
    linker = Linker(frame, settings(columns), log_level=logging.CRITICAL)
    train(linker, columns)
    found = linker.inference.predict(threshold_match_probability=0.01)
    relation = api.duckdb_con.sql(
        f"select unique_id_l, unique_id_r, match_probability from {found.physical_name}"  # noqa: S608
    ).fetchnumpy()
    left, right, probability = (np.asarray(relation[key]) for key in relation)
    return left.astype(int), right.astype(int), probability


def split(row: dict[str, str]) -> dict[str, str]:
    """Whole names as their first and last word, in small letters, as its guide prepares data."""
    words = row.get("name", "").split()
    given, family = row.get("given", ""), row.get("family", "")
    if words and not (given or family):
        given, family = words[0], words[-1] if len(words) > 1 else ""
    return {**row, "given": given.lower(), "family": family.lower()}


def within(rules: tuple[tuple[str, ...], ...], columns: list[str]) -> list:
    return [block_on(*rule) for rule in rules if set(rule) <= set(columns)]


def settings(columns: list[str]) -> SettingsCreator:
    comparisons = [make() for name, make in COMPARISONS.items() if name in columns]
    if "given" in columns:
        comparisons.insert(0, cl.ForenameSurnameComparison("given", "family"))
    return SettingsCreator(
        link_type="dedupe_only",
        comparisons=comparisons,
        blocking_rules_to_generate_predictions=within(BLOCKS, columns),
    )


def train(linker: Linker, columns: list[str]) -> None:
    linker.training.estimate_probability_two_random_records_match(
        within(CERTAIN, columns), recall=0.7
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for rule in within(TEACHERS, columns):
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
