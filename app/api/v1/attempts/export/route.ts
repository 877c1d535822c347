import { exportAttempts } from "@/lib/server/export/export-attempts";

export function GET(request: Request): Promise<Response> {
  return exportAttempts(request);
}
