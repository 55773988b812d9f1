String before = 'FROM python:3.12-slim\nRUN pip install --no-cache-dir flask\n'
String after = '''\
# syntax=docker/dockerfile:1
FROM python:3.12-slim
RUN --mount=type=cache,target=/root/.cache/pip \\
    pip install flask
'''
['Dockerfile', 'image.txt', 'service/Dockerfile'].each { assert new File(basedir, it).text == after : it }
['vendor/Dockerfile', 'target/Dockerfile'].each { assert new File(basedir, it).text == before : it }
// Bytes that are no UTF-8 stay as they were.
assert new File(basedir, 'Dockerfile.latin1').getText('ISO-8859-1') ==
    '# syntax=docker/dockerfile:1\nFROM python:3.12-slim\n# caf\u00e9\nRUN --mount=type=cache,target=/root/.cache/pip \\\n    pip install flask\n'
String log = new File(basedir, 'build.log').text
assert log.contains('template.Dockerfile is left alone: it looks like a Jinja template')
assert log.contains('empty.Dockerfile is left alone: the file is empty')
// The root leaves the module's file to the module.
assert log.count('Dockerfile is rewritten') + log.count('image.txt is rewritten') + log.count('latin1 is rewritten') == 4
assert log.contains('No Dockerfile needs a change') == false
