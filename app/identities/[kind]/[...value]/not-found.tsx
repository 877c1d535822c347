import { UnknownIdentity } from "@/components/identity/unknown-identity";

export default function IdentityNotFound() {
  return <UnknownIdentity />;
}
