"""Run the migrations that ship inside the package, and tell which there are."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, text

from harvester.store.locks import POSTGRES_KEY


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    return config


def known_versions() -> set[str]:
    """The names of all migrations that this program has."""
    return {revision.revision for revision in ScriptDirectory.from_config(_config()).walk_revisions()}


def upgrade(engine: Engine) -> None:
    """Bring a database to the newest schema in one transaction.

    Foreign keys are off meanwhile: Alembic's batch mode drops and makes tables anew, and a cascade would empty others.
    They are checked before the transaction ends.
    """
    config = _config()
    with engine.connect() as connection:
        sqlite = connection.dialect.name == "sqlite"
        if sqlite:
            connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
            connection.commit()
        with connection.execution_options(writing=True).begin():
            if connection.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": POSTGRES_KEY - 1})
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
