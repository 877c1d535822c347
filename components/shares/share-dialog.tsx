import { Modal } from "@/components/ui/modal";
import { SharePanel } from "./share-panel";

/** Where a view is shared. */
export function ShareDialog({ view, onClose }: { view: string; onClose: () => void }) {
  return (
    <Modal label="Share" className="m-auto w-[48rem]" onClose={onClose}>
      {() => <SharePanel view={view} />}
    </Modal>
  );
}
