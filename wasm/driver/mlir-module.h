// A parsed MLIR module and the context that owns its types and attributes.
#pragma once
#include "mlir/IR/AsmState.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/MLIRContext.h"
#include "mlir/IR/OwningOpRef.h"
#include <memory>

namespace mlirjs {

// Each module has a context of its own, although making one costs part of a millisecond: which
// dialects a context has loaded decides which patterns `canonicalize` applies and in which order,
// so in a shared context the output for a module would depend on the modules before it.
struct MlirModule {
  explicit MlirModule(bool allowUnregistered);

  // Declared first: the module must go before its context.
  std::unique_ptr<mlir::MLIRContext> context;
  // Resources that no dialect claims; printed back as they were read.
  mlir::FallbackAsmResourceMap resources;
  mlir::OwningOpRef<mlir::ModuleOp> op;
  bool allowUnregistered;
};

// Appends MLIR's diagnostics to `results` as long as it lives, and sets whether the context
// accepts unregistered dialects.
class DiagnosticScope {
public:
  DiagnosticScope(mlir::MLIRContext &context, bool allowUnregistered);

private:
  mlir::ScopedDiagnosticHandler handler;
};

} // namespace mlirjs
