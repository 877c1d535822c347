/** No group: nobody to look for, or nobody looks for it. */
export const APART = -1;

/** How the groups of events are told apart, and what is known of each. */
export class GroupKeys {
  readonly #plain = new Map<string, PlainGroup>();
  readonly #mixed = new Map<string, number>();
  readonly isMixed: boolean[] = [];

  /** The group of one access key in one Region. */
  plain(key: string, region: string): number {
    const first = this.#plain.get(key);
    const group = inRegion(first, region);
    if (group !== APART) return group;
    const added = { region, group: this.#add(false), next: first };
    this.#plain.set(key, added);
    return added.group;
  }

  /** The plain group of an event, if an attempt has opened it. */
  known(key: string, region: string): number {
    return inRegion(this.#plain.get(key), region);
  }

  /** The group of all that one IAM principal did. */
  mixed(arn: string): number {
    const known = this.#mixed.get(arn);
    if (known !== undefined) return known;
    const group = this.#add(true);
    this.#mixed.set(arn, group);
    return group;
  }

  #add(isMixed: boolean): number {
    return this.isMixed.push(isMixed) - 1;
  }
}

/** The Regions of a key: nearly always one. */
interface PlainGroup {
  readonly region: string;
  readonly group: number;
  readonly next: PlainGroup | undefined;
}

function inRegion(first: PlainGroup | undefined, region: string): number {
  for (let one = first; one !== undefined; one = one.next) if (one.region === region) return one.group;
  return APART;
}
