/** What is asked of the incidents as a whole. */
export type IncidentListRequest =
  | { readonly kind: "create"; readonly title: string }
  | { readonly kind: "delete"; readonly id: string; readonly seenVersion: number };

/** What is asked of one incident; `seenVersion`: its `version` as the asker saw it. */
export type IncidentRequest =
  | { readonly kind: "rename"; readonly title: string; readonly seenVersion: number }
  | { readonly kind: "close" | "reopen"; readonly seenVersion: number }
  | { readonly kind: "add-attempts"; readonly attemptIds: readonly string[] }
  /** `change`: its `changeKeyOf`. */
  | { readonly kind: "add-change"; readonly cluster: string; readonly change: string }
  | { readonly kind: "add-note"; readonly text: string }
  | {
      readonly kind: "edit-note";
      readonly entryId: string;
      readonly text: string;
      readonly seenVersion: number;
    }
  | { readonly kind: "remove-entry"; readonly entryId: string; readonly seenVersion: number };
