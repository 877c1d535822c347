import { NotAllowed } from "@/lib/ports/not-allowed";

/** Refuses what tells of all clusters together and cannot be narrowed exactly; `what` begins the sentence. */
export function refuseScoped(what: string): () => Promise<never> {
  return async () => {
    throw new NotAllowed("cluster", `${what} tells of all clusters together; you may see some of them only.`);
  };
}
