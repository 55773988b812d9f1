package dev.drydock.impl.check;

import dev.drydock.dockerfile.Instruction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether what pip or uv builds in a RUN depends on more than the names and versions by which a cache knows it. */
final class SettingsOfBuilds {

  /** What a compiler or a build script reads, wherever it is set. */
  private static final Pattern SETTING =
      Pattern.compile(
          "\\b(CMAKE_ARGS|CFLAGS|CXXFLAGS|CPPFLAGS|LDFLAGS|NVCC_APPEND_FLAGS|TORCH_CUDA_ARCH_LIST|FORCE_CMAKE|FORCE_CUDA"
              + "|TCNN_CUDA_ARCHITECTURES|CC|CXX|HNSWLIB_NO_NATIVE)=|--no-binary\\b|--no-build-isolation\\b|--config-settings?\\b");

  /**
   * Sources whose content is not told by their names: a folder of archives, and an archive by its address that pip knows by a
   * name and caches, since its file is called like {@code name-branch.zip}. A version or a commit in it tells the content.
   */
  private static final Pattern SOURCE =
      Pattern.compile(
          "--find-links\\b|\\s-f[ =/]|@ ?(?:https?|file)://\\S*/[^/\\s]*-(?!v?\\d|[0-9a-f]{40})[^/\\s]*\\.(?:zip|tar\\.gz|tgz)(?=$|[#\\s])");

  private static final Pattern ASSIGNMENT = Pattern.compile("(?<!\\S)([A-Za-z_]\\w*)=(?!\\$\\(|`)");

  /** pip keeps no build of the project that it stands in. */
  private static final Pattern OWN_PROJECT = Pattern.compile("^\\S+ install (-\\S+ )*\\.(\\[\\S*\\])?$");

  /**
   * Variables that decide where from, how loudly, where to and for which Python, and not what is built: a wheel names its
   * Python.
   */
  private static final Pattern HARMLESS =
      Pattern.compile(
          "PIP_(?!NO_BINARY|FIND_LINKS|CONFIG|NO_BUILD).*|UV_(?!NO_BINARY|FIND_LINKS|CONFIG|NO_BUILD).*|PYTHON.*|PYENV_VERSION|DEBIAN_FRONTEND"
              + "|(?i)(https?|ftp|all|no)_proxy|HOME|PATH|LANG|LANGUAGE|LC_\\w+|TMPDIR|TERM|USER|XDG_\\w+|VIRTUAL_ENV|POETRY_\\w+"
              + "|GIT_(?!.*VERSION)\\w+|REQUESTS_CA_BUNDLE|SSL_CERT_\\w+|CURL_CA_BUNDLE|SHELL"
              + "|MAX_JOBS|CMAKE_BUILD_PARALLEL_LEVEL|PIPENV_\\w+");

  private SettingsOfBuilds() {}

  /** Whether ENV, ARG, export, an assignment before the tool or an option of it makes a build another one. */
  static boolean areAround(Step step, Rewritten file, String tool) {
    Pattern call = Pattern.compile("(?<![\\w./-])(?:\\S*/)?(?:" + (tool.equals("pip") ? "(?<!uv )pip[\\d.]*" : "uv") + ")(?= )");
    boolean exported = false;
    for (String segment : step.is().segments()) {
      Matcher called = call.matcher(segment);
      if (called.find()) {
        String options = segment.substring(called.start());
        if (!options.matches("\\S+ (.* )?(install|wheel|sync|add|run|download)( .*)?") || OWN_PROJECT.matcher(options).find()) {
          continue;
        }
        if (exported
            || isSetting(segment.substring(0, called.start()))
            || SETTING.matcher(options).find()
            || (tool.equals("pip") && !options.contains("--no-index") && SOURCE.matcher(options).find())) {
          return true;
        }
      } else if (segment.matches("export .*") && isSetting(segment)) {
        exported = true;
      } else if (segment.matches("\\w+=\\S*( \\w+=\\S*)*") && SETTING.matcher(segment).find()) {
        exported = true;
      }
    }
    return file.before(step).stream().anyMatch(SettingsOfBuilds::sets);
  }

  private static boolean isSetting(String text) {
    return ASSIGNMENT.matcher(text).results().anyMatch(found -> !HARMLESS.matcher(found.group(1)).matches());
  }

  private static boolean sets(Instruction instruction) {
    String text = Joined.of(instruction).command();
    return text.matches("(?is)\\s*(env|arg)\\s.*")
        && SETTING.matcher(text.replaceFirst("^(?i)\\s*(env\\s+\\w+)\\s+(?!\\S*=)", "$1=")).find();
  }
}
