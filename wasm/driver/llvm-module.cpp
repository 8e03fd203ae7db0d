#include "llvm-module.h"
#include "abi.h"
#include "left-out-passes.h"
#include "llvm/Bitcode/BitcodeWriter.h"
#include "llvm/IR/DiagnosticInfo.h"
#include "llvm/IR/DiagnosticPrinter.h"
#include "llvm/IR/Verifier.h"
#include "llvm/IRReader/IRReader.h"
#include "llvm/Passes/PassBuilder.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/SourceMgr.h"

using namespace llvm;
using namespace mlirjs;

static StringRef severityName(DiagnosticSeverity severity) {
  switch (severity) {
  case DS_Error:
    return "error";
  case DS_Warning:
    return "warning";
  case DS_Remark:
    return "remark";
  case DS_Note:
    return "note";
  }
  llvm_unreachable("all severities are listed");
}

// LLVM's default would print to stderr and, on an error, end the program.
static void recordDiagnostic(const DiagnosticInfo *info, void *) {
  std::string message;
  raw_string_ostream os(message);
  DiagnosticPrinterRawOStream printer(os);
  info->print(printer);
  results.diagnostics.push_back(
      {severityName(info->getSeverity()), std::move(message), std::nullopt, {}});
}

static bool hasErrors() {
  return any_of(results.diagnostics, [](const DiagnosticRecord &diagnostic) {
    return diagnostic.severity == "error";
  });
}

LlvmModule::LlvmModule() {
  context.setDiagnosticHandlerCallBack(recordDiagnostic, nullptr, /*RespectFilters=*/true);
}

// Text, which ends with a zero byte that `size` does not count, or bitcode.
MLIRJS_EXPORT(llvm_parse)
int llvm_parse(const char *bytes, size_t size, const char *name, size_t nameSize) {
  results.reset();
  auto result = std::make_unique<LlvmModule>();
  SMDiagnostic error;
  StringRef fileName(name, nameSize);
  result->module = parseIR(MemoryBufferRef(StringRef(bytes, size), fileName), error,
                           result->context);
  if (!result->module) {
    if (error.getLineNo() > 0)
      return results.fail(Status::ParseError, error.getMessage().str(),
                          SourcePosition{fileName.str(), unsigned(error.getLineNo()),
                                         unsigned(error.getColumnNo() + 1)});
    return results.fail(Status::ParseError, error.getMessage().str());
  }
  results.handle = result.release();
  return results.finish(Status::Ok);
}

static int verified(const LlvmModule &module) {
  std::string message;
  raw_string_ostream os(message);
  if (verifyModule(*module.module, &os))
    return results.fail(Status::VerifyError, StringRef(message).rtrim().str());
  return results.finish(hasErrors() ? Status::VerifyError : Status::Ok);
}

MLIRJS_EXPORT(llvm_verify) int llvm_verify(LlvmModule *module) {
  results.reset();
  return verified(*module);
}

MLIRJS_EXPORT(llvm_optimize)
int llvm_optimize(LlvmModule *module, const char *text, size_t size) {
  results.reset();
  StringRef pipeline(text, size);
  if (auto reason = reasonToReject(pipeline, *module->module))
    return results.fail(Status::LeftOut, std::move(*reason));

  LoopAnalysisManager loopAnalyses;
  FunctionAnalysisManager functionAnalyses;
  CGSCCAnalysisManager callGraphAnalyses;
  ModuleAnalysisManager moduleAnalyses;
  PassBuilder builder;
  builder.registerModuleAnalyses(moduleAnalyses);
  builder.registerCGSCCAnalyses(callGraphAnalyses);
  builder.registerFunctionAnalyses(functionAnalyses);
  builder.registerLoopAnalyses(loopAnalyses);
  builder.crossRegisterProxies(loopAnalyses, functionAnalyses, callGraphAnalyses,
                               moduleAnalyses);
  ModulePassManager manager;
  if (Error error = builder.parsePassPipeline(manager, pipeline))
    return results.fail(Status::PipelineSyntaxError, toString(std::move(error)));
  if (auto remark = leftOutOf(pipeline))
    results.diagnostics.push_back({"remark", std::move(*remark), std::nullopt, {}});
  manager.run(*module->module, moduleAnalyses);
  return verified(*module);
}

MLIRJS_EXPORT(llvm_print) int llvm_print(LlvmModule *module) {
  results.reset();
  // As `opt` and `mlir-translate` do before they print.
  module->module->removeDebugIntrinsicDeclarations();
  raw_string_ostream os(results.bytes);
  module->module->print(os, nullptr);
  return results.finish(Status::Ok);
}

MLIRJS_EXPORT(llvm_write_bitcode) int llvm_write_bitcode(LlvmModule *module) {
  results.reset();
  raw_string_ostream os(results.bytes);
  WriteBitcodeToFile(*module->module, os);
  return results.finish(Status::Ok);
}

MLIRJS_EXPORT(llvm_destroy) void llvm_destroy(LlvmModule *module) { delete module; }
