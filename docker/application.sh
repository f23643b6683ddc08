# shellcheck shell=bash
# The launcher's JDK and packaged application, sourced by ../yiwen after state.sh.

: "${root:?}" "${work:?}"

jdk_version() { # FOLDER: its major version if it is a JDK, else 0
  local version=0
  if [[ -x $1/bin/javac && -x $1/bin/java ]]; then
    version=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
  fi
  echo "${version:-0}"
}

find_jdk() {
  local folders=("${JAVA_HOME:-}") folder
  if command -v javac >/dev/null; then folders+=("$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")"); fi
  while read -r _ folder; do folders+=("$folder"); done < <(
    for folder in /usr/lib/jvm/*/; do echo "$(jdk_version "${folder%/}") ${folder%/}"; done | sort -rn)
  for folder in "${folders[@]}"; do
    jdk=$(jdk_version "$folder")
    if ((jdk >= 21)); then
      export JAVA_HOME=$folder
      return
    fi
  done
  fail "Yiwen needs a JDK 21 or newer: install one (sudo apt install openjdk-21-jdk-headless on Debian 13 and Ubuntu," \
    "temurin-25-jdk from packages.adoptium.net elsewhere) or point JAVA_HOME at one."
}

# One Maven at a time in this checkout, wherever its data are, until descriptor 6 is closed.
lock_build() {
  make_work
  exec 6<"$root"
  flock -n 6 || { say "Waiting for another build or test of this checkout …"; flock 6; }
}

# Makes sure that the packaged application is as new as its sources. It runs from a copy below $work, so that a build
# started meanwhile in another terminal cannot pull the classes from under it.
build() {
  local jar=$root/target/quarkus-app/quarkus-run.jar started old
  lock_build
  if [[ ! -e $jar || -n $(find "$root"/{pom.xml,src/main,prompts,knowledge} -newer "$jar" -print -quit 2>/dev/null) ]]; then
    say "Building (the first time takes a few minutes) …"
    started=$(date +%s.%N)
    foreground env -C "$root" ./mvnw -B -ntp -q -Dmaven.test.skip=true -Dspotless.check.skip package >"$work/build.log" 2>&1 ||
      { tail -n 30 "$work/build.log" >&2; fail "The build failed; all of its output is in $work/build.log."; }
    touch -d "@$started" "$jar"
  fi
  app=$work/builds/$(stat -c %.Y "$jar")
  if [[ ! -d $app ]]; then
    rm -rf "$work"/builds/*.new
    mkdir -p "$work/builds"
    cp -a --reflink=auto "$root/target/quarkus-app" "$app.new"
    mv "$app.new" "$app"
  fi
  exec 7>>"$app/in-use"
  flock -s 7
  for old in "$work"/builds/*; do
    if [[ $old != "$app" ]] && flock -n -x "$old/in-use" true; then rm -rf "$old"; fi
  done
  exec 6>&-
  clear_work
}

# What the heap may grow to: 1 GiB, on a small machine 40 % of its memory. Idle, the collector gives back what it can.
heap_options() {
  local memory=0 largest=1024
  memory=$(awk '/^MemTotal:/ { print int($2 / 1024 * 0.4) }' /proc/meminfo 2>/dev/null) || true
  if ((memory > 0 && memory < largest)); then largest=$memory; fi
  echo "-Xmx${YIWEN_HEAP:-${largest}m} -XX:G1PeriodicGCInterval=30000 -XX:MaxHeapFreeRatio=50"
}

# Commands that are over in seconds need no code that took long to make fast.
is_brief() { [[ ${1:-} =~ ^(admin|ask|audit|customer|export)$ ]]; }

java_command() { # COMMAND…: sets $command
  local heap
  read -ra heap <<<"$(heap_options)"
  command=("$JAVA_HOME/bin/java" "${heap[@]}" --enable-native-access=ALL-UNNAMED)
  if ((jdk >= 24)); then command+=(--sun-misc-unsafe-memory-access=allow); fi
  if is_brief "$@"; then command+=(-XX:TieredStopAtLevel=1); fi
  if [[ -n ${YIWEN_JAVA_OPTS:-} ]]; then
    local options
    read -ra options <<<"$YIWEN_JAVA_OPTS"
    command+=("${options[@]}")
  fi
  command+=(-jar "$app/quarkus-run.jar" "$@")
}
