"""Stands in for a package with a C extension: it keeps the compiler's flags of the build in what is installed."""
import os

from setuptools import setup

with open("nativeflags.py", "w") as module:
    module.write(f"BUILT_WITH = {os.environ.get('CFLAGS', '')!r}\n")

setup(name="nativeflags", version="1.0", py_modules=["nativeflags"])
