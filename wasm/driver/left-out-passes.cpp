#include "left-out-passes.h"
#include "abi.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace {

struct LeftOutPass {
  StringRef name;
  StringRef reason;
};

// Generated from wasm/toolchain/left-out-passes.json.
const LeftOutPass leftOutPasses[] = {
#define LEFT_OUT_PASS(NAME, REASON) {NAME, REASON},
#include "left-out-passes.inc"
#undef LEFT_OUT_PASS
};

// Pipelines that are made of left-out passes.
const StringRef linkTimePipelines[] = {"thinlto-pre-link", "thinlto", "lto-pre-link", "lto"};

// The names in a pipeline: what stands between its punctuation, options in <…> not included.
template <typename Callback> void forEachName(StringRef pipeline, Callback callback) {
  while (!pipeline.empty()) {
    size_t end = pipeline.find_first_of(",()<");
    StringRef name = pipeline.take_front(end).trim();
    bool hasOptions = end != StringRef::npos && pipeline[end] == '<';
    if (!name.empty())
      callback(name);
    pipeline = end == StringRef::npos ? StringRef() : pipeline.drop_front(end + 1);
    if (!hasOptions)
      continue;
    // Options may nest: require<…> and default<…> do not, but a<b<c>> may come.
    for (unsigned depth = 1; depth > 0 && !pipeline.empty(); pipeline = pipeline.drop_front()) {
      if (pipeline.front() == '<')
        ++depth;
      if (pipeline.front() == '>')
        --depth;
    }
  }
}

bool runsDefaultPipeline(StringRef pipeline) {
  bool found = false;
  forEachName(pipeline, [&](StringRef name) { found |= name == "default"; });
  return found && !pipeline.contains("default<O0>");
}

} // namespace

std::optional<std::string> mlirjs::reasonToReject(StringRef pipeline, const Module &module) {
  std::optional<std::string> result;
  forEachName(pipeline, [&](StringRef name) {
    if (result)
      return;
    for (const LeftOutPass &pass : leftOutPasses)
      if (pass.name == name)
        result = ("pass '" + name + "' is not part of this build: " + pass.reason).str();
    for (StringRef alias : linkTimePipelines)
      if (alias == name)
        result = ("pipeline '" + name + "' is not part of this build: the passes for "
                  "link-time optimization are left out").str();
  });
  if (result || !runsDefaultPipeline(pipeline))
    return result;
  for (const Function &function : module)
    if (function.isPresplitCoroutine())
      return ("the default pipelines of this build cannot split coroutines, and '" +
              function.getName() + "' is one").str();
  return std::nullopt;
}

std::optional<std::string> mlirjs::leftOutOf(StringRef pipeline) {
  if (!runsDefaultPipeline(pipeline))
    return std::nullopt;
  return "the default pipelines of this build leave out: loop-vectorize, slp-vectorizer, "
         "openmp-opt, cg-profile, chr and the coroutine passes";
}

// JSON: {name: reason}, of LLVM's passes only.
MLIRJS_EXPORT(llvm_left_out_passes) int llvm_left_out_passes() {
  mlirjs::results.reset();
  raw_string_ostream os(mlirjs::results.bytes);
  json::OStream json(os);
  json.object([&] {
    for (const LeftOutPass &pass : leftOutPasses)
      json.attribute(pass.name, pass.reason);
  });
  return mlirjs::results.finish(mlirjs::Status::Ok);
}
