export default function Loading() {
  return (
    <p role="status" className="px-4 py-10 text-ink-2">
      Loading attempts…
    </p>
  );
}
