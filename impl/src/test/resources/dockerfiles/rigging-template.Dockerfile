# A template that something else fills in before anybody builds it.
FROM {{ base_image }}:{{ tag | default("latest") }}
{% if apt_packages %}
RUN apt-get update && apt-get install -y {{ apt_packages | join(" ") }} && rm -rf /var/lib/apt/lists/*
{% endif %}
RUN pip install --no-cache-dir %%REQUIREMENTS%%
CMD ["{{ command }}"]
