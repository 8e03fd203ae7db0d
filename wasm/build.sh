#!/usr/bin/env bash
# Builds dist/mlir.wasm.br from Debian's llvm-project. Debian 12, about 4 GB of disk, 25 to 60
# minutes on two cores. Steps that are done are not repeated, so it can be interrupted and resumed.
#
#   ./build.sh            all steps
#   ./build.sh compile    from this step on: packages source configure compile link compress
#
# MLIR_WASM_BUILD names the build folder (default: build, ignored by git).
set -euo pipefail
cd "$(dirname "$0")"
package=$PWD
export MLIR_WASM_BUILD=${MLIR_WASM_BUILD:-$package/build}
mkdir -p "$MLIR_WASM_BUILD"
build=$(cd "$MLIR_WASM_BUILD" && pwd -P)
export MLIR_WASM_BUILD=$build

setting() { node -p "[require('$package/toolchain/settings.json').$1].flat().join(' ')"; }
version=$(setting llvmVersion)
debian_version=$(setting debianSourceVersion)

packages() {
  local wanted missing=()
  read -ra wanted <<<"$(setting debianPackages)"
  for name in "${wanted[@]}"; do
    dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || missing+=("$name")
  done
  [ ${#missing[@]} -eq 0 ] && return
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
}

# The source package comes through apt from the archive of the installed packages, with a source
# list of our own, so that the system's lists stay as they are.
source_package() {
  local tree=$build/source/llvm-toolchain-19_$version
  [ -d "$tree/mlir/lib" ] && return
  mkdir -p "$build/source" "$build/apt/lists/partial"
  apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' |
    awk '$1 ~ /debian/ && !seen[$0]++ { print "deb-src", $1, $2, $3 }' >"$build/apt/sources.list"
  local apt=(apt-get -qq -o "Dir::Etc::sourcelist=$build/apt/sources.list" -o Dir::Etc::sourceparts=- -o "Dir::State::lists=$build/apt/lists")
  "${apt[@]}" update
  (cd "$build/source" && "${apt[@]}" source --download-only "llvm-toolchain-19=$debian_version")
  tar -C "$build/source" -xf "$build/source/llvm-toolchain-19_$version.orig.tar.xz" \
    "llvm-toolchain-19_$version"/{llvm,mlir}/{lib,include}
}

configure() {
  local installed
  installed=$(dpkg-query -W -f '${Version}' libmlir-19-dev)
  if [ "$installed" != "$debian_version" ]; then
    echo "libmlir-19-dev is $installed; headers and sources must both be $debian_version" >&2
    exit 1
  fi
  toolchain/configure-headers.js
  toolchain/trim-pass-builder.js
  toolchain/patch-sources.js
  toolchain/write-ninja.js
}

# Each run appends its wall-clock, user and system seconds to times.txt.
compile() {
  TIMEFORMAT='%R %U %S'
  { time nice -n 19 ninja -C "$build" -j "${JOBS:-2}" 2>&3; } 3>&2 2>>"$build/times.txt"
}

link() {
  local flags
  read -ra flags <<<"$(setting linkFlags)"
  # em++ looks for the acorn module in the folder of Debian's node, whichever node runs.
  NODE_PATH=/usr/share/nodejs em++ "${flags[@]}" @"$build/objects.txt" -o "$build/mlir.js"
  read -ra flags <<<"$(setting wasmOptFlags)"
  nice -n 19 wasm-opt "${flags[@]}" "$build/mlir.wasm" -o "$build/mlir.opt.wasm"
}

compress() {
  local flags
  read -ra flags <<<"$(setting brotliFlags)"
  mkdir -p dist
  brotli "${flags[@]}" --force "$build/mlir.opt.wasm" -o dist/mlir.wasm.br
  toolchain/write-manifest.js
}

steps=(packages source configure compile link compress)
first=${1:-packages}
if [[ " ${steps[*]} " != *" $first "* ]]; then
  echo "build.sh: no step is called '$first'; the steps are ${steps[*]}" >&2
  exit 2
fi
for step in "${steps[@]}"; do
  [ "$step" = "$first" ] && started=yes
  [ -z "${started:-}" ] && continue
  echo "== $step"
  case $step in
  source) source_package ;; # `source` is a word of the shell
  *) "$step" ;;
  esac
done
