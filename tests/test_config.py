"""Settings come from flags, the environment, dateline.toml and defaults, in that order."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.config import Config, load
from dateline.errors import ConfigError


def test_each_source_beats_the_next(tmp_path: Path) -> None:
    (tmp_path / "dateline.toml").write_text(
        'format = "csv"\nmax_characters = 5000\ncoder = "file"\n'
    )
    environment = {"DATELINE_FORMAT": "html", "DATELINE_CODER": "environment"}
    config = load({"coder": "flag", "format": None}, environment, tmp_path)
    assert (config.coder, config.format, config.max_characters) == ("flag", "html", 5000)
    assert config.origins == {
        "coder": "--coder",
        "format": "$DATELINE_FORMAT",
        "max_characters": str(tmp_path / "dateline.toml"),
        **dict.fromkeys(("reviewer", "tiles", "tiles_attribution"), "default"),
    }


def test_without_any_source_the_defaults_hold(tmp_path: Path) -> None:
    config = load(None, {}, tmp_path)
    assert config == Config(origins=dict.fromkeys(Config.settings(), "default"))


def test_a_number_in_the_environment_is_a_number(tmp_path: Path) -> None:
    assert load(None, {"DATELINE_MAX_CHARACTERS": "2000"}, tmp_path).max_characters == 2000


@pytest.mark.parametrize(
    ("content", "environment", "words"),
    [
        ("formt = 'csv'", {}, "dateline.toml: no setting is called 'formt'; there are coder"),
        ("format = ", {}, "dateline.toml: not TOML"),
        ("max_characters = 5", {}, "dateline.toml: max_characters = 5: Input should be greater"),
        ("format = 3", {}, "dateline.toml: format = 3: Input should be a valid string"),
        ("", {"DATELINE_MAX_CHARACTERS": "many"}, "$DATELINE_MAX_CHARACTERS: max_characters = "),
        (b"format = '\xff'", {}, "dateline.toml: not UTF-8"),
    ],
)
def test_a_bad_value_is_named_with_its_source(
    tmp_path: Path, content: str | bytes, environment: dict[str, str], words: str
) -> None:
    raw = content if isinstance(content, bytes) else content.encode()
    (tmp_path / "dateline.toml").write_bytes(raw)
    with pytest.raises(ConfigError) as caught:
        load(None, environment, tmp_path)
    assert words in str(caught.value)
