/** A menu that opens below its name: the browser's own details, closed by Escape or a press elsewhere. */

import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

export function Menu({ name, children, sign }: { name: string; children: ComponentChildren; sign?: string }) {
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const shut = (event: Event) => {
      const held = box.current!;
      if (!held.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        held.querySelector("summary")!.focus();
      } else if (held.contains(event.target as Node)) return;
      held.open = false;
    };
    document.addEventListener("pointerdown", shut);
    box.current!.addEventListener("keydown", shut);
    return () => document.removeEventListener("pointerdown", shut);
  }, []);
  return (
    <details class="menu" ref={box}>
      <summary>{sign && <span aria-hidden="true">{sign} </span>}{name}</summary>
      <div class="sheetlet" onClick={(event) => { if ((event.target as Element).closest("button")) box.current!.open = false; }}>{children}</div>
    </details>
  );
}
