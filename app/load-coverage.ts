import { cache } from "react";
import { currentViewer } from "@/lib/server/access/current-viewer";
import { getInvestigations } from "@/lib/server/get-investigations";

/** The coverage report, asked once per request by whatever of layout and page needs it. */
export const loadCoverage = cache(() => getInvestigations().reportCoverage(currentViewer(), {}));
