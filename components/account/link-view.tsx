import { Button } from "@/components/ui/button";
import { HiddenFields } from "./hidden-fields";

type LinkViewProps = { email: string; token: string; callbackUrl: string };

/** A button and not the link itself uses the link up: programs that look into mails press none. */
export function LinkView({ email, token, callbackUrl }: LinkViewProps) {
  return (
    <div className="flex flex-col gap-6">
      <header className="flex flex-col gap-2">
        <h1 className="font-semibold text-2xl tracking-[-0.02em]">Sign in with this link</h1>
        <p className="text-[15px] text-ink-2">
          You will be signed in as <strong className="break-all text-ink">{email}</strong>, in this
          browser. The link is good once.
        </p>
      </header>
      <form
        method="post"
        action={`/api/auth/callback/email?${new URLSearchParams({ email, token })}`}
      >
        <HiddenFields values={{ callbackUrl }} />
        <Button type="submit" look="primary" className="w-full">
          Sign in
        </Button>
      </form>
    </div>
  );
}
