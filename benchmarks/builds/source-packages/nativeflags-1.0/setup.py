"""Stands in for a package with a C extension: it keeps in what is installed the settings that it was built with."""
import os

from setuptools import setup

with open("nativeflags.py", "w") as module:
    settings = [os.environ.get("CFLAGS", ""), "cuda" if "NATIVEFLAGS_WITH_CUDA" in os.environ else ""]
    module.write(f"BUILT_WITH = {' '.join(settings).strip()!r}\n")

setup(name="nativeflags", version="1.0", py_modules=["nativeflags"])
