/** A guided question: a short path of screens that a link leads to. */
export interface Question {
  /** Its page is `/questions/<slug>`. */
  readonly slug: string;
  readonly title: string;
  /** What one has to know to ask it. */
  readonly asks: string;
  /** What the answer tells. */
  readonly answers: string;
}

/** In the order in which the index shows them. */
export const QUESTIONS = [
  {
    slug: "who-is-behind",
    title: "Who is behind a name?",
    asks: "A Kubernetes username, an ARN, an access key, a session's name, an id, or a whole line of a log.",
    answers:
      "Names the people and workloads behind it, through which roles and sessions they came, how sure that is, and who else shares the name.",
  },
  {
    slug: "who-did-this",
    title: "Who did this?",
    asks: "What was done: the verb, the object, and when; as much of it as is known.",
    answers:
      "Finds the requests to Kubernetes that are kept, each with the person behind it; where none is, says what else is kept, who had been let in, and how to read the rest.",
  },
  {
    slug: "why-not-in",
    title: "Why can't somebody get in?",
    asks: "Who, and at which cluster. The message on their screen helps.",
    answers:
      "Goes through every stage from the sign-in to the permission, says at which it ends, and how to mend it.",
  },
  {
    slug: "what-changed",
    title: "What changed before the denials began?",
    asks: "Which cluster; and who, if only somebody.",
    answers:
      "Finds where grants turn into denials, and the changes of the configuration before it: who made them, what they took out, and whom they turned away.",
  },
  {
    slug: "who-used-cluster-admin",
    title: "Who used cluster-admin?",
    asks: "Which cluster, and since when.",
    answers:
      "Names everybody who came in with all rights, by which mapping and how often, and what they did; and who could have, and did not.",
  },
  {
    slug: "mapping-use",
    title: "Is anyone still using this mapping?",
    asks: "Which cluster.",
    answers:
      "Shows when each access entry and each line of aws-auth was used last, and by whom; marks what nobody uses, with the command that takes it out and whose access would change.",
  },
  {
    slug: "cut-off",
    title: "Are they still in, and how do I cut them off?",
    asks: "Who: a person, role, user, session or access key.",
    answers:
      "Shows which sessions still let them in, until when, and at which clusters; with ready commands, what each stops, and what it does not.",
  },
] as const satisfies readonly Question[];

export type QuestionSlug = (typeof QUESTIONS)[number]["slug"];

export function questionOf(slug: QuestionSlug): Question {
  const found = QUESTIONS.find((question) => question.slug === slug);
  if (found === undefined) throw new Error(`no question is called ${slug}`);
  return found;
}

/** Where a question is asked, with what is given of it; what is null or empty is left out. */
export function questionHref(
  slug: QuestionSlug,
  given: Readonly<Record<string, string | null>> = {},
): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) if (value) params.set(name, value);
  return params.size === 0 ? `/questions/${slug}` : `/questions/${slug}?${params}`;
}
