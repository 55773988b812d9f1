"""Waits for the database to answer, then brings its schema up to date."""
import os

import psycopg
from alembic import command
from alembic.config import Config
from tenacity import retry, stop_after_delay, wait_fixed

DATABASE_URL = os.environ["DATABASE_URL"]


@retry(stop=stop_after_delay(60), wait=wait_fixed(1))
def wait_for_database() -> None:
    psycopg.connect(DATABASE_URL, connect_timeout=2).close()


wait_for_database()
config = Config("alembic.ini")
config.set_main_option("sqlalchemy.url", DATABASE_URL.replace("postgresql://", "postgresql+psycopg://"))
command.upgrade(config, "head")
