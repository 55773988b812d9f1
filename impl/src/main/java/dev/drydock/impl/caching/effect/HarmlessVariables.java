package dev.drydock.impl.caching.effect;

import java.util.regex.Pattern;

/**
 * Variables that leave a package built from source as it is. Whatever is not here and stands right before a package
 * manager may be a build setting.
 *
 * <p>Sources: POSIX XBD 8, "Environment Variables"; debconf(7), apt.conf(5); curl(1), "ENVIRONMENT"; python(1); git(1); The
 * Cargo Book, "Environment Variables"; CMake, "Environment Variables"; PyTorch and NumPy, build documentation; scikit-learn,
 * the placeholder package {@code sklearn}.
 */
final class HarmlessVariables {

  private static final Pattern NAMES =
      Pattern.compile(
          // The shell and the system.
          "HOME|PATH|PWD|OLDPWD|SHELL|USER|USERNAME|LOGNAME|HOSTNAME|TERM|COLUMNS|LINES|TMPDIR|TEMP|TMP|TZ|IFS|PS1"
              + "|LANG|LANGUAGE|LC_\\w+|XDG_\\w+|CI|DEBUG|VERBOSE|NO_COLOR|FORCE_COLOR|CLICOLOR(_FORCE)?"
              // Debian's packages.
              + "|DEBIAN_\\w+|DEBCONF_\\w+|APT_\\w+|NEEDRESTART_\\w+|UCF_\\w+|ACCEPT_EULA"
              // Networks and certificates.
              + "|(?i:(https?|ftp|all|no)_proxy)|SSL_CERT_(FILE|DIR)|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE|NODE_EXTRA_CA_CERTS"
              + "|NETRC|CURL_\\w+|AWS_\\w+|AZURE_\\w+|GOOGLE_\\w+|KEYRING_\\w+|PYTHON_KEYRING_BACKEND"
              // Python itself: not what modules it finds.
              + "|PYTHON(UNBUFFERED|DONTWRITEBYTECODE|IOENCODING|UTF8|HASHSEED|FAULTHANDLER|WARNINGS|NOUSERSITE|USERBASE"
              + "|PYCACHEPREFIX|VERBOSE|STARTUP|COERCECLOCALE|NODEBUGRANGES|UNBUFFERED|ASYNCIODEBUG)|VIRTUAL_ENV\\w*|PYTHON_VERSION"
              + "|CONDA_\\w+|MAMBA_\\w+|PIPX_\\w+|PIP_\\w+|UV_\\w+|POETRY_\\w+|PIPENV_\\w+|PDM_\\w+|HATCH_(?!BUILD)\\w+"
              // Sources from version control; but not which of their large files are there.
              + "|GIT_(?!LFS_)\\w+|SSH_\\w+|HG\\w*|GH_TOKEN|GITHUB_\\w+|GITLAB_\\w+"
              // How many jobs build, and how much they say.
              + "|MAX_JOBS|MAKEFLAGS|MAKE_JOBS|NINJA_STATUS|NPY_NUM_BUILD_JOBS|CMAKE_BUILD_PARALLEL_LEVEL"
              + "|CARGO_BUILD_JOBS|CARGO_NET_\\w+|CARGO_HTTP_\\w+|CARGO_HOME|CARGO_TERM_\\w+|RUSTUP_HOME|RUST_BACKTRACE"
              + "|OMP_NUM_THREADS|MKL_NUM_THREADS|OPENBLAS_NUM_THREADS|CMAKE_POLICY_VERSION_MINIMUM|CMAKE_VERSION|CMAKE_URL\\w*"
              + "|CMAKE_GENERATOR|CMAKE_EXPORT_\\w+"
              // Other ecosystems.
              + "|(?i:npm_config_\\w+)|NODE_(?!GYP)\\w+|NVM_\\w+|YARN_\\w+|PNPM_\\w+|COREPACK_\\w+|NEXT_\\w+|DOTNET_\\w+|HOMEBREW_\\w+"
              + "|JAVA_\\w+|MAVEN_\\w+|GRADLE_\\w+|GO(PATH|ROOT|PROXY|CACHE|MODCACHE)"
              // Where models lie that are downloaded at run time.
              + "|HF_\\w+|HUGGINGFACE_\\w+|TRANSFORMERS_\\w+|TORCH_HOME|NLTK_DATA"
              // Who built the image, when and from what.
              + "|DOCKER_\\w+|BUILDKIT_\\w+|BUILDPLATFORM|(TARGET|BUILD)(PLATFORM|OS|ARCH|VARIANT)|TARGET_ARCH"
              + "|(\\w+_)?BUILD_(DATE|TIME|TIMESTAMP|NUMBER|NUM|NO|ID|VERSION|HASH|SHA|REF|REVISION|TAG|URL|ENV|COMMIT|BRANCH)"
              // Leave to install a package that only names another one.
              + "|SKLEARN_ALLOW_DEPRECATED_SKLEARN_PACKAGE_INSTALL|LANGCHAIN_\\w+");

  /** Which version, where from, by whom; but not those that give what is built another version. */
  private static final Pattern PARTICULARS =
      Pattern.compile(
          "(?i)(?!SETUPTOOLS_SCM|PBR_|\\w*PRETEND)\\w+_(VERSION|VER|TAG|COMMIT|SHA256|URL|URI|HOST|PORT|USER|USERNAME|PASSWORD|TOKEN"
              + "|SECRET|KEY|INDEX_URL|ENV|ENVIRONMENT|LOG_LEVEL)|VERSION|TOKEN");

  /**
   * What a program reads when it runs, and no build: of packages that are published as pure Python, without anything to
   * compile.
   */
  private static final Pattern RUN_TIME =
      Pattern.compile(
          "(DJANGO|FLASK|FASTAPI|UVICORN|GUNICORN|CELERY|JUPYTER|JUPYTERLAB|NOTEBOOK|MLFLOW|AIRFLOW|STREAMLIT|GRADIO|PREFECT|DAGSTER|DBT"
              + "|SENTRY|OTEL|OPENTELEMETRY|POSTHOG|OPENAI|ANTHROPIC|ANSIBLE|TENSORBOARD|SAGEMAKER|SCARF|SUPERSET|LITELLM|HYPERCORN|REDIS|BOTO|BOTO3|NLTK|LABEL)_\\w+|\\w+_NO_(ANALYTICS|TELEMETRY|TRACKING|BROWSER\\w*|INTERACTION|INPUT|WARNINGS?|UPDATE_\\w+)");

  private static final Recent<Boolean> KNOWN = new Recent<>(HarmlessVariables::find);

  private HarmlessVariables() {}

  static boolean has(String name) {
    return KNOWN.of(name);
  }

  private static boolean find(String name) {
    return NAMES.matcher(name).matches() || PARTICULARS.matcher(name).matches() || RUN_TIME.matcher(name).matches();
  }
}
