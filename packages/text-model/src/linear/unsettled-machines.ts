/** Machines that rows start with room for; the list grows. */
const PER_ROW = 16;

/** Of each row the machines that it may yet move: those from `first[row]` to `last[row]` in one list, which is written row by row. */
export class UnsettledMachines {
  machines: Uint32Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
  #used = 0;

  constructor(rows: number, classes: number) {
    this.machines = new Uint32Array(rows * Math.min(classes, PER_ROW) + classes);
    this.first = new Int32Array(rows);
    this.last = new Int32Array(rows);
  }

  clear(): void {
    this.#used = 0;
  }

  begin(row: number): void {
    this.first[row] = this.#used;
  }

  add(machine: number): void {
    if (this.#used === this.machines.length) {
      const more = new Uint32Array(this.machines.length * 2);
      more.set(this.machines);
      this.machines = more;
    }
    this.machines[this.#used++] = machine;
  }

  end(row: number): void {
    this.last[row] = this.#used;
  }
}
