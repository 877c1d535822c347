import { UnknownCluster } from "@/components/clusters/unknown-cluster";

export default function ClusterNotFound() {
  return <UnknownCluster />;
}
