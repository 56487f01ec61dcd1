import { ERROR_TEXT_LIMIT, toErrorText } from "@/lib/generation/error-text";
import type { MessagePart, ModelImage } from "@/lib/generation/providers/model-call";
import type { MadeAttempt } from "@/lib/generation/strategies/attempt";
import { apiNotes } from "@/lib/generation/system-prompts/api-notes";
import { type SystemPrompt, systemPrompt } from "@/lib/generation/system-prompts/system-prompt";
import { VIEW_AZIMUTHS_DEGREES } from "@/lib/viewer/framing";

/** What a model is asked, whichever model it is. */
export type Question = { system: SystemPrompt; message: MessagePart[] };

export type Task = {
  /** The prompt in the entrant's style; what a model of the image track gets instead is said by us. */
  text: string;
  /** Reference pictures and the azimuths they show, in degrees; none on the text track. */
  references: (ModelImage & { azimuth: number })[];
  display: "clay" | "rendered";
  blenderVersion: string;
  scriptSeconds: number;
};

/** Makes the questions of a task. Each stands for itself: no model has to remember another one. */
export type Questions = {
  first: () => Question;
  repair: (previous: MadeAttempt, attempt: { number: number; attempts: number }) => Question;
  critique: (object: { script: string; renders: ModelImage[]; shading: Shading }) => Question;
};

type Shading = "clay" | "rendered";

const ADVICE = {
  parse_error: "The reply was no Python file that compiles: look at what it held besides code.",
  exec_error: "The last line of the traceback that names model_script.py is yours.",
  no_mesh:
    "There must be a mesh with faces that is visible and render-enabled when the script ends.",
  timeout: "It took too long: use fewer subdivisions, loops, booleans and operator calls.",
  export_error:
    "The object could not be exported: look for broken meshes and values that are not finite.",
  crashed: "Blender crashed: use less memory, and do not keep references to deleted data.",
  rejected: "The object broke a limit: make it lighter, and all coordinates finite.",
} as const;

const MATERIALS = {
  clay: "Leave it untextured: it is shown in plain clay, so colours and materials are lost. Shape is all that counts.",
  rendered:
    "It is shown with its materials: give every part one with a Principled BSDF (plain values for base color, metallic, roughness, transmission, emission). Texture nodes and image textures are lost on export.",
} as const;

const SHADING = {
  clay: "The renders are in plain clay on purpose: judge the shape, not colours or materials.",
  rendered: "Colours and materials count too, after the shape.",
} as const;

/** The questions that strategies ask about a task. */
export function createQuestions(task: Task): Questions {
  const { references, blenderVersion: blender } = task;
  const isImage = references.length > 0;
  const contract = systemPrompt("contract", {
    blender,
    seconds: String(task.scriptSeconds),
    materials: MATERIALS[task.display],
    api_notes: apiNotes(blender),
  }).text;
  const system = isImage
    ? systemPrompt("image-to-3d", { contract, views: describeViews(references) })
    : systemPrompt("text-to-3d", { contract });
  const taskText = isImage ? describeImageTask(task) : task.text;

  return {
    first: () => ({ system, message: [text(taskText), ...references.map(toPart)] }),
    repair: (previous, { number, attempts }) => {
      const prompt = systemPrompt("repair", {
        blender,
        task: taskText,
        script: previous.script || "(empty)",
        attempt: String(number - 1),
        attempts: String(attempts),
        status: previous.status,
        meshes: previous.status === "no_mesh" ? "0" : "unknown",
        note: describeEnding(previous),
        error: toErrorText(previous.errorText ?? "", ERROR_TEXT_LIMIT) || "(none)",
        advice: previous.status === "ok" ? "" : ADVICE[previous.status],
      });
      return { system, message: [text(prompt.text), ...references.map(toPart)] };
    },
    critique: ({ script, renders, shading }) => ({
      system: systemPrompt("critique", {
        contract,
        blender,
        evidence: isImage ? "reference pictures of an object" : "the description of an object",
        evidence_short: isImage ? "the pictures of the same angle" : "the description",
        renders: `${renders.length} renders`,
        shading: SHADING[shading],
      }),
      message: [
        text(`<task>\n${taskText}\n</task>\n\n<script>\n${script}\n</script>`),
        ...(isImage ? [text("Reference pictures:"), ...references.map(toPart)] : []),
        text(`Renders of your object, from ${degrees(VIEW_AZIMUTHS_DEGREES)}:`),
        ...renders.map(toPart),
      ],
    }),
  };
}

function text(words: string): MessagePart {
  return { type: "text", text: words };
}

function toPart({ bytes, mediaType }: ModelImage): MessagePart {
  return { type: "image", bytes, mediaType };
}

function describeImageTask({ references, blenderVersion }: Task): string {
  const one = references.length === 1;
  return systemPrompt("image-task", {
    blender: blenderVersion,
    pictures: one ? "this picture" : `these ${references.length} pictures`,
    order: one
      ? `It was taken from ${degrees(references.map(({ azimuth }) => azimuth))}.`
      : `In their order they were taken from ${degrees(references.map(({ azimuth }) => azimuth))}.`,
  }).text;
}

function describeViews(references: Task["references"]): string {
  const azimuths = references.map(({ azimuth }) => azimuth);
  const count = references.length === 1 ? "one picture" : `${references.length} pictures`;
  return `You get ${count}, taken from ${degrees(azimuths)} around the object, slightly from above, looking at its centre. Angles are measured in Blender's XY plane: 0° is a camera on the +X side, 90° one on the +Y side.`;
}

function degrees(azimuths: readonly number[]): string {
  const names = azimuths.map((azimuth) => `${azimuth}°`);
  return names.length === 1
    ? `${names[0]}`
    : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

function describeEnding({ details, outputTokens }: MadeAttempt): string {
  if (!details.finishReason.startsWith("length")) return "";
  const tokens = outputTokens === null ? "" : ` after ${outputTokens} tokens`;
  return `note: the reply was cut off${tokens}; write a shorter script`;
}
