import { CONTROL } from "@/components/ui/control-class";

/** What was pasted is gone from the field, and is not repeated here. */
export function TokenWarning({ onClose }: { readonly onClose: () => void }) {
  return (
    <div
      role="alert"
      className="fixed inset-x-4 bottom-4 z-50 mx-auto flex max-w-xl flex-wrap items-start gap-2 rounded-md border border-line bg-surface px-3 py-2 text-sm shadow-lg"
    >
      <p className="min-w-0 grow basis-64">
        <b className="font-semibold">That looks like a live key, and was taken out of the field.</b> A token
        of EKS lets anybody in for up to 15 minutes. It did not leave this page: it is in no address, history,
        storage or request. If it was seen elsewhere, end the session it belongs to.
      </p>
      <button type="button" className={CONTROL} onClick={onClose}>
        Close
      </button>
    </div>
  );
}
