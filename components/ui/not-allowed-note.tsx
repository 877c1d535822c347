/** Stands where a page would be that this person may not see; it tells nothing of what is there. */
export function NotAllowedNote() {
  return (
    <div role="alert" className="mx-auto grid max-w-xl justify-items-start gap-3 px-5 py-12">
      <h1 className="text-xl font-semibold">You may not see this</h1>
      <p className="text-ink-2">
        It needs another role, or tells of clusters that are not among yours. Whoever runs Gatebook gives
        roles and clusters.
      </p>
    </div>
  );
}
