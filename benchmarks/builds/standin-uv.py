"""Stands in for uv, which the lab cannot download: what the lab's builds need of it, done by pip with a cache of uv's own.

It follows uv where a cache mount cares: the cache is $UV_CACHE_DIR, else $XDG_CACHE_HOME/uv, else ~/.cache/uv;
--no-cache, -n, --no-cache-dir and a true UV_NO_CACHE leave it alone; "uv cache clean" empties it.
It shows what BuildKit mounts and what a cache saves, not how uv resolves or links.
"""
import os
import shutil
import subprocess
import sys
import tomllib

NO_CACHE = ("--no-cache", "--no-cache-dir", "-n")


def cache_folder(environment):
    home = environment.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return environment.get("UV_CACHE_DIR") or os.path.join(home, "uv")


def index():
    try:
        with open("/etc/uv/uv.toml", "rb") as file:
            return tomllib.load(file)["index-url"]
    except (OSError, KeyError):
        return None


def requirements(file):
    """What pip is to be told for one -r FILE: uv also takes a pyproject.toml there, pip does not."""
    if os.path.basename(file) != "pyproject.toml":
        return ["-r", file]
    with open(file, "rb") as project:
        return tomllib.load(project)["project"].get("dependencies", [])


def install(arguments):
    environment = dict(os.environ)
    cache = cache_folder(environment)
    cached = environment.get("UV_NO_CACHE", "").lower() not in ("1", "true", "t", "yes", "y", "on")
    words = []
    rest = iter(arguments)
    for word in rest:
        if word in NO_CACHE:
            cached = False
        elif word == "--cache-dir":
            cache = next(rest)
        elif word in ("-r", "--requirement"):
            words += requirements(next(rest))
        elif word not in ("--system", "--break-system-packages"):
            words.append(word)
    environment.pop("PIP_NO_CACHE_DIR", None)
    if cached:
        environment["PIP_CACHE_DIR"] = cache
    else:
        environment["PIP_NO_CACHE_DIR"] = "1"
    if index():
        environment["PIP_INDEX_URL"] = index()
    return subprocess.call([sys.executable, "-m", "pip", "install", *words], env=environment)


def main():
    print("stand-in for uv: pip with uv's cache folder", file=sys.stderr, flush=True)
    words = sys.argv[1:]
    leading = []
    while words and words[0] in NO_CACHE:
        leading.append(words.pop(0))
    if words[:2] == ["pip", "install"]:
        sys.exit(install(leading + words[2:]))
    if words[:2] in (["cache", "clean"], ["cache", "prune"]):
        for entry in os.scandir(cache_folder(os.environ)):
            shutil.rmtree(entry.path) if entry.is_dir() else os.remove(entry.path)
        sys.exit(0)
    if words == ["--version"]:
        print("uv 0.0.0 (stand-in)")
        sys.exit(0)
    sys.exit(f"the stand-in for uv does not know: uv {' '.join(words)}")
