/** How a remedy can be applied. */
export const REMEDY_FORMS = [
  "AWS CLI",
  "eksctl",
  "Terraform",
  /** An entry of aws-auth, or a sample of it. */
  "aws-auth",
  /** A unified diff of the ConfigMap's own lines. */
  "aws-auth diff",
  "kubeconfig",
  "shell",
] as const;

/** One way to apply a remedy, whole and ready to copy. */
export interface RemedyForm {
  readonly form: (typeof REMEDY_FORMS)[number];
  readonly text: string;
  /** What it would grant; null = nothing. */
  readonly grants: string | null;
  /** What to mind; null = nothing. */
  readonly note: string | null;
}
