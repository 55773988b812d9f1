"""Answers /status ORDER in a chat with what the API knows of the order, and /chart with how the orders stand."""
import asyncio
import io
import os
from collections import Counter

import aiohttp
import structlog
from aiogram import Bot, Dispatcher
from aiogram.filters import Command
from aiogram.types import BufferedInputFile, Message
from matplotlib.figure import Figure

API_URL = os.environ.get("API_URL", "http://localhost:8000")

log = structlog.get_logger()
dispatcher = Dispatcher()
seen: dict[str, str] = {}


@dispatcher.message(Command("status"))
async def status(message: Message) -> None:
    order = (message.text or "").removeprefix("/status").strip()
    if not order.isdigit():
        await message.answer("Which order? Try /status 42")
        return
    async with aiohttp.ClientSession(API_URL) as session:
        async with session.get(f"/orders/{order}") as response:
            if response.status == 404:
                await message.answer(f"I know of no order {order}.")
                return
            found = await response.json()
    seen[order] = found["status"]
    log.info("status told", order=order)
    await message.answer(f"Order {order}: {found['status']}")


@dispatcher.message(Command("chart"))
async def chart(message: Message) -> None:
    counts = Counter(seen.values())
    figure = Figure(figsize=(6, 3))
    figure.subplots().bar(list(counts), list(counts.values()))
    image = io.BytesIO()
    figure.savefig(image, format="png")
    await message.answer_photo(BufferedInputFile(image.getvalue(), "orders.png"))


if __name__ == "__main__":
    asyncio.run(dispatcher.start_polling(Bot(os.environ["BOT_TOKEN"])))
