# shellcheck shell=bash
# The launcher's database, sourced by ../yiwen after state.sh, which finds $state (the data of this instance).
#
# In this order: YIWEN_DATABASE_URL; the database service of compose.yaml if a Docker engine answers; a private PostgreSQL
# below $state, which listens on loopback only and runs as a user other than root.
#
# Whoever needs the database holds a shared lock on $state/in-use, and the last to leave stops a database that was started
# for it. The kernel drops the lock of a process that dies, so nobody is ever counted twice or forgotten. $state/kept
# marks a database that the user started with "db start"; it is left running.

: "${root:?}" "${home:?}" "${instance:?}" "${state:?}" "${data:?}"
socketless=(-c listen_addresses=127.0.0.1 -c unix_socket_directories='')

choose_database() { # sets $database: given, docker or private
  if [[ -n ${database:-} ]]; then
    return
  elif [[ -n ${YIWEN_DATABASE_URL:-} ]]; then
    database=given
  elif [[ ! -e $data/PG_VERSION ]] && docker compose version >/dev/null 2>&1 && docker info >/dev/null 2>&1; then
    database=docker
  else
    database=private # also where an engine appeared after there were data
  fi
}

random() { od -An -N"$1" -tx1 /dev/urandom | tr -d ' \n'; }

# secret NAME: a random word, made once, that only this user can read.
secret() {
  [[ -s $state/$1 ]] || (umask 077 && random 24 >"$state/$1.new" && mv "$state/$1.new" "$state/$1")
  cat "$state/$1"
}

locked() { # COMMAND…: one launcher at a time changes the database
  (
    flock 9
    "$@"
  ) 9>>"$state/lock"
}

# --- private server -------------------------------------------------------------------------------------------------------

server_user() {
  if [[ $(id -u) != 0 ]]; then
    id -un
  elif id postgres >/dev/null 2>&1; then
    echo postgres
  else
    echo yiwen
  fi
}

server_program() { LD_LIBRARY_PATH=$libraries "$@"; }

as_server() { # COMMAND…: PostgreSQL refuses to run as root
  local user
  user=$(server_user)
  if [[ $(id -u) != 0 ]]; then
    server_program "$@"
  else
    server_program setpriv --reuid="$user" --regid="$(id -g "$user")" --init-groups -- "$@"
  fi
}

find_server() { # sets $bin, and $libraries where the system lacks some that it needs
  bin=$("$root/docker/postgres-server.sh" "$home/server")
  local folder=${bin%/usr/lib/postgresql/*}
  libraries=$(printf '%s:' "$folder"/{usr/,}lib/*-linux-gnu)
}

port_is_used() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

free_port() {
  local port
  # Below the range from which the kernel picks ports of outgoing connections.
  while port=$((RANDOM % 12000 + 20000)) && port_is_used "$port"; do :; done
  echo "$port"
}

private_url() { echo "postgresql://yiwen:$(secret password)@127.0.0.1:$(cat "$state/port")/yiwen"; }

private_is_running() { server_runs_in "$data"; }

sql() { # DATABASE STATEMENT…: as the private server's superuser
  local statements=() statement
  for statement in "${@:2}"; do statements+=(-c "$statement"); done
  PGPASSWORD=$(secret superuser) server_program \
    "$bin/psql" -qXtA -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$(cat "$state/port")" -U postgres -d "$1" "${statements[@]}"
}

create_cluster() {
  say "Creating the database in $data …"
  if [[ $(id -u) == 0 ]]; then
    id "$(server_user)" >/dev/null 2>&1 ||
      useradd --system --user-group --no-create-home --shell /usr/sbin/nologin "$(server_user)"
  fi
  rm -rf "$data.new"
  mkdir -m 700 "$data.new"
  [[ $(id -u) != 0 ]] || chown "$(server_user):" "$data.new"
  as_server test -w "$data.new" ||
    fail "The user $(server_user) cannot reach $state: set YIWEN_STATE to a folder below one that all users may enter."
  secret password >/dev/null
  secret superuser >/dev/null
  install -m 600 -o "$(server_user)" "$state/superuser" "$state/superuser.once"
  as_server "$bin/initdb" -D "$data.new" -U postgres --pwfile="$state/superuser.once" -A scram-sha-256 -E UTF8 \
    --locale=C.UTF-8 --no-instructions >"$state/initdb.log" 2>&1 </dev/null ||
    { tail "$state/initdb.log" >&2; fail "The database could not be created."; }
  rm "$state/superuser.once"
  # Sized for a laptop: a 512 MB cache, room for the sockets of two instances, no just-in-time compiler, which costs
  # more than it saves on short queries. Durability stays as PostgreSQL ships it.
  sed 's/^ *//' <<'SETTINGS' | as_server tee -a "$data.new/postgresql.conf" >/dev/null
    max_connections = 200
    shared_buffers = 512MB
    effective_cache_size = 2GB
    work_mem = 16MB
    maintenance_work_mem = 256MB
    max_wal_size = 2GB
    checkpoint_timeout = 15min
    random_page_cost = 1.1
    effective_io_concurrency = 100
    jit = off
    timezone = 'UTC'
    log_timezone = 'UTC'
    lc_messages = 'C'
SETTINGS
  mv "$data.new" "$data"
}

# A crash leaves postmaster.pid behind, and its number may meanwhile belong to another process, which would keep
# PostgreSQL from starting. Server processes that outlived their parent still use the files: they work in the data
# folder and end by themselves within seconds.
clear_crash() {
  [[ -e $data/postmaster.pid ]] || return 0
  say "The database was not shut down cleanly; recovering …"
  local tries
  for ((tries = 0; tries < 100; tries++)); do
    find /proc -maxdepth 2 -name cwd -lname "$(readlink -f "$data")" 2>/dev/null | grep -q . || break
    sleep 0.2
  done
  ((tries < 100)) || fail "Processes of an earlier database still work in $data; end them first."
  rm -f "$data/postmaster.pid"
}

start_private() {
  find_server
  [[ -e $data/PG_VERSION ]] || create_cluster
  if ! private_is_running; then
    local wanted=${bin%/bin}
    [[ $(cat "$data/PG_VERSION") == "${wanted##*/}" ]] ||
      fail "The data in $data belong to PostgreSQL $(cat "$data/PG_VERSION"), but the server here is ${wanted##*/}:" \
        "install postgresql-$(cat "$data/PG_VERSION") with pgvector, or ./yiwen db reset."
    clear_crash
    if [[ ! -e $state/port ]] || port_is_used "$(cat "$state/port")"; then free_port >"$state/port"; fi
    say "Starting the database …"
    touch "$state/database.log"
    chmod 640 "$state/database.log"
    [[ $(id -u) != 0 ]] || chown "$(server_user):" "$state/database.log"
    # The server outlives this script, so it must hold none of its locks, nor a reader of its output.
    as_server "$bin/pg_ctl" start -D "$data" -l "$state/database.log" -w -t 60 -s \
      -o "-p $(cat "$state/port") ${socketless[*]@Q}" </dev/null >/dev/null 2>&1 6>&- 8>&- 9>&- ||
      { tail -n 15 "$state/database.log" >&2; fail "The database did not start (log: $state/database.log)."; }
  fi
  [[ -e $state/created ]] || create_databases
}

create_databases() {
  # In template1, so that every database made later has it, without the application being a superuser.
  sql template1 "create extension if not exists vector"
  [[ -n $(sql postgres "select 1 from pg_roles where rolname = 'yiwen'") ]] ||
    sql postgres "create role yiwen login createdb"
  sql postgres "alter role yiwen password '$(secret password)'"
  [[ -n $(sql postgres "select 1 from pg_database where datname = 'yiwen'") ]] ||
    sql postgres "create database yiwen owner yiwen"
  touch "$state/created"
}

stop_private() {
  private_is_running || return 0
  find_server
  as_server "$bin/pg_ctl" stop -D "$data" -m fast -w -t 60 -s >&2
}

# --- Docker -----------------------------------------------------------------------------------------------------------------

# An engine is everybody's on its machine, a name of an instance one user's.
project() {
  [[ -s $state/project ]] || echo "yiwen-$instance-$(random 4)" >"$state/project"
  cat "$state/project"
}

compose() {
  YIWEN_DB_PASSWORD=$(secret password) YIWEN_DB_PORT=${YIWEN_DB_PORT:-0} \
    docker compose --project-name "$(project)" -f "$root/docker/compose.yaml" "$@"
}

docker_is_running() { [[ -n $(compose ps -q --status running database 2>/dev/null) ]]; }

start_docker() {
  docker_is_running || say "Starting the database in Docker (the first time downloads its image) …"
  compose up -d --wait database >"$state/database.log" 2>&1 </dev/null 6>&- 8>&- 9>&- ||
    { tail -n 15 "$state/database.log" >&2; fail "Docker could not start the database."; }
  local port
  port=$(compose port database 5432) || fail "Docker tells no port of the database."
  echo "${port##*:}" >"$state/port"
}

# --- what the launcher calls ----------------------------------------------------------------------------------------------

database_url() {
  if [[ -n ${YIWEN_DATABASE_URL:-} ]]; then
    echo "$YIWEN_DATABASE_URL"
  elif [[ -e $state/port ]]; then
    private_url
  else
    fail "There is no database yet: ./yiwen db start makes it."
  fi
}

# An empty database for tests; prints its URL. On a server that is not the tests' own, only this checkout uses its name.
fresh_test_database() { # [SUFFIX]
  local url address test psql
  url=$(database_url)
  address=${url%%\?*}
  test=yiwen_test_$(cksum <<<"$(uname -n):$root" | cut -d ' ' -f 1)${1:-}
  case $database in
    private)
      find_server
      psql=(server_program "$bin/psql" -d "$url")
      ;;
    docker) psql=(compose exec -T database psql -U yiwen -d yiwen) ;;
    given)
      psql=(psql -d "$url")
      command -v psql >/dev/null ||
        fail "The tests make a database of their own on that server with psql: sudo apt install postgresql-client."
      ;;
  esac
  "${psql[@]}" -qX -v ON_ERROR_STOP=1 >&2 <<SQL
set client_min_messages = warning;
drop database if exists "$test" with (force);
create database "$test";
alter database "$test" set synchronous_commit = off; -- nobody misses what a test wrote when the machine lost its power
\\connect "$test"
set client_min_messages = warning;
create extension if not exists vector;
SQL
  echo "${address%/*}/$test${url#"$address"}"
}

database_is_running() {
  case $database in
    given) true ;;
    docker) docker_is_running ;;
    private) private_is_running ;;
  esac
}

start_locked() {
  case $database in
    given) ;;
    docker) start_docker ;;
    private) start_private ;;
  esac
}

stop_locked() {
  case $database in
    given) ;;
    docker) compose stop database >&2 ;;
    private) stop_private ;;
  esac
}

use_database() { # held until this shell ends or calls leave_database
  make_state
  choose_database
  exec 8>>"$state/in-use"
  flock -s 8
  locked start_locked
}

leave_database() {
  exec 8>&-
  locked stop_if_unused
}

nobody_uses_it() { flock -n -x "$state/in-use" true; }

stop_if_unused() {
  if [[ ! -e $state/kept ]] && nobody_uses_it; then stop_locked; fi
}

keep_running() {
  start_locked
  touch "$state/kept"
}

stop_kept() { # FORCE
  [[ $1 == --force ]] || nobody_uses_it || fail "The database is in use by another ./yiwen; end that first, or ./yiwen db stop --force."
  rm -f "$state/kept"
  stop_locked
}

erase() {
  local was_running=false
  nobody_uses_it || fail "The database is in use by another ./yiwen; end that first."
  case $database in
    docker) compose down --volumes >&2 && rm -f "$state/kept" ;;
    private)
      ! private_is_running || was_running=true
      stop_private
      rm -rf "$data" "$state/created"
      ! $was_running || start_private
      ;;
  esac
}

database_command() {
  if [[ ${1:-} == adopt ]]; then adopt_command "${2:-}"; return; fi
  make_state
  choose_database
  case ${1:-} in
    start)
      locked keep_running
      say "The database is up: ./yiwen db url prints its address."
      ;;
    stop)
      [[ $database != given ]] || fail "YIWEN_DATABASE_URL names a database of yours, which ./yiwen does not stop."
      locked stop_kept "${2:-}"
      say "The database is stopped; its data are kept."
      ;;
    status)
      if ! database_is_running; then
        echo "stopped ($database)"
        exit 3
      fi
      echo "running ($database)"
      ;;
    url) database_url ;;
    backup) backup_command "${@:2}" ;;
    restore) restore_command "${@:2}" ;;
    reset)
      [[ $database != given ]] || fail "YIWEN_DATABASE_URL names a database of yours, which ./yiwen does not delete."
      if [[ ${2:-} != --yes ]]; then
        [[ -t 0 ]] || fail "This deletes all data; without a terminal to ask on, say so: ./yiwen db reset --yes."
        read -rp "Delete all conversations, knowledge and staff of this installation? Type yes: " answer
        [[ $answer == yes ]] || fail "Nothing was deleted."
      fi
      locked erase
      say "The database is empty."
      ;;
    *)
      say "Usage: ./yiwen db start | stop [--force] | status | reset [--yes] | url | adopt FOLDER | backup FILE |" \
        "restore FILE [--yes]"
      exit 2
      ;;
  esac
}
