# Copyright (c) 2026 The Loupe authors.
# This program and the accompanying materials are made available under the terms of the
# Eclipse Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/
# SPDX-License-Identifier: EPL-2.0
#
# Finds the JDK and the Maven that build Loupe, and knows where the product lies; sourced by ./loupe and ./verify, which set `root` and `tool` (the name
# that messages begin with) before. Needs nothing but a POSIX shell.

min_java=21
min_maven=3.9.9
fetched_maven=3.9.11

say() { printf '%s: %s\n' "$tool" "$*" >&2; }

# Prints the feature version of the JDK in folder $1, 0 if there is none.
jdk_version() {
  if [ ! -x "$1/bin/javac" ]; then
    echo 0
    return
  fi
  if [ -r "$1/release" ]; then
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  else
    version=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
  fi
  echo "${version:-0}"
}

# Sets and exports JAVA_HOME to a JDK that is new enough: LOUPE_JAVA, JAVA_HOME, the one on the PATH, else the newest in the
# usual folders. Fails if there is none.
find_jdk() {
  on_path=$(command -v javac 2>/dev/null) && on_path=$(readlink -f "$on_path") || on_path=
  asked=${LOUPE_JAVA:-}
  for folder in "$asked" "${asked%/bin/java}" "${JAVA_HOME:-}" "${on_path%/bin/javac}"; do
    if [ -n "$folder" ] && [ "$(jdk_version "$folder")" -ge "$min_java" ]; then
      JAVA_HOME=$folder
      export JAVA_HOME
      return 0
    fi
  done
  best=
  best_version=$((min_java - 1))
  for folder in /usr/lib/jvm/* /opt/* /usr/local/* "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    version=$(jdk_version "$folder")
    if [ "$version" -gt "$best_version" ]; then
      best=$folder
      best_version=$version
    fi
  done
  [ -n "$best" ] || return 1
  JAVA_HOME=$best
  export JAVA_HOME
}

no_jdk() { say "no JDK $min_java or newer found; install one (Debian, Ubuntu: openjdk-21-jdk; others: any OpenJDK build) or set JAVA_HOME"; }

# True if the dotted version $1 is at least $2.
at_least() {
  [ "$(printf '%s\n%s\n' "$2" "$1" | sort -t. -k1,1n -k2,2n -k3,3n | head -n 1)" = "$2" ]
}

# Prints the version of the Maven whose script is $1, from the name of its core jar (starting it would cost a second).
maven_version() {
  real=$(readlink -f "$1") || return 0
  for jar in "${real%/bin/mvn}"/lib/maven-core-*.jar; do
    version=${jar##*/maven-core-}
    version=${version%.jar}
    case $version in '*') ;; *) echo "$version" ;; esac
  done
}

maven_usable() {
  [ -n "$1" ] && [ -x "$1" ] || return 1
  version=$(maven_version "$1")
  if [ -z "$version" ]; then
    version=$("$1" --version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p')
  fi
  [ -n "$version" ] && at_least "$version" "$min_maven"
}

# Sets `maven` to a Maven that is new enough: the one on the PATH or in the usual folders, else one that an older Maven
# fetches into the user's cache. Call after find_jdk.
find_maven() {
  on_path=$(command -v mvn 2>/dev/null) || on_path=
  cache=${XDG_CACHE_HOME:-${HOME:-$root/target}/.cache}/loupe
  for maven in "${MAVEN_HOME:+$MAVEN_HOME/bin/mvn}" "$on_path" /opt/*/bin/mvn /usr/local/*/bin/mvn /usr/share/maven*/bin/mvn \
    "${HOME:-}"/.sdkman/candidates/maven/*/bin/mvn "$cache/apache-maven-$fetched_maven/bin/mvn"; do
    if maven_usable "$maven"; then return 0; fi
  done
  maven=
  if [ -z "$on_path" ]; then
    say "no Maven found; install Maven $min_maven or newer, or any older one (Debian, Ubuntu: maven), which then fetches it"
    return 1
  fi
  say "fetching Maven $fetched_maven through the older $on_path"
  mkdir -p "$cache" || return 1
  fetch=$(mktemp -d "$cache/fetch.XXXXXX") || return 1
  # Run outside the checkout, whose build extension needs the newer Maven.
  if (cd "$fetch" && "$on_path" -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:unpack \
    "-Dartifact=org.apache.maven:apache-maven:$fetched_maven:zip:bin" "-DoutputDirectory=$fetch" </dev/null >&2) \
    && chmod +x "$fetch/apache-maven-$fetched_maven/bin/mvn"; then
    # Somebody else may have been faster; either copy serves.
    mv "$fetch/apache-maven-$fetched_maven" "$cache/" 2>/dev/null
    rm -rf "$fetch"
    maven=$cache/apache-maven-$fetched_maven/bin/mvn
    maven_usable "$maven"
  else
    rm -rf "$fetch"
    say "could not fetch Maven $fetched_maven; install Maven $min_maven or newer by hand"
    return 1
  fi
}

products=$root/releng/org.loupe.repository/target/products
case $(uname -s) in
Darwin) product=$products/loupe/macosx/cocoa/aarch64/Loupe.app/Contents/Eclipse ;;
*) product=$products/loupe/linux/gtk/x86_64/loupe ;;
esac
build_lock=$root/target/build.lock
build_started=$root/target/build.started
build_done=$root/target/build.done

# Two builds in one checkout would spoil each other: waits for another one to end, then notes when this one began.
begin_build() {
  mkdir -p "$root/target"
  told=
  until mkdir "$build_lock" 2>/dev/null; do
    owner=
    if [ -r "$build_lock/pid" ]; then read -r owner <"$build_lock/pid" || owner=; fi
    if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
      rm -rf "$build_lock"
      continue
    fi
    [ -n "$told" ] || say "waiting for another build in this checkout (process ${owner:-unknown}) to end"
    told=yes
    sleep 1
  done
  echo $$ >"$build_lock/pid"
  trap 'rm -rf "$build_lock"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  : >"$build_started"
}

# Ends what begin_build began; `end_build done` records that the product is as new as the sources were then.
end_build() {
  if [ "${1:-}" = "done" ]; then mv "$build_started" "$build_done"; fi
  rm -rf "$build_lock"
  trap - EXIT INT TERM
}

# True if the product was built after the last change of what it is made of; else `changed` names something newer.
product_is_fresh() {
  changed=
  [ -e "$build_done" ] && [ -x "$product/loupe" ] || return 1
  changed=$(cd "$root" && find pom.xml .mvn target-platform features releng/org.loupe.repository bundles \
    \( -name target -o -name src_test \) -prune -o \( -type f -o -path '*/src/*' \) -newer "$build_done" -print | head -n 1)
  [ -z "$changed" ]
}
