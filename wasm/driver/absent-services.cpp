// Services of LLVM that are linked by reference only: none is reached without a target, a profile
// or OpenMP input. Defining them here keeps MC, Object, ProfileData, DebugInfo, TextAPI and
// Frontend/OpenMP out of the build.
#include "llvm/Analysis/ProfileSummaryInfo.h"
#include "llvm/Frontend/OpenMP/OMPIRBuilder.h"
#include "llvm/MC/TargetRegistry.h"
#include "llvm/Object/IRSymtab.h"
#include "llvm/Object/ModuleSymbolTable.h"
#include "llvm/ProfileData/InstrProf.h"
#include "llvm/ProfileData/ProfileCommon.h"
#include "llvm/Remarks/RemarkSerializer.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/Error.h"

using namespace llvm;

static Error absent(const char *what) {
  return createStringError(inconvertibleErrorCode(), "%s: not part of this build", what);
}

const Target *TargetRegistry::lookupTarget(StringRef, std::string &Error) {
  Error = "no targets are built in";
  return nullptr;
}
const Target *TargetRegistry::lookupTarget(StringRef, Triple &, std::string &Error) {
  Error = "no targets are built in";
  return nullptr;
}

Error irsymtab::build(ArrayRef<Module *>, SmallVector<char, 0> &, StringTableBuilder &,
                      BumpPtrAllocator &) {
  return absent("symbol tables in bitcode");
}

// Module-level inline assembly would have to be parsed for its symbols.
void ModuleSymbolTable::CollectAsmSymbols(
    const Module &, function_ref<void(StringRef, object::BasicSymbolRef::Flags)>) {}

Expected<std::unique_ptr<remarks::RemarkSerializer>>
remarks::createRemarkSerializer(Format, SerializerMode, raw_ostream &) {
  return absent("remark files");
}

// MLIR's translation to LLVM IR owns one of these; only the OpenMP dialect, which is not built in,
// would make it build anything.
OpenMPIRBuilder::~OpenMPIRBuilder() {}
void OpenMPIRBuilder::initialize() {}
void OpenMPIRBuilder::finalize(Function *) {}
OpenMPIRBuilderConfig::OpenMPIRBuilderConfig() {}
OpenMPIRBuilderConfig::OpenMPIRBuilderConfig(bool, bool, bool, bool, bool, bool, bool) {}

// Profile summaries come from metadata of the module; their default cutoffs are those of
// llvm/lib/ProfileData.
namespace {
constexpr uint64_t hotPercentile = 990000;
constexpr uint64_t coldPercentile = 999999;
} // namespace

namespace llvm {

const ProfileSummaryEntry &
ProfileSummaryBuilder::getEntryForPercentile(const SummaryEntryVector &DS, uint64_t Percentile) {
  for (const ProfileSummaryEntry &entry : DS)
    if (entry.Cutoff >= Percentile)
      return entry;
  report_fatal_error("Desired percentile exceeds the maximum cutoff");
}
uint64_t ProfileSummaryBuilder::getHotCountThreshold(const SummaryEntryVector &DS) {
  return getEntryForPercentile(DS, hotPercentile).MinCount;
}
uint64_t ProfileSummaryBuilder::getColdCountThreshold(const SummaryEntryVector &DS) {
  return getEntryForPercentile(DS, coldPercentile).MinCount;
}

cl::opt<int> ProfileSummaryCutoffHot("profile-summary-cutoff-hot", cl::Hidden,
                                     cl::init(hotPercentile));
cl::opt<unsigned> ProfileSummaryHugeWorkingSetSizeThreshold(
    "profile-summary-huge-working-set-size-threshold", cl::Hidden, cl::init(15000));
cl::opt<unsigned> ProfileSummaryLargeWorkingSetSizeThreshold(
    "profile-summary-large-working-set-size-threshold", cl::Hidden, cl::init(12500));

std::unique_ptr<InstrProfValueData[]>
getValueProfDataFromInst(const Instruction &, InstrProfValueKind, uint32_t, uint32_t &,
                         uint64_t &, bool) {
  return nullptr;
}
SmallVector<InstrProfValueData, 4>
getValueProfDataFromInst(const Instruction &, InstrProfValueKind, uint32_t, uint64_t &, bool) {
  return {};
}

} // namespace llvm
