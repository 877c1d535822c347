/** Stands on every page while the sandbox's world is shown. */
export function SampleBanner() {
  return (
    <aside aria-label="Sample data" className="border-b border-line bg-open-soft px-4 py-1.5">
      <b className="font-semibold text-open">Sample data.</b> An invented organisation, no cluster of yours.
      To see your own, with AWS credentials in your shell:{" "}
      <code>npm start -- --cluster NAME --region REGION</code>
    </aside>
  );
}
