// What every entry point of the driver shares: how it is exported, how it returns a status, bytes
// and diagnostics to the host.
#pragma once
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/JSON.h"
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#ifdef __wasm__
#define MLIRJS_EXPORT(NAME) extern "C" __attribute__((export_name(#NAME)))
#else
#define MLIRJS_EXPORT(NAME) extern "C" __attribute__((visibility("default")))
#endif

namespace mlirjs {

// The numbers are part of the interface: wasm/src/status.ts has the same table.
enum class Status : int {
  Ok = 0,
  ParseError = 1,
  VerifyError = 2,
  PipelineSyntaxError = 3,
  PassFailed = 4,
  TranslationFailed = 5,
  LeftOut = 6,
};

struct SourcePosition {
  std::string file;
  unsigned line;
  unsigned column;
};

struct DiagnosticRecord {
  llvm::StringRef severity;
  std::string message;
  std::optional<SourcePosition> position;
  std::vector<DiagnosticRecord> notes;
};

// What the last call returns besides its status. Each entry point starts by calling `reset`.
struct Results {
  // Text, bitcode or a snapshot.
  std::string bytes;
  std::vector<DiagnosticRecord> diagnostics;
  // The diagnostics as a JSON array, written by `finish`; empty when there are none.
  std::string diagnosticsJson;
  // A module that the call created.
  void *handle = nullptr;

  void reset();
  int finish(Status status);
  int fail(Status status, std::string message,
           std::optional<SourcePosition> position = std::nullopt);
};

extern Results results;

} // namespace mlirjs
