# shellcheck shell=bash
# Where the launcher keeps what it makes, sourced by ../yiwen, which sets $root (the checkout).
#
#   $home    one a user: the server programs, the instances, and "checkouts"
#   $state   the data of one instance: $home/NAME, "default" unless YIWEN_STATE names another
#   $work    what belongs to one checkout alone: copies of its builds, and the database of its tests
#
# YIWEN_STATE is an instance's name, or with a slash a folder to take the place of $home. Nothing but $work depends on where
# the checkout lies, and nothing in $work is missed.

say() { echo "$*" >&2; }
fail() { say "$*"; exit 1; }

: "${root:?}"

locate_state() { # sets $home, $instance, $state, $data and $work
  local wanted=${YIWEN_STATE:-default}
  instance=$wanted
  if [[ $wanted == */* ]]; then
    home=$wanted instance=default
  elif [[ ! $wanted =~ ^[a-z][a-z0-9-]{0,29}$ || $wanted == server || $wanted == checkouts ]]; then
    fail "YIWEN_STATE is a name of small letters, digits and hyphens, or a folder (with a slash in it), but not '$wanted'."
  elif [[ -n $(compgen -G "$PWD/$wanted/[0-9]*/lock") ]]; then
    fail "YIWEN_STATE=$wanted is a name now, and $PWD/$wanted a folder with data of an earlier version:" \
      "YIWEN_STATE=./$wanted for that folder."
  elif [[ $(id -u) == 0 ]]; then
    home=/var/lib/yiwen
  elif [[ -n ${XDG_DATA_HOME:-${HOME:-}} ]]; then
    home=${XDG_DATA_HOME:-$HOME/.local/share}/yiwen
  else
    fail "There is no HOME to keep the data in; set YIWEN_STATE to a folder."
  fi
  home=$(readlink -m "$home")
  checkout=$(cksum <<<"$root" | cut -d ' ' -f 1)
  work=$home/checkouts/$checkout
  use_state "$home/$instance"
}

use_state() { # FOLDER
  state=$1
  # shellcheck disable=SC2034 # of database.sh
  data=$state/data
}

make_state() {
  [[ $instance != default || -e $state ]] || take_over
  mkdir -p "$state" 2>/dev/null || true
  [[ -w $state ]] || fail "The folder $state cannot be written; set YIWEN_STATE to one that can."
}

make_work() {
  mkdir -p "$work" 2>/dev/null || true
  [[ -w $work ]] || fail "The folder $work cannot be written; set YIWEN_STATE to one that can."
  [[ -e $work/checkout ]] || echo "$root" >"$work/checkout"
}

# What belonged to checkouts that are no more, or elsewhere now.
clear_work() {
  local other lock
  for other in "$home"/checkouts/*; do
    if [[ ! -s $other/checkout || -e $(cat "$other/checkout")/yiwen ]] || is_in_use "$other/test"; then continue; fi
    for lock in "$other"/builds/*/in-use; do
      [[ ! -e $lock ]] || flock -n -x "$lock" true || continue 2
    done
    rm -rf "$other"
  done
}

is_in_use() { # STATE: by a launcher, or because its server runs
  if [[ -e $1/in-use ]] && ! flock -n -x "$1/in-use" true; then return 0; fi
  server_runs_in "$1/data"
}

server_runs_in() { # DATA FOLDER
  local pid
  [[ -e $1/postmaster.pid ]] && pid=$(head -1 "$1/postmaster.pid") &&
    [[ $(readlink "/proc/$pid/cwd") == "$(readlink -f "$1")" ]] 2>/dev/null
}

# --- data of before instances had names -----------------------------------------------------------------------------------

# They lie in folders named by the checksum of their checkout's path. Those of this very path, or else the only ones, become
# the default instance, unless somebody uses them.
take_over() {
  local own=$home/$checkout folder found=()
  if [[ -d $own && ! -L $own ]] && has_data "$own"; then
    if is_in_use "$own"; then
      use_state "$own" # where they lie; another time
    else
      adopt "$own"
    fi
    return
  fi
  if [[ -n ${YIWEN_DATABASE_URL:-} ]]; then
    use_state "$work/given" # whatever lies here is not about that database
    return
  fi
  for folder in "$home"/*; do
    if [[ ! -L $folder && ${folder##*/} =~ ^[0-9]+$ ]] && has_data "$folder"; then found+=("$folder"); fi
  done
  case ${#found[@]} in
    0) ;;
    1)
      ! is_in_use "${found[0]}" ||
        fail "Data of an earlier version lie in ${found[0]}, and are in use. End what uses them (./yiwen db stop there)," \
          "so that they can become everybody's here; or keep this one apart: YIWEN_STATE=a-name ./yiwen …"
      adopt "${found[0]}"
      ;;
    *)
      say "There are data of several checkouts of an earlier version, last used:"
      for folder in "${found[@]}"; do say "  $folder  $(date -r "$folder/lock" '+%F %R' 2>/dev/null)"; done
      fail "Say which are to go on: ./yiwen db adopt FOLDER (the others stay; YIWEN_STATE=a-name ./yiwen db adopt FOLDER" \
        "gives them a name). To begin anew: YIWEN_STATE=a-name ./yiwen …"
      ;;
  esac
}

has_data() { [[ -s $1/password || -e $1/data/PG_VERSION ]]; }

# Moves them; a link is left behind, so that an earlier version finds them, too.
adopt() { # FOLDER
  (
    flock -n -x 8 || fail "The data in $1 are in use."
    ! server_runs_in "$1/data" || fail "The database in $1 is running; stop it first."
    [[ -e $1/project ]] || echo "yiwen-${1##*/}" >"$1/project" # what Docker knows them by
    mv -T "$1" "$state" && ln -srT "$state" "$1"
    rm -rf "$state/builds"
  ) 8>>"$1/in-use" || exit 1
  say "The data of an earlier version in $1 are now the instance '$instance': $state"
}

adopt_command() { # FOLDER
  local folder=${1:-}
  [[ -n $folder ]] || { say "Usage: ./yiwen db adopt FOLDER"; exit 2; }
  [[ $folder == */* ]] || folder=$home/$folder
  folder=$(readlink -m "$folder")
  has_data "$folder" || fail "There are no data of Yiwen in $folder."
  [[ ! -e $state ]] || fail "The instance '$instance' has data already; give these another name: YIWEN_STATE=a-name ./yiwen db adopt $folder"
  mkdir -p "$home"
  adopt "$folder"
}
