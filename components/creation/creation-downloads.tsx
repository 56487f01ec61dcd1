import { Download } from "lucide-react";
import { buttonClass } from "@/components/ui/button";
import { kilobytesText } from "@/components/ui/measure-text";
import type { CreationDetail } from "@/lib/creation/schema";
import { creationAddresses } from "./creation-address";

/** Licences that entrants' settings name, where to read them. */
const LICENSES: Record<string, { name: string; href: string }> = {
  "CC0-1.0": {
    name: "CC0 1.0, no rights reserved",
    href: "https://creativecommons.org/publicdomain/zero/1.0/",
  },
};

/** The files of a creation to take away, and under what licence. */
export function CreationDownloads({ creation }: { creation: CreationDetail }) {
  const { id, prompt, entrant, script, glbBytes, materialsBytes } = creation;
  const { glb, materials, script: scriptUrl } = creationAddresses(id);
  const name = `${prompt.slug}-${entrant.slug}`;
  return (
    <section aria-labelledby="downloads">
      <h2 id="downloads" className="pb-3 font-semibold text-[17px]">
        Downloads
      </h2>
      <ul className="flex flex-col gap-2">
        {glbBytes !== null && (
          <File href={glb} name={`${name}.glb`}>
            GLB, {kilobytesText(glbBytes)}
          </File>
        )}
        {materialsBytes !== null && (
          <File href={materials} name={`${name}-materials.glb`}>
            GLB with materials, {kilobytesText(materialsBytes)}
          </File>
        )}
        {script && (
          <File href={`${scriptUrl}?attempt=${script.attempt}`} name={`${name}.py`}>
            Blender script
          </File>
        )}
      </ul>
      <p className="pt-3 text-[13px] text-ink-2">
        <License id={creation.license} entrant={entrant.name} />
      </p>
    </section>
  );
}

type FileProps = { href: string; name: string; children: React.ReactNode };

function File({ href, name, children }: FileProps) {
  return (
    <li>
      <a href={href} download={name} className={buttonClass("secondary", "w-full justify-start!")}>
        <Download className="size-4 text-ink-3" aria-hidden="true" />
        <span className="truncate">{children}</span>
      </a>
    </li>
  );
}

function License({ id, entrant }: { id: string | null; entrant: string }) {
  if (id === null)
    return `No licence is stated for what ${entrant} made: the terms of its provider apply.`;
  const license = LICENSES[id];
  if (!license) return `Licence: ${id}.`;
  return (
    <>
      Licence:{" "}
      <a href={license.href} rel="license" className="underline underline-offset-4 hover:text-ink">
        {license.name}
      </a>
      .
    </>
  );
}
