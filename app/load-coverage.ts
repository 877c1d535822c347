import { cache } from "react";
import { LOCAL_VIEWER } from "@/lib/ports/viewer";
import { getInvestigations } from "@/lib/server/get-investigations";

/** The coverage report, asked once per request by whatever of layout and page needs it. */
export const loadCoverage = cache(() => getInvestigations().reportCoverage(LOCAL_VIEWER, {}));
