"""What may be chosen when Heyan runs: from the environment (``HEYAN_…``), then ``heyan.toml`` where it runs, then defaults."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    SettingsError,
    TomlConfigSettingsSource,
)

from models.ocr.settings import OcrSettings
from pipeline.limits import Limits
from pipeline.logs import LogFormat
from pipeline.problems import UsageError
from pipeline.service.settings import ServiceSettings

FILE = "heyan.toml"


class Settings(BaseSettings):
    """``work``: where page pictures lie while they are needed; without it they go into the output folder and are removed at
    the end. ``index``: the database of all applications, by its URL; without it no application is compared with others.
    ``log_format``: of the service's log. ``otlp_endpoint``: the collector that its traces go to; without it there are
    none. ``debug`` shows stack traces and what third-party libraries print."""

    model_config = SettingsConfigDict(
        env_prefix="HEYAN_",
        env_nested_delimiter="_",
        env_nested_max_split=1,
        toml_file=FILE,
        frozen=True,
        extra="forbid",
    )

    ocr: OcrSettings = Field(default_factory=OcrSettings)
    limits: Limits = Field(default_factory=Limits)
    service: ServiceSettings = Field(default_factory=ServiceSettings)
    work: Path | None = None
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "WARNING"
    log_format: LogFormat = "text"
    otlp_endpoint: str = ""
    debug: bool = False
    index: str = ""

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - pydantic-settings passes it by this name
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """No .env file: it belongs to other tools."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


def load_settings() -> Settings:
    """The settings of this machine and folder. Raises ``UsageError`` naming the first one that cannot be used."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        name = ".".join(str(part) for part in first["loc"])
        raise UsageError(f"setting {name}: {first['msg']}; see the settings table in README.md") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{FILE} is not TOML: {error}") from None
    except SettingsError as error:
        raise UsageError(f"settings: {error}; see the settings table in README.md") from None
