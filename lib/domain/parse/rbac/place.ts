/** What was left out of a document. */
export interface RbacReject {
  /** `items[3] (ClusterRole edit), rules[0].verbs`, or `line 7` of what is no JSON. */
  readonly where: string;
  /** One plain sentence without its subject: "is no list of texts.". */
  readonly message: string;
}

/** A place in a document, and the way to say what is wrong there. */
export interface Place {
  /** A place further in. */
  readonly at: (step: string) => Place;
  /** Notes what is left out here; gives null, the value that cannot be had. */
  readonly reject: (message: string) => null;
}

/** The places of one document. */
export interface Places {
  readonly root: Place;
  readonly rejects: () => readonly RbacReject[];
}

const MOST_REJECTS = 1_000;
/** A name of Kubernetes has 253 letters at most; longer ones shall not be told again with each reject. */
const LONGEST = 600;

export function openPlaces(): Places {
  const noted: RbacReject[] = [];
  let unlisted = 0;
  const note = (path: string, message: string) => {
    const where = path.startsWith(".") ? path.slice(1) : path || "the text";
    if (noted.length < MOST_REJECTS) noted.push({ where, message: shorten(message) });
    else unlisted++;
    return null;
  };
  const placeAt = (path: string): Place => ({
    at: (step) => placeAt(path + shorten(step)),
    reject: (message) => note(path, message),
  });
  const more = () => ({ where: "the text", message: `holds ${unlisted} more parts that could not be read.` });
  return { root: placeAt(""), rejects: () => (unlisted === 0 ? noted : [...noted, more()]) };
}

function shorten(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
