#include "abi.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/raw_ostream.h"
#include <cstdlib>
#include <cstring>

using namespace mlirjs;

mlirjs::Results mlirjs::results;

static void writeDiagnostic(llvm::json::OStream &json,
                            const DiagnosticRecord &diagnostic) {
  json.object([&] {
    json.attribute("severity", diagnostic.severity);
    json.attribute("message", diagnostic.message);
    if (diagnostic.position) {
      json.attribute("file", diagnostic.position->file);
      json.attribute("line", diagnostic.position->line);
      json.attribute("column", diagnostic.position->column);
    }
    json.attributeArray("notes", [&] {
      for (const DiagnosticRecord &note : diagnostic.notes)
        writeDiagnostic(json, note);
    });
  });
}

void Results::reset() {
  // A fresh string gives back the memory of a large one.
  bytes = std::string();
  diagnosticsJson = std::string();
  diagnostics.clear();
  handle = nullptr;
}

int Results::finish(Status status) {
  if (!diagnostics.empty()) {
    llvm::raw_string_ostream os(diagnosticsJson);
    llvm::json::OStream json(os);
    json.array([&] {
      for (const DiagnosticRecord &diagnostic : diagnostics)
        writeDiagnostic(json, diagnostic);
    });
  }
  return static_cast<int>(status);
}

int Results::fail(Status status, std::string message,
                  std::optional<SourcePosition> position) {
  diagnostics.push_back({"error", std::move(message), std::move(position), {}});
  return finish(status);
}

// The host reads this after a trap, so it must need no memory of its own.
static char fatalMessage[1024];

static void onFatalError(void *, const char *reason, bool) {
  std::strncpy(fatalMessage, reason, sizeof(fatalMessage) - 1);
  std::abort();
}

MLIRJS_EXPORT(start) void start() {
  llvm::install_fatal_error_handler(onFatalError);
  llvm::install_bad_alloc_error_handler(onFatalError);
}
MLIRJS_EXPORT(fatal_message) const char *fatal_message() { return fatalMessage; }
MLIRJS_EXPORT(allocate) void *allocate(size_t size) { return std::malloc(size); }
MLIRJS_EXPORT(release) void release(void *memory) { std::free(memory); }
MLIRJS_EXPORT(result_data) const char *result_data() { return results.bytes.data(); }
MLIRJS_EXPORT(result_size) size_t result_size() { return results.bytes.size(); }
MLIRJS_EXPORT(result_handle) void *result_handle() { return results.handle; }
MLIRJS_EXPORT(diagnostics_data) const char *diagnostics_data() {
  return results.diagnosticsJson.data();
}
MLIRJS_EXPORT(diagnostics_size) size_t diagnostics_size() {
  return results.diagnosticsJson.size();
}
MLIRJS_EXPORT(reset_results) void reset_results() { results.reset(); }
