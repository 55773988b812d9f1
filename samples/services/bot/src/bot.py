"""Answers /status ORDER in a chat with what the API knows of the order."""
import asyncio
import os

import aiohttp
import structlog
from aiogram import Bot, Dispatcher
from aiogram.filters import Command
from aiogram.types import Message

API_URL = os.environ.get("API_URL", "http://localhost:8000")

log = structlog.get_logger()
dispatcher = Dispatcher()


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
    log.info("status told", order=order)
    await message.answer(f"Order {order}: {found['status']}")


if __name__ == "__main__":
    asyncio.run(dispatcher.start_polling(Bot(os.environ["BOT_TOKEN"])))
