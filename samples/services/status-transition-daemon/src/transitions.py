"""Moves orders through open, packed, shipped and delivered, and owes a notice for each step."""
import os

import pandas
import psycopg
import structlog
from apscheduler.schedulers.background import BackgroundScheduler
from redis import Redis

NEXT = {"open": "packed", "packed": "shipped", "shipped": "delivered"}
log = structlog.get_logger()


def advance(connection: psycopg.Connection, queue: Redis, order: int) -> None:
    row = connection.execute("select status from orders where id = %s for update", (order,)).fetchone()
    if row is None or row[0] not in NEXT:
        connection.rollback()
        return
    connection.execute("update orders set status = %s where id = %s", (NEXT[row[0]], order))
    connection.execute("insert into notices (order_id) values (%s)", (order,))
    connection.commit()
    queue.rpush("notices", order)


def report(connection: psycopg.Connection) -> None:
    orders = pandas.read_sql("select status from orders", connection)
    log.info("orders by status", **orders["status"].value_counts().to_dict())


def main() -> None:
    queue = Redis.from_url(os.environ["REDIS_URL"])
    with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        scheduler = BackgroundScheduler()
        scheduler.add_job(report, "interval", minutes=10, args=[connection])
        scheduler.start()
        last = "$"
        while True:
            for _, entries in queue.xread({"transitions": last}, block=0):
                for last, fields in entries:
                    advance(connection, queue, int(fields[b"order"]))


if __name__ == "__main__":
    main()
