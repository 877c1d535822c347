/** Union-find over 0 … size-1. */
export class DisjointSets {
  readonly #parent: Int32Array;

  constructor(size: number) {
    this.#parent = Int32Array.from({ length: size }, (_, i) => i);
  }

  find(item: number): number {
    let root = item;
    while (this.#parent[root] !== root) {
      const up = this.#parent[root] as number;
      this.#parent[root] = this.#parent[up] as number;
      root = this.#parent[root] as number;
    }
    return root;
  }

  join(a: number, b: number): void {
    this.#parent[this.find(a)] = this.find(b);
  }
}
