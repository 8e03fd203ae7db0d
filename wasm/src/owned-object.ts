import type { Instance, Pointer } from './instance.js';
import { MlirError } from './mlir-error.js';

type Destructor = 'mlir_destroy' | 'llvm_destroy';

interface Ownership {
  readonly instance: Instance;
  readonly pointer: Pointer;
  readonly destructor: Destructor;
}

// Its callbacks run between tasks, never during a call of the driver.
const registry = new FinalizationRegistry<Ownership>(({ instance, pointer, destructor }) => {
  instance.destroy(destructor, pointer);
});

/**
 * An object in the memory of an instance. It is destroyed by `dispose`, at the end of a `using`
 * block, or at the latest some time after nothing refers to it any more.
 */
export abstract class OwnedObject {
  #ownership: Ownership | undefined;
  readonly #description: string;

  protected constructor(ownership: Ownership, description: string) {
    this.#ownership = ownership;
    this.#description = description;
    registry.register(this, ownership, this);
  }

  /** Frees the memory of the object. Doing it twice is allowed, using it afterwards is an error. */
  dispose(): void {
    const ownership = this.release();
    if (ownership !== undefined) ownership.instance.destroy(ownership.destructor, ownership.pointer);
  }

  [Symbol.dispose](): void {
    this.dispose();
  }

  /** @throws {MlirError} `disposed` */
  protected get instance(): Instance {
    return this.#owned().instance;
  }

  /** @throws {MlirError} `disposed` */
  protected get pointer(): Pointer {
    return this.#owned().pointer;
  }

  /** Gives the object away: from now on its new owner destroys it. */
  protected release(): Ownership | undefined {
    const ownership = this.#ownership;
    this.#ownership = undefined;
    registry.unregister(this);
    return ownership;
  }

  #owned(): Ownership {
    if (this.#ownership === undefined) throw new MlirError('disposed', `${this.#description} was disposed`);
    return this.#ownership;
  }
}
