/** A share from 0 to 1 as a bar behind or below words. Widths are SVG attributes: the content policy blocks styles. */
export function ShareBar({ share, className }: { share: number; className: string }) {
  const width = `${Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10}%`;
  return (
    <svg aria-hidden="true" className={`pointer-events-none ${className}`} width="100%" height="100%">
      <rect width={width} height="100%" rx="3" className="fill-current" />
    </svg>
  );
}
