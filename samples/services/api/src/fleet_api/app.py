"""Orders over HTTP: read one, get its invoice, move it to its next status."""
from contextlib import asynccontextmanager

import asyncpg
import boto3
import structlog
from fastapi import FastAPI, HTTPException
from redis.asyncio import Redis

from fleet_api.settings import Settings

log = structlog.get_logger()


@asynccontextmanager
async def lifespan(app: FastAPI):
    settings = Settings()
    app.state.database = await asyncpg.create_pool(settings.database_url)
    app.state.invoices = boto3.client("s3")
    app.state.bucket = settings.invoice_bucket
    app.state.queue = Redis.from_url(settings.redis_url)
    yield
    await app.state.database.close()
    await app.state.queue.aclose()


app = FastAPI(title="Order desk", lifespan=lifespan)


@app.get("/health")
async def health() -> dict[str, str]:
    return {"status": "ok"}


@app.get("/orders/{order_id}")
async def read_order(order_id: int) -> dict:
    row = await app.state.database.fetchrow("select id, status, chat from orders where id = $1", order_id)
    if row is None:
        raise HTTPException(status_code=404, detail=f"no order {order_id}")
    return dict(row)


@app.get("/orders/{order_id}/invoice")
async def link_invoice(order_id: int) -> dict[str, str]:
    link = {"Bucket": app.state.bucket, "Key": f"{order_id}.pdf"}
    return {"url": app.state.invoices.generate_presigned_url("get_object", Params=link, ExpiresIn=600)}


@app.post("/orders/{order_id}/advance", status_code=202)
async def advance_order(order_id: int) -> dict[str, int]:
    await app.state.queue.xadd("transitions", {"order": order_id})
    log.info("transition requested", order=order_id)
    return {"order": order_id}
