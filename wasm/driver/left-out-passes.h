// The passes that LLVM has and this build has not.
#pragma once
#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>

namespace llvm {
class Module;
}

namespace mlirjs {

// Why this pipeline cannot run on this module as LLVM would run it, if it names a pass that is
// left out or needs one.
std::optional<std::string> reasonToReject(llvm::StringRef pipeline,
                                          const llvm::Module &module);

// What a default<…> pipeline skips, if the pipeline contains one.
std::optional<std::string> leftOutOf(llvm::StringRef pipeline);

} // namespace mlirjs
