#include "mlir-module.h"
#include "abi.h"
#include "llvm-module.h"
#include "registration.h"
#include "mlir/IR/Diagnostics.h"
#include "mlir/IR/Verifier.h"
#include "mlir/Parser/Parser.h"
#include "mlir/Pass/PassManager.h"
#include "mlir/Pass/PassRegistry.h"
#include "mlir/Target/LLVMIR/Export.h"
#include "mlir/Target/LLVMIR/Import.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Transforms/Utils/Cloning.h"

using namespace mlir;
using namespace mlirjs;

namespace {

// Bits of the `flags` of mlir_parse and mlir_print; wasm/src/mlir-module.ts has the same.
enum ParseFlags { AllowUnregistered = 1, SkipVerification = 2 };
enum PrintFlags { Generic = 1, DebugInfo = 2, PrettyDebugInfo = 4, LocalScope = 8 };

llvm::StringRef severityName(DiagnosticSeverity severity) {
  switch (severity) {
  case DiagnosticSeverity::Note:
    return "note";
  case DiagnosticSeverity::Warning:
    return "warning";
  case DiagnosticSeverity::Error:
    return "error";
  case DiagnosticSeverity::Remark:
    return "remark";
  }
  llvm_unreachable("all severities are listed");
}

DiagnosticRecord record(const Diagnostic &diagnostic) {
  DiagnosticRecord result{severityName(diagnostic.getSeverity()), diagnostic.str(),
                          std::nullopt, {}};
  if (auto location = diagnostic.getLocation()->findInstanceOf<FileLineColLoc>())
    result.position = SourcePosition{location.getFilename().str(),
                                     location.getLine(), location.getColumn()};
  for (const Diagnostic &note : diagnostic.getNotes())
    result.notes.push_back(record(note));
  return result;
}

} // namespace

static const DialectRegistry &builtInDialects() {
  static const DialectRegistry *registry = [] {
    registerPasses();
    auto *result = new DialectRegistry;
    registerDialects(*result);
    return result;
  }();
  return *registry;
}

MlirModule::MlirModule(bool allowUnregistered)
    : context(std::make_unique<MLIRContext>(builtInDialects(),
                                            MLIRContext::Threading::DISABLED)),
      allowUnregistered(allowUnregistered) {
  // The host has the whole module; a note that repeats an operation can be large.
  context->printOpOnDiagnostic(false);
}

DiagnosticScope::DiagnosticScope(MLIRContext &context, bool allowUnregistered)
    : handler(&context, [](Diagnostic &diagnostic) {
        results.diagnostics.push_back(record(diagnostic));
        return success();
      }) {
  context.allowUnregisteredDialects(allowUnregistered);
}

// `text` ends with a zero byte that `size` does not count.
MLIRJS_EXPORT(mlir_parse)
int mlir_parse(const char *text, size_t size, const char *name, size_t nameSize,
               int flags) {
  results.reset();
  auto module = std::make_unique<MlirModule>(flags & AllowUnregistered);
  DiagnosticScope scope(*module->context, module->allowUnregistered);
  auto sources = std::make_shared<llvm::SourceMgr>();
  sources->AddNewSourceBuffer(
      llvm::MemoryBuffer::getMemBuffer(StringRef(text, size), StringRef(name, nameSize)),
      llvm::SMLoc());
  ParserConfig config(module->context.get(), !(flags & SkipVerification),
                      &module->resources);
  module->op = parseSourceFile<ModuleOp>(sources, config);
  if (!module->op)
    return results.finish(Status::ParseError);
  results.handle = module.release();
  return results.finish(Status::Ok);
}

MLIRJS_EXPORT(mlir_verify) int mlir_verify(MlirModule *module) {
  results.reset();
  DiagnosticScope scope(*module->context, module->allowUnregistered);
  bool valid = succeeded(verify(*module->op));
  return results.finish(valid ? Status::Ok : Status::VerifyError);
}

MLIRJS_EXPORT(mlir_run_pipeline)
int mlir_run_pipeline(MlirModule *module, const char *text, size_t size) {
  results.reset();
  DiagnosticScope scope(*module->context, module->allowUnregistered);
  std::string message;
  llvm::raw_string_ostream os(message);
  FailureOr<OpPassManager> pipeline = parsePassPipeline(StringRef(text, size), os);
  if (failed(pipeline))
    return results.fail(Status::PipelineSyntaxError, StringRef(message).rtrim().str());
  PassManager manager(module->context.get(), ModuleOp::getOperationName(),
                      OpPassManager::Nesting::Implicit);
  static_cast<OpPassManager &>(manager) = std::move(*pipeline);
  bool passed = succeeded(manager.run(*module->op));
  return results.finish(passed ? Status::Ok : Status::PassFailed);
}

// `elideAbove` elements of a constant or more are printed as an ellipsis; negative: never.
MLIRJS_EXPORT(mlir_print)
int mlir_print(MlirModule *module, int flags, int elideAbove) {
  results.reset();
  DiagnosticScope scope(*module->context, module->allowUnregistered);
  OpPrintingFlags printing;
  if (flags & Generic)
    printing.printGenericOpForm();
  if (flags & (DebugInfo | PrettyDebugInfo))
    printing.enableDebugInfo(true, flags & PrettyDebugInfo);
  if (flags & LocalScope)
    printing.useLocalScope();
  if (elideAbove >= 0) {
    printing.elideLargeElementsAttrs(elideAbove);
    printing.elideLargeResourceString(elideAbove);
  }
  llvm::raw_string_ostream os(results.bytes);
  AsmState state(*module->op, printing, nullptr, &module->resources);
  module->op->print(os, state);
  os << '\n';
  return results.finish(Status::Ok);
}

MLIRJS_EXPORT(mlir_to_llvm) int mlir_to_llvm(MlirModule *module) {
  results.reset();
  DiagnosticScope scope(*module->context, module->allowUnregistered);
  auto result = std::make_unique<LlvmModule>();
  result->module = translateModuleToLLVMIR(*module->op, result->context);
  if (!result->module)
    return results.finish(Status::TranslationFailed);
  results.handle = result.release();
  return results.finish(Status::Ok);
}

MLIRJS_EXPORT(llvm_to_mlir) int llvm_to_mlir(LlvmModule *source) {
  results.reset();
  // The translation uses its module up.
  std::unique_ptr<llvm::Module> copy = llvm::CloneModule(*source->module);
  auto module = std::make_unique<MlirModule>(true);
  DiagnosticScope scope(*module->context, true);
  // As mlir-translate does: the translation does not know debug records.
  if (copy->IsNewDbgInfoFormat)
    copy->convertFromNewDbgValues();
  module->op = translateLLVMIRToModule(std::move(copy), module->context.get());
  if (!module->op)
    return results.finish(Status::TranslationFailed);
  results.handle = module.release();
  return results.finish(Status::Ok);
}

MLIRJS_EXPORT(mlir_destroy) void mlir_destroy(MlirModule *module) { delete module; }
