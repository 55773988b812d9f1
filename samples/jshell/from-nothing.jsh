// A Dockerfile from nothing: samples/jshell/drydock samples/jshell/from-nothing.jsh > Dockerfile
// A line that begins with a dot would be read as a sentence of its own, so each ends with one.
var api = Dockerfile.from("python:3.12-slim").as("build").
    workdir("/src").
    copy("pyproject.toml", "uv.lock", ".").
    run(Run.of("uv sync --frozen").mount(CacheMount.at("/root/.cache/uv"))).
    andFrom("python:3.12-slim").
    env("PATH", "/src/.venv/bin:$PATH").
    copyFrom("build", "/src", "/src").
    user(10001, 10001).
    healthcheck(HealthCheck.cmd("curl -f localhost:8000/health").every(Duration.ofSeconds(30))).
    cmd("python", "-m", "api")
print(api.requireValid())
/exit
