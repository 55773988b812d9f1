"""Stands in for uv, which the lab cannot download: what the lab's builds need of it, done by pip with a cache of uv's own.

It follows uv where a cache mount cares: the cache is $UV_CACHE_DIR, else $XDG_CACHE_HOME/uv, else ~/.cache/uv;
--no-cache, -n, --no-cache-dir and a true UV_NO_CACHE leave it alone; "uv cache clean" empties it.
With link mode symlink it does what uv's settings reference says of it: packages are unpacked in the cache, and what is
installed is links to them. All other link modes are pip's copies.
It shows what BuildKit mounts and what a cache saves, not how uv resolves or locks.
"""
import hashlib
import os
import shutil
import site
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
    link_mode = environment.get("UV_LINK_MODE", "")
    cached = environment.get("UV_NO_CACHE", "").lower() not in ("1", "true", "t", "yes", "y", "on")
    words = []
    rest = iter(arguments)
    for word in rest:
        if word in NO_CACHE:
            cached = False
        elif word == "--cache-dir":
            cache = next(rest)
        elif word == "--link-mode" or word.startswith("--link-mode="):
            link_mode = word.partition("=")[2] or next(rest)
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
    if link_mode == "symlink" and cached:
        archive = os.path.join(cache, "archive-v0", hashlib.sha256(repr(words).encode()).hexdigest()[:20])
        status = pip_install("--upgrade", "--target", archive, *words, environment=environment)
        link(archive, site.getsitepackages()[0])
        return status
    return pip_install(*words, environment=environment)


def pip_install(*words, environment):
    return subprocess.call([sys.executable, "-m", "pip", "install", *words], env=environment)


def link(archive, packages):
    """Puts a link to each file of the archive where Python looks for packages."""
    for folder, _, files in os.walk(archive):
        installed = os.path.join(packages, os.path.relpath(folder, archive))
        os.makedirs(installed, exist_ok=True)
        for file in files:
            place = os.path.join(installed, file)
            if os.path.lexists(place):
                os.remove(place)
            os.symlink(os.path.join(folder, file), place)


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
