"""Puts notices that failed back into the queue, later and later, and gives up after a day."""
import os
import time

import requests
import structlog
from redis import Redis
from tenacity import retry, stop_after_attempt, wait_exponential

log = structlog.get_logger()
FIRST_WAIT_SECONDS = 30
LONGEST_WAIT_SECONDS = 24 * 60 * 60


@retry(stop=stop_after_attempt(5), wait=wait_exponential(max=30))
def order_exists(order: int) -> bool:
    return requests.get(f"{os.environ['API_URL']}/orders/{order}", timeout=5).status_code == 200


def main() -> None:
    queue = Redis.from_url(os.environ["REDIS_URL"], decode_responses=True)
    while True:
        _, order = queue.blpop("failed-notices")
        wait = FIRST_WAIT_SECONDS * 2 ** int(queue.hincrby("attempts", order, 1))
        if wait > LONGEST_WAIT_SECONDS or not order_exists(int(order)):
            log.error("given up", order=order)
            queue.hdel("attempts", order)
            continue
        time.sleep(min(wait, LONGEST_WAIT_SECONDS))
        queue.rpush("notices", order)


if __name__ == "__main__":
    main()
