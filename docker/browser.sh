# shellcheck shell=bash
# The browser of the tests, sourced by ../yiwen: Debian's Chromium, and fonts with Chinese.

install_browser() {
  export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
  [[ ! -x /usr/bin/chromium ]] || ! fc-list :lang=zh 2>/dev/null | grep -q . || return 0
  if [[ $(id -u) != 0 ]] || ! command -v apt-get >/dev/null; then
    fail "The browser tests need /usr/bin/chromium and Chinese fonts: sudo apt install chromium fontconfig fonts-noto-cjk."
  fi
  say "Installing Chromium and Chinese fonts …"
  local log
  log=$(mktemp)
  { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
    chromium fontconfig fonts-noto-cjk; } >"$log" 2>&1 </dev/null ||
    { tail -n 15 "$log" >&2; fail "Chromium could not be installed."; }
  rm "$log"
}
