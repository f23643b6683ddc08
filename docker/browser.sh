# shellcheck shell=bash
# What the tests need beside a JDK and a database, sourced by ../yiwen: Debian's Chromium, fonts with Chinese, nginx, a voice, and npm.

install_browser() {
  export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
  local chinese=""
  ! fc-list :lang=zh 2>/dev/null | grep -q . || chinese=yes
  [[ ! -x /usr/bin/chromium-headless-shell || -z $chinese ]] || return 0
  if ! can_install; then
    [[ ! -x /usr/bin/chromium || -z $chinese ]] || return 0
    fail "The browser tests need Chromium and Chinese fonts: sudo apt install chromium-headless-shell fontconfig fonts-noto-cjk."
  fi
  say "Installing Chromium and Chinese fonts …"
  # The one without windows takes half the time; older releases have but the whole.
  install_packages chromium-headless-shell fontconfig fonts-noto-cjk \
    || install_packages chromium fontconfig fonts-noto-cjk || fail "Chromium could not be installed."
}

# Where it cannot be had, TlsProxyIT is left out and says so; with CI=true it fails.
install_proxy() {
  [[ ! -x /usr/sbin/nginx ]] || return 0
  if ! can_install; then
    say "The test behind a proxy needs /usr/sbin/nginx: sudo apt install nginx-light."
    return
  fi
  say "Installing nginx …"
  # The package would start a server on port 80; Debian asks this file before it does.
  local policy=/usr/sbin/policy-rc.d made=""
  if [[ ! -e $policy ]]; then
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod +x "$policy"
    made=yes
  fi
  install_packages nginx-light || say "nginx could not be installed."
  [[ -z $made ]] || rm "$policy"
}

# Where they cannot be had, tests that speak Mandarin are left out; with CI=true they fail.
install_speech() {
  [[ ! -x /usr/bin/espeak-ng || ! -x /usr/bin/sox ]] || return 0
  if ! can_install; then
    say "The tests of spoken Mandarin need espeak-ng and sox: sudo apt install espeak-ng sox."
    return
  fi
  say "Installing a voice …"
  install_packages espeak-ng sox || say "espeak-ng and sox could not be installed."
}

# Where it cannot be had, the tests of the mini-program and of the described interface are left out; with CI=true they fail.
install_npm() {
  ! command -v npm >/dev/null || return 0
  if ! can_install; then
    say "The tests of the mini-program need npm: sudo apt install npm."
    return
  fi
  say "Installing npm …"
  install_packages npm || say "npm could not be installed."
}

can_install() {
  [[ $(id -u) == 0 ]] && command -v apt-get >/dev/null
}

install_packages() { # PACKAGE…
  local log code=0
  log=$(mktemp)
  { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; } \
    >"$log" 2>&1 </dev/null || { code=1; tail -n 15 "$log" >&2; }
  rm "$log"
  return "$code"
}
