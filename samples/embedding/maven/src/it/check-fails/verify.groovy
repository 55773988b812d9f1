String log = new File(basedir, 'build.log').text
assert log.contains("Run 'mvn drydock:apply' to mend them.")
assert log.contains('+RUN --mount=type=cache,target=/root/.cache/pip')
assert new File(basedir, 'Dockerfile').text == 'FROM python:3.12-slim\nRUN pip install --no-cache-dir flask\n'
