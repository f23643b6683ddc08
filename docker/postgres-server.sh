#!/usr/bin/env bash
# Prints the folder of PostgreSQL server programs that have pgvector; obtains them first if need be.
#
#   postgres-server.sh FOLDER
#
# An installed server that has pgvector is used as it is. Otherwise Debian's packages are unpacked, not installed,
# into FOLDER: nothing of the system changes and no root is needed. PostgreSQL finds its libraries and extensions relative
# to its own program, so the unpacked tree works where it lies. pgvector comes from the distribution's package or, where
# there is none or an old one, is built from Debian's source package.
set -euo pipefail

folder=$1
needed=0.8 # halfvec and iterative index scans

say() { echo "$*" >&2; }
fail() { say "$*"; exit 1; }

# version_at_least HAVE WANT
version_at_least() { [[ $(printf '%s\n' "$2" "$1" | sort -V | head -1) == "$2" ]]; }

has_vector() { # BIN
  local version
  version=$(sed -n "s/^default_version *= *'\(.*\)'/\1/p" "$("$1/pg_config" --sharedir)/extension/vector.control" 2>/dev/null)
  [[ -n $version ]] && version_at_least "$version" "$needed"
}

for bin in $(compgen -G '/usr/lib/postgresql/*/bin' | sort -rV); do
  if [[ -x $bin/postgres && -x $bin/pg_config ]] && has_vector "$bin"; then
    echo "$bin"
    exit
  fi
done

mkdir -p "$folder"
exec 7>>"$folder/lock" # several checkouts share the folder
flock 7
tree=$folder/postgres
bin=$(compgen -G "$tree/usr/lib/postgresql/*/bin" | tail -1 || true)
if [[ -n $bin ]]; then
  echo "$bin"
  exit
fi

type apt-get dpkg-deb >/dev/null 2>&1 || fail \
  "No database: install PostgreSQL 15 or newer with pgvector $needed or newer and set" \
  "YIWEN_DATABASE_URL=postgresql://user:password@host:5432/database, or start a Docker engine."

work=$(mktemp -d /tmp/yiwen-server.XXXXXX) # a path without spaces, as make wants it
trap 'rm -rf "$work"' EXIT
mkdir -p "$work"/{tree,packages,lists/partial,cache/archives/partial}
log=$work/log
exec 3>>"$log"
failed() { say "$*"; tail -n 15 "$log" | sed 's/^/  /' >&2; exit 1; }

# Package lists of our own, so that this works without root and on a machine where nobody ran "apt-get update".
apt=(-o "Dir::State::lists=$work/lists" -o "Dir::Cache=$work/cache" -o APT::Sandbox::User= -o Debug::NoLocking=1 -q)
say "Preparing the database, once (under two minutes): reading the package lists …"
apt-get "${apt[@]}" update >&3 2>&3 || true
major=$(apt-cache "${apt[@]}" depends postgresql 2>&3 | sed -n 's/.*Depends: postgresql-\([0-9]*\)$/\1/p')
[[ -n $major ]] || failed "The package lists name no PostgreSQL server; is this machine offline?"

packages=("postgresql-$major" "postgresql-client-$major")
vector=$(apt-cache "${apt[@]}" madison "postgresql-$major-pgvector" 2>&3 | awk '{print $3; exit}')
if [[ -n $vector ]] && version_at_least "$vector" "$needed"; then
  packages+=("postgresql-$major-pgvector")
else
  vector=""
fi
# Libraries that the server loads and this machine lacks; its just-in-time compiler is not used.
mapfile -t libraries < <(apt-get "${apt[@]}" -s --no-install-recommends install "${packages[@]}" 2>&3 |
  awk '$1 == "Inst" && $2 ~ /^lib/ && $2 !~ /^lib(llvm|z3|.*-perl$|perl)/ {print $2}')

unpack() { # TARGET PACKAGE…
  local target=$1 package
  shift
  (cd "$work/packages" && apt-get "${apt[@]}" download "$@" >&3 2>&3) || failed "The packages $* could not be downloaded."
  for package in "$work"/packages/*.deb; do
    dpkg-deb -x "$package" "$target"
    rm "$package"
  done
}

say "Downloading PostgreSQL $major …"
unpack "$work/tree" "${packages[@]}" "${libraries[@]}"
bin=$work/tree/usr/lib/postgresql/$major/bin

build_vector() {
  if ! command -v gcc >/dev/null || ! command -v make >/dev/null || [[ ! -e /usr/include/stdio.h ]]; then
    [[ $(id -u) == 0 ]] || fail "pgvector has to be built: install a compiler (sudo apt install gcc make libc6-dev)."
    say "Installing a compiler …"
    { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends gcc make libc6-dev; } \
      >&3 2>&3 || failed "The compiler could not be installed."
  fi
  say "Building pgvector from the distribution's source …"
  local tree=$work/tree uri keyring suites suite
  cp -a "$tree" "$work/build" # the headers are not kept
  unpack "$work/build" "postgresql-server-dev-$major" libpq-dev
  # shellcheck disable=SC2016 # apt expands it
  uri=$(apt-get "${apt[@]}" indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep -m1 -E '/(debian|ubuntu)/?$')
  # Oldest first: a release that has it, then newer ones.
  # shellcheck disable=SC1091
  case $(. /etc/os-release && echo "${ID} ${ID_LIKE:-}") in
    *ubuntu*) suites="questing resolute" component=universe keyring=ubuntu ;;
    *) suites="trixie sid" component=main keyring=debian ;;
  esac
  keyring=/usr/share/keyrings/$keyring-archive-keyring.gpg
  for suite in $suites; do
    printf 'deb-src [signed-by=%s] %s %s %s\n' "$keyring" "$uri" "$suite" "$component" >"$work/source.list"
    local source=("${apt[@]}" -o "Dir::Etc::sourcelist=$work/source.list" -o Dir::Etc::sourceparts=/dev/null)
    apt-get "${source[@]}" update >&3 2>&3 || continue
    (mkdir -p "$work/source" && cd "$work/source" && apt-get "${source[@]}" --download-only source pgvector >&3 2>&3) && break
  done
  local archive
  archive=$(compgen -G "$work/source/pgvector_*.orig.tar.*") || failed "The source of pgvector could not be downloaded."
  mkdir "$work/pgvector"
  tar -xf "$archive" -C "$work/pgvector" --strip-components=1

  # No -march=native: pgvector picks its vector instructions at run time.
  (
    cd "$work/pgvector"
    config=$work/build/usr/lib/postgresql/$major/bin/pg_config
    LD_LIBRARY_PATH=$(compgen -G "$work/build/usr/lib/*-linux-gnu") || true
    export LD_LIBRARY_PATH
    make -s -j"$(nproc)" OPTFLAGS="" with_llvm=no PG_CONFIG="$config" &&
      cp vector.so "$tree/usr/lib/postgresql/$major/lib/" &&
      cp vector.control sql/vector--*.sql "$tree/usr/share/postgresql/$major/extension/"
  ) >&3 2>&3 || failed "pgvector could not be built."
}
[[ -n $vector ]] || build_vector

chmod -R a+rX "$work/tree"
rm -rf "$tree.new"
cp -a "$work/tree" "$tree.new"
mv -T "$tree.new" "$tree"
echo "${bin/#$work\/tree/$tree}"
