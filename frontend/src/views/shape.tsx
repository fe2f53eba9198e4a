/** The sign of a kind of event: colour and shape; the label stands beside it. */

import type { Kind } from "../api/records";

export function Shape({ kind, label }: { kind: Kind | undefined; label?: string }) {
  if (!kind) return null;
  return (
    <svg class="shape" viewBox="-9 -9 18 18" {...(label ? { role: "img", "aria-label": label } : { "aria-hidden": "true" })}>
      <path d={kind.path} fill={kind.colour} />
    </svg>
  );
}
