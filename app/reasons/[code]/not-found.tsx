import { UnknownReason } from "@/components/reasons/unknown-reason";

export default function ReasonNotFound() {
  return <UnknownReason />;
}
