import { SafeText } from "@/components/ui/safe-text";

/** A cluster that is asked about and not known. */
export function UnknownClusterLine({ cluster }: { cluster: string }) {
  return (
    <p role="status">
      No cluster called <SafeText text={cluster} breakable className="font-semibold" /> is read.
    </p>
  );
}
