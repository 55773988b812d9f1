"""Takes notices from the queue and posts them to the chats they are for."""
import os

import httpx
import psycopg
import structlog
from jinja2 import Template
from redis import Redis

log = structlog.get_logger()
TEXT = Template("Order {{ order }} is now {{ status }}.")


def deliver(connection: psycopg.Connection, chats: httpx.Client, order: int) -> None:
    row = connection.execute("select status, chat from orders where id = %s", (order,)).fetchone()
    if row is None:
        log.warning("a notice for an order that is gone", order=order)
        return
    status, chat = row
    answer = chats.post("/sendMessage", json={"chat_id": chat, "text": TEXT.render(order=order, status=status)})
    answer.raise_for_status()
    connection.execute("update notices set sent_at = now() where order_id = %s", (order,))
    connection.commit()


def main() -> None:
    queue = Redis.from_url(os.environ["REDIS_URL"])
    chats = httpx.Client(base_url=os.environ["CHAT_URL"])
    with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        while True:
            _, order = queue.blpop("notices")
            try:
                deliver(connection, chats, int(order))
            except httpx.HTTPError as error:
                log.warning("not delivered, left to retry", order=int(order), error=str(error))
                queue.rpush("failed-notices", order)
