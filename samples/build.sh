# What samples/drydock and samples/jshell/drydock share: finds Java, and builds what is older than its sources.
# Sourced by them, with root set to the top of this checkout. Gives $java.

fail() {
  printf 'drydock: %s\n' "$1" >&2
  exit 2
}

if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then
  java=$JAVA_HOME/bin/java
else
  java=$(command -v java) || fail 'java was not found; install a JDK (17 or later), or set JAVA_HOME'
fi

# Paths, and what is typed and printed, are UTF-8, whatever the locale says, and also where the one that it names is not
# installed.
export LC_ALL=C.UTF-8

stale() { # the file that a build ends with, what must be there, sources…
  local built=$1 product=$2
  shift 2
  [ ! -e "$product" ] || [ ! -f "$built" ] || [ -n "$(find "$@" -newer "$built" -print -quit)" ]
}

build() { # module below samples, what it is called, the file that a build ends with
  local target=$root/samples/$1/target name=$2 built=$3
  command -v mvn > /dev/null || fail "mvn was not found; install Maven, which builds $name on the first run"
  # A moment before the build, so that what is edited while it runs is newer than it.
  touch "$built.begun"
  echo "drydock: building $name, which takes a minute; what Maven says is in $target/build.log" >&2
  # What Maven says is worth a look only where it fails. Whatever it is told, it resets the colours of a terminal.
  if ! (cd "$root" && mvn -q -B -Dmaven.test.skip=true -pl "samples/$1" -am package) > "$target/build.log" 2>&1; then
    sed "s/$(printf '\033')\[[0-9;]*m//g" "$target/build.log" >&2
    fail 'the build failed; what Maven said is above'
  fi
  mv "$built.begun" "$built"
}

# Builds a module where one of the sources of the library, of this module or of those that are named is newer.
require_built() { # module below samples, what it is called, what must be there, more sources…
  local module=$1 name=$2 target=$root/samples/$1/target product=$3
  shift 3
  local built=$target/built
  local sources=("$root/pom.xml" "$root/api/pom.xml" "$root/api/src/main" "$root/api/fleet/pom.xml" "$root/api/fleet/src/main"
    "$root/impl/pom.xml" "$root/impl/src/main" "$root/samples/pom.xml" "$root/samples/$module/pom.xml" "$root/samples/$module/src/main" "$@")
  if ! stale "$built" "$product" "${sources[@]}"; then
    return
  fi
  mkdir -p "$target"
  if command -v flock > /dev/null; then
    # One build at a time; whoever had to wait finds it done.
    (
      flock 9
      ! stale "$built" "$product" "${sources[@]}" || build "$module" "$name" "$built"
    ) 9> "$target/lock" || exit 2
  else
    build "$module" "$name" "$built"
  fi
}
