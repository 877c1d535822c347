"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { Modal } from "@/components/ui/modal";
import type { SearchValue } from "@/lib/domain/summarize/attempts/values-of-attempt";
import { coverageQuery } from "@/lib/search-params/clusters/coverage-query";
import type { AskedMenu } from "./asked-menu";
import { AddAttempt } from "./add-attempt";
import { placeBeside } from "./place-beside";
import { searchWithValue } from "./search-with-value";
import { ValueRow } from "./value-row";

const LIST = "/attempts";

/** What one can do with each of the values. */
export function ValueMenu({ asked, onClose }: { asked: AskedMenu; onClose: () => void }) {
  const router = useRouter();
  const client = useQueryClient();
  const { values, range, attemptId, anchor } = asked;
  const place = useCallback((dialog: HTMLDialogElement) => placeBeside(dialog, anchor), [anchor]);
  const search = (value: SearchValue, excluded: boolean) => {
    const nowMs = client.getQueryData(coverageQuery().queryKey)?.nowMs ?? Date.now();
    const { pathname, search: query } = window.location;
    const from = pathname === LIST || range === null ? { search: query } : range;
    const href = searchWithValue(value, { excluded, from }, nowMs);
    // The list follows its address without asking the server for the page.
    if (pathname === LIST) window.history.pushState(null, "", href);
    else router.push(href);
  };
  return (
    <Modal
      label="Values"
      className="m-0 max-h-[75vh] w-[34rem] overflow-auto backdrop:bg-transparent"
      place={place}
      onClose={onClose}
    >
      {(close) => (
        <>
          {attemptId === undefined ? null : <AddAttempt id={attemptId} onGrow={place} />}
          <ul className="grid p-1.5">
            {values.map((value) => (
              <ValueRow
                key={`${value.key} ${value.value}`}
                value={value}
                onSearch={(one, excluded) => {
                  close();
                  search(one, excluded);
                }}
                onLeave={close}
              />
            ))}
          </ul>
        </>
      )}
    </Modal>
  );
}
