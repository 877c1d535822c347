/** What to do where nothing is read. */
export function NoClusters() {
  return (
    <p className="max-w-prose text-ink-2">
      No cluster's log is read. Start Gatebook with one:{" "}
      <code>npm start -- --cluster NAME --region REGION</code>, or import log files:{" "}
      <code>npx gatebook import PATH --cluster NAME</code>.
    </p>
  );
}
