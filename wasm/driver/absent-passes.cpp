// The passes that PassBuilderPipelines.cpp names and this build leaves out. The driver rejects
// their names. Two kinds remain reachable or linkable:
//  - `skip`: default<O1> to default<O3> run them; they change nothing here, which the driver says
//    with a remark each time (leftOutOf in left-out-passes.cpp);
//  - `fail`: only pipelines that the driver rejects run them; they end the instance with a message.
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/VirtualFileSystem.h"
#include "llvm/Transforms/Coroutines/CoroCleanup.h"
#include "llvm/Transforms/Coroutines/CoroConditionalWrapper.h"
#include "llvm/Transforms/Coroutines/CoroEarly.h"
#include "llvm/Transforms/Coroutines/CoroElide.h"
#include "llvm/Transforms/Coroutines/CoroSplit.h"
#include "llvm/Transforms/IPO/Attributor.h"
#include "llvm/Transforms/IPO/CrossDSOCFI.h"
#include "llvm/Transforms/IPO/EmbedBitcodePass.h"
#include "llvm/Transforms/IPO/GlobalSplit.h"
#include "llvm/Transforms/IPO/HotColdSplitting.h"
#include "llvm/Transforms/IPO/IROutliner.h"
#include "llvm/Transforms/IPO/LowerTypeTests.h"
#include "llvm/Transforms/IPO/MemProfContextDisambiguation.h"
#include "llvm/Transforms/IPO/ModuleInliner.h"
#include "llvm/Transforms/IPO/OpenMPOpt.h"
#include "llvm/Transforms/IPO/PartialInlining.h"
#include "llvm/Transforms/IPO/SampleProfile.h"
#include "llvm/Transforms/IPO/SampleProfileProbe.h"
#include "llvm/Transforms/IPO/SyntheticCountsPropagation.h"
#include "llvm/Transforms/IPO/WholeProgramDevirt.h"
#include "llvm/Transforms/Instrumentation/CGProfile.h"
#include "llvm/Transforms/Instrumentation/ControlHeightReduction.h"
#include "llvm/Transforms/Instrumentation/InstrOrderFile.h"
#include "llvm/Transforms/Instrumentation/InstrProfiling.h"
#include "llvm/Transforms/Instrumentation/MemProfiler.h"
#include "llvm/Transforms/Instrumentation/PGOCtxProfLowering.h"
#include "llvm/Transforms/Instrumentation/PGOForceFunctionAttrs.h"
#include "llvm/Transforms/Instrumentation/PGOInstrumentation.h"
#include "llvm/Transforms/Vectorize/LoopVectorize.h"
#include "llvm/Transforms/Vectorize/SLPVectorizer.h"

using namespace llvm;

static PreservedAnalyses skip(const char *) { return PreservedAnalyses::all(); }
[[noreturn]] static PreservedAnalyses fail(const char *pass) {
  report_fatal_error(Twine(pass) + " is not part of this build");
}

#define MODULE_RUN(PASS, KIND)                                                  \
  PreservedAnalyses PASS::run(Module &, ModuleAnalysisManager &) { return KIND(#PASS); }
#define FUNCTION_RUN(PASS, KIND)                                                \
  PreservedAnalyses PASS::run(Function &, FunctionAnalysisManager &) { return KIND(#PASS); }
#define CGSCC_RUN(PASS, KIND)                                                   \
  PreservedAnalyses PASS::run(LazyCallGraph::SCC &, CGSCCAnalysisManager &,     \
                              LazyCallGraph &, CGSCCUpdateResult &) {           \
    return KIND(#PASS);                                                         \
  }

MODULE_RUN(CGProfilePass, skip)
MODULE_RUN(CoroCleanupPass, skip)
MODULE_RUN(CoroConditionalWrapper, skip)
MODULE_RUN(CoroEarlyPass, skip)
FUNCTION_RUN(CoroElidePass, skip)
CGSCC_RUN(CoroSplitPass, skip)
FUNCTION_RUN(ControlHeightReductionPass, skip)
FUNCTION_RUN(LoopVectorizePass, skip)
MODULE_RUN(OpenMPOptPass, skip)
CGSCC_RUN(OpenMPOptCGSCCPass, skip)
FUNCTION_RUN(SLPVectorizerPass, skip)

CGSCC_RUN(AttributorCGSCCPass, fail)
CGSCC_RUN(AttributorLightCGSCCPass, fail)
MODULE_RUN(AttributorLightPass, fail)
MODULE_RUN(AttributorPass, fail)
MODULE_RUN(CrossDSOCFIPass, fail)
MODULE_RUN(EmbedBitcodePass, fail)
MODULE_RUN(GlobalSplitPass, fail)
MODULE_RUN(HotColdSplittingPass, fail)
MODULE_RUN(IROutlinerPass, fail)
MODULE_RUN(InstrOrderFilePass, fail)
MODULE_RUN(InstrProfilingLoweringPass, fail)
MODULE_RUN(LowerTypeTestsPass, fail)
MODULE_RUN(MemProfContextDisambiguation, fail)
MODULE_RUN(MemProfUsePass, fail)
MODULE_RUN(ModuleInlinerPass, fail)
MODULE_RUN(PGOCtxProfLoweringPass, fail)
MODULE_RUN(PGOForceFunctionAttrsPass, fail)
MODULE_RUN(PGOIndirectCallPromotion, fail)
MODULE_RUN(PGOInstrumentationGen, fail)
MODULE_RUN(PGOInstrumentationGenCreateVar, fail)
MODULE_RUN(PGOInstrumentationUse, fail)
FUNCTION_RUN(PGOMemOPSizeOpt, fail)
MODULE_RUN(PartialInlinerPass, fail)
MODULE_RUN(PseudoProbeUpdatePass, fail)
MODULE_RUN(SampleProfileLoaderPass, fail)
MODULE_RUN(SampleProfileProbePass, fail)
MODULE_RUN(SyntheticCountsPropagation, fail)
MODULE_RUN(WholeProgramDevirtPass, fail)

// Constructors, options and printing that are defined beside the passes.
namespace llvm {

using FileSystem = IntrusiveRefCntPtr<vfs::FileSystem>;

bool PGOCtxProfLoweringPass::isContextualIRPGOEnabled() { return false; }
ControlHeightReductionPass::ControlHeightReductionPass() {}
CoroConditionalWrapper::CoroConditionalWrapper(ModulePassManager &&PM) : PM(std::move(PM)) {}
void CoroConditionalWrapper::printPipeline(raw_ostream &, function_ref<StringRef(StringRef)>) {}
CoroSplitPass::CoroSplitPass(bool OptimizeFrame) : OptimizeFrame(OptimizeFrame) {}
LoopVectorizePass::LoopVectorizePass(LoopVectorizeOptions)
    : InterleaveOnlyWhenForced(true), VectorizeOnlyWhenForced(true) {}
void LoopVectorizePass::printPipeline(raw_ostream &, function_ref<StringRef(StringRef)>) {}
MemProfContextDisambiguation::MemProfContextDisambiguation(const ModuleSummaryIndex *) {}
MemProfUsePass::MemProfUsePass(std::string, FileSystem) {}
PGOInstrumentationUse::PGOInstrumentationUse(std::string, std::string, bool IsCS, FileSystem)
    : IsCS(IsCS) {}
SampleProfileLoaderPass::SampleProfileLoaderPass(std::string, std::string,
                                                 ThinOrFullLTOPhase Phase, FileSystem)
    : LTOPhase(Phase) {}

AnalysisKey ShouldRunExtraVectorPasses::Key;

cl::opt<bool> EnableLoopInterleaving("interleave-loops", cl::init(false), cl::Hidden);
cl::opt<bool> EnableLoopVectorization("vectorize-loops", cl::init(false), cl::Hidden);
cl::opt<bool> EnableMemProfContextDisambiguation("enable-memprof-context-disambiguation",
                                                 cl::init(false), cl::Hidden);
cl::opt<bool> RunSLPVectorization("vectorize-slp", cl::init(false), cl::Hidden);

} // namespace llvm
