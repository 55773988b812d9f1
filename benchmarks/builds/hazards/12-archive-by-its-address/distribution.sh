# An archive of a branch, whose module says what it is asked to.
set -e
mkdir -p /dist /tmp/localpackage-1.0
cd /tmp/localpackage-1.0
echo "CODE = '$1'" > localpackage.py
echo 'from setuptools import setup; setup(name="localpackage", version="1.0", py_modules=["localpackage"])' > setup.py
printf 'Metadata-Version: 2.1\nName: localpackage\nVersion: 1.0\n' > PKG-INFO
tar -C /tmp -czf /dist/localpackage-main.tar.gz localpackage-1.0
rm -rf /tmp/localpackage-1.0
