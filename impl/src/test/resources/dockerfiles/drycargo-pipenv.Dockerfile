# Pipenv into the system, as services of 2019 had it.
FROM python:3.8-buster
RUN pip install pipenv==2022.8.5
WORKDIR /usr/src/app
COPY Pipfile Pipfile.lock ./
RUN set -ex && pipenv install --deploy --system --ignore-pipfile && pipenv --clear
ADD . /usr/src/app
CMD gunicorn drycargo:app -b 0.0.0.0:$PORT --log-file=-
