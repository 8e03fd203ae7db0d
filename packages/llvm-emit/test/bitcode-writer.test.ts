import fc from 'fast-check';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { analyze } from 'llvm-bitcode-js';
import { askOracle, describeWithOracles } from '../../../test/oracle.js';
import {
  BitcodeError,
  enumAttribute,
  FunctionBuilder,
  LlvmModule,
  moduleBitcode,
  moduleText,
  parseModuleText,
  stockLlvmText,
  writeModuleBitcode,
} from '../src/index.js';
import { randomModule } from './random-module.js';

const samplesDirectory = join(import.meta.dirname, 'bitcode-samples');
const samples = readdirSync(samplesDirectory).map((file) => file.replace(/\.ll$/, ''));
const versions = ['16', '19', '22'];

let directory = '';
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'llvm-emit-'));
});
afterAll(() => {
  rmSync(directory, { recursive: true });
});

/** Runs a tool that must succeed without a word. */
function quietly(command: string, args: readonly string[]): string {
  const { status, stdout, stderr } = askOracle(command, args);
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return stdout;
}

/** What llvm-dis prints of a file, without the line that names the file. */
function disassembled(file: string, version: string): string {
  return quietly(`llvm-dis-${version}`, [file, '-o', '-']).replace(/^; ModuleID = .*\n/, '');
}

/** Expects LLVM to read the same module from our bitcode as from our text. */
function expectSameModule(module: LlvmModule, usedVersions: readonly string[]): void {
  const ours = join(directory, 'ours.bc');
  const text = join(directory, 'ours.ll');
  const theirs = join(directory, 'theirs.bc');
  writeFileSync(ours, moduleBitcode(module));
  writeFileSync(text, moduleText(module));
  for (const version of usedVersions) {
    quietly(`llvm-as-${version}`, [text, '-o', theirs]);
    expect(disassembled(ours, version)).toBe(disassembled(theirs, version));
  }
}

/** Our own dump of a module's bitcode, with zkLLVM's names. */
function dumpOf(module: LlvmModule): string {
  let dump = '';
  const bitcode = moduleBitcode(module, { experimentalFieldBitcode: true });
  analyze(bitcode, 'module.bc', { dump: true, zkllvm: true, disableHistogram: true }, (part) => (dump += part));
  return dump;
}

describeWithOracles(
  'bitcode',
  versions.flatMap((version) => [`llvm-as-${version}`, `llvm-dis-${version}`]),
  () => {
    it.each(samples)('of %s.ll is read as its text is', (sample) => {
      const source = readFileSync(join(samplesDirectory, `${sample}.ll`), 'utf8');
      expectSameModule(parseModuleText(source), versions);
    });

    it('of random modules is read as their text is', () => {
      fc.assert(
        fc.property(randomModule, (fieldModule) => {
          const module = parseModuleText(stockLlvmText(moduleText(fieldModule)));
          module.sourceFileName = 'random';
          expectSameModule(module, ['19']);
        }),
        { numRuns: 15 },
      );
    });

    it('holds constants of millions of bytes', () => {
      const module = new LlvmModule();
      module.sourceFileName = 'large';
      const data = new Uint8Array(3_000_000).map((_, index) => (index * 37) >> 3);
      const bytes = module.constants.bytes(data);
      module.addGlobal('weights', module.constants.typeOf(bytes), bytes);
      const bitcode = moduleBitcode(module);
      expect(bitcode.length - data.length).toBeLessThan(1500);
      expectSameModule(module, ['19']);
    });
  },
);

describeWithOracles('bitcode', ['llvm-dis-19'], () => {
  it('keeps the address space of an alloca, also where the data layout has another one', () => {
    for (const [dataLayout, space, text] of [
      ['e', 5, 'alloca i8, align 1, addrspace(5)'],
      ['e-A5', 0, 'alloca i8, align 1\n'],
      ['e-A5', 5, 'alloca i8, align 1, addrspace(5)'],
    ] as const) {
      const module = new LlvmModule();
      module.dataLayout = dataLayout;
      const fn = module.addFunction('f', module.types.void, []);
      const builder = new FunctionBuilder(fn);
      builder.alloca(module.types.int(8), 1);
      fn.types[0] = module.types.pointer(space).id;
      builder.ret();
      const file = join(directory, 'alloca.bc');
      writeFileSync(file, moduleBitcode(module));
      expect(disassembled(file, '19')).toContain(text);
    }
  });
});

describeWithOracles('bitcode', ['lli-19', 'opt-19', 'llvm-bcanalyzer-19'], () => {
  it('runs', () => {
    const file = join(directory, 'main.bc');
    writeFileSync(file, moduleBitcode(factorialProgram()));
    expect(askOracle('lli-19', [file])).toMatchObject({ status: 120, stderr: '' });
  });

  it.each(samples)('of %s.ll satisfies the verifier and the analyzer', (sample) => {
    const file = join(directory, `${sample}.bc`);
    writeFileSync(file, moduleBitcode(parseModuleText(readFileSync(join(samplesDirectory, `${sample}.ll`), 'utf8'))));
    quietly('opt-19', ['-passes=verify', file, '-o', join(directory, 'verified.bc')]);
    expect(quietly('llvm-bcanalyzer-19', [file])).toContain('Stream type: LLVM IR');
  });
});

/** A program that ends with the status 5!, by a loop and a call. */
function factorialProgram(): LlvmModule {
  const module = new LlvmModule();
  const { types, constants } = module;
  const factorial = module.addFunction('factorial', types.i32, [types.i32]);
  const builder = new FunctionBuilder(factorial);
  const loop = builder.createBlock('loop');
  const done = builder.createBlock();
  const one = constants.int(types.i32, 1);
  builder.br(loop);
  builder.beginBlock(loop);
  const left = builder.phi(types.i32);
  const product = builder.phi(types.i32);
  const nextProduct = builder.mul(product, left);
  const nextLeft = builder.sub(left, one);
  builder.addIncoming(left, 0, 0);
  builder.addIncoming(left, nextLeft, loop);
  builder.addIncoming(product, one, 0);
  builder.addIncoming(product, nextProduct, loop);
  builder.condBr(builder.icmp('eq', nextLeft, constants.int(types.i32, 0)), done, loop);
  builder.beginBlock(done);
  builder.ret(nextProduct);
  const main = new FunctionBuilder(module.addFunction('main', types.i32, []));
  main.ret(main.call(factorial, [constants.int(types.i32, 5)]));
  return module;
}

describe('bitcode of field types', () => {
  it('is written with the numbers of zkLLVM where it is asked for', () => {
    const module = new LlvmModule();
    const { types, constants } = module;
    const field = types.field('vesta_base');
    const curve = types.curve('pallas');
    const main = module.addFunction('main', field, [field, curve]);
    main.attributes = [enumAttribute('circuit')];
    main.parameters[0].attributes = [enumAttribute('private_input')];
    const builder = new FunctionBuilder(main);
    const small = builder.mul(0, constants.field(field, 5));
    const large = builder.add(small, constants.field(field, -1));
    builder.ret(builder.add(large, builder.cast('itogf', constants.int(types.i32, 9), field)));
    const dump = dumpOf(module);
    expect(dump).toContain('<GALOIS_FIELD op0=2/>');
    expect(dump).toContain('<ELLIPTIC_CURVE op0=0/>');
    expect(dump).toContain('<FIELD op0=10/>');
    expect(dump).toMatch(/<FIELD_WIDE op0=-?\d+ op1=-?\d+ op2=0 op3=-?\d+\/>/);
    expect(dump).toContain('<ENTRY op0=1 op1=1 op2=0 op3=89/>');
    expect(dump).toContain('<ENTRY op0=2 op1=4294967295 op2=0 op3=88/>');
    // The cast of the constant 9, as an instruction: operand, type, opcode.
    expect(dump).toMatch(/<INST_CAST abbrevid=9 op0=\d+ op1=\d+ op2=13\/>/);
  });

  it('is refused otherwise, with what to do', () => {
    fc.assert(
      fc.property(randomModule, (module) => {
        expect(() => moduleBitcode(module)).toThrow(BitcodeError);
        expect(() => moduleBitcode(module)).toThrow(/^global @table: .*'__zkllvm_field_pallas_base'.*experimentalFieldBitcode/);
        expect(dumpOf(module)).toContain('<GALOIS_FIELD op0=0/>');
      }),
      { numRuns: 20 },
    );
  });

  it('is refused for attributes too', () => {
    const module = parseModuleText('define void @main() circuit {\n  ret void\n}\n');
    expect(() => moduleBitcode(module)).toThrow(/^function @main: bitcode has no attribute 'circuit'; write text instead/);
  });
});

describe('writeModuleBitcode', () => {
  it('hands out the same bytes in chunks, each time', () => {
    const text = readFileSync(join(samplesDirectory, 'functions.ll'), 'utf8');
    const chunks: Uint8Array[] = [];
    writeModuleBitcode(parseModuleText(text), (chunk) => chunks.push(chunk));
    expect(Buffer.concat(chunks).equals(moduleBitcode(parseModuleText(text)))).toBe(true);
  });

  it.each([
    [
      'define void @f() {\n  ret void, !dbg !0\n}\n!0 = !DILocation(line: 1, scope: !1)\n!1 = !DIFile(filename: "a")\n',
      'function @f: debug information (!DILocation) cannot be written as bitcode; strip it first',
    ],
    ['define void @f() memory(sideways) {\n  ret void\n}\n', 'function @f: attribute memory(sideways) cannot be written'],
  ])('names what it cannot write: %#', (text, message) => {
    expect(() => moduleBitcode(parseModuleText(text))).toThrow(message);
  });

  it('reports types that contain themselves and names without a definition', () => {
    const module = new LlvmModule();
    const node = module.types.namedStruct('node');
    module.types.defineStruct('node', [module.types.i32, node]);
    const global = module.addGlobal('list', node, undefined);
    expect(() => moduleBitcode(module)).toThrow("global @list: type '%node' contains itself");
    const other = new LlvmModule();
    const address = other.constants.symbol('missing');
    other.addGlobal(global.name, other.types.ptr, address);
    expect(() => moduleBitcode(other)).toThrow('module: @missing is used, but neither defined nor declared');
  });
});
