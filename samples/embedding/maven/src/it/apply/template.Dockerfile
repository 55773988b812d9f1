FROM {{ image }}
RUN pip install flask
