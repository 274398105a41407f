"""The library's database as the settings name it."""

from harvester.ports import Store
from harvester.wiring.settings import Settings


def open_store(settings: Settings, *, create: bool) -> Store:
    """The library that the settings name. Raises `NotFoundError` if there is none and it shall not be made."""
    from harvester.store.database import check_url
    from harvester.store.library_store import SqlStore

    check_url(settings.database_url)
    return SqlStore(settings.database_url, create=create)
