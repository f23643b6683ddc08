#!/usr/bin/env bash
# ./yiwen's commands inside the image, where it is called "yiwen": the service, and beside it
#   docker compose -f docker/compose.yaml exec app yiwen admin reset-password admin
#   docker compose -f docker/compose.yaml exec app yiwen ask 你好
#   docker compose -f docker/compose.yaml run --rm -v "$PWD/my-knowledge:/knowledge:ro" app import /knowledge
set -euo pipefail

options=(-XX:AOTCache=/opt/yiwen/yiwen.aot -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED
  --sun-misc-unsafe-memory-access=allow)
if [[ -n ${YIWEN_JAVA_OPTS:-} ]]; then
  read -ra more <<<"$YIWEN_JAVA_OPTS"
  options+=("${more[@]}")
fi
case ${1:-serve} in
  serve)
    set -- serve
    options+=("-Xmx${YIWEN_HEAP:-1024m}")
    # With the profile llm there is a model beside the service, unless another one is wanted.
    if [[ -z ${YIWEN_LLM_BASE_URL:-} && -n ${YIWEN_LOCAL_MODEL:-} ]] && getent hosts "$YIWEN_LOCAL_MODEL" >/dev/null; then
      export YIWEN_LLM_BASE_URL=http://$YIWEN_LOCAL_MODEL:11434/v1 YIWEN_LLM_API_KEY=${YIWEN_LLM_API_KEY:-any}
      export YIWEN_LLM_MODEL=${YIWEN_LLM_MODEL:-qwen3:4b}
    fi
    ;;
  run | dev | test | db)
    echo "'yiwen $1' is of a checkout's launcher; this image has the commands that --help lists." >&2
    exit 2
    ;;
  help | -h | --help)
    echo "yiwen serve | ask | call | example-operator | wechat-simulator | import | evaluate | bench | customer | audit | admin | reports | attack, each with --help"
    exit
    ;;
  *) options+=(-Xmx512m) ;; # beside the service
esac
export YIWEN_URL=${YIWEN_URL:-http://127.0.0.1:${YIWEN_PORT:-8080}}
exec java "${options[@]}" -jar /opt/yiwen/quarkus-run.jar "$@"
