// The operations of a module as one block of bytes, for the host to read without printing and
// parsing. Everything is little-endian 32-bit words followed by a heap of bytes; the reader is
// wasm/src/snapshot.ts.
//
//   word 0..4   number of words of: strings, types, attributes, locations, operations
//   strings     2 words each: offset into the heap, length
//   types       1 word each: string
//   attributes  records, see `attribute`; an attribute is named by the index of its first word
//   locations   records, see `location`; likewise
//   operations  the module operation, recursively, see `operation`
//   heap        bytes
#include "abi.h"
#include "mlir-module.h"
#include "mlir/IR/BuiltinAttributes.h"
#include "mlir/IR/BuiltinTypes.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

using namespace mlir;
using namespace mlirjs;

namespace {

// First words of attribute records; wasm/src/snapshot.ts has the same table.
enum AttributeKind : uint32_t {
  Text = 0,         // string: as printed
  Unit = 1,         //
  Integer = 2,      // type, string: decimal, signed unless the type says otherwise
  Float = 3,        // type, two words of the double nearest to it, string: as printed
  String = 4,       // string
  Array = 5,        // count, attributes
  Dictionary = 6,   // count, pairs of string and attribute
  TypeValue = 7,    // type
  Symbol = 8,       // count, strings
  Dense = 9,        // type, 1 if one value stands for all, heap offset, length: MLIR's raw data
  DenseArray = 10,  // type of an element, heap offset, length: raw data
};

// First words of location records.
enum LocationKind : uint32_t {
  Unknown = 0,   //
  File = 1,      // string, line, column
  Name = 2,      // string, location
  CallSite = 3,  // callee, caller
  Fused = 4,     // count, locations
  OtherLocation = 5, // string: as printed
};

class SnapshotWriter {
public:
  void write(Operation *root, std::string &out) {
    number(root);
    operation(root);
    const std::vector<uint32_t> *sections[] = {&strings, &types, &attributes, &locations,
                                               &operations};
    size_t wordCount = 5;
    for (const auto *section : sections)
      wordCount += section->size();
    out.reserve(wordCount * 4 + heap.size());
    auto append = [&](const uint32_t *words, size_t count) {
      out.append(reinterpret_cast<const char *>(words), count * 4);
    };
    for (const auto *section : sections) {
      uint32_t size = section->size();
      append(&size, 1);
    }
    for (const auto *section : sections)
      append(section->data(), section->size());
    out += heap;
  }

private:
  // Values and blocks are used before their definitions in graph regions and by branches, so they
  // are numbered first, in the order of the walk.
  void number(Operation *op) {
    for (Value result : op->getResults())
      valueNumbers[result] = valueNumbers.size();
    for (Region &region : op->getRegions())
      for (Block &block : region) {
        blockNumbers[&block] = blockNumbers.size();
        for (Value argument : block.getArguments())
          valueNumbers[argument] = valueNumbers.size();
        for (Operation &inner : block)
          number(&inner);
      }
  }

  // name, location, counts of: operands, results, attributes, successors, regions;
  // operands; results (number, type); attributes (name, attribute); successors; regions:
  //   count of blocks; each: number, counts of: arguments, operations;
  //     arguments (number, type, location); operations
  void operation(Operation *op) {
    auto &out = operations;
    out.insert(out.end(), {string(op->getName().getStringRef()), location(op->getLoc())});
    DictionaryAttr dictionary = op->getAttrDictionary();
    out.insert(out.end(), {op->getNumOperands(), op->getNumResults(),
                           uint32_t(dictionary.size()), op->getNumSuccessors(),
                           op->getNumRegions()});
    for (Value operand : op->getOperands())
      out.push_back(valueNumbers.lookup(operand));
    for (Value result : op->getResults())
      out.insert(out.end(), {valueNumbers.lookup(result), type(result.getType())});
    for (NamedAttribute named : dictionary)
      out.insert(out.end(), {string(named.getName()), attribute(named.getValue())});
    for (Block *successor : op->getSuccessors())
      out.push_back(blockNumbers.lookup(successor));
    for (Region &region : op->getRegions()) {
      out.push_back(region.getBlocks().size());
      for (Block &block : region) {
        out.insert(out.end(), {blockNumbers.lookup(&block), block.getNumArguments(),
                               uint32_t(block.getOperations().size())});
        for (BlockArgument argument : block.getArguments())
          out.insert(out.end(), {valueNumbers.lookup(argument), type(argument.getType()),
                                 location(argument.getLoc())});
        for (Operation &inner : block)
          operation(&inner);
      }
    }
  }

  uint32_t string(StringRef text) {
    auto [entry, isNew] = stringNumbers.try_emplace(text, strings.size() / 2);
    if (isNew) {
      strings.insert(strings.end(), {uint32_t(heap.size()), uint32_t(text.size())});
      heap += text;
    }
    return entry->second;
  }

  template <typename Printable> uint32_t printed(Printable value) {
    std::string text;
    llvm::raw_string_ostream os(text);
    value.print(os);
    return string(text);
  }

  uint32_t type(Type value) {
    auto [entry, isNew] = typeNumbers.try_emplace(value, types.size());
    if (isNew)
      types.push_back(printed(value));
    return entry->second;
  }

  uint32_t raw(ArrayRef<char> data) {
    // Elements are read as typed arrays, which must be aligned.
    heap.resize((heap.size() + 7) & ~size_t(7));
    uint32_t offset = heap.size();
    heap.append(data.data(), data.size());
    return offset;
  }

  uint32_t attribute(Attribute value) {
    if (auto known = attributeStarts.find(value); known != attributeStarts.end())
      return known->second;
    SmallVector<uint32_t> words = attributeRecord(value);
    uint32_t start = attributes.size();
    attributes.insert(attributes.end(), words.begin(), words.end());
    attributeStarts[value] = start;
    return start;
  }

  SmallVector<uint32_t> attributeRecord(Attribute value) {
    if (isa<UnitAttr>(value))
      return {Unit};
    if (auto integer = dyn_cast<IntegerAttr>(value)) {
      SmallString<32> digits;
      Type integerType = integer.getType();
      // i1 is a truth value: 1, not -1.
      bool isSigned = !integerType.isUnsignedInteger() && !integerType.isInteger(1);
      integer.getValue().toString(digits, 10, isSigned);
      return {Integer, type(integerType), string(digits)};
    }
    if (auto number = dyn_cast<FloatAttr>(value)) {
      llvm::APFloat nearest = number.getValue();
      bool losesInformation;
      nearest.convert(llvm::APFloat::IEEEdouble(), llvm::APFloat::rmNearestTiesToEven,
                      &losesInformation);
      uint64_t bits = nearest.bitcastToAPInt().getZExtValue();
      return {Float, type(number.getType()), uint32_t(bits), uint32_t(bits >> 32),
              printed(value)};
    }
    // Strings of bytes that are no UTF-8 and those with a type go as text.
    if (auto text = dyn_cast<StringAttr>(value);
        text && isa<NoneType>(text.getType()) && llvm::json::isUTF8(text))
      return {String, string(text)};
    if (auto array = dyn_cast<ArrayAttr>(value)) {
      SmallVector<uint32_t> words{Array, uint32_t(array.size())};
      for (Attribute element : array)
        words.push_back(attribute(element));
      return words;
    }
    if (auto dictionary = dyn_cast<DictionaryAttr>(value)) {
      SmallVector<uint32_t> words{Dictionary, uint32_t(dictionary.size())};
      for (NamedAttribute named : dictionary)
        words.append({string(named.getName()), attribute(named.getValue())});
      return words;
    }
    if (auto typeValue = dyn_cast<TypeAttr>(value))
      return {TypeValue, type(typeValue.getValue())};
    if (auto symbol = dyn_cast<SymbolRefAttr>(value)) {
      SmallVector<uint32_t> words{Symbol, uint32_t(1 + symbol.getNestedReferences().size()),
                                  string(symbol.getRootReference())};
      for (FlatSymbolRefAttr nested : symbol.getNestedReferences())
        words.push_back(string(nested.getValue()));
      return words;
    }
    if (auto dense = dyn_cast<DenseIntOrFPElementsAttr>(value)) {
      ArrayRef<char> data = dense.getRawData();
      return {Dense, type(dense.getType()), dense.isSplat(), raw(data), uint32_t(data.size())};
    }
    if (auto array = dyn_cast<DenseArrayAttr>(value)) {
      ArrayRef<char> data = array.getRawData();
      return {DenseArray, type(array.getElementType()), raw(data), uint32_t(data.size())};
    }
    return {Text, printed(value)};
  }

  uint32_t location(Location value) {
    if (auto known = locationStarts.find(value); known != locationStarts.end())
      return known->second;
    SmallVector<uint32_t> words = locationRecord(value);
    uint32_t start = locations.size();
    locations.insert(locations.end(), words.begin(), words.end());
    locationStarts[value] = start;
    return start;
  }

  SmallVector<uint32_t> locationRecord(Location value) {
    if (isa<UnknownLoc>(value))
      return {Unknown};
    if (auto file = dyn_cast<FileLineColLoc>(value))
      return {File, string(file.getFilename()), file.getLine(), file.getColumn()};
    if (auto name = dyn_cast<NameLoc>(value))
      return {Name, string(name.getName()), location(name.getChildLoc())};
    if (auto call = dyn_cast<CallSiteLoc>(value))
      return {CallSite, location(call.getCallee()), location(call.getCaller())};
    if (auto fused = dyn_cast<FusedLoc>(value); fused && !fused.getMetadata()) {
      SmallVector<uint32_t> words{Fused, uint32_t(fused.getLocations().size())};
      for (Location part : fused.getLocations())
        words.push_back(location(part));
      return words;
    }
    return {OtherLocation, printed(value)};
  }

  llvm::DenseMap<Value, uint32_t> valueNumbers;
  llvm::DenseMap<Block *, uint32_t> blockNumbers;
  llvm::StringMap<uint32_t> stringNumbers;
  llvm::DenseMap<Type, uint32_t> typeNumbers;
  llvm::DenseMap<Attribute, uint32_t> attributeStarts;
  llvm::DenseMap<Attribute, uint32_t> locationStarts;
  std::vector<uint32_t> strings, types, attributes, locations, operations;
  std::string heap;
};

} // namespace

MLIRJS_EXPORT(mlir_snapshot) int mlir_snapshot(MlirModule *module) {
  results.reset();
  SnapshotWriter().write(*module->op, results.bytes);
  return results.finish(Status::Ok);
}
