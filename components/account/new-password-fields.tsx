import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from "@/lib/account/lengths";
import { TextField } from "./text-field";

type NewPasswordFieldsProps = { problemIdOf: (name: string) => string | undefined };

/** A password to choose, typed twice. */
export function NewPasswordFields({ problemIdOf }: NewPasswordFieldsProps) {
  const shared = {
    type: "password",
    autoComplete: "new-password",
    required: true,
    minLength: SHORTEST_PASSWORD,
    maxLength: LONGEST_PASSWORD,
  } as const;
  return (
    <>
      <TextField
        label="New password"
        name="password"
        hint={`${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters, whichever you like. Best let a password manager make it.`}
        problemId={problemIdOf("password")}
        {...shared}
      />
      <TextField
        label="New password again"
        name="again"
        problemId={problemIdOf("again")}
        {...shared}
      />
    </>
  );
}
