"""Settings: environment before heyan.toml before defaults, and one line for what cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.problems import UsageError
from pipeline.settings import Settings, load_settings


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder without heyan.toml, so that the developer's own settings do not count."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_everything_has_a_default() -> None:
    settings = load_settings()
    assert settings.ocr.runtime == "auto"
    assert settings.limits.pages == 300
    assert settings.work is None
    assert not settings.debug


@pytest.mark.parametrize(
    ("variable", "value", "read"),
    [
        ("HEYAN_OCR_RUNTIME", "onnxruntime", lambda s: s.ocr.runtime),
        ("HEYAN_OCR_SIDE_LIMIT", "960", lambda s: str(s.ocr.side_limit)),
        ("HEYAN_LIMITS_FILE_BYTES", "1000", lambda s: str(s.limits.file_bytes)),
        ("HEYAN_WORK", "/var/heyan", lambda s: str(s.work)),
        ("HEYAN_LOG_LEVEL", "DEBUG", lambda s: s.log_level),
        ("HEYAN_WEIGHTS", "/models", lambda s: str(s.ocr.weights)),
    ],
)
def test_the_environment_sets_one_value_and_leaves_the_others(
    variable: str, value: str, read: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, value)
    settings = load_settings()
    assert callable(read)
    assert read(settings) == value
    assert settings.ocr.recogniser == Settings.model_fields["ocr"].get_default(call_default_factory=True).recogniser
    assert settings.limits.pages == 300


def test_the_environment_wins_over_the_file(elsewhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (elsewhere / "heyan.toml").write_text('log_level = "ERROR"\n[ocr]\nruntime = "onnxruntime"\nthreads = 3\n')
    monkeypatch.setenv("HEYAN_OCR_THREADS", "1")
    settings = load_settings()
    assert (settings.log_level, settings.ocr.runtime, settings.ocr.threads) == ("ERROR", "onnxruntime", 1)


@pytest.mark.parametrize(
    ("variable", "value", "named"),
    [
        ("HEYAN_OCR_RUNTIME", "quantum", "ocr.runtime"),
        ("HEYAN_OCR_TREADS", "2", "ocr.treads"),
        ("HEYAN_LIMITS_PAGES", "many", "limits.pages"),
        ("HEYAN_DEBUG", "perhaps", "debug"),
        ("HEYAN_OCR", "no object", "ocr"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(variable: str, value: str, named: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(UsageError) as caught:
        load_settings()
    assert named in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("content", ["runtime = ", "colour = 'red'\n", "[ocr]\nruntim = 'auto'\n"])
def test_a_settings_file_with_mistakes_is_refused(content: str, elsewhere: Path) -> None:
    (elsewhere / "heyan.toml").write_text(content)
    with pytest.raises(UsageError):
        load_settings()
