// A parsed MLIR module and the context that owns its types and attributes.
#pragma once
#include "mlir/IR/AsmState.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/MLIRContext.h"
#include "mlir/IR/OwningOpRef.h"
#include <memory>

namespace mlirjs {

struct MlirModule {
  explicit MlirModule(std::shared_ptr<mlir::MLIRContext> context,
                      bool allowUnregistered)
      : context(std::move(context)), allowUnregistered(allowUnregistered) {}

  // Declared first: the module must go before its context.
  std::shared_ptr<mlir::MLIRContext> context;
  // Resources that no dialect claims; printed back as they were read.
  mlir::FallbackAsmResourceMap resources;
  mlir::OwningOpRef<mlir::ModuleOp> op;
  bool allowUnregistered;
};

// A context for one more module. Loading dialects costs milliseconds, so modules share a context;
// types and attributes live as long as their context, so after `contextBudget` bytes of input or
// `contextModules` modules a new one begins, and the old one goes with its last module.
std::shared_ptr<mlir::MLIRContext> acquireContext(size_t inputSize);

// Appends MLIR's diagnostics to `results` as long as it lives, and sets whether the context
// accepts unregistered dialects.
class DiagnosticScope {
public:
  DiagnosticScope(mlir::MLIRContext &context, bool allowUnregistered);

private:
  mlir::ScopedDiagnosticHandler handler;
};

} // namespace mlirjs
