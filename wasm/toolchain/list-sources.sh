#!/usr/bin/env bash
# Computes sources.txt: links the driver natively against Debian's archives of LLVM and MLIR and
# lists the members that the linker takes. To be rerun when the driver needs more of LLVM.
set -euo pipefail
cd "$(dirname "$0")"
toolchain=$PWD
build=$(cd "${MLIR_WASM_BUILD:-../build}" && pwd -P)
prefix=$(node -p "require('./settings.json').llvmPrefix")
out=$build/native
mkdir -p "$out"

./trim-pass-builder.js
./patch-sources.js >/dev/null
{
  sed -n 's/^MLIRJS_EXPORT(\(\w*\)).*/ENTRY(\1)/p' ../driver/*.cpp
} >"$out/native-entries.inc"

# Debian's own configuration headers go with Debian's archives; of ours only the table of passes.
cp "$build/generated/left-out-passes.inc" "$out/"
compile() {
  local object=$out/$(basename "$1").o
  objects+=("$object")
  [ "$object" -nt "$1" ] && return
  clang++-19 -std=c++17 -O1 -fno-rtti -fno-exceptions -DNDEBUG -w -I"$out" -I"$prefix/include" "${@:2}" -c "$1" -o "$object"
}
objects=()
for file in ../driver/*.cpp; do compile "$file"; done
# Sources whose patched form needs less than the archive's, with the archives that they stand in for.
lighter=(
  'LLVMPasses llvm/lib/Passes/PassBuilder.cpp'
  'MLIRVectorToLLVMPass mlir/lib/Conversion/VectorToLLVM/ConvertVectorToLLVMPass.cpp'
  'MLIRLinalgTransformOps mlir/lib/Dialect/Linalg/TransformOps/DialectExtension.cpp'
  'MLIRLinalgTransformOps mlir/lib/Dialect/Linalg/TransformOps/LinalgTransformOps.cpp'
  'MLIRLinalgTransforms mlir/lib/Dialect/Linalg/Transforms/Promotion.cpp'
  'MLIRMemRefTransformOps mlir/lib/Dialect/MemRef/TransformOps/MemRefTransformOps.cpp'
  'MLIRMemRefTransforms mlir/lib/Dialect/MemRef/Transforms/ExtractAddressComputations.cpp'
  'MLIRMemRefTransforms mlir/lib/Dialect/MemRef/Transforms/FoldMemRefAliasOps.cpp'
)
for entry in "${lighter[@]}"; do
  path=${entry#* }
  compile "$build/patched/$path" -I"$build/patched/$(dirname "$path")"
done

# The absent services must not come from an archive.
archives=$(ls "$prefix"/lib/libMLIR*.a "$prefix"/lib/libLLVM*.a | grep -vE 'libLLVM(Object|MCParser|ProfileData|DebugInfo|TextAPI|Frontend|CodeGen|Target\.a|Instrumentation|Coroutines)')
# shellcheck disable=SC2086
clang++-19 "${objects[@]}" -fuse-ld=lld -Wl,--error-limit=0 -Wl,-t $archives \
  -o "$out/driver" -l:libz.so.1 -l:libzstd.so.1 -l:libtinfo.so.6 -lpthread -ldl >"$out/trace.txt"
{
  grep -o 'lib[A-Za-z0-9_]*\.a([^)]*)' "$out/trace.txt"
  # Compiled above, so they come from no archive.
  for entry in "${lighter[@]}"; do echo "lib${entry%% *}.a($(basename "$entry").o)"; done
} | sort -u | ./list-sources.js >"$out/sources.txt"
cp "$out/sources.txt" sources.txt
wc -l sources.txt
