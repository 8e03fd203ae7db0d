import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exitCode, mlir2zk } from '../mlir2zk.js';

/*
 * Whatever is wrong with its input, the tool says it once, at its place, exits with 1 and leaves no output file.
 */

const seed = readFileSync(join(import.meta.dirname, '../../examples/maxpool/maxpool.mlir'), 'utf8');
const seedVector = readFileSync(join(import.meta.dirname, '../../examples/maxpool/maxpool.json'), 'utf8');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mlir2zk-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

/** Lowers `text`, which must fail, and returns what was said. */
async function refusal(text: string): Promise<string> {
  write('model.mlir', text);
  const { status, stdout, stderr } = await mlir2zk(['lower', 'model.mlir', '-o', 'model.ll'], { cwd: folder });
  expect(stdout).toBe('');
  expect(stderr).not.toMatch(/internal error|^\s+at /m);
  expect(status).toBe(exitCode.inputError);
  expect(readdirSync(folder)).toEqual(['model.mlir']);
  return stderr;
}

/** A model of one function that maps `array` to `array`, with `body` before the return. */
function model(array: string, body: string, result = array): string {
  return `func.func @f(%x: ${array}) -> ${result} {\n  %c0 = arith.constant 0 : index\n${body}\n  return %x : ${array}\n}\n`;
}

describe('MLIR that is not well formed', () => {
  test.each([
    ['a name that is not there', model('memref<2xf32>', '  affine.store %nothing, %x[%c0] : memref<2xf32>'), 'model.mlir:3:16: error: use of undeclared SSA value name'],
    ['an unknown operation', model('memref<2xf32>', '  %y = arith.selekt %c0, %c0, %c0 : index'), "model.mlir:3:8: error: custom op 'arith.selekt' is unknown"],
    ['custom syntax of an unknown dialect', model('memref<2xf32>', '  foo.bar %x : memref<2xf32>'), "model.mlir:3:3: error: Dialect `foo' not found"],
    ['types that do not agree', model('memref<2xf32>', '  %y = arith.addf %c0, %c0 : f32'), "model.mlir:3:19: error: use of value '%c0' expects different type than prior uses: 'f32' vs 'index'"],
    ['a result of another type', model('memref<2xf32>', '', 'memref<3xf32>'), "model.mlir:4:3: error: type of return operand 0 ('memref<2xf32>') doesn't match function result type ('memref<3xf32>') in function @f"],
    ['an integer that its type cannot hold', model('memref<2xf32>', '  %big = arith.constant 300 : i8'), 'model.mlir:3:25: error: integer constant out of range for attribute'],
    ['a call of a function that is not there', model('memref<2xf32>', '  func.call @nowhere() : () -> ()'), "model.mlir:3:3: error: 'func.call' op 'nowhere' does not reference a valid function"],
  ])('%s', async (_about, text, message) => {
    const said = await refusal(text);
    expect(said.replaceAll("'foo'", "`foo'")).toContain(message);
    expect(said.match(/: error: /g)).toHaveLength(1);
  });

  test('a truncated file, wherever it ends', async () => {
    // From the module's opening brace to its closing one, every text is incomplete.
    const end = seed.trimEnd().length;
    for (let cut = seed.indexOf('module') + 10; cut < end; cut += 97) {
      const said = await refusal(seed.slice(0, cut));
      expect(said).toMatch(/^model\.mlir:\d+:\d+: error: /);
    }
  });

  test('a file with one byte changed is refused at a place, or still a model', async () => {
    for (let at = 3; at < seed.length; at += 61) {
      const text = `${seed.slice(0, at)}\u0001${seed.slice(at + 1)}`;
      write('model.mlir', text);
      const { status, stderr } = await mlir2zk(['lower', 'model.mlir', '-o', '/dev/null'], { cwd: folder });
      expect(stderr).not.toMatch(/internal error|^\s+at /m);
      if (status !== exitCode.ok) expect(stderr).toMatch(/^model\.mlir:\d+:\d+: error: /);
    }
  });

  test('a file that is no text', async () => {
    expect(await refusal('\u0000\u0001\u0002')).toMatch(/^model\.mlir:1:1: error: /);
  });

  test('very deep nesting', async () => {
    expect(await refusal('module {'.repeat(100_000))).toMatch(/^model\.mlir:\d+:\d+: error: /);
  });
});

describe('models that no circuit can be made of', () => {
  const oneF64 = 'memref<1xf64>';
  test.each([
    ['no function', 'module {\n}\n', 'no public function with a body'],
    ['a dimension that is not known', model('memref<?xf32>', ''), 'memref<?xf32>, has a dimension that is not known'],
    ['elements that are no numbers', model('memref<2xcomplex<f32>>', ''), 'which a circuit cannot hold'],
    [
      'a branch that depends on the data',
      model('memref<2xi1>', '  %bit = affine.load %x[0] : memref<2xi1>\n  scf.if %bit { affine.store %bit, %x[1] : memref<2xi1> }'),
      "model.mlir:4:3: error: 'scf.if': the condition depends on the inputs of the model",
    ],
    [
      'a loop bound that depends on the data',
      model('memref<2xindex>', '  %n = affine.load %x[0] : memref<2xindex>\n  scf.for %i = %c0 to %n step %n { }'),
      "model.mlir:4:3: error: 'scf.for'",
    ],
    [
      'a constant beyond the format',
      model(oneF64, '  %big = arith.constant 1.0e30 : f64\n  %y = affine.load %x[0] : memref<1xf64>\n  %z = arith.addf %y, %big : f64\n  affine.store %z, %x[0] : memref<1xf64>'),
      'outside the fixed-point format 16.16',
    ],
    [
      'a weight that is no number',
      model(oneF64, '  %nan = arith.constant 0x7FF8000000000000 : f64\n  %y = affine.load %x[0] : memref<1xf64>\n  %z = arith.mulf %y, %nan : f64\n  affine.store %z, %x[0] : memref<1xf64>'),
      "model.mlir:5:8: error: 'arith.mulf': NaN has no fixed-point representation",
    ],
    [
      'a weight that is infinite',
      model(oneF64, '  %inf = arith.constant 0x7FF0000000000000 : f64\n  %y = affine.load %x[0] : memref<1xf64>\n  %z = arith.addf %y, %inf : f64\n  affine.store %z, %x[0] : memref<1xf64>'),
      "model.mlir:5:8: error: 'arith.addf'",
    ],
    [
      'an operation that nobody knows',
      model('memref<2xf32>', '  %y = "foo.bar"(%x) : (memref<2xf32>) -> f32'),
      "model.mlir:3:8: error: 'foo.bar': this operation cannot be lowered to a circuit",
    ],
    [
      'an element that was never written',
      'func.func @f(%x: memref<1xf32>) -> memref<1xf32> {\n  %y = memref.alloc() : memref<1xf32>\n  return %y : memref<1xf32>\n}\n',
      'model.mlir:',
    ],
  ])('%s', async (_about, text, message) => {
    const said = await refusal(text);
    expect(said).toContain(message);
    expect(said.match(/error: /g)).toHaveLength(1);
  });
});

describe('inputs that do not fit the model', () => {
  /** Runs the max pooling on `vector`, which must fail, and returns what was said. */
  async function vectorRefusal(vector: string): Promise<string> {
    write('model.mlir', seed);
    write('vector.json', vector);
    const { status, stdout, stderr } = await mlir2zk(['run', 'model.mlir', '--inputs', 'vector.json'], { cwd: folder });
    expect(stdout).toBe('');
    expect(stderr).not.toMatch(/internal error|^\s+at /m);
    expect(status).toBe(exitCode.inputError);
    return stderr;
  }

  interface Vector {
    inputs: { name?: string; shape: number[]; data: unknown[] }[];
    outputs?: unknown;
  }

  function changed(change: (vector: Vector) => void): string {
    const vector = JSON.parse(seedVector) as Vector;
    change(vector);
    return JSON.stringify(vector);
  }

  test.each<[string, string, string]>([
    ['no JSON', '{"inputs": [', 'vector.json:1:13: error: this is no JSON'],
    ['no vector', '[1, 2]', 'vector.json: a test vector is a JSON object'],
    ['no inputs', '{"inputs": []}', "vector.json: the vector has 0 input(s): none; the model has 1 input(s): 'image'"],
    ['an input of another name', changed(({ inputs }) => (inputs[0].name = 'picture')), "vector.json: the vector has no input 'image'"],
    ['another shape', changed(({ inputs }) => (inputs[0].shape = [1, 28, 28])), "input 'image' has shape [1, 28, 28] in the vector and [1, 1, 28, 28] in the model"],
    ['too few elements', changed(({ inputs }) => inputs[0].data.pop()), "input 'image' has 783 elements; its shape asks for 784"],
    ['an element that is NaN', changed(({ inputs }) => (inputs[0].data[5] = 'nan')), "'image', element 5 is nan"],
    ['an element beyond the format', changed(({ inputs }) => (inputs[0].data[5] = 1e6)), "'image', element 5 is 1000000, outside of the fixed-point format 16.16"],
    ['an element that is no number', changed(({ inputs }) => (inputs[0].data[5] = [1])), 'vector.json: inputs[0]: the data is not a flat list of numbers'],
  ])('%s', async (_about, vector, message) => {
    const said = await vectorRefusal(vector);
    expect(said).toContain(message);
    expect(said.match(/error: /g)).toHaveLength(1);
  });

  test('an integer that its type cannot hold', async () => {
    write('model.mlir', model('memref<1xi8>', ''));
    write('vector.json', '{"inputs": [{"shape": [1], "data": [300]}]}');
    const { status, stderr } = await mlir2zk(['run', 'model.mlir', '--inputs', 'vector.json'], { cwd: folder });
    expect(status).toBe(exitCode.inputError);
    expect(stderr).toContain('element 0 is 300, outside of i8, which goes from -128 to 127');
  });

  test('outputs beyond the tolerance', async () => {
    write('model.mlir', seed);
    write('vector.json', changed((vector) => {
      (vector.outputs as { data: number[] }[])[0].data[7] += 0.5;
    }));
    const { status, stderr } = await mlir2zk(['run', 'model.mlir', '--inputs', 'vector.json'], { cwd: folder });
    expect(status).toBe(exitCode.inputError);
    expect(stderr).toContain("error: output 'pooled', element 7, is");
    expect((await mlir2zk(['run', 'model.mlir', '--inputs', 'vector.json', '--tolerance', '0.6'], { cwd: folder })).status).toBe(exitCode.ok);
  });

  test('a private input that the model does not have', async () => {
    write('model.mlir', seed);
    const { status, stderr } = await mlir2zk(['lower', 'model.mlir', '--private', 'picture'], { cwd: folder });
    expect(status).toBe(exitCode.inputError);
    expect(stderr).toContain("the model has no input 'picture' that could be private; its inputs are 'image'");
  });
});

describe('files', () => {
  test.each(['lower', 'opt', 'verify'])('%s of a file that is not there', async (command) => {
    const { status, stderr } = await mlir2zk([command, 'nowhere'], { cwd: folder });
    expect(status).toBe(exitCode.inputError);
    expect(stderr).toBe("error: cannot read 'nowhere': no such file or directory\n");
  });

  test('a folder in place of a file', async () => {
    const { status, stderr } = await mlir2zk(['lower', '.'], { cwd: folder });
    expect(status).toBe(exitCode.inputError);
    expect(stderr).toBe("error: cannot read '.': it is a directory\n");
  });

  test('an output that cannot be written leaves nothing behind', async () => {
    write('model.mlir', seed);
    mkdirSync(join(folder, 'taken'));
    chmodSync(join(folder, 'taken'), 0o755);
    for (const output of ['no/such/folder.ll', 'taken']) {
      const { status, stderr } = await mlir2zk(['lower', 'model.mlir', '-o', output], { cwd: folder });
      expect(status).toBe(exitCode.inputError);
      expect(stderr).toContain(`error: cannot write '${output}': `);
    }
    expect(existsSync(join(folder, 'no'))).toBe(false);
    expect(readdirSync(join(folder, 'taken'))).toEqual([]);
  });

  test('LLVM IR outside the safe subset', async () => {
    write('circuit.ll', 'define i32 @main(i32 %x) circuit {\n  %y = and i32 %x, 3\n  ret i32 %y\n}\n');
    const { status, stdout, stderr } = await mlir2zk(['verify', 'circuit.ll'], { cwd: folder });
    expect(status).toBe(exitCode.inputError);
    expect(stdout).toBe('');
    expect(stderr).toContain('circuit.ll:');
    expect(stderr).toContain('and i32');
  });

  test('LLVM IR that is not well formed', async () => {
    write('circuit.ll', 'define i32 @main(i32 %x) circuit {\n  %y = add i32 %x\n');
    const { status, stderr } = await mlir2zk(['verify', 'circuit.ll'], { cwd: folder });
    expect(status).toBe(exitCode.inputError);
    expect(stderr).toMatch(/^circuit\.ll:\d+:\d+: error: /);
  });
});
