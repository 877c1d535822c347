/** How often something was so, of how many times. */
export class Tally {
  right = 0;
  all = 0;

  add(isRight: boolean): void {
    this.all++;
    if (isRight) this.right++;
  }

  /** 1 where there was nothing. */
  get share(): number {
    return this.all === 0 ? 1 : this.right / this.all;
  }
}
