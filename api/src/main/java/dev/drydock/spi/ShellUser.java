package dev.drydock.spi;

import org.jspecify.annotations.Nullable;

/**
 * Who a wrapper runs a command as.
 *
 * @param changed whether it is another user
 * @param name the other user; {@code null} where that cannot be told
 * @param resetsEnvironment whether variables set before do not reach the command
 */
public record ShellUser(boolean changed, @Nullable String name, boolean resetsEnvironment) {

  /** No change. */
  public static final ShellUser SAME = new ShellUser(false, null, false);
}
