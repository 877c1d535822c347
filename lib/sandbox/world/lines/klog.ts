/** Head of a klog line, which is no logfmt: `E1123 03:04:05.678000       1 reflector.go:166]`. */
export function klogHead(level: "I" | "W" | "E", timeMs: number, source: string): string {
  const iso = new Date(timeMs).toISOString();
  return `${level}${iso.slice(5, 7)}${iso.slice(8, 10)} ${iso.slice(11, 23)}000       1 ${source}]`;
}
