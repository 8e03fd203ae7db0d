import { ConstantKind, LlvmTextError, moduleText, parseModuleText } from '../src/index.js';

const F = '__zkllvm_field_pallas_base';

function messageOf(text: string): string {
  try {
    parseModuleText(text, 'bad.ll');
  } catch (error) {
    if (error instanceof LlvmTextError) return error.message;
    throw error;
  }
  return 'no error';
}

describe('errors show where they are', () => {
  test('with line, column and the line itself', () => {
    expect(messageOf(`define void @f(i32 %x) {\n  %y = add i32 %x, %z\n  ret void\n}\n`)).toBe(
      "bad.ll:2:20: error: use of undefined value '%z'\n  %y = add i32 %x, %z\n                   ^",
    );
  });

  test.each([
    ['', 'define', 'bad.ll:1:7: error: expected type'],
    ['a decimal is no field element', `%2 = add ${F} %0, 5`, 'integer constant must have integer type'],
    ['a field element is no integer', '%2 = add i32 1, f0x5', 'field constant must have field type'],
    ['too many bits', `%2 = add ${F} %0, f0x1${'0'.repeat(64)}`, 'field constant has more than 256 bits'],
    ['wrong type of a value', '%2 = add i32 %0, 1', `'%0' defined with type '${F}' but expected 'i32'`],
    ['wrong number', '%7 = add i32 1, 1', "instruction expected to be numbered '%2'"],
    ['unknown opcode', '%2 = frobnicate i32 1', 'expected instruction opcode'],
    ['atomic loads', '%2 = load atomic i32, ptr null sometimes, align 4', 'expected ordering on atomic instruction'],
    ['pads', 'cleanupret from none unwind to caller', "instruction 'cleanupret' is not supported"],
    ['typed pointers', '%2 = load i32, i32* null', "use ptr instead of 'i32*'"],
    ['unknown type', '%2 = add i0 1, 2', 'bitwidth for integer type out of range'],
    ['void values', '%2 = add void 1, 2', 'void type only allowed for function results'],
    ['name for nothing', `%x = store i32 0, ptr null`, 'instructions returning void cannot have a name'],
    ['unknown function', 'call void @g()', "use of undefined value '@g'"],
    ['unknown block', 'br label %nowhere', "use of undefined value '%nowhere'"],
    ['alignment', 'store i32 0, ptr null, align 3', 'alignment is not a power of two'],
    ['select of two types', `%2 = select i1 true, i32 0, i64 0`, 'select values must have same type'],
    ['integers in select', `%2 = select i32 0, i32 0, i32 0`, 'select condition must be i1'],
    ['compare of floats', '%2 = icmp eq float 1.0, 2.0', 'icmp requires integer operands'],
    ['folded division', '%2 = add i32 udiv (i32 1, i32 1), 0', 'udiv constexprs are no longer supported'],
    ['vector of curves', '%2 = load <2 x __zkllvm_curve_pallas>, ptr null', 'invalid vector element type'],
    ['result type', 'ret i32 0', `value doesn't match function result type 'void'`],
    ['string without end', 'call void @"g', 'end of file in string constant'],
  ])('%s', (_, instruction, expected) => {
    const text = instruction === 'define' ? instruction : `define void @f(${F} %0) {\n  ${instruction}\n  ret void\n}`;
    expect(messageOf(text)).toContain(expected);
  });

  test('nesting that would exhaust the stack is refused', () => {
    expect(messageOf(`@g = global ${'['.repeat(100_000)}`)).toContain('expected number in sequential type');
    expect(messageOf(`@g = global ${'[1 x '.repeat(100_000)}`)).toContain('nested too deeply');
    expect(messageOf(`@g = global i64 ${'add (i64 '.repeat(100_000)}`)).toContain('nested too deeply');
    expect(messageOf(`@g = global i64 ${'{ '.repeat(100_000)}`)).toContain('nested too deeply');
  });

  test('types that contain themselves have no size', () => {
    expect(messageOf('%a = type { %b }\n%b = type { [2 x %a] }\n')).toContain("type '%b' contains itself");
  });
});

describe('what is read', () => {
  test('integers wrap to their width, field elements to their field', () => {
    const module = parseModuleText(`@g = global { i8, i1, i128, ${F} } { i8 255, i1 true, i128 -1, ${F} f0x10 }`);
    const { constants } = module;
    const [byte, bit, wide, element] = constants.elementsOf(module.globals[0].initializer ?? 0);
    expect([byte, bit, wide, element].map((id) => constants.bigintOf(id))).toEqual([-1n, -1n, -1n, 16n]);
    expect(moduleText(module)).toBe(
      `@g = global { i8, i1, i128, ${F} } { i8 -1, i1 true, i128 -1, ${F} f0x10 }\n\n`,
    );
  });

  test('strings, with their escapes', () => {
    const module = parseModuleText('@s = constant [5 x i8] c"a\\00\\FF\\\\z"');
    const id = module.globals[0].initializer ?? 0;
    expect(module.constants.kindOf(id)).toBe(ConstantKind.bytes);
    expect([...module.constants.bytesOf(id)]).toEqual([0x61, 0, 0xff, 0x5c, 0x7a]);
    expect(moduleText(module)).toContain('c"a\\00\\FF\\5Cz"');
  });

  test('floating point in every notation', () => {
    const text = '@f = global { float, double, half, bfloat, double } { float 0x3FD5555560000000, double 1.000000e-01, half 0xH3C00, bfloat 0xRC040, double 0x7FF0000000000000 }';
    const module = parseModuleText(text);
    const values = module.constants.elementsOf(module.globals[0].initializer ?? 0).map((id) => module.constants.numberOf(id));
    expect(values).toEqual([Math.fround(1 / 3), 0.1, 1, -3, Infinity]);
    expect(moduleText(module).trim()).toBe(text);
  });

  test('calls of functions that are defined behind them, and of intrinsics', () => {
    const text = `define void @f() {
  call void @g(i32 1)
  ret void
}

define void @g(i32 %0) {
  ret void
}
`;
    const module = parseModuleText(text);
    expect(module.constants.globalOf(module.functions[0].operand(0, 0))).toBe(module.function('g'));
    expect(moduleText(module)).toBe(text);
  });

  test('debug information is kept, or stripped with all that refers to it', () => {
    const text = `define void @f(i32 %x) !dbg !3 {
  call void @llvm.dbg.value(metadata i32 %x, metadata !5, metadata !DIExpression(DW_OP_plus_uconst, 8)), !dbg !6
  #dbg_value(i32 %x, !5, !DIExpression(), !6)
  ret void, !dbg !6
}

declare void @llvm.dbg.value(metadata, metadata, metadata)

!llvm.module.flags = !{!0}

!0 = !{i32 2, !"Debug Info Version", i32 3}
!3 = distinct !DISubprogram(name: "f\\22", line: 1, spFlags: DISPFlagDefinition | DISPFlagOptimized)
!5 = !DILocalVariable(name: "x", arg: 1, scope: !3)
!6 = !DILocation(line: 2, column: 3, scope: !3)
`;
    const kept = moduleText(parseModuleText(text));
    expect(kept).toContain('call void @llvm.dbg.value(metadata i32 %x, metadata !2, metadata !DIExpression()), !dbg !3\n  ret');
    expect(kept).toContain('!1 = distinct !DISubprogram(name: "f\\22", line: 1, spFlags: DISPFlagDefinition | DISPFlagOptimized)');
    expect(moduleText(parseModuleText(kept))).toBe(kept);
    const stripped = parseModuleText(text, 'x.ll', { debugInfo: 'strip' });
    expect(stripped.functions[0].instructionCount).toBe(1);
    expect(moduleText(stripped)).not.toContain('!');
  });

  test('the location of an instruction is the byte behind which its opcode begins', () => {
    const text = `define i32 @"\u00e9"(i32 %x) {\n  %y = mul i32 %x, %x\n  ret i32 %y\n}`;
    const fn = parseModuleText(text).functions[0];
    const bytes = new TextEncoder().encode(text);
    expect(new TextDecoder().decode(bytes.subarray(fn.locationOf(0) - 1)).slice(0, 3)).toBe('mul');
    expect(fn.name).toBe('\u00e9');
  });
});
