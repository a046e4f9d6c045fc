"""README says everything there is: commands, exit codes, types, rules, settings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
import typer
import typer.core
import typer.main
import yaml
from pydantic import BaseModel

from pipeline import cli, problems
from pipeline.programme import load_programme
from pipeline.settings import Settings
from tests.documentation import PROGRAMME, README, TABLES, block

ROOT = README.parent
GROUP = cast("typer.core.TyperGroup", typer.main.get_command(cli.app))
TEXT = README.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", TABLES)
def test_a_table_written_from_code_is_up_to_date(name: str) -> None:
    found = block(name).search(TEXT)
    assert found, f"README has no table {name}"
    assert found.group(1) == TABLES[name]() + "\n", "run: python -m tests.documentation"


def test_every_command_is_described() -> None:
    commands = set(GROUP.commands)
    assert {name for name in commands if f"| `heyan {name}" not in TEXT} == set()
    assert set(re.findall(r"^\| `heyan (\w+)", TEXT, re.MULTILINE)) == commands


def with_subcommands(group: typer.core.TyperGroup, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Every command by the words that call it."""
    for name, command in group.commands.items():
        yield prefix + name, command
        if isinstance(command, typer.core.TyperGroup):
            yield from with_subcommands(command, f"{prefix}{name} ")


def test_every_option_is_described() -> None:
    options = {
        (name, option)
        for name, command in with_subcommands(GROUP)
        for parameter in command.params
        for option in parameter.opts
        if option.startswith("--") and option != "--help"
    }
    assert options
    missing = {(name, option) for name, option in options if not re.search(rf"heyan {name}[^\n]*{option}", TEXT)}
    assert missing == set()


def test_every_exit_code_is_described() -> None:
    classes = [thing for thing in vars(problems).values() if isinstance(thing, type) and issubclass(thing, problems.UserError)]
    codes = {0, cli.DEFECT, *(known.exit_code for known in classes)}
    table = TEXT.split("| exit code |")[1].split("\n\n")[0]
    assert {int(code) for code in re.findall(r"^\| (\d+) \|", table, re.MULTILINE)} == codes


def settings_of(model: type[BaseModel], prefix: str = "") -> Iterator[tuple[str, object]]:
    """Every setting by its dotted name, with its default."""
    for name, field in model.model_fields.items():
        kind = field.annotation
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            yield from settings_of(kind, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", field.default


SETTINGS = dict(settings_of(Settings))


def rows_of_settings() -> dict[str, list[str]]:
    table = TEXT.split("| in `heyan.toml` |")[1].split("\n\n")[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()[2:]]
    return {row[0].strip("`"): row for row in rows}


def test_every_setting_is_described_and_no_other() -> None:
    assert set(rows_of_settings()) == set(SETTINGS)


@pytest.mark.parametrize("name", [name for name in SETTINGS if name != "ocr.weights"])
def test_a_setting_is_described_by_its_variable(name: str) -> None:
    assert rows_of_settings()[name][1] == f"`HEYAN_{name.replace('.', '_').upper()}`"


@pytest.mark.parametrize("name", [name for name, default in SETTINGS.items() if isinstance(default, str | int | float)])
def test_a_setting_is_described_by_its_default(name: str) -> None:
    assert rows_of_settings()[name][2].strip("`") == default_words(name)


def default_words(name: str) -> str:
    default = SETTINGS[name]
    if name == "ocr.threads":
        return "processors, at most 4"
    if isinstance(default, bool):
        return str(default).lower()
    return f"{default:g}" if isinstance(default, float) else str(default)


def test_every_make_target_that_readme_names_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = set(re.findall(r"`make (\w+)", TEXT)) | {"demo", "test"}
    assert {target for target in named if not re.search(rf"^{target}:", makefile, re.MULTILINE)} == set()


def test_every_folder_and_file_that_readme_names_exists() -> None:
    named = set(re.findall(r"`((?:pipeline|extractors|models|samples|tests|\.ci)/[\w./-]*)`", TEXT)) - {"models/weights"}
    assert named
    assert {path for path in named if not (ROOT / path).exists()} == set()


def test_the_deployments_point_at_flows_that_exist() -> None:
    declared = yaml.safe_load((ROOT / "flows.yaml").read_text(encoding="utf-8"))
    assert declared["deployments"]
    for deployment in declared["deployments"]:
        file, _, function = deployment["entrypoint"].partition(":")
        assert re.search(rf"^def {function}\(", (ROOT / file).read_text(encoding="utf-8"), re.MULTILINE)


def test_nothing_names_a_package_host_or_an_address() -> None:
    pins = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()[1:]
    assert pins
    assert [pin for pin in pins if not re.fullmatch(r"[\w.-]+==[\w.!]+", pin)] == []


def test_one_build_of_opencv_is_pinned() -> None:
    pins = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    assert re.findall(r"^opencv.*$", pins, re.MULTILINE) == ["opencv-contrib-python==4.10.0.84"]


def test_the_programme_that_readme_names_is_there() -> None:
    assert f"`{PROGRAMME}`" in TEXT
    assert load_programme(PROGRAMME).title


def test_the_licence_is_whole() -> None:
    licence = Path(ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "Apache License" in licence
    assert "END OF TERMS AND CONDITIONS" in licence
