# shellcheck shell=bash
# What is needed to have an instance again, in one file: its database, and what lies beside it. Sourced by ../yiwen.

: "${root:?}" "${state:?}"
# Set where database.sh has chosen and found them.
: "${database:=}" "${bin:=}"

# What stands beside the database and cannot be made anew: the telephony side knows it.
beside=(voice-token)

# pg DATABASE PROGRAM [ARGUMENT…]: a client of the server's own version where the server is ours, with our standard input.
pg() {
  local program=$2 url
  local login=(-h 127.0.0.1 -p "$(cat "$state/port" 2>/dev/null)" -U yiwen -d "$1")
  case $database in
    private) PGPASSWORD=$(secret password) server_program "$bin/$program" "${login[@]}" "${@:3}" ;;
    docker) compose exec -T database "$program" -U yiwen -d "$1" "${@:3}" ;;
    given)
      command -v "$program" >/dev/null ||
        fail "$program of the server's version is needed: sudo apt install postgresql-client."
      url=$(database_url)
      [[ $url =~ ^([a-z]+://)([^:@/]*)(:[^@/]*)?(@[^/]*/)([^?]*)(.*)$ ]] || fail "YIWEN_DATABASE_URL has no user."
      PGPASSWORD=$(decode "${BASH_REMATCH[3]#:}") "$program" \
        -d "${BASH_REMATCH[1]}${BASH_REMATCH[2]}${BASH_REMATCH[4]}$1${BASH_REMATCH[6]}" "${@:3}"
      ;;
  esac
}

database_name() {
  local url
  url=$(database_url)
  url=${url%%\?*}
  echo "${url##*/}"
}

backup_command() { # FILE
  local file=${1:-} folder name one
  [[ -n $file ]] || { say "Usage: ./yiwen db backup FILE"; exit 2; }
  [[ ! -e $file ]] || fail "$file exists; name a new file."
  folder=$(dirname "$file")
  [[ -d $folder && -w $folder ]] || fail "The folder $folder cannot be written."
  with_database
  [[ $database != private ]] || find_server
  name=$(database_name)
  (
    umask 077 # everything that customers said
    work=$(mktemp -d "$folder/.yiwen-backup.XXXXXX")
    trap 'rm -rf "$work"' EXIT
    pg "$name" pg_dump --format=custom --no-owner --no-privileges \
      --exclude-schema='yiwen_evaluate_*' --exclude-schema='yiwen_bench_*' </dev/null >"$work/database.dump" || exit 1
    for one in "${beside[@]}"; do
      [[ ! -e $state/$one ]] || cp "$state/$one" "$work/$one"
    done
    date -u '+%FT%TZ' >"$work/made-at"
    tar -cf "$work/whole" -C "$work" --exclude=./whole . && mv "$work/whole" "$file"
  ) || fail "Nothing was backed up."
  say "Backed up to $file ($(du -h "$file" | cut -f 1)). Files in an S3 store are not in it; keep it as you keep the data."
}

restore_command() { # FILE
  local file=${1:-} name work kept one
  [[ -n $file ]] || { say "Usage: ./yiwen db restore FILE [--yes]"; exit 2; }
  [[ -r $file ]] || fail "There is no file $file, or it may not be read."
  tar -tf "$file" ./database.dump >/dev/null 2>&1 || fail "$file is no backup of ./yiwen db backup."
  make_state
  choose_database
  exec 8>>"$state/in-use"
  flock -n -x 8 || fail "The database is in use by another ./yiwen; end that first."
  trap leave EXIT
  locked start_locked
  [[ $database != private ]] || find_server
  name=$(database_name)
  if [[ ${2:-} != --yes ]]; then
    [[ -t 0 ]] || fail "This replaces all data; without a terminal to ask on, say so: ./yiwen db restore FILE --yes."
    read -rp "Replace all conversations, knowledge and staff of this installation? Type yes: " answer
    [[ $answer == yes ]] || fail "Nothing was changed."
  fi
  kept=${name:0:40}_before_$(date -u '+%Y%m%d%H%M%S')
  work=$(umask 077 && mktemp -d "$state/restore.XXXXXX")
  if ! { tar -xf "$file" -C "$work" && fill "${name:0:40}_restored" "$work/database.dump" &&
    swap "$name" "${name:0:40}_restored" "$kept"; }; then
    rm -rf "$work"
    fail "Nothing was restored; the data are as they were."
  fi
  for one in "${beside[@]}"; do
    [[ ! -e $work/$one ]] || install -m 600 "$work/$one" "$state/$one"
  done
  say "Restored the backup of $(cat "$work/made-at"). What was there before is kept as the database $kept."
  rm -rf "$work"
}

# Into a database of its own first: a backup that turns out to be broken changes nothing.
fill() { # DATABASE DUMP
  pg postgres psql -qX -v ON_ERROR_STOP=1 >&2 <<SQL || return 1
set client_min_messages = warning;
drop database if exists "$1" with (force);
create database "$1";
\\connect "$1"
set client_min_messages = warning;
create extension if not exists vector;
SQL
  pg "$1" pg_restore --no-owner --no-privileges --no-comments --exit-on-error --single-transaction <"$2" >&2
}

swap() { # DATABASE NEW KEPT
  pg postgres psql -qX -v ON_ERROR_STOP=1 >&2 <<SQL
begin;
alter database "$1" rename to "$3";
alter database "$2" rename to "$1";
commit;
SQL
}
