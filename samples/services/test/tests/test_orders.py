import os

import httpx
import psycopg
import pytest


@pytest.fixture
def order() -> int:
    with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        row = connection.execute("insert into orders (status, chat) values ('open', 7) returning id").fetchone()
    return row[0]


async def test_an_order_can_be_read(order: int) -> None:
    async with httpx.AsyncClient(base_url=os.environ["API_URL"]) as api:
        assert (await api.get(f"/orders/{order}")).json()["status"] == "open"


async def test_an_unknown_order_is_not_found() -> None:
    async with httpx.AsyncClient(base_url=os.environ["API_URL"]) as api:
        assert (await api.get("/orders/0")).status_code == 404
