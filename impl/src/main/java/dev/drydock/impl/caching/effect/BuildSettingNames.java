package dev.drydock.impl.caching.effect;

import java.util.regex.Pattern;

/**
 * Variables and options that decide what a package built from source becomes (hazard 12).
 *
 * <p>Sources: GNU make, "Variables Used by Implicit Rules"; CMake, "Environment Variables"; PyTorch, "Environment variables
 * for building extensions"; pip and uv, options of {@code install}; the build documentation of packages that read others.
 */
public final class BuildSettingNames {

  private static final Pattern VARIABLES =
      Pattern.compile(
          "CMAKE_(?!BUILD_PARALLEL_LEVEL|POLICY_VERSION_MINIMUM|GENERATOR$|VERSION|URL|EXPORT_)[A-Z_]+"
              + "|(?!MAKE)[A-Z]*FLAGS|CC|CXX|FC|NVCC|TORCH_CUDA_ARCH_LIST|(\\w+_)?CUDA_ARCH\\w*|CUDAARCHS|NVCC_\\w+"
              + "|FORCE_(?!COLOR)\\w+|\\w+_FORCE_BUILD|\\w+_BUILD_FROM_SOURCE|BUILD_WITH_\\w+|\\w+_WITH_CUDA"
              + "|USE_(CUDA|ROCM|OPENMP|MKL\\w*)|DS_BUILD_\\w+|MAX_JOBS_ARCH|PYTORCH_ROCM_ARCH|\\w+_TARGET_DEVICE"
              + "|(PIP|UV)_(NO_BINARY\\w*|CONFIG_SETTINGS\\w*|GLOBAL_OPTION|NO_BUILD_ISOLATION\\w*)|PYCURL_SSL_LIBRARY|BLIS_ARCH"
              + "|HDF5_(MPI|DIR)|SKBUILD_\\w+|NO_CUDA|ENABLE_CUDA");

  private static final Pattern OPTIONS =
      Pattern.compile(
          "--no-binary(=.*)?|--no-build-isolation(-package)?(=.*)?|--global-option(=.*)?|--build-option(=.*)?"
              + "|--config-settings?(=.*)?|-C.+");

  private BuildSettingNames() {}

  /** Whether a variable of this name is one. */
  public static boolean isVariable(String name) {
    return VARIABLES.matcher(name).matches();
  }

  /** Whether an option of a package manager, as written, is one. */
  public static boolean isOption(String text) {
    return text.startsWith("-") && OPTIONS.matcher(text).matches();
  }
}
